"""How far a long run is: a bar on standard error, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

from claimtrack.cli.console.streams import behind

T = TypeVar("T")

PATIENCE = 0.5
"""Seconds that a run may last before a bar is worth its sight, and the time to load it."""


def shown(done: Iterable[T], total: Callable[[], int | None]) -> Iterator[T]:
    """What is done, one by one, with a bar beside it when it takes long.

    ``total`` says how many there will be, or None when nobody knows; asked once, if at all.
    """
    if not sys.stderr.isatty():
        yield from done
        return
    begun, rest = monotonic(), iter(done)
    for number, item in enumerate(rest, start=1):
        yield item
        if monotonic() - begun >= PATIENCE:
            yield from _with_bar(rest, number, total())


def _with_bar(rest: Iterator[T], number: int, total: int | None) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("articles", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=behind(sys.stderr)), transient=True) as bar:
        task = bar.add_task("", total=total, completed=number)
        for item in rest:
            bar.advance(task)
            yield item
