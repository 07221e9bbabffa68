"""The verdict table row by row, and its laws."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.conflicts.figures.counts import counts
from claimtrack.conflicts.figures.verdict import judge, meet, of_one_thing, spoken
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.conflicts.statement.statement import Count, Days
from claimtrack.conflicts.verdicts import gap
from claimtrack.model import Actor, Figure, Interval, Ledger
from tests.conflicts.building import about, claim, exact, vague
from tests.conflicts.building import count as built


def count(actor: str, figure: Figure, said: str) -> Count:
    told = claim(actor, actor, f"In Linz seien {figure.text} Menschen betroffen", figure, said=said)
    (statement,) = prepare(Ledger("x.yaml", claims=(told,)), Actor)
    (only,) = counts([statement])
    return only


def dead(figure: Figure) -> Figure:
    return replace(figure, what="Menschen", state="killed")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ((exact("8", 8), "2020-01-01"), (exact("8", 8), "2020-01-02"), "agree"),
        ((exact("8", 8), "2020-01-01"), (exact("12", 12), "2020-01-02"), "update"),
        ((exact("12", 12), "2020-01-01"), (exact("8", 8), "2020-01-02"), "conflict"),
        ((exact("12", 12), "2020-01-01"), (exact("8", 8), "2020-01-01"), "conflict"),
        ((about("etwa 10", 10), "2020-01-02"), (exact("12", 12), "2020-01-02"), "tension"),
        ((exact("8", 8), "../2020-01-05"), (exact("12", 12), "2020-01-02"), "conflict"),
        ((vague("Tausende", 2000, 9999), "2020-01-02"), (exact("12000", 12000), "2020-01-02"),
         "agree"),
        ((vague("Tausende", 2000, 9999), "2020-01-02"), (exact("20000", 20000), "2020-01-02"),
         "conflict"),
        ((vague("Tausende", 2000, 9999), "2020-01-02"), (exact("1500", 1500), "2020-01-02"),
         "conflict"),
        ((vague("mindestens 60", 60, None), "2020-01-02"), (exact("900", 900), "2020-01-02"),
         "agree"),
    ],
)  # fmt: skip
def test_row(one: tuple[Figure, str], other: tuple[Figure, str], verdict: str) -> None:
    a, b = count("A", dead(one[0]), one[1]), count("B", dead(other[0]), other[1])
    assert judge(a, b).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((1, 5), (7, 9), (2, 1.4)),
        ((7, 9), (1, 5), (2, 1.4)),
        ((0, 0), (7, 9), (7, None)),
        ((1, 5), (5, 9), None),
        ((1, None), (5, 9), None),
        ((60, None), (60, None), None),
    ],
)
def test_gap(
    one: tuple[float, float | None],
    other: tuple[float, float | None],
    apart: tuple[float, float | None] | None,
) -> None:
    found = gap(Interval(*one), Interval(*other))
    assert (tuple(found) if found else None) == apart


@pytest.mark.parametrize(
    ("interval", "reach"),
    [((2000, 9999), 19999), ((24, 99), 199), ((200, 999), 1999), ((2000, 5000), 5000),
     ((90, 99), 99), ((60, None), None), ((0, 9), 9)],
)  # fmt: skip
def test_what_a_bare_plural_leaves_open(
    interval: tuple[float, float | None], reach: float | None
) -> None:
    assert spoken(Interval(*interval)).high == reach


INTERVALS = st.tuples(
    st.integers(0, 50), st.one_of(st.none(), st.integers(0, 50)), st.integers(0, 5)
).map(
    lambda three: (Interval(three[0], None if three[1] is None else three[0] + three[1]), three[2])
)


@given(INTERVALS, INTERVALS, st.integers(1, 28), st.integers(1, 28))
@settings(derandomize=True, max_examples=80, deadline=None)
def test_the_verdict_does_not_hang_on_the_order(
    one: tuple[Interval, int], other: tuple[Interval, int], first: int, second: int
) -> None:
    a, b = (
        count(name, Figure(name, "Menschen", "killed", None, near, widened(near, room)),
              f"2020-01-{day:02}")
        for name, (near, room), day in (("A", one, first), ("B", other, second))
    )  # fmt: skip
    assert judge(a, b).verdict == judge(b, a).verdict
    if gap(a.near, b.near) is None:
        assert judge(a, b).verdict in ("agree", "same origin")


def widened(near: Interval, room: int) -> Interval:
    return Interval(max(0, near.low - room), None if near.high is None else near.high + room)


def seen(figure: Figure, **given: Any) -> Count:
    plain = {"population": "people", "label": "Menschen", "sort": "people", "state": "killed"}
    return built(given.pop("name", figure.text), figure, **{**plain, **given})


def days(last: int | None) -> dict[str, Any]:
    return {"days": Days(None, last)}


MAY, JUNE = days(date(2024, 5, 3).toordinal()), days(date(2024, 6, 3).toordinal())
EIGHT, TWELVE, TEN = exact("8", 8), exact("12", 12), about("etwa 10", 10)
FORCES = {"population": "soldiers", "label": "Soldaten", "sort": "forces"}
ROWS = [
    # One origin with the same words tells the same number once.
    (EIGHT, {"origin": "dpa"}, EIGHT, {"origin": "dpa", "name": "b"},
     "same origin: one origin, the same words: „8“"),
    (EIGHT, {"origin": "dpa"}, EIGHT, {"origin": "afp", "name": "b"},
     "agree: „8“ (8) and „8“ (8) can both be meant"),
    (EIGHT, {"origin": "dpa"}, TWELVE, {"origin": "dpa"},
     "conflict: „8“ (8) and „12“ (12) cannot both hold; not an update: both were said by "
     "the same day (0001-04-10)"),
    (EIGHT, {"origin": "dpa", "gist": frozenset("a")}, EIGHT, {"origin": "dpa", "name": "b"},
     "agree: „8“ (8) and „8“ (8) can both be meant"),
    # What happened to those who are counted.
    (EIGHT, {}, TWELVE, {"state": "wounded"},
     "different phase: „8“ says how many are killed, „12“ how many are wounded"),
    (EIGHT, {}, TWELVE, {"state": None},
     "different phase: „8“ says how many are killed, „12“ this number"),
    (EIGHT, {"state": "voted_for"}, TWELVE, {"state": "voted_against"},
     "different phase: „8“ says how many are voted for, „12“ how many are voted against"),
    # Bounds that meet.
    (TEN, {}, TEN, {"name": "b"},
     "agree: „etwa 10“ (9 to 11) and „etwa 10“ (9 to 11) can both be meant"),
    (TEN, {}, exact("11", 11), {}, "agree: „etwa 10“ (9 to 11) and „11“ (11) can both be meant"),
    (TEN, {}, TWELVE, {},
     "tension: „etwa 10“ (9 to 11) and „12“ (12) do not meet as ordinarily meant, though "
     "the widest reading of the words lets them; not an update: both were said by the same "
     "day (0001-04-10)"),
    (TEN, {}, exact("14", 14), {},
     "conflict: „etwa 10“ (7 to 13) and „14“ (14) cannot both hold; not an update: both "
     "were said by the same day (0001-04-10)"),
    (exact("14", 14), {}, TEN, {},
     "conflict: „14“ (14) and „etwa 10“ (7 to 13) cannot both hold; not an update: both "
     "were said by the same day (0001-04-10)"),
    # The larger one is the later one, and the number can only grow.
    (EIGHT, MAY, TWELVE, JUNE,
     "update: what is killed can only grow, and the larger figure, „12“, is the later one "
     "(2024-06-03 after 2024-05-03)"),
    (TWELVE, JUNE, EIGHT, MAY,
     "update: what is killed can only grow, and the larger figure, „12“, is the later one "
     "(2024-06-03 after 2024-05-03)"),
    (EIGHT, JUNE, TWELVE, MAY,
     "conflict: „8“ (8) and „12“ (12) cannot both hold; not an update: the larger figure is "
     "the earlier one (2024-05-03 before 2024-06-03)"),
    (EIGHT, MAY, TWELVE, MAY,
     "conflict: „8“ (8) and „12“ (12) cannot both hold; not an update: both were said by "
     "the same day (2024-05-03)"),
    (EIGHT, days(None), TWELVE, MAY,
     "conflict: „8“ (8) and „12“ (12) cannot both hold; not an update: no date tells which "
     "was said later"),
    (EIGHT, MAY, TWELVE, days(None),
     "conflict: „8“ (8) and „12“ (12) cannot both hold; not an update: no date tells which "
     "was said later"),
    (EIGHT, {**MAY, "state": "missing"}, TWELVE, {**JUNE, "state": "missing"},
     "conflict: „8“ (8) and „12“ (12) cannot both hold; not an update: how many are missing "
     "can fall or is of one day"),
    (EIGHT, {**MAY, "state": None}, TWELVE, {**JUNE, "state": None},
     "conflict: „8“ (8) and „12“ (12) cannot both hold; not an update: this number can fall "
     "or is of one day"),
    (EIGHT, {**MAY, "state": "planned"}, TWELVE, {**JUNE, "state": "planned"},
     "conflict: „8“ (8) and „12“ (12) cannot both hold; not an update: how many are planned "
     "can fall or is of one day"),
    # A day has no bounds that could be told.
    (EIGHT, {"sort": "measure", "state": None}, TWELVE, {"sort": "measure", "state": None},
     "conflict: „8“ and „12“ cannot both hold; not an update: this number can fall or is of "
     "one day"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "first", "other", "second", "verdict"), ROWS)
def test_a_row_with_its_words(
    one: Figure, first: dict[str, Any], other: Figure, second: dict[str, Any], verdict: str
) -> None:
    judged = judge(seen(one, **first), seen(other, **second))
    assert f"{judged.verdict}: {judged.reason}" == verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ({}, {}, "conflict"),
        # What is of one thing by all the evidence is so in whatever words for what happened.
        ({}, {"state": "wounded"}, "conflict"),
        ({}, {"state": None}, "conflict"),
        ({"state": "planned"}, {"state": "sent"}, "different phase"),
        ({"state": "planned"}, {"state": "ready"}, "conflict"),
        ({"state": "sent"}, {"state": "killed"}, "different phase"),
        ({"state": "planned"}, {"state": "killed"}, "conflict"),
        ({**FORCES, "state": "planned"}, {**FORCES, "state": "killed"}, "different phase"),
        ({"state": "active"}, {"state": "killed"}, "conflict"),
        ({"state": "killed"}, {"state": "active"}, "conflict"),
    ],
)
def test_the_verdict_on_two_figures_of_one_thing(
    first: dict[str, Any], second: dict[str, Any], verdict: str
) -> None:
    assert of_one_thing(seen(TWELVE, **first), seen(EIGHT, **second)).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "some"),
    [((1, 5), (5, 9), True), ((5, 9), (1, 5), True), ((1, 5), (6, 9), False),
     ((1, None), (6, 9), True), ((6, 9), (1, None), True), ((6, None), (1, 5), False),
     ((5, 7), (5, 6), True)],
)  # fmt: skip
def test_a_number_that_lies_in_both(
    one: tuple[float, float | None], other: tuple[float, float | None], some: bool
) -> None:
    assert meet(Interval(*one), Interval(*other)) is some
