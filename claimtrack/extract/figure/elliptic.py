"""Numbers that stand without a noun and count what the number before them counted.

Shapes: "Die Polizei sprach von 20.000 Teilnehmern, die Veranstalter zählten 50.000"; "…; nach
Polizeiangaben waren es zirka 1.000"; "Die Feuerwehr ging von 40 aus."; "Das Krankenhaus nennt
neun."; "Rechne man alle mit, seien es 1.900"; "hat mit Kameras nur 3.800 erfasst". Or what is
named without a number (``topic``): "Wie viele Gäste kamen, ist offen: …". What is counted or named
before stands in the same paragraph, two sentences back at the most.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from operator import attrgetter

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.figure.figures import Placed, bare_figures, placed_figures
from claimtrack.extract.figure.topic import asked_for, before_colon
from claimtrack.extract.sentence import Sentence
from claimtrack.german.animacy import time_noun
from claimtrack.german.document import Document
from claimtrack.german.numbers import Quantity
from claimtrack.german.verbs import read
from claimtrack.lexicon import classes
from claimtrack.model import Figure, Span

_REACH = 2
_IT_IS = re.compile(r"\b(?:sei|seien|sind|waren|wären|würden|werden)\ses\s(?:\w+\s){0,2}\Z", re.I)
_CLAUSE_END = re.compile(r"(?:\s(?:gewesen|geworden))?\s*(?:[,.;:!?“«»”]|\Z)")
_LONGEST_LEAD = 40


def with_nouns_left_out(
    sentences: Sequence[Sentence],
    candidate: Candidate,
    found: tuple[Placed, ...],
    put: Container[int] = (),
) -> tuple[Placed, ...]:
    """The figures of a candidate, its bare numbers counting what the number before them counts.

    Left as they are where the words say more than a number, a noun or what was done: "300 seien
    verletzt"; but for numbers that a verb puts, whose places are ``put``: "hat mit Kameras nur
    3.800 erfasst".
    """
    document = sentences[candidate.sentence].document
    numbers = any(document.quantity_indexes(span) for span in candidate.spans)
    if not numbers or any(one.figure.what for one in found):
        return found
    spans = (
        candidate.spans
        if not _tells_more(document, candidate)
        else _identified(document, candidate, put)
    )
    like = _counted_before(sentences, candidate, put) if spans else None
    return found if like is None else bare_figures(document, spans, like) or found


def _identified(document: Document, candidate: Candidate, put: Container[int]) -> tuple[Span, ...]:
    """The numbers that stand alone: put by a verb, or by "es" ("rechnet man alle, sind es 9")."""
    return tuple(
        Span(number.start, number.end)
        for span in candidate.spans
        for number in document.quantities_in(span)
        if number.start in put or _is_it(document, span, number)
    )


def _is_it(document: Document, span: Span, number: Quantity) -> bool:
    lead = max(span.start, number.start - _LONGEST_LEAD)
    alone = _IT_IS.search(document.text, lead, number.start) is not None
    return alone and _CLAUSE_END.match(document.text, number.end) is not None


def _counted_before(
    sentences: Sequence[Sentence], candidate: Candidate, put: Container[int]
) -> Figure | None:
    """What was counted or asked for last before a candidate's words, or what leads to them."""
    here = sentences[candidate.sentence]
    near = (
        sentence
        for sentence in sentences[max(0, here.index - _REACH) : here.index + 1]
        if sentence.paragraph == here.paragraph
    )
    start = next(near).whole.start
    before = Span(start, max(start, candidate.start))
    counted = placed_figures(here.document, [before], put)
    named = sorted([*counted, *asked_for(here.document, before)], key=attrgetter("span"))
    last = next((placed.figure for placed in reversed(named) if placed.figure.what), None)
    return before_colon(here, candidate) or last


def _tells_more(document: Document, candidate: Candidate) -> bool:
    """Whether a candidate's words say more than who counts and how many."""
    numbers = (number for span in candidate.spans for number in document.quantities_in(span))
    amounts = (Span(number.start, number.end) for number in numbers if number.unit is None)
    frame = (*candidate.speaker, *candidate.cue, *amounts)
    words = [
        token.text
        for span in candidate.spans
        for token in document.tokens_in(span)
        if token.word.letters and not any(own.start <= token.start < own.end for own in frame)
    ]
    return any(map(_is_content, words[1:])) or any(map(_is_done, words))


def _is_content(word: str) -> bool:
    """Whether a word is a noun, by its capital; the first word of a clause has one anyway."""
    low = word.lower()
    empty = low in classes("speech_words")["many"] or low in classes("answer_words")["number"]
    return word[0].isupper() and not empty and not time_noun(low)


def _is_done(word: str) -> bool:
    """Whether a word is the participle of a verb that says something of its own."""
    verb = read(word)
    helping = classes("grammar_words")["auxiliary_participle"]
    return bool(verb and verb.participle and not verb.finite and word not in helping)
