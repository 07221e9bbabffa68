"""Days and months by their names: 14. Oktober, 3.10.2024, Ende Juli, lists and ranges of them.

A value is None when the year hangs on a publication date that is not known; ValueError says that
the words are no date after all ("30. Februar", "August Macke").
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from claimtrack.edtf import parse
from claimtrack.german.dates import periods
from claimtrack.german.dates.matched import Found, Phrase

_BEFORE_NUMERIC = frozenset("afbutgsyzW(,-/")


class Piece(NamedTuple):
    """One day or month among those that a phrase lists; tokens ``first`` to ``last``."""

    first: int
    last: int
    month: int
    day: int = 0
    year: int | None = None
    part: str = ""

    def span(self, year: int) -> tuple[date, date]:
        """Its days in a year. Raises ValueError when the year has none such."""
        if self.day:
            return (date(year, self.month, self.day),) * 2
        return date(year, self.month, 1), date(year, self.month, monthrange(year, self.month)[1])

    def value(self, year: int) -> str:
        """Its days in a year, as EDTF."""
        if self.day:
            return periods.days(*self.span(year))
        return periods.month(year, self.month, self.part)


def iso(phrase: Phrase) -> list[Found]:
    """2024-10-14."""
    return phrase.whole(date.fromisoformat(phrase.value("I")).isoformat(), year=True)


def listed(phrase: Phrase) -> list[Found]:
    """Each of "am 3., 4. und 7. Oktober 2024", "am siebten Oktober", "im Juli und August"."""
    _refuse(phrase)
    pieces = _pieces(phrase)
    weekday = int(phrase.value("W")) if "W" in phrase.letters else None
    return [_found(phrase, piece, weekday, at_head=piece is pieces[0]) for piece in pieces]


def ranged(phrase: Phrase) -> list[Found]:
    """One stretch: "vom 3. bis 12. September", "zwischen Juni 2011 und September 2012"."""
    _refuse(phrase)
    pieces = _pieces(phrase)
    first, last = pieces[0], pieces[-1]
    year = last.year or phrase.year_of(last.span)
    if year is None:
        return phrase.whole(None)
    before = first.year or year
    if before == year and first.span(2000)[0] > last.span(2000)[0]:
        before -= 1  # "von November bis Februar 2023"
    low = parse(first.value(before)).first
    high = parse(last.value(year)).last
    assert low and high
    return phrase.whole(periods.days(low, high), year=last.year is not None)


def _refuse(phrase: Phrase) -> None:
    """No date: a month in a compound, a first name (August Macke), a bare 3.10. (a version)."""
    letters = phrase.letters
    if phrase.in_compound():
        raise ValueError("part of another word")
    name = letters == "M" and phrase.around(1) == "C" and phrase.value("M") in ("4", "5", "8")
    if name and phrase.around(-1) not in tuple("isbgfyuLTNv&,"):
        raise ValueError("a first name")
    bare = letters == "X" and len(phrase.value("X")) < 7
    if bare and phrase.around(-1) not in _BEFORE_NUMERIC:
        raise ValueError("perhaps a version or a number")


def _found(phrase: Phrase, piece: Piece, weekday: int | None, at_head: bool) -> Found:
    year = piece.year or _year(phrase, piece, weekday)
    piece.span(2000 if year is None else year)  # raises for a day that there is not
    first = phrase.whole(None)[0].first if at_head else piece.first
    value = None if year is None else piece.value(year)
    return Found(first, piece.last, value, piece.year is not None)


def _year(phrase: Phrase, piece: Piece, weekday: int | None) -> int | None:
    """The year of a yearless day or month: by its shift, its weekday, the tense."""

    def span(year: int) -> tuple[date, date]:
        days = piece.span(year)
        if weekday not in (None, days[0].weekday()):
            raise ValueError("another weekday")
        return days

    today = phrase.thread.today
    if today and phrase.shift == "T":
        return today.year
    if today and phrase.shift in ("L", "N"):
        return _shifted(piece, phrase)
    return phrase.year_of(span) or phrase.year_of(piece.span)


def _shifted(piece: Piece, phrase: Phrase) -> int | None:
    """ "im vergangenen Juni", "im kommenden März": the nearest whole one before or behind today."""
    today = phrase.thread.today
    if today is None:
        return None
    first, last = piece.span(today.year)
    if phrase.shift == "L":
        return today.year - (last >= today)
    return today.year + (first <= today)


def _pieces(phrase: Phrase) -> list[Piece]:
    """The days and months of a phrase; a year or a month at its end holds for all before it."""
    pieces: list[Piece] = []
    days: list[int] = []
    part, year = "", phrase.named_year()
    for i in range(phrase.first, phrase.end):
        letter, word = phrase.line.letters[i], phrase.line.word(i)
        if letter in "1o":
            days.append(i)
        elif letter == "P":
            part = word.value
        elif letter == "X":
            pieces += _numeric(phrase, i, days)
            days = []
        elif letter == "M":
            pieces += _of_month(phrase, i, days, part)
            days, part = [], ""
        elif letter == "Y" and pieces:
            pieces[:] = [p if p.year else p._replace(year=int(word.text)) for p in pieces]
            pieces[-1] = pieces[-1]._replace(last=i)
    if "Y" not in phrase.letters and year is not None:
        pieces = [p if p.year else p._replace(year=year) for p in pieces]
        pieces[-1] = pieces[-1]._replace(last=phrase.end - 1)
    return pieces


def _of_month(phrase: Phrase, i: int, days: list[int], part: str) -> list[Piece]:
    number = int(phrase.line.word(i).value)
    if not days:
        return [Piece(i, i, number, part=part)]
    pieces = [Piece(d, d, number, int(phrase.line.word(d).value)) for d in days]
    pieces[-1] = pieces[-1]._replace(last=i)
    return pieces


def _numeric(phrase: Phrase, i: int, days: list[int]) -> list[Piece]:
    """3.10.2024, 3.10.24, 3.10. and the days listed before it."""
    day, number, *rest = phrase.line.word(i).text.replace("\u00a0", "").replace(" ", "").split(".")
    digits = rest[0] if rest else ""
    year = None if not digits else int(digits) if len(digits) == 4 else 2000 + int(digits)
    last = Piece(i, i, int(number), int(day), year)
    last.span(year or 2000)
    before = [Piece(d, d, int(number), int(phrase.line.word(d).text), year) for d in days]
    return [*before, last]
