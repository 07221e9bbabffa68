"""Brackets at the end of a claim's words: one that opens in them closes in them."""

from __future__ import annotations

from claimtrack.extract.candidate import Spans
from claimtrack.model import Span

_PAIRS = {"[": "]", "(": ")", "{": "}"}


def closed(body: str, spans: Spans) -> Spans:
    """The spans, each with the bracket behind it that closes one opened in it.

    Brackets part clauses, so that a clause may end right before one: "gut [sic", "gut[/b".
    """
    return tuple(_closed(body, span) for span in spans)


def _closed(body: str, span: Span) -> Span:
    waiting = _waiting(body[span.start : span.end])
    closes = bool(waiting) and body[span.end : span.end + 1] == waiting[-1]
    return Span(span.start, span.end + 1) if closes else span


def _waiting(words: str) -> list[str]:
    """The closing brackets that are missing behind some words, the innermost last."""
    waiting: list[str] = []
    for sign in words:
        if sign in _PAIRS:
            waiting.append(_PAIRS[sign])
        elif waiting and sign == waiting[-1]:
            waiting.pop()
    return waiting
