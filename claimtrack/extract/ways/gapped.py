"""A second speaker who shares the verb of the clause before and tells a number of his own.

Shapes: "Die Polizei sprach von 22.000 Teilnehmern, die Veranstalter von 50.000."; "…, die
Opposition nur 300"; "Die Polizei kam auf 22.000, Korn auf 50.000". The clause has no verb: who
speaks, perhaps a preposition, a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate, Frame, framed
from claimtrack.extract.sentence import Sentence, kept
from claimtrack.extract.speaker.weight import NAME, PLACE, weight
from claimtrack.extract.ways.number_verbs import put_numbers
from claimtrack.german.phrases import Phrase
from claimtrack.model import Span

_LONGEST = 12
"""Tokens of such a clause, at the most."""


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for clauses without a verb that tell somebody else's number."""
    if not sentence.has_parts:
        return
    for i in range(1, len(sentence.clauses)):
        speaker = second_speaker(sentence, i)
        if speaker is None:
            continue
        cue = sentence.cues[i - 1]
        stance = cue.stance if cue else "asserts"
        words = (_words(sentence, i),)
        yield framed(
            Frame("gapped", words, (sentence.phrase_span(speaker),), (), stance),
            kind="reported",
            rule="gapped",
            spans=words,
            sentence=sentence.index,
            score=0.75,
        )


def _words(sentence: Sentence, i: int) -> Span:
    """The clause, with the full stop where it is the last."""
    clause = sentence.clauses[i]
    last = i + 1 == len(sentence.clauses)
    return sentence.span(clause.start, len(sentence.tokens) if last else clause.end)


@kept
def second_speaker(sentence: Sentence, i: int) -> Phrase | None:
    """Who speaks in clause ``i`` by the verb of the clause before; None where nobody does."""
    clause = sentence.clauses[i]
    short = clause.end - clause.start <= _LONGEST
    if i == 0 or clause.kind != "frag" or clause.before not in (",", "und") or not short:
        return None
    if not sentence.has_number:
        return None
    cue = sentence.cues[i - 1]
    sums_up = cue is not None and not {"a", "n"}.isdisjoint(cue.frames)
    if not (sums_up or put_numbers(sentence, i - 1)):
        return None
    first = next(iter(sentence.phrases(i)), None)
    if first is None or first.start > clause.start + 1 or not first.nominative(sentence.tokens):
        return None
    if sentence.tokens[first.head].text.endswith("."):
        return None  # "§ 5, Nr. 11"
    # "die Stadt", "das Land" are bodies as well, "Köln 300" may only say where
    body = "article" in sentence.tokens[first.start].word.classes
    able = weight(sentence.tokens, first) >= (PLACE if body else NAME)
    return first if able and _number_behind(sentence, first.end, clause.end) else None


def _number_behind(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a number stands in tokens ``start`` to ``end``."""
    return start < end and bool(sentence.document.quantities_in(sentence.span(start, end)))
