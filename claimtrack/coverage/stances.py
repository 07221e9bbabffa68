"""Clauses that tell of a stand which somebody took, without a word of what was said.

"reagierte enttäuscht", "pochte auf den Abzug", "Kritik kam von den Kommunen": no claim is read out
of them, but whoever goes through an article wants to have seen them.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from claimtrack.lexicon import table

if TYPE_CHECKING:  # the parser is loaded when an article is read
    from claimtrack.extract.sentence import Sentence
    from claimtrack.german.clauses import Clause

_ANY = frozenset[str]()
_WITH_INFINITIVE = 2
"""Verbs of a predicate that has a modal one."""


@cache
def _words() -> dict[str, list[str]]:
    """The words of each class."""
    return {row[0]: row[1].split() for row in table("stance_verbs") if row[0].startswith("@")}


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """By infinitive the words of which one must stand in its clause; none for any."""
    rows, words = {row[0]: row[1] for row in table("stance_verbs")}, _words()
    return {
        verb: frozenset(chain.from_iterable(words.get(word, [word]) for word in row.split()))
        if row != "-"
        else _ANY
        for verb, row in rows.items()
        if verb not in words
    }


def stance(sentence: Sentence, clause: Clause) -> str | None:
    """The words by which a clause tells of a stand, such as "reagieren enttäuscht"."""
    if clause.predicate is None:
        return None
    if (plan := _plan(sentence, clause)) is not None:
        return plan
    lows = [sentence.tokens[at].low for at in range(clause.start, clause.end)]
    for lemma in clause.predicate.lemmas:
        if (needed := _verbs().get(lemma)) is not None:
            beside = next((low for low in lows if low in needed), None)
            if beside or not needed:
                return " ".join(filter(None, (lemma, beside)))
    return None


def _plan(sentence: Sentence, clause: Clause) -> str | None:
    """The modal verb of what somebody wants, or what is planned or said to be: "soll kommen"."""
    predicate = clause.predicate
    if predicate is None or predicate.finite is None or len(predicate.verbs) < _WITH_INFINITIVE:
        return None
    modal = sentence.tokens[predicate.finite].low
    return modal if modal in _words()["@plans"] else None


def heading_noun(sentence: Sentence) -> tuple[int, str] | None:
    """The noun of words that a colon announces ("Ihre Einschätzung: …"), with its index."""
    from claimtrack.extract.reporting_words import reporting_noun

    tokens = sentence.tokens
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), 0)
    if not colon or not tokens[colon - 1].word.capital or colon + 1 == len(tokens):
        return None
    cue = reporting_noun(tokens[colon - 1].low)
    return (colon - 1, cue.lemma) if cue else None
