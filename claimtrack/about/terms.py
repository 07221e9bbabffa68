"""What an article as a whole is about: its rare words, each with a weight.

Two articles on one event share many words that few others have, whatever they claim. Names, nouns
and rare words count by how rare they are in German at large; words of the title, and of the first
lines, count more.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from claimtrack import lexicon
from claimtrack.lexicon.stems import REMEMBERED, is_function_word, stem

Terms = Mapping[str, float]
"""Weights of an article's terms, by their stems."""

_WORD = re.compile(r"[^\W\d]\w+(?:-\w+)*")
_TOO_COMMON = 5.5
"""Zipf frequency from which on a word tells nothing."""
_UNKNOWN = 2.5
"""That of a word which the table does not hold."""
_CEILING = 7.5
_CAPITAL, _TITLE, _LEAD = 1.5, 2.0, 1.5
"""How much more a capitalised word counts, one in the title, one in the lead."""
_LEAD_LENGTH = 200
"""Characters of a text that are its lead."""
_SHORTEST = 3
_MOST = 50
"""An article is known by so many terms; with more, articles meet no better."""


def terms(title: str | None, text: str) -> dict[str, float]:
    """The weightiest terms of an article, by stem."""
    counts: dict[str, float] = defaultdict(float)
    for words, lead, rest in ((title or "", _TITLE, _TITLE), (text, _LEAD, 1.0)):
        for match in _WORD.finditer(words):
            place = lead if match.start() < _LEAD_LENGTH else rest
            for key, letters in _telling(match[0]):
                counts[key] += place * letters
    weights = {key: math.log(1 + count) * (_CEILING - zipf(key)) for key, count in counts.items()}
    best = sorted(weights.items(), key=lambda term: (-term[1], term[0]))[:_MOST]
    return {key: round(weight, 2) for key, weight in best}


@lru_cache(maxsize=REMEMBERED)
def _telling(word: str) -> tuple[tuple[str, float], ...]:
    """The stems of a word and its parts that may tell something, with the weight of its letters."""
    keys = {part: stem(part) for part in (word, *word.split("-"))}
    return tuple(
        (key, _CAPITAL if part[0].isupper() else 1.0)
        for part, key in keys.items()
        if len(part) >= _SHORTEST and not is_function_word(part) and zipf(key) <= _TOO_COMMON
    )


@lru_cache(maxsize=REMEMBERED)
def rarity(key: str) -> float:
    """How much a stem tells by being rare, from 0 for the commonest words."""
    return max(0.0, _CEILING - zipf(key))


@lru_cache(maxsize=REMEMBERED)
def alike(left: frozenset[str], right: frozenset[str]) -> float:
    """How much two sets of stems share, 0 to 1, rare ones counting more."""
    both = math.fsum(map(rarity, left & right))
    every = math.fsum(map(rarity, left)) + math.fsum(map(rarity, right))
    return 2 * both / every if every else 0.0


@lru_cache(maxsize=REMEMBERED)
def held(left: frozenset[str], right: frozenset[str]) -> float:
    """How much of the shorter of two sets stands in the other, 0 to 1, rare ones counting more."""
    least = min(math.fsum(map(rarity, left)), math.fsum(map(rarity, right)))
    return math.fsum(map(rarity, left & right)) / least if least else 0.0


def zipf(key: str) -> float:
    """How common a stem is: the logarithm of the times it comes in a billion words."""
    return _rarity().get(key, _UNKNOWN)


def is_known(key: str) -> bool:
    """Whether a stem is one of a word that German at large uses now and then."""
    return key in _rarity()


@cache
def _rarity() -> dict[str, float]:
    rows = lexicon.table("word_rarity")
    return {key: float(value) for value, keys in rows for key in keys.split(" ")}
