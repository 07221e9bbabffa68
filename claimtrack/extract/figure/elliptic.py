"""Numbers that stand without a noun and count what the number before them counted.

Shapes: "Die Polizei sprach von 20.000 Teilnehmern, die Veranstalter zählten 50.000"; "…; nach
Polizeiangaben waren es zirka 1.000"; "Die Feuerwehr ging von 40 aus."; "Das Krankenhaus nennt
neun."; "Rechne man alle mit, seien es 1.900"; "hat mit Kameras nur 3.800 erfasst". Or what a
clause before the colon names: "Absagen gibt es auch: Der Wirt spricht von 14."
The number before stands in the same paragraph, two sentences back at the most.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.figure.figures import Placed, bare_figures, placed_figures
from claimtrack.extract.sentence import Sentence
from claimtrack.german.animacy import time_noun
from claimtrack.german.document import Document
from claimtrack.german.numbers import Quantity
from claimtrack.german.verbs import read
from claimtrack.lexicon import classes
from claimtrack.lexicon.states import OTHER
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
    like = _counted_before(sentences, candidate) if spans else None
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


def _counted_before(sentences: Sequence[Sentence], candidate: Candidate) -> Figure | None:
    """The last figure with a noun before a candidate's words."""
    here = sentences[candidate.sentence]
    near = (
        sentence
        for sentence in sentences[max(0, here.index - _REACH) : here.index + 1]
        if sentence.paragraph == here.paragraph
    )
    start = next(near).whole.start
    found = placed_figures(here.document, [Span(start, max(start, candidate.start))])
    counted = next((one.figure for one in reversed(found) if one.figure.what), None)
    return _topic(here, candidate) or counted


def _topic(sentence: Sentence, candidate: Candidate) -> Figure | None:
    """What a sentence is about before its colon, as a figure without a number; None for nothing.

    "Absagen gibt es auch: …", "Klagen häufen sich: …": a bare plural that opens the sentence.
    """
    colons = (clause for clause in sentence.clauses[1:] if clause.before == ":")
    colon = next(colons, None)
    first, *_ = [*sentence.phrases(0), None]
    predicate = sentence.clauses[0].predicate
    if colon is None or first is None or predicate is None:
        return None
    behind = candidate.start >= sentence.tokens[colon.start].start
    several = predicate.plural or "es" in sentence.words(0)
    bare = first.start == 0 == first.head and first.end == 1
    if not (behind and several and bare) or sentence.tokens[0].word.classes:
        return None
    return Figure(sentence.tokens[0].text, sentence.tokens[0].text, OTHER)


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
