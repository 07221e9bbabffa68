"""A ledger's case out of its index: only the entries that a finding is about are read again."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from claimtrack.ids import digest
from claimtrack.ledger.checks.checked_ledger import Case, Located, held, with_articles
from claimtrack.ledger.checks.salvage import remains
from claimtrack.ledger.document import Document
from claimtrack.ledger.document.article_files import Reader
from claimtrack.ledger.document.ledger_file import Placed, open_book, value_of
from claimtrack.ledger.document.read import item_of, rest_of
from claimtrack.ledger.files.paths import files
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.selection import Kept
from claimtrack.ledger.index.sync import Unusual
from claimtrack.ledger.index.tables import Item
from claimtrack.ledger.yaml.cut_items import Cut, cut
from claimtrack.model import Problem


def case_of_index(index: Index, path: Path, read: Reader) -> tuple[Case, Iterable[Problem]]:
    """A ledger as its index has it, with its articles read; and what is wrong with its entries.

    Raises Unusual where a file changes meanwhile, OSError where it cannot be read.
    """
    texts = {file.name: _Text(str(file), _cut(file, index)) for file in files(path)}
    book = open_book(str(path), [text.rest() for text in texts.values()], remains)
    broken = [texts[item.file].broken(item) for item in index.broken()]

    def claims() -> Iterator[Located]:
        sound = ((claim.item, texts[claim.item.file].sound(claim)) for claim in index.claims())
        left = [(item.item, located) for item in broken for located in item.held]
        if not left:
            return (located for _, located in sound)
        return (located for _, located in heapq.merge(sound, left, key=_order))

    case = with_articles(book, claims, path, read)
    aside = "\n".join(item.text for item in broken if not item.held)
    every = (
        *index.problems(),
        *book.problems,
        *(more for item in broken for more in item.problems),
    )
    return replace(case, aside=aside), dict.fromkeys(every)


def _order(placed: tuple[Item, Located]) -> tuple[str, int]:
    """Files come by their names, items as they stand there."""
    item, _ = placed
    return item.file, item.number


class _Broken(NamedTuple):
    """An item that is no sound claim: what is left of it, and what is wrong with it."""

    item: Item
    text: str
    held: tuple[Located, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A file of the ledger, cut at its items."""

    file: str
    cut: Cut

    def rest(self) -> Document:
        """All but the claims. Raises Unusual where that is nothing by itself."""
        document = rest_of(self.cut, self.file)
        if document is None:
            raise Unusual("it cannot be read piece by piece")
        return document

    def sound(self, held: Kept) -> Located:
        """A claim that breaks no rule of the format."""
        ident, place = held.ident or None, _Entry(self, held.item)
        return Located(held.claim, ident, self.file, held.line, place)

    def broken(self, item: Item) -> _Broken:
        """What is left of an item that does."""
        document = self.item(item)
        book = open_book(self.file, [document], remains)
        return _Broken(item, document.text, tuple(held(book)), book.problems)

    def item(self, item: Item) -> Document:
        """An item in a document of its own. Raises Unusual where it cannot stand alone."""
        document = item_of(self.cut.piece(item.number), self.file, item.line)
        if document is None:
            raise Unusual("it is no item by itself")
        return document


@dataclass(frozen=True, slots=True)
class _Entry:
    """Reads the entry of a claim."""

    text: _Text
    item: Item

    def __call__(self) -> Placed:
        """The entry, in a document of its own."""
        document = self.text.item(self.item)
        value = value_of(document.entries("claims")[0], ClaimEntry, [])
        if value is None:
            raise Unusual("it is no claim by itself")
        return Placed(document, "claims", 0, value)


def _cut(file: Path, index: Index) -> Cut:
    raw = file.read_bytes()
    parts = cut(raw)
    if parts is None or digest(raw) != index.digest(file.name):
        raise Unusual("it has changed in the meantime")
    return parts
