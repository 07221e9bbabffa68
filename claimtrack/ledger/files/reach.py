"""Which files a ledger may have read, so that one from somebody else reads nothing of the user's.

Those are the files below its own folder, symbolic links followed; those below the folders that
the user names in ``CLAIMTRACK_ARTICLES``; and those that the user gave to ``ingest`` for this very
ledger, which is noted in the user's state folder, never in the ledger.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimtrack.article import read_named
from claimtrack.article.file_bytes import regular, whole
from claimtrack.ledger.files.user_folder import key_of, user_folder, write_note
from claimtrack.model import Article, Problem

VARIABLE = "CLAIMTRACK_ARTICLES"
"""The environment variable with more folders of articles, parted like those of ``PATH``."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The files and folders, as paths without symbolic links, below which a ledger may read."""

    roots: tuple[str, ...]

    def allows(self, real: str) -> bool:
        """Whether a file may be read; its path has no symbolic links any more."""
        return any(_below(real, root) for root in self.roots)

    def read(self, file: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
        """The articles of a file that the ledger names, and what was wrong with it."""
        return read_named(file, self.allows)

    def text(self, file: Path) -> str:
        """The text of a file that the ledger names; "" where it cannot be read."""
        try:
            with regular(file, self.allows) as stream:
                return whole(stream).decode("utf-8-sig", "replace")
        except (OSError, ValueError):
            return ""


def reach(ledger: Path) -> Reach:
    """What the ledger at a path may read."""
    named = filter(None, os.environ.get(VARIABLE, "").split(os.pathsep))
    roots = (_folder(ledger), *map(os.path.realpath, named), *_noted(ledger))
    return Reach(tuple(dict.fromkeys(roots)))


def remember(ledger: Path, given: Iterable[Path]) -> None:
    """Notes files and folders that the user gave to ``ingest``, where they lie elsewhere.

    Raises OSError where the note cannot be kept.
    """
    known = reach(ledger)
    roots = list(_noted(ledger))
    for real in dict.fromkeys(map(os.path.realpath, given)):
        if not known.allows(real) and not any(_below(real, root) for root in roots):
            roots.append(real)
    if len(roots) > len(_noted(ledger)):
        write_note(_note(ledger), json.dumps(roots))


def _folder(ledger: Path) -> str:
    return os.path.realpath(ledger if ledger.is_dir() else ledger.parent)


def _below(real: str, root: str) -> bool:
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def _note(ledger: Path) -> Path:
    return user_folder("state") / "articles" / f"{key_of(ledger)}.json"


def _noted(ledger: Path) -> tuple[str, ...]:
    """The files and folders noted for a ledger; none where there is no note that can be read."""
    with contextlib.suppress(OSError, ValueError):
        noted = json.loads(_note(ledger).read_text("ascii"))
        if isinstance(noted, list):
            return tuple(
                root for root in noted if isinstance(root, str) and Path(root).is_absolute()
            )
    return ()
