"""From the candidates of all ways of reporting to one reading of the article.

Sentence by sentence: every way looks for candidates, the best that can stand together are kept,
speakers are carried on from what stands before, and reports over several sentences are joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.candidates import join
from claimtrack.extract.candidates.hint_flags import Hint
from claimtrack.extract.candidates.hints import hints
from claimtrack.extract.candidates.rank import settle
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker import carry_over, recipient
from claimtrack.extract.ways import (
    according,
    acts,
    denials,
    direct,
    for_whom,
    gapped,
    hearsay,
    interviewed,
    inverted,
    konjunktiv,
    numbers,
    open_questions,
    pointing,
    reckonings,
    told_of,
    verb_frames,
    wollen,
)


class Way(NamedTuple):
    """A way of reporting, and the hints of which a sentence must have one for it to be asked."""

    find: Callable[[Sentence], Iterator[Candidate]]
    hints: int


WAYS = (
    Way(direct.find, Hint.MARKS),
    Way(direct.woven, Hint.WOVEN),
    Way(verb_frames.find, Hint.FRAME | Hint.NOUN | Hint.OPINION),
    Way(inverted.find, Hint.VERB | Hint.SO | Hint.KONJUNKTIV | Hint.COUNTING),
    Way(according.find, Hint.SOURCE),
    Way(pointing.find, Hint.HENCE),
    Way(konjunktiv.find, Hint.KONJUNKTIV),
    Way(hearsay.find, Hint.SOLLEN),
    Way(hearsay.alleged, Hint.ALLEGEDLY),
    Way(gapped.find, Hint.ACT | Hint.NUMBER_VERB),
    Way(acts.find, Hint.ACT),
    Way(for_whom.find, Hint.FOR),
    Way(open_questions.find, Hint.OPEN),
    Way(denials.find, Hint.DENIAL),
    Way(numbers.find, Hint.NUMBER_VERB),
    Way(told_of.find, Hint.NUMBER_VERB),
    Way(reckonings.find, Hint.RECKONING),
    Way(wollen.find, Hint.WOLLEN),
)
"""The ways of reporting, each a module that looks at one sentence alone; of two claims on the same
words that are equal in all else the upper one wins."""


CONTINUATIONS = (
    Way(konjunktiv.continued, Hint.KONJUNKTIV),
    Way(hearsay.planned, Hint.SOLLEN),
)
"""Ways that report only where nothing else does and a claim stands right before."""

_BACK = Hint.VERB
_BESIDE_PRESENT = Hint.EITHER | Hint.KONJUNKTIV


def candidates(sentences: Sequence[Sentence]) -> list[Candidate]:
    """All candidates of the article that stand, in order of their words."""
    claims: list[Candidate] = []
    previous: Sentence | None = None
    for sentence in sentences:
        last = carry_over.last_speaking(claims, sentence)
        found = _found(sentence, previous, last)
        answers = sentence.turn is not None and sentence.turn.who
        if found or sentence.quotations or answers:
            _add(claims, found, sentences, sentence.index, last)
        previous = sentence
    return carry_over.looking_ahead(claims, sentences)


def _add(
    claims: list[Candidate],
    found: Sequence[Candidate],
    sentences: Sequence[Sentence],
    at: int,
    last: Candidate | None,
) -> None:
    """Add what stands of what was found in a sentence to the claims before it."""
    sentence, previous = sentences[at], sentences[at - 1] if at else None
    of_sentence = [
        carry_over.with_speaker(recipient.apart(sentence, candidate), sentence, previous, last)
        for candidate in settle(found)
    ]
    of_sentence = join.relayed(claims, of_sentence, sentence)
    of_sentence = interviewed.own_words(sentence, of_sentence)
    interviewed.joined(claims, of_sentence, sentences)
    if sentence.quotations:
        of_sentence = [*of_sentence, *direct.inside(sentence, of_sentence)]
        of_sentence = join.nest([*of_sentence, *_loose(sentence, of_sentence, previous, last)])
    join.add(claims, of_sentence, sentences)


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
    hinted = hints(sentence)
    fresh = _asked(WAYS, sentence, hinted)
    if not fresh and last is not None and _goes_on(sentence, previous, last):
        fresh = _asked(CONTINUATIONS, sentence, hinted)
        beside = previous is not None and last.last == previous.index and hinted & _BESIDE_PRESENT
        if not fresh and beside and previous is not None:
            fresh = list(konjunktiv.beside_present(sentence, previous))
        if not hearsay.goes_on(sentence, last):
            fresh = [candidate for candidate in fresh if candidate.rule != hearsay.PLANNED]
    if previous is not None and hinted & _BACK:
        fresh += pointing.back(sentence, previous)
    return fresh


def _asked(ways: Sequence[Way], sentence: Sentence, hinted: int) -> list[Candidate]:
    """What those ways find of whose hints the sentence has one."""
    fresh: list[Candidate] = []
    for find, asked in ways:
        if hinted & asked:
            fresh += find(sentence)
    return fresh
