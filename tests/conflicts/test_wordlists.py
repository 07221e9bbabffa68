"""The word lists of the comparison: every class in use, wildcards and blanks as the head says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimtrack.conflicts
from claimtrack import lexicon
from claimtrack.conflicts.statement.word_lists import classes_in, either, whole_words

CODE = "".join(
    path.read_text(encoding="utf-8")
    for path in Path(claimtrack.conflicts.__file__).parent.rglob("*.py")
)


@pytest.mark.parametrize("name", lexicon.classes("conflict_words"))
def test_every_class_is_in_use(name: str) -> None:
    told = r"(?:either|whole_words|words_of|stems_of)\([^)]*|_CLASSES = \([^)]*"
    assert re.search(rf"""(?:{told})["']{name}["']""", CODE)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("shown", "liefern", "liefern"),
        ("untrue", "sei aus der Luft gegriffen", "aus der Luft gegriffen"),
        ("charge", "die Vorwürfen", "Vorwürfen"),
        ("thought", "sollte es regnen", "sollte es"),
        ("negation", "kein", "kein"),
        ("true", "falsch", None),
    ],
)
def test_words_as_a_pattern(name: str, text: str, found: str | None) -> None:
    told = re.search(either(name), text)
    assert (told and told[0]) == found


@pytest.mark.parametrize(
    ("name", "any_case", "text", "is_there"),
    [
        ("untrue", False, "Das sei falsch.", True),
        ("untrue", False, "eine Falschaussage, fälschlich", False),
        ("untrue", False, "FALSCH", False),
        ("negation", True, "Kein Zug fuhr.", True),
        ("negation", False, "Kein Zug fuhr.", False),
        ("further", False, "„weitere“", True),
        ("criticises", False, "kritisierten", True),
        ("criticises", False, "selbstkritisierend", False),
    ],
)
def test_whole_words(name: str, any_case: bool, text: str, is_there: bool) -> None:
    assert bool(whole_words(name, any_case=any_case).search(text)) is is_there


@pytest.mark.parametrize("name", lexicon.classes("conflict_words"))
def test_no_word_of_a_class_is_missed(name: str) -> None:
    for entry in lexicon.classes("conflict_words")[name]:
        for rest in ("", "xyz"):
            text = f"„{entry.replace('*', rest).replace('_', ' ')}“-Satz"
            assert whole_words(name).search(text)
            assert name in classes_in(text)
            assert name in classes_in(text.upper())


@pytest.mark.parametrize(
    ("name", "text", "may_be"),
    [
        ("negation", "Kein Zug fuhr.", True),
        ("negation", "Keinem fiel es auf.", True),
        ("negation", "Keineswegs, Vernichtung, nicht_so", False),
        ("criticises", "kritisierten", True),
        ("criticises", "selbstkritisierend", False),
        ("history", "im JAHRE", True),  # "im Jahr zuvor" might follow
        ("history", "jährlich", False),
        ("negation", "", False),
    ],
)
def test_the_classes_of_which_a_text_may_have_a_word(name: str, text: str, may_be: bool) -> None:
    assert (name in classes_in(text)) is may_be
