"""Texts made alike for searching, without case, accents and umlaut dots; numbers in English."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from claimtrack.fields import FIELDS
from claimtrack.model import Claim, Interval

_MAY_COMBINE = re.compile("[^\\x00-\\u02ff]+")
"""No combining character comes before U+0300."""

_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_DECIMALS = 3
_SEARCHED = tuple(field.of_claim for field in FIELDS if field.searched and field.name != "quote")


def folded(text: str) -> str:
    """``text`` without case, accents and umlaut dots: ``Südkorea`` → ``sudkorea``."""
    return _MAY_COMBINE.sub(_without_marks, normalize("NFKD", text.casefold()))


def _without_marks(found: re.Match[str]) -> str:
    return "".join(char for char in found[0] if not combining(char))


def searched(claim: Claim) -> str:
    """All that a search looks through: the claim's words, wording, hedge and note, folded."""
    quote = claim.quote.text if claim.quote else ""
    return folded("\n".join((quote, *(getattr(claim, name) or "" for name in _SEARCHED))))


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
