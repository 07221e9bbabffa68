"""The word lists of ``conflict_words.tsv``, as sets and as parts of patterns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache

from claimtrack import lexicon
from claimtrack.lexicon.stems import REMEMBERED, stem

_PART = re.compile(r"\w+")
_TEXTS = 1 << 10
"""Texts whose classes are kept while they are searched for one after another."""


def words_of(name: str) -> frozenset[str]:
    """The words of a class as they stand in the file."""
    return lexicon.classes("conflict_words")[name]


@cache
def stems_of(name: str) -> frozenset[str]:
    """The stems of the words of a class."""
    return frozenset(map(stem, words_of(name)))


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


class WholeWords:
    """The words of some classes as they stand in a text, none of them within a longer word."""

    def __init__(self, names: Sequence[str], flags: int) -> None:
        self._names = names
        self._flags = flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The words as a pattern, compiled when a text first may have one."""
        return re.compile(rf"(?<!\w){either(*self._names)}(?!\w)", self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first of the words in a text; none is looked for where none begins."""
        if classes_in(text).isdisjoint(self._names):
            return None
        return self.pattern.search(text)


def whole_words(*names: str, any_case: bool = True) -> WholeWords:
    """How to find the words of some classes in a text, none of them within a longer word."""
    return WholeWords(names, re.I if any_case else 0)


@lru_cache(maxsize=_TEXTS)
def classes_in(text: str) -> frozenset[str]:
    """The classes of which a text may have a word, since it has the first part of one.

    Most texts have no word of most classes, and this is seen much sooner than by searching.
    """
    return frozenset().union(*map(_begun, _PART.findall(text)))


@lru_cache(maxsize=REMEMBERED)
def _begun(part: str) -> frozenset[str]:
    """The classes of which an entry begins with a word, in any case."""
    folded = part.casefold()
    starts = (_beginnings().get(f"{folded[:end]}*", _NONE) for end in range(len(folded) + 1))
    return _beginnings().get(folded, _NONE).union(*starts)


_NONE = frozenset[str]()


@cache
def _beginnings() -> Mapping[str, frozenset[str]]:
    """The classes by the first words of their entries; of those with a "*" by what is before it."""
    names: dict[str, set[str]] = defaultdict(set)
    for name, entries in lexicon.classes("conflict_words").items():
        for entry in entries:
            first = _FIRST.match(entry.casefold())
            names[first[0] if first else "*"].add(name)
    return {first: frozenset(own) for first, own in names.items()}


_FIRST = re.compile(r"[^\W_]*\*|[^\W_]+")


def _pattern(word: str) -> str:
    """A word as a pattern: "*" is any letters, "_" a blank."""
    return re.escape(word).replace(r"\*", r"\w*").replace("_", " ")
