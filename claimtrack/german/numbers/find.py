"""Quantities of a text: numerals with their approximators, units, ranges and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.german.numbers.apart import year_before
from claimtrack.german.numbers.bounds import bounds
from claimtrack.german.numbers.counted import PLURAL, counted_after
from claimtrack.german.numbers.hedges import Hedge, hedge_after, hedge_before
from claimtrack.german.numbers.quantity import Numeral, Quantity
from claimtrack.german.numbers.scan import numerals, opens_sentence
from claimtrack.german.numbers.units import Unit, unit_after, unit_before
from claimtrack.model import Interval, Span

_NO_VALUE = frozenset({"date", "time", "score", "phone", "code"})
_APART = _NO_VALUE | {"label", "attribute", "ordinal", "multiple", "age"}
_RANGE = re.compile(r"-?\s?(?:bis(?: zu| hin zu)?|[-–—])\s?")
_AND = re.compile(r"\s(?:und|bis)\s")
_BETWEEN = re.compile(r"\b[Zz]wischen\s\Z")
_AGE_AFTER = re.compile(r"\s[Aa]lt(?:e[rnms]?)?\b")
_AGE_BEFORE = re.compile(r"\b(?:im Alter (?:von|ab)|Alter von)\s\Z")
_PART = re.compile(r"\s(?:der|von|von den|von insgesamt|der insgesamt|von ehemals)\s")
_MORE_BEFORE = re.compile(
    r"\b(?:[Ww]eiter(?:e[nr]?)|[Zz]usätzlich(?:e[nr]?)?|noch einmal|nochmals)\s\Z"
)
_MORE_AFTER = re.compile(r"\s(?:weitere[nr]?|zusätzliche[nr]?|andere[nr]?)\b")
_EVERY = re.compile(r"\b[Jj]ede[rnms]?\s\Z")
_INFLECTED = re.compile(r"[\w-]+e[nrms]?\s")
_AGE_BRACKETS = re.compile(r"(?<=[^\W\d_])(?:,\s\d\d,|\s\(\d\d?\))")
_YEARS = range(1500, 2100)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of a German text, in order, none overlapping another.

    Offsets are characters of ``text``, end exclusive, and every mention cuts its own words:
    ``q.text == text[q.start:q.end]``. Numbers that count nothing (dates, years, scores, labels)
    come under a kind of their own, see :class:`Quantity`.
    """
    found = list(_quantities(text, list(numerals(text))))
    return tuple(_with_roles(text, found))


def _quantities(text: str, items: Sequence[Numeral]) -> Iterator[Quantity]:
    floor = index = 0
    while index < len(items):
        item = items[index]
        following = items[index + 1] if index + 1 < len(items) else None
        joined = _range(text, item, following) if following else None
        quantity = _quantity(text, joined or item, floor)
        index += 2 if joined else 1
        if quantity and quantity.start >= floor:
            floor = quantity.end
            yield quantity


def _range(text: str, low: Numeral, high: Numeral) -> Numeral | None:
    """N bis M, N–M, zwischen N und M, with a unit or a scale that is said once."""
    if low.kind not in ("cardinal", "vague", "one") or high.kind not in ("cardinal", "vague"):
        return None
    if low.plain and year_before(text, low.start):
        return None
    unit = unit_after(text, low.end, _is_spelled(text, low))
    gap = text[unit[1] if unit else low.end : high.start]
    between = _BETWEEN.search(text, max(0, low.start - 12), low.start)
    if not (_AND.fullmatch(gap) if between else _RANGE.fullmatch(gap)):
        return None
    first = _shared_scale(text, low, high)
    if not first < high.high or (low.plain and high.plain and _is_year(text, low, high.end)):
        return None
    start = between.start() if between else low.start
    return Numeral(start, high.end, first, high.high, "range", high.scale)


def _shared_scale(text: str, low: Numeral, high: Numeral) -> float:
    """The lower end, times the factor that is said with the upper: "2 bis 3 Millionen"."""
    apart = high.scale >= 10**6 or " " in text[high.start : high.end]
    elided = text[low.end : low.end + 1] == "-"
    shares = (apart or elided) and low.scale == 1 and low.low < high.high / high.scale
    return low.low * high.scale if shares else low.low


def _is_year(text: str, item: Numeral, end: int) -> bool:
    """Whether four bare digits are a year: no unit, nothing counted behind them."""
    if not item.plain or item.end - item.start != 4:
        return False
    if unit_after(text, end) or unit_before(text, item.start):
        return False
    if year_before(text, item.start):
        return True
    return int(item.low) in _YEARS and not _counts(text, item, end)


