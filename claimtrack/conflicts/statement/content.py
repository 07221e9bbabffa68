"""What the words of a claim and of a title tell: the proposition, its content words, its acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from claimtrack.conflicts.statement.infinitives import infinitive, rejoined, spelled
from claimtrack.conflicts.statement.names import names_in, places_in
from claimtrack.conflicts.statement.word_lists import amounts, whole_words, words_of
from claimtrack.lexicon.concepts import Sense, sense, senses
from claimtrack.lexicon.stems import REMEMBERED, is_function_word, stem, words
from claimtrack.model import Claim, Mention


class Headline(NamedTuple):
    """The names and places in an article's title, the kinds of event, and its content words."""

    names: frozenset[str]
    places: frozenset[str]
    kinds: frozenset[str]
    gist: frozenset[str]


@lru_cache(maxsize=4096)
def headline(title: str | None) -> Headline:
    """What a title tells; nothing where there is none."""
    line = senses(title) if title else []
    kinds = frozenset(kinds_of(line))
    return Headline(names_in(line), places_in(line), kinds, frozenset(gist_of(line)))


_OF_THE_SPEAKER = re.compile(
    r"(?<=[a-zäöüß]), (?:der|die|das|dessen|deren) [^,]+,(?= (?:hat|hatte|wies|weist|bestr|dement))"
)


def proposition(claim: Claim) -> str:
    """The words of a claim without its speaker and its cue, where they stand among them.

    What a relative clause tells of the speaker goes too: "Berg, der die Prüfung leitet, wies …".
    """
    if claim.kind != "reported" or claim.claim or not claim.quote:
        return claim.words
    return _without(claim.quote, (claim.speaker, claim.cue))


def _without(quote: Mention, mentions: Iterable[Mention | None]) -> str:
    """The words of a quotation, blanks in the place of what is mentioned in it.

    By its place where the quotation is in one piece, else by its words.
    """
    text = _OF_THE_SPEAKER.sub(lambda clause: " " * len(clause[0]), quote.text)
    start = quote.spans[0].start if quote.spans else 0
    whole = len(quote.spans) == 1 and quote.spans[0].end - start == len(text)
    for mention in mentions:
        for span in mention.spans if mention and whole else ():
            cut = slice(max(0, span.start - start), max(0, span.end - start))
            text = text[: cut.start] + " " * len(text[cut]) + text[cut.stop :]
        for piece in mention.text.split() if mention and not whole else ():
            text = re.sub(rf"(?<!\w){re.escape(piece)}(?!\w)", " ", text, count=1)
    return text


def gist(text: str) -> frozenset[str]:
    """The content words of a text as a set, its separable verbs put together."""
    return frozenset(gist_of(rejoined(senses(text))))


@lru_cache(maxsize=REMEMBERED)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the content words of a text; numbers and set phrases say nothing here."""
    if _SET_PHRASES.search(text):
        text = _SET_PHRASES.pattern.sub(" ", text)
    return frozenset(
        stem(word) for word in words(text) if not (is_function_word(word) or word[0].isdigit())
    )


_SET_PHRASES = whole_words("set_phrase")


_LIGHT = words_of("light") | {stem(word) for word in words_of("negation")}
_ACTS = frozenset({"act"})


def gist_of(line: Sequence[Sense]) -> Iterable[str]:
    """The content words of a text: states, acts, concepts, infinitives, else stems; no amounts."""
    return chain.from_iterable([_content_of(word.word) for word in spelled(line)])


@lru_cache(maxsize=REMEMBERED)
def _content_of(text: str) -> tuple[str, ...]:
    word = sense(text)
    if word.function or text[:1].isdigit() or word.stem in amounts():
        return ()
    nation = (f"={word.nation}",) if word.nation else ()
    concept = word.concept(_ACTS) or next(iter(word.concepts), None)
    if concept is not None:
        return (*nation, concept.population)
    term = infinitive(text) or word.stem
    return nation if nation or term in _LIGHT else (term,)


def kinds_of(line: Sequence[Sense]) -> Iterable[str]:
    """The kinds of event that a text names."""
    return _of_sort("event", line)


def acts_of(line: Sequence[Sense]) -> Iterable[str]:
    """What is done in a text."""
    return _of_sort("act", line)


def _of_sort(sort: str, line: Sequence[Sense]) -> list[str]:
    concepts = [concept for word in line if word.concepts for concept in word.concepts]
    return [concept.name for concept in concepts if concept.sort == sort]
