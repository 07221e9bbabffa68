"""Verbs that say what their object is: a judgement without a clause of its own.

Shapes: "X nannte das Ereignis einen Skandal", "X nannte es die bitterste Stunde", "X nannte die
Bewegung illegal"; "X sieht die Entscheidung als Erfolg". None: "X nannte drei Gründe", "Sie nannten
ihren Sohn Max", "Das Parlament sah mehr als 30 Redner".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.candidate import Spans
from claimtrack.extract.reporting_words import Cue
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.who_speaks import subject
from claimtrack.german.clauses import Clause
from claimtrack.german.phrases import Phrase
from claimtrack.german.tokens import Token
from claimtrack.german.words import Word
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_INFLECTED = ("e", "en", "er", "es", "em")
_OWNERS = ("sein", "ihr")
_SUPERLATIVE = ("ste", "sten")
_JUDGEMENT = tuple(_WORDS["judgement"])
"""Endings of adjectives that judge, without an ending of case."""


def says_what_it_is(sentence: Sentence, i: int, cue: Cue) -> bool:
    """Whether the verb of clause ``i`` says what its object is called or taken for."""
    if cue.lemma in _WORDS["giving_names"]:
        return _calls(sentence, i)
    if cue.lemma in _WORDS["giving_reasons"] and _gives_reason(sentence, i):
        return True
    return cue.lemma in _WORDS["taking_for"] and _takes_for(sentence, i)


def takes_a_view(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` with a verb of sight tells a view: "sieht (darin) einen Verstoß".

    Not where what is seen is known and nothing says of what it is seen ("sah seine Chance", "hat
    das Risiko nicht erkannt", unlike "sieht die Schuld beim Fahrer").
    """
    if not _WORDS["seen_of"].isdisjoint(sentence.words(i)):
        return True
    for phrase in sentence.phrases(i):
        low = sentence.tokens[phrase.start].low
        known = low in _WORDS["known"] or low.startswith(_OWNERS)
        seen = sentence.tokens[phrase.head].low in _WORDS["seen"] | _WORDS["faults"]
        if known and seen and phrase.governed is None and phrase.core == phrase.end:
            return False
    return True


def singles_out(adjectives: Sequence[Word], *, alone: bool) -> bool:
    """Whether adjectives behind a definite article judge: a superlative, or one without a noun."""
    if not adjectives:
        return False
    low = adjectives[-1].low
    if alone:
        return low.endswith(_INFLECTED)
    return low.endswith(_SUPERLATIVE) and low not in _WORDS["in_order"]


def _calls(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` says what its object is called by somebody who judges it.

    Behind the object an indefinite noun ("das Ereignis einen Skandal"), one above others ("es die
    bitterste Stunde") or an adjective ("die Bewegung illegal"); "nannte drei Gründe" does not, and
    what stands in marks is a quotation.
    """
    speaker = subject(sentence, i)
    beside = [
        phrase
        for phrase in sentence.phrases(i)
        if phrase.governed is None and not _within(sentence.phrase_span(phrase), speaker)
    ]
    end = sentence.clauses[i].end
    if not beside or _within(sentence.token_span(end - 1), _marked(sentence)):
        return False
    first, *others = beside
    if any(_judging_noun(sentence.tokens, phrase) for phrase in others):
        return True
    last = sentence.tokens[end - 1].word
    plain = last.letters and not last.capital and not last.classes
    return first.end < end and plain and last.low.endswith(_JUDGEMENT)


def _marked(sentence: Sentence) -> Spans:
    return tuple(mark.span for mark in sentence.fragments)


def _within(span: Span, others: Spans) -> bool:
    return any(other.start <= span.start < other.end for other in others)


def _judging_noun(tokens: Sequence[Token], phrase: Phrase) -> bool:
    words = [token.word for token in tokens[phrase.start : phrase.core]]
    if words[0].low in _WORDS["a_or_none"]:
        return True
    return "article" in words[0].classes and singles_out(words[1:-1], alone=False)


def _takes_for(sentence: Sentence, i: int) -> bool:
    """Whether an "als" in clause ``i`` says what something is taken for: "sieht das als Erfolg"."""
    clause = sentence.clauses[i]
    objects = [p for p in sentence.phrases(i) if p.governed is None]
    for phrase in sentence.phrases(i):
        before = sentence.tokens[max(clause.start, phrase.start - 2)].low
        compares = before in _WORDS["before_comparison"] or before.endswith("er")
        if phrase.governed == "als" and not compares and phrase.start > clause.start + 1:
            return len(objects) > 1 or _passive(clause)
    return False


def _gives_reason(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` says by what its object came: "erklärt die Lücke mit dem Frost".

    Not in which way something is said: "erklärte die Lage mit wenigen Worten".
    """
    speaker = subject(sentence, i)
    beside = [p for p in sentence.phrases(i) if not _within(sentence.phrase_span(p), speaker)]
    causes = [
        phrase
        for phrase in beside
        if phrase.governed == "mit" and sentence.tokens[phrase.head].low not in _WORDS["in_words"]
    ]
    objects = [phrase for phrase in beside if phrase.governed is None]
    another = {"sich", "für"} & {*sentence.words(i)}  # "erklärte sich bereit", "für ungültig"
    return bool(causes and objects) and not another and not _passive(sentence.clauses[i])


def _passive(clause: Clause) -> bool:
    return clause.predicate is not None and clause.predicate.passive
