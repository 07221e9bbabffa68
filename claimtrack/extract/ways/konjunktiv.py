"""A clause in the Konjunktiv I that no other way has claimed: reported speech by its mood alone.

Shapes: a whole sentence ("Die Lage sei ernst."), which goes on with the last speaker; a
subordinate clause ("…, weil er krank sei"; "…, da er jeder Grundlage entbehre"), whose speaker is
the subject of the clause that governs it; a dass-clause in the Konjunktiv behind any verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.content import last_clause, words_of
from claimtrack.extract.passage import Sentence
from claimtrack.extract.speakers import subject
from claimtrack.german.clauses import Clause
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")


def find(sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for clauses in the Konjunktiv: free ones and governed ones."""
    clauses = sentence.clauses
    i = 0
    while i < len(clauses):
        clause = clauses[i]
        if not _reported(sentence, clause):
            i += 1
            continue
        last = last_clause(sentence, i)
        if clause.kind == "main" and all(_free(c) for c in clauses[:i]):
            yield _whole(sentence, i)
            return
        yield _governed(sentence, i, last)
        i = last + 1


def continued(sentence: Sentence) -> Iterator[Candidate]:
    """A sentence in the Konjunktiv II as it goes on behind reported speech ("Die Straßen wären
    gesperrt"): only the caller knows whether reported speech stands before it."""
    for i, clause in enumerate(sentence.clauses):
        predicate = clause.predicate
        if clause.kind != "main" or predicate is None or predicate.finite is None:
            continue
        if sentence.tokens[predicate.finite].low in _WORDS["own_voice"]:
            return
        if predicate.konjunktiv and all(_free(c) for c in sentence.clauses[:i]):
            yield _whole(sentence, i)
        return


def _reported(sentence: Sentence, clause: Clause) -> bool:
    predicate = clause.predicate
    if predicate is None or not predicate.konjunktiv_one:
        return False
    tokens = sentence.tokens[clause.start : clause.end]
    if any(token.low in ("möge", "mögen", "es sei denn") for token in tokens):
        return False
    return not (clause.start == 0 and clause.verb_first and tokens[0].low in ("sei", "seien"))


def _free(clause: Clause) -> bool:
    """What may stand before a free Konjunktiv clause: its own subordinate clauses and pieces."""
    return clause.kind in ("sub", "frag", "rel", "w", "zu", "dass") or (
        clause.predicate is not None and clause.predicate.konjunktiv
    )


def _whole(sentence: Sentence, i: int) -> Candidate:
    return Candidate(
        kind="free_indirect",
        rule="konjunktiv+free",
        spans=(sentence.span(0, len(sentence.tokens)),),
        sentence=sentence.index,
        score=0.85,
        carried=True,
    )


def _governed(sentence: Sentence, first: int, last: int) -> Candidate:
    governor = next((j for j in range(first - 1, -1, -1) if _governs(sentence.clauses[j])), None)
    frame = sentence.clauses[governor] if governor is not None else None
    return Candidate(
        kind="indirect",
        rule="konjunktiv+governed",
        spans=(words_of(sentence, first, last),),
        sentence=sentence.index,
        score=0.7,
        speaker=subject(sentence, governor) if governor is not None else (),
        frame=(sentence.span(frame.start, frame.end),) if frame else (),
        carried=governor is None,
    )


def _governs(clause: Clause) -> bool:
    return (
        clause.predicate is not None
        and not clause.predicate.konjunktiv
        and clause.predicate.finite is not None
    )
