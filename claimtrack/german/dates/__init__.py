"""Dates in German text and the days that they mean.

``find_dates`` reads absolute dates (14. Oktober, 3.10.2024), weekdays by the tense of their
clause, dates told from another (gestern, vor drei Tagen, am Tag darauf), parts of months and
years, quarters, seasons, feasts, decades, ranges, and the times of a day. See
:mod:`claimtrack.german.dates.shapes` for the grammar.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.german.dates.phrase import Found, Phrase
from claimtrack.german.dates.shapes import grammar, readers
from claimtrack.german.dates.thread import Thread, thread
from claimtrack.german.dates.words import Line, read_line

__all__ = ["DateMention", "find_dates"]

_PASSING = frozenset({"clock", "daypart", "feast"})


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
            time = _behind(time, mention, found.year)
    return tuple(mentions)


def _read(shape: str, phrase: Phrase) -> list[Found]:
    try:
        return readers()[shape](phrase)
    except (ValueError, OverflowError):
        return []


def _mention(line: Line, found: Found, shape: str) -> DateMention:
    start, end = line.places[found.first][0], line.places[found.last][1]
    return DateMention(start, end, found.value, line.text[start:end], shape)


def _behind(time: Thread, mention: DateMention, year: bool) -> Thread:
    if mention.value is None or mention.shape in _PASSING:
        return time
    return time.named(mention.value, mention.start, year)
