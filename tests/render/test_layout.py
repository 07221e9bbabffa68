import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model import Span
from claimtrack.render.marked import fold as fold_pieces
from claimtrack.render.marked import marked
from claimtrack.render.screen import UNICODE, Piece
from claimtrack.render.text_columns import fold, pad, shorten, width


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("grün", 4), ("gru\u0308n", 4), ("東京", 4), ("„ja“ – …", 8), ("", 0)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text())
@settings(derandomize=True)
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    assert width(text) == sum(width(char) for char in text)


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("kurz", 10, "kurz"),
        ("Verteidigungsministerium", 10, "Verteidig…"),
        ("das Ministerium, teilte mit", 20, "das Ministerium…"),
    ],
)
def test_shorten(text: str, cells: int, shown: str) -> None:
    assert shorten(text, cells) == shown


@pytest.mark.parametrize(
    ("text", "cells", "lines", "folded"),
    [
        ("eins zwei drei", 9, 0, ["eins zwei", "drei"]),
        ("NATO-Generalsekretär", 12, 0, ["NATO-General", "sekretär"]),
        ("Donau-Anrainer", 8, 0, ["Donau-", "Anrainer"]),
        ("Außenministeriumssprecherin", 10, 0, ["Außenminis", "teriumsspr", "echerin"]),
        ("eins zwei drei vier", 9, 1, ["eins…"]),
        ("", 5, 0, [""]),
    ],
)
def test_fold(text: str, cells: int, lines: int, folded: list[str]) -> None:
    assert fold(text, cells, lines) == folded


@given(st.text(), st.integers(2, 40))
@settings(derandomize=True)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, cells: int) -> None:
    lines = fold(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_pad() -> None:
    assert pad("grün", 6) == "grün  "


def test_marks_stand_in_brackets() -> None:
    text = "Er sagte, es regne stark, heute."
    marks = [(Span(100, 102), "speaker"), (Span(110, 124), "quote")]
    pieces = marked(text, 100, marks, UNICODE)
    assert "".join(piece.text for piece in pieces) == "Er sagte, ⟦es regne stark⟧, heute."
    assert pieces[0] == Piece("Er", "speaker")
    assert Piece("es regne stark", "quote") in pieces


def test_words_across_pieces_are_not_torn() -> None:
    pieces = [Piece("sagte „", ""), Piece("Nein", "quote"), Piece("“, und", "")]
    folded = fold_pieces(pieces, 8)
    assert ["".join(p.text for p in line) for line in folded] == ["sagte", "„Nein“,", "und"]
