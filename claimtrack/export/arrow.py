"""Claims, articles and conflicts as Arrow tables: nested, typed, in Parquet or Arrow files.

Needs pyarrow, the extra ``arrow``. Each table has the name of its contract in its metadata.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from claimtrack import edtf
from claimtrack.export.exported import Contents, whole
from claimtrack.fields import FIELDS
from claimtrack.model import CONFIDENCE
from claimtrack.render import contract

Record = Mapping[str, Any]

ROWS = 50_000
"""Rows of a group in a file: what is read at once, and what a query may pass over."""

_WORD = pa.dictionary(pa.int32(), pa.string())
_NAMES = pa.list_(pa.string())
_INTERVAL = [("min", pa.float64()), ("max", pa.float64())]
FIGURE = pa.struct(
    [
        ("text", pa.string()), ("value", pa.float64()), *_INTERVAL,
        ("far_min", pa.float64()), ("far_max", pa.float64()),
        ("what", pa.string()), ("state", pa.string()), ("scope", _NAMES),
    ]
)  # fmt: skip
MENTION = pa.struct(
    [
        ("text", pa.string()),
        ("spans", pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64())]))),
    ]
)
CLAIM: dict[str, pa.DataType] = {
    "id": pa.string(), "article": pa.string(), "actor": pa.string(), "actors": _NAMES,
    "via": _NAMES, "cites": _NAMES, "kind": pa.string(), "stance": pa.string(),
    "confidence": pa.string(), "confidence_percent": pa.int8(), "hedge": pa.string(),
    "answers": _NAMES, "said": pa.string(), "said_first": pa.date32(), "said_last": pa.date32(),
    "reported": pa.string(), "about": pa.string(), "about_first": pa.date32(),
    "about_last": pa.date32(), "claim": pa.string(), "words": pa.string(),
    "figures": pa.list_(FIGURE), "topic": pa.string(), "status": pa.string(),
    "credibility": pa.string(), "tags": _NAMES, "note": pa.string(),
    "within": pa.struct([("start", pa.int64()), ("end", pa.int64())]),
    "quote": MENTION, "speaker": MENTION, "cue": MENTION,
    "read": pa.struct([("rule", pa.string()), ("score", pa.float64())]),
}  # fmt: skip
"""The columns of a claim, as a row of a table or as a struct inside one."""
CLAIM |= {
    field.of_claim: _NAMES if field.is_list else pa.string()
    for field in FIELDS
    if field.of_claim not in CLAIM and field.sort != "ranges"
}  # a new field of the ledger has its column at the end, without a word here

_CLOSED = ("kind", "stance", "confidence", "status")
ARTICLE: dict[str, pa.DataType] = {
    "id": pa.string(), "file": pa.string(), "title": pa.string(), "published": pa.string(),
    "published_first": pa.date32(), "published_last": pa.date32(), "outlet": pa.string(),
    "author": pa.string(), "agencies": _NAMES, "url": pa.string(), "retrieved": pa.string(),
    "archive": pa.string(), "reliability": pa.string(), "sha256": pa.string(),
    "event": pa.string(), "claims": pa.int64(),
}  # fmt: skip
_SIDE = pa.struct(
    [
        ("claim", pa.string()), ("actor", pa.string()), ("article", pa.string()),
        ("outlet", pa.string()), ("said", pa.string()), ("reported", pa.string()),
        ("figure", pa.string()), ("state", pa.string()), *_INTERVAL,
        ("far_min", pa.float64()), ("far_max", pa.float64()), ("stance", pa.string()),
        ("confidence", pa.string()), ("words", pa.string()), ("origins", pa.int64()),
        ("backers", _NAMES),
    ]
)  # fmt: skip
CONFLICT: dict[str, pa.DataType] = {
    "kind": _WORD, "verdict": _WORD, "shown": pa.bool_(), "topic": pa.string(),
    "phase": pa.string(), "event": pa.string(), "block": pa.string(), "reason": pa.string(),
    "difference": pa.float64(), "ratio": pa.float64(), "a": _SIDE, "b": _SIDE, "also": _NAMES,
    "ruling": pa.struct(
        [
            ("verdict", pa.string()), ("why", pa.string()), ("by", pa.string()),
            ("on", pa.string()), ("stale", pa.bool_()),
        ]
    ),
}  # fmt: skip


def claim_row(record: Record) -> dict[str, Any]:
    """A claim's record (``claimtrack.claim/1``) as a row of typed columns."""
    said, about, quote = edtf.days(record["said"]), edtf.days(record["about"]), record["quote"]
    within = record["within"]
    mentions = {name: _mention(record[name]) for name in ("quote", "speaker", "cue")}
    return {
        **record, **mentions,
        "confidence_percent": CONFIDENCE.get(record["confidence"]),
        "said_first": said.first, "said_last": said.last,
        "about_first": about.first, "about_last": about.last,
        "words": record["claim"] or (quote["text"] if quote else None) or "",
        "figures": [_bounds(figure) for figure in record["figures"]],
        "within": {"start": within[0], "end": within[1]} if within else None,
    }  # fmt: skip


