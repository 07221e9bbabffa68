"""The word lists of the comparison: every class in use, wildcards and blanks as the head says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimtrack.conflicts
from claimtrack import lexicon
from claimtrack.conflicts.statement.word_lists import either

CODE = "".join(
    path.read_text(encoding="utf-8")
    for path in Path(claimtrack.conflicts.__file__).parent.rglob("*.py")
)


@pytest.mark.parametrize("name", lexicon.classes("conflict_words"))
def test_every_class_is_in_use(name: str) -> None:
    told = r"(?:either|words_of)\([^)]*|_CLASSES = \([^)]*"
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
