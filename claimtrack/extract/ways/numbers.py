"""A number that somebody puts: the clause itself is the claim.

Shapes: "Die Polizei zählte 2.300 Teilnehmer", "80 Fälle zählte die Behörde", "haben die
Veranstalter gezählt", "kam auf 7.000", "blieb bei 900", "bezifferte den Schaden auf 3 Millionen",
"gab die Zahl mit 41 an", "sprach von zwölf Verletzten", "erkennt neun Fälle an", "veranschlagt vier
Jahre", "rechnet mit einer Sperrung von drei Monaten", "will nur von neun Fällen wissen"; "bei der
Hotline sind 300 Fälle gemeldet worden", "beim Verband geht man von 40 aus"; "Im Bericht ist von
890 Millionen die Rede", "aus dem Umfeld ist von 90 zu hören"; "wird vom
Amt mit 30 angegeben", "von der Polizei wurden 20 Fälle gezählt"; finds of who examines things ("Die
Gutachterin fand acht Risse"); relative clauses ("die Polizei, die von 300 Gästen ausging").
The verbs and what governs the number with each are in ``number_verbs``; somebody who can speak is
asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate, Frame, Spans, framed
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.agent import agent, knower
from claimtrack.extract.speaker.subject import adverb_in_front
from claimtrack.extract.speaker.weight import AGENT_NOUN, BODY, PLACE, THING, weight
from claimtrack.extract.speaker.who_speaks import subject
from claimtrack.extract.speaker.without_subject import body_at
from claimtrack.extract.ways.acts import extent
from claimtrack.extract.ways.number_verbs import (
    counted_subject,
    is_heard,
    number_verbs,
    put_numbers,
)
from claimtrack.extract.ways.told_of import is_talk, told_in
from claimtrack.german import nouns
from claimtrack.german.predicates import Predicate
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("answer_words")
_SCORE, _SURE = 0.65, 0.75
"""Trust in a clause; more where its subject is told from what is counted, as acts do not."""


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the clauses in which somebody puts a number."""
    if not sentence.has_number:
        return
    for i, clause in enumerate(sentence.clauses):
        predicate = clause.predicate
        if clause.kind not in ("main", "sub", "rel") or predicate is None or predicate.konjunktiv:
            continue
        if predicate.negated or (predicate.modal and not _will_know(predicate)):
            continue
        if predicate.zu and not is_heard(sentence, i):
            continue
        if predicate.passive:
            speaker = _come_in(sentence, i) or _put_by(sentence, i) or _known_to(sentence, i)
        else:
            told = told_in(sentence, i) if put_numbers(sentence, i) else ()
            speaker = told or _putting(sentence, i) or _known_to(sentence, i)
        if not speaker:
            continue
        words = (sentence.span(*extent(sentence, i)),)
        yield framed(
            Frame("number", words, speaker, _cue(sentence, i)),
            kind="reported",
            rule="number",
            spans=words,
            sentence=sentence.index,
            score=_SCORE if speaker == subject(sentence, i) else _SURE,
        )


def _will_know(predicate: Predicate) -> bool:
    """Whether somebody admits to a number only: "will nur von neun Fällen wissen"."""
    return predicate.modal == "wollen" and "wissen" in predicate.lemmas


def _come_in(sentence: Sentence, i: int) -> Spans:
    """The body with which a number comes in: "bei der Hotline sind 300 Fälle gemeldet worden"."""
    return body_at(sentence, i) if put_numbers(sentence, i) else ()


def _known_to(sentence: Sentence, i: int) -> Spans:
    """Who has heard of so many: "dem Amt sind fünf Fälle bekannt", "der Polizei liegen 40 Anzeigen
    vor", "der Stadt wurden 40 Fälle gemeldet", "bei der Polizei sind 40 Anzeigen eingegangen".
    """
    predicate = sentence.clauses[i].predicate
    lemmas = frozenset(predicate.lemmas if predicate else ())
    if not _is_known(sentence, i, lemmas) or not counted_subject(sentence, i):
        return ()
    if not lemmas.isdisjoint(_WORDS["coming_in"]):
        return body_at(sentence, i)
    return tuple(span for span in knower(sentence, i) if not _has_number(sentence, span))


def _is_known(sentence: Sentence, i: int, lemmas: frozenset[str]) -> bool:
    """Whether a clause tells what has come to somebody's knowledge."""
    predicate = sentence.clauses[i].predicate
    if predicate is not None and predicate.passive:
        return not lemmas.isdisjoint(_WORDS["made_known_to"])
    known = "bekannt" in sentence.words(i) and not lemmas.isdisjoint(_WORDS["being_known"])
    return known or not lemmas.isdisjoint(_WORDS["lying_before"] | _WORDS["coming_in"])


def _put_by(sentence: Sentence, i: int) -> Spans:
    """The agent of a passive that puts a number: "wird vom Amt mit 30 angegeben"; () for none.

    Neither who is counted himself ("von 300 Gästen wurden 20 gezählt") nor where something was
    seen ("von der Brücke wurden 20 Fälle gemeldet").
    """
    speaker = agent(sentence, i) if put_numbers(sentence, i) else ()
    for phrase in sentence.phrases(i):
        span = sentence.phrase_span(phrase)
        if span in speaker:
            speaks = weight(sentence.tokens, phrase) >= AGENT_NOUN
            return (span,) if speaks and not _has_number(sentence, span) else ()
    return ()


