"""Stretches of the calendar as EDTF values: parts of months and years, weeks, quarters, feasts.

Where German leaves the bounds open, the thirds of a month (Anfang 1-10, Mitte 11-20, Ende 21 to
its last day) and the outer quarters of a year (Anfang January to March, Mitte May to August,
Ende October to December) are taken; seasons are the meteorological ones. A week runs from Monday
to Sunday (ISO 8601).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from claimtrack.edtf import When, write

Span = Callable[[int], tuple[date, date]]
"""The first and the last day that a yearless date has in a year."""

_YEAR_PARTS = {"start": (1, 3), "middle": (5, 8), "end": (10, 12)}
_WEEK_PARTS = {"start": (0, 1), "middle": (2, 2), "end": (4, 6)}
_FIXED = re.compile(r"(\d\d)-(\d\d)")
_NTH_WEEKDAY = re.compile(r"(\d\d)-w(\d)#(\d)")
_OFFSET = re.compile(r"(easter|advent)([+-]\d+)")


def days(first: date, last: date, about: bool = False) -> str:
    """From one day to another, both included."""
    return write(When(first, last, about))


def month(year: int, number: int, part: str = "") -> str:
    """A month, or its "start", "middle" or "end"; any other part is the whole."""
    last = monthrange(year, number)[1]
    low, high = {"start": (1, 10), "middle": (11, 20), "end": (21, last)}.get(part, (1, last))
    return days(date(year, number, low), date(year, number, high))


def year(number: int, part: str = "") -> str:
    """A year, or its "start", "middle" or "end"; any other part is the whole."""
    low, high = _YEAR_PARTS.get(part, (1, 12))
    return months(number, low, high)


def months(of: int, low: int, high: int) -> str:
    """The months ``low`` to ``high`` of one year."""
    return days(date(of, low, 1), date(of, high, monthrange(of, high)[1]))


def week(day: date, part: str = "") -> str:
    """The ISO week of a day; its start is Monday and Tuesday, its end Friday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    low, high = _WEEK_PARTS.get(part, (0, 6))
    return days(monday + timedelta(days=low), monday + timedelta(days=high))


def weekend(saturday: date) -> str:
    """A Saturday and the Sunday after it."""
    return days(saturday, saturday + timedelta(days=1))


def season(number: int, first_month: int) -> str:
    """The three months from the first one of a season; the winter of 2014 ends in February 2015."""
    first = date(number, first_month, 1)
    end = shift_month(first, 2)
    return days(first, end.replace(day=monthrange(end.year, end.month)[1]))


def shift_month(day: date, by: int) -> date:
    """The first day of the month that lies so many months on."""
    count = day.year * 12 + day.month - 1 + by
    return date(count // 12, count % 12 + 1, 1)


def decade(first: int, part: str = "") -> str:
    """Ten years, or the first four, the middle four, the last four of them."""
    low, high = {"start": (0, 3), "middle": (3, 6), "end": (6, 9)}.get(part, (0, 9))
    return f"{first + low}/{first + high}"


def century(number: int, part: str = "") -> str:
    """The 19th century is 1801/1900; its thirds are 33 years each."""
    low, high = {"start": (1, 33), "middle": (34, 66), "end": (67, 100)}.get(part, (1, 100))
    return f"{(number - 1) * 100 + low:04}/{(number - 1) * 100 + high:04}"


def feast(rule: str, of: int) -> tuple[date, date]:
    """First and last day of a feast in a year, by its rule in ``lexicon/date_names.tsv``."""
    first, _, last = rule.partition("..")
    begin = _feast_day(first, of)
    end = _feast_day(last, of) if last else begin
    return (begin, end) if end >= begin else (begin, _feast_day(last, of + 1))


def _feast_day(rule: str, of: int) -> date:
    if match := _FIXED.fullmatch(rule):
        return date(of, int(match[1]), int(match[2]))
    if match := _NTH_WEEKDAY.fullmatch(rule):
        return _nth_weekday(of, *(int(number) for number in match.groups()))
    match = _OFFSET.fullmatch(rule)
    if not match:
        raise ValueError(f"no rule for a feast: {rule}")
    start = _easter(of) if match[1] == "easter" else _advent(of)
    return start + timedelta(days=int(match[2]))


def _nth_weekday(of: int, number: int, weekday: int, nth: int) -> date:
    first = date(of, number, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(of: int) -> date:
    from dateutil.easter import easter

    return easter(of)


def _advent(of: int) -> date:
    """The first Sunday of Advent: the fourth before Christmas Day."""
    christmas = date(of, 12, 25)
    return christmas - timedelta(days=christmas.weekday() + 22)
