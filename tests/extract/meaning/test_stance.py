"""What an actor does with the words: the verb's stance, negation and set phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.extract.meaning.stance import read_stance
from claimtrack.lexicon import table
from claimtrack.model import STANCES

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parents[2] / "cases" / "stance.tsv").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("lexical", "words", "frame", "stance"), CASES)
def test_stance(lexical: str, words: str, frame: str, stance: str) -> None:
    assert read_stance(lexical, words, frame) == stance


def test_every_line_of_the_lexicon_names_a_stance_and_a_place() -> None:
    for stance, place, words in table("stance_phrases"):
        assert stance in (*STANCES, "-"), words
        assert place in ("frame", "claim", "both", "words"), words