def _putting(sentence: Sentence, i: int) -> Spans:
    """Who puts a number in clause ``i``: its subject; () where nobody does.

    What is counted may look like the subject: "Frankreich meldete elf tote Soldaten".
    """
    predicate = sentence.clauses[i].predicate
    if predicate is None or not predicate.lemmas or not put_numbers(sentence, i):
        return ()
    if is_talk(sentence, i):
        return ()  # "Bei Köln ist von 300 Höfen die Rede": nobody says whose
    speaker = subject(sentence, i)
    if any(_counted(sentence, i, span) for span in speaker):
        return _taking_up(sentence, i) or _leading_name(sentence, i) or _beside_counted(sentence, i)
    return speaker if speaker and _counts(sentence, i, speaker) else ()


def _taking_up(sentence: Sentence, i: int) -> Spans:
    """The relative pronoun that may be the subject: "die Polizei, die 300 Gäste zählte"."""
    clause = sentence.clauses[i]
    for first in sentence.phrases(i)[:1] if clause.kind == "rel" else ():
        alone = first.start == clause.opener == clause.start and first.end == first.start + 1
        if alone and first.nominative(sentence.tokens):
            return (sentence.phrase_span(first),)
    return ()


def _leading_name(sentence: Sentence, i: int) -> Spans:
    """The name without a number that opens clause ``i`` and may speak; () where none does."""
    for first in sentence.phrases(i)[:1]:  # a clause may have no noun phrase
        span = sentence.phrase_span(first)
        head = sentence.tokens[first.head]
        leads = first.start == sentence.clauses[i].start == first.head and first.governed is None
        named = leads and head.word.capital and nouns.read(head.text) is None
        if (
            named
            and not adverb_in_front(sentence, i, first)
            and weight(sentence.tokens, first) >= PLACE
            and not _has_number(sentence, span)
        ):
            return (span,)
    return ()


def _beside_counted(sentence: Sentence, i: int) -> Spans:
    """The body or person right behind the verb, before what is counted.

    "Zeitgleich zählte der Zoo 4.100 Gäste": people are the likelier subject, but they are counted.
    """
    finite = sentence.clauses[i].finite
    for phrase in sentence.phrases(i):
        span = sentence.phrase_span(phrase)
        near = finite is not None and phrase.start == finite + 1
        if near and phrase.nominative(sentence.tokens) and not _counted(sentence, i, span):
            return (span,) if weight(sentence.tokens, phrase) >= BODY else ()
    return ()


def _counted(sentence: Sentence, i: int, speaker: Span) -> bool:
    """Whether a speaker is within a phrase that has a number: "elf (tote Soldaten)"."""
    around = (sentence.phrase_span(one) for one in sentence.phrases(i))
    return _has_number(sentence, speaker) or any(
        span.start <= speaker.start < span.end and _has_number(sentence, span) for span in around
    )


def _has_number(sentence: Sentence, span: Span) -> bool:
    """Whether a number stands in a span, its approximator perhaps before it: "rund (300 Gäste)"."""
    numbers = sentence.document.quantities_in(sentence.whole)
    return any(span.start <= number.number.start < span.end for number in numbers)


def _cue(sentence: Sentence, i: int) -> Spans:
    """The verb that puts a number, "die Rede" where there is one, with it "bekannt"."""
    words, start = sentence.words(i), sentence.clauses[i].start
    if "rede" in words:
        return (sentence.token_span(start + words.index("rede")),)
    verbs = sentence.verb_spans(i)
    if "bekannt" not in words:
        return verbs
    return tuple(sorted({*verbs, sentence.token_span(start + words.index("bekannt"))}))


def _counts(sentence: Sentence, i: int, speaker: Spans) -> bool:
    """Whether a subject can put a number; "Zwölf Menschen kamen auf 300 Quadratmetern unter"."""
    weights = (
        weight(sentence.tokens, phrase)
        for phrase in sentence.phrases(i)
        if any(span.start <= sentence.phrase_span(phrase).start < span.end for span in speaker)
    )
    predicate = sentence.clauses[i].predicate
    lemmas = () if predicate is None else predicate.lemmas
    asked = {verb.subject for lemma in lemmas if (verb := number_verbs().get(lemma))}
    if asked == {"examining"} and not _examines(sentence, speaker):
        return False
    return max(weights, default=AGENT_NOUN) >= (THING if "any" in asked else AGENT_NOUN)


def _examines(sentence: Sentence, speaker: Spans) -> bool:
    """Whether somebody examines things: "die Gutachter", "der Ornithologe Veit Lamm"."""
    ends = tuple(_WORDS["examining"])
    words = (word for span in speaker for word in sentence.body[slice(*span)].split())
    return any(word[0].isupper() and word.lower().strip(",.()").endswith(ends) for word in words)
