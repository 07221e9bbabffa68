"""What the words of a claim measure beside its figures: durations, speeds, degrees, days, hours.

A ledger keeps how many and how much; but "innerhalb von drei Minuten" against "erst nach 20
Minuten", "am 12. Februar" against "am 15. Februar", "36 Grad" against "29 Grad", "Stufe 3" against
"Stufe 2" and "das Dreißigfache" against "das 120-Fache" are contradictions, too. Such numbers are
read when claims are compared, each with its dimension: the unit in which it is reckoned
(``unit_sizes.tsv``), "day", "clock", the noun of a scale, "times" for "dreimal" and "fold" for
"dreifach".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.conflicts.statement.word_lists import words_of
from claimtrack.german.dates import find_dates
from claimtrack.german.numbers import Quantity, find_quantities
from claimtrack.model import Figure, Interval

DAY, CLOCK = "day", "clock"
MEASURE = "measure"
"""The sort of matter that these have."""
_DAYS = frozenset({"day", "weekday"})
_MOST = 20
"""So many measures of a claim are compared."""
_TIME = re.compile(r"(\d\d?)(?:[.:](\d\d))?\sUhr(?:\s(\d\d?))?\Z")
_FOLD = re.compile(r"-?(?:[Ff]ache[nrs]?|fach)\b")
_NO_MORE = re.compile(
    r"\b(?:[Kk]ein\w*|[Nn]ie(?:mals|mand\w*)?|[Nn]icht)\b[^.;:]*\b"
    r"(?:mehr|länger|schneller|höher|größer|schwerer|weiter|wärmer|heißer) als\s\Z"
)
"""Before a number that is at most so: "in keinem Zimmer mehr als 29 Grad"."""
_ONCE = re.compile(r"einmal\Z", re.I)
_JUST_ONCE = re.compile(
    r"\b(?:nur|bloß|lediglich|genau|erst|höchstens|mindestens|gerade|bisher)\s\Z"
)
"""Before "einmal" where it is a number: "nur einmal"; else it is some day, or even, or just."""
_MINUTES = 60
_SHORTEST_DAY = 2


class Measure(NamedTuple):
    """A number of a claim's words with its dimension, and what it means in the dimension's unit.

    ``figure`` has the words alone: a day or an hour has no bounds that could be drawn.
    """

    figure: Figure
    dimension: str
    near: Interval
    far: Interval

    @property
    def value(self) -> str | None:
        """The day that it names, in EDTF; None of any other dimension."""
        day = int(self.near.low) if self.dimension == DAY else None
        return date.fromordinal(day).isoformat() if day else None


@lru_cache(maxsize=20_000)
def measures(words: str, day: str | None) -> tuple[Measure, ...]:
    """What some words measure, in order; ``day`` (EDTF) is that from which a weekday is counted."""
    if not _worth_reading().search(words):
        return ()
    return (*_quantities(words), *_days(words, day))[:_MOST]


def _quantities(words: str) -> Iterator[Measure]:
    for quantity in find_quantities(words):
        if quantity.unit in _sizes():
            dimension, size = _sizes()[quantity.unit]
            near, far = (_times(bounds, size) for bounds in (quantity.near, quantity.far))
            if _NO_MORE.search(words, 0, quantity.number.start):
                near = far = Interval(0, near.low)
            yield _measure(quantity.text, dimension, near, far)
        elif measure := _of_a_kind(quantity, words):
            yield measure


def _of_a_kind(quantity: Quantity, words: str) -> Measure | None:
    """Numbers that have no unit: 6.40 Uhr, Stufe 3, dreimal, das Dreißigfache."""
    if quantity.kind == "time" and (clock := _TIME.match(quantity.text)):
        hours, minutes, behind = (int(part or 0) for part in clock.groups())
        at = hours * _MINUTES + (minutes or behind)
        return _measure(quantity.text, CLOCK, Interval(at, at), Interval(at, at))
    if quantity.kind == "label":
        scale = re.search(r"(\w+)\s\Z", words[: quantity.start])
        name = next((noun for noun in _scales() if scale and scale[1].lower().endswith(noun)), None)
        return _measure(quantity.text, name, quantity.near, quantity.far) if name else None
    if _ONCE.match(quantity.text) and not _JUST_ONCE.search(words, 0, quantity.start):
        return None
    fold = _FOLD.search(quantity.text) or _FOLD.match(words, quantity.end)
    if quantity.kind == "multiple" or (quantity.kind == "attribute" and fold):
        return _measure(quantity.text, "fold" if fold else "times", quantity.near, quantity.far)
    return None


def _measure(text: str, dimension: str, near: Interval, far: Interval) -> Measure:
    return Measure(Figure(text), dimension, near, far)


def _days(words: str, day: str | None) -> Iterator[Measure]:
    """The single days that are named, as ordinals."""
    for mention in find_dates(words, day if day and len(day) == len("2024-10-28") else None):
        if mention.shape in _DAYS and mention.value and mention.value[4:5] == "-":
            try:
                at = date.fromisoformat(mention.value).toordinal()
            except ValueError:
                continue
            yield _measure(mention.text, DAY, Interval(at, at), Interval(at, at))


def _times(interval: Interval, size: float) -> Interval:
    high = None if interval.high is None else interval.high * size
    return Interval(interval.low * size, high)


@cache
def _sizes() -> dict[str | None, tuple[str, float]]:
    return {unit: (base, float(size)) for unit, base, size in lexicon.table("unit_sizes")}


@cache
def _scales() -> frozenset[str]:
    return words_of("scale")


@cache
def _worth_reading() -> re.Pattern[str]:
    """Words without which there is nothing to read: most claims are not read at all."""
    units = {
        form
        for name, _, forms, _ in lexicon.table("units")
        if name in _sizes()
        for form in forms.split("|")
    }
    days = {
        name
        for kind, _, names in lexicon.table("date_words")
        if kind in ("month", "weekday")
        for name in names.split()
        if len(name) > _SHORTEST_DAY
    }
    named = "|".join(re.escape(word) for word in sorted({*units, "Uhr"}, key=len, reverse=True))
    ended = "|".join(("mal", "fach", "fachen?s?", *sorted(_scales())))
    return re.compile(rf"\b(?:{named})\b|(?:(?i:{ended}))\b|\b(?:{'|'.join(sorted(days))})")
