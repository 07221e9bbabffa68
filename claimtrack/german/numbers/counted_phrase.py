"""What a number counts: the noun behind it with the adjectives between."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimtrack import lexicon

_WORD = re.compile(r"(?:[ \u00a0\u202f\u2009\u2007]|\n(?!\s))[„\"»]?([^\W\d_][\w’'/-]*)(,?)")
_ADJECTIVE = re.compile(r"(?:[A-ZÄÖÜ]\w*-)?[a-zäöüß][\w-]*e[nrms]?\Z")
_PARTICIPLE = re.compile(r"te[rn]?\Z")  # "schwer Verletzte"
PLURAL = re.compile(r"\w(?:n|er|e|s|innen|ler|a)\Z")
"""The endings of a German plural; many singulars have them too."""
_MOST_WORDS = 8


class Counted(NamedTuple):
    """A noun phrase without its determiner: where it starts and ends, where its noun starts."""

    start: int
    noun: int
    end: int


@cache
def _no_adjectives() -> frozenset[str]:
    return lexicon.words("number_no_adjectives")


def counted_after(text: str, end: int) -> Counted | None:
    """The noun phrase that begins right behind ``end``.

    Shapes: "nordkoreanische Soldaten", "schwer verletzte und erschöpfte Menschen", "Polizei- und
    Rettungskräfte", "Männer und Frauen". None when something else comes first.
    """
    start: int | None = None
    pending = ""  # an adverb or "und" that only an adjective can follow
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, end)
        if not match:
            return None
        word, comma = match.groups()
        start = match.start(1) if start is None else start
        if word[0].isupper() and not _ADJECTIVE.match(word):
            loose = pending == "und" or (pending == "adverb" and not _PARTICIPLE.search(word))
            return None if loose else Counted(start, match.start(1), _noun_end(text, match))
        if word in ("und", "oder", "bzw") and start != match.start(1):
            pending, end = "und", match.end(1)
            continue
        if word in _no_adjectives():
            return None
        adjective = bool(_ADJECTIVE.match(word))
        if not adjective and (comma or pending == "adverb"):
            return None
        pending, end = ("" if adjective else "adverb"), match.end()
    return None


def _noun_end(text: str, match: re.Match[str]) -> int:
    """Where the noun ends, with a second one that is bound to it."""
    end = match.end(1)
    word = match[1]
    then = re.compile(r"[\s\u00a0](?:und|oder|bzw\.|sowie) ([A-ZÄÖÜ][\w’-]*)").match(text, end)
    if not then:
        return end
    if word.endswith("-") or (PLURAL.search(word) and PLURAL.search(then[1])):
        return then.end()
    return end
