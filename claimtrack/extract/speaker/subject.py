"""The noun phrase of a clause that is its subject, with what stands beside it.

Ranked by how well it can speak, its place, and its number against that of the verb; it must be able
to be a nominative. Shapes beside it: an apposition (see ``apposition``), a relative clause ("X, der
…, sagte").
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.sentence import Sentence, kept
from claimtrack.extract.speaker.apposition import JOINING, with_apposition
from claimtrack.extract.speaker.weight import DOCUMENT, LONG_NAME, OBJECT, plural, weight
from claimtrack.german import nouns
from claimtrack.german.clauses import Clause
from claimtrack.german.names import is_first_name
from claimtrack.german.phrases import Phrase
from claimtrack.german.tokens import Token
from claimtrack.german.words import look_up
from claimtrack.lexicon import classes
from claimtrack.model import Span

_BEFORE_VERB, _BEHIND_VERB, _FIELD_BEFORE = 2.8, 1.5, 0.8
"""What a place in a main clause adds: right before the verb, right behind, further before."""

_OBJECT_BEFORE_VERB = 1.4
"""The same right before the verb for what is only talked of."""

_BEHIND_OPENER, _NEAR_OPENER = 2.0, 0.8
"""What a place in a subordinate clause adds: right behind dass, or one word on."""

_ENDING = frozenset({"main", "quote", "dass"})
"""Clauses that a piece behind a comma may still belong to."""

_ADVERBIAL = tuple(classes("grammar_words")["adverbial"])
_NOMINAL = ("lich", "ig", "isch", "end", "bar", "sam", "haft", "neu", "gut", "ander")
_ACCUSATIVE = frozenset({"die", "das", "diese", "dieses", "eine", "keine", "ihre", "seine"})
_NOMINATIVE = frozenset({"er"})
_PERSONAL = frozenset({"er", "sie", "wir"})
_WORDS = classes("speech_words")

_OPENS = {")": "(", "–": "–", "—": "—"}
"""For the mark behind an insertion the mark before it."""

_INSERTED = 3
"""Clauses of an insertion at the most."""

_WITH_APPOSITION = 2
"""Pieces before the second of two speakers: the first speaker and the apposition."""

_NUMBER_AGREES, _NUMBER_DIFFERS = 0.3, -2.5


@kept
def best_subject(sentence: Sentence, i: int) -> Phrase | None:
    """The likeliest subject of clause ``i``, the first of equals; None where nothing fits.

    "er" can be nothing else: "Namen wollte er nicht nennen".
    """
    found = [
        (suitability(sentence, i, phrase), -phrase.start, phrase)
        for phrase in sentence.phrases(i)
        if phrase.nominative(sentence.tokens)
    ]
    found = [item for item in found if not adverb_in_front(sentence, i, item[2])] or found
    score, _, phrase = max(found, default=(0.0, 0, None), key=lambda item: item[:2])
    sure = next((p for _, _, p in found if only_nominative(sentence, i, p)), None)
    sure = sure or _behind_object(sentence, i, phrase, [p for _, _, p in found])
    return sure or (phrase if score > 0 else None)


def adverb_in_front(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """Whether a lone first word that only looks like a name is an adverb.

    "Zeitgleich zählte der Zoo …": by its ending, with no name of a person known; or an adjective
    for a thing, which others tell: "Erfreuliches hatte der Jugendwart mitzuteilen". "Anders" is a
    first name only with a surname: "Anders sieht es die Pfarrerin".
    """
    if not (phrase.start == 0 == sentence.clauses[i].start and phrase.end == 1):
        return False
    token = sentence.tokens[0]
    neuter = token.low.endswith("es") and token.low[:-2].endswith(_NOMINAL)
    other = token.low.endswith(_ADVERBIAL) or neuter or _present_participle(token.low)
    return token.low == "anders" or (other and not is_first_name(token.text))


def _present_participle(low: str) -> bool:
    """Whether a word is a verb's -end form: "Überraschend sprach sich X dagegen aus"."""
    verb = look_up(low[:-1]).verb if low.endswith("end") else None
    return verb is not None and verb.infinitive


def _behind_object(
    sentence: Sentence, i: int, likeliest: Phrase | None, nominatives: Sequence[Phrase]
) -> Phrase | None:
    """The sure subject right behind the verb, where the likeliest is a noun before it.

    "Windräder lehnt der Gemeinderat ab", "Die Lücke erklärt der Förster mit dem Frost": "der" with
    a masculine noun is nothing but a nominative.
    """
    finite = sentence.clauses[i].finite
    if likeliest is None or likeliest.end != finite or not _may_be_object(sentence, likeliest):
        return None
    for phrase in nominatives:
        noun = nouns.read(sentence.tokens[phrase.head].text)
        masculine = noun is not None and noun.gender == "m" and noun.singular
        if phrase.start == finite + 1 and sentence.tokens[phrase.start].low == "der" and masculine:
            return phrase
    return None


