"""The word lists of ``conflict_words.tsv``, as sets and as parts of patterns."""

from __future__ import annotations

import re

from claimtrack import lexicon


def words_of(name: str) -> frozenset[str]:
    """The words of a class as they stand in the file."""
    return lexicon.classes("conflict_words")[name]


def either(*names: str) -> str:
    """The words of some classes as one group of a pattern, the longest first."""
    found = sorted(frozenset().union(*map(words_of, names)), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_pattern(word) for word in found)})"


def _pattern(word: str) -> str:
    """A word as a pattern: "*" is any letters, "_" a blank."""
    return re.escape(word).replace(r"\*", r"\w*").replace("_", " ")
