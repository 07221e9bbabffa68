"""A ledger's case out of its index: only the entries that a finding is about are read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from claimtrack.ledger.book import Placed, open_book, value_of
from claimtrack.ledger.case import Case, Held, Reader, with_articles
from claimtrack.ledger.cutting import Cut, cut
from claimtrack.ledger.format import ClaimEntry
from claimtrack.ledger.index import Index
from claimtrack.ledger.rest import item_of, rest_of
from claimtrack.ledger.store import files
from claimtrack.ledger.sync import Unusual
from claimtrack.ledger.tables import Item


def case_of_index(index: Index, path: Path, read: Reader) -> Case:
    """A ledger as its index has it, with its articles read.

    Raises Unusual where a file changes meanwhile, OSError where it cannot be read.
    """
    cuts = {file.name: _cut(file, index) for file in files(path)}
    names = {file.name: str(file) for file in files(path)}
    rests = [rest_of(found, names[name]) for name, found in cuts.items()]
    if None in rests:
        raise Unusual
    book = open_book(str(path), [one for one in rests if one])

    def claims() -> Iterator[Held]:
        for kept in index.claims():
            file = names[kept.item.file]
            place = _Entry(cuts[kept.item.file], file, kept.item)
            yield Held(kept.claim, kept.ident or None, file, kept.line, place)

    return with_articles(book, claims, path, read)


def _cut(file: Path, index: Index) -> Cut:
    raw = file.read_bytes()
    found = cut(raw)
    if found is None or sha256(raw).hexdigest() != index.digest(file.name):
        raise Unusual("it has changed meanwhile")
    return found


@dataclass(frozen=True, slots=True)
class _Entry:
    """Reads the entry of a claim."""

    cut: Cut
    file: str
    item: Item

    def __call__(self) -> Placed:
        """The entry, in a document of its own."""
        document = item_of(self.cut.piece(self.item.number), self.file, self.item.line)
        value = value_of(document.entries("claims")[0], ClaimEntry, []) if document else None
        if document is None or value is None:
            raise Unusual("it is no claim by itself")
        return Placed(document, "claims", 0, value)
