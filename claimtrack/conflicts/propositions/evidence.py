"""What speaks for and against two statements being two sides of one matter, each from 0 to 1.

Their weights (``evidence.tsv``) are added up; nothing here decides alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from claimtrack.about.origin import is_anonymous
from claimtrack.about.terms import rarity
from claimtrack.conflicts.propositions.told import Told, antonyms
from claimtrack.conflicts.statement.distance import days_between
from claimtrack.conflicts.statement.side import NEGATIVE
from claimtrack.lexicon.stems import REMEMBERED, stem, words
from claimtrack.model import Claim

_FAR_APART = 20
_NEAR = 2
_FEW = 3
"""A denial of so few content words points, and tells nothing of its own."""


@lru_cache(maxsize=REMEMBERED)
def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets of stems share, 0 to 1, rare ones counting more."""
    both = sum(map(rarity, one & other))
    every = sum(map(rarity, one)) + sum(map(rarity, other))
    return 2 * both / every if every else 0.0


@lru_cache(maxsize=REMEMBERED)
def held(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter of two sets stands in the other, 0 to 1, rare ones counting more."""
    least = min(sum(map(rarity, one)), sum(map(rarity, other)))
    return sum(map(rarity, one & other)) / least if least else 0.0


def kin(one: Told, other: Told) -> float:
    """How much more two statements share beneath their words: "gemeldet" and "Meldung", 0 to 1."""
    return max(0.0, held(one.roots, other.roots) - held(one.stems, other.stems))


def opposed(one: Told, other: Told) -> bool:
    """Whether the words of one say the opposite of some word of the other."""
    table = antonyms()
    return any(table[key] & other.stems for key in one.stems if key in table)


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
    speaks_against = _is_denial(other) or against.stance in NEGATIVE
    yield "answers", float(answers and speaks_against)
    yield "set_against", float(answers and not speaks_against)
    yield from _place(one, other)
    yield "alike", alike(one.stems, other.stems)
    yield "held", held(one.stems, other.stems)
    yield "kin", kin(one, other)
    yield from _tenors(one, other)
    yield "no_figures", float(not (of.figures or against.figures))
    yield "summed_up", float(against.kind == "reported" and not speaks_against)
    yield from _signs(one, other)
    yield "nothing_shared", float(not one.around & other.around)
    yield "says_nothing", float(one.silent or other.silent)
    nearest = nearest and other.denies and _may_mean(one, other)
    yield "denies_nearest", float(nearest)
    yield "points_back", float(nearest and "bare_denial" in other.signs)
    yield "denial_around", float(around and not other.denies)
    near = one.statement.place == other.statement.place
    yield "answers_another", float(near and other.denies and not _is_answered(of, against.answers))
    bare = bool(one.around & other.around) or "bare_denial" in other.signs
    yield "denies_another", float(other.denies and not bare)
    yield "antonyms", float(opposed(one, other))
    yield "no_denial", float(not (one.denies or other.denies or around or opposed(one, other)))
    yield from _charges(one, other)
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


def _nobody(claim: Claim) -> float:
    """How little is known of who speaks, 0 to 1: "Experten" are nobody in particular."""
    if not claim.actors:
        return 1.0
    return 0.5 if all(map(is_anonymous, claim.actors)) else 0.0


def _is_denial(told: Told) -> bool:
    return told.denies or told.denial_around


def _charges(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    answered = other.denies or other.negated
    if one.statement.claim.stance == "accuses" and answered:
        yield "accused", 1.0
        named = frozenset(map(stem, words(one.statement.claim.words)))
        yield "accused_answers", float(bool(other.names & named))


def _place(one: Told, other: Told) -> Iterator[tuple[str, float]]:
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
    if one.statement.side * other.statement.side == -1:
        yield "two_sides", 1.0
        yield "two_sides_held", shared
    elif not (one.denies or other.denies):
        yield "no_sides", 1.0


def actor_evidence(one: Told, other: Told) -> dict[str, float]:
    """For two statements of one actor, the earlier one first: what speaks for a change of mind,
    and for one statement that is told twice."""
    return {name: value for name, value in _actor(one, other) if value}


def _actor(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    before, after = one.statement, other.statement
    yield "same_person", same_person(one, other)
    yield "exact_speaker", float(bool(set(before.actors) & set(after.actors)))
    yield "one_article", float(before.place == after.place)
    yield "alike", alike(one.stems, other.stems)
    yield "held", held(one.stems, other.stems)
    yield "alike_around", alike(one.around, other.around)
    yield "nothing_shared", float(not one.around & other.around)
    yield "says_nothing", float(one.silent or other.silent)
    turned = "admission" in other.signs or opposed(one, other) or _tells_a_turn(other)
    yield "nothing_held", float(not one.stems & other.stems and not turned)
    tied = turned or one.roots & other.roots or other.turns or "turning" in other.signs
    yield "nothing_ties", float(not tied)
    contrary = one.negated != other.negated or before.side * after.side == -1 or one.denies
    yield (
        "nothing_turns",
        float(not (turned or contrary or other.turns or "turning" in other.signs)),
    )
    yield from _when(one, other)
    shared = held(one.stems, other.stems)
    yield "negation_differs", float(one.negated != other.negated)
    yield "negation_held", shared * (one.negated != other.negated)
    yield "two_sides_held", shared * (before.side * after.side == -1)
    yield "antonyms", float(opposed(one, other))
    yield "denies_first", float(one.denies and not other.denies)
    points = before.claim.kind == "reported" or shared > 0
    yield "denied_admitted", float(one.denies and other.admits and points)
    ruled_out = one.negated or "commitment" in one.signs
    yield "ruled_out_admitted", float(other.admits and ruled_out and not one.denies)
    for name in ("admission", "turning"):
        yield name, float(name in other.signs and one.statement.place != other.statement.place)
    yield "turning_held", shared * ("turning" in other.signs)
    yield "admission_held", shared * ("admission" in other.signs)
    yield "commitment", float("commitment" in one.signs)
    yield from _numbers(one, other)
    yield "other_confidence", float(before.claim.confidence != after.claim.confidence)
    yield "both_direct", float(before.claim.kind == after.claim.kind == "direct")
    yield "demand", float("demands" in (before.claim.stance, after.claim.stance))
    yield "kin", kin(one, other)
    yield "firm_before", float("firm" in one.tenor)
    yield "past_after", float("past" in other.tenor)
    yield "emphatic_after", float("emphatic" in other.tenor and "turning" not in other.signs)
    for name in ("regret", "recalled", "about_face", "title"):
        yield f"told_by_{name}", other.turns.get(name, 0.0)
    yield "recalled_itself", float(other.recalled)
    yield "against_after", float(other.denies or other.negated)
    yield "past_both", float("past" in one.tenor and "past" in other.tenor)
    yield (
        "to_come_first",
        float(one.statement.ahead or ("firm" in one.tenor and "past" not in one.tenor)),
    )
    yield "leads", float(other.paragraph == 0)
    yield "summed_up", float(_is_summed_up(one) or _is_summed_up(other))


def _tells_a_turn(told: Told) -> bool:
    """Whether the sentence of a statement, or one beside it, says that its speaker turned round."""
    return max(told.turns.get("regret", 0), told.turns.get("about_face", 0)) >= 1


def _is_summed_up(told: Told) -> bool:
    """Whether an article only names what was said, without taking a side: "sprach über …"."""
    return told.statement.claim.kind == "reported" and not (_is_denial(told) or told.admits)


def _when(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    a, b = one.statement.days, other.statement.days
    if a.last is None or b.last is None:
        return
    said = one.statement.claim.said and other.statement.claim.said
    apart = abs(a.last - b.last)
    yield "same_day", float(apart == 0)
    yield "said_on_one_day", float(bool(said) and apart == 0)
    yield "days_later", float(apart >= 1)
    yield "within_a_week", float(0 < apart < 7)
    yield "weeks_later", float(apart >= 14)
    yield "taken_up_later", held(one.roots, other.roots) * (apart >= 7)
    back = "before_that" in one.signs or "before_that" in other.signs
    yield "looks_back", float(back)
    yield "looks_back_same_day", float(back and apart <= 1)


def _numbers(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    """Numbers that both have, and numbers of one dimension that differ."""
    mine = [f.near for f in one.statement.claim.figures if f.near]
    theirs = [f.near for f in other.statement.claim.figures if f.near]
    yield "shared_number", float(any(near in theirs for near in mine))
    yield "numbers_differ", float(bool(mine and theirs) and not any(n in theirs for n in mine))
    yield "number_on_one_side", float(bool(mine) != bool(theirs))
