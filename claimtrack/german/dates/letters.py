"""A text as a line of letters: one letter a token, saying what part it can play in a date.

``am vergangenen Samstag, dem 3. Oktober 2024`` becomes ``aLW,t1.MY``. A pattern over such a line
reads like the phrase it means and runs over a megabyte in a fraction of a second.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from claimtrack.lexicon import table
from claimtrack.lexicon.by_word import by_word

KINDS = {
    "month": "M", "weekday": "W", "dayword": "D", "dayadj": "V", "thisyear": "Z", "daypart": "p",
    "day": "d", "week": "w", "month_unit": "m", "year": "j", "weekend": "e",
    "quarter": "q", "half": "h", "decade": "J", "century": "c", "tens": "R",
    "season": "S", "part": "P", "fixed": "B", "number": "n", "ordinal": "o",
    "on": "a", "in": "i", "before": "v", "since": "s", "until": "b", "of": "f", "between": "z",
    "after": "y", "into": "u", "from": "g", "later": "r", "article": "t", "every": "K",
    "earlylate": "l", "around": "O", "oclock": "H", "and": "&", "about": "A", "exactly": "A",
}  # fmt: skip
"""The letter of each kind of word in ``lexicon/date_words.tsv``.

Further letters: ``L T N G E < >`` shifts (last, this, next, following, same, last but one, next
but one); ``F`` a feast and
``_`` the words before its last; ``Q`` Morgen (the morning, or tomorrow); ``1`` a number up to 31,
``2`` another of two digits, ``Y`` four digits that can be a year, ``0`` any other number, ``X``
and ``I`` 3.10.2024 and 2024-10-03 as one; ``.,:/()`` themselves, ``-`` a dash or hyphen, ``!``
what ends a sentence, ``"`` any other mark; an empty line is ``|``; ``C`` and ``x`` any other word,
with a capital and without.
"""
_SHIFTS = {"last": "L", "this": "T", "next": "N", "following": "G", "same": "E", "last2": "<",
           "next2": ">"}  # fmt: skip
_ENDINGS = ("e", "en", "em", "er", "es")
_MARKS = {mark: mark for mark in ".,:/()"} | dict.fromkeys("!?;", "!") | dict.fromkeys("-–—", "-")
_TOKEN = re.compile(
    r"([A-Za-zÄÖÜäöüß]++(?=[ ,])"  # nearly all tokens are words, and none of the rest
    r"|(?![JFMASOND][a-z]{1,3}\.)[^\W\d_]+"
    r"|\d{1,2}\.[ \u00a0]?\d{1,2}\.(?:[ \u00a0]?\d{4}|\d\d)?(?!\d)"
    r"|\d{4}-\d\d-\d\d(?!\d)|\d+(?:er)?"
    r"|(?<=\d\. )(?:Jan|Febr?|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\."
    r"|(?:Jan|Febr?|Mrz|Apr|Jul|Aug|Sept?|Okt|Nov|Dez|Mo|Di|Mi|Do|Fr|Sa|So)\.(?=,?\s?\d)"
    r"|[^\W\d_]+|\n\s*\n|[^\w\s])"
)


class Word(NamedTuple):
    """A token of the text with the lexicon's value for it, "" when it has none."""

    text: str
    value: str


@cache
def _lexicon() -> dict[str, tuple[str, str]]:
    """Every form with its letter and its value; capitals at the head of a sentence included."""
    forms: dict[str, tuple[str, str]] = {}
    for kind, value, words in (row[:3] for row in table("date_words")):
        letter = _SHIFTS[value] if kind == "shift" else KINDS[kind]
        for word in words.split():
            forms.update(dict.fromkeys(_inflected(word), (letter, value)))
    for word in [word for word in forms if word.islower()]:
        forms.setdefault(word[0].upper() + word[1:], forms[word])
    forms["Morgen"] = ("Q", "1")
    return forms | _weekday_parts(forms)


