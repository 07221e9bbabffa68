"""The index's tables, read in the order of the ledger."""

from __future__ import annotations

import json
from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import compress, islice, repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.ledger.index import database
from claimtrack.ledger.index.claim_json import checksum, tupled, unpacked
from claimtrack.model import Claim, Source

if TYPE_CHECKING:
    import sqlite3

_BATCH = 1000
"""Records that are in memory at once when all are read."""


class Item(NamedTuple):
    """An item of the claims: its file, which of the file's items it is, its first line."""

    file: str
    number: int
    line: int


class Place(NamedTuple):
    """Where an item stands in its file: bytes, without an order mark, end exclusive."""

    file: str
    start: int
    end: int


class Record(NamedTuple):
    """A claim's record and where it is: its row in the index, its item.

    ``ident`` is the id in the file, empty if there is none. The fields start so many lines below
    the dash of the item.
    """

    row: int
    ident: str
    record: str
    item: Item
    below: int


class _Row(NamedTuple):
    """An item as it is kept; ``total`` tells whether it is still what was written."""

    ident: str | None
    below: int
    total: int
    record: str | None
    problems: str | None


class Tables:
    """The tables of an index, within one transaction. ``files`` are the names of the ledger's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.files: tuple[str, ...] = tuple(json.loads(database.state(db, "files")))

    def records(self, where: str = "", values: Sequence[str] = ()) -> Iterator[Record]:
        """The claims whose rows are so, else all, read bit by bit.

        Raises ValueError for an item that is damaged, KeyError where one of all is missing.
        """
        if where:
            rows = self._rows(where, values)
            yield from _claims(rows, self.items(rows))
        else:
            yield from self.records_of(None)

    def records_of(self, wanted: Container[int] | None) -> Iterator[Record]:
        """The claims of some rows, or of all, read bit by bit.

        Raises ValueError for an item that is damaged, KeyError where one is missing.
        """
        items = self.items(wanted)
        while some := list(islice(items, _BATCH)):
            numbers = ", ".join(str(row) for row, _ in some)
            yield from _claims(self._rows(f"row IN ({numbers})"), some)

    def items(self, wanted: Container[int] | None = None) -> Iterator[tuple[int, Item]]:
        """Each item with its row, or those in ``wanted`` rows, in the order of the ledger."""
        for file in self.files:
            rows, lines = self.array("rows", file), self.array("lines", file)
            chosen = repeat(True) if wanted is None else map(wanted.__contains__, rows)
            for number in compress(range(len(rows)), chosen):
                yield rows[number], Item(file, number, lines[number])

    def _rows(self, where: str, values: Sequence[str] = ()) -> dict[int, _Row]:
        query = f"SELECT row, id, line, sum, record, problems FROM claims WHERE {where}"
        rows = {row: _Row(*rest) for row, *rest in self.db.execute(query, values)}
        if any(
            checksum(each.ident, each.record, each.problems) != each.total for each in rows.values()
        ):
            raise ValueError("an item is not what was written")
        return rows

    def troubled(self) -> Iterator[tuple[Item, str]]:
        """The items that have problems, with these as they are kept.

        Raises ValueError for one that is damaged.
        """
        rows = self._rows("problems IS NOT NULL")
        for row, item in self.items(rows) if rows else ():
            if problems := rows[row].problems:
                yield item, problems

    def places(self, rows: Container[int]) -> Iterator[tuple[int, Place]]:
        """Where some items stand, with their rows."""
        starts = {file: self.array("starts", file) for file in self.files}
        for row, item in self.items(rows):
            its = starts[item.file]
            yield row, Place(item.file, its[item.number], its[item.number + 1])

    def sources(self, where: str = "true", values: Sequence[str] = ()) -> tuple[Source, ...]:
        """The articles whose rows are so, by file."""
        query = f"SELECT record FROM sources WHERE file = ? AND {where} ORDER BY number"
        sources = (row for file in self.files for row in self.db.execute(query, (file, *values)))
        return tuple(Source(**tupled(json.loads(record))) for (record,) in sources)

    def articles(self, file: str) -> Iterator[str]:
        """The ids of a file's articles, in their order."""
        query = "SELECT id FROM sources WHERE file = ? ORDER BY number"
        return (ident for (ident,) in self.db.execute(query, (file,)))

    def words_of(self, facet: str, rows: Iterable[int]) -> Iterator[str]:
        """The words that some claims have in a facet."""
        where, values = among("row", rows)
        query = f"SELECT word FROM marks JOIN words USING (number) WHERE facet = ? AND {where}"
        return (word for (word,) in self.db.execute(query, (facet, *values)))

    def array(self, name: str, file: str) -> array[int]:
        """A number that is noted of each item of a file."""
        return array("Q", database.array(self.db, name, file))

    def kept(self, name: str, file: str) -> Any:
        """What is noted of a file."""
        return database.state(self.db, name, file)

    def count(self, where: str, values: Sequence[str] = ()) -> int:
        """How many claims' rows are so."""
        row = self.db.execute(f"SELECT count(*) FROM claims WHERE {where}", values).fetchone()
        return int(row[0])


def among(column: str, values: Iterable[str | int]) -> tuple[str, list[str]]:
    """That a column has one of any number of values, as a condition with what is given to it."""
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps([*values])]


def claims_since(
    db: sqlite3.Connection, row: int, published: Mapping[str, str | None]
) -> Iterator[tuple[int, Claim]]:
    """The claims of later rows, in no order and without ids; ``published`` dates articles."""
    query = "SELECT row, record FROM claims WHERE row > ? AND record IS NOT NULL"
    for number, record in db.execute(query, (row,)):
        yield number, unpacked(record, "", published)


def _claims(rows: Mapping[int, _Row], items: Iterable[tuple[int, Item]]) -> Iterator[Record]:
    """The sound claims of some items. Raises KeyError for an item that is missing."""
    for row, item in items:
        held = rows[row]
        if held.record is not None:
            yield Record(row, held.ident or "", held.record, item, held.below)
