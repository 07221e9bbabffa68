"""Two numerals that make a range, and four digits that make a year."""

from __future__ import annotations

import re

from claimtrack.german.numbers.counted_phrase import PLURAL, counted_after
from claimtrack.german.numbers.not_counting import year_before
from claimtrack.german.numbers.quantity import Numeral
from claimtrack.german.numbers.scan import opens_sentence
from claimtrack.german.numbers.units import unit_after, unit_before

_RANGE = re.compile(r"-?\s?(?:bis(?: zu| hin zu)?|[-–—])\s?")
_AND = re.compile(r"\s(?:und|bis)\s")
_BETWEEN = re.compile(r"\b[Zz]wischen\s\Z")
_WIDEST = 60
"""Characters between the two numbers of a range, a unit among them, at the most."""

_DIGIT = re.compile(r"\d")
_YEARS = range(1500, 2100)
_DETERMINER = re.compile(r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]in(?:e[nmrs]?)?)\s\Z")
_INFLECTED = re.compile(r"[\w-]+e[nrms]?\s")


def join_range(text: str, low: Numeral, high: Numeral) -> Numeral | None:
    """N bis M, N–M, zwischen N und M, with a unit or a scale that is said once."""
    if low.kind not in ("cardinal", "vague", "one") or high.kind not in ("cardinal", "vague"):
        return None
    if high.start - low.end > _WIDEST:
        return None
    if low.plain and year_before(text, low.start):
        return None
    unit = unit_after(text, low.end, is_spelled(text, low))
    gap = text[unit[1] if unit else low.end : high.start]
    between = _BETWEEN.search(text, max(0, low.start - 12), low.start)
    if not (_AND.fullmatch(gap) if between else _RANGE.fullmatch(gap)):
        return None
    first = _shared_scale(text, low, high)
    if not first < high.high or (low.plain and high.plain and is_year(text, low, high.end)):
        return None
    start = between.start() if between else low.start
    return Numeral(start, high.end, first, high.high, "range", high.scale)


def _shared_scale(text: str, low: Numeral, high: Numeral) -> float:
    """The lower end, times the factor that is said with the upper.

    Shapes: "2 bis 3 Millionen"; "zwei- bis dreitausend"; "2- bis 3000", "10- bis 15.000".
    """
    apart = high.scale >= 10**6 or " " in text[high.start : high.end]
    elided = text[low.end : low.end + 1] == "-"
    factor = high.scale
    if elided and factor == 1:
        factor = _noughts(high.low)
    shares = (apart or elided) and low.scale == 1 and low.low < high.high / factor
    return low.low * factor if shares else low.low


def _noughts(number: float) -> float:
    """The thousand or hundred that a hyphen before "bis" stands for: 1000 of 15.000, 100 of 600."""
    return next((size for size in (1000, 100) if number >= size and number % size == 0), 1)


def is_year(text: str, item: Numeral, end: int) -> bool:
    """Whether four bare digits are a year: no unit, nothing counted behind them."""
    if not item.plain or item.end - item.start != 4:
        return False
    if unit_after(text, end) or unit_before(text, item.start):
        return False
    if year_before(text, item.start):
        return True
    return int(item.low) in _YEARS and not _counts(text, item, end)


def _counts(text: str, item: Numeral, end: int) -> bool:
    """Whether a noun in the plural follows.

    Not where a year is likelier: at the head of a sentence, and in "die 2019 gegründeten Firmen".
    """
    behind = counted_after(text, end)
    if behind is None or not PLURAL.search(text[behind.noun : behind.end]):
        return False
    if behind.start == behind.noun:
        return int(item.low) % 100 == 0 or not opens_sentence(text, item.start)
    dated = int(item.low) % 100 != 0 and (
        opens_sentence(text, item.start)
        or _DETERMINER.search(text, max(0, item.start - 8), item.start)
    )
    return not dated and bool(_INFLECTED.match(text, behind.start))


def is_spelled(text: str, item: Numeral) -> bool:
    """Whether a numeral has no digit in it."""
    return not text[item.start].isdigit() and _DIGIT.search(text, item.start, item.end) is None
