"""When something was said, from its reporting clause; and which date it speaks of.

A day that the clause names is the day of saying. Words such as "zuvor" count from the statement
told last, words such as "kürzlich" from publication; both give an open EDTF interval ``../X``.
"bislang" and "noch" say how things stand, not when somebody spoke.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from claimtrack.edtf import parse, until
from claimtrack.german.dates import DateMention, find_dates
from claimtrack.german.document import Document
from claimtrack.german.words import look_up
from claimtrack.lexicon import classes, table
from claimtrack.model import Span

_HOURS = frozenset({"clock", "daypart"})
_TOLD = frozenset({"later", "fixed"})
_NEAR = timedelta(days=3)
_HABEN = re.compile(r"\b(?:hatten?|hat|haben|habe|hätten?)\b")
_SINCE = re.compile(r"\bseit(?:\s+dem)?\s+$", re.I)
_NOT_SAYING = re.compile(r"\b(?:bis|ab|für|gegen|bis\s+zum|zum)(?:\s+(?:den|dem|zum))?\s+$", re.I)
_OF = re.compile(r"\b([A-ZÄÖÜ][\w-]{3,})\s+(?:vom|von|des|der)\s+$")
_OBJECT = re.compile(r"(?<![,\w])(?:den|das|einen)\s+$")
"""What a date that is an object has before it, as a day of saying has not: gab den 3. März an."""

_DETERMINER = re.compile(
    r"\b(?:d(?:er|ie|as|en|em|es)|(?:ein|ihr|sein|dies)e?[nrms]?)\s+(?:(?:am|im|in|seit)\s+)?$",
    re.I,
)
_ATTRIBUTE = re.compile(
    r"(?:\s+(?!und\b)[\wäöüß-]+){0,4}?\s+[a-zäöüß]+(?:te|ne)[nrms]?\s+(?:[a-zäöüß]+e[nrms]?\s+)?([A-ZÄÖÜ][\w-]+)"
)
"""A participle before a noun, with what belongs to it: "in Graz geborene Maler"."""

_AFTER_EVENT = re.compile(
    r"\b(?:nach|vor|seit|wegen|bei)\s+(?:de[mnr]|(?:ein|ihr|sein|dies)e[mnr])\s+(?:[a-zäöüß-]+\s+)?"
    r"([A-ZÄÖÜ][\w-]+)\s+(?:(?:in|an|von)\s+de[rmn]|am|im|vom|von)\s+$",
    re.I,
)
_WORDS_OF = re.compile(
    r"(?=\b([A-ZÄÖÜ][\w-]{3,})\s+(?:de[rs]|eine[rs]|von|vom)\s(?:[\w-]+\s+){1,4}(?:vom|von|am)\s+$)"
)
"""Words and whose they are before their day: "einer Mitteilung des Ministeriums vom Montag"."""

_YEAR_OF = re.compile(r"\b([A-ZÄÖÜ][\w-]+)\s+(?:von\s+)?$")
_REACH = 160
"""Characters before and behind a date in which it is looked for what it is the date of."""
_FOLLOWING = re.compile(r"\b(?:darauf|drauf|nach)?folgende[nmrs]?\b")
_HATTE = re.compile(r"\bhatten?\b")
_COUNTED = re.compile(
    r"\b(\w+)\s+(?:Tage?|Tagen)\s+vor\s+(?:der|dem|den|seine[rm]|ihre[rm]|diese[rm])\b"
)


class _Frame(NamedTuple):
    """The words of a reporting clause, joined, with its dates as places of these words."""

    words: str
    dates: tuple[DateMention, ...]


def read_said(document: Document, spans: Sequence[Span], previous: str | None) -> str | None:
    """The EDTF date of saying that a reporting clause tells, or None when it tells none.

    ``spans`` are the clause without the words reported ("Er hatte bereits am Donnerstag erklärt");
    ``previous`` is the date of saying of the statement told before this one. An interval is what
    the words allow ("Anfang des Monats" is the first ten days); ``../X`` is that day or before.
    """
    if not spans:
        return None
    read, published = _frame(document, spans), document.published
    frame = read.words
    named = _named(read, published, previous)
    if named:
        return named
    base = previous if previous and _last_day(previous) else published
    if base and (days := _counted_back(frame)):
        return _days_before(base, days)
    vague = _vague(frame)
    if vague == "before" and base:
        return until(base)
    past = vague == "past" or _pluperfect(frame)
    return until(published) if past and published else None


def _pluperfect(frame: str) -> bool:
    """Whether a frame tells of what was said before: "Er hatte dazu erklärt"."""
    if "hatte" not in frame or not _HATTE.search(frame):
        return False
    verb = look_up(re.findall(r"\w+", frame)[-1]).verb
    return verb is not None and verb.participle


def _frame(document: Document, spans: Sequence[Span]) -> _Frame:
    words, dates = "", []
    for start, end in spans:
        shift = len(words) - start
        dates += [
            _moved(date, date.start + shift, min(date.end, end) + shift)
            for date in document.dates_in(Span(start, end))
            if date.start >= start
        ]
        words += document.text[start:end] + " "
    return _Frame(words[:-1], tuple(dates))


def _moved(date: DateMention, start: int, end: int) -> DateMention:
    return DateMention(start, end, date.value, date.text, date.shape)


def read_about(document: Document, spans: Sequence[Span]) -> str | None:
    """The date that a claim itself speaks of: the first that its words name, as EDTF.

    "im folgenden Monat" counts from a day that other words name, so alone it tells none.
    """
    dates = (date for span in spans for date in document.dates_in(span))
    mentions = [date for date in dates if date.value and date.shape not in _HOURS]
    if mentions and _FOLLOWING.search(mentions[0].text):
        return None
    return next((m.value for m in mentions), None)


def _named(read: _Frame, published: str | None, previous: str | None) -> str | None:
    """The narrowest date of the clause that can be the day of saying."""
    frame = read.words
    mentions = [date for date in read.dates if not _of_something_else(frame, date)]
    dated = [value for m in mentions if m.shape not in _HOURS
             and (value := _value(frame, m, published, previous))]  # fmt: skip
    if dated:
        return min(dated, key=_width)
    return _same_day(published, previous) if mentions else None


def _of_something_else(frame: str, mention: DateMention) -> bool:
    """Tell whether a date of the clause belongs to something else than the saying.

    Shapes: "bis Freitag"; "die Wahl vom 3. Mai"; "der 1961 in Graz geborene Maler", "die gestern
    gewählte Chefin"; "nach dem Brand in der Silvesternacht"; "der Organisator der Spiele 2006",
    "die Weltmeister von 2003"; "gab den 3. März 1990 an". Not where the noun is a speech or a
    report: "in dem am Montag vorgelegten Bericht", "nach der Sitzung am Montag".
    """
    before = frame[max(0, mention.start - _REACH) : mention.start]
    behind = frame[mention.end : mention.end + _REACH]
    if _NOT_SAYING.search(before) or _OBJECT.search(before):
        return True
    if mention.shape == "year" and (owner := _YEAR_OF.search(before)) and _noun(owner[1]):
        return True
    attribute = _ATTRIBUTE.match(behind) if _DETERMINER.search(before) else None
    noun = attribute or _AFTER_EVENT.search(before)
    if noun is None and mention.text[:1].islower():
        return False
    noun = noun or _OF.search(before)
    if noun is None or _speech(noun[1]):
        return False
    return not any(_speech(words[1]) for words in _WORDS_OF.finditer(before))


def _noun(word: str) -> bool:
    return all(word.lower() not in members for members in classes("function_words").values())


def _speech(noun: str) -> bool:
    return noun.lower().endswith(tuple(classes("date_speech")["ending"]))


def _value(
    frame: str, mention: DateMention, published: str | None, previous: str | None
) -> str | None:
    """Its value: told from the statement before where the words do so, never after publication."""
    if mention.shape in _TOLD and previous:
        mention = _retold(frame, mention, previous)
    if mention.value is None:
        return None
    value = _not_ahead(mention, published)
    first = parse(value).first if value else None
    if first and published and _SINCE.search(frame, max(0, mention.start - _REACH), mention.start):
        last = _last_day(published)
        return f"{first}/{last}" if last and first <= last else None
    return value


def _retold(frame: str, mention: DateMention, previous: str) -> DateMention:
    """ "am Tag zuvor", "drei Tage später": the same words counted from the statement before."""
    last = _last_day(previous)
    again = find_dates(frame, last.isoformat() if last else None)
    return next((m for m in again if m.start == mention.start), mention)


def _not_ahead(mention: DateMention, published: str | None) -> str | None:
    """Nothing was said after publication: a weekday ahead is the one before."""
    last = _last_day(published) if published else None
    when = parse(mention.value or "")
    if last is None or when.first is None or when.first <= last:
        return mention.value
    return str(_earlier(when.first, 7)) if mention.shape == "weekday" else None


def _earlier(day: date, count: int) -> date:
    """So many days before, or the first day that the calendar has."""
    return date.fromordinal(max(1, day.toordinal() - count))


def _width(value: str) -> int:
    when = parse(value)
    return (when.last - when.first).days if when.first and when.last else 10**6


def _same_day(published: str | None, previous: str | None) -> str | None:
    """ "am Abend", "um 14 Uhr": the day told last if that is just past, else publication."""
    if previous is None or published is None:
        return published
    told, printed = parse(previous), _last_day(published)
    if printed and told.first and told.first == told.last and printed - told.first <= _NEAR:
        return previous
    return published


def _last_day(value: str) -> date | None:
    return parse(value).last


def _counted_back(frame: str) -> int:
    """How many days "drei Tage vor der Erklärung" counts back; 0 without a number."""
    match = _COUNTED.search(frame) if "Tag" in frame else None
    return _numbers().get(match[1].lower(), 0) if match else 0


@cache
def _numbers() -> dict[str, int]:
    rows = (row for row in table("date_words") if row[0] == "number")
    return {word: int(value) for _, value, words in rows for word in words.split()}


def _days_before(base: str, count: int) -> str:
    when = parse(base)
    assert when.last
    day = _earlier(when.last, count)
    return str(day) if when.first == when.last else f"../{day}"


def _vague(frame: str) -> str | None:
    """Whether the clause says "before" the last statement or in the "past"; None if neither."""
    low = frame.lower()
    if not [word for word in _vague_words() if word in low]:
        return None
    found = {name for name, pattern in _patterns().items() if pattern.search(frame)}
    if "already" in found and _HABEN.search(frame):
        found.add("before")
    if "past" in found:
        return "past"
    return "before" if "before" in found else None


@cache
def _vague_words() -> frozenset[str]:
    """The longest word of each vague phrase, in lower case: most clauses have none of them."""
    return frozenset(max(row[1].split(), key=len).lower() for row in table("date_vague"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    phrases: dict[str, list[str]] = {}
    for name, words in (row[:2] for row in table("date_vague")):
        gap = re.escape(words).replace(r"\ ", r"\s+").replace(r"\s+…", r"(?:\s+\w+){1,2}")
        phrases.setdefault(name, []).append(f"[{gap[0].upper()}{gap[0].lower()}]{gap[1:]}")
    return {name: re.compile(rf"\b(?:{'|'.join(found)})\b") for name, found in phrases.items()}
