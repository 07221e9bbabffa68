"""Which clause holds the words that a clause before it reports.

Shapes of the reported clause: dass, ob, w-words; an infinitive with zu (not "um … zu"); a main
clause; "…, wenn A sei, werde B"; a piece whose verb comes later ("…, über den Versuch, das zu
verhindern, sei er enttäuscht"). Relative clauses and appositions may stand before it.
"""

from __future__ import annotations

from claimtrack.extract.mood import konjunktiv
from claimtrack.extract.sentence import Sentence
from claimtrack.lexicon import classes

_WORDS = classes("speech_words")
_REACH = 5
_REACH_OF_VERB = 3


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
