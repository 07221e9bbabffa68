"""A number that somebody's reckoning, measuring or counting has come to: a claim of theirs.

Shapes: "Ihre Berechnung lautet auf 90.000 Euro", "Das Ergebnis der Prüfer: 35 Mikrogramm Blei",
"Die Zählung des Vereins ergab 400 Brutpaare"; "Dessen Resultat: 40 Fälle", "Seine Bilanz: drei
Tote", where whoever spoke or acted in the sentence before has reckoned. Not: "Das Ergebnis: ein
Scherbenhaufen" (no number), "Das Ergebnis lautete 3:1" (a score).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.figure.counted_noun import COUNTS, SUMS
from claimtrack.extract.pointing_words import ends_in
from claimtrack.extract.sentence import Sentence
from claimtrack.german.clauses import indicative
from claimtrack.german.phrases import Phrase
from claimtrack.lexicon import classes
from claimtrack.lexicon.by_word import by_word
from claimtrack.model import Span

_WORDS = classes("answer_words")
_WHOSE = ("sein", "ihr", "dessen", "deren")
_NO_OWNER = frozenset({"preposition", "coordinator"})


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the clauses in which a reckoning tells its number."""
    if not sentence.has_number or not any(map(_reckoned, sentence.lows)):
        return
    for i, clause in enumerate(sentence.clauses):
        first = next(iter(sentence.phrases(i)), None)
        if first is None or not _is_reckoning(sentence, i, first):
            continue
        owner = _owner(sentence, first)
        own = sentence.tokens[clause.start].low.startswith(_WHOSE)
        span = _told(sentence, i)
        if span is None or not (owner or own):
            continue
        yield Candidate(
            kind="reported",
            rule="reckoning",
            spans=(span,),
            sentence=sentence.index,
            score=0.7,
            speaker=owner,
            cue=(sentence.token_span(first.head),),
            frame=(span,),
            carried=not owner,
        )


@by_word
def _reckoned(low: str) -> bool:
    """Whether a noun, in lower case, is one for a reckoning."""
    return ends_in(low, _WORDS["reckoned"])


def _is_reckoning(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """Whether a phrase that opens its clause is somebody's reckoning: "Ihr Ergebnis"."""
    start = sentence.clauses[i].start
    leads = phrase.governed is None and phrase.start in (start, start + 1)
    return leads and _reckoned(sentence.tokens[phrase.head].low)


def _owner(sentence: Sentence, phrase: Phrase) -> tuple[Span, ...]:
    """Whose a reckoning is, by the genitive or von behind it."""
    if phrase.core >= phrase.end:
        return ()
    behind = sentence.tokens[phrase.core]
    if behind.low == "von":
        return (sentence.span(phrase.core + 1, phrase.end),)
    if behind.word.classes & _NO_OWNER:
        return ()
    return (sentence.span(phrase.core, phrase.end),)


def _told(sentence: Sentence, i: int) -> Span | None:
    """The words of a reckoning with its number: of a clause of its own, or behind a colon."""
    clause, following = sentence.clauses[i], sentence.clauses[i + 1 : i + 2]
    if clause.predicate is not None:
        tells = _WORDS["reckoned_verb"] & {*clause.predicate.lemmas}
        said = indicative(clause) and tells and not clause.predicate.negated
        amount = said and _has_amount(sentence, sentence.clause_span(i))
        return _with_full_stop(sentence, i, i) if amount else None
    if not following or following[0].before != ":":
        return None
    last = i + 1
    while last + 1 < len(sentence.clauses) and sentence.clauses[last + 1].kind == "frag":
        last += 1
    amount = _has_amount(sentence, sentence.clause_span(i + 1))
    return _with_full_stop(sentence, i, last) if amount else None


def _with_full_stop(sentence: Sentence, first: int, last: int) -> Span:
    """The clauses ``first`` to ``last``, with the full stop where they end their sentence."""
    whole = last + 1 == len(sentence.clauses)
    end = sentence.whole.end if whole else sentence.clause_span(last).end
    return Span(sentence.clause_span(first).start, end)


def _has_amount(sentence: Sentence, span: Span) -> bool:
    return any(quantity.kind in COUNTS | SUMS for quantity in sentence.document.quantities_in(span))
