"""Denials without a word of denial: what somebody says of oneself against what was just said."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article

SAID = "Bauleiter Karl Ruf sagte, der Wirt habe Akten verkauft. "


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Er habe nie Akten verkauft, sagte Wirt Ole Kranz.", "denies"),
        ("Nie habe er Akten verkauft, sagte Wirt Ole Kranz.", "denies"),
        ("Er habe keine Akten verkauft, sagte Wirt Ole Kranz.", "denies"),
        ("„Ich habe niemals Akten verkauft“, sagte Wirt Ole Kranz.", "denies"),
        # nothing of it was said before, or the speaker said it, or of somebody else
        ("Er habe nie aufgegeben, sagte Wirt Ole Kranz.", "asserts"),
        ("Er habe kein Geld, sagte Wirt Ole Kranz.", "asserts"),
        ("Er habe Akten verkauft, sagte Wirt Ole Kranz.", "asserts"),
        ("Er habe nie Akten gemocht, sagte Ruf.", "asserts"),
        ("Der Rat habe nie Akten verkauft, sagte Wirt Ole Kranz.", "asserts"),
    ],
)
def test_own_words_against_what_was_said(words: str, stance: str) -> None:
    claims = extract(Article("a", SAID + words, published="2024-05-08"))
    assert [claim.stance for claim in claims] == ["asserts", stance]


def test_what_was_said_far_before_is_not_denied() -> None:
    between = "Der Markt ist groß. Die Stände sind bunt. Der Brunnen läuft. Die Uhr geht vor. "
    claims = extract(
        Article("a", SAID + between + "Er habe nie Akten verkauft, sagte Wirt Ole Kranz.")
    )
    assert claims[-1].stance == "asserts"
