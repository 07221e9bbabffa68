"""CSV in two settings: what stands in a cell, and what a spreadsheet must not make of it."""

from __future__ import annotations

import pytest

from claimtrack.render.csv import german, render
from claimtrack.render.listing import Cell, Column, Listing, Sort
from claimtrack.render.screen import ASCII, Screen, plain

SCREEN = Screen(None, plain, ASCII)


def lines(cell: Cell, sort: Sort = "text") -> tuple[str, str]:
    """The cell in the settings of programs, and in German ones."""
    listing = Listing((Column("said", sort=sort),), [(cell,)], [{}])
    (_, one), (_, other) = render(listing, SCREEN), german(listing, SCREEN)
    return one, other.removesuffix("\r")


@pytest.mark.parametrize(
    ("cell", "sort", "plainly", "in_german"),
    [
        (Cell("1.5 million", value=1500000.0), "text", "1500000", "1500000"),
        (Cell("1,234.5", value=1234.5), "text", "1234.5", "1234,5"),
        (Cell("-2.5", value=-2.5), "text", "-2.5", "-2,5"),
        (Cell("", value=""), "text", '""', '""'),
        (Cell("(nobody named)", value=""), "text", '""', '""'),
        (Cell("≤2024-10-25", value="../2024-10-25"), "day", "../2024-10-25", "../2024-10-25"),
        (Cell("2024-10-25"), "day", "2024-10-25", "25.10.2024"),
        (Cell("2024-10-25~"), "day", "2024-10-25~", "2024-10-25~"),
        (Cell("2024-10"), "day", "2024-10", "2024-10"),
        (Cell("2024-10-25"), "text", "2024-10-25", "2024-10-25"),
        (Cell("10-12"), "key", "10-12", "'10-12"),
        (Cell("1e5"), "key", "1e5", "'1e5"),
        (Cell("mai-24"), "key", "mai-24", "'mai-24"),
        (Cell("3-okt"), "key", "3-okt", "'3-okt"),
        (Cell("maier-24k2f9"), "key", "maier-24k2f9", "maier-24k2f9"),
        (Cell("nis-n2yxge"), "key", "nis-n2yxge", "nis-n2yxge"),
        (Cell("10-12"), "text", "10-12", "10-12"),
        (Cell("=1+1"), "text", "'=1+1", "'=1+1"),
        (Cell("x", value="=1+1"), "text", "'=1+1", "'=1+1"),
        (Cell("-5 Grad"), "text", "'-5 Grad", "'-5 Grad"),
        (Cell("a;=b"), "text", "a;'=b", '"a;\'=b"'),
        (Cell("a,b"), "text", '"a,b"', "a,b"),
        (Cell("a\nb"), "text", "a b", "a b"),
    ],
)
def test_cell(cell: Cell, sort: Sort, plainly: str, in_german: str) -> None:
    assert lines(cell, sort) == (plainly, in_german)


def test_german_files_have_a_mark_crlf_and_german_headings() -> None:
    names = ("said", "said_first", "words", "unheard_of")
    listing = Listing(tuple(map(Column, names)), [], [])
    assert list(german(listing, SCREEN)) == ["\ufeffgesagt;gesagt von;Wortlaut;unheard of\r"]
    assert list(render(listing, SCREEN)) == ["said,said_first,words,unheard_of"]
