"""Each piece of evidence that two statements are two sides of one matter, and what it takes.

A row gives what is known of a statement and of the one that may be against it, and how the evidence
differs from that of two plain statements, the one right behind the other.
"""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.conflicts.propositions.evidence import stance_evidence
from claimtrack.conflicts.statement.statement import Days
from claimtrack.lexicon.stems import stem
from tests.conflicts.building import at, difference, exact, utterance

AB, BC, B = (frozenset(letters) for letters in (("xa", "xb"), ("xb", "xc"), ("xb",)))
"""Stems equally rare: half of one stands in the other."""
PERU, CHILE, BERG, VOGT = (frozenset({name}) for name in ("Peru", "Chile", "berg", "vogt"))
THREE, FOUR = (exact("3", 3),), (exact("4", 4),)
DENIAL = "denies denies_another -no_denial -no_sides"
ELSEWHERE = "-follows_at_once -next_sentence other_article -same_paragraph"


def signs(*names: str) -> dict[str, Any]:
    return {"signs": frozenset(names)}


def tenor(*names: str) -> dict[str, Any]:
    return {"tenor": frozenset(names)}


def pieces(
    target: dict[str, Any], rebuttal: dict[str, Any], nearest: bool = True
) -> dict[str, float]:
    before = {"actors": ("Berg",), "quote": at(0), **target}
    behind = {"actors": ("Vogt",), "quote": at(26), "sentence": 1, **rebuttal}
    return stance_evidence(utterance("a0", **before), utterance("a1", **behind), nearest)


def test_two_plain_statements() -> None:
    plain = {"same_paragraph", "next_sentence", "no_sides", "no_denial", "no_figures"}
    assert pieces({}, {}) == dict.fromkeys({*plain, "nothing_shared", "follows_at_once"}, 1.0)


