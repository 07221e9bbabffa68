"""The rows of one file, by its kind: tables as spreadsheets write them, claims in JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from claimtrack.importing.row import LARGEST, Cell, Row, UnreadableError, letters, problem
from claimtrack.model import Problem

SUFFIXES = (".csv", ".tsv", ".xlsx", ".json", ".jsonl", ".parquet")


def rows(file: Path) -> Iterator[Row | Problem]:
    """The rows of a file in their order, and what is wrong with others.

    Raises UnreadableError for a file that cannot be read as a whole, OSError, and
    ModuleNotFoundError where the package for its kind is missing.
    """
    kind = file.suffix.lower()
    if kind not in SUFFIXES:
        raise UnreadableError("this kind of file cannot be imported", f"use {', '.join(SUFFIXES)}")
    if not file.is_file():
        raise UnreadableError("no such file" if not file.exists() else "no file", "check the path")
    if kind == ".xlsx":
        from claimtrack.importing import xlsx

        yield from xlsx.rows(file)
    elif kind == ".parquet":
        from claimtrack.importing import parquet

        yield from parquet.rows(file)
    elif kind == ".jsonl":
        with file.open("rb") as stream:
            yield from of_lines(file, iter(lambda: stream.readline(LARGEST + 1), b""))
    else:
        if file.stat().st_size > LARGEST:
            raise UnreadableError(f"larger than {LARGEST >> 20} MB", "split it into several files")
        read = of_array if kind == ".json" else of_delimited
        yield from read(file, file.read_bytes())


_DELIMITERS = ";,\t"


def of_delimited(file: Path, raw: bytes) -> Iterator[Row | Problem]:
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


CLAIM, READING = "claimtrack.claim/1", "claimtrack.reading/1"


def of_array(file: Path, raw: bytes) -> Iterator[Row | Problem]:
    """The rows of a JSON file: an array of objects, or an object with the array ``claims``."""
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"not JSON: {error}") from error
    if isinstance(content, dict) and content.get("schema") not in (CLAIM, READING):
        content = content.get("claims", content)
    for number, record in enumerate(content if isinstance(content, list) else [content], start=1):
        yield from of_record(str(file), number, record)


def of_lines(file: Path, lines: Iterable[bytes]) -> Iterator[Row | Problem]:
    """The rows of JSON lines; a broken line is a problem with its number."""
    for number, raw in enumerate(lines, start=1):
        if len(raw) > LARGEST:
            raise UnreadableError(f"line {number} is larger than {LARGEST >> 20} MB")
        if raw.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                record = json.loads(raw.decode("utf-8-sig"))
            except (ValueError, RecursionError) as error:
                yield problem(str(file), number, None, f"not JSON: {error}")
            else:
                yield from of_record(str(file), number, record)


def of_record(file: str, line: int, record: Any) -> Iterator[Row | Problem]:
    """The rows of an object: one, or the claims of a reading; quotations inside others are none."""
    if not isinstance(record, Mapping):
        yield problem(file, line, None, "no object with fields")
    elif record.get("schema") == READING:
        if error := record.get("error"):
            yield problem(file, line, None, f"was not read: {dict(error).get('message')}")
        for claim in record.get("claims") or ():
            if not claim.get("within"):
                yield _claim(file, line, claim, record.get("article"))
    elif record.get("schema") == CLAIM:
        if not record.get("within"):
            yield _claim(file, line, record, None)
    else:
        cells = ((str(name), value) for name, value in record.items())
        yield Row(file, line, _cells(cells))


_FIELDS = (
    "id", "via", "cites", "kind", "stance", "confidence", "hedge", "answers", "said", "about",
    "claim", "figures", "status", "credibility", "tags", "note", "article",
)  # fmt: skip


def _claim(
    file: str, line: int, record: Mapping[str, Any], article: Mapping[str, Any] | None
) -> Row:
    """A claim by its contract; its topic may be derived, and is left to the ledger."""
    quote = record.get("quote") or {}
    own = {"actor": record.get("actors"), "quote": quote.get("text"), "at": quote.get("spans")}
    fields = {name: record.get(name) for name in _FIELDS} | own
    return Row(file, line, _cells(fields.items()), article)


def _cells(pairs: Iterable[tuple[str, Any]]) -> dict[str, Cell]:
    return {
        name: Cell(value, 0, name)
        for name, value in pairs
        if value is not None and value not in ("", [], {})
    }
