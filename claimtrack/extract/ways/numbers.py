"""A number that somebody puts: the clause itself is the claim.

Shapes: "Die Polizei zählte 2.300 Teilnehmer", "80 Fälle zählte die Behörde", "haben die
Veranstalter gezählt", "kam auf 7.000", "blieb bei 900", "bezifferte den Schaden auf 3 Millionen",
"gab die Zahl mit 41 an", "sprach von zwölf Verletzten", "erkennt neun Fälle an". The verbs and what
governs the number with each are in ``number_verbs``; somebody who can speak is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimtrack.extract.candidate import Candidate, Frame, Spans, framed
from claimtrack.extract.counted_nouns import COUNTS, SUMS, quantities_within
from claimtrack.extract.passage import Sentence
from claimtrack.extract.speaker_weight import AGENT_NOUN, THING, weight
from claimtrack.extract.speakers import subject
from claimtrack.extract.ways.acts import extent
from claimtrack.german.numbers import Quantity
from claimtrack.lexicon import classes, table

_OBJECT = "-"
_UNCOUNTED = frozenset(
    {"date", "time", "year", "score", "phone", "code", "label", "attribute", "ordinal", "age"}
)
"""Kinds of number that say neither how many nor how much."""
_LONGEST_GOVERNOR = 40
_GOVERNOR = re.compile(r"([^\W\d_]+)\s+\Z")


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the clauses in which somebody puts a number."""
    for i, clause in enumerate(sentence.clauses):
        predicate = clause.predicate
        if clause.kind not in ("main", "sub") or predicate is None or predicate.konjunktiv:
            continue
        if predicate.modal or predicate.passive or predicate.negated or predicate.zu:
            continue
        speaker = subject(sentence, i) if predicate.lemmas and put_numbers(sentence, i) else ()
        if not speaker or not _counts(sentence, i, speaker):
            continue
        words = (sentence.span(*extent(sentence, i)),)
        yield framed(
            Frame("number", words, speaker, sentence.verb_spans(i)),
            kind="reported",
            rule="number",
            spans=words,
            sentence=sentence.index,
            score=0.65,
        )


def put_numbers(sentence: Sentence, i: int) -> list[Quantity]:
    """The numbers that the verb of clause ``i`` puts, in order; none for verbs that put none."""
    predicate = sentence.clauses[i].predicate
    governors = [] if predicate is None else [_verbs().get(lemma) for lemma in predicate.lemmas]
    asked = frozenset[str]().union(*(one for one in governors if one))
    if not asked or "sich" in sentence.words(i):
        return []  # "die Zahl beläuft sich auf 300": nobody says so
    found = quantities_within(sentence.body, sentence.clause_span(i))
    return [
        one
        for one in found
        if one.kind not in _UNCOUNTED
        and _governor(sentence.body, one) in asked
        and not _in_attribute(sentence, i, one)
    ]


def _in_attribute(sentence: Sentence, i: int, one: Quantity) -> bool:
    """Whether a number only describes another noun: "nach einem Streit zweier Familien"."""
    tokens = sentence.tokens
    return any(
        phrase.core < phrase.end
        and tokens[phrase.core].start <= one.start < tokens[phrase.end - 1].end
        and "preposition" not in tokens[phrase.core].word.classes
        for phrase in sentence.phrases(i)
    )


def _governor(body: str, one: Quantity) -> str:
    """The preposition of a number, past small words between: "auf nur 300"; "-" without one.

    What is measured in time or length without a preposition says how long or how far.
    """
    at = one.start
    match = None
    while match := _GOVERNOR.search(body, max(0, at - _LONGEST_GOVERNOR), at):
        if match[1].lower() not in _BETWEEN:
            break
        at = match.start()
    word = match[1].lower() if match else ""
    if word in _PREPOSITIONS:
        return word
    return _OBJECT if one.kind in COUNTS | SUMS else ""


_BETWEEN = classes("answer_words")["before_number"]
_PREPOSITIONS = classes("function_words")["preposition"]


@cache
def _verbs() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in table("number_verbs")}


@cache
def _subjects() -> dict[str, str]:
    return {row[0]: row[2] for row in table("number_verbs")}


def _counts(sentence: Sentence, i: int, speaker: Spans) -> bool:
    """Whether a subject can put a number, and is not itself what is counted.

    "Zwölf Menschen kamen auf 300 Quadratmetern unter" has one that is.
    """
    if any(quantities_within(sentence.body, span) for span in speaker):
        return False
    weights = (
        weight(sentence.tokens, phrase)
        for phrase in sentence.phrases(i)
        if any(span.start <= sentence.phrase_span(phrase).start < span.end for span in speaker)
    )
    predicate = sentence.clauses[i].predicate
    asked = () if predicate is None else (_subjects().get(lemma) for lemma in predicate.lemmas)
    return max(weights, default=AGENT_NOUN) >= (THING if "any" in asked else AGENT_NOUN)
