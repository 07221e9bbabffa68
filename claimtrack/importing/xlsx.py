"""Rows of the first sheet of an Excel workbook, one at a time.

Needs openpyxl, the extra ``xlsx``. A workbook is a zip of XML: what unpacks to more than is taken
from any file, or declares entities, is not read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from claimtrack.importing.row import LARGEST, Cell, Row, UnreadableError, letters, problem
from claimtrack.model import Problem

_WIDEST = 500
"""Columns that are looked at."""


def rows(file: Path) -> Iterator[Row | Problem]:
    """The rows below the line of headings.

    A formula counts with the value that was saved with it; one without is a problem of its cell.
    Other sheets are told of in a warning.
    """
    _require_small(file)
    try:
        yield from _rows(file)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, SyntaxError, ValueError) as error:
        raise UnreadableError(f"not a readable workbook: {error}") from error


def _require_small(file: Path) -> None:
    """Raises UnreadableError for a zip bomb, and for XML that defines its own entities."""
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                size = f"unpacked, it is larger than {LARGEST >> 20} MB"
                raise UnreadableError(size, "save only the rows that you need")
            for part in packed.infolist():
                with packed.open(part) as stream:
                    if b"<!DOCTYPE" in stream.read(4096) or b"<!ENTITY" in stream.read(4096):
                        raise UnreadableError(f"{part.filename} is not part of a workbook")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("not a workbook", "save it as .xlsx without a password") from error


def _rows(file: Path) -> Iterator[Row | Problem]:
    values = load_workbook(file, read_only=True, data_only=True)
    formulas = load_workbook(file, read_only=True, data_only=False)
    try:
        if len(values.sheetnames) > 1:
            remark = f"only the sheet “{values.sheetnames[0]}” is read, of {len(values.sheetnames)}"
            yield Problem(str(file), 0, 0, remark, "warning", "import")
        heads: list[str] | None = None
        pairs = zip_longest(*(_lines(book.worksheets[0]) for book in (values, formulas)))
        for line, (cells, written) in enumerate(pairs, start=1):
            if heads is None:
                heads = [str(cell).strip() if cell is not None else "" for cell in cells]
                heads = heads if any(heads) else None
            elif any(cell is not None for cell in written):
                yield from _row(str(file), line, heads, cells, written)
    finally:
        values.close()
        formulas.close()


def _lines(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # a file may claim any size
    return (row[:_WIDEST] for row in sheet.iter_rows(values_only=True))


def _row(
    file: str, line: int, heads: list[str], cells: tuple[Any, ...], written: tuple[Any, ...]
) -> Iterator[Row | Problem]:
    by_heading: dict[str, Cell] = {}
    wrong: list[Row | Problem] = []
    for column, (head, value, text) in enumerate(zip(heads, cells, written, strict=False), start=1):
        cell = Cell(_plain(value), column, f"{letters(column)}{line}")
        if value is None and isinstance(text, str) and text.startswith("="):
            hint = "open and save it in a spreadsheet program, or paste the values"
            wrong.append(problem(file, line, cell, "a formula without a saved value", hint))
        elif head and cell.value not in (None, ""):
            by_heading[head] = cell
    yield from wrong or [Row(file, line, by_heading)]


def _plain(value: Any) -> Any:
    """A day as a date whatever hour it has, a text without blanks around it."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return value.strip()
    return value if isinstance(value, date | int | float | bool) or value is None else str(value)