def _mention(value: Record | None) -> Record | None:
    spans = value and [{"start": start, "end": end} for start, end in value["spans"]]
    return {"text": value["text"], "spans": spans} if value else None


def _bounds(figure: Record) -> Record:
    low, high = figure["far"] or (None, None)
    return {**figure, "far_min": low, "far_max": high}


def _claims(contents: Contents) -> Iterator[Record]:
    for claim in contents.claims:
        yield claim_row(contract.claim_record(claim, contents.topic(claim)))


def _articles(contents: Contents) -> Iterator[Record]:
    counts: dict[str | None, int] = {}
    for claim in contents.ledger.claims:
        counts[claim.article] = counts.get(claim.article, 0) + 1
    for source in contents.sources:
        when = edtf.days(source.published)
        record = contract.article_record(source, counts.get(source.id, 0))
        event = contents.events.get(source.id)
        yield {
            **record, "published_first": when.first, "published_last": when.last, "event": event,
        }  # fmt: skip


def _conflicts(contents: Contents) -> Iterator[Record]:
    for conflict in contents.conflicts:
        record: Any = contract.conflict_record(conflict)
        gap = record["gap"] or {"difference": None, "ratio": None}
        first, second = map(_side, record["sides"])
        yield {
            **record, **gap, "verdict": conflict.told, "shown": conflict.shown,
            "a": first, "b": second,
        }  # fmt: skip


def _side(side: Record) -> Record:
    low, high = side["interval"] or (None, None)
    return _bounds({**side, "min": low, "max": high})


def schema(columns: Mapping[str, pa.DataType], name: str) -> pa.Schema:
    """The schema of a table; ``name`` is that of its contract."""
    fields = [(column, kind) for column, kind in columns.items()]
    return pa.schema(fields, metadata={"claimtrack": name})


_TABLES: dict[str, tuple[pa.Schema, Callable[[Contents], Iterator[Record]]]] = {
    "claims": (
        schema(CLAIM | dict.fromkeys(_CLOSED, _WORD), "claimtrack.claim/1"), _claims,
    ),
    "articles": (schema(ARTICLE, "claimtrack.article/1"), _articles),
    "conflicts": (schema(CONFLICT, "claimtrack.conflict/1"), _conflicts),
}  # fmt: skip
NAMES = tuple(_TABLES)


def write(contents: Contents, table: str, form: str, file: Path) -> None:
    """Writes a table (one of `NAMES`) as a new file, ``form`` is "parquet" or "arrow"."""
    columns, rows = _TABLES[table]
    write_rows(rows(contents), columns, form, file)


def write_rows(
    rows: Iterable[Record], columns: pa.Schema, form: str, file: Path, group_rows: int = ROWS
) -> None:
    """Writes rows as a new file, a group at a time: any number of them needs little memory."""
    source = iter(rows)
    with _writer(form, columns, file) as writer:
        while group := list(islice(source, group_rows)):
            writer.write_table(_table(group, columns))


def _table(rows: list[Record], columns: pa.Schema) -> pa.Table:
    try:
        return pa.Table.from_pylist(rows, schema=columns)
    except UnicodeEncodeError:
        return pa.Table.from_pylist(whole(rows), schema=columns)


def _writer(form: str, columns: pa.Schema, file: Path) -> Any:
    if form == "parquet":
        return parquet.ParquetWriter(file, columns, compression="zstd")
    options = pa.ipc.IpcWriteOptions(compression="zstd", unify_dictionaries=True)
    return pa.ipc.new_file(str(file), columns, options=options)


def is_ours(file: Path, form: str) -> bool:
    """True for a file of this form that claimtrack wrote: its metadata says so."""
    try:
        if form == "parquet":
            columns = parquet.read_schema(file)
        else:
            with pa.ipc.open_file(str(file)) as reader:
                columns = reader.schema
    except (pa.ArrowInvalid, OSError):
        return False
    return b"claimtrack" in (columns.metadata or {})
