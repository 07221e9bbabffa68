"""Dates told from another day: from publication, or from a date that the text has just named.

A value is None when that day is not known; ValueError says that the words are no date after all
("in den kommenden Jahren", "das letzte Quartal der Saison").
"""

from __future__ import annotations

from datetime import date, timedelta

from claimtrack.edtf import parse
from claimtrack.german.dates import periods
from claimtrack.german.dates.phrase import Found, Phrase

_STEPS = {"L": -1, "T": 0, "N": 1, "G": 1, "E": 0}
_PLURALS = frozenset("Tage Tagen Wochen Monate Monaten Jahre Jahren Jahrzehnte Jahrzehnten".split())
_STORY_REACH = 500


def _near(phrase: Phrase, day: date) -> str:
    """A day counted from publication: about that day when publication is a guess."""
    return periods.days(day, day, phrase.thread.about)


def dayword(phrase: Phrase) -> list[Found]:
    """ "gestern", "heute Abend", "übermorgen", "am gestrigen Dienstag", "Morgen" at the head."""
    today = phrase.thread.today
    step = timedelta(days=phrase.number("DVQ"))
    return phrase.whole(_near(phrase, today + step) if today else None)


def weekday(phrase: Phrase) -> list[Found]:
    """ "am Montag", "Montagabend", "vergangenen Samstag", "diesen Freitag", "Montag letzter Woche"."""
    if phrase.in_compound():
        raise ValueError("part of another word")
    today = phrase.thread.today
    number = phrase.number("W")
    told = _story_day(phrase)
    if told:
        return phrase.whole(str(told + timedelta(days=(number - told.weekday()) % 7)))
    if today is None:
        return phrase.whole(None)
    if "w" in phrase.letters:
        monday = today - timedelta(days=today.weekday() - 7 * _STEPS.get(phrase.shift, 0))
        return phrase.whole(_near(phrase, monday + timedelta(days=number)))
    return phrase.whole(_near(phrase, _weekday(phrase, today, number)))


def _story_day(phrase: Phrase) -> date | None:
    """The day just named in a story of another year, or the one that "am folgenden Montag" follows."""
    thread = phrase.thread
    if thread.day is None or phrase.at - thread.day_at > _STORY_REACH:
        return None
    if phrase.shift == "G":
        return thread.day + timedelta(days=1)
    told = thread.story(phrase.at, phrase.way()) if not phrase.shift else None
    return thread.day if told == thread.day.year else None


def _weekday(phrase: Phrase, today: date, number: int) -> date:
    back = timedelta(days=(today.weekday() - number) % 7)
    ahead = timedelta(days=(number - today.weekday()) % 7)
    if phrase.shift == "L":
        return today - (back or timedelta(days=7))
    if phrase.shift in ("N", "G"):
        return today + (ahead or timedelta(days=7))
    if phrase.shift == "T":
        return today - back if back < ahead else today + ahead
    attribute = phrase.around(-1) == "f"  # "das Ergebnis vom Sonntag" is known already
    return today + ahead if not attribute and phrase.way() == "ahead" else today - back


def weekdays(phrase: Phrase) -> list[Found]:
    """ "von Montag bis Mittwoch", "in der Nacht von Montag auf Dienstag"."""
    today = phrase.thread.today
    if today is None:
        return phrase.whole(None)
    low, high = (int(word.value) for word in phrase.words("W"))
    length = timedelta(days=(high - low) % 7)
    if phrase.way() == "ahead":
        first = _weekday(phrase, today, low)
        return phrase.whole(periods.days(first, first + length))
    last = today - timedelta(days=(today.weekday() - high) % 7)
    return phrase.whole(periods.days(last - length, last))


