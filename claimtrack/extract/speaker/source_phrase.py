"""Prepositional phrases that name the source of what their clause says.

Shapes: "laut X", "laut „X“", "laut x.de", "gemäß X", "nach Angaben (von) X", "seiner Meinung nach",
"X zufolge", "Berichten zufolge", "aus (der) Sicht von X". None: "gemäß Artikel 5", "zwei Monate
nach X", "zu laut".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.source_end import end_of_source, opinion_noun
from claimtrack.german.animacy import speaker_noun, time_noun
from claimtrack.german.clauses import konjunktiv
from claimtrack.german.complements import compound_end
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_ARTICLES = classes("function_words")["article"]
_OWN = ("sein", "ihr")
_VON = frozenset({"von", "vom"})
_POINTING_OWNERS = frozenset({"deren", "dessen"})
_REACH_BACK = 8


class Source(NamedTuple):
    """A source phrase: ``cue`` and ``speaker`` in it, its tokens ``start`` to ``end``."""

    cue: Span
    speaker: Span
    start: int
    end: int


def find_sources(sentence: Sentence) -> Iterator[Source]:
    """The source phrases of a sentence from left to right; those in direct speech too."""
    if not _READERS.keys() & sentence.lows:
        return
    for i in [i for i, token in enumerate(sentence.tokens) if token.low in _READERS]:
        source = _READERS[sentence.tokens[i].low](sentence, i)
        if source is not None:
            yield source


def _laut(sentence: Sentence, i: int) -> Source | None:
    """The preposition ("laut X"), not the adverb ("zu laut")."""
    adverb = i > 0 and sentence.tokens[i - 1].low in _WORDS["before_loud"]
    return None if adverb else _behind(sentence, i, _phrase_behind(sentence, i))


def _gemaess(sentence: Sentence, i: int) -> Source | None:
    """What a source says ("gemäß X"), not what a law does ("gemäß Artikel 5")."""
    found = _phrase_behind(sentence, i)
    if found is None or sentence.tokens[i + 1].low in _WORDS["law"]:
        return None
    return _behind(sentence, i, found)


def _nach(sentence: Sentence, i: int) -> Source | None:
    """Views: "nach Angaben (von) X", "seiner Meinung nach"; nach of time and place names none."""
    start = _opinion_before(sentence, i)
    if start is not None:
        return Source(sentence.token_span(i), sentence.span(start, i), start, i + 1)
    found = _phrase_behind(sentence, i)
    if found is None or not _names_opinion(sentence, found) or _temporal(sentence, i, found):
        return None
    if _own_words_before(sentence, i, found):
        return None
    return _behind(sentence, i, found)


def _zufolge(sentence: Sentence, i: int) -> Source | None:
    """The source before: "X zufolge", "ihm zufolge", "dem früheren, nun alten Leiter zufolge"."""
    start = _phrase_before(sentence, i)
    if start is None:
        return None
    return Source(sentence.token_span(i), sentence.span(start, i), start, i + 1)


def _sicht(sentence: Sentence, i: int) -> Source | None:
    """A point of view: "aus Sicht von X", "aus der Sicht der Anwohner"."""
    start = i - 2 if i > 1 and sentence.tokens[i - 1].low == "der" else i - 1
    if start < 0 or sentence.tokens[start].low != "aus":
        return None
    named = i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].low in _VON
    found = _phrase_at(sentence, i + 1 + named)
    if found is None:
        return None
    return Source(sentence.span(start, i + 1), sentence.phrase_span(found), start, found.end)


_READERS: dict[str, Callable[[Sentence, int], Source | None]] = {
    "laut": _laut,
    "gemäß": _gemaess,
    "nach": _nach,
    "zufolge": _zufolge,
    "sicht": _sicht,
}
"""For each word that can make a phrase a source, what reads the phrase around it."""


def _behind(sentence: Sentence, i: int, found: Phrase | None) -> Source | None:
    """The source of a preposition at ``i`` and the phrase behind it."""
    if found is None:
        return None
    end = _mark_end(sentence, end_of_source(sentence, found))
    return Source(sentence.token_span(i), sentence.span(found.start, end), i, end)


def _mark_end(sentence: Sentence, end: int) -> int:
    """Behind the name in marks that the end of a source stands in, or that an outlet's noun has.

    Shapes: "Informationen von „taz | plus“", "dem Magazin | „kreuz und quer“".
    """
    at = sentence.tokens[end - 1].end
    for mark in sentence.fragments:
        called = end < len(sentence.tokens) and mark.span.start == sentence.tokens[end].start
        called = called and speaker_noun(sentence.tokens[end - 1].text) == "outlet"
        if called or mark.span.start < at < mark.span.end:
            return sentence.within(mark.span).stop
    return end


def _phrase_behind(sentence: Sentence, i: int) -> Phrase | None:
    """The phrase right behind token ``i``; a whole name in marks: laut „Blick am Abend“."""
    phrase, marked = _phrase_at(sentence, i + 1), _marked(sentence, i + 1)
    if phrase is None or (marked is not None and phrase.end < marked.end):
        return marked
    return phrase


def _phrase_at(sentence: Sentence, i: int) -> Phrase | None:
    """The noun phrase that begins right at token ``i``."""
    clause = sentence.clause_of(i)
    if clause is None:
        return None
    owned = sentence.tokens[i].low in _POINTING_OWNERS
    first = next(phrases(sentence.tokens, i + owned, sentence.clauses[clause].end), None)
    if owned and first is not None and first.start == i + 1:
        return first._replace(start=i)
    return first if first is not None and first.start <= i else None


def _marked(sentence: Sentence, i: int) -> Phrase | None:
    """A name in marks: laut „heise online“."""
    tokens = sentence.tokens
    if i >= len(tokens):
        return None
    for mark in sentence.fragments:
        if mark.span.start == tokens[i].start:
            inside = (j for j in range(i, len(tokens)) if tokens[j].end >= mark.span.end)
            end = next(inside, i) + 1
            end = compound_end(tokens, end, len(tokens)) or end
            return Phrase(i, end, end, end - 1, None)
    return None


def _names_opinion(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase has a noun of saying and thinking: Angaben, Ansicht, Auskunft …"""
    tokens = sentence.tokens
    tied = phrase.end - phrase.start > 1 and tokens[phrase.end - 2].text == "-"
    end = phrase.end if tied else phrase.core
    return any(
        token.word.capital and opinion_noun(token.low) for token in tokens[phrase.start : end]
    )


