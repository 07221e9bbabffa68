"""What the columns of a spreadsheet are called, and what it may have for the closed words."""

from __future__ import annotations

import re
from functools import cache

from claimtrack import lexicon
from claimtrack.text import folded

_NO_LETTER = re.compile(r"[^a-z0-9]+")


def german(field: str) -> str:
    """The heading of a field in a German table; a field without one keeps its name."""
    return _german().get(field, field.replace("_", " "))


def field_of(heading: str) -> str | None:
    """The field that a heading means, German or English, in any case; None where none does."""
    return _fields().get(_letters(heading))


def word_of(field: str, text: str) -> str | None:
    """The closed word of a field that a text means, itself or in German; None where none does."""
    return _words().get((field, _letters(text)))


@cache
def _words() -> dict[tuple[str, str], str]:
    return {
        (field, _letters(name)): word
        for field, word, names in lexicon.table("closed_words")
        for name in (word, *names.split("|"))
    }


@cache
def _german() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.table("headings")}


@cache
def _fields() -> dict[str, str]:
    return {
        _letters(heading): field
        for field, heading, *more in lexicon.table("headings")
        for heading in (field, heading, *(more[0].split("|") if more else ()))
    }


def _letters(heading: str) -> str:
    """Letters and digits alone, folded: „Said until“, ``said_until`` and ``SAID-UNTIL`` agree."""
    return _NO_LETTER.sub("", folded(heading))
