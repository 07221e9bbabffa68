"""The list of files that change together, kept beside them while they do."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from claimtrack.ledger.files.staging import MARK, Staged, parsed

_NAME = f"{MARK}journal"


def write(folder: Path, staged: Sequence[Staged]) -> None:
    """Writes the journal of a folder: it is there as a whole, or not at all."""
    names = [_relative(each.path, folder) for each in staged]
    part = folder / f"{_NAME}.part"
    with part.open("w", encoding="utf-8", errors="surrogateescape") as file:
        json.dump(names, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / _NAME)


def _relative(path: Path, folder: Path) -> str:
    """A path as seen from a folder, so that the folder can be moved."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive
        return str(path)


def read(folder: Path) -> list[Staged] | None:
    """The files of a change that was stopped; None when there is no journal, or no sound one.

    A staged file that is gone is one that was made under its target's name, or not yet removed.
    """
    try:
        names = json.loads((folder / _NAME).read_text("utf-8", errors="surrogateescape"))
    except (OSError, ValueError):
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    found = [parsed(Path(os.path.normpath(folder / name))) for name in names]
    return [each for each, ending in filter(None, found) if not ending]


def remove(folder: Path) -> None:
    """Ends the change: what is left of it needs no more care."""
    for name in (_NAME, f"{_NAME}.part"):
        with contextlib.suppress(FileNotFoundError):
            (folder / name).unlink()
