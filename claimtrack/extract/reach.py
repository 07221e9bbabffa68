"""Where reported words begin and how far they reach, clause by clause.

Shapes of the clause that a reporting clause opens: dass, ob, w-words; an infinitive with zu (not
"um … zu"); a main clause; "…, wenn A sei, werde B"; a piece whose verb comes later ("…, über den
Versuch, das zu verhindern, sei er enttäuscht"). Relative clauses and appositions may stand before.
"""

from __future__ import annotations

from claimtrack.extract.sentence import Sentence
from claimtrack.german.clauses import Clause, konjunktiv
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_REACH = 5
"""Clauses behind a reporting clause among which its words are looked for."""

_REACH_OF_VERB = 3
"""Clauses behind a piece among which its verb is looked for."""

_SUBORDINATE = frozenset({"dass", "rel", "sub", "w", "zu"})
_PREFIELD = frozenset({"w", "sub", "frag", "rel", "zu"})
"""Clauses that can stand before the verb of a main clause."""

ANSWERS = frozenset({"denies", "confirms", "doubts"})
"""Stances of who answers words that somebody else said."""


def complement(sentence: Sentence, i: int) -> int | None:
    """The clause that holds what clause ``i`` reports, if it reports anything; None for none."""
    for j in range(i + 1, min(len(sentence.clauses), i + 1 + _REACH)):
        clause = sentence.clauses[j]
        if clause.head == i:
            continue
        if _holds_words(sentence, i, j):
            return j
        if clause.kind in ("zu", "main", "quote") or clause.before in (";", ":"):
            return None
    return None


def _holds_words(sentence: Sentence, i: int, j: int) -> bool:
    clause, next_to = sentence.clauses[j], j == i + 1
    if clause.kind == "zu":
        return not _purpose(sentence, j)
    if clause.kind == "main":
        return not (clause.verb_first and clause.before in (",", ""))
    if clause.kind == "sub":
        return next_to and _conditional(sentence, j)
    if clause.kind == "frag":
        return next_to and clause.before in (",", ":") and _verb_later(sentence, i, j)
    return clause.kind in ("dass", "w")


def opens_words(sentence: Sentence, j: int) -> bool:
    """Whether clause ``j`` stands before the verb of reported words in the Konjunktiv.

    "sagte, wer das wolle, müsse zahlen"; "sagte, wie es weitergehe, sei offen".
    """
    clauses = sentence.clauses
    first = clauses[j].kind in ("w", "rel") and clauses[j].before == ","
    if not first or j + 1 >= len(clauses) or clauses[j + 1].before != ",":
        return False
    return clauses[j + 1].verb_first and konjunktiv(clauses[j + 1])


def _conditional(sentence: Sentence, j: int) -> bool:
    """A condition opens the reported words: "sagte, wenn das so komme, werde er …"."""
    return j + 1 < len(sentence.clauses) and konjunktiv(sentence.clauses[j + 1])


def _verb_later(sentence: Sentence, i: int, j: int) -> bool:
    return _later_konjunktiv(sentence, j) or later_infinitive(sentence, i, j)


def _later_konjunktiv(sentence: Sentence, j: int) -> bool:
    """The verb of the piece comes later: "erklärte, über das, was war, sei er enttäuscht"."""
    behind = sentence.clauses[j + 1 : j + 1 + _REACH_OF_VERB]
    main = next((clause for clause in behind if clause.kind == "main"), None)
    return main is not None and main.verb_first and konjunktiv(main)


def later_infinitive(sentence: Sentence, i: int, j: int) -> bool:
    """Whether an infinitive of the verb of clause ``i`` follows the piece ``j``.

    "kündigte an, mit allen Parteien, auch der PCRM, verhandeln zu wollen".
    """
    cue = sentence.cues[i]
    if cue is None or "z" not in cue.frames:
        return False
    for k in range(j + 1, min(len(sentence.clauses), j + 1 + _REACH_OF_VERB)):
        if sentence.clauses[k].kind not in ("frag", "rel"):
            return sentence.clauses[k].kind == "zu" and not _purpose(sentence, k)
    return False


def _purpose(sentence: Sentence, i: int) -> bool:
    """An infinitive that reports nothing: "um … zu", "ohne … zu", "statt … zu"."""
    return not _WORDS["purpose"].isdisjoint(sentence.words(i)[:2])


def last_clause(sentence: Sentence, first: int) -> int:
    """The last clause (inclusive) of reported words that begin with clause ``first``.

    They go on over subordinate clauses, infinitives, appositions, and main clauses in the
    Konjunktiv; a main clause in the indicative ends them, unless its verb stands last and so
    it only carries on a dass-clause ("dass A komme und B gehen wird").
    """
    last = first
    while last + 1 < len(sentence.clauses) and _goes_on(sentence, first, last + 1):
        last += 1
    return last


