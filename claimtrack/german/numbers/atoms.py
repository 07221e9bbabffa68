"""Single words of a numeral: what each is and what it is worth."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.german.numbers.spelled import (
    age,
    cardinal,
    fold,
    fraction,
    mixed,
    multiple,
    ordinal,
)
from claimtrack.lexicon.by_word import by_word

BEGINNINGS = (
    r"(?:null|ein|zw|dr|vier|f[üu]e?n|sech|sieb|acht|neun|ze|elf|hundert|tausend|mill|mrd|mio|m[di]a?\b"
    r"|bio|bill|trill|tsd|halb|viertel|dreiviertel|ander|dutz|erst|hälf|zig|aber)"
)
"""How the words begin that can be numbers, as a pattern; umlauts may be spelled ae, oe, ue."""

_BEGINS = re.compile(BEGINNINGS)
_LONGEST = 150  # letters: a number in words that is longer was never printed
ONE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_HALF = frozenset({"halb", "halbe", "halben", "halber", "halbes"})


class Atom(NamedTuple):
    """A number word: its role and its value, lowest and highest (they differ for a vague one).

    Roles: cardinal, one (the article too), half, scale, fraction, ordinal, multiple, age, vague.
    """

    role: str
    low: float
    high: float


@by_word
def atom(word: str) -> Atom | None:
    """What a word is as a number, in any case; None for all other words."""
    low = fold(word[: _LONGEST + 1])
    if len(low) > _LONGEST or not _BEGINS.match(low):
        return None
    if low in _vague():
        return Atom("vague", *_vague()[low])
    if low in ONE:
        return Atom("one", 1, 1)
    if low in _HALF:
        return Atom("half", 0.5, 0.5)
    for role, read in _READERS:
        value = read(low)
        if value is not None:
            return Atom(role, value, value)
    return None


def _scale(word: str) -> float | None:
    return _scales().get(word)


_READERS = (
    ("scale", _scale), ("cardinal", cardinal), ("cardinal", mixed),
    ("fraction", fraction), ("multiple", multiple), ("ordinal", ordinal), ("age", age),
)  # fmt: skip


@cache
def _scales() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in lexicon.table("number_scales")}


@cache
def _vague() -> dict[str, tuple[float, float]]:
    return {
        form: (int(row[1]), int(row[2]))
        for row in lexicon.table("number_vague")
        for form in row[0].split()
    }


def scale(word: str) -> float | None:
    """The factor of a word that multiplies the number before it: tausend, Mio., Milliarden."""
    return _scales().get(fold(word))


@lru_cache(maxsize=1 << 12)
def factor(word: str) -> float:
    """The factor that a number word ends in: 100 for dreihundert, 1 for zwölf."""
    low = fold(word)
    for ending, size in (("tausend", 1000), ("hundert", 100)):
        if low.endswith(ending):
            return size
    return 1
