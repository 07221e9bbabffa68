"""Two wordings as one text, word by word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.render.screen import Piece, Screen
from claimtrack.render.worddiff import word_difference

DIFFERENCES = {
    ("rund 300 Tote", "rund 300 Tote"): "rund 300 Tote",
    ("rund 300 Tote", "rund 350 Tote"): "rund [-300-]{+350+} Tote",
    ("etwa 10.000 Soldaten", "etwa 10.500 Soldaten"): "etwa [-10.000-]{+10.500+} Soldaten",
    ("Geheimdienst NIS", "NIS"): "[-Geheimdienst-] NIS",
    ("NIS", "Geheimdienst NIS"): "{+Geheimdienst+} NIS",
    ("er komme, hieß es", "er komme"): "er komme[-, hieß es-]",
    ("", "2024-10-25"): "{+2024-10-25+}",
    ("../2024-10-25", ""): "[-../2024-10-25-]",
    ("das Haus steht", "das\nHaus  steht"): "das Haus steht",
}


@pytest.mark.parametrize("pair", DIFFERENCES)
def test_without_colour_the_words_are_marked(pair: tuple[str, str]) -> None:
    assert "".join(piece.text for piece in word_difference(*pair, Screen())) == DIFFERENCES[pair]


def test_with_colour_the_words_have_styles() -> None:
    painted = Screen(paint=lambda piece: piece.text)
    pieces = [piece for piece in word_difference("etwa 300", "etwa 350", painted) if piece.style]
    assert pieces == [Piece("300", "gone"), Piece("350", "came")]


WORDS = st.text(st.sampled_from("ab ,.\n"), max_size=30)


@settings(derandomize=True, max_examples=300)
@given(WORDS, WORDS)
def test_both_texts_are_in_it(old: str, new: str) -> None:
    shown = [*word_difference(old, new, Screen(paint=lambda piece: piece.text))]
    for text, other in ((old, "came"), (new, "gone")):
        kept = "".join(piece.text for piece in shown if piece.style != other)
        assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)
