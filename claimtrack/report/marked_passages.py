"""The words of claims marked in their article: the sentences around them, or the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.article import blocks, stretches
from claimtrack.german.tokens import sentences, span_of, tokenize
from claimtrack.model import Article, Claim, Span

_TEXT = frozenset({"paragraph", "headline"})
"""Blocks that a whole text is made of; others are shown where a claim stands in them."""
DEEPEST = 30
"""So many claims can hold one character and be marked there; of more the place alone is known."""


class Piece(NamedTuple):
    """A stretch of the body, the claims whose marks begin and end with it.

    ``closes`` says how many of the open marks end before it; ``opens`` the claims that begin, the
    outermost first, each with the number of its piece; ``places`` claims that are too deep.
    """

    text: str
    closes: int = 0
    opens: tuple[tuple[Claim, int], ...] = ()
    places: tuple[Claim, ...] = ()


class Paragraph(NamedTuple):
    """A block of which some stretches are shown, the claims in it, whether it is a headline."""

    stretches: tuple[Span, ...]
    claims: tuple[Claim, ...]
    headline: bool = False


def spans_of(claim: Claim) -> tuple[Span, ...]:
    """Where the words of a claim stand in its article."""
    return claim.quote.spans if claim.quote else ()


def stands(article: Article | None, claim: Claim) -> bool:
    """Whether the article has the words of the claim, letter for letter, where it says."""
    if article is None or claim.quote is None or not claim.quote.spans:
        return False
    return article.has(claim.quote)


def paragraphs(article: Article, claims: Sequence[Claim], *, whole: bool) -> Iterator[Paragraph]:
    """The paragraphs of a text that hold words of claims: of each the sentences these stand in.

    With ``whole`` all of the text, but for the debris of its page where no claim is.
    """
    own = sorted(((span, claim) for claim in claims for span in spans_of(claim)), key=_place)
    for at, kind in _blocks(article, whole=whole):
        inside = [(span, claim) for span, claim in own if _meets(span, *at)]
        named = tuple({claim.id: claim for _, claim in inside}.values())
        if whole and (inside or kind in _TEXT):
            yield Paragraph((at,), named, kind == "headline")
        elif inside:
            spans = [span for span, _ in inside]
            yield Paragraph(tuple(_sentences(article.body, *at, spans)), named)


def _blocks(article: Article, *, whole: bool) -> Iterator[tuple[Span, str]]:
    """The blocks of a text; where its claims alone choose them, no matter of what kind they are."""
    if whole:
        return ((Span(block.start, block.end), block.kind) for block in blocks(article))
    return ((span, "") for span in stretches(article.body))


def _place(each: tuple[Span, Claim]) -> tuple[int, int]:
    return each[0].start, -each[0].end


def _meets(span: Span, start: int, end: int) -> bool:
    return start < span.end and span.start < end


def _sentences(body: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a block that one of the spans meets; neighbours are one stretch."""
    shown: Span | None = None
    touching = False
    for tokens in sentences(tokenize(body, start, end)):
        sentence = span_of(tokens)
        if not any(_meets(span, *sentence) for span in spans):
            touching = False
        elif shown and touching:
            shown = Span(shown.start, sentence.end)
        else:
            if shown:
                yield shown
            shown, touching = sentence, True
    if shown:
        yield shown


def pieces(body: str, stretch: Span, claims: Iterable[Claim], seen: dict[str, int]) -> list[Piece]:
    """A stretch cut where marks begin and end, for marks that are nested as elements are.

    Where two cross, the one that ends later is closed and opened again. ``seen`` counts the
    pieces that each claim has had so far, and is brought up to date.
    """
    marks = _within(stretch, claims)
    edges = sorted({stretch.start, stretch.end, *(at for span, _ in marks for at in span)})
    begin: dict[int, list[tuple[Span, Claim]]] = {}
    for span, claim in marks:
        begin.setdefault(span.start, []).append((span, claim))
    cut: list[Piece] = []
    stack: list[tuple[Span, Claim]] = []
    for at, until in zip(edges, [*edges[1:], stretch.end], strict=True):
        keep = next((i for i, (span, _) in enumerate(stack) if span.end <= at), len(stack))
        again = [mark for mark in stack[keep:] if mark[0].end > at]
        closes = len(stack) - keep
        new = sorted([*again, *begin.get(at, ())], key=lambda mark: -mark[0].end)
        room = max(DEEPEST - keep, 0)
        stack[keep:] = new[:room]
        opens = tuple((claim, _next(seen, claim)) for _, claim in new[:room])
        deep = tuple(claim for _, claim in new[room:] if _next(seen, claim) == 1)
        cut.append(Piece(body[at:until], closes, opens, deep))
    return cut


def _within(stretch: Span, claims: Iterable[Claim]) -> list[tuple[Span, Claim]]:
    """The parts of the claims' words that a stretch holds, in order."""
    parts = [
        (Span(max(span.start, stretch.start), min(span.end, stretch.end)), claim)
        for claim in claims
        for span in spans_of(claim)
        if _meets(span, *stretch)
    ]
    return sorted(parts, key=_place)


def _next(seen: dict[str, int], claim: Claim) -> int:
    seen[claim.id] = seen.get(claim.id, 0) + 1
    return seen[claim.id]
