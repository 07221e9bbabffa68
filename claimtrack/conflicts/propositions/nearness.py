"""How near two statements are: words of one root, opposites, one speaker, one place in the text."""

from __future__ import annotations

from functools import cache, lru_cache

from claimtrack.about.terms import held
from claimtrack.conflicts.propositions.utterance import Utterance, antonyms
from claimtrack.conflicts.statement.word_lists import words_of
from claimtrack.lexicon.stems import REMEMBERED, stem, words

NEAR = 2
"""Sentences between two statements that stand side by side, at the most."""


def kin(left: Utterance, right: Utterance) -> float:
    """How much more two statements share beneath their words: "gemeldet" and "Meldung", 0 to 1."""
    return max(0.0, held(left.roots, right.roots) - held(left.stems, right.stems))


def opposed(left: Utterance, right: Utterance) -> bool:
    """Whether the words of one say the opposite of some word of the other."""
    opposites = _opposites(left.stems, left.verbs)
    if opposites and not (right.stems.isdisjoint(opposites) and right.verbs.isdisjoint(opposites)):
        return True
    return _is_without(left.stems, right.stems) or _is_without(right.stems, left.stems)


@lru_cache(maxsize=REMEMBERED)
def _opposites(stems: frozenset[str], verbs: frozenset[str]) -> frozenset[str]:
    table = antonyms()
    return frozenset().union(*(table[key] for key in stems | verbs if key in table))


def _is_without(some: frozenset[str], rest: frozenset[str]) -> bool:
    """Whether a word stands in one with "un-" that stands in the other without: "unbeteiligt"."""
    words = _without_un(some)
    return bool(words) and not rest.isdisjoint(words)


@lru_cache(maxsize=REMEMBERED)
def _without_un(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(word[2:] for word in stems if word.startswith("un"))


def same_person(left: Utterance, right: Utterance) -> float:
    """How sure it is that two statements have one speaker, 0 to 1, by all that names him."""
    others = right.statement.actors
    for name in left.statement.actors:  # mostly one: quicker than two sets
        if name in others:
            return 1.0
    if (left.names and left.names <= right.titles) or (right.names and right.names <= left.titles):
        return 1.0
    if not (left.names and right.names):
        return 0.0
    return held(left.names, right.names)


def is_far(left: Utterance, right: Utterance) -> bool:
    """Whether two statements stand in two articles."""
    return left.statement.place != right.statement.place


def is_near(left: Utterance, right: Utterance) -> bool:
    """Whether two statements stand side by side in one article."""
    near = left.statement.place == right.statement.place
    return near and left.sentence >= 0 and abs(left.sentence - right.sentence) <= NEAR


def is_spoken_of(utterance: Utterance, by: Utterance) -> bool:
    """Whether a speaker, or the state or body that he speaks for, is among another's words."""
    spoken = _spoken(by.statement.claim.words)
    if not (utterance.called.isdisjoint(spoken) and utterance.titles.isdisjoint(spoken)):
        return True
    seats = utterance.statement.seats & by.statement.lands
    if seats and seats - by.statement.seats:
        return True
    return is_near(utterance, by) and _is_named_anew(utterance.called, spoken)


def _is_named_anew(called: frozenset[str], spoken: frozenset[str]) -> bool:
    """Whether the body that speaks may be the one spoken of by another noun: Firma, Betreiber."""
    return any(not (called.isdisjoint(nouns) or spoken.isdisjoint(nouns)) for nouns in _bodies())


@cache
def _bodies() -> tuple[frozenset[str], ...]:
    classes = (
        words_of("the_firm"), words_of("the_authority"), words_of("the_clinic"),
        words_of("the_club"), words_of("the_school"), words_of("the_city"),
    )  # fmt: skip
    return tuple(frozenset(map(stem, nouns)) for nouns in classes)


@lru_cache(maxsize=REMEMBERED)
def _spoken(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


def between(left: Utterance, right: Utterance) -> str:
    """The text from the sentence before two statements to the last of them, in one paragraph."""
    layout = left.statement.layout
    if layout is None:
        return ""
    first, last = sorted((left.sentence, right.sentence))
    if first and layout.paragraph(layout.sentences[first - 1]) == left.paragraph:
        first -= 1
    return layout.words(first, last)
