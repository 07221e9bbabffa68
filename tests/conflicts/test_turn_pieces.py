"""Each piece of evidence that a speaker has turned round, or says one thing twice; what it takes.

A row gives what is known of an earlier statement and of a later one, and how the evidence differs
from that of two plain statements of one speaker in two articles, three days apart.
"""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.conflicts.propositions.actor_evidence import actor_evidence
from claimtrack.conflicts.statement.statement import Days
from claimtrack.model import Mention
from tests.conflicts.building import difference, exact, utterance

AB, BC, B = (frozenset(letters) for letters in (("xa", "xb"), ("xb", "xc"), ("xb",)))
"""Stems equally rare: half of one stands in the other."""
THREE, FOUR, FIVE = (exact("3", 3),), (exact("4", 4),), (exact("5", 5),)
HAD = Mention("hatte gesagt", ())


def signs(*names: str) -> dict[str, Any]:
    return {"signs": frozenset(names)}


def tenor(*names: str) -> dict[str, Any]:
    return {"tenor": frozenset(names)}


def turns(**told: float) -> dict[str, Any]:
    return {"turns": told}


def day(first: int | None) -> dict[str, Any]:
    return {"days": Days(first, first)}


def says(words: str) -> dict[str, Any]:
    return {"claim": words, "reported": "2024-02-05"}


def pieces(earlier: dict[str, Any], later: dict[str, Any]) -> dict[str, float]:
    plain = {"actors": ("Berg",), "names": frozenset({"berg"}), "paragraph": 2}
    before = {**plain, "article": "a", **earlier}
    after = {**plain, "article": "b", "days": Days(103, 103), **later}
    return actor_evidence(utterance("a0", **before), utterance("b0", **after))


def test_two_plain_statements() -> None:
    missing = {"nothing_shared", "nothing_held", "nothing_ties", "nothing_turns"}
    known = {"same_person", "exact_speaker", "days_later", "within_a_week"}
    assert pieces({}, {}) == dict.fromkeys(missing | known, 1.0)


