"""Numbers and intervals as English writes them."""

from __future__ import annotations

from claimtrack.model import Interval

_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_DECIMALS = 3


def number(value: float) -> str:
    """``12,000``, ``1.5``; from a million on in words where these lose nothing: ``2.3 billion``."""
    for size, name in _LARGE:
        if value >= size:
            part = value / size
            return f"{part:,.10g} {name}" if part == round(part, _DECIMALS) else f"{value:,.10g}"
    return f"{value:,.10g}"


def in_words(interval: Interval) -> str:
    """An interval: "2,000 to 9,999", "at least 60", "12,000"."""
    low = number(interval.low)
    if interval.high is None:
        return f"at least {low}"
    if interval.high == interval.low:
        return low
    high = number(interval.high)
    return f"{low} to {high}" if interval.low else f"at most {high}"
