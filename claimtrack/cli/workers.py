"""Articles read into claims by several processes, in the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.cli.failure import Failure
from claimtrack.model import Actor, Article, Claim, Topic
from claimtrack.processes import spread

if TYPE_CHECKING:
    from claimtrack.registry import Registry

Read = tuple[Article, tuple[Claim, ...]]

_HANDED = 8
"""Articles handed to a process at once: enough to make the way there cheap."""

_registry: Registry | None = None
"""The register of this process, made when it starts."""


def read(
    articles: Iterable[Article], actors: Sequence[Actor], topics: Sequence[Topic], jobs: int
) -> Iterator[Read]:
    """Each article with its claims, in the order of the articles whatever ``jobs`` says.

    ``actors`` and ``topics`` widen the shipped register. Articles are taken as they are needed.
    """
    from concurrent.futures import BrokenExecutor

    import claimtrack.extract  # noqa: F401  processes that are forked need not load it again

    try:
        for some, claims in spread(_extract, _hands(articles), jobs, _begin, actors, topics):
            yield from zip(some, claims, strict=True)
    except BrokenExecutor as error:
        message = "a process that read articles was ended from outside"
        raise Failure(message, "with --jobs 1 all is read in one, in less memory") from error


def _hands(articles: Iterable[Article]) -> Iterator[list[Article]]:
    rest = iter(articles)
    while some := list(islice(rest, _HANDED)):
        yield some


def _begin(actors: Sequence[Actor], topics: Sequence[Topic]) -> None:
    """Make the register once."""
    import gc

    from claimtrack.registry import Registry

    global _registry
    gc.set_threshold(100_000)  # claims hold no cycles
    _registry = Registry.shipped().widen(actors, topics)


def _extract(articles: list[Article]) -> list[tuple[Claim, ...]]:
    from claimtrack.extract import extract

    return [extract(article, _registry) for article in articles]
