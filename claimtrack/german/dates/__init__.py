"""Dates in German text and the days that they mean.

``find_dates`` reads absolute dates (14. Oktober, 3.10.2024), weekdays by the tense of their
clause, dates told from another (gestern, vor drei Tagen, am Tag darauf), parts of months and
years, quarters, seasons, feasts, decades, ranges, and the times of a day. See
:mod:`claimtrack.german.dates.shapes` for the grammar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimtrack.german.dates.letters import Line, read_line
from claimtrack.german.dates.matched import Found, Phrase
from claimtrack.german.dates.shapes import grammar, readers
from claimtrack.german.dates.time_thread import Thread, thread

__all__ = ["DateMention", "find_dates"]

_PASSING = frozenset({"clock", "daypart", "feast"})
_ON_DAYS = frozenset({"weekday", "day", "numeric", "dayword"})
_BIRTH = re.compile(r"\bgebor|\bGeburt|[*†]")


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that name a date: ``text[start:end]`` of the text read, the end exclusive.

    ``value`` is EDTF, None where it hangs on a publication date that is unknown. ``shape`` names
    the rule of the grammar, such as "weekday" or "clock".
    """

    start: int
    end: int
    value: str | None
    text: str
    shape: str = ""


def find_dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    """The dates that a text names, in reading order, none overlapping another.

    ``published`` is the EDTF day of publication, from which "gestern" is counted; without it, or
    when it is wider than a day, such words have no value. Raises ValueError when it is no EDTF.
    """
    time = thread(published)
    line = read_line(text)
    mentions: list[DateMention] = []
    for match in grammar().finditer(line.letters):
        shape = match.lastgroup or ""
        for found in _read(shape, Phrase(line, match.start(), match.end(), time)):
            mention = _mention(line, found, shape)
            mentions.append(mention)
            time = _behind(time, mention, found.year and not _of_a_life(text, mention))
    return tuple(_hours_on_days(text, mentions))


def _read(shape: str, phrase: Phrase) -> list[Found]:
    try:
        return readers()[shape](phrase)
    except (ValueError, OverflowError):
        return []


def _mention(line: Line, found: Found, shape: str) -> DateMention:
    start, end = line.starts[found.first], line.ends[found.last]
    return DateMention(start, end, found.value, line.text[start:end], shape)


def _of_a_life(text: str, mention: DateMention) -> bool:
    """ "am 7. Mai 1952 in Graz geboren": a year that sets no story."""
    return bool(_BIRTH.search(text, max(0, mention.start - 25), mention.end + 30))


def _hours_on_days(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """ "um 22.30 Uhr am Donnerstag": an hour belongs to the day named right behind it."""
    for i in range(len(mentions) - 1, 0, -1):
        hour, day = mentions[i - 1], mentions[i]
        between = text[hour.end : day.start].strip(" ,")
        if hour.shape == "clock" and day.shape in _ON_DAYS and between in ("", "am", "an", "vom"):
            mentions[i - 1] = replace(hour, value=day.value)
    return mentions


def _behind(time: Thread, mention: DateMention, year: bool) -> Thread:
    if mention.value is None or mention.shape in _PASSING:
        return time
    return time.named(mention.value, mention.start, year)
