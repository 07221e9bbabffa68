"""A reporting verb behind its words: whether the clause of one is the frame of what stands before.

Shapes: "Das sei falsch, sagte X"; "Der Vorwurf, sagte X, sei falsch"; "Zwölf Kliniken schließen,
mahnt X"; "140 Fahrten am Tag, sagt X"; "Kein Problem, sagt X"; "…, das entschied X"; "…, so glaubt
X". None: "Nachdem X gekommen war, sagte er", "Das Amt bestätigte, dass …, und gab an, …",
"Eine Sprecherin bestätigte das, bemängelt aber die Dauer".
"""

from __future__ import annotations

from claimtrack.extract.candidate import Frame
from claimtrack.extract.reach import complement
from claimtrack.extract.reporting_words import Cue
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.apposition import is_name
from claimtrack.extract.speaker.subject import best_subject
from claimtrack.extract.speaker.weight import BODY, DOCUMENT, NOBODY, weight
from claimtrack.extract.speaker.who_speaks import may_be_object, own_subject, subject
from claimtrack.german.clauses import indicative, konjunktiv
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")
_TELLING = (_WORDS["plain"] | _WORDS["telling"] | _WORDS["relaying"]) - {"finden"}


def by_listed_verb(sentence: Sentence, i: int) -> Frame | None:
    """Clause ``i`` as a frame by a listed verb: "…, sagte X", "…, das entschied X"; else None."""
    clause, cue = sentence.clauses[i], sentence.cues[i]
    if cue is None or not indicative(clause) or not (clause.verb_first or _points(sentence, i)):
        return None
    joined = "coordinator" in sentence.tokens[clause.start].word.classes
    before = sentence.clauses[i - 1]
    loose = before.kind == "dass" or not clause.verb_first
    if not ("v" in cue.frames or (loose and "d" in cue.frames)):
        return None
    between = _between(sentence, i)
    if before.kind == "quote" or not (between or _said_before(sentence, i, cue)):
        return None
    if joined or _goes_on(sentence, i):  # "Das Amt bestätigte, dass …, und gab an, …"
        return None
    own = between or _counts(sentence, i) or _cries_out(sentence, i)
    speaker = own_subject(sentence, i) if own else subject(sentence, i)
    if not speaker and cue.lemma not in _WORDS["impersonal"] and _listed(sentence, i):
        return None
    return Frame(
        "inverted", (sentence.clause_span(i),), speaker, sentence.verb_spans(i), cue.stance
    )


def _listed(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` is a verb alone in a list: "Das Rezept sei einfach: zuhören, loben"."""
    clause = sentence.clauses[i]
    return clause.end - clause.start == 1


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` goes on with what its sentence tells: "…, bemängelt die Dauer".

    It has an object only, and a main clause in the indicative before it has the subject.
    """
    best, cue = best_subject(sentence, i), sentence.cues[i]
    if cue is None or cue.lemma in _TELLING or not {"a", "i"} & {*cue.frames}:
        return False
    if best is None or not sentence.clauses[i].verb_first or not may_be_object(sentence, best):
        return False
    mains = [c for c in sentence.clauses[:i] if c.kind == "main"]
    return bool(mains) and all(map(indicative, mains)) and sentence.clauses[i].before == ","


def _between(sentence: Sentence, i: int) -> bool:
    """Whether frame ``i`` parts what stands first from its verb.

    "Der Vorwurf, sagte X, sei falsch"; with so in any mood: "In zehn Jahren, so schätzt X, ist …".
    """
    clauses = sentence.clauses
    with_so = sentence.tokens[clauses[i].start].low == "so" and _points(sentence, i)
    if i + 1 >= len(clauses) or not own_subject(sentence, i):
        return False
    pieces = all(clause.kind in ("frag", "rel") for clause in clauses[:i])
    following = clauses[i + 1]
    if not (pieces and following.verb_first):
        return False
    return with_so or (clauses[i].verb_first and konjunktiv(following))


def _points(sentence: Sentence, i: int) -> bool:
    """A pointing word right before the verb: "…, so glaubt man", "…, das entschied die NASA".

    "…, das Landratsamt weiß von 22" begins with an article.
    """
    clause = sentence.clauses[i]
    finite = clause.predicate.finite if clause.predicate else None
    pointing = sentence.tokens[clause.start].low in _WORDS["pointing"]
    if not pointing or finite is None:
        return False
    between = sentence.tokens[clause.start + 1 : finite]
    return len(between) <= 1 and not any(token.word.capital for token in between)


def _said_before(sentence: Sentence, i: int, cue: Cue) -> bool:
    """Whether a clause that can be reported stands before: not the start of this one.

    "Nachdem X gekommen war, sagte er" and "In Y, das …, findet Z statt" have none.
    """
    before = sentence.clauses[:i]
    main = next((c for c in before if c.kind in ("main", "dass") and c.predicate), None)
    if main is None:
        return (_counts(sentence, i) or _cries_out(sentence, i)) and _speaks(sentence, i, cue)
    if main.kind == "dass" or konjunktiv(main) or "i" in cue.frames:
        return True
    if main.finite is not None and sentence.tokens[main.finite].low in _WORDS["hearsay"]:
        return True  # "Jedes Dach soll begrünt werden, teilt das Amt mit"
    if _closes(sentence, i) and not main.verb_first:
        return True  # "Zwölf der 90 Kliniken schließen, mahnt der Verband"
    return sentence.tokens[sentence.clauses[i].start].low in _WORDS["pointing"]


def _counts(sentence: Sentence, i: int) -> bool:
    """Whether a count without a verb is all that stands before: "140 Fahrten am Tag, sagt X"."""
    before = sentence.clauses[:i]
    if any(clause.kind != "frag" for clause in before) or not sentence.clauses[i].verb_first:
        return False
    return bool(sentence.document.quantities_in(sentence.clause_span(0)))


def _cries_out(sentence: Sentence, i: int) -> bool:
    """Whether words without a verb are all that stands before: "Kein Problem, sagt X".

    One piece right before the verb, and nothing that is reported behind the speaker.
    """
    if i != 1 or sentence.clauses[0].kind != "frag" or not sentence.clauses[1].verb_first:
        return False
    first = next(iter(sentence.phrases(0)), None)
    if first is not None and is_name(sentence.tokens, first):
        return False
    return complement(sentence, i) is None and sentence.clauses[1].before == ","


def _speaks(sentence: Sentence, i: int, cue: Cue) -> bool:
    """Whether somebody or a paper says something in clause ``i``: no number is its subject."""
    best = best_subject(sentence, i)
    heavy = NOBODY if best is None else weight(sentence.tokens, best)
    return "v" in cue.frames and heavy >= DOCUMENT


def _closes(sentence: Sentence, i: int) -> bool:
    """Whether verb and speaker right behind a main clause can only be its frame."""
    clause, before = sentence.clauses[i], sentence.clauses[i - 1]
    best = best_subject(sentence, i)
    if best is None or clause.before != "," or before.kind not in ("main", "rel", "sub"):
        return False
    cue = sentence.cues[i]
    paper = cue is not None and cue.lemma in _WORDS["yielding"]
    return clause.verb_first and weight(sentence.tokens, best) >= (DOCUMENT if paper else BODY)
