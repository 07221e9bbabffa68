"""The index's tables, read in the order of the ledger."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.ledger.record import checksum, tupled
from claimtrack.ledger.shelf import state
from claimtrack.model import Source

if TYPE_CHECKING:
    import sqlite3

_BATCH = 1000
"""Records that are in memory at once when all are read."""


class Record(NamedTuple):
    """A claim's record and where it is: its row in the index, its file and line.

    ``ident`` is the id in the file, empty if there is none.
    """

    row: int
    ident: str
    record: str
    file: str
    line: int


class Tables:
    """The tables of an index, within one transaction. ``files`` are the names of the ledger's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.files: tuple[str, ...] = tuple(json.loads(state(db, "files")))

    def records(self, where: str = "", values: Sequence[str] = ()) -> Iterator[Record]:
        """The claims whose rows are so, else all, read bit by bit.

        Raises ValueError for a record that is damaged.
        """
        placed = self.placed()
        if where:
            yield from _checked(self._rows(where, values), placed)
            return
        while some := list(islice(placed, _BATCH)):
            numbers = ", ".join(str(row) for row, _, _ in some)
            yield from _checked(self._rows(f"row IN ({numbers})"), some)

    def placed(self) -> Iterator[tuple[int, str, int]]:
        """Each item's row, file and line, in the order of the ledger."""
        for file in self.files:
            rows, lines = self.array("rows", file), self.array("lines", file)
            for row, line in zip(rows, lines, strict=True):
                yield row, file, line

    def _rows(self, where: str, values: Sequence[str] = ()) -> dict[int, Sequence[Any]]:
        query = f"SELECT row, id, line, sum, record FROM claims WHERE {where}"
        return {row: rest for row, *rest in self.db.execute(query, values) if rest[3] is not None}

    def place(self, row: int) -> tuple[str, int, int] | None:
        """The file and the bytes, without an order mark, of an item."""
        for file in self.files:
            with suppress(ValueError):
                number = self.array("rows", file).index(row)
                starts = self.array("starts", file)
                return file, starts[number], starts[number + 1]
        return None

    def sources(self, more: str = "", values: Sequence[str] = ()) -> tuple[Source, ...]:
        """The articles, by file, of which ``more`` is true."""
        query = f"SELECT record FROM sources WHERE file = ? {more} ORDER BY number"
        found = (row for file in self.files for row in self.db.execute(query, (file, *values)))
        return tuple(Source(**tupled(json.loads(record))) for (record,) in found)

    def array(self, name: str, file: str) -> array[int]:
        """Numbers that are noted of a file."""
        return array("Q", self.kept(name, file))

    def kept(self, name: str, file: str) -> Any:
        """What is noted of a file."""
        return state(self.db, name, file)

    def count(self, where: str) -> int:
        """How many claims' rows are so."""
        found = self.db.execute(f"SELECT count(*) FROM claims WHERE {where}").fetchone()
        return int(found[0])


def _checked(
    rows: Mapping[int, Sequence[Any]], placed: Iterable[tuple[int, str, int]]
) -> Iterator[Record]:
    """Rows in the order of the ledger. Raises ValueError for one that is damaged."""
    for row, file, line in placed:
        if row in rows:
            ident, offset, total, record = rows[row]
            if checksum(record) != total:
                raise ValueError("a record is not what was written")
            yield Record(row, ident, record, file, line + offset)
