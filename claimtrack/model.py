"""The values that everything else passes around: frozen, plain, and the closed words.

Offsets count characters of an article's body, end exclusive. Dates are EDTF strings
(see :mod:`claimtrack.edtf`). An endless bound is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

Kind = Literal["direct", "indirect", "free_indirect", "reported"]
Stance = Literal[
    "asserts", "confirms", "announces", "accuses", "warns", "demands",
    "denies", "doubts", "withholds",
]  # fmt: skip
Confidence = Literal[
    "confirmed", "very_likely", "stated", "likely", "possible", "alleged", "unlikely", "unclear",
]  # fmt: skip
Status = Literal["new", "accepted", "rejected"]
ActorKind = Literal["person", "state", "organisation", "outlet", "group", "anonymous"]

KINDS: tuple[str, ...] = get_args(Kind)
STANCES: tuple[str, ...] = get_args(Stance)
STATUSES: tuple[str, ...] = get_args(Status)

CONFIDENCE: dict[str, int | None] = {
    "confirmed": 95,
    "very_likely": 87,
    "stated": 75,
    "likely": 68,
    "possible": 50,
    "alleged": 35,
    "unlikely": 30,
    "unclear": None,
}
"""How sure a claim is put, as a number for sorting and filters; ``unclear`` has none."""


class Span(NamedTuple):
    """A stretch of an article's body: characters, end exclusive."""

    start: int
    end: int


class Interval(NamedTuple):
    """A closed range of numbers; ``None`` as an upper bound is endless."""

    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article that play a part in a claim: its quotation, speaker or cue.

    ``text`` joins the pieces of several spans with a blank.
    """

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a claim: its German words, what they count, and what they can mean.

    ``scope`` holds the words that narrow it, in order of the text: since when, of which day, where,
    per what, of whom, whether it is a plan, a demand, a forecast or a capacity.
    ``near`` is what is ordinarily meant, ``far`` the most that the words allow; ``value`` is
    the number that was named, if one was. ``low`` and ``high`` are an analyst's own bounds.
    """

    text: str
    what: str | None = None
    state: str | None = None
    value: float | None = None
    near: Interval | None = None
    far: Interval | None = None
    low: float | None = None
    high: float | None = None
    scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the parser notes of its own work: the rule, its score, a hash of what it wrote."""

    rule: str
    score: float
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Who said what, when, with what confidence, in which words of which article.

    ``answers`` holds the ids of the claims that it speaks to, nearest first: those that it denies,
    confirms or sets something against.
    """

    id: str
    article: str | None = None
    actors: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    kind: str | None = None
    stance: str = "asserts"
    confidence: str = "stated"
    hedge: str | None = None
    answers: tuple[str, ...] = ()
    said: str | None = None
    reported: str | None = None
    about: str | None = None
    claim: str | None = None
    figures: tuple[Figure, ...] = ()
    topic: str | None = None
    status: str = "new"
    credibility: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    within: Span | None = None
    quote: Mention | None = None
    speaker: Mention | None = None
    cue: Mention | None = None
    read: Reading | None = None

    @property
    def actor(self) -> str | None:
        """The actors joined by "und", or None when nobody is named."""
        return " und ".join(self.actors) or None

    @property
    def words(self) -> str:
        """What to show: the analyst's wording, else the quotation."""
        return self.claim or (self.quote.text if self.quote else "")

    @property
    def quoted(self) -> str:
        """The words as the article has them; without a quotation, as they were put."""
        return self.quote.text if self.quote else self.words


@dataclass(frozen=True, slots=True)
class Article:
    """A German text to be read: its body and what is known of it.

    ``remarks`` say in words what of it was taken from the text itself.
    """

    id: str
    body: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    agencies: tuple[str, ...] = ()
    url: str | None = None
    file: str | None = None
    sha256: str | None = None
    meta: dict[str, str] = field(default_factory=dict, hash=False)
    remarks: tuple[str, ...] = ()

    def holds(self, span: Span) -> bool:
        """True if a stretch of the body is one: not empty, not reversed, not behind its end."""
        return 0 <= span.start < span.end <= len(self.body)

    def has(self, mention: Mention) -> bool:
        """True if every piece of a mention is, letter for letter, where it says."""
        return all(
            self.holds(span) and self.body[span.start : span.end] in mention.text
            for span in mention.spans
        )


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the ledger knows it: where it is, what is known of it, how reliable it is.

    ``reliability`` is an Admiralty letter A to F; ``passed`` holds the passages in which no claim
    is missing, each a range with its words (:mod:`claimtrack.ledger.passed`); ``wrote`` the stamp
    of every claim that the parser ever wrote for it.
    """

    id: str
    file: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    agencies: tuple[str, ...] = ()
    url: str | None = None
    retrieved: str | None = None
    archive: str | None = None
    reliability: str | None = None
    passed: tuple[str, ...] = ()
    sha256: str | None = None
    wrote: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can say something; ``of`` is the state or body they belong to."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    of: str | None = None
    reliability: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """The analyst's name for what claims are about, and the words that point to it."""

    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an analyst decided on two claims: verdict and reason, by whom and when.

    ``stamps``, if noted, are those of the two claims at that time (``identity.ruling_stamp``).
    """

    claims: tuple[str, str]
    verdict: str
    why: str | None = None
    by: str | None = None
    on: str | None = None
    stamps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What an analyst says of an event: which articles tell of it, which look so and do not."""

    name: str
    articles: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that a ledger file says. ``lines`` gives the line (from 1) where each claim stands.

    ``files`` says in which file, for a ledger that is a folder of them. ``aside`` counts the
    entries that could not be used; the load's problems say why.
    """

    path: str
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    topics: tuple[Topic, ...] = ()
    claims: tuple[Claim, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    events: tuple[Event, ...] = ()
    lines: dict[str, int] = field(default_factory=dict, hash=False)
    files: dict[str, str] = field(default_factory=dict, hash=False)
    aside: int = 0

    def place(self, claim: str) -> str:
        """Where a claim stands: ``data/claims.yaml:41``; the path alone for an unknown one."""
        line = self.lines.get(claim)
        return f"{self.files.get(claim, self.path)}:{line}" if line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file: where, what, what was expected, what is near.

    ``line`` and ``column`` count from 1; 0 means the file as a whole. ``article`` is the id of the
    article that could not be read, where it is known.
    """

    file: str
    line: int
    column: int
    message: str
    severity: Literal["error", "warning"] = "error"
    code: str = ""
    source: str | None = None
    hint: str | None = None
    article: str | None = None

    @property
    def at(self) -> tuple[str, int, int]:
        """File, line and column: problems are told in this order."""
        return self.file, self.line, self.column

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}"