def _temporal(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """nach of time: "zwei Monate nach dem Urteil", "nach der Bekanntgabe des Ergebnisses".

    Behind a day or an hour a noun without article is a source: "am Sonntag nach Angaben der
    Polizei"; so are mere Angaben behind a longer time ("in diesem Jahr nach Angaben der Bank").
    """
    if _known_since(sentence, i, phrase):
        return True
    if i == 0:
        return False
    before = sentence.tokens[i - 1].low
    if before in _WORDS["before_after"]:
        return True
    if not time_noun(before) and before not in _WORDS["span_of_time"]:
        return False
    if sentence.tokens[i + 1].low in _ARTICLES:
        return True
    return before in _WORDS["span_of_time"] and not _tells(sentence, phrase)


def _known_since(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """Whether what was made known is the time and no source.

    Shapes: "nach (der) Bekanntgabe des Ergebnisses", "nach der Ankündigung des Ministers sank der
    Kurs"; a source is "nach einer Bekanntgabe des Amtes", "nach der Ankündigung … soll er sinken".
    """
    making, following = sentence.tokens[phrase.head].low, sentence.tokens[i + 1].low
    if making in _WORDS["making_known"]:
        return following == "der" or phrase.start == phrase.head
    clause = sentence.clause_of(i)
    if making not in _WORDS["announcing"] or following != "der" or clause is None:
        return False
    told = konjunktiv(sentence.clauses[clause])
    return not told and _WORDS["hearsay"].isdisjoint(sentence.words(clause))


def _own_words_before(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """nach of one's own words: "Auf Fragen antwortete er nach seiner Aussage nicht".

    The clause itself has a verb that reports, and its subject is who said those words.
    """
    clause = sentence.clause_of(i)
    if clause is None or sentence.cues[clause] is None:
        return False
    own = sentence.tokens[phrase.start].low.startswith(_OWN)
    return own and sentence.tokens[phrase.core - 1].low in _WORDS["said_once"]


def _tells(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is of Angaben, which nothing can come after: "nach eigenen Angaben"."""
    return any(
        token.low.endswith("angaben") for token in sentence.tokens[phrase.start : phrase.core]
    )


def _opinion_before(sentence: Sentence, i: int) -> int | None:
    """Where the phrase before nach begins: "seiner Meinung nach", "dem Vernehmen nach"."""
    tokens = sentence.tokens
    if i < 2:
        return None
    noun, before = tokens[i - 1].low, tokens[i - 2].low
    singular = noun in _WORDS["view"] and before.endswith(("er", "em"))
    plural = noun in _WORDS["views"] and before in _WORDS["own_plural"]
    return i - 2 if singular or plural else None


def _inner_source(sentence: Sentence, phrase: Phrase, i: int) -> int | None:
    """Where the source begins behind a noun that cannot speak: "die Zahl der WHO zufolge"."""
    if speaker_noun(sentence.tokens[phrase.head].text) is not None or phrase.core >= i:
        return None
    articles = _WORDS["dative_article"]
    inner = (j for j in range(i - 2, phrase.core - 1, -1) if sentence.tokens[j].low in articles)
    return next(inner, None)


def _phrase_before(sentence: Sentence, i: int) -> int | None:
    """Where the phrase before "zufolge" at token ``i`` begins."""
    clause = sentence.clause_of(i)
    if clause is None:
        return None
    start = sentence.clauses[clause].start
    for phrase in phrases(sentence.tokens, start, i):
        if phrase.end >= i or phrase.core == i:
            return _inner_source(sentence, phrase, i) or phrase.start
    if i > start and sentence.tokens[i - 1].low in _WORDS["dative_pronoun"]:
        return i - 1
    if (marked := _mark_before(sentence, i)) is not None:
        return marked
    back = range(i - 1, max(start, i - _REACH_BACK - 1) - 1, -1)
    return next((j for j in back if sentence.tokens[j].low in _WORDS["dative_article"]), None)


def _mark_before(sentence: Sentence, i: int) -> int | None:
    """Where the name in marks right before token ``i`` begins: „heise online“ zufolge."""
    for mark in sentence.fragments:
        inside = sentence.within(mark.span)
        if inside.stop == i:
            return inside.start
    return None
