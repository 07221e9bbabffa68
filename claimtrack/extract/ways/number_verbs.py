"""The numbers that a verb puts: zählte 300, kam auf 300, sprach von 300, gab die Zahl mit 300 an.

The verbs and what governs the number with each are in ``number_verbs``. Shapes beside them: "Im
Bericht ist von 890 die Rede", "aus dem Umfeld ist von 90 zu hören"; the measure of what is put:
"mit einer Sperrung von drei Monaten"; the number behind what interrupts the clause: "kommt, Wartung
eingerechnet, auf 118.000 Euro".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claimtrack.extract.figure.counted_noun import COUNTS, SUMS
from claimtrack.extract.sentence import Sentence, kept
from claimtrack.german.numbers import Quantity
from claimtrack.lexicon import classes, table

_WORDS = classes("answer_words")
_BETWEEN = _WORDS["before_number"]
_PREPOSITIONS = classes("function_words")["preposition"]
_OBJECT = "-"
_MEASURE = "--"
_UNCOUNTED = frozenset(
    {"date", "time", "year", "score", "phone", "code", "label", "attribute", "ordinal", "age"}
)
"""Kinds of number that say neither how many nor how much."""
_LONGEST_GOVERNOR = 40
_ADVERBIAL = re.compile(r"\s(?:lang|später|früher|zuvor|danach|davor|vorher|nach|vor|hinweg|alt)\b")
_GOVERNOR = re.compile(r"([^\W\d_]+)\s+\Z")


@kept
def put_numbers(sentence: Sentence, i: int) -> list[Quantity]:
    """The numbers that the verb of clause ``i`` puts, in order; none for verbs that put none."""
    predicate = sentence.clauses[i].predicate
    words = frozenset(sentence.words(i))
    lemmas = () if predicate is None else predicate.lemmas
    verbs = [verb for lemma in lemmas if (verb := number_verbs().get(lemma))]
    fitting = [verb.governors for verb in verbs if not verb.beside or verb.beside & words]
    wanted = frozenset[str]().union(*fitting)
    if ("sein" in lemmas and "rede" in words) or is_heard(sentence, i):
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


def counted_subject(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` tells of so many of something, no preposition before the number."""
    return any(
        number.kind in COUNTS and _governor(sentence.body, number) == _OBJECT
        for number in sentence.document.quantities_in(sentence.clause_span(i))
    )


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


class NumberVerb(NamedTuple):
    """A verb that puts numbers: what governs them, who does it, what is beside it.

    ``subject`` is any, somebody (who can speak) or examining (who examines things).
    """

    governors: frozenset[str]
    subject: str
    beside: frozenset[str]


@cache
def number_verbs() -> dict[str, NumberVerb]:
    """The verbs that put numbers, by their infinitive."""
    return {row[0]: _verb(*row) for row in table("number_verbs")}


def _verb(_lemma: str, governors: str, subject: str, beside: str = "") -> NumberVerb:
    return NumberVerb(frozenset(governors.split()), subject, frozenset(beside.split()))


def is_heard(sentence: Sentence, i: int) -> bool:
    """Whether somewhere something can be heard: "aus dem Umfeld ist von 90 zu hören"."""
    return sentence.words(i)[-2:] == ["zu", "hören"]
