"""Which claims can pass a filter at all, asked of the words that the index notes of each.

A *facet* is a respect in which a claim has words, like its actors. Those in ``FACETS`` are read
from the claim alone. The wider ones hang on more of the ledger: a claim's topic, its day. They are
noted at the first search for them, and again when what they hang on has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from claimtrack.ledger.index import fulltext
from claimtrack.ledger.index.database import program, put, state
from claimtrack.ledger.index.tables import among, claims_since
from claimtrack.model import Claim, Figure, Ledger

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.ledger.index.claim_json import Published
    from claimtrack.ledger.index.tables import Tables


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
        rows = db.execute("SELECT facet, word, number FROM words")
        super().__init__(((facet, word), number) for facet, word, number in rows)
        self.db = db

    def __missing__(self, key: tuple[str, str]) -> int:
        self[key] = len(self) + 1
        self.db.execute("INSERT INTO words VALUES (?, ?, ?)", (self[key], *key))
        return self[key]


_BATCH = 5000


class Wider(NamedTuple):
    """A facet: the filters that it answers, what it hangs on, its word of a claim, if any.

    ``bearer`` is a claim that has a word and nothing else. Days hang on articles, too, of which
    :func:`forget_days` is told those that change: one more changes no day of a claim that is there.
    """

    filters: frozenset[str]
    basis: Callable[[Noting], str]
    word: Callable[[Ledger], Callable[[Claim], str | None]]
    bearer: Callable[[str], Claim]


Topics = Callable[[Ledger], Callable[[Claim], str | None]]
"""What a claim is about; ``ledger`` is that of the claim, its claims and articles left out."""


def facets(topics: Topics | None) -> dict[str, Wider]:
    """The facets by their names; that of topics only where it is known how to derive them."""
    facets = {"day": _DAY}
    if topics:
        facets["topic"] = Wider(frozenset({"topic"}), _topics_basis, topics, _of_topic)
    return facets


_DAY = Wider(
    frozenset({"since", "until"}),
    lambda _: "the days of articles as they are",
    lambda _: lambda claim: claim.said or claim.reported,
    lambda word: Claim("", said=word),
)


def forget_days(db: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Has days noted again, where claims that are known are of one of these articles."""
    where, values = among("word", articles)
    query = f"SELECT 1 FROM marks JOIN words USING (number) WHERE facet = 'article' AND {where}"
    if db.execute(f"{query} LIMIT 1", values).fetchone():
        put(db, **{"day of": None})


TOPIC_PARTS = (".", "about", "lexicon")
"""The parts of the program on which it hangs what a claim is about."""


def _topics_basis(index: Noting) -> str:
    return repr((index.bare().topics, program(TOPIC_PARTS)))


def _of_topic(word: str) -> Claim:
    return Claim("", topic=word)


def telling_wider(tests: Mapping[str, Predicate], wider: Wider) -> Iterator[Predicate]:
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


class Noting(Protocol):
    """What is asked of an index: its tables, the days of articles, and that more can be noted."""

    db: sqlite3.Connection
    tables: Tables
    published: Published

    def bare(self) -> Ledger:
        """The ledger without its claims and articles."""

    def noting(self, write: Callable[[], None]) -> bool:
        """Lets more be noted; whether it could be."""


def narrowed(
    index: Noting,
    filters: Mapping[str, Predicate],
    text: Sequence[str],
    topics: Topics | None = None,
) -> tuple[str, list[str]]:
    """What the rows of claims must be like, and the values for it; nothing where all may pass."""
    conditions = [
        _passing(index, name, FACETS[name].bearer, test) for name, test in telling(filters)
    ]
    conditions += _wider(index, filters, topics)
    words = _words(index, text)
    if words:
        conditions.append("SELECT rowid FROM texts WHERE texts MATCH ?")
    return " AND ".join(f"row IN ({condition})" for condition in conditions), [
        words
    ] if words else []


def _passing(index: Noting, facet: str, bearer: Callable[[str], Claim], test: Predicate) -> str:
    """The rows of claims that have a word which passes a test."""
    words = index.db.execute("SELECT number, word FROM words WHERE facet = ?", (facet,))
    numbers = (str(number) for number, word in words if test(bearer(word)))
    return f"SELECT row FROM marks WHERE number IN ({', '.join(numbers)})"


def _wider(index: Noting, filters: Mapping[str, Predicate], topics: Topics | None) -> Iterator[str]:
    """The same for facets that hang on more than the claim, where they can be noted."""
    for facet, wider in facets(topics).items():
        tests = list(telling_wider(filters, wider))
        if tests and _is_noted(index, facet, wider):
            yield from (_passing(index, facet, wider.bearer, test) for test in tests)


def noted_facet(index: Noting, facet: str, topics: Topics | None = None) -> bool:
    """Notes a wider facet of all claims, unless it is noted already; whether it is now."""
    return _is_noted(index, facet, facets(topics)[facet])


def _is_noted(index: Noting, facet: str, wider: Wider) -> bool:
    basis = wider.basis(index)
    if is_noted(index.db, facet, basis):
        return True
    work = Work(facet, basis, wider.word(index.bare()), index.published)
    return index.noting(lambda: note(index.db, work))


def _words(index: Noting, text: Sequence[str]) -> str | None:
    """What to ask the texts for; None where they cannot be asked."""
    wanted = fulltext.asked(text)
    if not wanted or fulltext.is_ready(index.db):
        return wanted
    return wanted if index.noting(partial(fulltext.make_ready, index.db)) else None
