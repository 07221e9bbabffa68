"""The words that announce speech: reporting verbs, nouns and predicative adjectives, read from data."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimtrack.extract.passage import Sentence
from claimtrack.german.clauses import Clause
from claimtrack.lexicon import table

_COPULAS = frozenset(["sein", "zeigen", "äußern", "machen", "geben", "lassen", "halten", "werden", "bleiben"])


class Cue(NamedTuple):
    """A word that reports: its dictionary form, stance, frames, and a word it needs beside it."""

    lemma: str
    stance: str
    frames: str
    needs: str | None = None


@cache
def verbs() -> dict[str, Cue]:
    """Reporting verbs by infinitive."""
    return {
        row[0]: Cue(row[0], row[1], row[2], row[3] if len(row) > 3 else None)
        for row in table("reporting_verbs")
    }


@cache
def nouns() -> dict[str, Cue]:
    """Reporting nouns by each of their forms, lower case."""
    return {
        form: Cue(row[0].split()[0], row[1], "dkq")
        for row in table("reporting_nouns")
        for form in row[0].split()
    }


@cache
def adjectives() -> dict[str, Cue]:
    """Predicative words that report a view."""
    return {row[0]: Cue(row[0], row[1], "dk") for row in table("reporting_adjectives")}


def verb_cue(sentence: Sentence, clause: Clause) -> Cue | None:
    """The reporting verb of a clause, if its verb is one and what it needs stands beside it."""
    predicate = clause.predicate
    if predicate is None:
        return None
    for lemma in predicate.lemmas:
        cue = verbs().get(lemma)
        if cue is not None and (cue.needs is None or _stands(sentence, clause, cue.needs)):
            return cue
    return None


def _stands(sentence: Sentence, clause: Clause, word: str) -> bool:
    return any(token.low == word for token in sentence.tokens[clause.start : clause.end])


def noun_cue(sentence: Sentence, clause: Clause) -> tuple[Cue, int] | None:
    """A reporting noun among the last words of a clause, before what it reports, with its index."""
    for i in range(clause.end - 1, max(clause.start, clause.end - 6) - 1, -1):
        token = sentence.tokens[i]
        if token.word.capital:
            cue = nouns().get(token.low) or nouns().get(_last_part(token.low))
            if cue is not None:
                return cue, i
    return None


def _last_part(low: str) -> str:
    """The noun at the end of a compound: Medienberichte, Hauptforderung, Presse-Angaben."""
    for size in range(4, len(low) - 2):
        if low[-size:] in nouns():
            return low[-size:]
    return low


def adjective_cue(sentence: Sentence, clause: Clause) -> tuple[Cue, int] | None:
    """A predicative word of opinion with sein, zeigen, äußern …, with its index."""
    predicate = clause.predicate
    if predicate is None or not _COPULAS & set(predicate.lemmas):
        return None
    for i in range(clause.end - 1, clause.start - 1, -1):
        cue = adjectives().get(sentence.tokens[i].low)
        if cue is not None:
            return cue, i
    return None
