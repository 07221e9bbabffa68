"""What is counted of each claim of a ledger, out of its index."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.ledger.index.facets import noted_facet
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.sync import Unusual

if TYPE_CHECKING:
    from claimtrack.ledger.index.facets import Topics


class Holding(NamedTuple):
    """What is counted of a claim."""

    actors: tuple[str, ...]
    article: str | None
    topic: str | None


def holdings(index: Index, topics: Topics | None) -> tuple[Holding, ...]:
    """Of each claim its actors, its article and, where ``topics`` derives it, what it is about.

    In no order. Raises Unusual where topics cannot be noted in the index.
    """
    if topics and not noted_facet(index, "topic", topics):
        raise Unusual("topics cannot be noted")
    articles, about = index.words("article"), index.words("topic") if topics else {}
    actors: dict[int, tuple[str, ...]] = {}
    query = "SELECT row, word FROM marks JOIN words USING (number) WHERE facet = 'actor'"
    for row, actor in index.db.execute(query):
        actors[row] = (*actors.get(row, ()), actor)
    return tuple(
        Holding(actors.get(row, ()), articles.get(row), about.get(row)) for row in index.sound()
    )
