"""Longer stretches by their names: quarters, seasons, feasts, years, decades, centuries.

A value is None when the year hangs on a publication date that is not known; ValueError says that
the words are no date after all ("fünftes Quartal", "1998 Euro").
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from claimtrack.edtf import parse
from claimtrack.german.dates import periods
from claimtrack.german.dates.matched import Found, Phrase
from claimtrack.german.dates.years import is_year


def quarter(phrase: Phrase) -> list[Found]:
    """ "im ersten Quartal 2024", "zweites Halbjahr", "die ersten neun Monate des Jahres"."""
    size = 6 if "h" in phrase.letters else 3
    low, high = phrase.number("o1") * size - size + 1, phrase.number("o1") * size
    if "m" in phrase.letters:
        low, high = 1, int(phrase.words("n1")[-1].value)
    if phrase.number("o1") < 1 or high > 12:
        raise ValueError("no such part of a year")

    def span(year: int) -> tuple[date, date]:
        return date(year, low, 1), date(year, high, monthrange(year, high)[1])

    year = phrase.year_of(span)
    return phrase.whole(None if year is None else periods.months(year, low, high))


def season(phrase: Phrase) -> list[Found]:
    """ "im Sommer 2014", "im vergangenen Herbst", "im Winter 2014/15", "seit dem Frühjahr"."""
    first_month = phrase.number("S")
    if phrase.in_compound():
        raise ValueError("part of another word")
    if phrase.letters == "S" and phrase.around(-1) not in tuple("isbgt"):
        raise ValueError("the season as such, or a name")

    def span(year: int) -> tuple[date, date]:
        when = parse(periods.season(year, first_month))
        assert when.first and when.last
        return when.first, when.last

    year = int(phrase.words("Y")[0].text) if "Y" in phrase.letters else _season_year(phrase, span)
    return phrase.whole(None if year is None else periods.season(year, first_month))


def _season_year(phrase: Phrase, span: periods.Span) -> int | None:
    today = phrase.thread.today
    if today and phrase.shift in ("L", "N") and "j" not in phrase.letters:
        years = range(today.year - 2, today.year + 3)
        if phrase.shift == "L":
            return max(year for year in years if span(year)[1] < today)
        return min(year for year in years if span(year)[0] > today)
    return phrase.year_of(span)


def feast(phrase: Phrase) -> list[Found]:
    """ "zu Weihnachten", "am Ostersonntag 2014", "vergangene Pfingsten"; "drei Tage vor …"."""
    if phrase.in_compound():
        raise ValueError("part of another word")
    rule = phrase.value("F")

    def span(year: int) -> tuple[date, date]:
        return periods.feast(rule, year)

    year = _season_year(phrase, span)
    return phrase.whole(None if year is None else periods.days(*span(year)))


def decade(phrase: Phrase) -> list[Found]:
    """ "in den 1990er Jahren", "die 90er-Jahre", "Mitte der achtziger Jahre"."""
    text = phrase.words("R")[0].text
    number = int(phrase.value("R").removesuffix("er"))
    if number % 10 or (
        "j" not in phrase.letters and not text.lower().endswith(("jahre", "jahren"))
    ):
        raise ValueError("no ten years")
    first = number if number > 999 else 1900 + number
    return phrase.whole(periods.decade(first, phrase.value("P")))


def century(phrase: Phrase) -> list[Found]:
    """ "im 19. Jahrhundert", "Anfang des 20. Jahrhunderts"."""
    return phrase.whole(periods.century(phrase.number("o1"), phrase.value("P")))


def years(phrase: Phrase) -> list[Found]:
    """ "2014", "im Jahr 2014", "Ende 2014", and both of "(1898-1976)", "2005/2010"."""
    places = [i for i in range(phrase.first, phrase.end) if phrase.line.letters[i] == "Y"]
    if not is_year(phrase.line, phrase.first, phrase.end - 1):
        raise ValueError("a number")
    if len(places) == 1:
        value = periods.year(int(phrase.line.word(places[0]).text), phrase.value("P"))
        return phrase.whole(value)
    return [Found(i, i, phrase.line.word(i).text, year=True) for i in places]


def year_range(phrase: Phrase) -> list[Found]:
    """ "von 2009 bis 2011", "zwischen 2003 und 2009", "in der Saison 2007/08"."""
    if not is_year(phrase.line, phrase.first, phrase.end - 1):
        raise ValueError("a number")
    first = int(phrase.words("Y")[0].text)
    tail = phrase.words("Y12")[-1].text
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    last += 100 if last < first and len(tail) == 2 else 0
    if not first < last <= first + 200 or len(tail) == 1:
        raise ValueError("no years from low to high")
    return phrase.whole(f"{first}/{last}")
