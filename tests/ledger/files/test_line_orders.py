"""Lines that only change places: as few as can be go and come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.ledger.files.line_diff import differences


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("abcd", "bcda", "-a+a"),
        ("abcd", "dabc", "+d-d"),
        ("abcd", "bacd", "-a+a"),
    ],
)
def test_what_moves_goes_and_comes(old: str, new: str, wanted: str) -> None:
    told = "".join(differences(old, new))
    assert sorted(told) == sorted(wanted)


def longest_in_order(order: Sequence[int]) -> int:
    """The length of the longest rising chain of different numbers."""
    ends: list[int] = []
    for number in order:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


@settings(derandomize=True, max_examples=300)
@given(st.permutations(range(9)))
def test_the_most_lines_that_are_in_one_order_stay(order: list[int]) -> None:
    told = list(differences([*map(str, range(9))], [*map(str, order)]))
    assert len(told) == 2 * (9 - longest_in_order(order))
