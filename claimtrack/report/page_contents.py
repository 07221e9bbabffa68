"""What a report is made of: chosen claims, the questions on them, texts, series, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimtrack.analysis.timeline import Row, rows
from claimtrack.analysis.timeline_figures import Series
from claimtrack.conflicts.results.blocks import questions
from claimtrack.conflicts.results.values import Conflict
from claimtrack.coverage.gaps import Gap
from claimtrack.model import Article, Claim, Source
from claimtrack.report.marked_passages import stands

BY_HAND = "by-hand"
"""Where claims stand that have no article."""


class Anchors:
    """The numbers of claims, in the order of their rows, and of articles; each from 1."""

    def __init__(self, claims: Iterable[Claim], sources: Iterable[Source]) -> None:
        self._claims = {claim.id: at for at, claim in enumerate(claims, start=1)}
        self._articles = {source.id: at for at, source in enumerate(sources, start=1)}

    def row(self, claim: Claim) -> str:
        """The id of a claim's row in the table."""
        return f"c{self._claims[claim.id]}"

    def words(self, claim: Claim, piece: int = 1) -> str:
        """The id of a piece of a claim's words in its article; links lead to the first."""
        own = f"m{self._claims[claim.id]}"
        return own if piece == 1 else f"{own}-{piece}"

    def article(self, ident: str | None) -> str:
        """The id of an article's part of the page; of one that is not known, of what has none."""
        number = self._articles.get(ident or "")
        return f"a{number}" if number else BY_HAND


@dataclass(frozen=True)
class Question:
    """Pairs that are told together, the worst first, and the number that the page gives them."""

    number: int
    pairs: tuple[Conflict, ...]

    @property
    def first(self) -> Conflict:
        """The pair that stands for all."""
        return self.pairs[0]

    @property
    def anchor(self) -> str:
        """Its id in the page."""
        return f"q-{self.number}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Claims on one matter, and their figures where there are some to draw."""

    title: str
    claims: tuple[Claim, ...]
    series: Series | None = None


@dataclass(frozen=True, slots=True)
class Uncovered:
    """How many stretches of each kind an article has, and its open gaps, each with its words."""

    article: str
    counts: Mapping[str, int]
    gaps: tuple[tuple[Gap, str], ...]


@dataclass(frozen=True)
class Contents:
    """All that the page shows.

    ``claims`` are those that the filters chose and those that stand against them; ``chosen`` and
    ``held`` count the former and all of the ledger's. ``open`` are the pairs of the open questions,
    ``more`` how many questions a limit left out; ``settled`` are pairs that an analyst ruled to be
    no contradiction, ``quiet`` those that comparing finds none in, ``unshown`` how many of these
    there are by verdict where they were not asked for. ``texts`` hold what could be read again and
    still is what the ledger knows; ``unread`` says of other articles why not.
    """

    ledger: str
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    chosen: int
    held: int
    filters: tuple[tuple[str, str], ...] = ()
    open: tuple[Conflict, ...] = ()
    more: int = 0
    settled: tuple[Conflict, ...] = ()
    quiet: tuple[Conflict, ...] = ()
    unshown: Mapping[str, int] = field(default_factory=dict)
    not_compared: tuple[Conflict, ...] = ()
    topics: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Article] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    uncovered: Sequence[Uncovered] = ()
    timelines: tuple[Timeline, ...] = ()
    undrawn: int = 0
    whole_texts: bool = False
    with_notes: bool = True

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The claims in the order of saying."""
        return rows(self.claims)

    @cached_property
    def anchors(self) -> Anchors:
        """The ids of claims and articles in the page."""
        return Anchors((row.claim for row in self.rows), self.sources)

    @cached_property
    def placed(self) -> frozenset[str]:
        """The ids of the claims whose words can be marked in their article."""
        texts = self.texts
        return frozenset(
            claim.id for claim in self.claims if stands(texts.get(claim.article or ""), claim)
        )

    @cached_property
    def questions(self) -> tuple[tuple[Question, ...], ...]:
        """The open questions, the settled ones, and what is none; numbered from 1 through all."""
        number, parts = 0, []
        for pairs in (self.open, self.settled, self.quiet):
            part = []
            for own in questions(pairs):
                number += 1
                part.append(Question(number, tuple(own)))
            parts.append(tuple(part))
        return tuple(parts)

    @cached_property
    def disputed(self) -> Mapping[str, tuple[Question, ...]]:
        """For each claim the open questions that it is in."""
        questions: dict[str, dict[int, Question]] = {}
        for question in self.questions[0]:
            for pair in question.pairs:
                for ident in pair.ids:
                    questions.setdefault(ident, {})[question.number] = question
        return {ident: tuple(own.values()) for ident, own in questions.items()}

    @cached_property
    def articles(self) -> tuple[tuple[Source | None, tuple[Claim, ...]], ...]:
        """The articles in the order of the ledger with their claims; last the claims without."""
        own: dict[str | None, list[Claim]] = {}
        known = {source.id for source in self.sources}
        for claim in self.claims:
            own.setdefault(claim.article if claim.article in known else None, []).append(claim)
        listed = [(source, tuple(own[source.id])) for source in self.sources if source.id in own]
        return (*listed, *([(None, tuple(own[None]))] if None in own else ()))
