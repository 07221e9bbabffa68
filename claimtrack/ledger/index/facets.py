"""By which of its words the index finds a claim, without a look at the claim itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model import Claim, Figure

if TYPE_CHECKING:
    import sqlite3

Predicate = Callable[[Claim], bool]


class Facet(NamedTuple):
    """The words of a claim in one respect, and a claim that has one of them and nothing else."""

    words: Callable[[Claim], Iterable[str | None]]
    bearer: Callable[[str], Claim]


FACETS: dict[str, Facet] = {
    "actor": Facet(lambda claim: claim.actors, lambda word: Claim("", actors=(word,))),
    "via": Facet(lambda claim: claim.via, lambda word: Claim("", via=(word,))),
    "article": Facet(lambda claim: (claim.article,), lambda word: Claim("", article=word)),
    "tag": Facet(lambda claim: claim.tags, lambda word: Claim("", tags=(word,))),
    "state": Facet(
        lambda claim: (figure.state for figure in claim.figures),
        lambda word: Claim("", figures=(Figure("", state=word),)),
    ),
    "stance": Facet(lambda claim: (claim.stance,), lambda word: Claim("", stance=word)),
    "kind": Facet(lambda claim: (claim.kind,), lambda word: Claim("", kind=word)),
    "status": Facet(lambda claim: (claim.status,), lambda word: Claim("", status=word)),
    "min_confidence": Facet(
        lambda claim: (claim.confidence,), lambda word: Claim("", confidence=word)
    ),
}
"""By the names of the filters that they answer."""

PLAIN = Claim("")
"""A claim of which nothing is known."""
USUAL = frozenset(
    (name, word) for name, facet in FACETS.items() for word in facet.words(PLAIN) if word
)
"""What most claims have, and what is not noted: it would tell few apart."""


def marks(claim: Claim) -> Iterator[tuple[str, str]]:
    """The facets of a claim with their words, the usual ones left out."""
    for name, facet in FACETS.items():
        for word in dict.fromkeys(facet.words(claim)):
            if word and (name, word) not in USUAL:
                yield name, word


def telling(tests: Mapping[str, Predicate]) -> Iterator[tuple[str, Predicate]]:
    """The filters that only claims with a noted word can pass."""
    for name, test in tests.items():
        if name in FACETS and not test(PLAIN):
            yield name, test


class Words(dict[tuple[str, str], int]):
    """The numbers of words by facet and word; one that is asked for gets a number."""

    def __init__(self, db: sqlite3.Connection) -> None:
        found = db.execute("SELECT facet, word, number FROM words")
        super().__init__(((facet, word), number) for facet, word, number in found)
        self.db = db

    def __missing__(self, key: tuple[str, str]) -> int:
        self[key] = len(self) + 1
        self.db.execute("INSERT INTO words VALUES (?, ?, ?)", (self[key], *key))
        return self[key]
