"""Days as a user types them after --since and --until."""

from __future__ import annotations

import re
from datetime import date, datetime

from claimtrack import edtf

_SMALL = re.compile(r"(?:(?:am|im|in|an|seit|ab|bis|vom|von|zum|den|dem|der|die|das)\s+)*", re.I)
_WORDS = {"today": "heute", "yesterday": "gestern", "tomorrow": "morgen"}
_ADVICE = "write 2024-10-18, 18.10.2024, 18 Oct 2024, Oktober 2024, Ende Juli 2024 or gestern"


def parse_day(text: str, today: date) -> str:
    """The EDTF value of a date as typed: EDTF itself, German, or anything dateutil reads.

    "2024-10", "18.10.2024", "gestern", "Ende Juli 2024", "18 Oct 2024". ``today`` is what
    "gestern" counts from. Raises ValueError with a sentence for the user when it is no date.
    """
    typed = " ".join(text.split())
    value = _edtf(typed) or _german(typed, today) or _any(typed)
    if value is None:
        raise ValueError(f"{text!r} {_missing(typed)}; {_ADVICE}")
    return value


_NUMBERED = re.compile(r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>\d{4})")
_ORDERED = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")


def _missing(typed: str) -> str:
    """Why a text is no date: a day in figures that no calendar has, or no date at all."""
    written = _NUMBERED.fullmatch(typed) or _ORDERED.fullmatch(typed)
    return "is not a date: there is no such day" if written else "is not a date"


def _edtf(typed: str) -> str | None:
    try:
        edtf.parse(typed)
    except ValueError:
        return None
    return typed


def _german(typed: str, today: date) -> str | None:
    """One German date and nothing else, in capitals or not."""
    from claimtrack.german.dates import find_dates

    words = _WORDS.get(typed.lower(), typed)
    for spelling in (words, words.title()):
        mentions = find_dates(spelling, today.isoformat())
        if len(mentions) == 1 and _covers(spelling, mentions[0].start, mentions[0].end):
            return mentions[0].value
    return None


def _covers(typed: str, start: int, end: int) -> bool:
    return bool(_SMALL.fullmatch(typed[:start])) and typed[end:] in ("", ".")


def _any(typed: str) -> str | None:
    """What dateutil reads: a day, or a month with its year; the day stands before the month."""
    from dateutil import parser

    if not re.search(r"\d{4}", typed) or not re.search(r"[A-Za-z/ ]", typed):
        return None
    try:
        low, high = (
            parser.parse(typed, dayfirst=True, default=datetime(2000, month, day))
            for month, day in ((1, 1), (2, 28))
        )
    except (ValueError, OverflowError):
        return None
    if low.month != high.month:
        return f"{low:%Y}" if low.year == high.year else None
    return f"{low:%Y-%m}" if low.day != high.day else f"{low:%Y-%m-%d}"