def _counts(text: str, item: Numeral, end: int) -> bool:
    """Whether a noun in the plural follows; a sentence opens with a year, not with a number."""
    behind = counted_after(text, end)
    if behind is None or not PLURAL.search(text[behind.noun : behind.end]):
        return False
    opens = opens_sentence(text, item.start) and int(item.low) % 100 != 0
    return not opens and (behind.start == behind.noun or bool(_INFLECTED.match(text, behind.start)))


def _quantity(text: str, item: Numeral, floor: int) -> Quantity | None:
    if item.kind in _APART:
        return _apart(text, item)
    unit, start, end = _unit(text, item)
    hedge = hedge_before(text, start, end)
    among = hedge and unit is None and text[hedge.at : start].strip().lower() == "unter"
    if hedge and (hedge.at < floor or among):
        hedge = None
    if item.kind == "one" and unit is None and not _is_numeral(text, item, hedge):
        return None
    if item.plain and item.start > 2 and _AGE_BRACKETS.match(text, item.start - 2):
        return _made(text, item, item.start, item.end, "age")
    if item.kind == "cardinal" and not hedge and not unit and _is_year(text, item, item.end):
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
    """What counts nothing; but "jeder dritte" is a share."""
    every = _EVERY.search(text, max(0, item.start - 8), item.start)
    if item.kind == "ordinal" and every and item.low > 1:
        share = Numeral(item.start, item.end, 1 / item.low, 1 / item.low)
        return _made(text, share, every.start(), item.end, "fraction")
    return _made(text, item, item.start, item.end, item.kind)


def _unit(text: str, item: Numeral) -> tuple[Unit | None, int, int]:
    """The unit of a numeral, and the stretch of both."""
    after = unit_after(text, item.end, _is_spelled(text, item))
    if after:
        return after[0], item.start, after[1]
    before = unit_before(text, item.start)
    if before:
        return before[0], before[1], item.end
    return None, item.start, item.end


def _is_spelled(text: str, item: Numeral) -> bool:
    return not any(letter.isdigit() for letter in text[item.start : item.end])


def _counting(
    text: str, item: Numeral, unit: Unit | None, hedge: Hedge | None, stretch: tuple[int, int]
) -> Quantity:
    """A number that counts or measures, with what stands around it."""
    start, end = stretch
    kind = unit.kind if unit else {"one": "cardinal"}.get(item.kind, item.kind)
    low, high = item.low, item.high
    widening = hedge.kind if hedge else "exact"
    if hedge and hedge.kind == "several":
        hedge, widening = (hedge if _is_round(item) else None), "exact"
        low, high = _several(item) if hedge else (low, high)
        kind = "vague" if hedge and not unit else kind
    start = hedge.at if hedge else start
    after = hedge_after(text, end)
    if after and widening == "exact":
        widening, end = after.kind, after.at
    if unit and unit.kind == "duration":
        kind, start, end = _age(text, start, end)
    near, far = bounds(widening, low, high)
    value = low if low == high else None
    return Quantity(
        start,
        end,
        text[start:end],
        kind,
        value,
        near,
        far,
        Span(item.start, item.end),
        unit.name if unit else None,
    )


def _several(item: Numeral) -> tuple[float, float]:
    """Lowest and highest number of "mehrere hundert", "einige Millionen", "ein paar Dutzend"."""
    if item.kind == "vague":
        return item.low, min(item.high, item.low * 5 - 1)
    return item.low * 2, 99 if item.low == 12 else item.low * 10 - 1


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


def _with_roles(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The same quantities, parts and wholes marked: X der Y, X von Y, weitere N."""
    whole = False
    for index, quantity in enumerate(found):
        following = found[index + 1 : index + 2]
        part = bool(following) and _is_part(text, quantity, following[0])
        role = "part" if part else "whole" if whole else _more(text, quantity)
        whole = part
        yield replace(quantity, role=role) if role else quantity


def _is_part(text: str, part: Quantity, whole: Quantity) -> bool:
    counting = {"cardinal", "vague", "range", "fraction", "percent"}
    if part.kind not in counting or whole.kind not in ("cardinal", "vague", "range"):
        return False
    return whole.start - part.end < 20 and bool(_PART.fullmatch(text, part.end, whole.start))


def _more(text: str, quantity: Quantity) -> str | None:
    before = _MORE_BEFORE.search(text, max(0, quantity.start - 14), quantity.start)
    return "more" if before or _MORE_AFTER.match(text, quantity.end) else None
