"""How well claims fit quotations that people marked: shares of tokens, part by part."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimtrack.analysis.pairing import best_pairs
from claimtrack.model import Claim, Mention

KINDS = {
    "Direct": "direct",
    "Indirect": "indirect",
    "IndirectFreeIndirect": "free_indirect",
    "FreeIndirect": "free_indirect",
    "Reported": "reported",
}
PARTS = ("quotation", "speaker", "cue")
MEASURES = (*PARTS, "attributed")
SAME_KIND = 0.01
"""What a pair of one kind weighs more: less than any difference in words."""
HARDLY = 0.2
"""The share below which a quotation counts as missed, a claim as a false alarm, in the errors."""

Spans = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Said:
    """A quotation, marked or found: the tokens of its parts, its kind, the rule that found it."""

    quotation: frozenset[int] = frozenset()
    speaker: frozenset[int] = frozenset()
    cue: frozenset[int] = frozenset()
    kind: str = ""
    rule: str = ""
    words: str = ""
    who: str = ""


@dataclass
class Result:
    """Shares of single quotations: right ones of those found, found ones of those marked."""

    right: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    found: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))
    tokens: int = 0
    reading: float = 0.0
    seconds: float = 0.0

    def add(self, other: Result) -> None:
        """Add the shares of another article."""
        for mine, theirs in ((self.right, other.right), (self.found, other.found)):
            for name, shares in theirs.items():
                mine[name].extend(shares)
        for name, rows in other.errors.items():
            self.errors[name].extend(rows)
        self.tokens += other.tokens
        self.reading += other.reading
        self.seconds += other.seconds


class Tokens:
    """The tokens of an article, to tell which of them a stretch of characters touches."""

    def __init__(self, spans: Spans) -> None:
        self.spans = spans
        self.starts = [start for start, _ in spans]

    def of(self, spans: Spans | None) -> frozenset[int]:
        """The numbers of the tokens that share a character with the spans."""
        return frozenset(i for start, end in spans or () for i in self._touched(start, end))

    def _touched(self, start: int, end: int) -> Iterator[int]:
        for i in range(max(bisect_right(self.starts, start) - 1, 0), len(self.spans)):
            if self.spans[i][0] >= end:
                return
            if self.spans[i][1] > start:
                yield i


def marked(article: dict[str, Any], tokens: Tokens) -> list[Said]:
    """The quotations that people marked."""
    text = article["text"]
    return [
        Said(
            tokens.of(quote["quote"]),
            tokens.of(quote["speaker"]),
            tokens.of(quote["cue"]),
            KINDS[quote["type"]],
            words=_cut(text, quote["quote"]),
            who=_cut(text, quote["speaker"]),
        )
        for quote in article["quotes"]
    ]


def read(claim: Claim, tokens: Tokens) -> Said:
    """A claim as the parser found it."""
    return Said(
        tokens.of(_spans(claim.quote)),
        tokens.of(_spans(claim.speaker)),
        tokens.of(_spans(claim.cue)),
        claim.kind or "",
        claim.read.rule if claim.read else "",
        claim.quote.text if claim.quote else "",
        claim.speaker.text if claim.speaker else "",
    )


def _spans(mention: Mention | None) -> Spans:
    return mention.spans if mention else ()


def _cut(text: str, spans: Spans | None) -> str:
    return " … ".join(text[start:end] for start, end in spans or ())


def weight(claim: Said, quote: Said) -> float:
    """How well a claim and a marked quotation fit: F1 over tokens, a little more for one kind."""
    both = len(claim.quotation & quote.quotation)
    if not both:
        return 0.0
    f1 = 2 * both / (len(claim.quotation) + len(quote.quotation))
    return f1 + (SAME_KIND if claim.kind == quote.kind else 0)


def compare(name: str, claims: list[Said], quotes: list[Said]) -> Result:
    """The shares of one article."""
    weights = {
        (i, j): both
        for i, claim in enumerate(claims)
        for j, quote in enumerate(quotes)
        if (both := weight(claim, quote))
    }
    pairs = best_pairs(weights)
    quote_of, claim_of = dict(pairs), {quote: claim for claim, quote in pairs}
    result = Result()
    for i, claim in enumerate(claims):
        _judge(result.right, claim, quotes[quote_of[i]] if i in quote_of else Said())
        if result.right["quotation"][-1] < HARDLY:
            result.errors["false alarm"].append((name, claim.rule, claim.words))
    for j, quote in enumerate(quotes):
        other = claims[claim_of[j]] if j in claim_of else Said()
        _judge(result.found, quote, other)
        if result.found["quotation"][-1] < HARDLY:
            result.errors["missed"].append((name, quote.kind, quote.words))
        elif not _same_speaker(quote, other):
            row = (name, other.rule, quote.who, other.who, quote.words[:80])
            result.errors["wrong speaker"].append(row)
    return result


def _judge(shares: dict[str, list[float]], one: Said, other: Said) -> None:
    """Note of one side which share of its tokens the other side has."""
    for part in PARTS:
        mine, theirs = getattr(one, part), getattr(other, part)
        if mine:
            shares[part].append(len(mine & theirs) / len(mine))
    share = shares["quotation"][-1]
    attributed = share if _same_speaker(one, other) else 0.0
    shares["attributed"].append(attributed)
    shares[f"kind {one.kind}"].append(share)
    if one.rule:
        shares[f"rule {one.rule}"].append(share)
        shares[f"attributed {one.rule}"].append(attributed)


def _same_speaker(one: Said, other: Said) -> bool:
    return bool(one.speaker & other.speaker) or (not one.speaker and not other.speaker)
