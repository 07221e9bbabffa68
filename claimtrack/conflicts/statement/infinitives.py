"""Verbs of a text by their infinitive, so that "trat … zurück" and "zurückgetreten" are one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimtrack import lexicon
from claimtrack.german.verbs import read, rejoin
from claimtrack.lexicon.concepts import Sense, sense
from claimtrack.lexicon.stems import REMEMBERED

_BENT = ("en", "em", "er", "es", "e")
"""Endings of a participle before a noun."""


@lru_cache(maxsize=REMEMBERED)
def infinitive(word: str) -> str | None:
    """The infinitive of a verb form in lower case, a bent participle too; None for no verb."""
    if not word[:1].islower():
        return None
    verb = read(word)
    if verb:
        return min(verb.lemmas)
    for ending in _BENT:
        bare = read(word.removesuffix(ending)) if word.endswith(ending) else None
        if bare and bare.participle:
            return min(bare.lemmas)
    return None


def is_participle(word: str) -> bool:
    """Whether a word can be a past participle and is no infinitive."""
    verb = read(word)
    return bool(verb and verb.participle and not verb.infinitive)


def spelled(line: Sequence[Sense]) -> Sequence[Sense]:
    """The words, a participle at their head as within a sentence: "Verbrannt sind 900 Hektar"."""
    first = _participle(line[0].word) if line else None
    return (first, *line[1:]) if first else line


@lru_cache(maxsize=REMEMBERED)
def _participle(first: str) -> Sense | None:
    """A first word as it is spelled within a sentence, where it is a participle."""
    word = first.lower()
    return sense(word) if is_participle(word) else None


def rejoined(line: Sequence[Sense]) -> Sequence[Sense]:
    """The words with a separable verb put together at the end: "trete … zurück", zurücktreten."""
    if not line or line[-1].word not in _prefixes():
        return line
    verb = _separated(line)
    return (*line[:-1], sense(verb)) if verb else line


def _separated(line: Sequence[Sense]) -> str | None:
    """The verb that the last word belongs to: the nearest finite one before it that takes it."""
    for before in reversed(line[:-1]):
        verb = read(before.word) if before.word[:1].islower() else None
        if verb and verb.finite:
            joined = (rejoin(line[-1].word, lemma) for lemma in verb.lemmas)
            return next((each for each in joined if each), None)
    return None


def _prefixes() -> frozenset[str]:
    return lexicon.classes("function_words")["prefix"]