def _may_be_object(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase before its verb can be an accusative: a bare noun, no name, or a thing."""
    tokens = sentence.tokens
    if phrase.end - phrase.start == 1:
        return not is_first_name(tokens[phrase.start].text)
    return tokens[phrase.start].low in _ACCUSATIVE and weight(tokens, phrase) < DOCUMENT


def only_nominative(sentence: Sentence, i: int, phrase: Phrase) -> bool:
    """Whether a phrase can be nothing but the subject of clause ``i``.

    "er", and behind a copula any pronoun: "Ernst wurde sie bei der Frage".
    """
    if phrase.end - phrase.start > 1:
        return False
    low, predicate = sentence.tokens[phrase.start].low, sentence.clauses[i].predicate
    if low in _NOMINATIVE:
        return True
    lemmas = () if predicate is None or predicate.passive else predicate.lemmas
    return low in _PERSONAL and not _WORDS["being"].isdisjoint(lemmas)


def suitability(sentence: Sentence, i: int, phrase: Phrase) -> float:
    """How well a phrase suits as the speaking subject of clause ``i``; above 0 it can be."""
    clause, heavy = sentence.clauses[i], weight(sentence.tokens, phrase)
    place = _place(clause, phrase, heavy=heavy > OBJECT)
    return heavy + place + _agreement(sentence.tokens, clause, phrase)


def _place(clause: Clause, phrase: Phrase, *, heavy: bool) -> float:
    """What the place of a phrase adds; an object may stand before the verb, too: "Geld fordert"."""
    finite = clause.predicate.finite if clause.predicate else None
    if finite is not None and clause.kind == "main":
        if phrase.end == finite:
            return _BEFORE_VERB if heavy else _OBJECT_BEFORE_VERB
        if phrase.start == finite + 1:
            return _BEHIND_VERB
        return _FIELD_BEFORE if phrase.start < finite else 0.0
    if clause.opener is None or phrase.start > clause.opener + 2:
        return 0.0
    return _BEHIND_OPENER if phrase.start == clause.opener + 1 else _NEAR_OPENER


def _agreement(tokens: Sequence[Token], clause: Clause, phrase: Phrase) -> float:
    many = plural(tokens, phrase)
    if many is None or clause.predicate is None or clause.predicate.finite is None:
        return 0.0
    return _NUMBER_AGREES if many == clause.predicate.plural else _NUMBER_DIFFERS


def interrupted(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The subject of clause ``i`` where something stands between it and the verb, else ().

    Shapes: "X, Sprecher von Y, sagte"; "X, der …, sagte"; "X (er ist neu) sagte"; "X – er war
    dabei – sagte". No such subject is the end of another clause ("… in Y, sagte X").
    """
    clauses = sentence.clauses
    start = _before_insertion(clauses, i)
    while start > 0 and clauses[start - 1].kind in ("rel", "frag"):
        start -= 1
    first = next((j for j in range(start, i) if clauses[j].kind == "frag"), None)
    if first is None or clauses[first].before == "(":
        return ()
    if start and clauses[first].before == "," and clauses[start - 1].kind in _ENDING:
        return ()
    for phrase in sentence.phrases(first):
        if phrase.nominative(sentence.tokens) and weight(sentence.tokens, phrase) > 0:
            return (with_apposition(sentence, first, phrase),)
    return ()


def _before_insertion(clauses: Sequence[Clause], i: int) -> int:
    """The first clause of an insertion between brackets or dashes right before clause ``i``."""
    opening = _OPENS.get(clauses[i].before)
    if opening is None:
        return i
    near = range(i - 1, max(0, i - _INSERTED - 1), -1)
    return next((j for j in near if clauses[j].before == opening), i)


def joined_subject(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """Speakers of whom the first has an apposition, right before a verb in the plural.

    Shape: "Ina Korn, Leiterin des Zoos, und der Tierarzt Veit Lamm erklärten".
    """
    clause = sentence.clauses[i]
    predicate = clause.predicate
    joined = sentence.tokens[clause.start].low in JOINING
    if predicate is None or not (joined and predicate.plural and predicate.finite):
        return ()
    last = next((p for p in sentence.phrases(i) if p.end == predicate.finite), None)
    start = i
    while start > 0 and sentence.clauses[start - 1].kind == "frag":
        start -= 1
    if last is None or last.start != clause.start + 1 or i - start != _WITH_APPOSITION:
        return ()
    first = next(iter(sentence.phrases(start)), None)
    if first is None or not all(weight(sentence.tokens, p) >= LONG_NAME for p in (first, last)):
        return ()
    return (sentence.span(first.start, last.end),)
