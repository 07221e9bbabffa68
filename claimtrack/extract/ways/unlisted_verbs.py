"""Frames behind their words whose verb is none of reporting.

Shapes: "Der Hund sei harmlos, nuschelte X"; "Das Haus sei zu klein, begründete X den Umzug"; "14
Gäste wurden verletzt, zählte X".
"""

from __future__ import annotations

from claimtrack.extract.candidate import Frame
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.subject import best_subject
from claimtrack.extract.speaker.weight import AGENT_NOUN, BODY, weight
from claimtrack.extract.speaker.who_speaks import own_subject
from claimtrack.german.clauses import indicative
from claimtrack.german.names import is_first_name
from claimtrack.lexicon import classes

_COUNTING = classes("answer_words")["counting"]
_MANY = ("s", "n")
"""Endings of nouns for several that names seldom have."""


def by_any_verb(sentence: Sentence, i: int) -> Frame | None:
    """Any other verb right behind words in the Konjunktiv, with somebody who can speak.

    "Der Hund sei harmlos, nuschelte X"; "Das Haus sei zu klein, begründete X den Umzug".
    """
    clause, before = sentence.clauses[i], sentence.clauses[i - 1]
    finite = clause.finite
    if finite is None or not clause.verb_first or not indicative(clause) or clause.before == "und":
        return None
    if sentence.tokens[finite].word.auxiliary or before.kind == "quote":
        return None
    said = before.kind in ("main", "dass") and before.predicate and before.predicate.konjunktiv
    best = best_subject(sentence, i)
    if not said or before.verb_first or best is None or weight(sentence.tokens, best) < BODY:
        return None
    cue = sentence.cues[i]
    stance = cue.stance if cue else "asserts"
    spans = (sentence.clause_span(i),)
    return Frame("inverted", spans, own_subject(sentence, i), sentence.verb_spans(i), stance)


def by_counting(sentence: Sentence, i: int) -> Frame | None:
    """Who counted what a main clause with a number tells: "14 Gäste wurden verletzt, zählte X"."""
    clause, before = sentence.clauses[i], sentence.clauses[i - 1]
    predicate = clause.predicate
    if predicate is None or not (clause.verb_first and indicative(clause)) or predicate.negated:
        return None
    if before.kind != "main" or before.verb_first or clause.before != ",":
        return None
    counts = not _COUNTING.isdisjoint(predicate.lemmas)
    if not counts or not sentence.document.quantities_in(sentence.clause_span(i - 1)):
        return None
    best = best_subject(sentence, i)
    if best is None or weight(sentence.tokens, best) < AGENT_NOUN or best.end != clause.end:
        return None
    bare = best.end - best.start == 1 and not is_first_name(sentence.tokens[best.head].text)
    if bare and predicate.plural != sentence.tokens[best.head].low.endswith(_MANY):
        return None  # "…, zählte Autos und ging"
    spans = (sentence.clause_span(i),)
    return Frame("inverted", spans, own_subject(sentence, i), sentence.verb_spans(i), "asserts")