def _inflected(word: str) -> list[str]:
    return [word[:-1] + ending for ending in _ENDINGS] if word.endswith("-") else [word]


def _weekday_parts(forms: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Montagabend, Sonntagnachmittags: a weekday and a part of the day in one word."""
    days = [(form, entry) for form, entry in forms.items() if entry[0] == "W" and form[-1] != "."]
    parts = [form.lower() for form, entry in forms.items() if entry[0] in "pQ"]
    return {day + part: entry for day, entry in days for part in parts}


@cache
def _names() -> dict[str, list[tuple[list[str], str]]]:
    """Feasts and other names by their last word: the words before it, and the day."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for name, day in (row[:2] for row in table("date_names")):
        *before, last = (match.group() for match in _TOKEN.finditer(name))
        found.setdefault(last, []).append((before, day))
    return found


@by_word
def _letter(word: str) -> str:
    if word in _names():
        return "*"
    entry = _lexicon().get(word)
    if entry:
        return entry[0]
    if word[0].isdecimal():
        return _number(word)
    if word[0].isalpha():
        return "C" if word[0].isupper() else "x"
    if word.isspace():
        return "|"
    return _MARKS.get(word, '"')


def _number(word: str) -> str:
    if not word.isdecimal():
        return "R" if word.endswith("er") else "I" if "-" in word else "X"
    if len(word) == 4 and 1000 <= int(word) < 2200:
        return "Y"
    if len(word) > 2:
        return "0"
    return "1" if 1 <= int(word) <= 31 else "2"


class Line(NamedTuple):
    """A text as its tokens: their letters, words and places, and the days of the feasts named."""

    text: str
    letters: str
    tokens: list[str]
    starts: list[int]
    ends: list[int]
    feasts: dict[int, str]

    def word(self, i: int) -> Word:
        """The token at ``i`` with its value: a feast's day, the digits, else the lexicon's."""
        text = self.tokens[i]
        value = self.feasts.get(i) or _lexicon().get(text, ("", ""))[1]
        return Word(text, value or (text if text[0].isdecimal() else ""))

    def tight(self, i: int) -> bool:
        """Whether no blank stands between the tokens ``i - 1`` and ``i``."""
        return 0 < i < len(self.tokens) and self.ends[i - 1] == self.starts[i]


def read_line(text: str) -> Line:
    """The tokens of a text with the letter of each; see ``KINDS``."""
    pieces = _TOKEN.split(text)  # gaps and tokens in turn
    places = list(accumulate(map(len, pieces)))
    tokens = pieces[1::2]
    letters = "".join(map(_letter, tokens))
    feasts: dict[int, str] = {}
    if "*" in letters:
        letters = _with_names(letters, tokens, feasts)
    return Line(text, letters, tokens, places[:-1:2], places[1::2], feasts)


def _with_names(letters: str, tokens: list[str], feasts: dict[int, str]) -> str:
    """The letters with those of feasts and other names; the days of feasts go into ``feasts``."""
    marked = list(letters)
    for match in re.finditer(r"\*", letters):
        i = match.start()
        before, day = _name_at(tokens[max(0, i - 6) : i + 1])
        marked[i] = "C" if day == "-" else "F" if day else _plain(tokens[i])
        if day:
            marked[i - before : i] = "_" * before
            feasts[i] = day
    return "".join(marked)


def _plain(word: str) -> str:
    """The letter of a word that ends a name elsewhere but not here."""
    entry = _lexicon().get(word)
    return entry[0] if entry else _number(word) if word[0].isdecimal() else "C"


def _name_at(words: list[str]) -> tuple[int, str | None]:
    """The longest name that ends these words: how many words stand before its last, and its day."""
    *before, last = words
    for start, day in sorted(_names()[last], key=lambda name: -len(name[0])):
        if not start or before[-len(start) :] == start:
            return len(start), day
    return 0, None