DENIALS = [
    ({}, {"denies": True}, "denies denies_another -no_denial -no_sides"),
    ({"denies": True}, {}, "-no_denial -no_sides"),
    ({"denies": True}, {"denies": True}, "both_deny denies_another -no_denial -no_sides"),
    ({"stems": AB}, {"stems": BC, "denies": True},
     "alike=0.5 denies denies_another denies_held=0.5 denies_nearest held=0.5 -no_denial "
     "-no_sides"),
    ({"around": AB}, {"around": BC, "denies": True}, "denies -no_denial -no_sides -nothing_shared"),
    ({}, {"denies": True, "kind": "reported"}, "denies denies_another -no_denial -no_sides"),
    ({}, {"kind": "reported"}, "summed_up"),
    ({"kind": "reported"}, {}, ""),
    # It only points: "wies das zurück".
    ({}, {"denies": True, **signs("bare_denial")},
     "denies denies_nearest -no_denial -no_sides points_back"),
    ({}, signs("bare_denial"), ""),
    ({}, {"denies": True, "sentence": 2, **signs("bare_denial")},
     "denies -next_sentence -no_denial -no_sides"),
    ({"sentence": 2}, {"denies": True, **signs("bare_denial")}, "denies -no_denial -no_sides"),
    ({}, {"denies": True, "stems": frozenset("abc"), **signs("bare_denial")},
     "denies denies_nearest -no_denial -no_sides points_back"),
    ({}, {"denies": True, "stems": frozenset("abcd"), **signs("bare_denial")},
     "denies -no_denial -no_sides"),
    ({"stems": frozenset("a")}, {"denies": True, "stems": frozenset("abcd")},
     "alike=0.4 denies denies_another denies_held denies_nearest held -no_denial -no_sides"),
    # What it is known to answer.
    ({}, {"answers": ("a0",)}, "set_against"),
    ({}, {"answers": ("a9",)}, ""),
    ({}, {"answers": ("a0",), "denies": True},
     "answers denies denies_nearest -no_denial -no_sides"),
    ({}, {"answers": ("a9",), "denies": True},
     "answers_another denies denies_another -no_denial -no_sides"),
    ({}, {"answers": ("a9",), "denies": True, "article": "b"},
     "denies denies_another -follows_at_once -next_sentence -no_denial -no_sides "
     "other_article -same_paragraph"),
    ({}, {"answers": ("a9",), "denies": True, **signs("bare_denial")},
     "answers_another denies -no_denial -no_sides"),
    ({}, {"answers": ("a0",), "stance": "doubts"}, "answers"),
    ({}, {"answers": ("a0",), "stance": "confirms"}, "set_against"),
    ({}, {"answers": ("a0",), **signs("retorting")}, "-no_denial set_against"),
    ({}, signs("retorting"), ""),
    # A denial of its speaker right beside it.
    ({}, {"denial_around": True}, "denial_around=0.5 -no_denial"),
    ({}, {"denial_around": True, "denies": True}, "denies denies_another -no_denial -no_sides"),
    ({}, {"denial_around": True, "kind": "reported"}, "denial_around=0.5 -no_denial"),
    ({}, {"denial_around": True, "answers": ("a0",)}, "answers denial_around=0.5 -no_denial"),
    ({}, {"denial_around": True, "answers_around": frozenset({"a0"})}, "denial_around -no_denial"),
    ({}, {"denial_around": True, "answers_around": frozenset({"a9"})}, ""),
    ({"quote": at(26)}, {"denial_around": True}, "denial_around=0.5 -no_denial"),
    ({"quote": at(27)}, {"denial_around": True}, "later_first"),
    ({"quote": at(27)}, {"denial_around": True, "answers_around": frozenset({"a0"})},
     "denial_around later_first -no_denial"),
    ({"quote": at(27)}, {"denial_around": True, "article": "b"},
     "denial_around=0.5 -follows_at_once -next_sentence -no_denial other_article -same_paragraph"),
]  # fmt: skip
CONTENT = [
    ({"stems": AB}, {"stems": BC}, "alike=0.5 held=0.5"),
    ({"stems": AB}, {"stems": B}, "alike=0.667 held"),
    ({"roots": AB}, {"roots": BC}, "kin=0.5"),
    ({"roots": AB, "stems": AB}, {"roots": BC, "stems": BC}, "alike=0.5 held=0.5"),
    ({"around": AB}, {}, ""),
    ({"around": AB}, {"around": BC}, "-nothing_shared"),
    (tenor("past"), {}, ""),
    (tenor("past"), tenor("past"), "both_past"),
    (tenor("emphatic"), {}, "emphatic"),
    ({}, tenor("emphatic"), "emphatic"),
    (tenor("emphatic"), tenor("emphatic"), ""),
    ({"negated": True}, {}, "negation_differs"),
    ({}, {"negated": True}, "negation_differs"),
    ({"negated": True}, {"negated": True}, ""),
    ({"negated": True, "stems": AB}, {"stems": BC},
     "alike=0.5 held=0.5 negation_differs negation_held=0.5"),
    ({"negated": True, "stems": AB}, {"negated": True, "stems": BC},
     "alike=0.5 both_negated_held=0.5 held=0.5"),
    ({"side": 1}, {"side": -1}, "-no_sides two_sides"),
    ({"side": -1}, {"side": 1}, "-no_sides two_sides"),
    ({"side": -1}, {"side": -1}, ""),
    ({"side": 0}, {"side": -1}, ""),
    ({"side": 1}, {"side": -1, "denies": True},
     "denies denies_another -no_denial -no_sides two_sides"),
    ({"side": 1, "stems": AB}, {"side": -1, "stems": BC},
     "alike=0.5 held=0.5 -no_sides two_sides two_sides_held=0.5"),
    ({"stems": frozenset({"echt"})}, {"stems": frozenset({stem("gefälscht")})},
     "antonyms -no_denial"),
    ({"stems": frozenset({"beteiligt"})}, {"stems": frozenset({"unbeteiligt"})},
     "antonyms -no_denial"),
    ({"figures": THREE}, {}, "-no_figures"),
    ({}, {"figures": FOUR}, "-no_figures"),
    ({"figures": THREE}, {"figures": FOUR}, "both_figures -no_figures"),
    ({"silent": True}, {}, "says_nothing"),
    ({}, {"silent": True}, "says_nothing"),
    ({"stance": "demands"}, {}, "demand"),
    ({}, {"stance": "demands"}, "demand"),
    ({"admits": True}, {}, "admits"),
    ({}, {"admits": True}, "admits"),
]  # fmt: skip
SPEAKERS = [
    ({"actors": ()}, {}, "no_speaker"),
    ({}, {"actors": ()}, "no_speaker"),
    ({"actors": ("Experten",)}, {}, "no_speaker=0.5"),
    ({}, {"actors": ("Experten", "Vogt")}, ""),
    ({"actors": ("Vogt",)}, {}, "same_person"),
    ({"names": BERG}, {"names": BERG | VOGT}, "same_person"),
    ({"names": AB}, {"names": BC}, "same_person=0.5"),
    ({"names": BERG}, {"titles": BERG | VOGT}, "same_person"),
    ({"titles": BERG | VOGT}, {"names": VOGT}, "same_person"),
    ({"names": BERG}, {"titles": VOGT}, ""),
    ({"names": BERG}, {}, ""),
    # One speaks of the other.
    ({"claim": "Vogt lüge"}, {"called": VOGT}, "spoken_of_replies"),
    ({"claim": "Vogt lüge"}, {"titles": VOGT}, "spoken_of_replies"),
    ({"claim": "Berg lüge"}, {"called": VOGT}, ""),
    ({"claim": "Vogt lüge"}, {"called": VOGT, "sentence": 3},
     "distant=0.167 -follows_at_once -next_sentence spoken_of_replies=0.3"),
    ({"called": BERG}, {"claim": "Berg lüge"}, "speaks_of_him"),
    ({"called": BERG}, {"claim": "Berg lüge", "sentence": 3},
     "distant=0.167 -follows_at_once -next_sentence speaks_of_him=0.3"),
    ({"lands": PERU}, {"seats": PERU}, "spoken_of_replies"),
    ({"lands": PERU, "seats": PERU}, {"seats": PERU}, ""),
    ({"lands": CHILE}, {"seats": PERU}, ""),
    # One charges the other.
    ({"stance": "accuses"}, {}, ""),
    ({"stance": "accuses"}, {"denies": True}, "accused denies denies_another -no_denial -no_sides"),
    ({"stance": "accuses"}, {"negated": True}, "negation_differs"),
    ({"stance": "accuses", "stems": AB}, {"negated": True, "stems": BC},
     "accused=0.5 alike=0.5 held=0.5 negation_differs negation_held=0.5"),
    ({"stance": "accuses", "stems": AB, "negated": True}, {"negated": True, "stems": BC},
     "alike=0.5 both_negated_held=0.5 held=0.5"),
    ({"stance": "accuses", "claim": "Vogt lüge"}, {"called": VOGT, "negated": True},
     "accused=0.5 negation_differs spoken_of_replies"),
    ({"stance": "accuses", "claim": "Vogt lüge"}, {"names": VOGT, "denies": True},
     "accused accused_answers denies denies_another -no_denial -no_sides"),
    ({"stance": "accuses", "claim": "Berg lüge"}, {"names": VOGT, "denies": True},
     "accused denies denies_another -no_denial -no_sides"),
]  # fmt: skip
PLACES = [
    ({}, {"article": "b"}, "-follows_at_once -next_sentence other_article -same_paragraph"),
    ({}, {"sentence": -1}, "-next_sentence -same_paragraph"),
    ({"sentence": -1}, {}, "-follows_at_once -next_sentence -same_paragraph"),
    ({}, {"sentence": 0}, ""),
    ({}, {"sentence": 2}, "-next_sentence"),
    ({}, {"sentence": 3}, "distant=0.167 -follows_at_once -next_sentence"),
    ({}, {"sentence": 8}, "distant -follows_at_once -next_sentence"),
    ({}, {"sentence": 9}, "distant -follows_at_once -next_sentence"),
    ({"sentence": 3}, {}, "-next_sentence"),
    ({"sentence": 4}, {}, "distant=0.167 -follows_at_once -next_sentence"),
    ({}, {"paragraph": 1}, "-same_paragraph"),
    ({"quote": at(26)}, {}, ""),
    ({"quote": at(27)}, {}, "later_first"),
    ({}, {"days": Days(120, 120)}, ""),
    ({}, {"days": Days(121, 121)}, "far_in_time"),
    ({"days": Days(121, 121)}, {}, "far_in_time"),
    ({"days": Days(None, None)}, {}, ""),
    # Words that set one against the other.
    ({}, signs("insisting"), "insists"),
    (signs("insisting"), {}, "insisted"),
    ({"stems": B, **tenor("not_before")}, {"stems": B, **tenor("before_then")},
     "alike early_late held -no_denial"),
    ({"stems": B, **tenor("before_then")}, {"stems": B, **tenor("not_before")},
     "alike early_late held -no_denial"),
    ({"stems": B, **tenor("not_before")}, {"stems": B, **tenor("not_before", "before_then")},
     "alike held"),
    (tenor("not_before"), tenor("before_then"), ""),
    (tenor("not_before"), {}, ""),
    ({}, tenor("before_then"), ""),
    ({}, signs("contrasting"), "contrast"),
    ({"quote": at(26)}, signs("contrasting"), "contrast"),
    ({"quote": at(27)}, signs("contrasting"), "later_first"),
    ({}, {"sentence": 3, **signs("contrasting")},
     "contrast=0.3 distant=0.167 -follows_at_once -next_sentence"),
    (signs("contrasting"), {}, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "rebuttal", "differs"), [*DENIALS, *CONTENT, *SPEAKERS, *PLACES]
)
def test_a_piece_of_evidence(
    target: dict[str, Any], rebuttal: dict[str, Any], differs: str
) -> None:
    assert difference(pieces({}, {}), pieces(target, rebuttal)) == differs


@pytest.mark.parametrize(
    ("rebuttal", "differs"),
    [
        ({}, "another_between -follows_at_once"),
        ({"answers": ("a0",)}, "-follows_at_once set_against"),
        ({"sentence": 3}, "distant=0.167 -follows_at_once -next_sentence"),
        ({"denies": True},
         "another_between denies denies_another -follows_at_once -no_denial -no_sides"),
        ({"denies": True, **signs("bare_denial")},
         "another_between denies -follows_at_once -no_denial -no_sides points_elsewhere"),
        ({"denies": True, "answers": ("a0",), **signs("bare_denial")},
         "answers denies -follows_at_once -no_denial -no_sides"),
        ({"denies": True, "stems": frozenset("abcd"), **signs("bare_denial")},
         "another_between denies -follows_at_once -no_denial -no_sides"),
    ],
)  # fmt: skip
def test_a_statement_that_another_parts_from_its_target(
    rebuttal: dict[str, Any], differs: str
) -> None:
    assert difference(pieces({}, {}), pieces({}, rebuttal, nearest=False)) == differs
