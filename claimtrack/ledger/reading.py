"""Items of a ledger read for the index; very many of them by several processes."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Future

MANY = 4000
"""From so many items on, several processes are worth their start."""

_HANDED = 250
"""Items handed to a process at once."""

_AHEAD = 3
"""Hands full that wait for each process."""

_PROCESSES = 4
"""More would only wait for the one that writes what they read."""


class Reading(NamedTuple):
    """What the index keeps of an item; ``ident`` is empty for a claim without an id."""

    ident: str | None
    line: int
    record: str | None
    problems: str | None
    marks: tuple[tuple[str, str], ...]


def reading(raw: bytes) -> Reading | None:
    """An item read; None when it is no YAML by itself."""
    from claimtrack.ledger import piece
    from claimtrack.ledger.facets import marks
    from claimtrack.ledger.record import packed

    read = piece.read_piece(raw)
    if read is None:
        return None
    told = json.dumps([asdict(one) for one in read.problems]) if read.problems else None
    claim = read.claim
    if claim is None:
        return Reading(None, read.line, None, told, ())
    return Reading(claim.id, read.line, packed(claim), told, (*marks(claim),))


def readings(items: Sequence[bytes] | Iterator[bytes], count: int) -> Iterator[Reading | None]:
    """``count`` items read, in their order."""
    processes = min(_cores(), _PROCESSES)
    if count < MANY or processes < 2 or not _may_fork():
        return map(reading, items)
    return _by_processes(iter(items), processes)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _may_fork() -> bool:
    """Only where a fork is cheap and safe: on Linux, in a process of one thread."""
    return sys.platform == "linux" and threading.active_count() == 1


def _by_processes(items: Iterator[bytes], processes: int) -> Iterator[Reading | None]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from claimtrack.ledger import piece  # noqa: F401  loaded once, before the fork

    waiting: deque[Future[list[Reading | None]]] = deque()
    fork = get_context("fork")
    with ProcessPoolExecutor(processes, fork, initializer=_begin) as pool:
        try:
            while some := list(islice(items, _HANDED)):
                waiting.append(pool.submit(_read, some))
                if len(waiting) > processes * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """An interruption is for the process that started this one."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(items: list[bytes]) -> list[Reading | None]:
    return [reading(one) for one in items]
