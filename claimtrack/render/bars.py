"""Intervals below each other on one axis, each with its source and its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrack.model import Interval
from claimtrack.render import strip, wording
from claimtrack.render.screen import Piece, Screen, line
from claimtrack.render.text_columns import width

AXIS = 60
LEAST = 12
"""An axis of fewer cells shows nothing; names and numbers then stand above their bars."""
GAP = "  "


@dataclass(frozen=True, slots=True)
class Bar:
    """One interval: what stands before it, what is meant, the number named, the most allowed."""

    lead: tuple[Piece, ...]
    near: Interval
    value: float | None = None
    far: Interval | None = None

    @property
    def size(self) -> int:
        """The cells that its lead takes."""
        return sum(width(piece.text) for piece in self.lead)


def bars(rows: Sequence[Bar], screen: Screen, margin: str) -> Iterator[str]:
    """The lines of some intervals, each behind a margin, and the axis below them.

    Where names and numbers leave too little room beside them, they stand above the bars.
    """
    left = max(row.size for row in rows)
    numbers = [wording.interval(row.near, screen.glyphs) for row in rows]
    aside = len(margin) + left + 2 * len(GAP) + max(map(width, numbers))
    cells = min(AXIS, screen.columns - aside)
    above = cells < LEAST
    if above:
        cells = min(AXIS, screen.columns - len(margin))
    if cells < LEAST:
        return
    on = strip.axis([row.near for row in rows], cells)
    for row, number in zip(rows, numbers, strict=True):
        drawn = strip.bar(row.near, row.value, on, screen.glyphs, row.far)
        if above:
            yield line(screen, margin, *row.lead, GAP, number)
            yield line(screen, margin, Piece(drawn, "number"))
        else:
            room = " " * (left - row.size)
            bar = Piece(drawn + " " * (cells - len(drawn)), "number")
            yield line(screen, margin, *row.lead, room, GAP, bar, GAP, number)
    before = margin if above else margin + " " * left + GAP
    yield line(screen, before, Piece(strip.legend(on), "faint"))
