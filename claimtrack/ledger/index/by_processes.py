"""Items of a ledger read for the index; very many of them by several processes."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimtrack.runtime import spread

if TYPE_CHECKING:
    from claimtrack.ledger.index.piece import Reading
    from claimtrack.ledger.yaml.cut_items import Cut

MANY = 4000
"""From so many items on, several processes are worth their start."""

_HANDED = 250
"""Items handed to a process at once."""

_FIRST = 20
"""Items read before the fork, so that what reading needs is loaded and made once."""

_PROCESSES = 4
"""More would only wait for the one that writes what they read."""


def readings(cut: Cut, numbers: Sequence[int]) -> Iterator[Reading | None]:
    """Some items of a ledger read, in this order."""
    processes = min(_cores(), _PROCESSES)
    if len(numbers) < MANY or processes < 2 or not _may_fork():
        return _one_by_one(cut, numbers)
    return _by_processes(cut, numbers, processes)


def _one_by_one(cut: Cut, numbers: Sequence[int]) -> Iterator[Reading | None]:
    from claimtrack.ledger.index.piece import reading

    return (reading(cut.piece(number)) for number in numbers)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _may_fork() -> bool:
    """Only where a fork is cheap and safe: on Linux, in a process of one thread."""
    return sys.platform == "linux" and threading.active_count() == 1


def _by_processes(cut: Cut, numbers: Sequence[int], processes: int) -> Iterator[Reading | None]:
    from concurrent.futures import BrokenExecutor
    from multiprocessing import get_context

    yield from _one_by_one(cut, numbers[:_FIRST])
    done = _FIRST
    hands = (numbers[at : at + _HANDED] for at in range(_FIRST, len(numbers), _HANDED))
    try:
        for hand, read in spread(_read, hands, processes, _begin, cut, context=get_context("fork")):
            yield from read
            done += len(hand)
    except BrokenExecutor:  # a process was killed, as when there is no memory for so many
        yield from _one_by_one(cut, numbers[done:])


_CUT: list[Cut] = []
"""In a process that reads for another: the ledger, which a fork need not copy."""


def _begin(cut: Cut) -> None:
    _CUT[:] = [cut]


def _read(numbers: Sequence[int]) -> list[Reading | None]:
    return list(_one_by_one(_CUT[0], numbers))
