"""Numbers of which only the digits are told: "ein hoher einstelliger Millionenbetrag".

How many digits a number has gives its decade, a noun its scale ("im zweistelligen
Millionenbereich"), and an adjective a third of the decade, as such words are ordinarily read: low
are 1 to 3 or 10 to 40, middle ones 4 to 6 or 40 to 70, high ones 7 to 9 or 70 to 99; without an
adjective it is the whole decade. What has digits but is no number of anything ("eine sechsstellige
Nummer", "der Code ist sechsstellig") is none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.german.numbers.quantity import Numeral, Quantity
from claimtrack.lexicon.by_word import by_word
from claimtrack.model import Interval, Span

_DIGITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_OF_DIGITS = re.compile(rf"((?i:{'|'.join(_DIGITS)}))stellige[nrms]?")
_SCALES = {"tausend": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12}
_NOUN = re.compile(
    r"\s(?:(?P<scale>Tausend|Million|Milliard|Billion)(?:en)?-?)?(?P<unit>[Ee]uro|[Pp]rozent)?-?"
    r"(?P<noun>[Bb]etr[aä]g|[Ss]umme|[Bb]ereich|[Hh]öhe|[Ww]ert|[Ss]chaden|[Ss]atz|[Zz]ahl|Anzahl)"
    r"(?:e?s|en?)?(?![\w-])"
)
_LONGEST_WORD = 12
"""Characters of a word that says which third, with its blank."""

_OF_SUMS = 5
"""Digits from which on a "Bereich" without a scale is one of sums."""

KINDS = frozenset({"sum of digits", "share of digits", "count of digits"})
"""Kinds of numeral that `decade_at` finds; the quantities are money, shares and counts."""
_COUNTING = ("zahl", "anzahl")
_UNITS = {"euro": ("money", "EUR"), "prozent": ("percent", "%")}


class Third(NamedTuple):
    """A part of a decade by its digits: what is ordinarily meant, and what is allowed at most."""

    near: tuple[int, int]
    far: tuple[int, int]


_WHOLE = Third((1, 9), (1, 9))


@by_word
def names_digits(word: str) -> bool:
    """Whether a word says how many digits a number has: zweistelligen."""
    return _OF_DIGITS.fullmatch(word) is not None


def decade_at(text: str, start: int, end: int) -> Numeral | None:
    """The numeral around the word ``text[start:end]`` that tells digits; None for no number.

    It runs from the word for a third to the noun: "hohen einstelligen Millionenbetrag"; ``low`` and
    ``high`` are what is ordinarily meant, ``scale`` the factor of the decade.
    """
    word, noun = _OF_DIGITS.fullmatch(text, start, end), _NOUN.match(text, end)
    if word is None or noun is None:
        return None
    scale = _SCALES[noun["scale"].lower()] if noun["scale"] else 1
    digits = _DIGITS.index(word[1].lower()) + 1
    bare = scale == 1 and noun["noun"].lower() == "bereich" and not noun["unit"]
    if bare and digits < _OF_SUMS:
        return None
    first, third = _third_before(text, start)
    low, high = _numbers(third.near, digits, scale)
    kind = "share" if noun["unit"] and noun["unit"].lower() == "prozent" else "sum"
    kind = "count" if kind == "sum" and noun["noun"].lower() in _COUNTING else kind
    return Numeral(first, noun.end(), low, high, f"{kind} of digits", 10 ** (digits - 1) * scale)


def decade(text: str, item: Numeral) -> Quantity:
    """The quantity that a numeral of `decade_at` is: a sum, a share or a count, without a value."""
    words = text[item.start : item.end]
    named = next((unit for name, unit in _UNITS.items() if name in words.lower()), None)
    kind = "vague" if item.kind.startswith("count") else "money"
    kind, unit = named or (kind, None)
    near, far = Interval(item.low, item.high), _widest(item)
    number = Span(item.start, item.end - len(words.split()[-1]) - 1)
    return Quantity(item.start, item.end, words, kind, None, near, far, number, unit)


def _widest(item: Numeral) -> Interval:
    """The most that the words of a numeral allow: to the middle of the next third."""
    first = int(item.low / item.scale)
    third = next((third for third in _thirds().values() if third.near[0] == first), _WHOLE)
    if item.high / item.scale > third.near[1] + 1:
        third = _WHOLE
    factor = item.scale
    return Interval(third.far[0] * factor, (third.far[1] + 1) * factor - 1)


def _numbers(digits: tuple[int, int], length: int, scale: int) -> tuple[int, int]:
    """The lowest and highest number of a stretch of first digits: 7 to 9, or 70 to 99."""
    factor = 10 ** (length - 1) * scale
    low, last = digits[0] * factor, digits[1]
    if length == 1:
        return low, last * factor
    following = (last + 1) * factor
    return low, following if last < _WHOLE.near[1] else following - scale


def _third_before(text: str, start: int) -> tuple[int, Third]:
    """Where the word for a third before ``start`` begins, and the third; the whole for none."""
    match = re.search(r"\b([a-zäöüß]+)\s\Z", text[max(0, start - _LONGEST_WORD) : start])
    if match is None:
        return start, _WHOLE
    for stem, third in _thirds().items():
        if re.fullmatch(rf"{stem}(?:e[nrms]?|en)?", match[1]):
            return start - len(match[0]), third
    return start, _WHOLE


@cache
def _thirds() -> dict[str, Third]:
    """The thirds of a decade by the stems of their words."""
    return {
        stem: Third((int(row[1]), int(row[2])), (int(row[3]), int(row[4])))
        for row in lexicon.table("number_decades")
        for stem in row[0].split()
    }
