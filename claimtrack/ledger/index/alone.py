"""Why filters choose nothing together: what each of them finds alone, and what there is instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.ledger.index.facets import FACETS, Predicate, narrowed
from claimtrack.model import Ledger

if TYPE_CHECKING:
    from claimtrack.ledger.index.facets import Topics
    from claimtrack.ledger.index.ledger_index import Index


NAMED = ("actor", "via", "article", "tag", "state", "topic")
"""Filters for which a ledger has names of its own."""


class Alone(NamedTuple):
    """How many claims there are, and how many of them each filter lets through by itself.

    ``words`` are those of the filters that let none through, sorted: the names of actors, say.
    """

    claims: int
    passing: Mapping[str, int]
    words: Mapping[str, Sequence[str]]


def alone(
    index: Index,
    tests: Callable[[Ledger], Mapping[str, Predicate]],
    text: Sequence[str],
    topics: Topics | None,
) -> Alone:
    """What each filter finds alone; the arguments are those of :meth:`Index.select`."""
    filters = tests(index.head())
    passing = {
        name: _count(index, name, test, text if name == "text" else (), topics)
        for name, test in filters.items()
    }
    words = {name: _words(index, name) for name in NAMED if passing.get(name) == 0}
    return Alone(index.count(), passing, words)


def _count(
    index: Index, name: str, test: Predicate, text: Sequence[str], topics: Topics | None
) -> int:
    where, values = narrowed(index, {name: test}, text, topics)
    if where and name in FACETS:  # a claim has a word that passes, or does not pass
        return index.tables.count(f"record IS NOT NULL AND {where}", values)
    return sum(test(held.claim) for held in index.claims(where, values))


def _words(index: Index, facet: str) -> Sequence[str]:
    query = (
        "SELECT DISTINCT word FROM words JOIN marks USING (number) JOIN claims USING (row) "
        "WHERE facet = ? ORDER BY word"
    )
    return [word for (word,) in index.db.execute(query, (facet,))]
