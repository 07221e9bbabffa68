"""A ledger's case out of its index: only the entries that a finding is about are read again."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from claimtrack.ledger.book import Placed, open_book, value_of
from claimtrack.ledger.case import Case, Located, Reader, held, with_articles
from claimtrack.ledger.cutting import Cut, cut
from claimtrack.ledger.format import ClaimEntry
from claimtrack.ledger.index import Index, Kept
from claimtrack.ledger.remains import remains
from claimtrack.ledger.rest import item_of, rest_of
from claimtrack.ledger.store import files
from claimtrack.ledger.sync import Unusual
from claimtrack.ledger.tables import Item
from claimtrack.model import Problem


def case_of_index(index: Index, path: Path, read: Reader) -> tuple[Case, Iterable[Problem]]:
    """A ledger as its index has it, with its articles read; and what is wrong with its entries.

    Raises Unusual where a file changes meanwhile, OSError where it cannot be read.
    """
    cuts = {file.name: _cut(file, index) for file in files(path)}
    names = {file.name: str(file) for file in files(path)}
    rests = [rest_of(found, names[name]) for name, found in cuts.items()]
    if None in rests:
        raise Unusual
    book = open_book(str(path), [one for one in rests if one], remains)
    broken = [_broken(cuts[item.file], names[item.file], item) for item in index.broken()]
    order = list(cuts)

    def claims() -> Iterator[Located]:
        whole = ((_place(order, kept.item), _sound(kept)) for kept in index.claims())
        left = ((_place(order, one.item), held) for one in broken for held in one.held)
        return (held for _, held in heapq.merge(whole, left, key=itemgetter(0)))

    def _sound(kept: Kept) -> Located:
        file = names[kept.item.file]
        place = _Entry(cuts[kept.item.file], file, kept.item)
        return Located(kept.claim, kept.ident or None, file, kept.line, place)

    case = with_articles(book, claims, path, read)
    aside = "\n".join(one.text for one in broken if not one.held)
    found = (*index.problems(), *book.problems, *(more for one in broken for more in one.problems))
    return replace(case, aside=aside), dict.fromkeys(found)


def _place(order: Sequence[str], item: Item) -> tuple[int, int]:
    return order.index(item.file), item.number


class _Broken(NamedTuple):
    """An item that is no sound claim: what is left of it, and what is wrong with it."""

    item: Item
    text: str
    held: tuple[Located, ...]
    problems: tuple[Problem, ...]


def _broken(cut: Cut, file: str, item: Item) -> _Broken:
    document = item_of(cut.piece(item.number), file, item.line)
    if document is None:
        raise Unusual("it is no item by itself")
    book = open_book(file, [document], remains)
    return _Broken(item, document.text, tuple(held(book)), book.problems)


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
