"""Who speaks in a clause that reports: its subject, its agent, or the source in a phrase.

Shapes: "X sagte"; "…, sagte X"; "X, Y von Z, sagte"; "X, der …, sagte"; "sagte X und fügte hinzu";
passives with von or durch ("wurde von X bestätigt"); pronouns; what ``without_subject`` finds ("aus
dem Bericht geht hervor", "bei X rechnet man mit"). An object moved to the front is none: its
article or the number of the verb shows it. Where nothing fits the answer is ().
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
    DOCUMENT,
    LONG_NAME,
    LONG_NOUN,
    PERSON,
    PLACE,
    THING,
    weight,
)
from claimtrack.extract.speaker.without_subject import (
    concerned,
    fronted_source,
    place_of,
    says_there_is,
    source,
)
from claimtrack.german.clauses import indicative, main_before
from claimtrack.german.numbers import COUNTED
from claimtrack.german.phrases import Phrase
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_POINTING = frozenset({"das", "dies"})
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
        return named or fronted_source(sentence, i, least=DOCUMENT)
    if named := joined_subject(sentence, i) or _relative_pronoun(sentence, i):
        return named
    if _WORDS["impersonal"] & set(predicate.lemmas) or is_overheard(sentence.tokens, clause):
        return source(sentence, i, least=PLACE) or fronted_source(sentence, i)
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
    if says_there_is(sentence, i):
        return concerned(sentence, i)  # "Lob gab es am Montag": of nobody named
    told = _quoted(sentence, i) or concerned(sentence, i) or _small_outlet(sentence, i)
    return told or _nominative(sentence, i)


def _small_outlet(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """A paper whose name in marks begins small, beside a verb by which papers pass words on.

    Shapes: "wie „heise online“ berichtet", "„heise online“ meldet", "…, schreibt „heise online“",
    "das berichtet „heise online“".
    """
    clause, cue = sentence.clauses[i], sentence.cues[i]
    if cue is None or cue.lemma not in _WORDS["relaying"] or clause.finite is None:
        return ()
    beside = [clause.start + (clause.opener == clause.start)]
    if clause.verb_first or sentence.tokens[clause.start].low in _POINTING:
        beside.append(clause.finite + 1)
    for mark in sentence.fragments:
        inside = sentence.within(mark.span)
        first = sentence.tokens[inside.start + 1]
        if inside.start in beside and first.word.letters and not first.word.upper:
            return (mark.span,)
    return ()


def own_subject(sentence: Sentence, i: int) -> tuple[Span, ...]:
    """The subject that stands in clause ``i`` itself, () where it has none."""
    best = best_subject(sentence, i)
    return () if best is None else (with_apposition(sentence, i, best),)


def heaviest(sentence: Sentence, i: int, speaker: tuple[Span, ...]) -> float:
    """The highest weight of the phrases of clause ``i`` in a speaker; a person's for none there."""
    weights = (
        weight(sentence.tokens, phrase)
        for phrase in sentence.phrases(i)
        if any(a <= sentence.phrase_span(phrase).start < b for a, b in speaker)
    )
    return max(weights, default=PERSON)


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
