"""One file put in the place of another, and taken back whatever state it was left in.

Editors know no locks. One may rename its save over the target, or write into the file that it has
open, at any moment; so whatever comes out of an exchange is looked at, and the latest save of the
user's is what the target holds in the end.
"""

from __future__ import annotations

import os
import warnings
from pathlib import Path

from claimtrack.ledger.errors import LedgerWarning
from claimtrack.ledger.files.exchange import being_written, exchange, move
from claimtrack.ledger.files.staging import NONE, Staged, holds, short_of

_ROUNDS = 1000
"""How often a save is given back while others follow it within microseconds."""


def put(staged: Staged) -> None:
    """Makes a file, makes it go, or exchanges it with its target.

    Raises FileExistsError or FileNotFoundError when the target came or went meanwhile.
    """
    if staged.old == NONE:
        move(staged.path, staged.target)
    elif staged.new == NONE:
        move(staged.target, staged.path)
    else:
        exchange(staged.path, staged.target)


def is_untouched(staged: Staged, old: bytes | None) -> bool:
    """Whether what came out when it was put is what was read, and nobody still writes to it."""
    if old is None:
        return True
    return not being_written(staged.path) and holds(staged.path, old)


def take_back(staged: Staged) -> None:
    """Restores the target, whether the file was put or not, unless it was changed since.

    What the user saved meanwhile is what the target holds then.
    """
    if staged.old == NONE:
        _unmake(staged)
    elif staged.new != NONE:
        _give_back(staged)
    elif os.path.lexists(staged.path):
        _move_or_leave(staged.path, staged.target)


def _unmake(staged: Staged) -> None:
    """Takes a new file away, if it is there and still what was written."""
    if short_of(staged.target) != staged.new:
        return
    if os.path.lexists(staged.path):
        if not os.path.samefile(staged.path, staged.target):  # noqa: PTH121
            return  # somebody else's of the same content
        staged.path.unlink()  # a move that was stopped between its link and its unlink
    move(staged.target, staged.path)
    if not _is_still(staged, staged.new):
        _move_or_leave(staged.path, staged.target)


def _give_back(staged: Staged) -> None:
    """Exchanges until nothing but the program's own content, or an older save, comes out."""
    expected = staged.new
    for _ in range(_ROUNDS):
        saved = short_of(staged.path)
        if saved == NONE or _is_still(staged, staged.new):
            return
        try:
            exchange(staged.path, staged.target)
        except FileNotFoundError:  # an editor has moved the target away for a moment
            _move_or_leave(staged.path, staged.target)
            continue
        if _is_still(staged, expected):
            return
        expected = saved


def _is_still(staged: Staged, content: str) -> bool:
    return short_of(staged.path) == content and not being_written(staged.path)


def _move_or_leave(source: Path, target: Path) -> None:
    """Moves a file back, unless the user made another one in its place."""
    try:
        move(source, target)
    except FileExistsError:
        return


def discard(staged: Staged) -> None:
    """Removes a staged file that is not needed any more; what is not the program's own stays.

    One that somebody still writes to is left to the next command.
    """
    short = short_of(staged.path)
    if short == NONE or being_written(staged.path):
        return
    if short in (staged.old, staged.new, short_of(staged.target)):
        staged.path.unlink()
    else:
        rescue(staged)


def rescue(staged: Staged) -> None:
    """Gives a save that was overtaken by another one a name that its user can see."""
    number = 1
    while True:
        ending = ".rescued" if number == 1 else f".rescued-{number}"
        place = staged.target.with_name(staged.target.name + ending)
        try:
            move(staged.path, place)
        except FileExistsError:
            number += 1
        else:
            break
    warnings.warn(
        LedgerWarning(f"{staged.target}: saved twice while it was written; see also {place.name}"),
        stacklevel=2,
    )
