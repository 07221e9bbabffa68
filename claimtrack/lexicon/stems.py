"""How alike two wordings are: German words reduced to stems, function words left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache, lru_cache

from claimtrack import lexicon

_WORD = re.compile(r"\w+(?:[-.]\w+)*")
_FOLD = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e"})
_ENDINGS = ("ern", "em", "er", "en", "es", "st", "e", "n", "s", "t")
_SHORTEST = 4
"""No ending is cut that would leave less than this: "Rat", "Tote" and "Ort" stay apart."""

REMEMBERED = 1 << 16
"""Words of articles whose answer is kept: a run over many articles must not grow without end."""

_NO_FUNCTION = ("not_verb", "prefix")
"""Classes of the function word list that only say what a word is not."""


def words(text: str) -> list[str]:
    """The words of a text in order; "US-Soldaten" and "10.000" are one each."""
    return _WORD.findall(text)


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """A word without its inflection: lower case, umlauts folded, endings cut.

    Made for meeting, not for grammar: "Häuser"/"Haus", "getötet"/"getöteten",
    "Verletzte"/"verletzt" come out alike.
    """
    plain = word.lower().translate(_FOLD)
    while ending := next((end for end in _ENDINGS if _can_go(plain, end)), ""):
        plain = plain[: -len(ending)]
    return plain


def _can_go(plain: str, ending: str) -> bool:
    return plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST


def capitalised(text: str) -> Iterator[str]:
    """The stems of the words of a text that German writes with a capital, no function words."""
    return (stem(word) for word in words(text) if word[:1].isupper() and not is_function_word(word))


@cache
def _function_words() -> frozenset[str]:
    rows = lexicon.classes("function_words")
    classes = (rows[name] for name in rows if name not in _NO_FUNCTION)
    return frozenset().union(*classes, lexicon.classes("grammar_words")["auxiliary_participle"])


@lru_cache(maxsize=REMEMBERED)
def is_function_word(word: str) -> bool:
    """True if a word says nothing by itself: articles, prepositions, auxiliaries, adverbs."""
    plain = word.lower()
    return plain in _function_words()


def likeness(first: Set[str], second: Set[str]) -> float:
    """How much two sets of stems share, 0 to 1: twice the shared over all (Dice)."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def containment(first: Set[str], second: Set[str]) -> float:
    """How much of the shorter wording stands in the longer one, 0 to 1."""
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0
