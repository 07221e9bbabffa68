"""From the candidates of all ways of reporting to one reading of the article.

Sentence by sentence: every way looks for candidates, the best that can stand together are kept,
speakers are carried on from what stands before, and reports over several sentences are joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.candidates import join
from claimtrack.extract.candidates.rank import settle
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker import carry_over, recipient
from claimtrack.extract.ways import (
    according,
    acts,
    denials,
    direct,
    gapped,
    hearsay,
    interviewed,
    inverted,
    konjunktiv,
    numbers,
    open_questions,
    pointing,
    reckonings,
    verb_frames,
    wollen,
)

Way = Callable[[Sentence], Iterator[Candidate]]

WAYS: tuple[Way, ...] = (
    direct.find,
    verb_frames.find,
    inverted.find,
    according.find,
    pointing.find,
    konjunktiv.find,
    hearsay.find,
    hearsay.alleged,
    gapped.find,
    acts.find,
    open_questions.find,
    denials.find,
    numbers.find,
    reckonings.find,
    wollen.find,
)
"""The ways of reporting, each a module that looks at one sentence alone; of two claims on the same
words that are equal in all else the upper one wins."""


CONTINUATIONS: tuple[Way, ...] = (konjunktiv.continued, hearsay.planned)
"""Ways that report only where nothing else does and a claim stands right before."""


def candidates(sentences: Sequence[Sentence]) -> list[Candidate]:
    """All candidates of the article that stand, in order of their words."""
    claims: list[Candidate] = []
    previous: Sentence | None = None
    for sentence in sentences:
        last = carry_over.last_speaking(claims, sentence)
        of_sentence = [
            carry_over.with_speaker(recipient.apart(sentence, candidate), sentence, previous, last)
            for candidate in settle(_found(sentence, previous, last))
        ]
        of_sentence = join.relayed(claims, of_sentence, sentence)
        of_sentence = interviewed.own_words(sentence, of_sentence)
        interviewed.joined(claims, of_sentence, sentences)
        if sentence.quotations:
            of_sentence = [*of_sentence, *direct.inside(sentence, of_sentence)]
            of_sentence = join.nest([*of_sentence, *_loose(sentence, of_sentence, previous, last)])
        join.add(claims, of_sentence, sentences)
        previous = sentence
    return carry_over.looking_ahead(claims, sentences)


def _loose(
    sentence: Sentence,
    of_sentence: Sequence[Candidate],
    previous: Sentence | None,
    last: Candidate | None,
) -> list[Candidate]:
    """Words in marks that nothing else has claimed, with their speaker."""
    return [
        carry_over.with_speaker(candidate, sentence, previous, last)
        for candidate in direct.loose(sentence, of_sentence)
    ]


def _goes_on(sentence: Sentence, previous: Sentence | None, last: Candidate) -> bool:
    """Whether a sentence stands right behind a claim and in its paragraph."""
    alike = previous is not None and previous.paragraph == sentence.paragraph
    return alike and sentence.index - last.last <= 1


def _found(
    sentence: Sentence, previous: Sentence | None, last: Candidate | None
) -> list[Candidate]:
    """What all ways find in a sentence, before anybody asks what can stand together."""
    fresh = [candidate for way in WAYS for candidate in way(sentence)]
    if not fresh and last is not None and _goes_on(sentence, previous, last):
        fresh = [candidate for way in CONTINUATIONS for candidate in way(sentence)]
        if not fresh and previous is not None and last.last == previous.index:
            fresh = list(konjunktiv.beside_present(sentence, previous))
        if not hearsay.goes_on(sentence, last):
            fresh = [candidate for candidate in fresh if candidate.rule != hearsay.PLANNED]
    if previous is not None:
        fresh += pointing.back(sentence, previous)
    return fresh
