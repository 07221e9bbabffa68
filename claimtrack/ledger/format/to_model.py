"""The entries of a ledger file as the model's values."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimtrack.german.numbers import read_figure_text
from claimtrack.ledger.format.entries import (
    ActorEntry,
    ArticleEntry,
    ClaimEntry,
    FigureEntry,
    ReadEntry,
    RulingEntry,
    TopicEntry,
)
from claimtrack.ledger.format.quoted import mention
from claimtrack.model import (
    Actor,
    Claim,
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
    return Claim(
        id=name,
        article=entry.article,
        actors=entry.actor,
        via=entry.via,
        cites=entry.cites,
        kind=entry.kind,
        stance=entry.stance,
        confidence=entry.confidence,
        hedge=entry.hedge,
        answers=entry.answers,
        said=entry.said,
        reported=reported,
        about=entry.about,
        claim=entry.claim,
        figures=tuple(figure(one) for one in entry.figures),
        topic=entry.topic,
        status=entry.status,
        credibility=entry.credibility,
        tags=entry.tags,
        note=entry.note,
        quote=mention(entry.quote, entry.at or ()) if entry.quote else None,
        speaker=_place(entry.read.speaker) if entry.read else None,
        cue=_place(entry.read.cue) if entry.read else None,
        read=_reading(entry.read) if entry.read else None,
    )


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
    return Actor(entry.name, entry.aliases, entry.kind, entry.of, entry.reliability)


def topic(entry: TopicEntry) -> Topic:
    """An analyst's topic."""
    return Topic(entry.name, entry.words)


def ruling(entry: RulingEntry) -> Ruling:
    """A decision on two claims."""
    return Ruling(entry.claims, entry.verdict, entry.why, entry.by, entry.on, entry.stamps)
