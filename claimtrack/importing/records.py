"""Rows out of JSON: claims and readings as claimtrack prints them, or objects of anybody's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from claimtrack.importing.row import LARGEST, Cell, Row, UnreadableError, problem
from claimtrack.model import Problem

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
