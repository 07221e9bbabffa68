"""Lines in which two texts differ."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.ledger.files.line_diff import differences

TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=14)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("", "", ""),
        ("abc", "abc", ""),
        ("abc", "ac", "-b"),
        ("ac", "abc", "+b"),
        ("abc", "axc", "-b+x"),
        ("", "ab", "+a+b"),
        ("axbxc", "abc", "-x-x"),
        ("xxx", "xx", "-x"),
        ("abcd", "cdab", "-a-b+a+b"),
        ("a-b", "ab", "--"),
    ],
)
def test_what_goes_and_comes(old: str, new: str, wanted: str) -> None:
    assert "".join(differences(old, new)) == wanted


@settings(derandomize=True, max_examples=300)
@given(TEXTS, TEXTS)
def test_what_goes_and_comes_makes_one_text_the_other(old: list[str], new: list[str]) -> None:
    told = list(differences(old, new))
    gone = Counter(line[1:] for line in told if line[0] == "-")
    come = Counter(line[1:] for line in told if line[0] == "+")
    assert Counter(old) + come == Counter(new) + gone
    assert bool(told) == (old != new)
    kept = len(old) - gone.total()
    assert kept == len(new) - come.total() >= 0


def test_thousands_of_changes() -> None:
    old = [line for n in range(20_000) for line in (f"- id: c{n}", "  claim: x", "  status: new")]
    new = [line for line in old if line != "  status: new"]
    assert list(differences(old, new)) == ["-  status: new"] * 20_000
