"""Dates counted from another day: heuer, vergangene Woche, vor drei Tagen, am Tag darauf.

They count from publication, or from a date that the text has just named. A value is None when
that day is not known; ValueError says that the words are no date after all ("in den kommenden
Jahren", "wenige Tage später").
"""

from __future__ import annotations

from datetime import date, timedelta

from claimtrack.edtf import parse
from claimtrack.german.dates import periods
from claimtrack.german.dates.matched import Found, Phrase

_STEPS = {"L": -1, "T": 0, "N": 1, "G": 1, "E": 0, "<": -2, ">": 2}
_LENGTHS = {
    "d": ("days", 1),
    "w": ("weeks", 1),
    "m": ("months", 1),
    "q": ("months", 3),
    "h": ("months", 6),
    "j": ("years", 1),
    "J": ("years", 10),
}
"""How long each unit is, in what the calendar counts by."""
_PLURALS = frozenset([
    "Tage", "Tagen", "Wochen", "Monate", "Monaten", "Quartale", "Quartalen", "Halbjahre",
    "Halbjahren", "Jahre", "Jahren", "Jahrzehnte", "Jahrzehnten",
])  # fmt: skip


def this_year(phrase: Phrase) -> list[Found]:
    """ "heuer": Austrian and Bavarian for this year."""
    today = phrase.thread.today
    return phrase.whole(periods.year(today.year) if today else None)


def unit(phrase: Phrase) -> list[Found]:
    """ "vergangene Woche", "im laufenden Jahr", "den kommenden drei Tagen", "am selben Tag"."""
    letter = next(letter for letter in phrase.letters if letter in _LENGTHS)
    if letter == "j" and "Y" in phrase.letters:
        return phrase.whole(periods.year(phrase.number("Y")))
    count = phrase.number("n1")
    if not count and phrase.words(letter)[0].text in _PLURALS:
        raise ValueError("some days, weeks, years")
    base = _base(phrase, letter)
    if base is None:
        return phrase.whole(None)
    if count:
        return phrase.whole(_stretch(phrase, base, letter, count))
    if letter == "d" and phrase.shift in ("L", "<"):
        raise ValueError("the last day of something")
    return phrase.whole(_period(base, letter, _STEPS[phrase.shift]))


def _base(phrase: Phrase, letter: str) -> date | None:
    """What a unit is told from: "this", "last", "next" from publication, others from the text."""
    thread = phrase.thread
    if letter == "d" and phrase.shift != "L":
        return thread.day_near(phrase.at)
    if phrase.shift in ("G", "E") and thread.last:
        return parse(thread.last).first or thread.today
    return thread.today


