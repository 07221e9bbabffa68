"""What speaks for a change of mind of one actor, and for one statement that is told twice.

Each piece is a number from 0 to 1; their weights (``evidence.tsv``) are added up.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.conflicts.propositions.evidence import (
    alike,
    held,
    is_denial,
    kin,
    opposed,
    same_person,
)
from claimtrack.conflicts.propositions.told import Told


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
    return told.statement.claim.kind == "reported" and not (is_denial(told) or told.admits)


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
