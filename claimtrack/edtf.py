"""Uncertain dates in EDTF (ISO 8601-2:2019, level 0 and a part of level 1).

Read and written: ``2024``, ``2024-10``, ``2024-10-14``, each with ``~`` (about); intervals
``A/B``; an open side ``../B`` or ``A/..``. Read as well: ``?`` and ``%`` (uncertain) as about,
a decade ``199X``, a century ``19XX``, an unknown day or month ``2024-10-XX``, ``2024-XX``,
and the seasons ``2024-21`` (spring) to ``2024-24`` (winter, to the February after it).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
_YEARS = re.compile(r"(\d\d)(\dX|XX)([~?%]?)")
_UNKNOWN = re.compile(r"(?:-XX){1,2}(?=[~?%]?$)")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_WANTED = "not an EDTF date such as 2024-10-14, 2024-10, ../2024-10-25"


@dataclass(frozen=True, slots=True)
class When:
    """The days that an EDTF value allows: first and last, ``None`` for an open side."""

    first: date | None
    last: date | None
    about: bool = False


@lru_cache(maxsize=1 << 12)
def parse(text: str) -> When:
    """The days of an EDTF value. Raises ValueError with a plain reason when it is none."""
    if "/" not in text:
        return _point(text)
    left, _, right = text.partition("/")
    first, last = _side(left), _side(right)
    if first.first is None and last.last is None:
        raise ValueError("an interval needs at least one date")
    if first.first and last.last and first.first > last.last:
        raise ValueError("the interval ends before it begins")
    return When(first.first, last.last, first.about or last.about)


def days(text: str | None) -> When:
    """The days of an EDTF value; both sides are open where there is none. Raises as `parse`."""
    return parse(text) if text else When(None, None)


def _side(text: str) -> When:
    return When(None, None) if text in ("..", "") else _point(text)


def _point(text: str) -> When:
    years = _YEARS.fullmatch(text)
    if years:
        return _years(*years.groups())
    match = _DATE.fullmatch(_UNKNOWN.sub("", text))
    if not match:
        raise ValueError(_WANTED)
    year, month, day = (int(part) if part else None for part in match.group(1, 2, 3))
    about = bool(match.group(4))
    try:
        return _date(year or 0, month, day, about)
    except (ValueError, OverflowError) as why:
        raise ValueError(f"no such day: {text}") from why


def _years(century: str, rest: str, mark: str) -> When:
    """199X, 19XX: the ten or hundred years that begin with these digits."""
    low, high = rest.replace("X", "0"), rest.replace("X", "9")
    if int(century + high) < 10:
        raise ValueError(_WANTED)
    first = max(1, int(century + low))
    return When(date(first, 1, 1), date(int(century + high), 12, 31), bool(mark))


def _date(year: int, month: int | None, day: int | None, about: bool) -> When:
    if month in _SEASONS and day is None:
        first = date(year, _SEASONS[month], 1)
        return When(first, _month_end(first + timedelta(days=62)), about)
    first = date(year, month or 1, day or 1)
    if day:
        return When(first, first, about)
    return When(first, _month_end(first.replace(month=month or 12)), about)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def write(when: When) -> str:
    """The shortest EDTF value for these days; ``parse`` gives them back.

    Raises ValueError when both sides are open or the first day follows the last.
    """
    first, last, mark = when.first, when.last, "~" if when.about else ""
    if first is None or last is None:
        if first == last:
            raise ValueError("an interval needs at least one date")
        return f"{first or '..'}{mark if first else ''}/{last or '..'}{mark if last else ''}"
    if first > last:
        raise ValueError("the interval ends before it begins")
    return _written(first, last, mark)


def _written(first: date, last: date, mark: str) -> str:
    if first == last:
        return f"{first}{mark}"
    if first.day > 1 or last != _month_end(last):
        return f"{first}{mark}/{last}{mark}"
    size = 4 if first.month == 1 and last.month == 12 else 7
    start, end = first.isoformat()[:size], last.isoformat()[:size]
    return start + mark if start == end else f"{start}{mark}/{end}{mark}"


def order(text: str | None) -> tuple[date, date]:
    """A sort key: by latest possible day, then by earliest; no date at all comes last."""
    if text is None:
        return (date.max, date.max)
    when = parse(text)
    return (when.last or date.max, when.first or date.min)


def overlap(a: str, b: str) -> bool:
    """True if two values can mean the same day."""
    first, second = parse(a), parse(b)
    starts = max(first.first or date.min, second.first or date.min)
    return starts <= min(first.last or date.max, second.last or date.max)


def until(text: str) -> str:
    """``../X`` with the last day that a value allows, its mark kept: that day or before.

    An interval without an end (``2024-10-01/..``) has none and raises ValueError.
    """
    when = parse(text)
    if when.last is None:
        raise ValueError(f"{text} has no last day")
    return write(When(None, when.last, when.about))
