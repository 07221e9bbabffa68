"""A view told by whom it is one for: "Für X steht fest, dass …", "Für X liegt die Schuld bei Y".

Shapes beside them: "Für X ist das kein Beweis: …", where the Konjunktiv behind the colon is X's
too, and "Für X ist der Plan ein Fehler", X being named. None: "Für Kinder ist der Eintritt frei",
"Für den Umbau steht kein Termin fest".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate, Frame, framed
from claimtrack.extract.reach import last_clause
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.weight import BODY, PERSON, weight
from claimtrack.extract.ways.acts import extent
from claimtrack.german import nouns
from claimtrack.german.clauses import indicative, konjunktiv
from claimtrack.german.phrases import Phrase
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")
_FOR = "für"
_SCORE = 0.8
_NAMED = 3
"""Words of a phrase that has an office and a name."""
_IS = frozenset({"ist", "sind"})
"""What was so for somebody may be an event: "Für X war es ein schöner Tag"."""


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the view of whom a sentence that opens with "für" names."""
    if sentence.tokens[0].low != _FOR:
        return
    clause = sentence.clauses[0]
    holder = next(iter(sentence.phrases(0)), None)
    if holder is None or holder.start != 1 or holder.end != clause.finite:
        return
    if clause.kind != "main" or not indicative(clause):
        return
    if weight(sentence.tokens, holder) < BODY:
        return
    words = set(sentence.words(0))
    lemmas = set(clause.predicate.lemmas) if clause.predicate else set()
    behind = sentence.clauses[1] if len(sentence.clauses) > 1 else None
    certain = words & _WORDS["certain"] or ("feststehen" in lemmas)
    if certain and behind is not None and behind.kind == "dass":
        yield _view(sentence, holder, 1)
    elif _blames(words, lemmas) or _judges(sentence, holder):
        yield _view(sentence, holder, None)
        if behind is not None and behind.before == ":" and konjunktiv(behind):
            yield _view(sentence, holder, 1)._replace(own=True)


def _view(sentence: Sentence, holder: Phrase, told: int | None) -> Candidate:
    """The claim of whose view it is: clause ``told`` and what hangs on it, or the first itself."""
    own = (sentence.phrase_span(holder),)
    frame = Frame("for", (sentence.clause_span(0),), own, sentence.verb_spans(0))
    if told is None:
        start, end = extent(sentence, 0)
    else:
        start, end = sentence.clauses[told].start, sentence.clauses[last_clause(sentence, told)].end
    words = sentence.span(start, end)
    return framed(
        frame,
        kind="reported" if told is None else "indirect",
        rule="for",
        spans=(words,),
        sentence=sentence.index,
        score=_SCORE,
    )


def _blames(words: set[str], lemmas: set[str]) -> bool:
    """Whether a clause says with whom the blame lies: "liegt die Schuld bei der Bahn"."""
    lies = "liegen" in lemmas and not words.isdisjoint({"bei", "beim"})
    return lies and not words.isdisjoint(_WORDS["blame"])


def _judges(sentence: Sentence, holder: Phrase) -> bool:
    """Whether a clause says what something is to somebody who is named: "ist das ein Fehler"."""
    tokens = sentence.tokens
    if tokens[holder.end].low not in _IS or weight(tokens, holder) < PERSON:
        return False
    named = holder.core - holder.start >= _NAMED or nouns.read(tokens[holder.core - 1].text) is None
    last = sentence.phrases(0)[-1]
    judged = tokens[last.start].low in _WORDS["a_or_none"] and last.governed is None
    return named and judged and last.start > holder.end
