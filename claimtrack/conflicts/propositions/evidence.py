"""What speaks for and against two statements being two sides of one matter, each from 0 to 1.

Their weights (``evidence.tsv``) are added up; nothing here decides alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from claimtrack.about.origin import is_anonymous
from claimtrack.about.terms import rarity
from claimtrack.conflicts.propositions.told import Told, antonyms
from claimtrack.conflicts.statement.distance import days_between
from claimtrack.conflicts.statement.side import NEGATIVE
from claimtrack.conflicts.statement.word_lists import either
from claimtrack.lexicon.stems import REMEMBERED, stem, words
from claimtrack.model import Claim

_FAR_APART = 20
_UNSURE_DENIAL = 0.5
"""What a denial counts for the statement beside it where it is not known what it answers."""
_BY_NEGATION = 0.5
"""What a negation counts as an answer to a charge."""
_NEAR = 2
_FEW = 3
"""A denial of so few content words points, and tells nothing of its own."""


@lru_cache(maxsize=REMEMBERED)
def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets of stems share, 0 to 1, rare ones counting more."""
    both = math.fsum(map(rarity, one & other))
    every = math.fsum(map(rarity, one)) + math.fsum(map(rarity, other))
    return 2 * both / every if every else 0.0


@lru_cache(maxsize=REMEMBERED)
def held(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter of two sets stands in the other, 0 to 1, rare ones counting more."""
    least = min(math.fsum(map(rarity, one)), math.fsum(map(rarity, other)))
    return math.fsum(map(rarity, one & other)) / least if least else 0.0


def kin(one: Told, other: Told) -> float:
    """How much more two statements share beneath their words: "gemeldet" and "Meldung", 0 to 1."""
    return max(0.0, held(one.roots, other.roots) - held(one.stems, other.stems))


def opposed(one: Told, other: Told) -> bool:
    """Whether the words of one say the opposite of some word of the other."""
    if not other.stems.isdisjoint(_opposites(one.stems)):
        return True
    return _is_without(one.stems, other.stems) or _is_without(other.stems, one.stems)


@lru_cache(maxsize=REMEMBERED)
def _opposites(stems: frozenset[str]) -> frozenset[str]:
    table = antonyms()
    return frozenset().union(*(table[key] for key in stems if key in table))


def _is_without(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a word stands in one with "un-" that stands in the other without: "unbeteiligt"."""
    return not others.isdisjoint(_without_un(some))


@lru_cache(maxsize=REMEMBERED)
def _without_un(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(word[2:] for word in stems if word.startswith("un"))


def same_person(one: Told, other: Told) -> float:
    """How sure it is that two statements have one speaker, 0 to 1, by all that names him."""
    if set(one.statement.actors) & set(other.statement.actors):
        return 1.0
    if (one.names and one.names <= other.titles) or (other.names and other.names <= one.titles):
        return 1.0
    if not (one.names and other.names):
        return 0.0
    return held(one.names, other.names)


def stance_evidence(one: Told, other: Told, nearest: bool) -> dict[str, float]:
    """For two statements of two speakers, the one that may be against the other second.

    ``nearest`` says that the first is the last statement of somebody else before the second.
    """
    return {name: value for name, value in _stance(one, other, nearest) if value}


def _stance(one: Told, other: Told, nearest: bool) -> Iterator[tuple[str, float]]:
    of, against = one.statement.claim, other.statement.claim
    answers = of.id in against.answers
    around = other.denial_around and _is_answered(of, other.answers_around)
    around = around and (one.at <= other.at or _is_far(one, other) or of.id in other.answers_around)
    speaks_against = is_denial(other) or against.stance in NEGATIVE
    yield "answers", float(answers and speaks_against)
    yield "set_against", float(answers and not speaks_against)
    yield from place(one, other)
    yield "alike", alike(one.stems, other.stems)
    yield "held", held(one.stems, other.stems)
    yield "kin", kin(one, other)
    yield from _tenors(one, other)
    yield "no_figures", float(not (of.figures or against.figures))
    yield "summed_up", float(against.kind == "reported" and not speaks_against)
    yield from _signs(one, other)
    yield "nothing_shared", float(not one.around & other.around)
    yield "says_nothing", float(one.silent or other.silent)
    yield "follows_at_once", float(nearest and _is_near(one, other))
    yield "another_between", float(not (nearest or answers) and _is_near(one, other))
    yield "points_elsewhere", float(_points_elsewhere(one, other, nearest))
    nearest = nearest and other.denies and _may_mean(one, other)
    yield "denies_nearest", float(nearest)
    yield "points_back", float(nearest and "bare_denial" in other.signs)
    if around and not other.denies:
        yield "denial_around", 1.0 if of.id in other.answers_around else _UNSURE_DENIAL
    near = one.statement.place == other.statement.place
    yield "answers_another", float(near and other.denies and not _is_answered(of, against.answers))
    bare = bool(one.around & other.around) or "bare_denial" in other.signs
    yield "denies_another", float(other.denies and not (bare or answers))
    opposite = opposed(one, other)
    yield "antonyms", float(opposite)
    set_against = answers and "retorting" in other.signs
    against_it = one.denies or other.denies or around or set_against or opposite
    yield "no_denial", float(not against_it)
    yield from _charges(one, other)
    yield from _replies(one, other)
    if "contrasting" in other.signs and one.at <= other.at:
        yield "contrast", 1.0 if _is_near(one, other) else 0.3
    yield "both_figures", float(bool(of.figures and against.figures))
    yield "demand", float("demands" in (of.stance, against.stance))
    yield "no_speaker", max(map(_nobody, (of, against)))
    yield "same_person", same_person(one, other)


def _tenors(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    """Whether both tell of what has happened, and whether one avows what it says."""
    yield "both_past", float("past" in one.tenor and "past" in other.tenor)
    yield "emphatic", float(("emphatic" in one.tenor) != ("emphatic" in other.tenor))


def _is_answered(of: Claim, answers: Collection[str]) -> bool:
    """Whether a denial can be of a claim: it answers that, or nobody knows what it answers."""
    return not answers or of.id in answers


def _may_mean(one: Told, denial: Told) -> bool:
    """Whether a denial may mean the statement before it: no other, and one with a word of it.

    Or it only points: "wies das zurück".
    """
    answers = denial.statement.claim.answers
    if answers:
        return one.statement.claim.id in answers
    bare = "bare_denial" in denial.signs and len(denial.stems) <= _FEW
    return (bare or bool(one.stems & denial.stems)) and denial.sentence - one.sentence in (0, 1)


def _points_elsewhere(one: Told, denial: Told, nearest: bool) -> bool:
    """Whether a denial that only points ("wies das zurück") has another statement before it."""
    only_points = denial.denies and "bare_denial" in denial.signs and len(denial.stems) <= _FEW
    answers = one.statement.claim.id in denial.statement.claim.answers
    return only_points and not (nearest or answers or one.stems & denial.stems)


def _nobody(claim: Claim) -> float:
    """How little is known of who speaks, 0 to 1: "Experten" are nobody in particular."""
    if not claim.actors:
        return 1.0
    return 0.5 if all(map(is_anonymous, claim.actors)) else 0.0


def is_denial(told: Told) -> bool:
    """Whether a statement denies something, or stands beside a denial of its speaker."""
    return told.denies or told.denial_around


def _charges(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    meets = one.stems & other.stems or _is_spoken_of(other, one)
    answered = other.denies or (other.negated and not one.negated and meets)
    if one.statement.claim.stance == "accuses" and answered:
        yield "accused", 1.0 if other.denies else _BY_NEGATION
        named = frozenset(map(stem, words(one.statement.claim.words)))
        yield "accused_answers", float(bool(other.names & named))


_UNSURE = 0.3
"""What a sign counts where the two do not stand side by side."""


def _replies(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    """What shows that two speakers tell of one thing, though neither says that he denies it."""
    near = _is_near(one, other)
    much = 1.0 if near else _UNSURE
    yield "spoken_of_replies", much * _is_spoken_of(other, one)
    yield "speaks_of_him", much * _is_spoken_of(one, other)
    yield "insists", float("insisting" in other.signs)
    yield "insisted", float("insisting" in one.signs)
    yield "disputed", float(near and bool(_DISPUTING.search(_between(one, other))))
    early, late = (one, other) if "not_before" in one.tenor else (other, one)
    apart = "not_before" in early.tenor and "before_then" in late.tenor
    yield "early_late", float(apart and "not_before" not in late.tenor)


_DISPUTING = re.compile(rf"(?<!\w){either('disputing')}(?!\w)", re.I)


def _between(one: Told, other: Told) -> str:
    """The text from the sentence before two statements to the last of them, in one paragraph."""
    layout = one.statement.layout
    if layout is None:
        return ""
    first, last = sorted((one.sentence, other.sentence))
    if first and layout.paragraph(layout.sentences[first - 1]) == one.paragraph:
        first -= 1
    return layout.words(first, last)


def _is_spoken_of(told: Told, by: Told) -> bool:
    """Whether a speaker, or the state or body that he speaks for, is among another's words."""
    spoken = _spoken(by.statement.claim.words)
    if not (told.called.isdisjoint(spoken) and told.titles.isdisjoint(spoken)):
        return True
    seats = told.statement.seats & by.statement.lands
    return bool(seats and seats - by.statement.seats)


@lru_cache(maxsize=REMEMBERED)
def _spoken(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


def place(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    """How two statements stand to each other in the text and in time, by the names of evidence."""
    if one.statement.place != other.statement.place:
        yield "other_article", 1.0
    elif min(one.sentence, other.sentence) >= 0:
        yield "same_paragraph", float(one.paragraph == other.paragraph)
        apart = abs(one.sentence - other.sentence)
        yield "next_sentence", float(apart <= 1)
        yield "distant", min(1.0, max(0, apart - _NEAR) / 6)
        yield "later_first", float(one.at > other.at)
    apart_days = days_between(one.statement, other.statement)
    if apart_days is not None and apart_days > _FAR_APART:
        yield "far_in_time", 1.0


def _is_far(one: Told, other: Told) -> bool:
    """Whether two statements stand in two articles."""
    return one.statement.place != other.statement.place


def _is_near(one: Told, other: Told) -> bool:
    near = one.statement.place == other.statement.place
    return near and one.sentence >= 0 and abs(one.sentence - other.sentence) <= _NEAR


def _signs(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    shared = held(one.stems, other.stems)
    if other.denies and not one.denies:
        yield "denies", 1.0
        yield "denies_held", shared
    elif one.denies and other.denies:
        yield "both_deny", 1.0
    if one.negated != other.negated:
        yield "negation_differs", 1.0
        yield "negation_held", shared
    elif one.negated:
        yield "both_negated_held", shared
    yield "admits", float(one.admits or other.admits)
    if one.statement.side * other.statement.side == -1:
        yield "two_sides", 1.0
        yield "two_sides_held", shared
    elif not (one.denies or other.denies):
        yield "no_sides", 1.0
