"""Digits that count nothing: dates, times of day, years, scores, telephone numbers, labels.

They are found at the place where a number would be read, and passed on under their own kind.
"""

from __future__ import annotations

import re
from functools import cache

from claimtrack import lexicon

_MONTH = (
    r"(?:Jan(?:uar|\.)|Jänner|Feb(?:ruar|\.)|Feber|März|Apr(?:il|\.)|Mai|Jun[io]|Jul[iy]|Aug(?:ust|\.)"
    r"|Sept(?:ember|\.)|Okt(?:ober|\.)|Nov(?:ember|\.)|Dez(?:ember|\.))"
)
_APART = re.compile(
    rf"""
    (?P<date>
        \d{{4}}-\d\d-\d\d(?!\d)
      | \d{{1,2}}\.\ ?\d{{1,2}}\.(?:\ ?(?:19|20)?\d\d(?![\d.,]))?
      | \d{{1,2}}\.\s?(?:(?:bis|und|oder|auf\ den|[-–/])\s?(?:zum\ )?\d{{1,2}}\.\s?)?{_MONTH}(?!\w)
        (?:\s\d{{4}}(?!\d))?
      | \d{{1,2}}/\d{{1,2}}/\d{{4}}(?!\d)
    )
    | (?P<time>
        \d{{1,2}}(?:[:.]\d\d)?(?:\s?(?:bis|[-–])\s?\d{{1,2}}(?:[:.]\d\d)?)?\s?Uhr(?!\w)(?:\s[0-5]?\d(?![\d.]))?
      | (?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])
    )
    | (?P<score>\d{{1,3}}\ ?:\ ?\d{{1,3}}(?![\d:]))
    | (?P<phone>\+?0\d{{1,5}}(?:[ /-]\d{{2,}}){{1,5}} | (?<=\+)\d{{2}}(?:[ /-]\d{{2,}}){{2,6}})
    | (?P<code>(?!\d{{1,3}}(?:\.\d{{3}})+(?![\d.]))\d+(?:\.\d+){{3,}}
        | 24/7 | 9/11 | (?:19|20)\d\d/\d\d(?:\d\d)?(?!\d)
        | (?:1[5-9]|20)\d\d\s?[-–]\s?(?:(?:1[5-9]|20)\d\d|\d\d)
          (?!\d|[.,]\d|\s?[%€$]|\s(?:[a-zäöüß-]+e[nr]?\s)?[A-ZÄÖÜ])
      )
    """,
    re.VERBOSE,
)
_LABELLED = re.compile(r"(§+|\w+)\.?[ \u00a0\u202f]*\Z")
_LETTER = re.compile(r"[A-Z]")  # Bundesstraße "B 500"
_LAW_LIST = re.compile(r"§§?[\s\d.,a-z]*(?:und|bis|,)\s\Z")
_YEAR_TOLD = re.compile(
    r"\b(?:laufend|vergangen|vorig|letzt|kommend|nächst|ganz|folgend)e[nms] Jahr(?:e|es)?\s\Z"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:im|[Jj]ahr(?:e|en|es|s|gang)?|seit|[Ee]nde|[Aa]nfang|[Mm]itte|Frühjahr|Frühling|Sommer"
    rf"|Herbst|Winter|Sommers|Herbstes|{_MONTH}|Olympia|WM|EM|Quartal|Agenda|©|\(c\)"
    r"|[Ff]rühestens|[Ss]pätestens|[Nn]ovelle|Saison))\s\Z"
)


def apart_at(text: str, start: int) -> tuple[str, int] | None:
    """The kind and the end of digits at ``start`` that are no number of anything; else None.

    Kinds: date, time, score, phone, code.
    """
    match = _APART.match(text, start)
    return (match.lastgroup or "code", match.end()) if match else None


def labelled(text: str, start: int) -> bool:
    """Whether the word before ``start`` makes the digits a name: Boeing 747, § 129, Artikel 5."""
    window = text[max(0, start - 24) : start]
    word = _LABELLED.search(window)
    if word and (word[1] in _labels() or _LETTER.fullmatch(word[1])):
        return True
    return "§" in window and bool(_LAW_LIST.search(window))


@cache
def _labels() -> frozenset[str]:
    return lexicon.words("number_labels")


def year_before(text: str, start: int) -> bool:
    """Whether the words before ``start`` speak of a year: im Jahr, seit, Ende, Oktober.

    Not behind "im laufenden Jahr", which is one already.
    """
    window = text[max(0, start - 32) : start]
    return bool(_YEAR_BEFORE.search(window[-16:])) and not _YEAR_TOLD.search(window)
