"""Both languages have every word that the page uses, and put numbers and days as people do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimtrack.report
from claimtrack.conflicts.kinds import KINDS as CONFLICTS
from claimtrack.model import CONFIDENCE, KINDS, STANCES, STATUSES, Interval
from claimtrack.report.language import LANGUAGES, language
from claimtrack.report.page import glossary

ROOM = Path(claimtrack.report.__file__).parent
SOURCE = "".join(path.read_text(encoding="utf-8") for path in sorted(ROOM.glob("*.py")))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_key_in_the_code_has_a_phrase(code: str) -> None:
    phrases = language(code).phrases
    asked = set(re.findall(r'\blanguage\(\s*"([a-z_.]+)"', SOURCE))
    counted = set(re.findall(r'\.counted\(\s*"([a-z_.]+)"', SOURCE))
    assert len(asked) > 30 and len(counted) > 6
    assert asked <= phrases.keys()
    assert {f"{key}.{number}" for key in counted for number in ("one", "many")} <= phrases.keys()
    assert all(phrases.values())


def test_both_languages_take_the_same_values() -> None:
    english, german = (language(code).phrases for code in ("en", "de"))
    for key, phrase in english.items():
        assert set(re.findall(r"{(\w+)}", phrase)) == set(re.findall(r"{(\w+)}", german[key])), key


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_closed_word_is_named_and_explained(code: str) -> None:
    phrases = language(code).phrases
    groups = {
        "stance": STANCES, "confidence": CONFIDENCE, "status": STATUSES, "report": KINDS,
        "kind": CONFLICTS,
    }  # fmt: skip
    for group, words in groups.items():
        for word in words:
            assert phrases[f"{group}.{word}"] and phrases[f"about.{group}.{word}"]
    assert list(glossary(language(code)))


@pytest.mark.parametrize(
    ("edtf", "english", "german"),
    [
        ("2024-10-14", "2024-10-14", "14.10.2024"),
        ("2024-10", "2024-10", "10.2024"),
        ("2024", "2024", "2024"),
        ("2024-22", "2024-22", "2024-22"),
        ("2024-10-XX", "2024-10-XX", "2024-10-XX"),
        ("199X", "199X", "199X"),
        ("2024-10-14~", "2024-10-14~", "14.10.2024~"),
        ("../2024-10-25", "≤2024-10-25", "≤25.10.2024"),
        ("2024-10-25/..", "≥2024-10-25", "≥25.10.2024"),
        ("2024-07-21/2024-07-31", "2024-07-21…31", "21.07.2024 – 31.07.2024"),
    ],
)
def test_days_are_short(edtf: str, english: str, german: str) -> None:
    assert (language("en").day(edtf), language("de").day(edtf)) == (english, german)


@pytest.mark.parametrize(
    ("edtf", "english", "german"),
    [
        ("2024-10-14", "2024-10-14", "14.10.2024"),
        ("2024-10-14~", "about 2024-10-14", "etwa 14.10.2024"),
        ("../2024-10-25", "on or before 2024-10-25", "spätestens 25.10.2024"),
        ("2024-10-25/", "on or after 2024-10-25", "frühestens 25.10.2024"),
        (
            "2024-07-21/2024-07-31",
            "between 2024-07-21 and 2024-07-31",
            "zwischen 21.07.2024 und 31.07.2024",
        ),
    ],
)
def test_days_in_words(edtf: str, english: str, german: str) -> None:
    assert (language("en").day_in_words(edtf), language("de").day_in_words(edtf)) == (
        english,
        german,
    )


@pytest.mark.parametrize(
    ("bounds", "english", "german"),
    [
        ((1350, 1650), "1,350–1,650", "1.350–1.650"),
        ((1.5, 1.5), "1.5", "1,5"),
        ((3000, None), "≥ 3,000", "≥ 3.000"),
    ],
)
def test_numbers(bounds: tuple[float, float | None], english: str, german: str) -> None:
    near = Interval(*bounds)
    assert (language("en").interval(near), language("de").interval(near)) == (english, german)


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 claims"), (1, "one claim"), (2, "2 claims")]
)
def test_what_is_counted(count: int, expected: str) -> None:
    assert language("en").counted("claims", count) == expected


def test_a_word_that_is_not_known_stands_as_it_is() -> None:
    assert language("de").word("state", "shot_up") == "shot up"
