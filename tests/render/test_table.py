from __future__ import annotations

import pytest

from claimtrack.render.listing import Cell, Column, Listing
from claimtrack.render.screen import Screen
from claimtrack.render.table import render

COLUMNS = (
    Column("id", 8, "foot"),
    Column("who", 12),
    Column("note", 10),
    Column("count", 5, number=True),
    Column("words", place="body"),
)
LONG = "Die Brücke über den Fluss bleibe nach dem Unwetter bis auf Weiteres gesperrt"


def listing(*rows: tuple[str, ...]) -> Listing:
    return Listing(COLUMNS, tuple(tuple(map(Cell, row)) for row in rows), ())


ROWS = listing(("a-1", "Bürgermeister", "", "7", LONG), ("b-22", "Amt", "", "1200", "ja"))


def test_a_pipe_gets_a_line_a_row_and_the_body_last() -> None:
    assert list(render(ROWS, Screen())) == [
        "ID    WHO            NOTE  COUNT  WORDS",
        f"a-1   Bürgermeister            7  {LONG}",
        "b-22  Amt                   1200  ja",
    ]


def test_a_wide_screen_gets_columns_without_empty_ones() -> None:
    assert list(render(ROWS, Screen(width=80))) == [
        "ID    WHO           COUNT  WORDS",
        "a-1   Bürgermeiste      7  Die Brücke über den Fluss bleibe nach dem Unwetter",
        "      r                    bis auf Weiteres gesperrt",
        "b-22  Amt            1200  ja",
    ]


def test_a_narrow_screen_stacks_them() -> None:
    assert list(render(ROWS, Screen(width=40))) == [
        "WHO           COUNT",
        "Bürgermeiste      7",
        "r",
        "  Die Brücke über den Fluss bleibe nach",
        "  dem Unwetter bis auf Weiteres gesperrt",
        "  a-1",
        "",
        "Amt            1200",
        "  ja",
        "  b-22",
    ]


def test_a_long_body_is_shortened_on_a_screen_only() -> None:
    rows = listing(("a", "Amt", "", "1", " ".join([LONG] * 9)))
    stacked = list(render(rows, Screen(width=40)))
    assert len(stacked) == 6
    assert stacked[4].endswith("…")
    assert "".join(render(rows, Screen())).count("Brücke") == 9


@pytest.mark.parametrize("width", [20, 30, 45, 60, 80, 100, 160, 250])
def test_no_line_is_too_wide(width: int) -> None:
    assert all(len(line) <= width for line in render(ROWS, Screen(width=width)))


def test_no_rows_no_lines() -> None:
    assert list(render(listing(), Screen())) == []
