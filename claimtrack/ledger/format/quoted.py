"""A quotation of several pieces as one line of the ledger, and back."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.model import Mention, Span

GAP = " … "
"""Stands where a frame ("…, sagte er, …") cuts the words in two."""


def written(pieces: Sequence[str]) -> str:
    """The line for the ledger."""
    return GAP.join(pieces)


def pieces(quote: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The pieces of a quotation that stand at ``spans``.

    The lengths of the spans tell a gap from an ellipsis that the article itself prints; where an
    analyst changed the words, the gaps are counted; one piece where neither fits.
    """
    if len(spans) < 2:
        return (quote,)
    pieces, at = [], 0
    for span in spans:
        pieces.append(quote[at : at + span.end - span.start])
        at += span.end - span.start + len(GAP)
    if written(pieces) == quote:
        return tuple(pieces)
    parts = tuple(quote.split(GAP))
    return parts if len(parts) == len(spans) else (quote,)


def mention(quote: str, spans: Sequence[Span]) -> Mention:
    """A ledger's quotation as a mention: its pieces joined by a blank."""
    return Mention(" ".join(pieces(quote, spans)), tuple(spans))
