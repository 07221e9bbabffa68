"""What a process left that was killed while it wrote: finished, or taken back, and cleaned away."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from pathlib import Path

from claimtrack.ledger.errors import LedgerWarning
from claimtrack.ledger.files import journal, steps
from claimtrack.ledger.files.exchange import ASIDE, complete
from claimtrack.ledger.files.paths import of_a_write
from claimtrack.ledger.files.staging import (
    NONE,
    Staged,
    is_regular,
    is_unfinished,
    names_of,
    parsed,
    short_of,
)


def recover(folder: Path) -> None:
    """Restores a folder in which a write was stopped; to be called under its lock.

    Files that changed together all have the new content afterwards or all the old one. What the
    user saved meanwhile is kept. Raises OSError.
    """
    if not of_a_write(folder):
        return
    together = journal.read(folder)
    for path in _left_by(folder, together or ()):
        if path.name.endswith(ASIDE):
            complete(path)
    if together is not None:
        _restore(together)
        journal.end(folder)
    for path in _left_by(folder, journal.drafted(folder)):
        _clear(path)
    journal.remove(folder)


def _left_by(folder: Path, staged: Sequence[Staged]) -> list[Path]:
    """The files of stopped writes in a folder, and those in others that a list names."""
    names = dict.fromkeys(of_a_write(folder))
    for each in staged:
        names.update(dict.fromkeys(names_of(each)))
    return [path for path in names if parsed(path) and is_regular(path)]


def _restore(together: Sequence[Staged]) -> None:
    """Takes all files back; where one was edited since, so that it cannot, finishes the others."""
    done = [staged for staged in together if _is_done(staged)]
    rest = [staged for staged in together if staged not in done]
    if not rest and all(_holds_old(staged) for staged in done):
        return
    if all(_can_be_taken_back(staged) for staged in done):
        for staged in reversed(done):
            steps.take_back(staged)
    elif all(_can_be_put(staged) for staged in rest):
        for staged in rest:
            steps.put(staged)
    else:
        names = ", ".join(staged.target.name for staged in done)
        warning = f"a change was interrupted when only {names} had it, and files were edited since"
        warnings.warn(LedgerWarning(f"{together[0].target.parent}: {warning}"), stacklevel=3)


def _is_done(staged: Staged) -> bool:
    if staged.old == NONE:
        return short_of(staged.target) == staged.new
    if staged.new == NONE and _is_second_name(staged):
        staged.path.unlink()  # a move that was stopped between its link and its unlink
    return short_of(staged.path) != staged.new


def _is_second_name(staged: Staged) -> bool:
    try:
        return os.path.samestat(staged.path.lstat(), staged.target.lstat())
    except FileNotFoundError:
        return False


def _holds_old(staged: Staged) -> bool:
    """Whether what came out was what had been read, not a save of the user's."""
    return staged.old == NONE or short_of(staged.path) == staged.old


def _can_be_taken_back(staged: Staged) -> bool:
    return short_of(staged.target) == staged.new


def _can_be_put(staged: Staged) -> bool:
    return short_of(staged.target) == staged.old


def _clear(path: Path) -> None:
    """Removes what one file's change has left; a save of the user's goes back to its place."""
    part = parsed(path)
    if part is None:
        return
    staged, ending = part
    if is_unfinished(ending):
        path.unlink()
        return
    if short_of(path) not in (staged.old, staged.new) and _can_be_taken_back(staged):
        steps.take_back(staged)
    steps.discard(staged)
