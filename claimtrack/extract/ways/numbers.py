"""A number that somebody puts: the clause itself is the claim.

Shapes: "Die Polizei zählte 2.300 Teilnehmer", "80 Fälle zählte die Behörde", "haben die
Veranstalter gezählt", "kam auf 7.000", "blieb bei 900", "bezifferte den Schaden auf 3 Millionen",
"gab die Zahl mit 41 an", "sprach von zwölf Verletzten", "erkennt neun Fälle an", "veranschlagt vier
Jahre", "rechnet mit einer Sperrung von drei Monaten", "will nur von neun Fällen wissen"; "bei der
Hotline sind 300 Fälle gemeldet worden", "beim Verband geht man von 40 aus"; "Im Bericht ist von
890 Millionen die Rede", "aus dem Umfeld ist von 90 zu hören"; "wird vom
Amt mit 30 angegeben", "von der Polizei wurden 20 Fälle gezählt"; finds of who examines things ("Die
Gutachterin fand acht Risse").
The verbs and what governs the number with each are in ``number_verbs``; somebody who can speak is
asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimtrack.extract.candidate import Candidate, Frame, Spans, framed
from claimtrack.extract.figure.counted_noun import COUNTS, SUMS
from claimtrack.extract.pointing_words import ends_in
from claimtrack.extract.reporting_words import reporting_noun
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.agent import agent
from claimtrack.extract.speaker.find import body_at, subject
from claimtrack.extract.speaker.subject import adverb_in_front
from claimtrack.extract.speaker.weight import AGENT_NOUN, BODY, PLACE, THING, weight
from claimtrack.extract.ways.acts import extent
from claimtrack.german import nouns
from claimtrack.german.numbers import Quantity
from claimtrack.german.predicates import Predicate
from claimtrack.lexicon import classes, table
from claimtrack.model import Span

_OBJECT = "-"
_MEASURE = "--"
_SCORE, _SURE = 0.65, 0.75
"""Trust in a clause; more where its subject is told from what is counted, as acts do not."""
_UNCOUNTED = frozenset(
    {"date", "time", "year", "score", "phone", "code", "label", "attribute", "ordinal", "age"}
)
"""Kinds of number that say neither how many nor how much."""
_LONGEST_GOVERNOR = 40
_ADVERBIAL = re.compile(r"\s(?:lang|später|früher|zuvor|danach|davor|vorher|nach|vor|hinweg|alt)\b")
_WHERE = frozenset({"in", "im", "unter", "aus"})
_GOVERNOR = re.compile(r"([^\W\d_]+)\s+\Z")


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for the clauses in which somebody puts a number."""
    for i, clause in enumerate(sentence.clauses):
        predicate = clause.predicate
        if clause.kind not in ("main", "sub") or predicate is None or predicate.konjunktiv:
            continue
        if predicate.negated or (predicate.modal and not _will_know(predicate)):
            continue
        if predicate.zu and not _is_heard(sentence, i):
            continue
        if predicate.passive:
            speaker = _come_in(sentence, i) or _put_by(sentence, i)
        else:
            speaker = _told_in(sentence, i) or _putting(sentence, i)
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
    speaker = subject(sentence, i)
    if any(_counted(sentence, i, span) for span in speaker):
        return _leading_name(sentence, i) or _beside_counted(sentence, i)
    return speaker if speaker and _counts(sentence, i, speaker) else ()


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
    return bool(sentence.document.quantity_indexes(span))


def _told_in(sentence: Sentence, i: int) -> Spans:
    """Where a number is told of: "im Bericht" or "beim Kreis ist von 890 Fällen die Rede"."""
    heard = _is_heard(sentence, i)
    if not (heard or "rede" in sentence.words(i)) or not put_numbers(sentence, i):
        return ()
    for phrase in sentence.phrases(i):
        head = sentence.tokens[phrase.head].low
        told = reporting_noun(head) is not None or ends_in(
            head, _WORDS["told_among"] | _WORDS["saying"]
        )
        if phrase.governed in _WHERE and told:
            owned = phrase.core < phrase.end
            return (sentence.span(*((phrase.core, phrase.end) if owned else phrase[:2])),)
    return body_at(sentence, i)


def _is_heard(sentence: Sentence, i: int) -> bool:
    """Whether somewhere something can be heard: "aus dem Umfeld ist von 90 zu hören"."""
    return sentence.words(i)[-2:] == ["zu", "hören"]


def _cue(sentence: Sentence, i: int) -> Spans:
    """The verb that puts a number, "die Rede" where there is one."""
    words = sentence.words(i)
    if "rede" not in words:
        return sentence.verb_spans(i)
    return (sentence.token_span(sentence.clauses[i].start + words.index("rede")),)


def _numbers_of(sentence: Sentence, i: int) -> Sequence[Quantity]:
    """The numbers of clause ``i``, or those behind what interrupts it.

    "Der Chef kommt, Wartung eingerechnet, auf 118.000 Euro": a verb without any number of its own,
    and a piece that begins with a preposition and its number.
    """
    numbers = sentence.document.quantities_in(sentence.clause_span(i))
    if numbers or i + 2 >= len(sentence.clauses):
        return numbers
    inserted, behind = sentence.clauses[i + 1 : i + 3]
    governed = "preposition" in sentence.tokens[behind.start].word.classes
    if inserted.kind == behind.kind == "frag" and governed:
        return sentence.document.quantities_in(sentence.clause_span(i + 2))
    return numbers


