"""Parts of an archive as Parquet: one row per article, with its claims nested.

Needs pyarrow, the extra ``arrow``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa

from claimtrack.archive.parts import SCHEMA
from claimtrack.export import arrow

ROWS = 200
"""Articles of a row group: some four thousand claims, which is what is held at once."""

_ARTICLE = pa.struct(
    [
        *((name, pa.string()) for name in (
            "id", "file", "title", "published", "outlet", "author", "url", "sha256",
        )),
        ("agencies", pa.list_(pa.string())),
    ]
)  # fmt: skip
_ERROR = pa.struct(
    [
        ("article", pa.string()),
        ("file", pa.string()),
        ("line", pa.int64()),
        ("message", pa.string()),
    ]
)
_COLUMNS = arrow.schema(
    {
        "article": _ARTICLE,
        "claims": pa.list_(pa.struct(list(arrow.CLAIM.items()))),
        "error": _ERROR,
    },
    SCHEMA,
)


def write(lines: Iterable[Any], file: Path) -> None:
    """Writes the lines of a part as a new file."""
    rows = ({**line, "claims": [arrow.claim_row(claim) for claim in line["claims"]]}
            for line in lines)  # fmt: skip
    arrow.write_rows(rows, _COLUMNS, "parquet", file, group_rows=ROWS)
