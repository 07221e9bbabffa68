"""Intervals below each other on one axis, ``├──●──┤``, each with its source and its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from claimtrack.model import Interval
from claimtrack.render import wording
from claimtrack.render.screen import Glyphs, Piece, Screen, line
from claimtrack.render.text_columns import width
from claimtrack.text import number

WIDE = 20
"""From this ratio of largest to smallest number on, the axis is logarithmic."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Numbers from ``low`` to ``high`` on ``cells`` characters.

    ``named`` is the largest that was named; above it there may be room for an open end.
    """

    low: float
    high: float
    cells: int
    logarithmic: bool
    named: float

    def place(self, value: float) -> int:
        """The character, from 0, that a number falls on."""
        low, high, at = self.low, self.high, min(max(value, self.low), self.high)
        if self.logarithmic:
            low, high, at = log(low), log(high), log(at)
        return round((at - low) / (high - low) * (self.cells - 1)) if high > low else 0


def axis(bars: Sequence[Interval], cells: int) -> Axis:
    """One axis for all bars, with room to the right where one is open."""
    named = [bound for drawn in bars for bound in drawn if bound is not None]
    low, most = min(named), max(named)
    high = most * 1.25 or 1.0 if any(drawn.high is None for drawn in bars) else most
    positive = [bound for bound in named if bound > 0]
    wide = bool(positive) and high / min(positive) >= WIDE
    return Axis(min(positive) if wide else low, high, cells, wide, most)


def strip_of(
    interval: Interval, value: float | None, on: Axis, glyphs: Glyphs, far: Interval | None = None
) -> str:
    """One interval; the dot marks the number that was named, or the only one possible.

    With ``far``, a softer line goes on to the most that the words allow, as far as the axis goes.
    """
    first, last = _ends(interval, on)
    signs = [" "] * on.cells
    if far:
        least, most = _ends(far, on)
        signs[least : most + 1] = glyphs.soft * (most - least + 1)
        if far.high is None:
            signs[most] = glyphs.arrow_right
    signs[first : last + 1] = glyphs.line * (last - first + 1)
    below = on.logarithmic and interval.low < on.low
    signs[first] = glyphs.arrow_left if below else glyphs.left
    signs[last] = glyphs.arrow_right if interval.high is None else glyphs.right
    exact = interval.low if interval.low == interval.high else value
    if exact is not None or first == last:
        signs[on.place(exact if exact is not None else interval.low)] = glyphs.dot
    return "".join(signs).rstrip()


def _ends(interval: Interval, on: Axis) -> tuple[int, int]:
    high = on.cells - 1 if interval.high is None else on.place(interval.high)
    return on.place(interval.low), high


def legend(on: Axis) -> str:
    """The smallest and the largest number, each below its place; ``log`` between them if it is so.

    No number stands at an open end: nobody named one.
    """
    low, high = number(on.low), number(on.named)
    if low == high:
        return low
    end = max(on.place(on.named) + 1, len(low) + 1 + len(high))
    room = end - len(low) - len(high)
    middle = " log " if on.logarithmic and room > len(" log ") else " "
    return f"{low}{middle.center(room)}{high}"


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
    on = axis([row.near for row in rows], cells)
    for row, written in zip(rows, numbers, strict=True):
        strip = strip_of(row.near, row.value, on, screen.glyphs, row.far)
        if above:
            yield line(screen, margin, *row.lead, GAP, written)
            yield line(screen, margin, Piece(strip, "number"))
        else:
            room = " " * (left - row.size)
            bar = Piece(strip + " " * (cells - len(strip)), "number")
            yield line(screen, margin, *row.lead, room, GAP, bar, GAP, written)
    before = margin if above else margin + " " * left + GAP
    yield line(screen, before, Piece(legend(on), "faint"))
