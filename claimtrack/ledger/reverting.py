"""The last change that the tool made, taken back."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from claimtrack.ledger import LedgerError
from claimtrack.ledger.disk import Replacement, SaveError, locked, replace_all
from claimtrack.ledger.history import Patch, Step, digest, steps
from claimtrack.ledger.store import reason
from claimtrack.ledger.update import folder_of


class UndoError(LedgerError):
    """There is nothing to take back, or the file is no longer what the tool made of it."""


@dataclass(frozen=True, slots=True)
class Undone:
    """A file before and after a change was taken back; ``new`` is None for one that goes."""

    file: Path
    old: bytes
    new: bytes | None

    def lines(self) -> Iterator[str]:
        """What is taken back, as a diff without context."""
        old, new = (_lines(one or b"") for one in (self.old, self.new))
        start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
        start = max(0, start - 1)
        tail = _tail(old[start:], new[start:])
        pair = old[start : len(old) - tail], new[start : len(new) - tail]
        for line in difflib.unified_diff(*pair, n=0, lineterm=""):
            if line[:3] not in ("---", "+++") and line[:2] != "@@":
                yield line


def undo(path: Path, *, dry_run: bool = False) -> tuple[Undone, ...]:
    """Takes back the last change that was written to a ledger; again, the one before it.

    Raises UndoError when nothing is noted, or when a file changed since, by whatever hand.
    """
    try:
        with locked(folder_of(path)):
            step, found = _last(path)
            if not dry_run:
                _write(found)
                with suppress(OSError):  # what is taken back already is passed over next time
                    step.note.unlink()
    except OSError as error:
        raise SaveError(f"{path}: {reason(error)}") from error
    return found


def _last(path: Path) -> tuple[Step, tuple[Undone, ...]]:
    """The last change that was really written: a process may have died before it was."""
    for step in steps(path):
        found = [(patch, _content(patch)) for patch in step.patches]
        written = [(patch, now) for patch, now in found if not _unwritten(patch, now)]
        if not written:
            continue
        for patch, now in written:
            if now is None or digest(now) != patch.after:
                raise UndoError(f"{patch.file}: changed since; take it back by hand")
        return step, tuple(
            Undone(Path(patch.file), now, patch.undone(now))
            for patch, now in written
            if now is not None
        )
    raise UndoError(f"{path}: nothing to take back")


def _content(patch: Patch) -> bytes | None:
    try:
        return Path(patch.file).read_bytes()
    except FileNotFoundError:
        return None


def _unwritten(patch: Patch, now: bytes | None) -> bool:
    return (None if now is None else digest(now)) == patch.before


def _write(undone: Sequence[Undone]) -> None:
    replace_all(
        [Replacement(one.file, one.old, (one.new,)) for one in undone if one.new is not None]
    )
    for one in undone:
        if one.new is None:
            one.file.unlink()


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()


def _tail(one: list[str], other: list[str]) -> int:
    """How many lines two lists have in common at their end."""
    same = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        same += 1
    return same
