"""Quantities of a text: numerals with their approximators, units, ranges and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrack.german.numbers.bounds import bounds
from claimtrack.german.numbers.decades import KINDS, decade
from claimtrack.german.numbers.hedges import Hedge, hedge_after, hedge_before
from claimtrack.german.numbers.part_and_whole import with_roles
from claimtrack.german.numbers.quantity import Numeral, Quantity
from claimtrack.german.numbers.ranges import is_spelled, is_year, join_range
from claimtrack.german.numbers.scan import numerals
from claimtrack.german.numbers.units import Unit, unit_after, unit_before
from claimtrack.model import Interval, Span

_NO_VALUE = frozenset({"date", "time", "score", "phone", "code"})
_APART = _NO_VALUE | {"label", "attribute", "ordinal", "multiple", "age"} | KINDS
_AGE_AFTER = re.compile(r"\s[Aa]lt(?:e[rnms]?)?\b")
_AGE_BEFORE = re.compile(r"\b(?:im Alter (?:von|ab)|Alter von)\s\Z")
_NOT_ONE = re.compile(r"\b(?:auch nur|nicht|nicht einmal|nicht mal|niemals|nie)\s\Z", re.IGNORECASE)
_EVERY = re.compile(r"\b[Jj]ede[rnms]?\s\Z")
_FROM = re.compile(r"\bvon\s(?:[a-zäöüß]+\s)?\Z", re.IGNORECASE)
_TO = re.compile(r"\sauf\s(?:[a-zäöüß]+\s)?")
_NEAR = 20
"""Characters before a number in which "von" is looked for."""
_MILLION = 10**6
_AGE_BRACKETS = re.compile(r"(?<=[^\W\d_])(?:,\s\d\d,|\s\(\d\d?\))")


def find_quantities(text: str, words: Sequence[Span] | None = None) -> tuple[Quantity, ...]:
    """Every number of a German text, in order, none overlapping another.

    Offsets are characters of ``text``, end exclusive, and every mention cuts its own words:
    ``q.text == text[q.start:q.end]``. Numbers that count nothing (dates, years, scores, labels)
    come under a kind of their own, see :class:`Quantity`. ``words`` are the words of the text that
    may hold the beginning of a number, where they are known already.
    """
    found = list(_quantities(text, list(numerals(text, words))))
    return tuple(with_roles(text, found))


def _quantities(text: str, items: Sequence[Numeral]) -> Iterator[Quantity]:
    floor = index = 0
    while index < len(items):
        item = items[index]
        following = items[index + 1] if index + 1 < len(items) else None
        joined = join_range(text, item, following) if following else None
        level = None if joined or following is None else _level(text, item, following)
        quantity = _quantity(text, joined or item, floor, level)
        index += 2 if joined else 1
        if quantity and quantity.start >= floor:
            floor = quantity.end
            yield quantity


def _level(text: str, item: Numeral, following: Numeral) -> tuple[Numeral, Unit] | None:
    """The level from which a number rises or falls, with the unit and scale of the other.

    Shapes: "von 30 auf 22 Prozent", "von 14 auf 23,5 Millionen Euro".
    """
    if item.kind != "cardinal" or following.kind != "cardinal":
        return None
    if not _TO.fullmatch(text, item.end, following.start) or unit_after(text, item.end):
        return None
    if not _FROM.search(text, max(0, item.start - _NEAR), item.start):
        return None
    unit = unit_after(text, following.end)
    factor = following.scale if following.scale >= _MILLION and item.scale == 1 else 1
    level = item._replace(low=item.low * factor, high=item.high * factor)
    return (level, unit[0]) if unit else None


def _quantity(
    text: str, item: Numeral, floor: int, level: tuple[Numeral, Unit] | None
) -> Quantity | None:
    if item.kind in _APART:
        return _apart(text, item)
    unit, start, end = _unit(text, item)
    if level is not None:
        item, unit = level
    hedge = hedge_before(text, start, end)
    among = hedge and unit is None and text[hedge.at : start].strip().lower() == "unter"
    if hedge and (hedge.at < floor or among):
        hedge = None
    if item.kind == "one" and not (unit or _is_numeral(text, item, hedge)):
        return None
    if item.kind == "one" and _NOT_ONE.search(text, max(0, item.start - 16), item.start):
        return None  # "nie auch nur einen Cent"
    if item.plain and item.start > 2 and _AGE_BRACKETS.match(text, item.start - 2):
        return _made(text, item, item.start, item.end, "age")
    if item.kind == "cardinal" and not hedge and not unit and is_year(text, item, item.end):
        return _made(text, item, item.start, item.end, "year")
    return _counting(text, item, unit, hedge, (start, end))


def _is_numeral(text: str, one: Numeral, hedge: Hedge | None) -> bool:
    """Whether "ein" counts instead of being the article: "mindestens eine Frau"."""
    if hedge is None or text[one.start : one.end].lower() == "eines":
        return False
    words = text[hedge.at : one.start].lower()
    if "über" in words or "unter" in words:
        return False
    up_to = words.startswith("bis")  # "bis zu einer Einigung"
    return hedge.kind in ("at_least", "exact") or (hedge.kind == "at_most" and not up_to)


def _apart(text: str, item: Numeral) -> Quantity:
    """What counts nothing; but "jeder dritte" is a share, and some tell only their digits."""
    if item.kind in KINDS:
        return decade(text, item)
    every = _EVERY.search(text, max(0, item.start - 8), item.start)
    if item.kind == "ordinal" and every and item.low > 1:
        share = Numeral(item.start, item.end, 1 / item.low, 1 / item.low)
        return _made(text, share, every.start(), item.end, "fraction")
    return _made(text, item, item.start, item.end, item.kind)


def _unit(text: str, item: Numeral) -> tuple[Unit | None, int, int]:
    """The unit of a numeral, and the stretch of both."""
    after = unit_after(text, item.end, is_spelled(text, item))
    if after:
        return after[0], item.start, after[1]
    before = unit_before(text, item.start)
    if before:
        return before[0], before[1], item.end
    return None, item.start, item.end


def _counting(
    text: str, item: Numeral, unit: Unit | None, hedge: Hedge | None, stretch: tuple[int, int]
) -> Quantity:
    """A number that counts or measures, with what stands around it."""
    start, end = stretch
    item = item._replace(kind="cardinal") if item.kind == "one" else item
    if hedge and hedge.kind == "several":
        hedge, item = _several(item, hedge)
    widening = hedge.kind if hedge else "exact"
    start = hedge.at if hedge else start
    after = hedge_after(text, end) if widening == "exact" else None
    if after:
        widening, end = after.kind, after.at
    kind = unit.kind if unit else item.kind
    if kind == "duration":
        kind, start, end = _age(text, start, end)
    near, far = bounds(widening, item.low, item.high)
    number = Span(item.start, item.end)
    name = unit.name if unit else None
    return Quantity(start, end, text[start:end], kind, item.value, near, far, number, name)


def _several(item: Numeral, hedge: Hedge) -> tuple[Hedge | None, Numeral]:
    """What "mehrere hundert", "einige Millionen", "ein paar Dutzend" mean; "mehrere 17" nothing."""
    if not _is_round(item):
        return None, item
    exact = Hedge("exact", hedge.at)
    if item.kind == "vague":
        return exact, item._replace(high=min(item.high, item.low * 5 - 1))
    high = 99 if item.low == 12 else item.low * 10 - 1
    return exact, item._replace(low=item.low * 2, high=high, kind="vague")


def _is_round(item: Numeral) -> bool:
    """Whether "mehrere" can stand before the number: hundert, 1.000, Millionen, Dutzend."""
    digits = str(int(item.low))
    return item.low == 12 or (item.low >= 100 and digits.strip("0") == "1") or item.kind == "vague"


def _age(text: str, start: int, end: int) -> tuple[str, int, int]:
    """35 Jahre alt, im Alter von drei Monaten."""
    after = _AGE_AFTER.match(text, end)
    if after:
        return "age", start, after.end()
    before = _AGE_BEFORE.search(text, max(0, start - 14), start)
    return "age" if before else "duration", start, end


def _made(text: str, item: Numeral, start: int, end: int, kind: str) -> Quantity:
    exact = Interval(item.low, item.high)
    value = None if kind in _NO_VALUE else item.value
    unit = "Jahr" if kind == "age" else None
    return Quantity(
        start, end, text[start:end], kind, value, exact, exact, Span(item.start, item.end), unit
    )
