"""How far reported words reach: from the clause where they begin to the clause where they end."""

from __future__ import annotations

from claimtrack.extract.cues import verb_cue
from claimtrack.extract.passage import Sentence
from claimtrack.german.clauses import Clause
from claimtrack.model import Span

_INSIDE = frozenset({"dass", "rel", "sub", "w", "zu"})


def last_clause(sentence: Sentence, first: int) -> int:
    """The last clause (inclusive) of reported words that begin with clause ``first``.

    They go on over subordinate clauses, infinitives, appositions, and main clauses in the
    Konjunktiv; a main clause in the indicative ends them, unless its verb stands last and so
    it only carries on a dass-clause ("dass A komme und B gehen wird").
    """
    clauses = sentence.clauses
    end = first
    for i in range(first + 1, len(clauses)):
        if not _goes_on(sentence, clauses[first], clauses[i], i):
            break
        end = i
    return end


def _goes_on(sentence: Sentence, first: Clause, clause: Clause, i: int) -> bool:
    if _inside_marks(sentence, first, clause):
        return True
    if clause.before == ";":
        return clause.predicate is not None and clause.predicate.konjunktiv
    if clause.before == ":" and clause.kind != "frag":
        return False
    if clause.kind in _INSIDE:
        return not _resumes(sentence, clause)
    if clause.kind == "quote":
        return clause.before != ":"
    if clause.kind == "frag":
        return not _frame_rest(sentence, clause)
    predicate = clause.predicate
    if predicate is None:
        return False
    if predicate.konjunktiv or (
        clause.before == "und" and predicate.modal in ("sollen", "wollen", "müssen")
    ):
        return not (clause.verb_first and verb_cue(sentence, clause) and clause.before != "und")
    if first.kind == "dass" and clause.before == "und":
        return predicate.finite is not None and predicate.finite >= clause.end - 1
    return False


def _inside_marks(sentence: Sentence, first: Clause, clause: Clause) -> bool:
    """Whether marks that opened in the words so far are still open here."""
    start, here = sentence.tokens[first.start].start, sentence.tokens[clause.start].start
    return any(start <= mark.span.start < here < mark.inner.end for mark in sentence.fragments)


def answers(sentence: Sentence, clause: Clause) -> bool:
    """ "…, was X bestreitet": somebody's answer to the words before it."""
    opener = sentence.tokens[clause.opener if clause.opener is not None else clause.start].low
    cue = verb_cue(sentence, clause)
    return opener == "was" and cue is not None and cue.stance in ("denies", "confirms", "doubts")


def _resumes(sentence: Sentence, clause: Clause) -> bool:
    """ "…, wie er sagte" is a frame of its own, and so is "was er bestreitet"."""
    return answers(sentence, clause) or (
        clause.kind == "w"
        and sentence.tokens[clause.opener or clause.start].low == "wie"
        and verb_cue(sentence, clause) is not None
        and clause.predicate is not None
        and clause.predicate.modal is None
    )


def _frame_rest(sentence: Sentence, clause: Clause) -> bool:
    """The prefix or participle that closes the frame: "teilte er, …, mit"; "so X"."""
    words = [token for token in sentence.tokens[clause.start : clause.end] if token.word.letters]
    if not words:
        return False
    if (
        words[0].low == "so"
        and len(words) > 1
        and words[1].word.capital | bool(words[1].word.classes & {"article"})
    ):
        return True
    if len(words) > 2:
        return False
    return "prefix" in words[-1].word.classes or (
        words[-1].word.verb is not None and not words[-1].word.capital and len(words) == 1
    )


def words_of(sentence: Sentence, first: int, last: int, *, start: int | None = None) -> Span:
    """The span of the clauses ``first`` to ``last`` (inclusive), leading coordinators dropped."""
    begin = sentence.clauses[first].start if start is None else start
    clause = sentence.clauses[first]
    while begin < clause.end - 1 and sentence.tokens[begin].low in ("und", "aber", "sondern"):
        begin += 1
    return sentence.span(begin, sentence.clauses[last].end)
