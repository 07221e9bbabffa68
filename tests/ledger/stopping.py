"""Something done before any file operation of a write: a kill, or an editor's save."""

from __future__ import annotations

import linecache
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from types import FrameType
from typing import Any

import claimtrack.ledger
from claimtrack.ledger.errors import LedgerError
from tests.forks import exit_code

WRITING = f"{Path(claimtrack.ledger.__file__).parent / 'files'}{os.sep}"
"""The code that writes; each operation on a file stands on a line of its own there."""

KILLED = 9
"""The exit code of a process that was killed."""

_OPERATION = re.compile(
    r"\b(?:open|read|writelines|flush|fsync|dump|unlink|rename|replace|link|copy2|call"
    r"|l?stat|lexists|samefile|scandir|fchmod|fchown|[gls]\w+xattr|mkdir|fcntl|flock|close)\("
)


@cache
def _is_operation(file: str, line: int) -> bool:
    return bool(_OPERATION.search(linecache.getline(file, line)))


@contextmanager
def at_operations(acts: Mapping[int, Callable[[], None]]) -> Iterator[list[int]]:
    """Acts before the operations of these numbers; yields how many there were, while they are.

    They are counted from 1, in the order in which they run.
    """
    count = [0]

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.startswith(WRITING):
            return None
        if event == "line" and _is_operation(frame.f_code.co_filename, frame.f_lineno):
            count[0] += 1
            if act := acts.get(count[0]):
                sys.settrace(None)
                act()
                sys.settrace(trace)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield count
    finally:
        sys.settrace(before)


def operations_of(work: Callable[[], object]) -> int:
    """How many operations on files some work takes."""
    with at_operations({}) as count:
        work()
    return count[0]


def killed_at(
    number: int,
    work: Callable[[], object],
    acts: Mapping[int, Callable[[], None]] | None = None,
    exit_code: Callable[[Callable[[], object]], int] = exit_code,
) -> bool:
    """Does some work in a process that is killed before an operation; whether it came so far.

    ``acts`` are done before other operations, ``exit_code`` starts the process.
    """
    code = exit_code(partial(_work_until, number, work, acts or {}))
    assert code in (0, KILLED)
    return code == KILLED


def _work_until(
    number: int, work: Callable[[], object], acts: Mapping[int, Callable[[], None]]
) -> None:
    with suppress(LedgerError), at_operations({**acts, number: _kill}):
        work()


def _kill() -> None:
    os._exit(KILLED)
