"""Rows of CSV and TSV files, as spreadsheets write them in German and in English settings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from claimtrack.importing.row import Cell, Row, UnreadableError, letters, problem
from claimtrack.model import Problem

_DELIMITERS = ";,\t"


def rows(file: Path, raw: bytes) -> Iterator[Row | Problem]:
    """The rows below the line of headings; what parts cells is told by that line.

    A file that is no UTF-8 is read as Windows-1252, with a warning.
    """
    text = _decoded(raw)
    if text is None:
        text = raw.decode("cp1252", "replace")
        yield Problem(
            str(file), 0, 0, "not UTF-8, read as Windows-1252", "warning", "import",
            hint="check the umlauts",
        )  # fmt: skip
    lines = list(io.StringIO(text, newline=""))  # splitlines would part cells at a form feed
    delimiter = "\t" if file.suffix.lower() == ".tsv" else _delimiter(lines)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    heads: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield problem(str(file), line, None, f"no row of a table: {error}")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if heads is None:
            heads = [cell.strip() for cell in cells]
        elif len(cells) > len(heads) and any(cells[len(heads) :]):
            extra = Cell(None, len(heads) + 1, f"{letters(len(heads) + 1)}{line}")
            yield problem(str(file), line, extra, "a cell without a heading")
        else:
            yield _row(str(file), line, heads, cells)


def _decoded(raw: bytes) -> str | None:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    if b"\0" in raw:
        raise UnreadableError("not a text file", "save it as CSV, or as .xlsx under that name")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _delimiter(lines: list[str]) -> str:
    """Of the signs that may part cells the one that most often stands in the headings."""
    first = next((line for line in lines if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(_DELIMITERS, key=outside.count)


def _row(file: str, line: int, heads: list[str], cells: list[str]) -> Row:
    by_heading = {
        head: Cell(cell.strip(), column, f"{letters(column)}{line}")
        for column, (head, cell) in enumerate(zip(heads, cells, strict=False), start=1)
        if head and cell.strip()
    }
    return Row(file, line, by_heading)
