"""What a word can be, from closed classes and the table of verb forms: looked up once a word."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from claimtrack.german.verbs import Form, Verb, read
from claimtrack.lexicon import classes

INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


class Word(NamedTuple):
    """A spelling and what it can be. ``low`` is composed, lower case, without soft hyphens."""

    low: str
    capital: bool
    letters: bool
    classes: frozenset[str]
    verb: Verb | None

    def finite(self) -> bool:
        """Whether this can be a finite verb form."""
        return self.verb is not None and bool(self.verb.form & Form.FINITE)


@cache
def _class_index() -> dict[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for name, members in classes("function_words").items():
        for member in members:
            index.setdefault(member, set()).add(name)
    return {word: frozenset(names) for word, names in index.items()}


_NO_CLASS: frozenset[str] = frozenset()
_known: dict[str, Word] = {}


def look_up(spelling: str) -> Word:
    """The word of a spelling, the same object each time."""
    word = _known.get(spelling)
    if word is None:
        word = _known[spelling] = _new(spelling)
    return word


def _new(spelling: str) -> Word:
    plain = INVISIBLE.sub("", unicodedata.normalize("NFC", spelling))
    low = plain.lower()
    names = _class_index().get(low, _NO_CLASS)
    letters = any(character.isalpha() for character in plain)
    verb = read(low) if letters and _can_be_verb(low, names) else None
    return Word(low, plain[:1].isupper(), letters, names, verb)


def _can_be_verb(low: str, names: frozenset[str]) -> bool:
    if "auxiliary" in names or "modal" in names or low == "sein":
        return True
    return not names or names <= {"prefix"}
