"""Who carried the words, and whom the speaker leans on: the chain from the article to the origin.

Shapes of relays (``via``): "Wie CNN berichtet, erklärte X, …", "sagte X der Nachrichtenagentur
Reuters", "gegenüber CNN", "laut Beamten, die mit AP sprachen", "sagte X laut Spiegel Online".
Shapes of sources (``cites``): "unter Berufung auf X", "mit Verweis auf X", "beruft sich auf X".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.passage import Sentence
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.lexicon import classes
from claimtrack.model import Span
from claimtrack.registry import Registry

_WORDS = classes("speech_words")

OUTER = ("wie", "according", "so")
"""Frames that can stand around another frame: their speaker then is a relay."""


def outer_frames(candidate: Candidate, others: list[Candidate]) -> tuple[tuple[Span, ...], ...]:
    """The speakers of frames around a candidate's own frame: "Wie CNN berichtet, erklärte X, …"."""
    if not candidate.frame or candidate.rule in OUTER:
        return ()
    return tuple(
        other.speaker
        for other in others
        if other is not candidate
        and other.rule in OUTER
        and other.speaker
        and _around(candidate, other)
    )


def _around(candidate: Candidate, other: Candidate) -> bool:
    """Whether the other's words hold this one's frame and its words do not go beyond them."""
    frame = candidate.frame[0]
    verb = candidate.cue[0] if candidate.cue else frame
    return any(span.start <= verb.start and verb.end <= span.end for span in other.spans)


def relays(sentence: Sentence, candidate: Candidate, registry: Registry) -> tuple[Span, ...]:
    """Outlets named in the frame beside the speaker: those the words were said to."""
    return tuple(
        sentence.span(phrase.start, phrase.end)
        for phrase in _frame_phrases(sentence, candidate)
        if phrase.governed in (None, "gegenüber", "mit", "bei", "in", "im")
        and _is_outlet(sentence, phrase, registry)
    )


def sources(sentence: Sentence, candidate: Candidate) -> tuple[Span, ...]:
    """Whom the speaker leans on: the phrase behind "unter Berufung auf"."""
    tokens = sentence.tokens
    for start, end in _frame_ranges(sentence, candidate):
        for i in range(start, end - 1):
            if tokens[i].low in _WORDS["leaning"] and tokens[i + 1].low == "auf":
                found = next(phrases(tokens, i + 2, end), None)
                if found is not None:
                    return (sentence.span(found.start, found.end),)
    return ()


def _frame_ranges(sentence: Sentence, candidate: Candidate) -> Iterator[tuple[int, int]]:
    """Token ranges of the frame, with the relative clauses that hang on it."""
    for frame in candidate.frame:
        inside = [i for i, t in enumerate(sentence.tokens) if frame.start <= t.start < frame.end]
        if inside:
            yield inside[0], inside[-1] + 1
            yield from _relative(sentence, candidate, inside[-1] + 1)


def _relative(sentence: Sentence, candidate: Candidate, end: int) -> Iterator[tuple[int, int]]:
    for clause in sentence.clauses:
        words = sentence.span(clause.start, clause.end)
        told = any(span.start <= words.start < span.end for span in candidate.spans)
        if clause.kind == "rel" and end <= clause.start <= end + 2 and not told:
            yield clause.start, clause.end


def _frame_phrases(sentence: Sentence, candidate: Candidate) -> Iterator[Phrase]:
    for start, end in _frame_ranges(sentence, candidate):
        verbs = [
            i
            for i in range(start, end)
            if sentence.tokens[i].word.finite and not sentence.tokens[i].word.capital
        ]
        for phrase in phrases(sentence.tokens, start, end, verbs):
            span = sentence.span(phrase.start, phrase.end)
            if not any(span.start < s.end and s.start < span.end for s in candidate.speaker):
                yield phrase
            elif (tail := _dative_tail(sentence, phrase, candidate)) is not None:
                yield tail


def _dative_tail(sentence: Sentence, phrase: Phrase, candidate: Candidate) -> Phrase | None:
    """ "ein Sprecher des Ministeriums der Nachrichtenagentur Reuters": the dative looks like a genitive."""
    tokens = sentence.tokens
    for i in range(phrase.end - 1, phrase.start, -1):
        if (
            tokens[i].low in ("der", "dem")
            and i + 1 < phrase.end
            and speaker_noun(tokens[i + 1].text) == "outlet"
        ):
            return Phrase(i, phrase.end, phrase.end, i + 1, None)
    return None


def _is_outlet(sentence: Sentence, phrase: Phrase, registry: Registry) -> bool:
    tokens = sentence.tokens
    if any(speaker_noun(tokens[i].text) == "outlet" for i in range(phrase.start, phrase.core)):
        return True
    words = [token.low for token in tokens[phrase.start : phrase.core]]
    return any(" ".join(words[i:]) in registry.outlets for i in range(len(words)))
