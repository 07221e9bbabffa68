"""A ledger as an SQLite database, with full-text search, and what Datasette shows of it."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path

from claimtrack.export import database_rows
from claimtrack.export.database_rows import Row
from claimtrack.export.exported import Contents, whole

SCHEMA = "claimtrack.sqlite/1"
_APPLICATION = 0x434C5452
"""In the header of the file: "CLTR"."""
_COUNTER = slice(24, 28)
"""Where the header counts the transactions that were written."""

_TABLES: dict[str, Callable[[Contents], Iterable[Row]]] = {
    "articles": database_rows.articles,
    "actors": database_rows.actors,
    "topics": database_rows.topics,
    "claims": database_rows.claims,
    "claim_actors": database_rows.claim_actors,
    "claim_tags": database_rows.claim_tags,
    "claim_answers": database_rows.claim_answers,
    "spans": database_rows.spans,
    "figures": database_rows.figures,
    "conflicts": database_rows.conflicts,
    "rulings": database_rows.rulings,
}

_PRAGMAS = (
    "page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "encoding = 'UTF-8'",
    f"application_id = {_APPLICATION}",
)  # fmt: skip

# Datasette looks for content="claims", without blanks.
_SEARCH = (
    "CREATE VIRTUAL TABLE claims_fts USING fts5 (words, actor, topic, note, search,"
    ' content="claims", tokenize = "unicode61 remove_diacritics 2")',
    "INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')",
    "INSERT INTO claims_fts (claims_fts) VALUES ('optimize')",
)


def write(contents: Contents, file: Path) -> None:
    """Writes a new database; the file is not there yet. The same ledger gives the same bytes.

    Raises OSError where it cannot be written.
    """
    db = sqlite3.connect(file, isolation_level=None)
    try:
        _write(db, contents)
        written = int.from_bytes(file.read_bytes()[_COUNTER], "big") + 1
        db.execute("INSERT INTO meta VALUES ('written', ?)", [str(written)])
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error), str(file)) from error
    finally:
        db.close()


def _write(db: sqlite3.Connection, contents: Contents) -> None:
    """The tables first: what is searched goes by their rows, which ``VACUUM`` numbers."""
    for pragma in _PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    db.execute("BEGIN")
    for statement in _statements():
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('schema', ?)", [SCHEMA])
    for name, rows in _TABLES.items():
        _fill(db, name, map(whole, rows(contents)))
    for statement in ("COMMIT", "VACUUM", "BEGIN", *_SEARCH, "COMMIT"):
        db.execute(statement)


def _statements() -> list[str]:
    text = files("claimtrack.export").joinpath("schema.sql").read_text(encoding="utf-8")
    return [part for part in text.split(";\n") if part.strip()]


def _fill(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    columns = len(db.execute(f"SELECT * FROM {table} LIMIT 0").description)
    marks = ", ".join("?" * columns)
    db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def is_untouched(file: Path) -> bool:
    """True for a database that was written here and that nobody has written into since."""
    try:
        with file.open("rb") as stream:
            header = stream.read(100)
        if header[:16] != b"SQLite format 3\0":
            return False
        db = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        try:
            (application,) = db.execute("PRAGMA application_id").fetchone()
            written = db.execute("SELECT value FROM meta WHERE name = 'written'").fetchone()
        finally:
            db.close()
    except sqlite3.Error:
        return False
    counted = str(int.from_bytes(header[_COUNTER], "big"))
    return bool(application == _APPLICATION and written == (counted,))


def metadata(name: str) -> str:
    """What Datasette shows of a database of this name: titles, facets, what names a row."""
    facets = {
        "claims": ["stance", "confidence", "status", "kind"],
        "claims_flat": ["stance", "outlet", "event"],
        "figures": ["state", "what"],
        "conflicts": ["verdict", "kind", "event"],
        "articles": ["outlet", "event"],
    }
    labels = {"claims": "words", "articles": "title"}
    described = {
        table: {"facets": facets.get(table, [])}
        | ({"label_column": labels[table]} if table in labels else {})
        for table in (*_TABLES, "claims_flat")
    }
    shown = {
        "title": "Claims: who said what, when, how sure",
        "about": "claimtrack",
        "databases": {name: {"tables": described}},
    }
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
