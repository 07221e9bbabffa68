"""Conflicts as rows, for csv: the pair first, then both sides, then why."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.model import Figure
from claimtrack.render import contract, wording
from claimtrack.render.conflict_side import Place
from claimtrack.render.listing import Cell, Column, Listing, Made
from claimtrack.render.screen import Glyphs

_PAIR = ("verdict", "kind", "topic", "phase", "difference", "ratio")
_SIDE = (
    "actor", "via", "cites", "outlet", "said", "stance", "confidence", "figure", "interval",
    "min", "max", "words", "origins", "claim", "article", "line",
)  # fmt: skip
_RULING = ("ruled", "why", "by", "on", "stale")
_SHARED = ("event", "block", "a_backers", "b_backers", "a_reported", "b_reported")


def listing(conflicts: Sequence[Conflict], place: Place, glyphs: Glyphs) -> Listing:
    """A row a pair; the fields of its sides behind ``a`` and ``b``, an open bound empty.

    ``place`` gives the file that a side's claim stands in.
    """
    columns = (
        *(Column(name, 20) for name in _PAIR),
        *(Column(f"{letter}_{name}", 24) for letter in "ab" for name in _SIDE),
        Column("reason", place="body"),
        *(Column(name, 20) for name in (*_RULING, *_SHARED)),
    )

    def row(pair: Conflict) -> tuple[Cell, ...]:
        return tuple(map(Cell, _row(pair, place, glyphs)))

    return Listing(columns, Made(row, conflicts), Made(contract.conflict_record, conflicts))


def _row(conflict: Conflict, place: Place, glyphs: Glyphs) -> tuple[str, ...]:
    gap = tuple(map(_number, conflict.gap or (None, None)))
    sides = (cell for side in conflict.sides for cell in _cells(side, place, glyphs))
    pair = (conflict.verdict, conflict.kind, conflict.topic or "", conflict.phase or "")
    return (*pair, *gap, *sides, conflict.reason, *_ruling(conflict), *_shared(conflict))


def _cells(side: Side, place: Place, glyphs: Glyphs) -> tuple[str, ...]:
    claim = side.claim
    return (
        claim.actor or "",
        ", ".join(claim.via),
        ", ".join(claim.cites),
        side.outlet or "",
        claim.said or "",
        claim.stance,
        claim.confidence,
        *_figure(side.figure, glyphs),
        claim.words,
        str(side.origins),
        claim.id,
        claim.article or "",
        wording.where(place(side), side.line),
    )


def _figure(figure: Figure | None, glyphs: Glyphs) -> tuple[str, ...]:
    if figure is None or figure.near is None:
        return (figure.text if figure else "", "", "", "")
    near = figure.near
    return figure.text, wording.interval(near, glyphs), _number(near.low), _number(near.high)


def _ruling(pair: Conflict) -> tuple[str, ...]:
    ruling = pair.ruling
    if ruling is None:
        return ("",) * len(_RULING)
    return (
        ruling.verdict,
        ruling.why or "",
        ruling.by or "",
        ruling.on or "",
        "yes" if pair.stale else "",
    )


def _shared(pair: Conflict) -> tuple[str, ...]:
    """The event, the block; who stands behind each side, and when each was reported."""
    backers = (", ".join(side.backers) for side in pair.sides)
    reported = (side.reported or "" for side in pair.sides)
    return (pair.event or "", pair.block or "", *backers, *reported)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
