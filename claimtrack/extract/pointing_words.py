"""Words that take up what was said before: pronouns, and nouns for numbers, charges, statements.

Shapes: "das", "dies", "dem", "davon"; "die Zahl", "diese Schätzung"; "den Vorwurf", "die
Anschuldigungen"; "den Bericht", "die Darstellung". An article is no pronoun: "das Haus".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from claimtrack.extract.reporting_words import reporting_noun
from claimtrack.extract.sentence import Sentence
from claimtrack.german.phrases import Phrase
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.lexicon.by_word import endings

_WORDS = classes("answer_words")
_SHORTEST_PART = 4
"""Letters of both parts of a compound."""


def pronouns(tokens: Sequence[Token]) -> Iterator[Token]:
    """The pronouns among tokens that stand for what was said; no article, no relative pronoun."""
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.low in _WORDS["pronoun"] and not _attached(following):
            yield token


def _attached(following: Token | None) -> bool:
    """Whether the word behind "das" belongs to it: a noun or an attribute."""
    if following is None:
        return False
    word = following.word
    attribute = word.low.endswith(("e", "en", "er", "es")) and not word.verb and not word.classes
    return word.capital or (attribute and bool(word.letters))


def sort_of(sentence: Sentence, phrase: Phrase) -> str:
    """What a noun phrase takes up: number, charge, saying; "" for one that takes up nothing.

    Bare plurals do ("wies Vorwürfe zurück"), an indefinite noun does not ("eine Zahl"), nor one
    that is part of a verb ("stellte das Vorhaben in Frage").
    """
    head = sentence.tokens[phrase.head]
    first = sentence.tokens[phrase.start].low
    bare = phrase.start == phrase.head and phrase.governed != "in"
    taken_up = first in _WORDS["definite"] or bare
    if not head.word.capital or not taken_up:
        return ""
    for sort in ("charge", "number", "saying"):
        if ends_in(head.low, _WORDS[sort]):
            return sort
    return "saying" if reporting_noun(head.low) is not None else ""


@lru_cache(maxsize=1 << 15)
def ends_in(low: str, words: frozenset[str]) -> bool:
    """Whether a noun is one of some words, or a compound that ends in one: Opferzahl."""
    if low in words or low[-_SHORTEST_PART:] not in _ends(words):
        return low in words
    ends = range(_SHORTEST_PART - 1, len(low) - _SHORTEST_PART + 1)
    return any(low[i:] in words for i in ends)


@cache
def _ends(words: frozenset[str]) -> frozenset[str]:
    return endings(words, _SHORTEST_PART)