CONTENT = [
    ({"stems": AB}, {"stems": BC}, "alike=0.5 held=0.5 -nothing_held"),
    ({"stems": AB}, {"stems": B}, "alike=0.667 held -nothing_held"),
    ({"around": AB}, {"around": BC}, "alike_around=0.5 -nothing_shared"),
    ({"around": AB}, {}, ""),
    ({"roots": AB}, {"roots": BC}, "kin=0.5 -nothing_held -nothing_ties"),
    ({"roots": AB}, {"roots": frozenset({"xc"})}, ""),
    ({"roots": AB, "stems": AB}, {"roots": BC, "stems": BC},
     "alike=0.5 held=0.5 -nothing_held -nothing_ties"),
    ({"stems": frozenset({"beteiligt"}), "roots": B},
     {"stems": frozenset({"unbeteiligt"}), "roots": B},
     "antonyms kin -nothing_held -nothing_ties -nothing_turns"),
    ({"stems": frozenset({"beteiligt"})}, {"stems": frozenset({"unbeteiligt"})}, ""),
    ({"silent": True}, {}, "says_nothing"),
    ({}, {"silent": True}, "says_nothing"),
    ({"confidence": "alleged"}, {}, "other_confidence"),
    ({"kind": "direct"}, {"kind": "direct"}, "both_direct"),
    ({"kind": "direct"}, {"kind": "indirect"}, ""),
    ({"kind": "indirect"}, {"kind": "indirect"}, ""),
    ({"stance": "demands"}, {}, "demand"),
    ({}, {"stance": "demands"}, "demand"),
    ({}, {"paragraph": 0}, "leads"),
    ({"paragraph": 0}, {}, ""),
    ({"kind": "reported"}, {}, "summed_up"),
    ({}, {"kind": "reported"}, "summed_up"),
    ({}, {"kind": "reported", "denies": True}, "against_after"),
    ({}, {"kind": "reported", "denial_around": True}, ""),
    ({}, {"kind": "reported", "admits": True}, ""),
    ({"figures": THREE}, {}, "number_on_one_side"),
    ({}, {"figures": THREE}, "number_on_one_side"),
    ({"figures": THREE}, {"figures": THREE}, "-nothing_ties shared_number"),
    ({"figures": THREE}, {"figures": FOUR}, "numbers_differ"),
    ({"figures": THREE + FOUR}, {"figures": FOUR}, "-nothing_ties shared_number"),
    ({"figures": THREE + FOUR}, {"figures": FOUR + FIVE},
     "-nothing_ties numbers_differ shared_number"),
    (says("Es dauere vier Tage"), says("Es dauere zwei Wochen"), "numbers_differ"),
    (says("Es dauere 14 Tage"), says("Es dauere zwei Wochen"), "-nothing_ties shared_number"),
    (says("Es dauere vier Tage"), says("Es seien vier Grad"), ""),
    (says("Es dauere vier Tage"), {}, ""),
    (says("am 12. Februar"), says("am 15. Februar"), "numbers_differ"),
    (says("am 12. Februar"), says("am 12. Februar"), "-nothing_ties shared_number"),
    ({"actors": ("Vogt",)}, {}, "-exact_speaker"),
    ({"actors": ("Vogt",), "names": frozenset({"vogt"})}, {}, "-exact_speaker -same_person"),
]  # fmt: skip
TURNS = [
    ({"negated": True}, {}, "negation_differs -nothing_turns"),
    ({}, {"negated": True}, "against_after negation_differs -nothing_turns"),
    ({"negated": True}, {"negated": True}, "against_after"),
    ({"negated": True, "stems": AB}, {"stems": BC},
     "alike=0.5 held=0.5 negation_differs negation_held=0.5 -nothing_held -nothing_turns"),
    ({"side": -1}, {"side": 1}, "-nothing_turns"),
    ({"side": 1}, {"side": -1}, "-nothing_turns"),
    ({"side": -1}, {"side": -1}, ""),
    ({"side": -1, "stems": AB}, {"side": 1, "stems": BC},
     "alike=0.5 held=0.5 -nothing_held -nothing_turns two_sides_held=0.5"),
    ({"denies": True}, {}, "denies_first -nothing_turns"),
    ({}, {"denies": True}, "against_after"),
    ({"denies": True}, {"denies": True}, "against_after -nothing_turns"),
    # A confession.
    ({}, {"admits": True}, ""),
    ({"denies": True}, {"admits": True}, "denies_first -nothing_turns"),
    ({"denies": True, "roots": AB}, {"admits": True, "roots": BC},
     "denies_first kin=0.5 -nothing_held -nothing_ties -nothing_turns"),
    ({"denies": True}, {"admits": True, "kind": "reported"},
     "denies_first -nothing_held -nothing_ties -nothing_turns"),
    ({"denies": True, "kind": "reported"}, {"admits": True},
     "denied_admitted denies_first -nothing_held -nothing_ties -nothing_turns"),
    ({"denies": True, "stems": AB}, {"admits": True, "stems": BC},
     "alike=0.5 denied_admitted denies_first held=0.5 -nothing_held -nothing_ties -nothing_turns"),
    ({"negated": True}, {"admits": True}, "negation_differs -nothing_turns"),
    ({"negated": True, "around": AB}, {"admits": True, "around": BC},
     "alike_around=0.5 negation_differs -nothing_held -nothing_shared -nothing_ties -nothing_turns "
     "ruled_out_admitted"),
    (signs("insisting"), {"admits": True}, ""),
    ({**signs("insisting"), "around": AB}, {"admits": True, "around": BC},
     "alike_around=0.5 -nothing_held -nothing_shared -nothing_ties -nothing_turns "
     "ruled_out_admitted"),
    ({**signs("insisting"), "around": AB}, {"around": BC}, "alike_around=0.5 -nothing_shared"),
    (signs("commitment"), {"admits": True}, "commitment ruled_out_admitted"),
    ({"negated": True, "denies": True}, {"admits": True},
     "denies_first negation_differs -nothing_turns"),
    ({"admits": True}, {}, ""),
    # Words that tell of a turn.
    (signs("commitment"), {}, "commitment"),
    ({}, signs("commitment"), ""),
    ({}, signs("admission"), "admission -nothing_held -nothing_ties -nothing_turns"),
    (signs("admission"), {}, ""),
    ({}, {"article": "a", **signs("admission")},
     "-nothing_held -nothing_ties -nothing_turns one_article"),
    ({"stems": AB}, {"stems": BC, **signs("admission")},
     "admission admission_held=0.5 alike=0.5 held=0.5 -nothing_held -nothing_ties -nothing_turns"),
    ({}, signs("turning"), "-nothing_ties -nothing_turns turning"),
    ({}, {"article": "a", **signs("turning")}, "-nothing_ties -nothing_turns one_article"),
    ({"stems": AB}, {"stems": BC, **signs("turning")},
     "alike=0.5 held=0.5 -nothing_held -nothing_ties -nothing_turns turning turning_held=0.5"),
    (signs("turning"), {}, ""),
    ({}, turns(regret=1.0), "-nothing_held -nothing_ties -nothing_turns told_by_regret"),
    ({}, turns(regret=0.4), "-nothing_ties -nothing_turns told_by_regret=0.4"),
    ({}, turns(about_face=1.0), "-nothing_held -nothing_ties -nothing_turns told_by_about_face"),
    ({}, turns(about_face=0.4), "-nothing_ties -nothing_turns told_by_about_face=0.4"),
    ({}, turns(recalled=1.0), "-nothing_ties -nothing_turns told_by_recalled"),
    ({}, turns(title=1.0), "-nothing_ties -nothing_turns told_by_title"),
    (turns(regret=1.0), {}, ""),
    ({}, {"cue": HAD}, "recalled_itself"),
    ({"cue": HAD}, {}, ""),
    # How firmly, and of which time.
    (tenor("firm"), {}, "firm_before to_come_first"),
    ({}, tenor("firm"), ""),
    (tenor("firm", "past"), {}, "firm_before"),
    ({"ahead": True}, {}, "to_come_first"),
    ({"ahead": True, **tenor("past")}, {}, "to_come_first"),
    ({}, {"ahead": True}, ""),
    (tenor("past"), {}, ""),
    ({}, tenor("past"), "past_after"),
    (tenor("past"), tenor("past"), "past_after past_both"),
    ({}, tenor("emphatic"), "emphatic_after"),
    (tenor("emphatic"), {}, ""),
    ({}, {**tenor("emphatic"), **signs("turning")}, "-nothing_ties -nothing_turns turning"),
]  # fmt: skip
TIMES = [
    ({}, day(100), "-days_later same_day -within_a_week"),
    ({"said": "2024-06-01"}, {"said": "2024-06-01", **day(100)},
     "-days_later said_on_one_day same_day -within_a_week"),
    ({"said": "2024-06-01"}, day(100), "-days_later same_day -within_a_week"),
    ({}, {"said": "2024-06-01", **day(100)}, "-days_later same_day -within_a_week"),
    ({"said": "2024-06-01"}, {"said": "2024-06-04"}, ""),
    ({}, day(101), ""),
    ({}, day(106), ""),
    ({}, day(107), "-within_a_week"),
    ({}, day(113), "-within_a_week"),
    ({}, day(114), "weeks_later -within_a_week"),
    ({}, day(97), ""),
    ({}, day(86), "weeks_later -within_a_week"),
    ({}, day(None), "-days_later -within_a_week"),
    (day(None), {}, "-days_later -within_a_week"),
    ({"roots": AB}, {"roots": BC, **day(106)}, "kin=0.5 -nothing_held -nothing_ties"),
    ({"roots": AB}, {"roots": BC, **day(107)},
     "kin=0.5 -nothing_held -nothing_ties taken_up_later=0.5 -within_a_week"),
    (signs("before_that"), {}, "looks_back"),
    ({}, signs("before_that"), "looks_back"),
    ({}, {**signs("before_that"), **day(101)}, "looks_back looks_back_same_day"),
    ({}, {**signs("before_that"), **day(102)}, "looks_back"),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later", "differs"), [*CONTENT, *TURNS, *TIMES])
def test_a_piece_of_evidence(earlier: dict[str, Any], later: dict[str, Any], differs: str) -> None:
    assert difference(pieces({}, {}), pieces(earlier, later)) == differs
