"""Articles read into claims by several processes, in the order in which they came."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.archive import reader
from claimtrack.archive.reader import Read
from claimtrack.article.intake import UnfitError
from claimtrack.cli.failure import Failure
from claimtrack.model import Actor, Article, Problem, Topic
from claimtrack.runtime import spread

if TYPE_CHECKING:
    from claimtrack.registry import Registry

_HANDED = 8
"""Articles handed to a process at once: enough to make the way there cheap."""

_registry: Registry | None = None
"""The register of this process, made when it starts."""


def read(
    articles: Iterable[Article], actors: Sequence[Actor], topics: Sequence[Topic], jobs: int
) -> Iterator[Read | Problem]:
    """Each article with its claims, in the order of the articles whatever ``jobs`` says.

    ``actors`` and ``topics`` widen the shipped register. Articles are taken as they are needed.
    Where a process dies, the articles that were handed out are read again one by one, so that
    the one that ended it is left out as a problem and all others are read. Raises Failure where
    processes do not even live without an article.
    """
    from concurrent.futures import BrokenExecutor

    import claimtrack.extract  # noqa: F401  processes that are forked need not load it again

    source = iter(articles)
    begun: deque[list[Article]] = deque()
    finished = False
    while not finished:
        try:
            hands = _handed(source, begun)
            for _, results in spread(_read, hands, jobs, _begin, actors, topics, first_alone=True):
                begun.popleft()
                yield from results
            finished = True
        except BrokenExecutor as error:
            _require_life(actors, topics, error)
            again = deque(article for hand in begun for article in hand)
            begun.clear()
            yield from _one_by_one(again, actors, topics)


def _one_by_one(
    articles: deque[Article], actors: Sequence[Actor], topics: Sequence[Topic]
) -> Iterator[Read | Problem]:
    """Articles read by one process, so that the first without a result is what ended it."""
    from concurrent.futures import BrokenExecutor

    while articles:
        try:
            for _, results in spread(
                _read, [[article] for article in articles], 1, _begin, actors, topics
            ):
                articles.popleft()
                yield from results
        except BrokenExecutor:
            why = "the process that read it was killed from outside, perhaps for lack of memory"
            hint = "read it by itself, with --jobs 1"
            yield reader.left_out(articles.popleft(), UnfitError(why, hint))


def _require_life(actors: Sequence[Actor], topics: Sequence[Topic], error: Exception) -> None:
    """Raises Failure where a process dies that has no article to read."""
    from concurrent.futures import BrokenExecutor

    try:
        list(spread(_read, [[]], 1, _begin, actors, topics))
    except BrokenExecutor:
        message = "the processes that read articles were killed from outside"
        raise Failure(message, "use --jobs 1, which needs less memory") from error


def _handed(articles: Iterator[Article], begun: deque[list[Article]]) -> Iterator[list[Article]]:
    """Articles by the handful, each noted in ``begun`` until its results are there.

    The first goes alone: its claims need not wait for a handful to be there.
    """
    size = 1
    while some := list(islice(articles, size)):
        begun.append(some)
        yield some
        size = _HANDED


def _begin(actors: Sequence[Actor], topics: Sequence[Topic]) -> None:
    import gc

    from claimtrack.registry import Registry

    global _registry
    gc.set_threshold(100_000)  # claims hold no cycles
    _registry = Registry.shipped().widen(actors, topics)


def _read(articles: list[Article]) -> list[Read | Problem]:
    return [reader.claims_of(article, _registry) for article in articles]
