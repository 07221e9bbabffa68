"""The words first, the frame behind or inside them.

Shapes: "Das sei falsch, sagte X"; "Er habe, sagte X, nichts gewusst"; "…, so X"; "…, wie X mitteilte";
"Wie X mitteilte, …"; "…, heißt es in dem Bericht".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.content import last_clause
from claimtrack.extract.cues import Cue, verb_cue
from claimtrack.extract.passage import Sentence
from claimtrack.extract.speakers import subject
from claimtrack.german.clauses import Clause
from claimtrack.german.phrases import phrases
from claimtrack.model import Span


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for every frame that stands behind, inside or (with wie) before its words."""
    for i, clause in enumerate(sentence.clauses):
        frame = _frame(sentence, i, clause)
        if frame is None:
            continue
        cue, speaker, cue_spans, rule = frame
        spans = _around(sentence, i, rule)
        if spans:
            yield Candidate(
                kind="indirect",
                rule=rule,
                spans=spans,
                sentence=sentence.index,
                score=0.9,
                speaker=speaker,
                cue=cue_spans,
                frame=(sentence.span(clause.start, clause.end),),
                stance=cue.stance,
                lemma=cue.lemma,
            )


Frame = tuple[Cue, tuple[Span, ...], tuple[Span, ...], str]


def _frame(sentence: Sentence, i: int, clause: Clause) -> Frame | None:
    if clause.kind == "w" or clause.kind == "sub":
        return _wie(sentence, i, clause)
    if clause.kind == "frag" and i > 0 and clause.before in (",", "–", ""):
        return _so(sentence, clause)
    if i == 0 or not (clause.verb_first or _pointing(sentence, clause)):
        return None
    before = sentence.clauses[i - 1]
    if before.kind == "quote" or clause.before not in (",", "–", "-"):
        return None
    if before.kind == "frag" and not _has_main(sentence, i):
        return None
    cue = verb_cue(sentence, clause)
    loose = before.kind == "dass" or not clause.verb_first
    if (
        cue is None
        or not ("v" in cue.frames or (loose and "d" in cue.frames))
        or clause.predicate is None
        or clause.predicate.konjunktiv
    ):
        return None
    if not _said_before(sentence, i, cue):
        return None
    tokens = sentence.tokens
    spans = tuple(Span(tokens[j].start, tokens[j].end) for j in clause.predicate.verbs)
    return cue, subject(sentence, i), spans, "inverted"


def _pointing(sentence: Sentence, clause: Clause) -> bool:
    """ "…, so glaubt man", "…, das entschied die NASA": a pointing word right before the verb."""
    predicate = clause.predicate
    if clause.kind != "main" or predicate is None or predicate.finite is None:
        return False
    return (
        sentence.tokens[clause.start].low in ("so", "das", "dies")
        and predicate.finite <= clause.start + 2
    )


def _has_main(sentence: Sentence, i: int) -> bool:
    return any(clause.kind in ("main", "dass") for clause in sentence.clauses[:i])


def _said_before(sentence: Sentence, i: int, cue: Cue) -> bool:
    """Whether a clause that can be reported stands before: a main clause, not the start of this one.

    "Nachdem X gekommen war, sagte er" and "In Y, das …, findet Z statt" have none.
    """
    main = next(
        (c for c in sentence.clauses[:i] if c.kind in ("main", "dass") and c.predicate), None
    )
    if main is None or main.predicate is None:
        return False
    if sentence.tokens[sentence.clauses[i].start].low in ("das", "dies", "so"):
        return True
    return main.predicate.konjunktiv or main.kind == "dass" or "i" in cue.frames


def _wie(sentence: Sentence, i: int, clause: Clause) -> Frame | None:
    """ "wie X mitteilte", "wie es heißt", "wie aus dem Bericht hervorgeht"."""
    opener = clause.opener if clause.opener is not None else clause.start
    if sentence.tokens[opener].low != "wie":
        return None
    cue = verb_cue(sentence, clause)
    if cue is None or not set("dk") & set(cue.frames) or cue.frames == "z":
        return None
    assert clause.predicate is not None
    tokens = sentence.tokens
    verbs = tuple(Span(tokens[j].start, tokens[j].end) for j in clause.predicate.verbs)
    cue_spans = (Span(tokens[opener].start, tokens[opener].end), *verbs)
    return cue, subject(sentence, i) or _source(sentence, clause), cue_spans, "wie"


def _source(sentence: Sentence, clause: Clause) -> tuple[Span, ...]:
    """ "wie aus dem Bericht hervorgeht", "wie von der Polizei mitgeteilt wurde": the source in a phrase."""
    for phrase in phrases(sentence.tokens, clause.start, clause.end):
        if phrase.governed in ("aus", "von", "vom", "in", "im", "bei", "durch"):
            return (sentence.span(phrase.start, phrase.end),)
    return ()


def _so(sentence: Sentence, clause: Clause) -> Frame | None:
    """ ", so X": nothing but "so" and a noun phrase."""
    tokens = sentence.tokens
    if tokens[clause.start].low != "so" or clause.end - clause.start < 2:
        return None
    found = next(iter(phrases(tokens, clause.start + 1, clause.end)), None)
    if found is None or found.start > clause.start + 2 or found.governed:
        return None
    cue = Cue("so", "asserts", "v")
    word = tokens[clause.start]
    speaker = (sentence.span(found.start, clause.end),)
    return cue, speaker, (Span(word.start, word.end),), "so"


def _around(sentence: Sentence, i: int, rule: str) -> tuple[Span, ...]:
    """The words around frame i: what stands before it and what goes on behind it."""
    clauses = sentence.clauses
    first = i
    while (
        first > 0 and clauses[first - 1].kind != "quote" and clauses[first].before not in (";", ":")
    ):
        if first < i and _own_report(sentence, first):
            break
        first -= 1
    spans: list[Span] = []
    if first < i:
        spans.append(sentence.span(clauses[first].start, clauses[i - 1].end))
    if i + 1 < len(clauses) and _resumes(sentence, i, rule, bool(spans)):
        last = last_clause(sentence, i + 1) if spans else _rest(sentence, i + 1)
        spans.append(sentence.span(clauses[i + 1].start, clauses[last].end))
    return tuple(span for span in spans if _worth(sentence, span))


def _own_report(sentence: Sentence, i: int) -> bool:
    """A coordinated clause whose own words begin here: "X kam und sagte …", not "… und würden gehen"."""
    clause = sentence.clauses[i]
    return (
        clause.before == "und"
        and clause.kind == "main"
        and not (clause.predicate is not None and clause.predicate.konjunktiv)
    )


def _resumes(sentence: Sentence, i: int, rule: str, has_before: bool) -> bool:
    following = sentence.clauses[i + 1]
    if (
        rule in ("inverted", "so", "wie")
        and has_before
        and following.kind == "frag"
        and i + 2 >= len(sentence.clauses)
    ):
        return False
    if following.before in (";", ":") or following.kind == "quote":
        return False
    if not has_before:
        return True
    if (
        following.before == "und"
        and following.kind == "main"
        and not (following.predicate is not None and following.predicate.konjunktiv)
    ):
        return False
    if rule == "inverted" and following.kind in ("dass", "rel"):
        return following.kind == "dass"
    return True


def _rest(sentence: Sentence, first: int) -> int:
    last = first
    for j in range(first + 1, len(sentence.clauses)):
        if sentence.clauses[j].before in (";", ":") or sentence.clauses[j].kind == "quote":
            break
        last = j
    return last


def _worth(sentence: Sentence, span: Span) -> bool:
    return span.end - span.start > 3
