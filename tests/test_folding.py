from __future__ import annotations

from unicodedata import combining, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model import Claim, Mention
from claimtrack.text import folded, searched


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
