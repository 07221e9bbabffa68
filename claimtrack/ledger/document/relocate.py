"""Where the words of a quotation stand in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.model import Span


def anchored(pieces: Sequence[str], body: str, near: int) -> tuple[Span, ...] | None:
    """Where the pieces of a quotation stand in a text, in order; None when one does not.

    Of several places the first piece takes the one nearest to ``near``, the others follow it.
    White space may differ.
    """
    spans: list[Span] = []
    for piece in pieces:
        there = places(piece, body)
        if spans:
            there = [place for place in there if place.start >= spans[-1].end]
            near = spans[-1].end
        if not there:
            return None
        spans.append(min(there, key=lambda place: abs(place.start - near)))
    return tuple(spans)


def places(piece: str, body: str) -> list[Span]:
    """Everywhere that some words stand in a text; white space may differ."""
    return [Span(*match.span()) for match in _pattern(piece).finditer(body)]


def _pattern(piece: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in piece.split()) or r"(?!)")
