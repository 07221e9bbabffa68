"""How many times something was done: "rund 600 Mal geholfen", "siebenmal gemeldet".

What is counted are the times, and what was done says the verb of the clause, so that "dreimal
gewarnt" counts "Mal gewarnt" and "rückten 52-mal aus" "Mal rückten aus". None: "zum vierten Mal",
"einmal", "dreimal so hoch", "das Dreifache", "zweimal im Jahr", "dreimal Vater".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrack.extract.figure.figures import Placed
from claimtrack.extract.sentence import Sentence
from claimtrack.german.document import Document
from claimtrack.german.numbers import Quantity
from claimtrack.german.numbers.bounds import bounds
from claimtrack.german.numbers.hedges import hedge_before
from claimtrack.german.predicates import Predicate
from claimtrack.lexicon.states import OTHER
from claimtrack.model import Figure, Interval, Span

_TIMES = re.compile(r".*mal", re.IGNORECASE)
_NO_TIMES = re.compile(
    r"\s(?:so\b|mehr\b|weniger\b|am Tag\b|pro\s|je\s|im (?:Jahr|Monat)\b|in der Woche\b"
    r"|[a-zäöüß]+lich\b|[a-zäöüß]+er als\b)"
)
"""Behind a number what makes it a factor or a rate: "dreimal so hoch", "zweimal im Jahr"."""
_FEWEST = 2
_NO_DEEDS = frozenset({"sein", "haben", "werden"})


def with_times(
    sentences: Sequence[Sentence], spans: Sequence[Span], figures: tuple[Placed, ...]
) -> tuple[Placed, ...]:
    """The ``figures`` within the spans of a claim and those of times, in order of the text.

    ``sentences`` are those of the claim.
    """
    document = sentences[0].document
    places = [(number, span) for span in spans for number in _multiples(document, span)]
    if not places:
        return figures
    times = (
        _placed(sentence, number)
        for number, span in places
        for sentence in sentences
        if sentence.whole.start <= number.start < sentence.whole.end
    )
    return tuple(sorted([*figures, *filter(None, times)], key=lambda placed: placed.span))


def _multiples(document: Document, span: Span) -> Iterator[Quantity]:
    """The numbers within a span that say how often."""
    for number in document.quantities_in(span):
        if number.kind == "multiple" and _TIMES.fullmatch(number.text):
            often = number.value is not None and number.value >= _FEWEST
            if often and not _NO_TIMES.match(document.text, number.end):
                yield number


def _placed(sentence: Sentence, number: Quantity) -> Placed | None:
    """The figure of one number of times; None where no verb says what was done."""
    deed = _deed(sentence, number)
    if deed is None:
        return None
    text = sentence.body
    hedge = hedge_before(text, number.start, number.end)
    start = hedge.at if hedge else number.start
    value = number.value or 0
    near, far = bounds(hedge.kind, value, value) if hedge else (Interval(value, value),) * 2
    figure = Figure(text[start : number.end], f"Mal {deed}", OTHER, value, near, far)
    return Placed(figure, Span(start, number.end))


def _deed(sentence: Sentence, number: Quantity) -> str | None:
    """The verb of the clause of a number, as the text has it, without its auxiliaries."""
    token = next(at for at, word in enumerate(sentence.tokens) if word.end > number.start)
    at = sentence.clause_of(token)
    predicate = None if at is None else sentence.clauses[at].predicate
    if predicate is None or _NO_DEEDS.issuperset(predicate.lemmas):
        return None
    return " ".join(sentence.tokens[verb].text for verb in _carrying(sentence, predicate))


def _carrying(sentence: Sentence, predicate: Predicate) -> tuple[int, ...]:
    """The verbs of a predicate that carry its meaning: participle, infinitive, prefix and stem."""
    finite = predicate.finite
    auxiliary = finite is not None and sentence.tokens[finite].word.auxiliary
    return tuple(at for at in predicate.verbs if not (auxiliary and at == finite))