def weekend(phrase: Phrase) -> list[Found]:
    """ "am Wochenende", "am vergangenen Wochenende", "dieses Wochenende"."""
    today = phrase.thread.today
    if phrase.in_compound():
        raise ValueError("part of another word")
    if today is None:
        return phrase.whole(None)
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    ahead = phrase.shift in ("N", "G") or (not phrase.shift and phrase.way() == "ahead")
    if phrase.shift == "L" and today <= saturday + timedelta(days=1):
        saturday -= timedelta(days=7)
    elif ahead and (phrase.shift or today > saturday + timedelta(days=1)):
        saturday += timedelta(days=7)
    elif phrase.shift == "T":
        saturday = today + timedelta(days=5 - today.weekday())
    return phrase.whole(periods.weekend(saturday))


def this_year(phrase: Phrase) -> list[Found]:
    """ "heuer": Austrian and Bavarian for this year."""
    today = phrase.thread.today
    return phrase.whole(periods.year(today.year) if today else None)


def unit(phrase: Phrase) -> list[Found]:
    """ "vergangene Woche", "im laufenden Jahr", "den kommenden drei Tagen", "am selben Tag"."""
    letter = next(letter for letter in phrase.letters if letter in "dwmjqhJ")
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
    if letter == "d" and phrase.shift == "L":
        raise ValueError("the last day of something")
    return phrase.whole(_period(base, letter, _STEPS[phrase.shift]))


def _base(phrase: Phrase, letter: str) -> date | None:
    """The day that a unit is told from: "this", "last", "next" from publication, else from the text."""
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
    """The same day so many days, weeks, months or years on, or the last one of a shorter month."""
    from dateutil.relativedelta import relativedelta

    name = {"d": "days", "w": "weeks", "m": "months", "j": "years"}[letter]
    return day + relativedelta(**{name: count})  # type: ignore[arg-type]


def ago(phrase: Phrase) -> list[Found]:
    """ "vor drei Tagen", "vor etwa zwei Wochen", "vor fünf Jahren"; "in zwei Tagen" ahead."""
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
    """A day for days, about a day for weeks, the month for months, the year for years."""
    mark = "~" if about else ""
    if letter in "dw":
        day = _moved(today, letter, count)
        return periods.days(day, day, about or letter == "w")
    return _period(today, letter, count) + mark


def later(phrase: Phrase) -> list[Found]:
    """ "drei Tage später", "am Tag zuvor", "Tags darauf", "ein Jahr danach", "im Jahr darauf"."""
    letter = next(letter for letter in phrase.letters if letter in "dwmj")
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
    """ "Anfang des Monats", "Ende vergangener Woche", "Mitte kommenden Jahres", "im Laufe des Jahres"."""
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
    return periods.month(day.year, day.month, which) if name == "month" else periods.week(day, which)


def daypart(phrase: Phrase) -> list[Found]:
    """ "am Nachmittag", "in der Nacht", "am späten Abend", "des Abends": the day that the text is at."""
    if phrase.letters[0] == "t" and phrase.words("t")[0].text != "des":
        raise ValueError("the evening as such")
    day = phrase.thread.day_near(phrase.at)
    return phrase.whole(_near(phrase, day) if day else None)


def clock(phrase: Phrase) -> list[Found]:
    """Each of "14.00 und 17.40 Uhr", "von 16 bis 17.30 Uhr", "um 12.15": the day that the text is at."""
    line, found = phrase.line, []
    day = phrase.thread.day_near(phrase.at)
    value = _near(phrase, day) if day else None
    i = phrase.first
    while i < phrase.end:
        if line.letters[i] in "12":
            last = i + 2 if line.letters[i + 1 : i + 3] in (".1", ".2", ":1", ":2") else i
            _hour(line.word(i).text, line.word(last).text if last > i else "00")
            last += line.letters[last + 1 : last + 2] == "H"
            found.append(Found(i, last, value))
            i = last
        i += 1
    return found


def _hour(hours: str, minutes: str) -> None:
    if int(hours) > 24 or int(minutes) > 59 or len(minutes) != 2:
        raise ValueError("no time of the day")
