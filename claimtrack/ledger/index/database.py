"""The file in which the index keeps what it has read: SQLite, in the user's cache folder."""

from __future__ import annotations

import contextlib
import os
from array import array as Array  # noqa: N812 - there is a function of its name
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from claimtrack.ledger.files.user_folder import key_of, user_folder

if TYPE_CHECKING:
    import sqlite3

PATIENCE = 0.5
"""Seconds to wait for another process that writes the same index."""

HASH = 16
"""Bytes by which an item is known again, and a block of items."""

_READERS = ("ledger", "german/numbers", "lexicon", ".")
"""The parts of the program on which the reading of a claim depends."""

_TABLES = """
CREATE TABLE state (file TEXT, name TEXT, value, PRIMARY KEY (file, name)) WITHOUT ROWID;
CREATE TABLE arrays (
    file TEXT, name TEXT, sum INTEGER, value BLOB, PRIMARY KEY (file, name));
CREATE TABLE claims (
    row INTEGER PRIMARY KEY, id TEXT, line INTEGER, sum INTEGER, record TEXT, problems TEXT);
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_told ON claims (row) WHERE problems IS NOT NULL;
CREATE TABLE words (number INTEGER PRIMARY KEY, facet TEXT, word TEXT, UNIQUE (facet, word));
CREATE TABLE marks (number INTEGER, row INTEGER, PRIMARY KEY (number, row)) WITHOUT ROWID;
CREATE TABLE sources (
    number INTEGER PRIMARY KEY, file TEXT, hash BLOB, id TEXT, published TEXT, record TEXT);
CREATE INDEX sources_by_id ON sources (id);
CREATE TABLE derived (key BLOB PRIMARY KEY, kind TEXT, sum INTEGER, value TEXT);
CREATE INDEX derived_by_kind ON derived (kind);
"""


def shelf_of(ledger: Path) -> Path:
    """The index file of a ledger. Raises OSError for a user without a home."""
    return user_folder("cache") / "index" / f"{key_of(ledger)}.sqlite"


def made_by() -> str:
    """What tells this program from others that read claims otherwise."""
    return program(_READERS)


@cache
def program(parts: tuple[str, ...]) -> str:
    """What tells parts of this program from what they were or will be: their files as they are.

    A part is a folder with all that is in it; "." is the package without its folders.
    """
    home = Path(__file__).parents[2]
    files = [file for part in parts for file in _files(str(home / part), part != ".")]
    stats = sorted((file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files)
    return sha256(repr(stats).encode()).hexdigest()


def _files(folder: str, deep: bool) -> Iterator[os.DirEntry[str]]:
    for entry in os.scandir(folder):
        if entry.is_file():
            yield entry
        elif deep and entry.name != "__pycache__":
            yield from _files(entry.path, deep)


@contextmanager
def shelf(ledger: Path) -> Iterator[sqlite3.Connection]:
    """The index of a ledger, empty if there was none or one that another program made.

    Raises OSError or sqlite3.Error where none can be kept.
    """
    import sqlite3

    file = shelf_of(ledger)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    try:
        with contextlib.suppress(OSError):
            file.chmod(0o600)
        _prepare(connection)
        yield connection
    finally:
        connection.close()


def discard(ledger: Path) -> None:
    """Takes a damaged index away."""
    with contextlib.suppress(OSError):
        file = shelf_of(ledger)
        for each in (file, file.with_name(f"{file.name}-journal")):
            each.unlink(missing_ok=True)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an index is not what was made: not where it is in use, or has no room."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return not isinstance(error, sqlite3.OperationalError) or code == sqlite3.SQLITE_ERROR


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA cell_size_check=ON")
    if _maker(connection) == made_by():
        return
    connection.execute("BEGIN IMMEDIATE")
    if _maker(connection) != made_by():  # another process may have been quicker
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:  # that of the texts takes some others with it
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        for statement in _TABLES.split(";")[:-1]:
            connection.execute(statement)
        put(connection, made=made_by())
    connection.execute("COMMIT")


def _maker(connection: sqlite3.Connection) -> str | None:
    import sqlite3

    try:
        return str(state(connection, "made"))
    except sqlite3.OperationalError:  # new, or of a program that kept it otherwise
        return None


def state(db: sqlite3.Connection, name: str, file: str = "") -> Any:
    """What is noted under a name of a file of the ledger, or of the ledger as a whole."""
    query = "SELECT value FROM state WHERE file = ? AND name = ?"
    row = db.execute(query, (file, name)).fetchone()
    return row[0] if row else None


def put(db: sqlite3.Connection, file: str = "", /, **values: object) -> None:
    """Notes values under their names."""
    rows = ((file, name, value) for name, value in values.items())
    db.executemany("INSERT OR REPLACE INTO state VALUES (?, ?, ?)", rows)


def array(db: sqlite3.Connection, name: str, file: str) -> bytes:
    """What is noted of each item of a file, one behind the other; nothing of a new file.

    Apart from what is small: SQLite would read through it on the way to that. Raises ValueError for
    what is damaged.
    """
    query = "SELECT sum, value FROM arrays WHERE file = ? AND name = ?"
    total, value = db.execute(query, (file, name)).fetchone() or (0, b"")
    if crc32(value) != total:
        raise ValueError("an array is not what was written")
    return bytes(value)


def put_arrays(db: sqlite3.Connection, file: str, **values: bytes | Array[int]) -> None:
    """Notes values of each item of a file."""
    rows = ((file, name, crc32(value), memoryview(value)) for name, value in values.items())
    db.executemany("INSERT OR REPLACE INTO arrays VALUES (?, ?, ?, ?)", rows)
