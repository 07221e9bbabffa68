"""Words reduced until their forms meet; states in every form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.lexicon.nations import is_inhabitant, is_town, nation_of
from claimtrack.lexicon.stems import containment, is_function_word, likeness, stem, words

STEMS = st.frozensets(st.sampled_from("abcdefgh"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Häuser", "Haus"), ("getötet", "getöteten"), ("Soldat", "Soldaten"), ("Truppe", "Truppen"),
     ("Verletzte", "Verletzten"), ("Tote", "Toten"), ("Straße", "Strassen")],
)  # fmt: skip
def test_forms_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("Rat", "Rate"), ("Tote", "Ton"), ("Haus", "Hase")])
def test_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_function_words_say_nothing() -> None:
    text = "dass es in der Stadt sei"
    assert [word for word in words(text) if not is_function_word(word)] == ["Stadt"]


@given(STEMS, STEMS)
@settings(derandomize=True)
def test_likeness_is_symmetric_and_bounded(one: frozenset[str], other: frozenset[str]) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= containment(one, other) <= 1


@pytest.mark.parametrize(
    ("word", "state"),
    [("Nordkoreas", "Nordkorea"), ("nordkoreanischer", "Nordkorea"), ("Russen", "Russland"),
     ("Moskaus", "Russland"), ("US-amerikanische", "USA"), ("Türken", "Türkei"),
     ("Bern", "Schweiz"), ("Nordostsyriens", "Syrien"), ("Mittelitalien", "Italien"),
     ("Südafrika", "Südafrika"), ("Südamerika", None), ("südamerikanische", None),
     ("Nordirland", "Großbritannien"), ("Westen", None),
     ("Briten", "Großbritannien"), ("Maler", None), ("Kursk", None), ("in", None), ("Lande", None)],
)  # fmt: skip
def test_nation(word: str, state: str | None) -> None:
    assert nation_of(word) == state


@pytest.mark.parametrize(
    ("word", "people", "town"),
    [("Nordkoreanern", True, False), ("Polen", False, False), ("Kiew", False, True),
     ("russische", False, False), ("Italien", False, False)],
)  # fmt: skip
def test_people_and_towns(word: str, people: bool, town: bool) -> None:
    assert (is_inhabitant(word), is_town(word)) == (people, town)
