"""Nouns that different newspapers put for one counted thing."""

from __future__ import annotations

import pytest

from claimtrack.lexicon import table
from claimtrack.lexicon.noun_kin import are_kin_nouns
from claimtrack.lexicon.stems import stem


@pytest.mark.parametrize(
    ("first", "second", "kin"),
    [
        ("Rechner", "Computer", True),
        ("Verbindungen", "Züge", True),
        ("Züge", "Flüge", False),  # both may be called connections, but are not the same
        ("Schafe", "Tiere", True),
        ("Schafe", "Wölfe", False),
        ("Getreide", "Weizen", True),
        ("Weizen", "Roggen", False),
        ("Stühle", "Tische", False),
    ],
)
def test_what_may_stand_for_what(first: str, second: str, kin: bool) -> None:
    left, right = frozenset({stem(first)}), frozenset({stem(second), "und"})
    assert are_kin_nouns(left, right) is kin
    assert are_kin_nouns(right, left) is kin
    assert not are_kin_nouns(left, frozenset())


@pytest.mark.parametrize("row", table("noun_kin"))
def test_a_line_names_one_thing_and_what_it_may_stand_for(row: tuple[str, ...]) -> None:
    same, further = (words.split() for words in row)
    assert same and further
    assert len({*same, *further}) == len(same) + len(further)