def words_of(sentence: Sentence, first: int, last: int) -> Span:
    """The span of the clauses ``first`` to ``last`` (inclusive), leading coordinators dropped."""
    clause = sentence.clauses[first]
    start = clause.start
    while start < clause.end - 1 and sentence.tokens[start].low in _WORDS["leading"]:
        start += 1
    return sentence.span(start, sentence.clauses[last].end)


def answers(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` is an answer to the words before it: "…, was X bestreitet"."""
    cue = sentence.cues[i]
    return cue is not None and cue.stance in ANSWERS and sentence.opening(i) == "was"


def _goes_on(sentence: Sentence, first: int, i: int) -> bool:
    clause = sentence.clauses[i]
    if _inside_marks(sentence, first, i):
        return True
    if clause.before == ";":
        return konjunktiv(clause) and sentence.clauses[first].kind != "dass"
    if clause.before == ":" and clause.kind != "frag":
        return False
    if clause.kind in _SUBORDINATE:
        return not (answers(sentence, i) or _wie_frame(sentence, i))
    if clause.kind == "frag":
        return not _closes_frame(sentence, clause)
    return clause.kind == "quote" or _main_goes_on(sentence, first, i)


def _main_goes_on(sentence: Sentence, first: int, i: int) -> bool:
    """A main clause in the Konjunktiv, or one whose last word is the verb of a dass-clause.

    The Konjunktiv right behind its comma may be a frame ("…, sage er"), but not behind "sondern" or
    where the words had no main clause yet ("wer das wolle, müsse …").
    """
    clause = sentence.clauses[i]
    predicate, coordinated = clause.predicate, clause.before == "und"
    if predicate is None:
        return False
    led = coordinated or sentence.tokens[clause.start].low in _WORDS["leading"]
    if predicate.konjunktiv and _first_main(sentence, first, i):
        return True
    if _shares_auxiliary(sentence, i):
        return True
    if predicate.konjunktiv or (coordinated and predicate.modal in _WORDS["reported_modal"]):
        return led or not (clause.verb_first and sentence.cues[i])
    verb_last = predicate.finite is not None and predicate.finite >= clause.end - 1
    goes_on = coordinated or (led and not clause.verb_first)
    return goes_on and verb_last and sentence.clauses[first].kind == "dass"


def _first_main(sentence: Sentence, first: int, i: int) -> bool:
    """Whether only what stands before its verb leads up to main clause ``i``."""
    leading = sentence.clauses[first:i]
    return sentence.clauses[i].verb_first and all(c.kind in _PREFIELD for c in leading)


def _shares_auxiliary(sentence: Sentence, i: int) -> bool:
    """Whether clause ``i`` ends in a participle whose auxiliary stands in the Konjunktiv before.

    "der Fahrer sei gestürzt, sein Wagen erst am Morgen entdeckt worden".
    """
    clause, before = sentence.clauses[i], sentence.clauses[i - 1]
    if clause.before != "," or clause.verb_first or not konjunktiv(before):
        return False
    if before.finite is None or not sentence.tokens[before.finite].word.auxiliary:
        return False
    last = sentence.tokens[clause.end - 1].word
    finite = None if clause.finite is None else sentence.tokens[clause.finite].word
    others = finite is not None and finite.verb is not None and not finite.verb.participle
    return last.verb is not None and last.verb.participle and not others


def _inside_marks(sentence: Sentence, first: int, i: int) -> bool:
    """Whether marks that opened in the words so far are still open at clause ``i``."""
    start, here = sentence.clause_span(first).start, sentence.clause_span(i).start
    return any(start <= mark.span.start < here < mark.inner.end for mark in sentence.fragments)


def _wie_frame(sentence: Sentence, i: int) -> bool:
    """Whether a clause is a frame of its own: "…, wie er sagte"."""
    clause, cue = sentence.clauses[i], sentence.cues[i]
    if clause.kind != "w" or clause.predicate is None or cue is None:
        return False
    return sentence.opening(i) == "wie" and clause.predicate.modal is None


def _closes_frame(sentence: Sentence, clause: Clause) -> bool:
    """The prefix or participle that closes the frame ("teilte er, …, mit"), or "so X"."""
    words = [token for token in sentence.tokens[clause.start : clause.end] if token.word.letters]
    if len(words) > 1 and words[0].low == "so" and _starts_phrase(words[1]):
        return True
    if not words or len(words) > 2:
        return False
    last = words[-1].word
    alone = len(words) == 1 and last.verb is not None and not last.capital
    return alone or "prefix" in last.classes


def _starts_phrase(token: Token) -> bool:
    return token.word.capital or "article" in token.word.classes
