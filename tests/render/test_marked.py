"""Pieces folded: as a plain text would be, each word in its own style."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model import Span
from claimtrack.render.marked import fold, folded, marked
from claimtrack.render.screen import UNICODE, Piece, Screen, plain
from claimtrack.render.text_columns import width

TEXTS = st.text(st.sampled_from(" ab-東u\u0308€…"), max_size=12)
PIECES = st.lists(st.builds(Piece, TEXTS, st.sampled_from(("", "actor", "quote"))), max_size=5)


def greedy(text: str, cells: int) -> list[str]:
    """As many words on each line as it takes."""
    lines: list[str] = []
    for word in text.split(" "):
        if word and lines and width(lines[-1]) + 1 + width(word) <= cells:
            lines[-1] += f" {word}"
        elif word:
            lines.append(word)
    return lines or [""]


@given(PIECES, st.integers(-3, 20))
@settings(derandomize=True, max_examples=300)
def test_folded_as_one_text(pieces: list[Piece], cells: int) -> None:
    lines = fold(pieces, cells)
    whole = "".join(piece.text for piece in pieces)
    assert ["".join(piece.text for piece in line) for line in lines] == greedy(whole, cells)


HOSTILE = st.text(st.sampled_from(" ab-東u\u0308\t\u200b\x1b"), max_size=12)


@given(st.lists(st.builds(Piece, HOSTILE), max_size=5), st.integers(-3, 20), st.booleans())
@settings(derandomize=True, max_examples=300)
def test_without_colour_as_with_it(pieces: list[Piece], cells: int, hanging: bool) -> None:
    lead, then = ("#1\t", "   ") if hanging else ("  ", None)
    plainly, painted = (Screen(cells, paint) for paint in (plain, lambda piece: plain(piece)))
    assert [*folded(lead, pieces, plainly, then)] == [*folded(lead, pieces, painted, then)]


@given(PIECES, st.integers(1, 20))
@settings(derandomize=True, max_examples=300)
def test_every_letter_keeps_its_style(pieces: list[Piece], cells: int) -> None:
    before = [(char, one.style) for one in pieces for char in one.text if char != " "]
    folded = [one for line in fold(pieces, cells) for one in line]
    assert [(char, one.style) for one in folded for char in one.text if char != " "] == before


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([], [[]]),
        ([Piece(" "), Piece("  ", "quote")], [[]]),
        ([Piece("ab ", "actor"), Piece(" cd")], [[Piece("ab ", "actor"), Piece("cd")]]),
        ([Piece("ab cd efg", "link", "file:///a")],
         [[Piece("ab cd", "link", "file:///a")], [Piece("efg", "link", "file:///a")]]),
        ([Piece("ab\ncd\x1b")], [[Piece("ab cd␛")]]),
    ],
)  # fmt: skip
def test_fold(pieces: list[Piece], lines: list[list[Piece]]) -> None:
    assert fold(pieces, 6) == lines


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from(("a", "quote")))))
@settings(derandomize=True, max_examples=200)
def test_marks_lose_no_letter_and_the_last_one_wins(spans: list[tuple[int, int, str]]) -> None:
    text, offset = "abcdef", 2
    marks = [(Span(min(a, b), max(a, b)), style) for a, b, style in spans]
    shown = [
        (char, piece.style)
        for piece in marked(text, offset, marks, UNICODE)
        for char in piece.text
        if char not in (UNICODE.opening, UNICODE.closing)
    ]
    expected = []
    for at, char in enumerate(text, offset):
        styles = [style for span, style in marks if span.start <= at < span.end]
        expected.append((char, styles[-1] if styles else ""))
    assert shown == expected
