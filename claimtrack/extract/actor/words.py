"""Words of running text with their places, and the small words around names."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimtrack.german.words import tied_name
from claimtrack.lexicon import classes

TOKEN = re.compile(
    r"[A-ZÄÖÜ]\.(?=[\s-])|(?:Dr|Prof|Mr|Mrs|Ms|Jr|Sr|St)\.|[IVX]+\.(?=\s+[a-zäöü])"
    r"|[^\W_][\w]*(?:[-’'/.&][^\W_][\w]*)*-?|[^\s]|\n"
)


class Word(NamedTuple):
    """A word or mark of the text with its place in it."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, a tied particle aside: ad-Din."""
        return self.text[:1].isupper() or tied_name(self.text)


def cut(text: str, offset: int = 0) -> list[Word]:
    """Words and marks of a text, their places counted from ``offset``."""
    return [
        Word(text[start:end], start + offset, end + offset)
        for start, end in map(re.Match.span, TOKEN.finditer(text))
    ]


@cache
def small(name: str) -> frozenset[str]:
    """One class of small words around names, see the lexicon ``actor_words``."""
    return classes("actor_words")[name]


def joined(tokens: list[Word]) -> str:
    """The words with blanks between."""
    return " ".join(word.text for word in tokens)
