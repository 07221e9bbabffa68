"""The thread of time through a text: when it was published, and the dates that it has set itself.

"Am Nachmittag", "drei Tage später" and "im April" take up a date named before. A yearless date
belongs to the year of a story when the text has just named a year well away from its own day;
else to the year that the tense and the publication point to.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from claimtrack.edtf import parse
from claimtrack.german.dates.direction import Direction

_REACH = 500
_STORY_REACH = 900
_NEAR = 31
_FAR = 300


class Thread(NamedTuple):
    """Publication, and the last day and the last year that the text named, with their places.

    ``today`` is the day of publication, None when it is unknown or wider than a day; ``about``
    says that it is a guess. Places are characters of the text.
    """

    today: date | None = None
    about: bool = False
    day: date | None = None
    day_at: int = 0
    year: int | None = None
    year_at: int = 0
    last: str | None = None

    def named(self, value: str, at: int, year: bool) -> Thread:
        """The thread behind a date that the text names at ``at``; ``year``: it names its year."""
        first, last, _ = _bounds(value)
        after = self._replace(last=value)
        if first is not None and first == last:
            after = after._replace(day=first, day_at=at)
        if first is not None and (year or first.year == self.year):
            return after._replace(year=first.year, year_at=at)
        return after._replace(year=None)  # the text is back at its own time

    def day_near(self, at: int) -> date | None:
        """The day that "am Nachmittag" at ``at`` belongs to: one just named, else publication."""
        return self.day if self.day and at - self.day_at <= _REACH else self.today

    def story(self, at: int, way: Direction) -> int | None:
        """The year of the story told at ``at``, if it is not the one of publication."""
        if self.year is None or at - self.year_at > _STORY_REACH:
            return None
        if self.today is None:
            return self.year
        away = self.year - self.today.year
        return self.year if (away < -1 and way != "ahead") or (away > 0 and way != "back") else None

    def year_of(
        self, span: Callable[[int], tuple[date, date]], at: int, way: Direction
    ) -> int | None:
        """The year of a yearless date whose days ``span`` gives for each year; None: unresolved."""
        told = self.story(at, way)
        if told is not None or self.today is None:
            return told
        return _nearest_year(span, self.today, way)


def thread(published: str | None) -> Thread:
    """The thread at the head of a text. Raises ValueError when ``published`` is no EDTF date."""
    if published is None:
        return Thread()
    when = parse(published)
    return Thread(when.first if when.first == when.last else None, when.about)


def _bounds(value: str) -> tuple[date | None, date | None, bool]:
    when = parse(value)
    return when.first, when.last, when.about


def _nearest_year(
    span: Callable[[int], tuple[date, date]], today: date, way: Direction
) -> int | None:
    """The year in which the days lie nearest, on the side that the tense asks for.

    A day of the next or the last month beats one almost a year away whatever the tense: "war für
    den 3. November angekündigt" printed in October means the coming one.
    """
    years = {year: _distance(span, year, today) for year in range(today.year - 4, today.year + 5)}
    possible = {year: gap for year, gap in years.items() if gap is not None}
    fitting = {year: gap for year, gap in possible.items() if _fits(gap, way)}
    best = min(fitting or possible, key=lambda year: abs(possible[year]), default=None)
    nearest = min(possible, key=lambda year: abs(possible[year]), default=None)
    if best is None or nearest is None:
        return None
    short_of = abs(possible[nearest]) <= _NEAR and abs(possible[best]) >= _FAR
    return nearest if short_of and _is_day(span, nearest) else best


def _fits(gap: int, way: Direction) -> bool:
    return way == "unknown" or (gap <= 0 if way == "back" else gap >= 0)


def _distance(span: Callable[[int], tuple[date, date]], year: int, today: date) -> int | None:
    """Days from today to the span, 0 inside it; None where the year has no such day."""
    try:
        first, last = span(year)
    except ValueError:
        return None
    if first <= today <= last:
        return 0
    return (first - today).days if first > today else (last - today).days


def _is_day(span: Callable[[int], tuple[date, date]], year: int) -> bool:
    first, last = span(year)
    return first == last
