"""The words that announce speech: reporting verbs, nouns and predicative adjectives.

They are data: ``reporting_verbs``, ``speech_idioms``, ``reporting_nouns`` and
``reporting_adjectives`` in the lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from claimtrack.german.clauses import Clause
from claimtrack.german.finite import in_marked_name
from claimtrack.german.tokens import LOW, Token
from claimtrack.lexicon import classes, table
from claimtrack.lexicon.by_word import by_word, endings

FRAMES = "dkqvzainhwsp"
"""The letters for what a verb can announce; the head of ``reporting_verbs`` explains them."""

ACTS = frozenset("anh")
"""Those of a verb whose clause itself may be the claim."""

_WORDS = classes("speech_words")
_OF_UNLISTED = "dkqv"
_OF_IDIOM = "dkqahs"
_NOUN_REACH = 6
_WITH_INFINITIVE = 2
"""Verbs of a clause with a finite verb and an infinitive."""
_SHORTEST_NOUN = 4
_UNSET = "-"
_ANYTHING: frozenset[str] = frozenset()


class Cue(NamedTuple):
    """A word that reports: its dictionary form, its stance, and what it can announce.

    One word of ``beside`` must stand in its clause, one of ``act_beside`` where the clause itself
    is the claim; an empty set asks for nothing.
    """

    lemma: str
    stance: str
    frames: str
    beside: frozenset[str] = _ANYTHING
    act_beside: frozenset[str] = _ANYTHING


@cache
def verbs() -> dict[str, tuple[Cue, ...]]:
    """Reporting verbs by infinitive; several rows of one are told apart by the words beside it."""
    rows: dict[str, tuple[Cue, ...]] = {}
    for cue in (
        *map(_idiom, table("speech_idioms")),
        *(_verb(*r) for r in table("reporting_verbs")),
    ):
        rows[cue.lemma] = (*rows.get(cue.lemma, ()), cue)
    return rows


def _listed_verbs() -> list[Cue]:
    return [_verb(*row) for row in table("reporting_verbs")]


def _idiom(row: Sequence[str]) -> Cue:
    """The cue of a verb with its noun: "gab Entwarnung"."""
    lemma, stance, beside, others = row
    asked = _set(beside)
    return Cue(lemma, stance, _OF_IDIOM, asked, _set(others) or asked)


def _verb(
    lemma: str, stance: str, frames: str, beside: str = _UNSET, act_beside: str = _UNSET
) -> Cue:
    return Cue(lemma, stance, frames, _set(beside), _set(act_beside))


def _set(cell: str) -> frozenset[str]:
    """The words of a cell, "@" naming a class of words."""
    if cell == _UNSET:
        return _ANYTHING
    words = (_WORDS[word[1:]] if word[0] == "@" else (word,) for word in cell.split())
    return frozenset(chain.from_iterable(words))


@cache
def idioms() -> dict[str, frozenset[str]]:
    """By infinitive the words beside which a verb reports nothing."""
    return {lemma: frozenset(words.split()) for lemma, words in table("verb_idioms")}


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
    """Predicative words that report a view, lower case."""
    return {row[0]: Cue(row[0], row[1], "dkz") for row in table("reporting_adjectives")}


def verb_cue(tokens: Sequence[Token], clause: Clause) -> Cue | None:
    """The reporting verb of a clause, if its verb is one and what it asks for stands beside it.

    A verb that no table lists was read as one because words beside it want a frame, so it reports.
    None in the first person ("Ich glaube, …"): outside marks that is the writer's own voice.
    """
    if clause.predicate is None:
        return None
    finite = clause.finite
    if finite is not None and tokens[finite].word.verb is None:
        return Cue(clause.predicate.lemmas[0], "asserts", _OF_UNLISTED)
    if is_overheard(tokens, clause):
        return Cue(clause.predicate.lemmas[0], "asserts", "dkv")
    for lemma in clause.predicate.lemmas:
        rows = verbs().get(lemma, ())
        if not rows or _stands(tokens, clause, idioms().get(lemma, _ANYTHING)):
            continue
        for cue in rows:
            if not cue.beside or _stands(tokens, clause, cue.beside):
                return None if _stands(tokens, clause, _WORDS["writer"]) else cue
    return None


def is_overheard(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause says where something is heard: "aus der Kommission war zu erfahren"."""
    predicate = clause.predicate
    if predicate is None or predicate.finite is None or len(predicate.verbs) < _WITH_INFINITIVE:
        return False
    if _WORDS["overhearing"].isdisjoint(predicate.lemmas):
        return False
    finite, infinitive = tokens[predicate.finite].word.verb, max(predicate.verbs)
    heard = tokens[infinitive - 1].low == "zu" or tokens[predicate.finite - 2].low == "zu"
    return heard and finite is not None and "sein" in finite.lemmas


def _stands(tokens: Sequence[Token], clause: Clause, asked: frozenset[str]) -> bool:
    """Whether a word asked for stands in a clause, and not in a name in marks: „Wir zahlen“.

    Of a compound with a hyphen the last part counts: Presse-Agentur.
    """
    if not asked:
        return False
    near = list(map(LOW, tokens[clause.start : clause.end]))
    if asked.isdisjoint(near) and not any("-" in low for low in near):
        return False
    return any(
        low.rpartition("-")[2] in asked and not in_marked_name(tokens, i)
        for i, low in enumerate(near, clause.start)
    )


def noun_cue(tokens: Sequence[Token], clause: Clause) -> tuple[Cue, int] | None:
    """A reporting noun among the last words of a clause, before what it reports, with its index."""
    for i in range(clause.end - 1, max(clause.start, clause.end - _NOUN_REACH) - 1, -1):
        token = tokens[i]
        if token.word.capital and (cue := reporting_noun(token.low)) is not None:
            return cue, i
    return None


@by_word
def reporting_noun(low: str) -> Cue | None:
    """The cue of a lower-case noun or of the end of a compound: Medienberichte, Presse-Angaben."""
    found = nouns().get(low)
    if found is not None or low[-_SHORTEST_NOUN:] not in _noun_ends():
        return found
    ends = range(len(low) - _SHORTEST_NOUN, 2, -1)
    return next((cue for i in ends if (cue := nouns().get(low[i:]))), None)


@cache
def _noun_ends() -> frozenset[str]:
    return endings(nouns(), _SHORTEST_NOUN)


def adjective_cue(tokens: Sequence[Token], clause: Clause) -> tuple[Cue, int] | None:
    """A predicative word of opinion with sein, zeigen, äußern …, with its index."""
    if clause.predicate is None or not _WORDS["copula"] & set(clause.predicate.lemmas):
        return None
    for i in range(clause.end - 1, clause.start - 1, -1):
        cue = adjectives().get(tokens[i].low)
        if cue is not None:
            return cue, i
    return None
