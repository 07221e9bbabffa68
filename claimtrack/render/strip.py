"""Intervals as bars above one axis: ``├──●──┤``, an arrow where a side is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from claimtrack.model import Interval
from claimtrack.render.screen import Glyphs
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
    named = [bound for bar in bars for bound in bar if bound is not None]
    low, most = min(named), max(named)
    high = most * 1.25 or 1.0 if any(bar.high is None for bar in bars) else most
    positive = [bound for bound in named if bound > 0]
    wide = bool(positive) and high / min(positive) >= WIDE
    return Axis(min(positive) if wide else low, high, cells, wide, most)


def bar(
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
    """The first and the last character of an interval."""
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
