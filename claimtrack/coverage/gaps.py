"""Gaps: stretches of an article that ask for a claim and that no claim meets.

A claim meets a stretch when a character of its quotation or its cue is one of the stretch; a
figure and a quotation also when they stand in its speaker ("drei Ärzte"). The speaker alone does
not account for a speech act: "X äußerte sich besorgt und forderte …" are two, by one speaker. Of a
claim that a hand wrote no cue is known: the frame right beside its words is its own. Where only a
rejected claim meets it, a gap is declined: somebody looked and said no. Where the analyst passed
over the words (``passed`` of the article), it is passed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from claimtrack.coverage.claim_worthy import KINDS, Stretch
from claimtrack.model import Claim, Mention, Span

_BESIDE = 3
"""Characters between a claim's words and its frame: a comma, a colon, a mark, a blank."""

State = Literal["open", "declined", "passed"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that no claim accounts for; ``claim`` is the id of the nearest one, if any."""

    article: str
    stretch: Stretch
    state: State = "open"
    claim: str | None = None

    @property
    def at(self) -> Span:
        """Its place in the body, the end exclusive."""
        return self.stretch.whole


@dataclass(frozen=True, slots=True)
class Account:
    """How many stretches of each kind an article has, and its gaps in the order of the text."""

    article: str
    counts: Mapping[str, int]
    gaps: tuple[Gap, ...]

    def open(self, kind: str | None = None) -> tuple[Gap, ...]:
        """The gaps that wait for somebody, of one kind or of all; brief quotations left out."""
        return tuple(
            gap
            for gap in self.gaps
            if gap.state == "open" and not gap.stretch.brief and kind in (None, gap.stretch.kind)
        )


def account(
    article: str, stretches: Sequence[Stretch], claims: Iterable[Claim], passed: Iterable[Span] = ()
) -> Account:
    """Which stretches of an article its claims do not account for.

    ``stretches`` are its own, ``claims`` its claims, ``passed`` the places that were passed over.
    """
    rejected: list[Claim] = []
    standing: list[Claim] = []
    for claim in claims:
        (rejected if claim.status == "rejected" else standing).append(claim)
    held, declined, over = _Places(standing), _Places(rejected), tuple(passed)
    nearest = _Nearest(standing)
    counts = Counter[str](
        each.kind for each in _united(each for each in stretches if not each.brief)
    )
    gaps = [
        Gap(article, left, _state(left, declined, over), nearest.to(left.whole))
        for left in _united(each for each in stretches if not held.meet(each))
    ]
    counted = {kind: counts[kind] for kind in KINDS}
    return Account(article, counted, tuple(sorted(gaps, key=_order)))


def _order(gap: Gap) -> tuple[Span, int]:
    return gap.at, KINDS.index(gap.stretch.kind)


class _Places:
    """Where claims have their words and cues, and where their speakers."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        words = (mention for claim in claims for mention in (claim.quote, claim.cue))
        self._words = _Covered(words)
        self._speakers = _Covered(claim.speaker for claim in claims)
        self._frames = _Covered(_widened(claim) for claim in claims if claim.read is None)

    def meet(self, stretch: Stretch) -> bool:
        """True if one of the claims accounts for a stretch."""
        if any(map(self._words.meet, stretch.spans)):
            return True
        rest = self._frames if stretch.kind == "speech" else self._speakers
        return any(map(rest.meet, stretch.spans))


def _widened(claim: Claim) -> Mention | None:
    """The words of a claim with what stands right beside them."""
    if claim.quote is None:
        return None
    return Mention("", tuple(Span(a - _BESIDE, b + _BESIDE) for a, b in claim.quote.spans))


class _Covered:
    """The characters of mentions, as stretches in order that do not touch."""

    def __init__(self, mentions: Iterable[Mention | None]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(span for words in mentions if words for span in words.spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meet(self, span: Span) -> bool:
        """True if a character of a span is one of these."""
        last = bisect_left(self._starts, span.end) - 1
        return last >= 0 and self._ends[last] > span.start


class _Nearest:
    """Claims in the order in which their quotations begin."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        quoted = (claim for claim in claims if claim.quote and claim.quote.spans)
        self._claims = sorted((*claim.quote.spans[0], claim.id) for claim in quoted if claim.quote)

    def to(self, at: Span) -> str | None:
        """The id of the nearest one, of two equally near that of the first; None without any."""
        here = bisect_left(self._claims, (at.start, at.start, ""))
        near = self._claims[max(0, here - 1) : here + 1]
        if not near:
            return None
        return min(near, key=lambda claim: max(claim[0] - at.end, at.start - claim[1], 0))[2]


def _state(stretch: Stretch, declined: _Places, passed: Sequence[Span]) -> State:
    at = stretch.whole
    if any(place.start <= at.start and at.end <= place.end for place in passed):
        return "passed"
    return "declined" if declined.meet(stretch) else "open"


def _united(left: Iterable[Stretch]) -> Iterator[Stretch]:
    """One speech act a stretch of a sentence: what overlaps is one, with the reason that says most.

    Figures and quotations stay as they are, the same words twice being one.
    """
    alike = sorted(left, key=lambda each: (each.sentence, each.kind, each.whole))
    for (_, kind), group in groupby(alike, key=lambda each: (each.sentence, each.kind)):
        held: Stretch | None = None
        for stretch in group:
            if held is not None and _together(held, stretch, kind):
                held = _union(held, stretch)
                continue
            if held is not None:
                yield held
            held = stretch
        if held is not None:
            yield held


def _together(first: Stretch, second: Stretch, kind: str) -> bool:
    if kind != "speech":
        return first.spans == second.spans
    return second.whole.start < first.whole.end


def _union(first: Stretch, second: Stretch) -> Stretch:
    best = max(first, second, key=lambda each: each.weight)
    start = min(first.whole.start, second.whole.start)
    return replace(best, spans=(Span(start, max(first.whole.end, second.whole.end)),))
