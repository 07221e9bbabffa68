"""One statement told twice: when it is one, in what it differs, and what that comes to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimtrack.about.matters import Matter
from claimtrack.conflicts.kinds import retelling
from claimtrack.conflicts.kinds.retelling import _differs
from claimtrack.conflicts.statement.statement import Days, Statement
from claimtrack.model import Figure
from tests.conflicts.building import about, exact, statement

LINKS = {"a": frozenset("ab"), "b": frozenset("ab"), "c": frozenset("c")}
FIRES, PEOPLE = Matter("fire", "Brände", "thing"), Matter("people", "Menschen", "people")
FORTY, MORE = exact("40", 40, "Brände"), exact("55", 55, "Brände")


def letters(text: str) -> frozenset[str]:
    return frozenset(text)


def days(first: int | None, last: int | None) -> dict[str, Any]:
    return {"days": Days(first, last)}


def figure(*figures: Figure, matter: Matter = FIRES) -> dict[str, Any]:
    return {"figures": figures, "counted": (matter,) * len(figures)}


def told(name: str, **given: Any) -> Statement:
    plain = {"actors": ("Berg",), "layout": None, "wording": letters("abcd"), "claim": "x",
             "chain": frozenset({"berg"})}  # fmt: skip
    return statement(name, **{**plain, **given})


def finding(first: dict[str, Any], second: dict[str, Any]) -> str | None:
    own = told("a0", **first), told("b0", **{"article": "b", **second})
    found = [*retelling.find(own, LINKS)]
    assert len(found) <= 1
    return f"{found[0].verdict}: {found[0].reason}" if found else None


LIKELY, ALLEGED = {"confidence": "likely"}, {"confidence": "alleged", "hedge": "angeblich"}
HEDGED = "one statement of Berg is told with another confidence (stated, likely)"
ONE = [
    # Whose it is, and where it is told.
    ({}, LIKELY, "conflict: " + HEDGED),
    ({"article": "b"}, LIKELY, None),
    ({}, {**LIKELY, "article": "c"}, None),
    ({"chain": frozenset({"amt"})}, LIKELY, None),
    ({"chain": frozenset({"amt", "berg"})}, LIKELY, "conflict: " + HEDGED),
    ({"places": frozenset({"ulm"})}, {**LIKELY, "places": frozenset({"bonn"})}, None),
    ({"actors": ("Experten",)}, {**LIKELY, "actors": ("Experten",)}, None),
    ({"actors": ("Experten",), "cites": ("Berg",)}, LIKELY,
     "conflict: one statement of Experten is told with another confidence (stated, likely)"),
    # How alike it is worded.
    ({"wording": letters("abcde")}, {**LIKELY, "wording": letters("abcfg")}, "conflict: " + HEDGED),
    ({"wording": letters("abcdefg")}, {**LIKELY, "wording": letters("abcdhijk")},
     "tension: " + HEDGED),
    ({"wording": letters("abcde")}, {**LIKELY, "wording": letters("abfgh")}, None),
    ({"wording": letters("abcdef")}, {**LIKELY, "wording": letters("abcghijk")}, None),
    ({"wording": letters("a")}, {**LIKELY, "wording": letters("a")}, None),
    ({"wording": letters("ab")}, {**LIKELY, "wording": letters("ab")}, "conflict: " + HEDGED),
    # Less is enough where both have the same number of the same.
    ({"wording": letters("abcde"), **figure(FORTY)},
     {**LIKELY, "wording": letters("afghi"), **figure(FORTY)}, "tension: " + HEDGED),
    ({"wording": letters("abcdef"), **figure(FORTY)},
     {**LIKELY, "wording": letters("aghijk"), **figure(FORTY)}, None),
    ({"wording": letters("abcde"), **figure(FORTY)},
     {**LIKELY, "wording": letters("afghi"), **figure(FORTY, matter=PEOPLE)}, None),
    ({"actors": ("Experten",), **figure(FORTY)},
     {**LIKELY, "actors": ("Experten",), **figure(FORTY)},
     "conflict: one statement of Experten is told with another confidence (stated, likely)"),
    # When it was made: an open beginning reaches back a month, a slip is two days.
    (days(100, 100), {**LIKELY, **days(102, 102)}, "conflict: " + HEDGED),
    (days(100, 100), {**LIKELY, **days(103, 103)}, None),
    (days(103, 103), {**LIKELY, **days(100, 100)}, None),
    (days(None, 100), {**LIKELY, **days(None, 132)}, "conflict: " + HEDGED),
    (days(None, 100), {**LIKELY, **days(None, 133)}, None),
    (days(None, None), LIKELY, None),
    ({}, {**LIKELY, **days(None, None)}, None),
    # Who takes the other side in a later article is not retold.
    ({"side": 1, **days(100, 100)}, {**LIKELY, "side": -1, **days(101, 101)}, None),
    ({"side": 1}, {"side": -1, "stance": "denies"},
     "conflict: one statement of Berg is told with another stance (asserts, denies)"),
    ({"side": 0}, {"side": -1, "stance": "denies"},
     "same origin: Berg: one statement, the same words"),
]  # fmt: skip
HURT = Matter("people", "Menschen", "people", state="wounded")
UNHURT = Matter("people", "Menschen", "people")
DIFFERENCES = [
    ({}, {}, "same origin: Berg: one statement, the same words"),
    ({}, {"wording": letters("abce")}, None),
    ({"actors": (), "cites": ("Berg",)}, {"cites": ("Berg",)},
     "same origin: nobody named: one statement, the same words"),
    ({"said": "2024-05-01", **days(100, 100)}, {"said": "2024-05-02", **days(101, 101)},
     "conflict: one statement of Berg is told with another day (2024-05-01, 2024-05-02)"),
    ({"said": "2024-05", **days(90, 120)}, {"said": "2024-05-02", **days(101, 101)},
     "same origin: Berg: one statement, the same words"),
    ({"said": "2024-05-02", **days(120, 120)}, {"said": "2024-05", **days(90, 120)},
     "same origin: Berg: one statement, the same words"),
    ({"said": "2024-05-01", **days(100, 100)}, days(101, 101),
     "same origin: Berg: one statement, the same words"),
    (LIKELY, ALLEGED,
     "conflict: one statement of Berg is told with another confidence (likely, „angeblich“: "
     "alleged)"),
    (figure(FORTY), figure(MORE),
     "conflict: one statement of Berg is told with another number („40“, „55“)"),
    (figure(FORTY), figure(FORTY), "same origin: Berg: one statement, the same words"),
    (figure(FORTY), figure(about("etwa 41", 41, "Brände")), None),
    (figure(FORTY), figure(MORE, matter=PEOPLE), None),
    (figure(FORTY), figure(replace(MORE, state="killed"), matter=replace(FIRES, state="killed")),
     None),
    (figure(exact("40", 40, "Brände")), figure(exact("40", 40, "Feuer")),
     "conflict: one statement of Berg is told with another noun („Brände“, „Feuer“)"),
    (figure(exact("40", 40, "Soldaten"), matter=Matter("soldiers", "Soldaten", "forces")),
     figure(exact("40", 40, "Offiziere"), matter=Matter("soldiers", "Soldaten", "forces")),
     "conflict: one statement of Berg is told with another noun („Soldaten“, „Offiziere“)"),
    (figure(exact("40", 40, "Soldaten"), matter=Matter("soldiers", "Soldaten", "forces")),
     figure(exact("40", 40), matter=Matter("soldiers", "Soldaten", "forces")),
     "same origin: Berg: one statement, the same words"),
    (figure(exact("40", 40, "Passanten"), matter=HURT),
     figure(exact("40", 40, "Verletzte"), matter=HURT),
     "same origin: Berg: one statement, the same words"),
    (figure(exact("40", 40, "Menschen"), matter=UNHURT),
     figure(exact("40", 40, "Verletzte"), matter=UNHURT),
     "conflict: one statement of Berg is told with another noun („Menschen“, „Verletzte“)"),
    ({**LIKELY, **figure(FORTY)}, figure(MORE),
     "conflict: one statement of Berg is told with another confidence (likely, stated), "
     "another number („40“, „55“)"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "what"), [*ONE, *DIFFERENCES])
def test_what_is_told_twice(
    first: dict[str, Any], second: dict[str, Any], what: str | None
) -> None:
    assert finding(first, second) == what


@pytest.mark.parametrize(
    ("evidence", "verdict"),
    [
        ({"numbers_differ": 1.0, "held": 1.0}, "conflict"),
        ({"negation_differs": 1.0, "held": 1.0}, "conflict"),
        ({"antonyms": 1.0, "held": 1.0}, "conflict"),
        ({"other_confidence": 1.0, "held": 1.0}, "tension"),
        ({"other_confidence": 1.0, "antonyms": 1.0}, "conflict"),
        ({"held": 0.9}, None),
        ({"held": 0.89}, "conflict"),
        ({}, "conflict"),
    ],
)
def test_what_one_statement_told_otherwise_comes_to(
    evidence: dict[str, float], verdict: str | None
) -> None:
    assert _differs(evidence) == verdict


@pytest.mark.parametrize(("day", "first"), [(99, "b0"), (101, "a0")])
def test_the_earlier_telling_comes_first(day: int, first: str) -> None:
    own = told("a0", **days(100, 100)), told("b0", article="b", **LIKELY, **days(day, day))
    (found,) = retelling.find(own, LINKS)
    assert found.pair[0].claim.id == first


def test_a_pair_is_told_once_whatever_names_its_chains_share() -> None:
    chain = frozenset({"berg", "amt"})
    own = told("a0", chain=chain), told("b0", article="b", chain=chain, **LIKELY)
    assert len([*retelling.find(own, LINKS)]) == 1
