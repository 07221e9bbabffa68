"""Facets of claims that hang on more of the ledger than the claim: its topic, its day.

They are noted at the first search for them, and again when what they hang on has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.ledger.index.database import program, put, state
from claimtrack.ledger.index.facets import PLAIN, Predicate, Words
from claimtrack.ledger.index.tables import claims_since
from claimtrack.model import Claim, Ledger

if TYPE_CHECKING:
    import sqlite3

_BATCH = 5000


class Wider(NamedTuple):
    """A facet: the filters that it answers, what it hangs on, its word of a claim, if any.

    ``bearer`` is a claim that has a word and nothing else.
    """

    filters: frozenset[str]
    basis: Callable[[Ledger], str]
    word: Callable[[Ledger], Callable[[Claim], str | None]]
    bearer: Callable[[str], Claim]


Topics = Callable[[Ledger], Callable[[Claim], str | None]]
"""What a claim is about; ``ledger`` is that of the claim, its claims left out."""


def facets(topics: Topics | None) -> dict[str, Wider]:
    """The facets by their names; that of topics only where it is known how to derive them."""
    found = {"day": _DAY}
    if topics:
        found["topic"] = Wider(frozenset({"topic"}), _topics_basis, topics, _of_topic)
    return found


_DAY = Wider(
    frozenset({"since", "until"}),
    lambda ledger: repr([(source.id, source.published) for source in ledger.sources]),
    lambda _: lambda claim: claim.said or claim.reported,
    lambda word: Claim("", said=word),
)


TOPIC_PARTS = (".", "about", "lexicon")
"""The parts of the program on which it hangs what a claim is about."""


def _topics_basis(ledger: Ledger) -> str:
    return repr((ledger.topics, program(TOPIC_PARTS)))


def _of_topic(word: str) -> Claim:
    return Claim("", topic=word)


def telling(tests: Mapping[str, Predicate], wider: Wider) -> Iterator[Predicate]:
    """The filters that only claims with a word of the facet can pass."""
    for name, test in tests.items():
        if name in wider.filters and not test(PLAIN):
            yield test


def is_noted(db: sqlite3.Connection, facet: str, basis: str) -> bool:
    """Whether every claim's word is noted, on this basis."""
    return _noted(db, facet, basis) == (state(db, "last row") or 0)


def _noted(db: sqlite3.Connection, facet: str, basis: str) -> int:
    """The last row whose word is noted."""
    return (state(db, f"{facet} until") or 0) if state(db, f"{facet} of") == basis else 0


class Work(NamedTuple):
    """What is to be noted: for which facet, on what basis, which word for a claim.

    ``published`` are the days of articles by their ids.
    """

    facet: str
    basis: str
    word: Callable[[Claim], str | None]
    published: Mapping[str, str | None]


def note(db: sqlite3.Connection, work: Work) -> None:
    """Notes the words of claims that are not noted yet. Raises sqlite3.OperationalError."""
    facet = work.facet
    done, last = _noted(db, facet, work.basis), state(db, "last row") or 0
    if not done:
        numbers = "SELECT number FROM words WHERE facet = ?"
        db.execute(f"DELETE FROM marks WHERE number IN ({numbers})", (facet,))
    words, claims = Words(db), claims_since(db, done, work.published)
    while some := list(islice(((row, work.word(claim)) for row, claim in claims), _BATCH)):
        marks = sorted((words[facet, word], row) for row, word in some if word)
        db.executemany("INSERT INTO marks VALUES (?, ?)", marks)
    put(db, **{f"{facet} of": work.basis, f"{facet} until": last})
