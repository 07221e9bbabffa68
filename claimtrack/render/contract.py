"""The JSON that programs may rely on: keys, their order, their meaning; versioned in ``schema``.

A field is only ever added; one that changes its meaning raises the number behind the slash.
What is not known is null, never guessed. Endless bounds are null.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from claimtrack import edtf
from claimtrack.model import Actor, Claim, Figure, Interval, Mention, Problem, Reading, Source

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from claimtrack.conflicts.results.values import Conflict, Side

Json = dict[str, object]


def claim_record(claim: Claim, topic: str | None = None) -> Json:
    """A claim as ``claimtrack.claim/1``; ``topic`` is what it is about where it names none.

    Every attribute of a claim is a key of its own; ``actor`` are the actors in one text.
    """
    record: Json = {"schema": "claimtrack.claim/1", "id": claim.id, "article": claim.article}
    record |= {"actor": claim.actor, **_record(claim)}
    return {**record, "topic": claim.topic or topic}


@cache
def _keys(value: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(value))


def _record(value: DataclassInstance, *, without: Container[str] = ()) -> Json:
    """The attributes of a value by their names, in order."""
    names = (name for name in _keys(type(value)) if name not in without)
    return {name: _plain(getattr(value, name)) for name in names}


def _plain(value: object) -> object:
    """A value of the model in terms of JSON."""
    if isinstance(value, Mention):
        return {"text": value.text or None, "spans": [list(span) for span in value.spans]}
    if isinstance(value, Figure):
        return figure_record(value)
    if isinstance(value, Reading):
        return {"rule": value.rule, "score": value.score}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def figure_record(figure: Figure) -> Json:
    """A figure: its words, the number named, what is meant (min, max), the most they allow."""
    near = figure.near
    return {
        "text": figure.text,
        "value": number(figure.value),
        "min": number(near.low) if near else None,
        "max": number(near.high) if near else None,
        "far": interval(figure.far),
        "what": figure.what,
        "state": figure.state,
        "scope": list(figure.scope),
    }


def figure_row_record(figure: Figure, claim: Claim, topic: str | None, event: str | None) -> Json:
    """A figure beside its claim as ``claimtrack.figure/1``.

    ``event`` is what the claim's article tells of, ``said_first`` and ``said_last`` are the days
    that ``said`` allows.
    """
    said = edtf.days(claim.said)
    return {
        "schema": "claimtrack.figure/1",
        "claim": claim.id,
        **figure_record(figure),
        "topic": claim.topic or topic,
        "event": event,
        "actor": claim.actor,
        "actors": list(claim.actors),
        "via": list(claim.via),
        "stance": claim.stance,
        "confidence": claim.confidence,
        "said": claim.said,
        "said_first": said.first.isoformat() if said.first else None,
        "said_last": said.last.isoformat() if said.last else None,
        "reported": claim.reported,
        "about": claim.about,
        "article": claim.article,
        "status": claim.status,
        "words": claim.words,
    }


def article_record(source: Source, claims: int) -> Json:
    """An article of the ledger as ``claimtrack.article/1``, with the number of its claims."""
    known = _record(source, without=("wrote",))
    return {"schema": "claimtrack.article/1", **known, "claims": claims}


def actor_record(actor: Actor, claims: int, articles: int) -> Json:
    """An actor as ``claimtrack.actor/1``, with the claims made and the articles they stand in."""
    counts = {"claims": claims, "articles": articles}
    return {"schema": "claimtrack.actor/1", **_record(actor), **counts}


def topic_record(name: str, words: Sequence[str], claims: int, actors: int) -> Json:
    """A topic as ``claimtrack.topic/1``, with the number of its claims and of who made them."""
    return {
        "schema": "claimtrack.topic/1",
        "name": name,
        "words": list(words),
        "claims": claims,
        "actors": actors,
    }


def problem_record(problem: Problem) -> Json:
    """A problem of a file as ``claimtrack.problem/1``; line and column from 1, 0 = whole file."""
    return {
        "schema": "claimtrack.problem/1",
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code or None,
        "message": problem.message,
        "hint": problem.hint,
    }


def number(value: float | None) -> int | float | None:
    """Whole numbers without a point."""
    return int(value) if value is not None and value == int(value) else value


def interval(value: Interval | None) -> list[int | float | None] | None:
    """Lower and upper bound."""
    return None if value is None else [number(value.low), number(value.high)]


def conflict_record(conflict: Conflict) -> Json:
    """Two claims that do not go together as ``claimtrack.conflict/1``."""
    ruling = conflict.ruling
    return {
        "schema": "claimtrack.conflict/1",
        "kind": conflict.kind,
        "topic": conflict.topic,
        "phase": conflict.phase,
        "verdict": conflict.verdict,
        "reason": conflict.reason,
        "gap": _gap(conflict),
        "ruling": None
        if ruling is None
        else {
            "verdict": ruling.verdict,
            "why": ruling.why,
            "by": ruling.by,
            "on": ruling.on,
            "stale": conflict.stale,
        },
        "sides": [_side(side) for side in conflict.sides],
        "also": list(conflict.also),
        "event": conflict.event,
        "block": conflict.block,
    }


def _gap(conflict: Conflict) -> Json | None:
    if conflict.gap is None:
        return None
    difference, ratio = conflict.gap
    return {"difference": number(difference), "ratio": number(ratio)}


def _side(side: Side) -> Json:
    claim, figure = side.claim, side.figure
    return {
        "claim": claim.id,
        "actor": claim.actor,
        "via": list(claim.via),
        "cites": list(claim.cites),
        "article": claim.article,
        "outlet": side.outlet,
        "line": side.line or None,
        "said": claim.said,
        "reported": side.reported,
        "figure": figure.text if figure else None,
        "state": figure.state if figure else None,
        "interval": interval(figure.near) if figure else None,
        "far": interval(figure.far) if figure else None,
        "stance": claim.stance,
        "confidence": claim.confidence,
        "hedge": claim.hedge,
        "words": claim.words,
        "origins": side.origins,
        "backers": list(side.backers),
    }
