"""The word lists of ``conflict_words.tsv``, as sets and as parts of patterns."""

from __future__ import annotations

import re
from functools import cache

from claimtrack import lexicon
from claimtrack.lexicon.stems import stem


def words_of(name: str) -> frozenset[str]:
    """The words of a class as they stand in the file."""
    return lexicon.classes("conflict_words")[name]


@cache
def measured() -> frozenset[str]:
    """Words that only say that something was measured or counted: infinitives, stems of nouns."""
    return frozenset(stem(word) if word[0].isupper() else word for word in words_of("measured"))


@cache
def amounts() -> frozenset[str]:
    """The stems of number words, of words that hedge them, and of units."""
    units = (row[5] for row in lexicon.table("concepts") if row[2] == "unit")
    hedges = (row[0] for row in lexicon.table("approximators"))
    words = " ".join((*units, *hedges, *words_of("amount")))
    return frozenset(map(stem, words.split()))


def either(*names: str) -> str:
    """The words of some classes as one group of a pattern, the longest first."""
    words = sorted(frozenset().union(*map(words_of, names)), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_pattern(word) for word in words)})"


def whole_words(*names: str, any_case: bool = True) -> re.Pattern[str]:
    """The words of some classes as they stand in a text, none of them within a longer word."""
    return re.compile(rf"(?<!\w){either(*names)}(?!\w)", re.I if any_case else 0)


def _pattern(word: str) -> str:
    """A word as a pattern: "*" is any letters, "_" a blank."""
    return re.escape(word).replace(r"\*", r"\w*").replace("_", " ")