def put_numbers(sentence: Sentence, i: int) -> list[Quantity]:
    """The numbers that the verb of clause ``i`` puts, in order; none for verbs that put none."""
    predicate = sentence.clauses[i].predicate
    words = frozenset(sentence.words(i))
    lemmas = () if predicate is None else predicate.lemmas
    verbs = [verb for lemma in lemmas if (verb := _verbs().get(lemma))]
    fitting = [verb.governors for verb in verbs if not verb.beside or verb.beside & words]
    wanted = frozenset[str]().union(*fitting)
    if ("sein" in lemmas and "rede" in words) or _is_heard(sentence, i):
        wanted |= {"von"}
    reflexive = "sich" in words and not any("sich" in verb.beside for verb in verbs)
    if not wanted or reflexive:
        return []  # "die Zahl beläuft sich auf 300": nobody says so
    numbers = _numbers_of(sentence, i)
    return [
        number
        for number in numbers
        if number.kind not in _UNCOUNTED
        and (
            (_governor(sentence.body, number) in wanted and not _in_attribute(sentence, i, number))
            or _measures(sentence, i, number, wanted)
        )
    ]


def _measures(sentence: Sentence, i: int, number: Quantity, wanted: frozenset[str]) -> bool:
    """Whether a number is the measure of what the verb puts: "mit einer Sperrung von drei Monaten".

    So does "führte Schulden von zwei Millionen Euro an"; no count does.
    """
    if number.kind in COUNTS:
        return False
    tokens = sentence.tokens
    for phrase in sentence.phrases(i):
        behind = tokens[phrase.core : phrase.core + 2]
        if len(behind) == 2 and behind[0].low == "von" and behind[1].start == number.start:
            return (phrase.governed or _OBJECT) in wanted
    return False


def _in_attribute(sentence: Sentence, i: int, number: Quantity) -> bool:
    """Whether a number only describes another noun: "nach einem Streit zweier Familien"."""
    tokens = sentence.tokens
    return any(
        phrase.core < phrase.end
        and tokens[phrase.core].start <= number.start < tokens[phrase.end - 1].end
        and "preposition" not in tokens[phrase.core].word.classes
        for phrase in sentence.phrases(i)
    )


def _governor(body: str, number: Quantity) -> str:
    """The preposition of a number, past small words between: "auf nur 300"; "-" without one.

    What is measured in time or length without a preposition says how long or how far ("zählte drei
    Tage lang"), but to some verbs it is the object ("veranschlagt vier Jahre"): "--".
    """
    at = number.start
    match = None
    while match := _GOVERNOR.search(body, max(0, at - _LONGEST_GOVERNOR), at):
        if match[1].lower() not in _BETWEEN:
            break
        at = match.start()
    word = match[1].lower() if match else ""
    if word in _PREPOSITIONS:
        return word
    if number.kind in COUNTS | SUMS:
        return _OBJECT
    return "" if _ADVERBIAL.match(body, number.end) else _MEASURE


_WORDS = classes("answer_words")
_BETWEEN = _WORDS["before_number"]
_PREPOSITIONS = classes("function_words")["preposition"]


class _Verb(NamedTuple):
    """A verb that puts numbers: what governs them, who does it, what is beside it.

    ``subject`` is any, somebody (who can speak) or examining (who examines things).
    """

    governors: frozenset[str]
    subject: str
    beside: frozenset[str]


@cache
def _verbs() -> dict[str, _Verb]:
    return {row[0]: _verb(*row) for row in table("number_verbs")}


def _verb(_lemma: str, governors: str, subject: str, beside: str = "") -> _Verb:
    return _Verb(frozenset(governors.split()), subject, frozenset(beside.split()))


def _counts(sentence: Sentence, i: int, speaker: Spans) -> bool:
    """Whether a subject can put a number; "Zwölf Menschen kamen auf 300 Quadratmetern unter"."""
    weights = (
        weight(sentence.tokens, phrase)
        for phrase in sentence.phrases(i)
        if any(span.start <= sentence.phrase_span(phrase).start < span.end for span in speaker)
    )
    predicate = sentence.clauses[i].predicate
    lemmas = () if predicate is None else predicate.lemmas
    asked = {verb.subject for lemma in lemmas if (verb := _verbs().get(lemma))}
    if asked == {"examining"} and not _examines(sentence, speaker):
        return False
    return max(weights, default=AGENT_NOUN) >= (THING if "any" in asked else AGENT_NOUN)


def _examines(sentence: Sentence, speaker: Spans) -> bool:
    """Whether somebody examines things: "die Gutachter", "der Ornithologe Veit Lamm"."""
    ends = tuple(_WORDS["examining"])
    words = (word for span in speaker for word in sentence.body[slice(*span)].split())
    return any(word[0].isupper() and word.lower().strip(",.()").endswith(ends) for word in words)
