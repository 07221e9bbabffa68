"""Articles read into claims by several processes, in the order in which they came."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.model import Actor, Article, Claim, Topic

if TYPE_CHECKING:
    from concurrent.futures import Future

    from claimtrack.registry import Registry

Read = tuple[Article, tuple[Claim, ...]]

_HANDED = 8
"""Articles handed to a process at once: enough to make the way there cheap."""
_AHEAD = 3
"""Hands full that wait for each process, so that none is idle and no archive is held whole."""

_registry: Registry | None = None
"""The register of this process, made when it starts."""


def read(
    articles: Iterable[Article], actors: Sequence[Actor], topics: Sequence[Topic], jobs: int
) -> Iterator[Read]:
    """Each article with its claims, in the order of the articles whatever ``jobs`` says.

    ``actors`` and ``topics`` widen the shipped register. Articles are taken as they are needed.
    """
    from concurrent.futures import ProcessPoolExecutor

    import claimtrack.extract  # noqa: F401  processes that are forked need not load it again

    waiting: deque[tuple[list[Article], Future[list[tuple[Claim, ...]]]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(actors, topics)) as pool:
        try:
            for some in _hands(articles):
                waiting.append((some, pool.submit(_extract, some)))
                if len(waiting) > jobs * _AHEAD:
                    yield from _next(waiting)
            while waiting:
                yield from _next(waiting)
        finally:
            pool.shutdown(cancel_futures=True)  # nobody wants what is still waiting


def _hands(articles: Iterable[Article]) -> Iterator[list[Article]]:
    rest = iter(articles)
    while some := list(islice(rest, _HANDED)):
        yield some


def _next(
    waiting: deque[tuple[list[Article], Future[list[tuple[Claim, ...]]]]],
) -> Iterator[Read]:
    some, claims = waiting.popleft()
    yield from zip(some, claims.result(), strict=True)


def _begin(actors: Sequence[Actor], topics: Sequence[Topic]) -> None:
    """Make the register once; an interruption is for the process that started this one."""
    import gc
    import signal

    from claimtrack.registry import Registry

    global _registry
    gc.set_threshold(100_000)  # claims hold no cycles
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _registry = Registry.shipped().widen(actors, topics)


def _extract(articles: list[Article]) -> list[tuple[Claim, ...]]:
    from claimtrack.extract import extract

    return [extract(article, _registry) for article in articles]
