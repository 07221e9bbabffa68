"""The entries of a ledger file as the model's values."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimtrack.fields import FIELDS
from claimtrack.german.numbers import read_figure_text
from claimtrack.ledger.format.entries import (
    ActorEntry,
    ArticleEntry,
    ClaimEntry,
    EventEntry,
    FigureEntry,
    ReadEntry,
    RulingEntry,
    TopicEntry,
)
from claimtrack.ledger.format.quoted import mention
from claimtrack.model import (
    Actor,
    Claim,
    Event,
    Figure,
    Interval,
    Mention,
    Reading,
    Ruling,
    Source,
    Span,
    Topic,
)


def claim(entry: ClaimEntry, name: str, reported: str | None = None) -> Claim:
    """A claim under the id ``name``; ``reported`` is its article's day of publication.

    The ledger holds where speaker and cue stand, not their words: these mentions have no text.
    """
    read = entry.read
    return Claim(
        id=name,
        reported=reported,
        figures=tuple(figure(held) for held in entry.figures),
        quote=mention(entry.quote, entry.at or ()) if entry.quote else None,
        speaker=_place(read.speaker) if read else None,
        cue=_place(read.cue) if read else None,
        read=_reading(read) if read else None,
        **{field.of_claim: getattr(entry, field.name) for field in _ALIKE},
    )


_ALIKE = tuple(
    field for field in FIELDS if field.name not in ("id", "figures", "quote", "at", "read")
)
"""Fields that the model has as the file does."""


def _place(spans: Sequence[Span] | None) -> Mention | None:
    return Mention("", tuple(spans)) if spans else None


def _reading(entry: ReadEntry) -> Reading:
    return Reading(entry.rule, entry.score, entry.stamp)


def figure(entry: FigureEntry) -> Figure:
    """A figure; its intervals follow from its words unless the analyst set bounds."""
    value, near, far = meaning(entry.text)
    if entry.min is not None or entry.max is not None:
        near = far = Interval(entry.min or 0, entry.max)
    return Figure(
        text=entry.text,
        what=entry.what,
        state=entry.state,
        value=value if entry.value is None else entry.value,
        near=near,
        far=far,
        low=entry.min,
        high=entry.max,
        scope=entry.scope,
    )


@lru_cache(8192)
def meaning(text: str) -> tuple[float | None, Interval | None, Interval | None]:
    """The number that words name, what they ordinarily mean, and the most that they allow."""
    quantity = read_figure_text(text)
    return (quantity.value, quantity.near, quantity.far) if quantity else (None, None, None)


def source(entry: ArticleEntry) -> Source:
    """An article as the ledger knows it."""
    return Source(**{name: getattr(entry, name) for name in ArticleEntry.model_fields})


def actor(entry: ActorEntry) -> Actor:
    """Somebody whom the ledger knows."""
    return Actor(**{name: getattr(entry, name) for name in ActorEntry.model_fields})


def topic(entry: TopicEntry) -> Topic:
    """An analyst's topic."""
    return Topic(**{name: getattr(entry, name) for name in TopicEntry.model_fields})


def ruling(entry: RulingEntry) -> Ruling:
    """A decision on two claims."""
    return Ruling(**{name: getattr(entry, name) for name in RulingEntry.model_fields})


def event(entry: EventEntry) -> Event:
    """An analyst's word on which articles tell of one event."""
    return Event(**{name: getattr(entry, name) for name in EventEntry.model_fields})
