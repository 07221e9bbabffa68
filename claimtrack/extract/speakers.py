"""Who speaks: the subject of a reporting clause, ranked by form, place, number and kind of noun.

Shapes: "X sagte"; "…, sagte X"; "X, Y von Z, sagte"; "X, der …, sagte"; "sagte X und fügte hinzu";
passives with von or durch ("wurde von X bestätigt"); pronouns. An object moved to the front is
none: its article or the number of the verb shows it. Where nothing fits the answer is empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.passage import Sentence
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.clauses import Clause
from claimtrack.german.names import is_first_name
from claimtrack.german.occasions import time_noun
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")

_KINDS = {"person": 3.0, "organisation": 2.5, "outlet": 2.5, "document": 1.2, "place": 0.3}
_AGENT = frozenset({"von", "vom", "durch"})


def subject(sentence: Sentence, index: int) -> tuple[Span, ...]:
    """The mention of the speaker of clause ``index``, or () when it names none."""
    clause = sentence.clauses[index]
    predicate = clause.predicate
    if predicate is None:
        return ()
    if predicate.zu:
        return _coordinated(sentence, index)
    if predicate.passive and "zitieren" not in predicate.lemmas:
        return agent(sentence, clause) or source(sentence, clause, least=1.2, most=2.4)
    if clause.kind == "rel" and (pronoun := _relative(sentence, clause)):
        return pronoun
    if _WORDS["impersonal"] & set(predicate.lemmas):
        return source(sentence, clause, least=0.3)
    if (
        "zitieren" in predicate.lemmas
        and not predicate.passive
        and (cited := _cited(sentence, clause))
    ):
        return cited
    best = _best(sentence, clause)
    if clause.verb_first:
        elided = clause.before == "und" or sentence.tokens[clause.start].low in (
            "und",
            "aber",
            "sowie",
        )
        before = _interrupted(sentence, index) or (_coordinated(sentence, index) if elided else ())
        if before:
            return before
        if best is None:
            return _coordinated(sentence, index)
    if best is None:
        return _interrupted(sentence, index)
    return (_with_apposition(sentence, index, best),)


def _cited(sentence: Sentence, clause: Clause) -> tuple[Span, ...]:
    """ "Der Sender zitierte den Minister mit den Worten": the one who is quoted is the object."""
    finite = clause.predicate.finite if clause.predicate else None
    found = [
        p
        for p in _phrases(sentence, clause)
        if p.governed is None and finite is not None and p.start > finite
    ]
    able = [p for p in found if _weight(sentence, p) >= 1.6]
    objects = [p for p in able if not p.nominative(sentence.tokens)] or able[-1:]
    if not objects or (clause.verb_first and len(able) < 2):
        return ()
    return (sentence.span(objects[0].start, objects[0].end),)


def _relative(sentence: Sentence, clause: Clause) -> tuple[Span, ...]:
    """The relative pronoun that is the subject: "ein Bericht, der davon ausgeht", not "dem", "in der"."""
    if clause.opener is None:
        return ()
    token = sentence.tokens[clause.opener]
    if token.low not in ("der", "die", "das", "welcher", "welche", "welches"):
        return ()
    others = [
        p
        for p in _phrases(sentence, clause)
        if p.start > clause.opener and p.nominative(sentence.tokens)
    ]
    if token.low != "der" and any(_weight(sentence, phrase) >= 2 for phrase in others):
        return ()
    return (Span(token.start, token.end),)


def source(
    sentence: Sentence, clause: Clause, *, least: float = 1.0, most: float = 9.0
) -> tuple[Span, ...]:
    """A source named in a phrase: "aus dem Bericht geht hervor", "in der Erklärung heißt es"."""
    for phrase in _phrases(sentence, clause):
        if phrase.governed in _WORDS["source"] and least <= _weight(sentence, phrase) <= most:
            return (sentence.span(phrase.start, phrase.end),)
    return ()


def ahead_of_colon(sentence: Sentence, index: int) -> tuple[Span, ...]:
    """ "Ein Beamter der Polizei: „…“": the first phrase of the pieces before a colon, no verb in them."""
    first = index
    while (
        first > 0
        and sentence.clauses[first - 1].kind in ("frag", "rel")
        and sentence.clauses[first].before in (":", ",")
    ):
        first -= 1
    if first == index or sentence.clauses[index].before != ":":
        return ()
    clause = sentence.clauses[first]
    for phrase in _phrases(sentence, clause):
        if _weight(sentence, phrase) >= 1.2 and (phrase.governed in (None, "von")):
            return (_with_apposition(sentence, first, phrase),)
    return ()


def agent(sentence: Sentence, clause: Clause) -> tuple[Span, ...]:
    """Who does what a passive tells: "wurde von der Polizei mitgeteilt"."""
    for phrase in _phrases(sentence, clause):
        if phrase.governed in _AGENT and _weight(sentence, phrase) > 0:
            return (sentence.span(phrase.start, phrase.end),)
    return ()


def _best(sentence: Sentence, clause: Clause) -> Phrase | None:
    found = [
        (_score(sentence, clause, phrase), -phrase.start, phrase)
        for phrase in _phrases(sentence, clause)
        if phrase.nominative(sentence.tokens)
    ]
    if not found:
        return None
    score, _, phrase = max(found, key=lambda item: item[:2])
    return phrase if score > 0 else None


def _phrases(sentence: Sentence, clause: Clause) -> Iterator[Phrase]:
    verbs = clause.predicate.verbs if clause.predicate else ()
    start = clause.start
    if clause.opener is not None and clause.kind in ("sub", "dass", "w"):
        start = clause.opener + 1
    return phrases(sentence.tokens, start, clause.end, verbs)


def _score(sentence: Sentence, clause: Clause, phrase: Phrase) -> float:
    predicate = clause.predicate
    score = _weight(sentence, phrase)
    finite = predicate.finite if predicate else None
    if finite is not None and clause.kind == "main":
        if phrase.end == finite:
            score += 2.2
        elif phrase.start == finite + 1:
            score += 1.5
        elif phrase.start < finite:
            score += 0.8
    elif clause.opener is not None and phrase.start <= clause.opener + 2:
        score += 2.0 if phrase.start == clause.opener + 1 else 0.8
    plural = _plural(sentence, phrase)
    if plural is not None and predicate is not None and finite is not None:
        score += 1.0 if plural == predicate.plural else -2.5
    return score


def _weight(sentence: Sentence, phrase: Phrase) -> float:
    """How well the noun can speak: people, bodies, outlets; names; hardly things."""
    token = sentence.tokens[phrase.head]
    low = token.low
    if "subject_pronoun" in token.word.classes and phrase.end - phrase.start == 1:
        return (
            -3.0
            if low in ("es", "man", "ich", "wir", "das", "dies", "dieses", "alles", "alle", "viele")
            else 2.6
        )
    if not token.word.capital:
        return -3.0 if low in ("das", "dies", "es") else 0.5
    if time_noun(low):
        return -3.0
    for i in range(phrase.start, phrase.core):
        if sentence.tokens[i].word.capital:
            kind = speaker_noun(sentence.tokens[i].text)
            if kind is not None:
                return _KINDS.get(kind, 0.0)
    return _unknown(sentence, phrase)


def _unknown(sentence: Sentence, phrase: Phrase) -> float:
    """A noun or name that no list knows: names speak, agent nouns in -er may, things hardly."""
    tokens = sentence.tokens[phrase.start : phrase.core]
    if any(is_first_name(token.text) for token in tokens):
        return 3.0
    first, head = tokens[0], tokens[-1]
    if first.word.capital and not first.word.classes:
        return 2.0 if len(tokens) > 1 or head.text.isupper() else 1.6
    if len(tokens) > 2 or head.text.isupper():
        return 1.6
    return (
        0.9
        if first.low in ("der", "ein") and head.low.endswith(("er", "or", "ist", "ent", "ant"))
        else 0.2
    )


def _plural(sentence: Sentence, phrase: Phrase) -> bool | None:
    """Whether a phrase is plural, by its coordination, determiner or number; None when unclear."""
    tokens = sentence.tokens
    first = tokens[phrase.start].low
    if any(token.low in ("und", "sowie") for token in tokens[phrase.core : phrase.end]):
        return True
    if first in ("ein", "eine", "der", "das", "er", "man", "dieser", "jeder", "es"):
        return False
    if first in (
        "viele",
        "einige",
        "mehrere",
        "beide",
        "zahlreiche",
        "alle",
        "manche",
        "zwei",
        "drei",
        "wir",
    ):
        return True
    if first == "die" and tokens[phrase.head].low.endswith(
        ("ung", "heit", "keit", "schaft", "in", "tät", "ion", "ei")
    ):
        return False
    return None


def _interrupted(sentence: Sentence, index: int) -> tuple[Span, ...]:
    """The subject stands before what interrupts it: "X, Sprecher von Y, sagte", "X, der …, sagte"."""
    i = index - 1
    while i >= 0 and sentence.clauses[i].kind in ("rel", "frag"):
        i -= 1
    first = next((j for j in range(i + 1, index) if sentence.clauses[j].kind == "frag"), None)
    if first is None or sentence.clauses[first].before in (":", "("):
        return ()
    if (
        i >= 0
        and sentence.clauses[first].before == ","
        and sentence.clauses[i].kind in ("main", "quote", "dass")
    ):
        return ()
    clause = sentence.clauses[first]
    chosen: Phrase | None = None
    for phrase in _phrases(sentence, clause):
        if phrase.nominative(sentence.tokens) and _weight(sentence, phrase) > 0:
            chosen = phrase
            break
    if chosen is None:
        return ()
    return (_with_apposition(sentence, first, chosen),)


def _with_apposition(sentence: Sentence, index: int, phrase: Phrase) -> Span:
    """Add an apposition: "der Generalsekretär, Mark Rutte", "Lothar Nicht, Dezernent der Stadt"."""
    end = _told_to(sentence, phrase)
    if end == sentence.clauses[index].end:
        following = index + 1
        if following < len(sentence.clauses) and _apposition(sentence, following):
            end = sentence.clauses[following].end
    return sentence.span(phrase.start, end)


def _told_to(sentence: Sentence, phrase: Phrase) -> int:
    """Where a phrase ends when the outlet that was told (dative) looks like its genitive.

    "ein Sprecher des Ministeriums der Nachrichtenagentur Reuters" ends before the agency.
    """
    for i in range(phrase.core, phrase.end - 1):
        token = sentence.tokens[i]
        if token.low in ("der", "dem") and speaker_noun(sentence.tokens[i + 1].text) == "outlet":
            return i
    return phrase.end


def _apposition(sentence: Sentence, index: int) -> bool:
    clause = sentence.clauses[index]
    if (
        clause.kind != "frag"
        or clause.before not in (",", "(")
        or index + 1 >= len(sentence.clauses)
    ):
        return False
    if sentence.clauses[index + 1].before not in (",", ")", ""):
        return False
    first = sentence.tokens[clause.start]
    return first.word.capital or bool(first.word.classes & {"article", "determiner"})


def _coordinated(sentence: Sentence, index: int) -> tuple[Span, ...]:
    """The subject of the main clause before: "X bestätigte das und fügte hinzu, …"."""
    for i in range(index - 1, -1, -1):
        clause = sentence.clauses[i]
        if (
            clause.kind == "main"
            and clause.predicate is not None
            and not clause.predicate.konjunktiv
        ):
            return subject(sentence, i)
    return ()


def holder(sentence: Sentence, index: int, noun: int) -> tuple[Span, ...]:
    """Whose a reported noun is: its genitive or von-phrase, else the subject that can speak.

    Shapes: "die Forderung des Vorsitzenden, …", "der Vorwurf der CDU, …", "X vertrat die Ansicht, …".
    """
    clause = sentence.clauses[index]
    others = []
    for phrase in _phrases(sentence, clause):
        if not phrase.start <= noun < phrase.end:
            others.append(phrase)
        elif phrase.core < phrase.end and sentence.tokens[phrase.core].low not in _WORDS["unowned"]:
            return (sentence.span(phrase.core, phrase.end),)
    able = [p for p in others if p.nominative(sentence.tokens) and _weight(sentence, p) >= 1.2]
    if able:
        best = max(able, key=lambda p: _score(sentence, clause, p))
        return (_with_apposition(sentence, index, best),)
    return agent(sentence, clause) or _interrupted(sentence, index)


def told_by(sentence: Sentence) -> tuple[Span, ...]:
    """The subject of a sentence that may go on to speak in the next one, if it can speak at all."""
    for i, clause in enumerate(sentence.clauses):
        if clause.kind == "main" and clause.predicate is not None:
            if clause.predicate.passive:
                return ()
            found = _best(sentence, clause)
            if found is not None and _weight(sentence, found) >= 2.4:
                return subject(sentence, i)
            return _interrupted(sentence, i) if found is None else ()
    return ()


def antecedent(sentence: Sentence, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """What a relative pronoun points to: the phrase right before its clause; () for other mentions."""
    if len(spans) != 1:
        return ()
    for i, clause in enumerate(sentence.clauses):
        opener = clause.opener
        if (
            clause.kind == "rel"
            and opener is not None
            and sentence.tokens[opener].start == spans[0].start
        ):
            if sentence.tokens[opener].end != spans[0].end or i == 0:
                return ()
            before = sentence.clauses[i - 1]
            found = list(_phrases(sentence, before))
            return (sentence.span(found[-1].start, found[-1].end),) if found else ()
    return ()
