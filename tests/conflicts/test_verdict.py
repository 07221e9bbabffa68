"""The verdict table row by row, and its laws."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.conflicts.figures.counts import counts
from claimtrack.conflicts.figures.verdict import gap, judge, spoken
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.conflicts.statement.statement import Count
from claimtrack.model import Actor, Figure, Interval, Ledger
from tests.conflicts.building import about, claim, exact, vague


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
