"""A row of an imported file: its cells by their headings, and the position of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from claimtrack.model import Problem

LARGEST = 100 * 2**20
"""Bytes of the largest file, unpacked."""


class UnreadableError(ValueError):
    """A file that cannot be imported: why, and what to do about it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class Cell(NamedTuple):
    """A value; ``column`` counts from 1, ``name`` is what a person finds it by: ``B12``."""

    value: Any
    column: int = 0
    name: str = ""


class Row(NamedTuple):
    """The cells of a row by their headings, those without a value left out.

    ``line`` counts from 1, as a spreadsheet or an editor shows it. ``article`` is what a reading
    says of the article that its claims are from.
    """

    file: str
    line: int
    cells: Mapping[str, Cell]
    article: Mapping[str, Any] | None = None


def problem(
    file: str, line: int, cell: Cell | None, message: str, hint: str | None = None
) -> Problem:
    """What is wrong with a cell, or with its row as a whole."""
    where = f"{cell.name}: " if cell and cell.name else ""
    column = cell.column if cell else int(line > 0)
    return Problem(file, line, column, f"{where}{message}", code="import", hint=hint)


def letters(column: int) -> str:
    """The name of a column in a spreadsheet: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
