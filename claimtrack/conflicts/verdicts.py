"""What comparing two claims can come to: the verdicts, and how far two numbers lie apart.

Apart from how a verdict is found, because showing what was kept of a comparison needs no more.
"""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.model import Interval

VERDICTS = ("conflict", "tension", "update", "different phase", "same origin")
"""Worst first."""
SHOWN = frozenset({"conflict", "tension"})
"""The verdicts that contradict; the others are shown only when all are asked for."""
RULINGS = (*VERDICTS, "no conflict")
"""What an analyst can decide on a pair."""
NOT_COMPARED = "not compared"
"""The verdict on a pair that was not."""


class Gap(NamedTuple):
    """How far two near intervals lie apart: at least this number, at least this many times."""

    difference: float
    ratio: float | None


def gap(left: Interval, right: Interval) -> Gap | None:
    """The distance of two intervals, or None where they meet."""
    low, high = (left, right) if left.low <= right.low else (right, left)
    if low.high is None or low.high >= high.low:
        return None
    return Gap(round(high.low - low.high, 6), _ratio(low.high, high.low))


def ratio(left: Interval, right: Interval) -> float | None:
    """How many times as large the nearest number of the larger interval is, if that can be said."""
    low, high = (left, right) if left.low <= right.low else (right, left)
    if low.high is None or low.high >= high.low:
        return None
    return _ratio(low.high, high.low)


def _ratio(less: float, more: float) -> float | None:
    return round(more / less, 6) if less > 0 else None
