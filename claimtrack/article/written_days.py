"""Dates as pages, datelines and people write them, with or without a year; no relative dates.

What is counted from a day of publication ("am Freitag") is read by ``claimtrack.german.dates``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from typing import NamedTuple

from claimtrack.lexicon import calendar

_CENTURY = 2000
_HOME = "Europe/Berlin"
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d\S*")
_AROUND = re.compile(
    r"(?:[^\w~?%]|\bden\b|\bvom\b|\bam\b|\bum\b|\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\b|\bUhr\b|\bM?E?S?Z\b)*"
)


class Day(NamedTuple):
    """A day that a text names at ``text[start:end]``; ``year`` is None where it names none."""

    year: int | None
    month: int
    day: int
    start: int
    end: int

    @property
    def edtf(self) -> str | None:
        """The day in EDTF, None without a year."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.year else None


def days(text: str) -> Iterator[Day]:
    """The days of a text in reading order.

    ``2024-10-29``, ``2024/10/29``, ``29.10.2024``, ``29.10.24``, ``29.10.``, ``29. Oktober 2024``,
    ``29. Okt. 2024``, ``11. Sep``. What no calendar holds (``31.2.2024``) is no day.
    """
    for match in _day().finditer(text):
        parts = match.groupdict()
        month = int(parts["m1"] or parts["m2"] or 0) or _months()[parts["name"].casefold()]
        named = parts["y1"] or parts["y2"] or parts["y3"]
        year = int(named) + (_CENTURY if len(named) == 2 else 0) if named else None
        number = int(parts["d1"] or parts["d2"] or parts["d3"])
        try:
            date(year or _CENTURY, month, number)
        except ValueError:
            continue
        yield Day(year, month, number, *match.span())


def first(text: str) -> str | None:
    """The first day of a text that has a year, in EDTF; None when there is none."""
    return next((day.edtf for day in days(text) if day.edtf), None)


def only(text: str) -> str | None:
    """The day that a text consists of, with its weekday and hour: "Freitag, 6.6.2025, 8:00 Uhr"."""
    dated = [day for day in days(text) if day.edtf]
    if len(dated) != 1:
        return None
    rest = _weekday().sub("", text[: dated[0].start]) + " " + text[dated[0].end :]
    return dated[0].edtf if _AROUND.fullmatch(rest) else None


def stamped(value: str) -> str | None:
    """The day of a date that a machine wrote, in EDTF; None when it tells none.

    A time in UTC is that of a computer; the day is the one that Berlin, Wien and Bern had.
    """
    moment = _moment(value.strip())
    if moment is None:
        return first(value)
    if moment.utcoffset() != timedelta(0):
        return moment.date().isoformat()
    from dateutil import tz

    return moment.astimezone(tz.gettz(_HOME)).date().isoformat()


def _moment(value: str) -> datetime | None:
    """A moment as ISO 8601 or as mails write it ("Tue, 29 Oct 2024 08:00:00 +0100")."""
    stamp = _STAMP.match(value)
    try:
        return datetime.fromisoformat(stamp[0]) if stamp else parsedate_to_datetime(value)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {
        form.removesuffix(".").casefold(): number
        for number, forms in enumerate(calendar("month"), start=1)
        for form in forms
    }


@cache
def _day() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        r"(?<![\d.])(?:"
        r"(?P<y1>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?!\d)"
        r"|(?P<d2>\d{1,2})\.\s?(?P<m2>\d{1,2})\.(?:\s?(?P<y2>(?:19|20)\d\d|\d\d)(?![\d:])|(?!\d))"
        rf"|(?P<d3>\d{{1,2}})\.\s?(?P<name>{names})(?!\w)\.?(?:\s(?P<y3>(?:19|20)\d\d)(?!\d))?"
        r")",
        re.IGNORECASE,
    )


@cache
def _weekday() -> re.Pattern[str]:
    forms = [form.removesuffix(".") for row in calendar("weekday") for form in row]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b\.?", re.IGNORECASE)
