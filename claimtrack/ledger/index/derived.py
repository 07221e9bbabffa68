"""What was derived from a ledger, kept in its index by a digest of all that it was derived from.

Never the truth: what is not there, or cannot be written, is derived again.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from claimtrack.ledger.index.claim_json import checksum
from claimtrack.ledger.index.database import put, state

if TYPE_CHECKING:
    import sqlite3

Values = Mapping[bytes, str]
"""Values by the digest of what they were made from."""


class Derived:
    """The derived values that an index keeps, of several kinds."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def is_of(self, mark: str) -> bool:
        """Whether what was kept last was kept under this mark."""
        return bool(state(self._db, "derived") == mark)

    def values(self, kind: str) -> dict[bytes, str]:
        """All values of a kind. Raises ValueError where one is not what was written."""
        query = "SELECT key, sum, value FROM derived WHERE kind = ?"
        found = {}
        for key, total, value in self._db.execute(query, (kind,)):
            if checksum(value) != total:
                raise ValueError("a value is not what was kept")
            found[key] = value
        return found

    def keep(self, mark: str, values: Mapping[str, Values]) -> None:
        """Keeps these values and no others, if it can; nothing can be read after that."""
        import sqlite3

        self._db.execute("COMMIT")
        with suppress(sqlite3.OperationalError):
            self._db.execute("BEGIN IMMEDIATE")
            self._write(mark, values)
            self._db.execute("COMMIT")

    def _write(self, mark: str, values: Mapping[str, Values]) -> None:
        there = {key for (key,) in self._db.execute("SELECT key FROM derived")}
        wanted = {key for own in values.values() for key in own}
        gone = ((key,) for key in there - wanted)
        self._db.executemany("DELETE FROM derived WHERE key = ?", gone)
        new = (
            (key, kind, checksum(value), value)
            for kind, own in values.items()
            for key, value in own.items()
            if key not in there
        )
        self._db.executemany("INSERT INTO derived VALUES (?, ?, ?, ?)", new)
        put(self._db, derived=mark)
