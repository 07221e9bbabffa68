"""Gender by the word alone, and nouns of time, which never speak."""

import pytest

from claimtrack.german.animacy import time_noun
from claimtrack.german.case import feminine


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("Regierung", True),
        ("Sprecherin", True),
        ("Universität", True),
        ("SPD", True),
        ("Staatsanwaltschaft", True),
        ("Sprecherinnen", False),
        ("Minister", False),
        ("Ministerium", False),
        ("Zeuge", False),
        ("Weber", False),
        ("", False),
    ],
)
def test_feminine(word: str, answer: bool) -> None:
    assert feminine(word) is answer


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("montag", True),
        ("wahlabend", True),
        ("radiointerview", True),
        ("vorjahr", True),
        ("minister", False),
        ("tagung", False),
        ("", False),
    ],
)
def test_time_nouns(word: str, answer: bool) -> None:
    assert time_noun(word) is answer
