"""Text folded for searching, without case, accents and umlaut dots; numbers in English."""

from __future__ import annotations

import re
from itertools import takewhile
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


def _without_marks(match: re.Match[str]) -> str:
    return "".join(char for char in match[0] if not combining(char))


_SLIPS = 4
"""For so many letters of a word one more may be wrong, missing or too many."""
_BEGINNING = 3
"""Letters at the start that show what was meant, whatever follows: ``deny`` for ``denies``."""


def may_mean(typed: str, name: str) -> bool:
    """True where a word may be a slip of the hand for a name, or begins like it, both folded.

    Two words that only have many letters in common ("anwesend", "arrested") are no such pair.

    >>> may_mean("acepted", "accepted"), may_mean("deny", "denies")
    (True, True)
    >>> may_mean("anwesend", "arrested")
    False
    """
    same = takewhile(lambda pair: pair[0] == pair[1], zip(typed, name, strict=False))
    shared = sum(1 for _ in same)
    if shared >= _BEGINNING and 2 * shared > min(len(typed), len(name)):
        return True
    most = 1 + len(typed) // _SLIPS
    return abs(len(typed) - len(name)) <= most and _slips(typed, name, most) <= most


def _slips(typed: str, name: str, most: int) -> int:
    """How many letters are wrong, missing, too many, or have changed places with the next.

    Counted to its end only where no more than ``most`` are; else some number above ``most``.
    """
    before: list[int] = []
    row = list(range(len(name) + 1))
    for at, letter in enumerate(typed, 1):
        last, before, row = before, row, [at]
        for to, sign in enumerate(name, 1):
            least = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != sign))
            if at > 1 and to > 1 and (letter, typed[at - 2]) == (name[to - 2], sign):
                least = min(least, last[to - 2] + 1)
            row.append(least)
        if min(*before, *row) > most:  # each later row builds on these two
            break
    return row[-1]


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
