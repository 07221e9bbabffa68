"""Uncertain dates in EDTF (ISO 8601-2:2019, level 0 and a part of level 1).

Read and written: ``2024``, ``2024-10``, ``2024-10-14``, each with ``~`` (about) or ``?``
(uncertain); intervals ``A/B``; an open side ``../B`` or ``A/..``.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")


@dataclass(frozen=True, slots=True)
class When:
    """The days that an EDTF value allows: first and last, ``None`` for an open side."""

    first: date | None
    last: date | None
    about: bool = False


def parse(text: str) -> When:
    """The days of an EDTF value. Raises ValueError with a plain reason when it is none."""
    if "/" not in text:
        return _point(text)
    left, _, right = text.partition("/")
    first = When(None, None) if left in ("..", "") else _point(left)
    last = When(None, None) if right in ("..", "") else _point(right)
    if first.first is None and last.last is None:
        raise ValueError("an interval needs at least one date")
    if first.first and last.last and first.first > last.last:
        raise ValueError("the interval ends before it begins")
    return When(first.first, last.last, first.about or last.about)


def _point(text: str) -> When:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError("not an EDTF date such as 2024-10-14, 2024-10, ../2024-10-25")
    year, month, day = (int(part) if part else None for part in match.group(1, 2, 3))
    about = bool(match.group(4))
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as why:
        raise ValueError(f"no such day: {text}") from why
    if day:
        return When(first, first, about)
    end = month or 12
    return When(first, date(first.year, end, calendar.monthrange(first.year, end)[1]), about)


def order(text: str | None) -> tuple[date, date]:
    """A sort key: by latest possible day, then by earliest; no date at all comes last."""
    if text is None:
        return (date.max, date.max)
    when = parse(text)
    return (when.last or date.max, when.first or date.min)


def overlap(a: str, b: str) -> bool:
    """Whether two values can mean the same day."""
    one, two = parse(a), parse(b)
    starts = max(one.first or date.min, two.first or date.min)
    return starts <= min(one.last or date.max, two.last or date.max)