def _period(day: date, letter: str, step: int) -> str:
    """The day, week, month, … that lies so many steps from the one of this day."""
    if letter == "d":
        return str(day + timedelta(days=step))
    if letter == "w":
        return periods.week(day + timedelta(weeks=step))
    if letter == "j":
        return periods.year(day.year + step)
    if letter == "J":
        return periods.decade((day.year // 10 + step) * 10)
    size = {"m": 1, "q": 3, "h": 6}[letter]
    start = day.replace(month=(day.month - 1) // size * size + 1, day=1)
    low = periods.shift_month(start, step * size)
    return periods.months(low.year, low.month, low.month + size - 1)


def _stretch(phrase: Phrase, base: date, letter: str, count: int) -> str:
    """So many units up to the day, or from it on; the day itself included."""
    if phrase.shift not in ("L", "N"):
        raise ValueError("two such weeks")
    end = _moved(base, letter, -count if phrase.shift == "L" else count)
    return periods.days(min(base, end), max(base, end), phrase.thread.about)


def _moved(day: date, letter: str, count: int) -> date:
    """The same day so many units on, or the last one of a shorter month."""
    from dateutil.relativedelta import relativedelta

    name, length = _LENGTHS[letter]
    return day + relativedelta(**{name: count * length})  # type: ignore[arg-type]


def ago(phrase: Phrase) -> list[Found]:
    """ "vor drei Tagen", "vor fünf Jahren", "vor drei Jahrzehnten"; "in zwei Tagen" ahead."""
    today = phrase.thread.today
    ahead = phrase.letters[0] == "i"
    if ahead and phrase.way() != "ahead":
        raise ValueError("a length of time")
    letter = phrase.letters[-1]
    count = phrase.number("n12") * (1 if ahead else -1)
    about = any(word.value != "exact" for word in phrase.words("A"))
    value = _counted(today, letter, count, about or phrase.thread.about) if today else None
    return [Found(phrase.first, phrase.end - 1, value)]


def _counted(today: date, letter: str, count: int, about: bool) -> str:
    """A day for days, about a day for weeks, the month for months, the year for years.

    Decades are counted roughly: about the year.
    """
    mark = "~" if about else ""
    if letter in "dw":
        day = _moved(today, letter, count)
        return periods.days(day, day, about or letter == "w")
    if letter == "J":
        return periods.year(today.year + 10 * count) + "~"
    return _period(today, letter, count) + mark


def from_day(phrase: Phrase) -> list[Found]:
    """ "am Montag vor einer Woche", "heute vor zehn Jahren", "am Freitag in drei Wochen"."""
    today = phrase.thread.today
    ahead = "i" in phrase.letters
    if today is None:
        return phrase.whole(None)
    day = today
    if "W" in phrase.letters:
        number = phrase.number("W")
        day += timedelta(
            days=(number - day.weekday()) % 7 if ahead else -((day.weekday() - number) % 7)
        )
    else:
        day += timedelta(days=phrase.number("D"))
    count = phrase.number("n12") * (1 if ahead else -1)
    moved = _moved(day, phrase.letters[-1], count)
    return phrase.whole(periods.days(moved, moved, phrase.thread.about))


def later(phrase: Phrase) -> list[Found]:
    """ "drei Tage später", "am Tag zuvor", "Tags darauf", "ein Jahr danach", "im Jahr darauf"."""
    letter = next(letter for letter in phrase.letters if letter in _LENGTHS)
    count = phrase.number("n12")
    if not count and phrase.words(letter)[0].text in _PLURALS:
        raise ValueError("some days later")
    last = phrase.thread.last
    base = phrase.thread.day_near(phrase.at) if letter in "dw" or not last else parse(last).first
    if base is None:
        return phrase.whole(None)
    return phrase.whole(_counted(base, letter, (count or 1) * phrase.number("r"), about=False))


def fixed(phrase: Phrase) -> list[Found]:
    """ "im Vorjahr", "am Vortag", "in der Folgewoche", "zum Jahresende", "Ende des Vorjahres"."""
    value, thread = phrase.value("B"), phrase.thread
    told = value.startswith("day") or "+" in value
    base = thread.day_near(phrase.at) if told else thread.today
    if "Y" in phrase.letters:
        base = date(phrase.number("Y"), 1, 1)
    if base is None:
        return phrase.whole(None)
    if ":" in value:
        name, _, part = value.partition(":")
        return phrase.whole(_part(base, name, part))
    name = value.rstrip("+-0123456789")
    step = int(value[len(name) :])
    if name == "year" and "P" in phrase.letters:
        return phrase.whole(periods.year(base.year + step, phrase.value("P")))
    letter = {"day": "d", "week": "w", "month": "m", "quarter": "q", "year": "j"}[name]
    return phrase.whole(_period(base, letter, step))


def part(phrase: Phrase) -> list[Found]:
    """ "Anfang des Monats", "Ende vergangener Woche", "im Laufe des Jahres"."""
    thread = phrase.thread
    letter = next(letter for letter in phrase.letters if letter in "mjw")
    if phrase.words(letter)[0].text in _PLURALS:
        raise ValueError("some months")
    step = _STEPS.get(phrase.shift, 0)
    told = thread.story(phrase.at, phrase.way()) if letter == "j" and not phrase.shift else None
    base = date(told, 1, 1) if told else thread.today
    if "Y" in phrase.letters:
        base, step = date(phrase.number("Y"), 1, 1), 0
    if base is None:
        return phrase.whole(None)
    moved = _moved(base.replace(day=1) if letter == "m" else base, letter, step)
    name = {"m": "month", "j": "year", "w": "week"}[letter]
    return phrase.whole(_part(moved, name, phrase.value("P")))


def _part(day: date, name: str, which: str) -> str:
    if name == "year":
        return periods.year(day.year, which)
    return (
        periods.month(day.year, day.month, which) if name == "month" else periods.week(day, which)
    )
