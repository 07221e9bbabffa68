"""Facets of claims that hang on more of the ledger than the claim: its topic, its day.

They are noted at the first search for them, and again when what they hang on has changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from claimtrack.ledger.facets import PLAIN, Predicate
from claimtrack.ledger.items import Words
from claimtrack.ledger.record import unpacked
from claimtrack.ledger.shelf import program, put, state
from claimtrack.model import Claim, Ledger

_BATCH = 5000


class Wider(NamedTuple):
    """A facet: the filters that it answers, what it hangs on, its word of a claim, if any.

    ``bearer`` is a claim that has a word and nothing else.
    """

    filters: frozenset[str]
    basis: Callable[[Ledger], str]
    word: Callable[[Ledger], Callable[[Claim], str | None]]
    bearer: Callable[[str], Claim]


def _topics(ledger: Ledger) -> Callable[[Claim], str | None]:
    from claimtrack.topics import topic_of

    return lambda claim: claim.topic or topic_of(claim, ledger.topics)


WIDER = {
    "topic": Wider(
        frozenset({"topic"}),
        lambda ledger: repr((ledger.topics, program((".", "lexicon")))),
        _topics,
        lambda word: Claim("", topic=word),
    ),
    "day": Wider(
        frozenset({"since", "until"}),
        lambda ledger: repr([(source.id, source.published) for source in ledger.sources]),
        lambda _: lambda claim: claim.said or claim.reported,
        lambda word: Claim("", said=word),
    ),
}


def telling(tests: Mapping[str, Predicate]) -> Iterator[tuple[str, Predicate]]:
    """The facets, with the filters, that only claims with a word in them can pass."""
    for name, test in tests.items():
        for facet, wider in WIDER.items():
            if name in wider.filters and not test(PLAIN):
                yield facet, test


def is_noted(db: sqlite3.Connection, facet: str, ledger: Ledger) -> bool:
    """Whether every claim's word is noted; ``ledger`` is that of the index, claims left out."""
    return _noted(db, facet, WIDER[facet].basis(ledger)) == (state(db, "last row") or 0)


def _noted(db: sqlite3.Connection, facet: str, basis: str) -> int:
    """The last row whose word is noted."""
    return (state(db, f"{facet} until") or 0) if state(db, f"{facet} of") == basis else 0


def note(
    db: sqlite3.Connection, facet: str, ledger: Ledger, published: Mapping[str, str | None]
) -> bool:
    """Notes the words of claims that are not noted yet; whether there was room for it.

    ``published`` are the days of articles by their ids.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        _add(db, facet, ledger, published)
        db.execute("COMMIT")
    except sqlite3.OperationalError:
        db.execute("ROLLBACK")
        return False
    return True


def _add(
    db: sqlite3.Connection, facet: str, ledger: Ledger, published: Mapping[str, str | None]
) -> None:
    basis, word = WIDER[facet].basis(ledger), WIDER[facet].word(ledger)
    done, last = _noted(db, facet, basis), state(db, "last row") or 0
    if not done:
        numbers = "SELECT number FROM words WHERE facet = ?"
        db.execute(f"DELETE FROM marks WHERE number IN ({numbers})", (facet,))
    query = "SELECT row, record FROM claims WHERE row > ? AND record IS NOT NULL"
    rows, words = db.execute(query, (done,)), Words(db)
    while some := list(islice(rows, _BATCH)):
        told = ((row, word(unpacked(record, "", published))) for row, record in some)
        marks = sorted((words[facet, name], row) for row, name in told if name)
        db.executemany("INSERT INTO marks VALUES (?, ?)", marks)
    put(db, **{f"{facet} of": basis, f"{facet} until": last})
