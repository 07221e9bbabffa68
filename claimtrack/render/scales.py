"""Scales of a picture: numbers and days to places, and the ticks that are worth a label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor, log10
from statistics import median_low

from claimtrack.model import Interval
from claimtrack.render.bars import WIDE

MOST_TICKS = 5
_STEPS = (1, 2, 5)
_LONGEST = 4
"""A stretch without days that is twice as long as so many usual ones is cut to these."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers from ``low`` to ``high`` on places from ``start`` to ``end``."""

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool = False

    def place(self, value: float) -> float:
        """Where a number falls; one beyond the scale is put at its end."""
        at = min(max(value, self.low), self.high)
        if self.logarithmic:
            part = (log10(at) - log10(self.low)) / (log10(self.high) - log10(self.low))
        else:
            part = (at - self.low) / (self.high - self.low)
        return round(self.start + part * (self.end - self.start), 1)


def of_numbers(values: Iterable[float], start: float, end: float) -> Numbers:
    """A scale with a little room around all values; logarithmic when they are far apart."""
    positive = [value for value in values if value > 0] or [1.0]
    low, high = min(positive), max(positive)
    if high / low >= WIDE:
        return Numbers(low / 1.4, high * 1.4, start, end, True)
    room = (high - low) * 0.12 or high * 0.2
    return Numbers(max(0.0, low - room), high + room, start, end)


def bounds(intervals: Iterable[Interval], room: float) -> Iterator[float]:
    """What a scale of intervals has to hold; above an open end its arrow has room, by a factor."""
    for near in intervals:
        yield from (bound for bound in near if bound is not None)
        if near.high is None:
            yield near.low * room


def number_ticks(scale: Numbers) -> list[float]:
    """Round numbers on a scale: 1, 2, 5 and their tens; whole ones where that leaves two."""
    if scale.logarithmic:
        powers = range(floor(log10(scale.low)), ceil(log10(scale.high)) + 1)
        ticks = [10.0**power for power in powers if scale.low <= 10.0**power <= scale.high]
        if len(ticks) > 1:
            return ticks
    step = _step((scale.high - scale.low) / MOST_TICKS)
    if step < 1 and scale.high - scale.low > 2:
        step = 1
    first, last = ceil(scale.low / step), floor(scale.high / step)
    return [round(count * step, 6) for count in range(first, last + 1)]


def _step(least: float) -> float:
    """The next step up of 1, 2, 5 and their tens."""
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in (*_STEPS, 10) if step * power >= least)


@dataclass(frozen=True, slots=True)
class Days:
    """Days, as ordinals, on places: straight between its knots, of which there are two or more.

    ``breaks`` are the places in the middle of stretches that were cut short.
    """

    knots: tuple[tuple[int, float], ...]
    breaks: tuple[float, ...]

    def place(self, day: date | float) -> float:
        """Where a day falls, also one between two days."""
        at = day.toordinal() if isinstance(day, date) else day
        for (first, start), (last, end) in pairwise(self.knots):
            if at <= last:
                part = max(0.0, at - first) / (last - first)
                return round(start + part * (end - start), 1)
        return self.knots[-1][1]


def of_days(days: Iterable[date], start: float, end: float) -> Days:
    """A scale on which every day has its place and long stretches without any are cut short."""
    ordinals = sorted({day.toordinal() for day in days} or {date(2000, 1, 1).toordinal()})
    if len(ordinals) == 1:
        ordinals = [ordinals[0] - 1, ordinals[0], ordinals[0] + 1]
    gaps = [later - sooner for sooner, later in pairwise(ordinals)]
    sizes = _cut(gaps)
    unit = (end - start) / sum(sizes)
    knots, at, breaks = [(ordinals[0], start)], start, []
    for day, gap, size in zip(ordinals[1:], gaps, sizes, strict=True):
        if size < gap:
            breaks.append(round(at + size * unit / 2, 1))
        at += size * unit
        knots.append((day, round(at, 1)))
    return Days(tuple(knots), tuple(breaks))


def _cut(gaps: Sequence[int]) -> list[float]:
    """The lengths of stretches; one much longer than is usual is cut."""
    limit = _LONGEST * median_low(gaps)
    return [float(limit if gap > 2 * limit else gap) for gap in gaps]


def day_ticks(scale: Days, apart: float) -> list[tuple[float, str]]:
    """The days of the scale that have room for a label, as places and dates; the last always."""
    ticks: list[tuple[float, str]] = []
    for day, place in reversed(scale.knots):
        if not ticks or ticks[-1][0] - place >= apart:
            ticks.append((place, date.fromordinal(day).isoformat()))
    return ticks[::-1]
