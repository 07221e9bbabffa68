from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model import Claim, Mention
from claimtrack.text import folded, may_mean, searched


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Südkorea", "sudkorea"),
        ("u\u0308ber", "uber"),
        ("Straße", "strasse"),
        ("„Selenskyj“", "„selenskyj“"),
        ("Erdoğan Şimşek", "erdogan simsek"),
        ("\u01d6", "u"),
    ],
)
def test_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


@settings(derandomize=True)
@given(st.text())
def test_what_is_left_has_no_marks(text: str) -> None:
    plain = normalize("NFKD", text.casefold())
    assert folded(text) == "".join(char for char in plain if not combining(char))


def test_a_search_looks_through_words_wording_hedge_and_note() -> None:
    claim = Claim(
        "x", quote=Mention("Öl", ()), claim="Gas", hedge="Wohl", note="Später", tags=("t",)
    )
    assert searched(claim).split() == ["ol", "gas", "wohl", "spater"]


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("abc", "axc", True),  # three letters: one slip
        ("abc", "axy", False),
        ("abcd", "xycd", True),  # four: two
        ("abcd", "xyzd", False),
        ("abcd", "bacd", True),  # two that changed places are one
        ("abcd", "badc", True),
        ("abc", "xabc", True),
        ("abc", "xyabc", False),
        ("abcdef", "xyabcdef", True),
        ("abcdef", "xyzabcdef", False),
        ("xyabcdef", "abcdef", True),
        ("abcxxxxxxx", "abcyy", True),  # more than half of the shorter, from its start
        ("abcxxxxxxx", "abcyyy", False),
        ("abxxxxxxxx", "abyyy", False),  # a beginning of two
        ("", "a", True),
        ("", "ab", False),
    ],
)
def test_a_slip_of_the_hand(typed: str, name: str, expected: bool) -> None:
    assert may_mean(typed, name) is expected


@cache
def slips(typed: str, name: str) -> int:
    """What tells two words apart, counted letter by letter from their ends."""
    if not typed or not name:
        return len(typed) + len(name)
    wrong = slips(typed[:-1], name[:-1]) + (typed[-1] != name[-1])
    least = min(wrong, slips(typed[:-1], name) + 1, slips(typed, name[:-1]) + 1)
    if typed[-2:] == name[-2:][::-1] and len(typed) > 1:
        least = min(least, slips(typed[:-2], name[:-2]) + 1)
    return least


@given(st.text("abc", max_size=9), st.text("abc", max_size=9))
def test_so_many_slips_are_let_pass(typed: str, name: str) -> None:
    begins_alike = may_mean(typed, name) and typed[:3] == name[:3]
    assert may_mean(typed, name) is (slips(typed, name) <= 1 + len(typed) // 4) or begins_alike
