"""Rows out of Parquet files: exported claims, and the parts that an archive was read into.

Needs pyarrow, the extra ``arrow``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from claimtrack.importing.row import Row, UnreadableError
from claimtrack.importing.table_files import CLAIM, READING, of_record
from claimtrack.model import Problem

_AT_ONCE = 2000


def rows(file: Path) -> Iterator[Row | Problem]:
    """The rows of a file; one of ours is known by the contract in its metadata."""
    try:
        with parquet.ParquetFile(file) as held:
            name = (held.schema_arrow.metadata or {}).get(b"claimtrack", b"").decode()
            batches = held.iter_batches(_AT_ONCE)
            records = (_record(row, name) for batch in batches for row in batch.to_pylist())
            for number, record in enumerate(records, start=1):
                yield from of_record(str(file), number, record)
    except pa.ArrowInvalid as error:
        raise UnreadableError(f"not a readable Parquet file: {error}") from error


def _record(row: dict[str, Any], name: str) -> dict[str, Any]:
    """A row as the record of its contract; any other as it is."""
    if name == CLAIM:
        return {**_claim(row), "schema": CLAIM}
    if name == READING:
        claims = [_claim(claim) for claim in row["claims"] or ()]
        return {**row, "claims": claims, "schema": READING}
    return {
        key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()
    }


def _claim(row: dict[str, Any]) -> dict[str, Any]:
    """Spans as pairs, the far bounds of a figure as one interval."""
    quote = row["quote"]
    spans = [[span["start"], span["end"]] for span in quote["spans"]] if quote else []
    figures = [
        {**figure, "far": [figure["far_min"], figure["far_max"]]} for figure in row["figures"] or ()
    ]
    return {**row, "quote": {**quote, "spans": spans} if quote else None, "figures": figures}
