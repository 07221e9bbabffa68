"""Pieces of a ledger's file as the index knows them, each read when it is asked for.

Every piece is held against what the index has noted of it, so that the file need not be read as a
whole to see that none of them has changed.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.read import around, item_of
from claimtrack.ledger.files.paths import BOM
from claimtrack.ledger.index import database
from claimtrack.ledger.index.database import HASH
from claimtrack.ledger.index.known_items import hash_of
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.sync import Unusual
from claimtrack.ledger.index.tables import Item


class FilePieces:
    """The items of a file's claims, and what stands around them. Raises OSError, and Unusual where
    a piece has changed since the index was brought up to the file, or cannot be read by itself.
    """

    def __init__(self, path: Path, index: Index) -> None:
        self.file = str(path)
        self._path = path
        self._starts = index.tables.array("starts", path.name)
        self._lines = index.tables.array("lines", path.name)
        self._hashes = database.array(index.db, "hashes", path.name)
        self._rest: str = index.tables.kept("rest", path.name).split()[0]
        with path.open("rb") as raw:
            self._mark = len(BOM) if raw.read(len(BOM)) == BOM else 0

    def rest(self) -> Document:
        """All but the claims."""
        above, below = self._bytes(0, self._starts[0]), self._bytes(self._starts[-1], None)
        if sha256(above + below).hexdigest() != self._rest:
            raise Unusual("it has changed in the meantime")
        last = self._bytes(*self._starts[-2:]).count(b"\n")
        document = around(above, below, self._lines[-1] - self._lines[0] + last, self.file)
        if document is None:
            raise Unusual("it cannot be read piece by piece")
        return document

    def item(self, item: Item) -> Document:
        """An item of the claims in a document of its own."""
        number = item.number
        raw = self._bytes(self._starts[number], self._starts[number + 1])
        if hash_of(raw) != self._hashes[number * HASH : (number + 1) * HASH]:
            raise Unusual("it has changed in the meantime")
        document = item_of(raw, self.file, item.line)
        if document is None:
            raise Unusual("it is no item by itself")
        return document

    def _bytes(self, start: int, end: int | None) -> bytes:
        """What stands there, counted without a byte-order mark."""
        with self._path.open("rb") as raw:
            raw.seek(self._mark + start)
            return raw.read() if end is None else raw.read(end - start)
