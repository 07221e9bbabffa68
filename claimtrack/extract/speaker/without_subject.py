"""Who speaks where no subject says so: a source in a phrase, a place for "man", before a colon.

Shapes: "aus dem Bericht geht hervor", "in der Erklärung heißt es", "in Moskau heißt man das gut",
"Beim Bauernverband geht man von … aus"; "Ein Beamter der Polizei: „…“", "Die Antwort des Ministers:
„…“", "Dem Wirt Paul Ames reicht es: „…“". None: "hieß es auf Anfrage", "bei Köln".
"""

from __future__ import annotations

from claimtrack.extract.pointing_words import ends_in
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.apposition import with_apposition
from claimtrack.extract.speaker.subject import (
    best_subject,
)
from claimtrack.extract.speaker.weight import (
    BODY,
    DOCUMENT,
    LONG_NAME,
    NAME,
    OBJECT,
    PERSON,
    PLACE,
    THING,
    weight,
)
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_AMONG = classes("answer_words")["told_among"]


def says_there_is(sentence: Sentence, i: int) -> bool:
    """Whether a clause says that there is something: "Lob gab es", no subject of which speaks."""
    predicate = sentence.clauses[i].predicate
    return predicate is not None and "geben" in predicate.lemmas and "es" in sentence.words(i)


def source(
    sentence: Sentence, i: int, *, least: float = DOCUMENT, most: float = PERSON
) -> tuple[Span, ...]:
    """A source named in a phrase of clause ``i``, of a weight from ``least`` to ``most``.

    Shapes: "aus dem Bericht geht hervor", "in der Erklärung heißt es"; behind aus and seitens
    anything but what is only talked of ("aus dem Umfeld des Klubs heißt es"), and circles of people
    anywhere: "in Ärztekreisen heißt es".
    """
    for phrase in sentence.phrases(i):
        if phrase.governed not in _WORDS["source"] or _is_request(sentence, phrase):
            continue
        among = ends_in(sentence.tokens[phrase.head].low, _AMONG)
        enough = THING if phrase.governed in _WORDS["origin"] else OBJECT if among else least
        heavy = weight(sentence.tokens, phrase)
        if heavy < enough and _of_paper(sentence, phrase):
            heavy = DOCUMENT
        if enough <= heavy <= most:
            return (sentence.phrase_span(phrase),)
    return ()


def _of_paper(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a thing is part of a paper: "in der Kurzfassung des Berichts"."""
    owners = phrases(sentence.tokens, phrase.core, phrase.end)
    return any(weight(sentence.tokens, owner) == DOCUMENT for owner in owners)


def fronted_source(sentence: Sentence, i: int, *, least: float = PLACE) -> tuple[Span, ...]:
    """The source that a relative clause parts from its verb: "Aus der Akte, die …, geht hervor"."""
    clauses = sentence.clauses
    first = i - 1
    while first > 0 and clauses[first].kind == "rel":
        first -= 1
    fronted = clauses[i].verb_first and 0 <= first < i - 1 and clauses[first].kind == "frag"
    return source(sentence, first, least=least) if fronted else ()


def _is_request(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase says on whose request somebody speaks: "hieß es auf APA-Anfrage"."""
    return sentence.tokens[phrase.head].low.endswith(tuple(_WORDS["request"]))


def place_of(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The body or place where "man" speaks: "in Moskau heißt man das gut", or as `body_at`."""
    return _governed_source(sentence, i, _WORDS["in_place"], PLACE) or body_at(sentence, i)


def body_at(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The body behind bei in clause ``i``, () where none is.

    Shapes: "Beim Bauernverband geht man von … aus", "Bei der Polizei sind 300 Fälle gemeldet",
    "Beim Kanton ist von … die Rede". A place is a body only behind "beim", not "bei Köln".
    """
    return _governed_source(sentence, i, _WORDS["at_body"], BODY) or _governed_source(
        sentence, i, _WORDS["at_body_joined"], PLACE
    )


def _governed_source(
    sentence: Sentence, i: int, governors: frozenset[str], least: float
) -> tuple[Span, ...]:
    """The first body or place behind one of some prepositions; no person."""
    for phrase in sentence.phrases(i):
        governed = phrase.governed in governors
        if governed and least <= weight(sentence.tokens, phrase) < PERSON:
            return (sentence.phrase_span(phrase),)
    return ()


def ahead_of_colon(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The speaker before a colon where no verb stands.

    Shapes: "Ein Beamter der Polizei: „…“"; whose words a noun announces: "Die Sorge von Wirt Olaf
    Henn: „…“", "Die Antwort des Ministers: „…“".
    """
    clauses = sentence.clauses
    first = i
    while first > 0 and clauses[first - 1].kind in ("frag", "rel"):
        if clauses[first].before not in (":", ","):
            break
        first -= 1
    if first == i or clauses[i].before != ":":
        return ()
    for phrase in sentence.phrases(first):
        if phrase.governed in (None, "von") and weight(sentence.tokens, phrase) >= DOCUMENT:
            return (with_apposition(sentence, first, phrase),)
        if phrase.governed is None and (owner := _able_owner(sentence, phrase)):
            return owner
    return ()


def _able_owner(sentence: Sentence, phrase: Phrase) -> tuple[Span, ...]:
    """Who owns the noun of a phrase, by a genitive or von behind it, if they can speak."""
    for owner in phrases(sentence.tokens, phrase.core, phrase.end):
        said = sentence.tokens[phrase.head].low in _WORDS["said_words"]
        able = weight(sentence.tokens, owner) >= (NAME if said else LONG_NAME)
        if able and (owner.governed == "von" or owner.governed is None):
            return (sentence.span(owner.start, phrase.end),)
    return ()


def concerned(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """Whom clause ``i`` is about where its verb reports nothing and speech follows its colon.

    Shapes: "Dem Wirt Paul Ames reicht es: „…“", "Der Bäckerin platzt der Kragen: „…“", "Lob gab es
    von Landrat Ole Brück: „…“".
    """
    behind = sentence.clauses[i + 1 : i + 2]
    if sentence.cues[i] is not None or not behind or behind[0].before != ":":
        return ()
    if whose := _coming_from(sentence, i):
        return whose
    best = best_subject(sentence, i)
    if best is not None and weight(sentence.tokens, best) > DOCUMENT:
        return ()
    for phrase in sentence.phrases(i):
        if phrase.governed is None and weight(sentence.tokens, phrase) >= PERSON:
            return (with_apposition(sentence, i, phrase),)
    return ()


def _coming_from(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """From whom praise, criticism or applause comes: "Zuspruch kommt vom Sozialverband"."""
    predicate = sentence.clauses[i].predicate
    comes = predicate is not None and not _WORDS["coming"].isdisjoint(predicate.lemmas)
    for phrase in sentence.phrases(i) if comes or says_there_is(sentence, i) else ():
        if phrase.governed in _WORDS["agent"] and weight(sentence.tokens, phrase) >= BODY:
            return (with_apposition(sentence, i, phrase),)
    return ()
