"""Who speaks in a clause that reports: its subject, its agent, or the source in a phrase.

Shapes: "X sagte"; "…, sagte X"; "X, Y von Z, sagte"; "X, der …, sagte"; "sagte X und fügte hinzu";
passives with von or durch ("wurde von X bestätigt"); "aus dem Bericht geht hervor"; "bei X
rechnet man mit"; pronouns. An
object moved to the front is none: its article or the number of the verb shows it. Where nothing
fits the answer is ().
"""

from __future__ import annotations

from claimtrack.extract.reporting_words import is_overheard
from claimtrack.extract.sentence import Sentence, kept
from claimtrack.extract.speaker.agent import agent
from claimtrack.extract.speaker.apposition import with_apposition
from claimtrack.extract.speaker.subject import (
    best_subject,
    interrupted,
    joined_subject,
    only_nominative,
    suitability,
)
from claimtrack.extract.speaker.weight import (
    BODY,
    DOCUMENT,
    LONG_NAME,
    LONG_NOUN,
    NAME,
    PERSON,
    PLACE,
    THING,
    weight,
)
from claimtrack.german.clauses import indicative, main_before
from claimtrack.german.numbers import COUNTED
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_ACCUSATIVE = frozenset({"die", "das", "keine", "eine", "ein", "kein"})


