"""Claims and ledgers by hand, in as few words as a table of cases needs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimtrack.model import Claim, Figure, Interval, Ledger, Mention, Source, Span


def exact(text: str, value: float, what: str | None = None, state: str | None = None) -> Figure:
    """A number without a hedge."""
    return Figure(text, what, state, value, Interval(value, value), Interval(value, value))


def about(text: str, value: float, what: str | None = None, state: str | None = None) -> Figure:
    """A number with "etwa" or "rund": a tenth either way, at most three."""
    near, far = Interval(0.9 * value, 1.1 * value), Interval(0.7 * value, 1.3 * value)
    return Figure(text, what, state, value, near, far)


def vague(
    text: str, low: float, high: float | None, what: str | None = None, state: str | None = None
) -> Figure:
    """A word for a range: "Tausende", "mehrere hundert", "mindestens 60"."""
    return Figure(text, what, state, None, Interval(low, high), Interval(low, high))


def claim(name: str, actor: str | None, words: str, *figures: Figure, **fields: Any) -> Claim:
    """A claim; ``actor`` may join two by "und", ``at`` is where its words begin."""
    actors = tuple(actor.split(" und ")) if actor else ()
    start = fields.pop("at", 0)
    quote = Mention(words, (Span(start, start + len(words)),))
    return Claim(name, actors=actors, quote=quote, figures=figures, **fields)


def ledger(*claims: Claim, sources: tuple[Source, ...] = (), **fields: Any) -> Ledger:
    """A ledger; each claim is given the day its article was published."""
    published = {source.id: source.published for source in sources}
    dated = (replace(each, reported=published.get(each.article or "")) for each in claims)
    return Ledger("claims.yaml", sources=sources, claims=tuple(dated), **fields)
