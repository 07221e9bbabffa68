"""How the program runs: without the cycle collector, in several processes; unexpected errors."""

from __future__ import annotations

import gc
import os
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

_Work = TypeVar("_Work")
_Result = TypeVar("_Result")

_AHEAD = 3
"""Pieces of work that wait for each process, so that none is idle and not all is held at once."""

DEBUG = "CLAIMTRACK_DEBUG"
"""The environment variable that asks for tracebacks."""


@contextmanager
def no_collection() -> Iterator[None]:
    """Without the cycle collector, which would walk all that is made again and again.

    For what makes many values and no cycles.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def keep() -> None:
    """Takes all that there is out of the cycle collector's rounds: it stays to the end."""
    gc.freeze()


def spread(
    work: Callable[[_Work], _Result],
    pieces: Iterable[_Work],
    processes: int,
    begin: Callable[..., None],
    *given: Any,
    context: BaseContext | None = None,
    first_alone: bool = False,
) -> Iterator[tuple[_Work, _Result]]:
    """Each piece with what ``work`` makes of it, in their order; pieces are taken as needed.

    A result that is there goes out before the next piece is taken, and at most a few pieces for
    each process are ahead of it. With ``first_alone`` no second piece is taken before the first
    is done: where pieces come slowly, as through a pipe, something is there at once.

    Every process first calls ``begin`` with what is ``given``. None of them outlives this one, even
    if it is killed. Raises BrokenExecutor when one of them dies.
    """
    from concurrent.futures import ProcessPoolExecutor

    waiting: deque[tuple[_Work, Future[_Result]]] = deque()
    alone = first_alone
    with ProcessPoolExecutor(processes, context, _begin, (begin, given)) as pool:
        try:
            for piece in pieces:
                waiting.append((piece, pool.submit(work, piece)))
                while waiting and (alone or _is_due(waiting, processes)):
                    alone = False
                    yield _done(waiting)
            while waiting:
                yield _done(waiting)
        finally:
            pool.shutdown(cancel_futures=True)  # nobody wants what is still waiting


def _is_due(waiting: deque[tuple[_Work, Future[_Result]]], processes: int) -> bool:
    """True where the next result is there, or has to be waited for since so many are ahead."""
    return waiting[0][1].done() or len(waiting) > processes * _AHEAD


def _done(waiting: deque[tuple[_Work, Future[_Result]]]) -> tuple[_Work, _Result]:
    piece, result = waiting.popleft()
    return piece, result.result()


def _begin(begin: Callable[..., None], given: tuple[Any, ...]) -> None:
    """An interruption is for the process that started this one."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    begin(*given)


def _end_with_parent() -> None:
    """Ends this process with the one that started it, which may have had no time to say so."""
    import multiprocessing

    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def summary(error: BaseException) -> str:
    """The kind of the error, its message, and the line of code that raised it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    return f"a bug in claimtrack: {type(error).__name__}: {error} ({place})"


def advice(error: BaseException) -> str:
    """What to do about it; the whole traceback where ``CLAIMTRACK_DEBUG`` asks for it."""
    if os.environ.get(DEBUG):
        return "".join(traceback.format_exception(error)).rstrip()
    return f"please report it with the command you ran and what it shows with {DEBUG}=1"
