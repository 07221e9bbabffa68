"""What speaks for a change of mind of one actor, and for one statement that is told twice.

Each piece is a number from 0 to 1; their weights (``evidence.tsv``) are added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from claimtrack.about.terms import alike, held
from claimtrack.conflicts.figures.counts import COUNTED, amounts
from claimtrack.conflicts.propositions.evidence import is_denial
from claimtrack.conflicts.propositions.nearness import kin, opposed, same_person
from claimtrack.conflicts.propositions.utterance import Utterance


@lru_cache(maxsize=1 << 13)
def actor_evidence(earlier: Utterance, later: Utterance) -> Mapping[str, float]:
    """For two statements of one actor, the earlier one first: what speaks for a change of mind,
    and for one statement that is told twice."""
    return {name: value for name, value in _actor(earlier, later) if value}


def _actor(earlier: Utterance, later: Utterance) -> Iterator[tuple[str, float]]:
    before, after = earlier.statement, later.statement
    yield "same_person", same_person(earlier, later)
    yield "exact_speaker", float(bool(set(before.actors) & set(after.actors)))
    yield "one_article", float(before.place == after.place)
    yield "alike", alike(earlier.stems, later.stems)
    yield "alike_around", alike(earlier.around, later.around)
    yield "kin", kin(earlier, later)
    yield "nothing_shared", float(not earlier.around & later.around)
    yield "says_nothing", float(earlier.silent or later.silent)
    concedes = _concedes(earlier, later)
    yield from _ties(earlier, later, concedes)
    yield from _when(earlier, later)
    yield from _turned(earlier, later)
    yield "recalled_itself", float(later.recalled and not concedes)
    yield from _admits(earlier, later, concedes)
    if not concedes:
        yield from _numbers(earlier, later)
        yield "other_confidence", float(before.claim.confidence != after.claim.confidence)
    yield from _tenors(earlier, later)
    yield "both_direct", float(before.claim.kind == after.claim.kind == "direct")
    yield "demand", float("demands" in (before.claim.stance, after.claim.stance))
    yield "leads", float(later.paragraph == 0)
    yield "summed_up", float(_is_summed_up(earlier) or _is_summed_up(later))


def _ties(earlier: Utterance, later: Utterance, concedes: bool) -> Iterator[tuple[str, float]]:
    """What is missing: that anything ties two statements, or that anything turns."""
    opposite = bool(opposed(earlier, later) and earlier.roots & later.roots)
    turned = "admission" in later.signs or opposite or concedes or _tells_a_turn(later)
    turns = bool(later.turns) or "turning" in later.signs
    of_one_root = bool(earlier.roots & later.roots)
    yield "nothing_held", float(not (turned or of_one_root or earlier.stems & later.stems))
    tied = turned or of_one_root or turns or _share_a_number(earlier, later)
    yield "nothing_ties", float(not tied)
    contrary = earlier.negated != later.negated or _on_two_sides(earlier, later) or earlier.denies
    yield "nothing_turns", float(not (turned or contrary or turns))
    yield "antonyms", float(opposite)


def _on_two_sides(earlier: Utterance, later: Utterance) -> bool:
    return earlier.statement.side * later.statement.side == -1


def _turned(earlier: Utterance, later: Utterance) -> Iterator[tuple[str, float]]:
    """What is negated on one side alone, and what words and the article tell of a turn."""
    shared = held(earlier.stems, later.stems)
    yield "held", shared
    yield "negation_differs", float(earlier.negated != later.negated)
    yield "negation_held", shared * (earlier.negated != later.negated)
    yield "two_sides_held", shared * _on_two_sides(earlier, later)
    yield "denies_first", float(earlier.denies and not later.denies)
    yield "against_after", float(later.denies or later.negated)
    yield "commitment", float("commitment" in earlier.signs)
    yield "turning_held", shared * ("turning" in later.signs)
    for name in ("regret", "recalled", "about_face", "title"):
        yield f"told_by_{name}", later.turns.get(name, 0.0)


def _admits(earlier: Utterance, later: Utterance, concedes: bool) -> Iterator[tuple[str, float]]:
    """An admission of what was denied or ruled out before, and of what it shares with that."""
    shared = held(earlier.stems, later.stems)
    points = earlier.statement.claim.kind == "reported" or shared > 0
    yield "denied_admitted", float(earlier.denies and concedes and points)
    ruled_out = "commitment" in earlier.signs and later.admits
    yield "ruled_out_admitted", float((concedes or ruled_out) and not earlier.denies)
    yield "exists_after_all", float(_exists_after_all(earlier, later))
    elsewhere = earlier.statement.place != later.statement.place
    for name in ("admission", "turning"):
        yield name, float(name in later.signs and elsewhere)
    yield "admission_held", shared * ("admission" in later.signs)


def _tenors(earlier: Utterance, later: Utterance) -> Iterator[tuple[str, float]]:
    """How firmly both are said, and whether of what has happened or of what is to come."""
    firm, past = "firm" in earlier.tenor, "past" in earlier.tenor
    yield "firm_before", float(firm)
    yield "past_after", float("past" in later.tenor)
    yield "past_both", float(past and "past" in later.tenor)
    yield "to_come_first", float(earlier.statement.ahead or (firm and not past))
    yield "emphatic_after", float("emphatic" in later.tenor and "turning" not in later.signs)


def _concedes(earlier: Utterance, later: Utterance) -> bool:
    """Whether somebody admits or confirms something who denied or negated it, or stood by another.

    How sure he is of it, and that he knows how many, is then no other matter. Who affirms what he
    said before ("bekräftigte") concedes nothing. What is confirmed or admitted must share a word
    with what stood before, as much else can be; but not where all that was told is denied
    ("bestritt die Vorwürfe") or a confession only named ("hat Fehler eingeräumt").
    """
    stood_by = earlier.denies or earlier.negated or "insisting" in earlier.signs
    if later.denies or later.negated or not stood_by:
        return False
    around = bool(earlier.around & later.around)
    if not later.admits:
        cue = later.statement.claim.cue
        return around and cue is not None and bool(_CONFIRMING.search(cue.text))
    denies_all = earlier.denies and earlier.statement.claim.kind == "reported"
    named = later.statement.claim.kind == "reported"
    meets = around or bool(earlier.stems & later.stems or earlier.roots & later.roots)
    return meets or denies_all or named


_CONFIRMING = re.compile(r"bestätig")


def _exists_after_all(earlier: Utterance, later: Utterance) -> bool:
    """Whether somebody says of what there was not that there is: "existiert nicht", "gab es"."""
    both = "existence" in earlier.tenor and "existence" in later.tenor
    denied = earlier.denies or earlier.statement.side == -1
    return both and denied and later.statement.side != -1 and not later.denies


def _tells_a_turn(utterance: Utterance) -> bool:
    """Whether the sentence of a statement, or one beside it, says that its speaker turned round."""
    return max(utterance.turns.get("regret", 0), utterance.turns.get("about_face", 0)) >= 1


def _is_summed_up(utterance: Utterance) -> bool:
    """Whether an article only names what was said, without taking a side: "sprach über …".

    "Er will erst im Mai davon gehört haben" tells what he says.
    """
    claim = utterance.statement.claim
    if claim.kind != "reported":
        return False
    return not (is_denial(utterance) or utterance.admits or _CLAIMS.search(claim.words))


_CLAIMS = re.compile(r"\b(?:will|wollen)\b.*\b(?:haben|sein)\b")


def _when(earlier: Utterance, later: Utterance) -> Iterator[tuple[str, float]]:
    a, b = earlier.statement.days, later.statement.days
    if a.last is None or b.last is None:
        return
    said = earlier.statement.claim.said and later.statement.claim.said
    apart = abs(a.last - b.last)
    yield "same_day", float(apart == 0)
    yield "said_on_one_day", float(bool(said) and apart == 0)
    yield "days_later", float(apart >= 1)
    yield "within_a_week", float(0 < apart < 7)
    yield "weeks_later", float(apart >= 14)
    yield "taken_up_later", held(earlier.roots, later.roots) * (apart >= 7)
    back = "before_that" in earlier.signs or "before_that" in later.signs
    yield "looks_back", float(back)
    yield "looks_back_same_day", float(back and apart <= 1)


def _numbers(earlier: Utterance, later: Utterance) -> Iterator[tuple[str, float]]:
    """Numbers that both have, and numbers of one dimension that differ: people, days, degrees.

    "acht der 19 Filialen" and "elf der 19 Standorte" have one number and differ in another.
    """
    before, after = amounts(earlier.statement), amounts(later.statement)
    yield "shared_number", float(_share_a_number(earlier, later))
    differ = any(
        before[name] - after[name] and after[name] - before[name]
        for name in before.keys() & after.keys()
    )
    yield "numbers_differ", float(differ)
    yield "number_on_one_side", float((COUNTED in before) != (COUNTED in after))


def _share_a_number(earlier: Utterance, later: Utterance) -> bool:
    before, after = amounts(earlier.statement), amounts(later.statement)
    return any(before[name] & after[name] for name in before.keys() & after.keys())
