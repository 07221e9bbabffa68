"""What a word can be, from closed classes and the table of verb forms: looked up once a word."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from claimtrack.german.verbs import Verb, read
from claimtrack.lexicon import classes
from claimtrack.lexicon.by_word import by_word

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
DOMAINS = "(?:de|com|org|net|at|ch|eu|info|tv|ua|ru)"
"""Ends of addresses by which outlets are named (tagesschau.de), as a pattern."""

_DOMAIN = re.compile(rf"[\w-]+(?:\.[\w-]+)*\.{DOMAINS}")
_TIED = re.compile(r"[a-zäöü]{1,4}[-’'][A-ZÄÖÜ][a-zäöüß]")
_SMALL_NAMES = classes("grammar_words")["small_name"]
_NO_CLASS: frozenset[str] = frozenset()
_PREFIX_ONLY = frozenset({"prefix"})
_GOVERNING = frozenset({"auxiliary", "modal"})


class Word(NamedTuple):
    """A spelling and what it can be. ``low`` is composed, lower case, without soft hyphens.

    ``capital`` says whether it begins with a capital or is a name that is written small (dpa,
    tagesschau.de), ``upper`` whether its first letter is one, a tied particle aside (ad-Din),
    ``letters`` whether it has any letter,
    ``classes`` which closed classes of ``lexicon/function_words.tsv`` it is in, ``verb`` its
    readings as a verb form, None for a word that is surely none; ``finite`` whether it can be a
    finite one, ``auxiliary`` whether a finite auxiliary or modal, which governs another verb: hat,
    soll.
    """

    low: str
    capital: bool
    upper: bool
    letters: bool
    classes: frozenset[str]
    verb: Verb | None
    finite: bool
    auxiliary: bool


@by_word
def look_up(spelling: str) -> Word:
    """The word of a spelling as it stands in a text."""
    plain = spelling if spelling.isascii() else _composed(spelling)
    low = plain.lower()
    names = _class_index().get(low, _NO_CLASS)
    letters = plain.isalpha() or any(map(str.isalpha, plain))
    verb = read(low) if letters and _can_be_verb(low, names) else None
    upper = plain[:1].isupper() or tied_name(plain)
    capital = upper or plain.lstrip("0123456789-")[:1].isupper() or _small_name(low)
    finite = verb is not None and verb.finite
    governs = bool(names) and not names.isdisjoint(_GOVERNING)
    return Word(low, capital, upper, letters, names, verb, finite, governs)


def _composed(spelling: str) -> str:
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", spelling))


def tied_name(word: str) -> bool:
    """Tell whether a name has its small particle tied to it: ad-Din, al-Assad, d’Estaing."""
    return _TIED.match(word) is not None


def _small_name(low: str) -> bool:
    return low in _SMALL_NAMES or ("." in low and _DOMAIN.fullmatch(low) is not None)


def _can_be_verb(low: str, names: frozenset[str]) -> bool:
    """Whether the closed classes of a word leave it free to be a verb: hatte, but not eine."""
    return not names or names <= _PREFIX_ONLY or not names.isdisjoint(_GOVERNING) or low == "sein"


@cache
def _class_index() -> dict[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for name, members in classes("function_words").items():
        for member in members:
            index.setdefault(member, set()).add(name)
    return {word: frozenset(names) for word, names in index.items()}
