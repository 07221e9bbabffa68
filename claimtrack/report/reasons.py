"""Reasons in German: comparing writes them in English, ``reasons.tsv`` has their patterns.

A pattern is a sentence with slots, ``{bounds} and {bounds} can both be meant``. What stands in a
slot is put as it is (words, names), as the page puts it (days, numbers, closed words), or is a
pattern itself, where the slot has the name of a sort of patterns.

>>> from claimtrack.report.language import language
>>> german("they were told 40 days apart", language(GERMAN))
'zwischen den Angaben liegen 40 Tage'
>>> german("nobody wrote this sentence", language(GERMAN))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

from claimtrack.report.language import Language

GERMAN = "de"
LONGEST = 2000
"""Characters of a reason that is looked at: no name of an actor makes a pattern go on for ever."""

_PATTERNS = Path(__file__).with_name("reasons.tsv")
_SLOT = re.compile(r"{(\w+)}")
_WHOLE = "reason"
_LISTS = frozenset({"evidence", "difference"})
"""Sorts of which several stand with commas between."""

_LEAVES = {
    "words": r".+?",
    "bounds": r"„.+?“(?: \([^()]*\))?",
    "day": r"[^ ,();]+",
    "count": r"\d+",
    "years": r"\d{4}(?:, \d{4})*",
    "state": r"[a-z_ ]+?",
    "stance": r"[a-z]+",
    "confidence": r"[a-z_]+",
}
"""What can stand in the slots that are no patterns."""


class _Pattern(NamedTuple):
    """A line of the table: the expression of its English, and its German, slot by slot."""

    english: re.Pattern[str]
    slots: tuple[str, ...]
    german: tuple[str, ...]


def german(reason: str, language: Language) -> str | None:
    """A reason in German; None for one that no pattern fits."""
    return _told(_WHOLE, reason, language) if len(reason) <= LONGEST else None


def _told(sort: str, text: str, language: Language) -> str | None:
    if sort in _LEAVES:
        return _PUT.get(sort, _as_it_is)(text, language)
    if sort in _LISTS:
        pieces = [_line(sort, piece[0], language) for piece in _piece(sort).finditer(text)]
        return ", ".join(filter(None, pieces))
    return _line(sort, text, language)


def _line(sort: str, text: str, language: Language) -> str | None:
    """The text by the first line of a sort that fits it with all that stands in its slots."""
    for pattern in _patterns()[sort]:
        if fits := pattern.english.fullmatch(text):
            slots = zip(pattern.slots, fits.groups(), strict=True)
            pieces = [_told(*slot, language) for slot in slots]
            if None not in pieces:
                return _joined(pattern.german, filter(None, pieces))
    return None


def _joined(fixed: Iterable[str], between: Iterable[str]) -> str:
    return "".join(chain.from_iterable(zip_longest(fixed, between, fillvalue="")))


def _as_it_is(text: str, _: Language) -> str:
    return text


_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_IN_NUMBERS = {
    "at least": "mindestens", "at most": "höchstens", "to": "bis",
    "million": "Mio.", "billion": "Mrd.", "trillion": "Bio.",
}  # fmt: skip
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_IN_NUMBERS)})\b")


def _bounds(text: str, _: Language) -> str:
    """„etwa 3.000“ (2,100 to 3,900): what is in brackets is claimtrack's."""
    words, mark, numbers = text.partition("“ (")
    points = _NUMBER.sub(lambda at: at[0].translate(str.maketrans(",.", ".,")), numbers)
    return words + mark + _NUMBER_WORD.sub(lambda at: _IN_NUMBERS[at[0]], points)


_PUT: Mapping[str, Callable[[str, Language], str]] = {
    "bounds": _bounds,
    "day": lambda text, language: language.day(text),
    "state": lambda text, language: language.word("state", text.replace(" ", "_")),
    "stance": lambda text, language: language.word("stance", text),
    "confidence": lambda text, language: language.word("confidence", text),
}


@cache
def _rows() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The English and the German of each sort, in the order of the table."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for line in _PATTERNS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sort, english, own = line.split("\t")
            rows.setdefault(sort, []).append((english, own))
    return rows


@cache
def _patterns() -> Mapping[str, Sequence[_Pattern]]:
    return {sort: [_pattern(*row) for row in rows] for sort, rows in _rows().items()}


def _pattern(english: str, own: str) -> _Pattern:
    slots = tuple(_SLOT.findall(english))
    return _Pattern(re.compile(_expression(english, "({})")), slots, tuple(_SLOT.split(own)[::2]))


def _expression(english: str, group: str) -> str:
    """A regular expression for a line, with each slot in a group."""
    pieces = _SLOT.split(english)
    slots = (group.format(_slot(sort)) for sort in pieces[1::2])
    return _joined(map(re.escape, pieces[::2]), slots)


@cache
def _slot(sort: str) -> str:
    """What a slot can hold; of a reason within a reason more is not known."""
    if sort == _WHOLE:
        return ".+"
    if sort in _LEAVES:
        return _LEAVES[sort]
    lines = sorted((english for english, _ in _rows()[sort]), key=len, reverse=True)
    choice = "|".join(_expression(line, "(?:{})") for line in lines)
    return rf"(?:{choice})(?:, (?:{choice}))*" if sort in _LISTS else f"(?:{choice})"


@cache
def _piece(sort: str) -> re.Pattern[str]:
    """One of several of a sort."""
    lines = sorted((english for english, _ in _rows()[sort]), key=len, reverse=True)
    return re.compile("|".join(_expression(line, "(?:{})") for line in lines))
