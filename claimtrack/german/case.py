"""Case and gender, as far as the form of a noun phrase tells them.

A subject is in the nominative. Shapes that are not: "dem Minister", "den Streit", "westlichen
Beamten", "30 verschiedenen Texten", and "der" before a feminine noun ("der Regierung").
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.german import nouns
from claimtrack.german.attributes import ABOUT, ARTICLES, framed_noun, is_attribute, is_noun
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

_OBLIQUE = classes("grammar_words")["oblique"]
_FEMININE_ENDINGS = tuple(classes("grammar_words")["feminine"])
_FEMININE_NOUNS = classes("grammar_words")["feminine_noun"]
_MASCULINE_OR_OBLIQUE = frozenset(["der", "dieser", "jener"])
_OBLIQUE_ENDINGS = ("en", "em")
_MOSTLY_OBJECTS = frozenset(["beide", "alle"])
"""Pronouns that could be subjects but, standing alone, seldom are the ones who speak."""


def can_be_nominative(sentence: Sequence[Token], start: int, head: int) -> bool:
    """Whether the phrase that begins at ``start`` and has its last noun at ``head`` can be one."""
    first = sentence[start]
    if start == head and "subject_pronoun" in first.word.classes:
        return first.low not in _MOSTLY_OBJECTS
    noun = _first_noun(sentence, start, head)
    if first.low in _MASCULINE_OR_OBLIQUE:
        return _masculine(sentence, start, noun, head)
    if first.low in _OBLIQUE:
        return False
    if not first.word.classes & ARTICLES:
        return not any(_oblique_attribute(token) for token in sentence[start:noun])
    return start == head or not _bent_determiner(first)


def feminine(word: str) -> bool:
    """Whether a noun is surely a feminine singular: by the noun lists, else by its ending."""
    noun = nouns.read(word)
    if noun is not None and noun.gender:
        return noun.gender == "f" and noun.singular
    low = word.lower()
    return low.endswith(_FEMININE_ENDINGS) or low in _FEMININE_NOUNS


def _masculine(sentence: Sequence[Token], start: int, noun: int, head: int) -> bool:
    """Whether "der" opens a nominative: its attribute shows it, else the noun or the name.

    "der zuständige Richter" is one, "der zuständigen Stelle" none; "der Minister Jung" is one
    though "Jung" ends like a feminine noun.
    """
    before = sentence[noun - 1]
    if noun - 1 > start and is_attribute(before) and before.word.letters:
        return not before.low.endswith(_OBLIQUE_ENDINGS) or before.low in ABOUT
    own_name = head > noun and "preposition" in sentence[head - 1].word.classes  # Verband Pro Bahn
    listed = head == noun or (not own_name and nouns.read(sentence[head].text) is not None)
    return not (feminine(sentence[noun].text) or (listed and feminine(sentence[head].text)))


def _first_noun(sentence: Sequence[Token], start: int, head: int) -> int:
    """The first noun of the phrase, which is the office before a name: "der Präsident Putin"."""
    if sentence[start].word.classes & ARTICLES:
        noun = framed_noun(sentence, start + 1, head + 1)
        return head if noun is None else noun
    return next((i for i in range(start, head) if is_noun(sentence, i)), head)


def _oblique_attribute(token: Token) -> bool:
    return token.word.letters and token.low.endswith(_OBLIQUE_ENDINGS) and is_attribute(token)


def _bent_determiner(token: Token) -> bool:
    """Whether a determiner that is not listed as oblique is bent like one: "irgendeinem"."""
    return (
        not token.word.capital
        and token.low.endswith(_OBLIQUE_ENDINGS)
        and "determiner" in token.word.classes
    )
