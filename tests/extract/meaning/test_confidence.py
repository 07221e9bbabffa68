"""How sure a claim is put: words and frame apart, each with the hedge it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.extract.meaning.confidence import read_confidence
from claimtrack.lexicon import table
from claimtrack.model import CONFIDENCE

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parents[2] / "cases" / "confidence.tsv")
    .read_text("utf-8")
    .split("\n")
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("words", "frame", "stance", "confidence", "hedge"), CASES)
def test_confidence(words: str, frame: str, stance: str, confidence: str, hedge: str) -> None:
    assert read_confidence(words, frame, stance) == (confidence, hedge or None)


def test_a_claim_cut_in_two_is_read_as_one() -> None:
    assert (
        read_confidence("die Bahn … werde wohl streiken", "so der Chef", "asserts")[0] == "likely"
    )


def test_every_line_of_the_lexicon_names_a_confidence_and_a_place() -> None:
    for confidence, place, words in table("hedges"):
        assert confidence in (*CONFIDENCE, "-"), words
        assert place in ("adverb", "both", "claim", "frame", "act"), words


@settings(derandomize=True, max_examples=150)
@given(
    st.lists(
        st.sampled_from(["vielleicht", "bestätigt", "nicht", "soll", "der", ",", ".", "„", "ob"])
    ),
    st.sampled_from(["", "sagte er", "bestätigte sie", "Berichten zufolge"]),
)
def test_the_hedge_stands_in_the_text(pieces: list[str], frame: str) -> None:
    words = " ".join(pieces)
    confidence, hedge = read_confidence(words, frame, "confirms")
    assert confidence in CONFIDENCE
    assert (hedge is None) == (confidence == "stated")
    assert hedge is None or hedge in f"{words} {frame}"
