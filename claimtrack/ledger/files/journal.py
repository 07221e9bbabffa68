"""The list of files that change together, kept in the ledger's folder while they do.

While files are staged, and again while what is left of them is removed, the list is a draft: it
only says what may have to be cleared away. In between it is the journal, and says what has to be
finished or taken back.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from claimtrack.ledger.files.paths import MARK
from claimtrack.ledger.files.staging import Staged, parsed

_NAME = f"{MARK}journal"
_DRAFT = f"{_NAME}.part"


def write(folder: Path, staged: Sequence[Staged]) -> None:
    """Writes a draft."""
    names = [_relative(each.path, folder) for each in staged]
    with (folder / _DRAFT).open("w", encoding="utf-8", errors="surrogateescape") as file:
        json.dump(names, file)
        file.flush()
        os.fsync(file.fileno())


def begin(folder: Path) -> None:
    """Makes the draft the journal: from now on all files change, or none."""
    (folder / _DRAFT).rename(folder / _NAME)


def end(folder: Path) -> None:
    """Makes the journal a draft again: the change is done, or taken back."""
    with contextlib.suppress(FileNotFoundError):
        (folder / _NAME).replace(folder / _DRAFT)


def _relative(path: Path, folder: Path) -> str:
    """A path as seen from a folder, so that the folder can be moved."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive
        return str(path)


def read(folder: Path) -> list[Staged] | None:
    """The files of a change that was stopped; None when there is no journal, or no sound one."""
    return _read(folder / _NAME)


def drafted(folder: Path) -> list[Staged]:
    """The files that may be left of a change; a draft that was not written to its end has none."""
    return _read(folder / _DRAFT) or []


def _read(file: Path) -> list[Staged] | None:
    try:
        names = json.loads(file.read_text("utf-8", errors="surrogateescape"))
    except (OSError, ValueError):
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    staged = [parsed(Path(os.path.normpath(file.parent / name))) for name in names]
    return [each for each, ending in filter(None, staged) if not ending]


def remove(folder: Path) -> None:
    """Removes the draft: nothing is left of the change."""
    with contextlib.suppress(FileNotFoundError):
        (folder / _DRAFT).unlink()
