"""Days of the week and of the text: weekdays, gestern, am Wochenende, am Nachmittag, 14.30 Uhr.

A value is None when the day they are told from is not known; ValueError says that the words are
no date after all ("der Goldener-Sonntag-Markt", "31.80 Uhr").
"""

from __future__ import annotations

from datetime import date, timedelta

from claimtrack.german.dates import periods
from claimtrack.german.dates.matched import Found, Phrase

_STEPS = {"L": -1, "T": 0, "N": 1, "<": -2, ">": 2}
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
    """ "am Montag", "Montagabend", "vergangenen Samstag", "Montag letzter Woche"."""
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
    """The day just named in a story of another year, or before "am folgenden Montag"."""
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
    if phrase.shift in ("<", ">"):  # am vorletzten, am übernächsten Freitag
        week = timedelta(days=7)
        return (
            today - (back or week) - week if phrase.shift == "<" else today + (ahead or week) + week
        )
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
    if phrase.shift in ("<", ">"):
        nearest = saturday if today > saturday + timedelta(days=1) else saturday - timedelta(days=7)
        return phrase.whole(
            periods.weekend(nearest + timedelta(days=-7 if phrase.shift == "<" else 14))
        )
    ahead = phrase.shift in ("N", "G") or (not phrase.shift and phrase.way() == "ahead")
    if phrase.shift == "L" and today <= saturday + timedelta(days=1):
        saturday -= timedelta(days=7)
    elif ahead and (phrase.shift or today > saturday + timedelta(days=1)):
        saturday += timedelta(days=7)
    elif phrase.shift == "T":
        saturday = today + timedelta(days=5 - today.weekday())
    return phrase.whole(periods.weekend(saturday))


def daypart(phrase: Phrase) -> list[Found]:
    """ "am Nachmittag", "in der Nacht", "des Abends": the day that the text is at."""
    if phrase.letters[0] == "t" and phrase.words("t")[0].text != "des":
        raise ValueError("the evening as such")
    day = phrase.thread.day_near(phrase.at)
    return phrase.whole(_near(phrase, day) if day else None)


def clock(phrase: Phrase) -> list[Found]:
    """Each of "14.00 und 17.40 Uhr", "um 12.15": the day that the text is at."""
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