@kept
def subject(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The mention of the speaker of clause ``i``, or () when it names none."""
    clause = sentence.clauses[i]
    predicate = clause.predicate
    if predicate is None:
        return ()
    if predicate.zu:
        return _shared(sentence, i)
    if predicate.passive and not _WORDS["citing"] & set(predicate.lemmas):
        named = agent(sentence, i) or source(sentence, i, least=DOCUMENT, most=LONG_NAME)
        return named or _fronted_source(sentence, i, least=DOCUMENT)
    if named := joined_subject(sentence, i) or _relative_pronoun(sentence, i):
        return named
    if _WORDS["impersonal"] & set(predicate.lemmas) or is_overheard(sentence.tokens, clause):
        return source(sentence, i, least=PLACE) or _fronted_source(sentence, i)
    return _active(sentence, i)


def speaking_subject(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The subject of clause ``i``, but what is only counted where its verb reports nothing.

    "Es fehlten 90.000 Euro", "3.800 Menschen waren im Stadion" name nobody who goes on to speak.
    """
    found = subject(sentence, i)
    if not found or sentence.cues[i] is not None:
        return found
    numbers = [
        number
        for number in sentence.document.quantities_in(sentence.clause_span(i))
        if number.kind in COUNTED
    ]
    counted = any(n.start < span.end and span.start < n.end for n in numbers for span in found)
    return () if counted else found


def _active(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The speaker of a clause in the active that names somebody, or a place for "man"."""
    if _WORDS["one"] & set(sentence.words(i)):
        return place_of(sentence, i)
    if _is_there(sentence, i):
        return concerned(sentence, i)  # "Lob gab es am Montag": of nobody named
    return _quoted(sentence, i) or concerned(sentence, i) or _nominative(sentence, i)


def _is_there(sentence: Sentence, i: int) -> bool:
    """Whether a clause says that there is something: "Lob gab es", no subject of which speaks."""
    predicate = sentence.clauses[i].predicate
    return predicate is not None and "geben" in predicate.lemmas and "es" in sentence.words(i)


def own_subject(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The subject that stands in clause ``i`` itself, () where it has none."""
    best = best_subject(sentence, i)
    return () if best is None else (with_apposition(sentence, i, best),)


def source(
    sentence: Sentence, i: int, *, least: float = DOCUMENT, most: float = PERSON
) -> tuple[Span, ...]:
    """A source named in a phrase of clause ``i``, of a weight from ``least`` to ``most``.

    Shapes: "aus dem Bericht geht hervor", "in der Erklärung heißt es"; behind aus and seitens
    anything but what is only talked of: "aus dem Umfeld des Klubs heißt es".
    """
    for phrase in sentence.phrases(i):
        if phrase.governed not in _WORDS["source"] or _is_request(sentence, phrase):
            continue
        enough = THING if phrase.governed in _WORDS["origin"] else least
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


def _fronted_source(sentence: Sentence, i: int, *, least: float = PLACE) -> tuple[Span, ...]:
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
    for phrase in sentence.phrases(i) if comes or _is_there(sentence, i) else ():
        if phrase.governed in _WORDS["agent"] and weight(sentence.tokens, phrase) >= BODY:
            return (with_apposition(sentence, i, phrase),)
    return ()


def holder(sentence: Sentence, i: int, noun: int) -> tuple[Span, ...]:
    """Whose a reported noun of clause ``i`` is, ``noun`` being its token.

    Its genitive or von-phrase ("die Forderung des Vorsitzenden", "der Vorwurf der CDU"), else the
    subject that can speak ("X vertrat die Ansicht", "… und wagte die Prognose"), else the agent of
    a passive, else the noun itself ("Vorwürfe wurden laut, …").
    """
    others: list[Phrase] = []
    own: tuple[Span, ...] = ()
    for phrase in sentence.phrases(i):
        if not phrase.start <= noun < phrase.end:
            others.append(phrase)
            continue
        own = (sentence.phrase_span(phrase),)
        if phrase.core < phrase.end and sentence.tokens[phrase.core].low not in _WORDS["unowned"]:
            return (sentence.span(phrase.core, phrase.end),)
    able = [
        phrase
        for phrase in others
        if phrase.nominative(sentence.tokens) and weight(sentence.tokens, phrase) >= PLACE
    ]
    head = sentence.clauses[i].head
    if not able and head is not None:
        return subject(sentence, head)
    if not able:
        return _left_out(sentence, i) or agent(sentence, i) or interrupted(sentence, i) or own
    sure = (phrase for phrase in able if only_nominative(sentence, i, phrase))
    best = next(sure, None) or max(able, key=lambda one: suitability(sentence, i, one))
    return (with_apposition(sentence, i, best),)


def _left_out(sentence: Sentence, i: int) -> tuple[Span, ...]:
    predicate = sentence.clauses[i].predicate
    active = predicate is not None and not predicate.passive
    return _shared(sentence, i) if active and sentence.clauses[i].verb_first else ()


def _nominative(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The subject by its form, or where the clause leaves it out that of what goes before."""
    best = best_subject(sentence, i)
    if sentence.clauses[i].verb_first:
        left_out = best is None or omits_subject(sentence, i) or _is_object(sentence, i, best)
        before = interrupted(sentence, i) or (_shared(sentence, i) if left_out else ())
    else:
        before = interrupted(sentence, i) if best is None else ()
    if before or best is None:
        return before
    return (with_apposition(sentence, i, best),)


def _is_object(sentence: Sentence, i: int, best: Phrase) -> bool:
    """Whether the likeliest subject of a clause in a row is its object.

    "Eine Sprecherin bestätigte das, wollte aber keine Details nennen": a thing says nothing.
    """
    in_a_row = sentence.clauses[i].before == "," and i > 0
    told = in_a_row and sentence.clauses[i - 1].kind == "main" and indicative(sentence.clauses[i])
    cue = sentence.cues[i]
    if cue is not None and cue.lemma in _WORDS["relaying"]:
        return False  # "…, berichtet die „Bild“"
    return told and may_be_object(sentence, best)


def may_be_object(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase behind its verb can be what is spoken of: "bemängelt die kurze Dauer".

    A noun that no list knows, behind an article that is an accusative as well; no acronym.
    """
    heavy = weight(sentence.tokens, phrase)
    if heavy == LONG_NOUN:
        unsure = sentence.tokens[phrase.start].low in _ACCUSATIVE
        return unsure and not sentence.tokens[phrase.head].text.isupper()
    return heavy <= THING


def omits_subject(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` shares the subject of the one before.

    Shapes: "… und fügte hinzu"; "X dankte allen, lobte die Helfer und sagte", where a verb that
    reports nothing stands in a row (one that reports would have its subject behind it).
    """
    clause = sentence.clauses[i]
    if not clause.verb_first:
        return False
    if clause.before == "und" or sentence.tokens[clause.start].low in _WORDS["joining"]:
        return True
    in_a_row = clause.before == "," and i > 0 and sentence.clauses[i - 1].kind == "main"
    return in_a_row and sentence.cues[i] is None and indicative(clause)


def _shared(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The subject of the main clause before: "X bestätigte das und fügte hinzu, …"."""
    main = main_before(sentence.clauses, i)
    if main is None and i and sentence.clauses[i].before == "und":
        main = i - 1 if sentence.clauses[i - 1].kind == "main" else None
    return () if main is None else subject(sentence, main)


def _quoted(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The one who is quoted, an object: "Der Sender zitierte den Minister mit den Worten"."""
    clause = sentence.clauses[i]
    predicate = clause.predicate
    if predicate is None or predicate.passive or predicate.finite is None:
        return ()
    if not _WORDS["citing"] & set(predicate.lemmas):
        return ()
    able = [
        phrase
        for phrase in sentence.phrases(i)
        if phrase.governed is None
        and phrase.start > predicate.finite
        and weight(sentence.tokens, phrase) >= LONG_NOUN
    ]
    objects = [phrase for phrase in able if not phrase.nominative(sentence.tokens)] or able[-1:]
    if not objects or (clause.verb_first and len(able) < 2):
        return ()
    return (sentence.phrase_span(objects[0]),)


def _relative_pronoun(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The relative pronoun that is the subject: "ein Bericht, der davon ausgeht", not "dem"."""
    clause = sentence.clauses[i]
    if clause.kind != "rel" or clause.opener is None:
        return ()
    pronoun = sentence.tokens[clause.opener].low
    if pronoun not in _WORDS["relative_subject"]:
        return ()
    others = (
        weight(sentence.tokens, phrase)
        for phrase in sentence.phrases(i)
        if phrase.start > clause.opener and phrase.nominative(sentence.tokens)
    )
    if pronoun != "der" and any(one >= LONG_NAME for one in others):
        return ()
    return (sentence.token_span(clause.opener),)
