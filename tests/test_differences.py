"""In what two claims differ."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.analysis.claim_diff import differences, differing_words
from claimtrack.model import Claim, Figure
from tests.conflicts.building import claim

KERN = claim("a", "Kern", "die Brücke sei gesperrt", article="a", said="2021-03-02")


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        (replace(KERN, id="b", article="b"), []),
        (replace(KERN, id="b", article="b", said="2021-03-03"), ["said"]),
        (replace(KERN, id="b", article="b", said=None), []),
        (replace(KERN, id="b", article="b", about="2021-03"), []),
        (replace(KERN, said=None), ["said"]),
        (replace(KERN, about="2021-03"), ["about"]),
        (replace(KERN, stance="denies", confidence="likely"), ["stance", "confidence"]),
        (replace(KERN, note="prüfen", tags=("x",), topic="Bau"), ["topic", "tags", "note"]),
        (replace(KERN, id="b", note="prüfen", tags=("x",), credibility="2"), []),
    ],
)
def test_fields(other: Claim, fields: list[str]) -> None:
    """A day that one article leaves out is no difference; in one claim's two versions it is."""
    assert [each.field for each in differences(KERN, other)] == fields


def test_what_is_counted_is_told_once() -> None:
    one = replace(KERN, figures=(Figure("2 Milliarden Euro", "Euro"), Figure("300", "Tote")))
    ((_, told, _),) = differences(one, KERN)
    assert told == "2 Milliarden Euro; 300 Tote"


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        ("rund 200 Menschen", "etwa 300 Menschen", (["rund 200"], ["etwa 300"])),
        ("„es gibt ein Loch“", "es gebe ein Loch", (["gibt"], ["gebe"])),
        ("10.000 Soldaten", "10.500 Soldaten", (["10.000"], ["10.500"])),
        ("die Brücke ist offen", "offen ist die Brücke", (["ist offen"], ["offen ist"])),
        ("gesperrt", "sie bleibt gesperrt", ([], ["sie bleibt"])),
        ("offen", "offen", ([], [])),
        ("", "offen", ([], ["offen"])),
    ],
)
def test_words(one: str, other: str, marked: tuple[list[str], list[str]]) -> None:
    found = differing_words(one, other)
    assert (
        tuple(
            [text[start:end] for start, end in spans]
            for text, spans in zip((one, other), found, strict=True)
        )
        == marked
    )


TEXTS = st.lists(st.sampled_from(["rund", "3.000", "Tote", "seien,", "es"]), max_size=8)


@given(TEXTS, TEXTS)
@settings(derandomize=True)
def test_what_is_left_unmarked_is_the_same(one: list[str], other: list[str]) -> None:
    texts = " ".join(one), " ".join(other)
    kept = []
    for text, spans in zip(texts, differing_words(*texts), strict=True):
        for start, end in reversed(spans):
            text = text[:start] + text[end:]
        kept.append(text.replace(",", " ").split())
    assert kept[0] == kept[1]
