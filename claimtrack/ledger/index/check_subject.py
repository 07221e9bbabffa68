"""A ledger's case out of its index: only the entries that a finding is about are read again."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from claimtrack.ledger.checks.checked_ledger import Case, Located, held, with_articles
from claimtrack.ledger.checks.salvage import remains
from claimtrack.ledger.document.article_files import Reader
from claimtrack.ledger.document.ledger_file import Placed, open_book, value_of
from claimtrack.ledger.files.paths import files
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.index.claim_ids import Ids, is_nameless
from claimtrack.ledger.index.file_pieces import FilePieces
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.selection import Kept
from claimtrack.ledger.index.suspects import suspects
from claimtrack.ledger.index.sync import Unusual
from claimtrack.ledger.index.tables import Item
from claimtrack.model import Problem


def case_of_index(index: Index, path: Path, read: Reader) -> tuple[Case, Iterable[Problem]]:
    """A ledger as its index has it, with its articles read; and what is wrong with its entries.

    Raises Unusual where a file changes meanwhile, OSError where it cannot be read.
    """
    pieces = {file.name: FilePieces(file, index) for file in files(path)}
    book = open_book(str(path), [each.rest() for each in pieces.values()], remains)
    broken = [_broken(pieces[item.file], item) for item in index.broken()]
    left = [(each.item, located) for each in broken for located in each.held]
    ids = {located.claim.id for _, located in left}
    named = Ids(index.tables, lambda: ids.union(_made(index)))
    case = with_articles(book, named, path, read)
    rows = suspects(index, book.ledger, case.articles, ids)

    def claims() -> Iterator[Located]:
        sound = (
            (kept.item, _sound(pieces[kept.item.file], kept)) for kept in index.claims_of(rows)
        )
        return (located for _, located in heapq.merge(sound, left, key=_order))

    aside = "\n".join(each.text for each in broken if not each.held)
    every = (
        *index.problems(),
        *book.problems,
        *(more for each in broken for more in each.problems),
    )
    return replace(case, claims=claims, aside=aside), dict.fromkeys(every)


def _made(index: Index) -> Iterator[str]:
    """The ids of claims that have none in the file."""
    if is_nameless(index.tables):
        yield from (kept.claim.id for kept in index.claims() if not kept.ident)


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


def _broken(pieces: FilePieces, item: Item) -> _Broken:
    document = pieces.item(item)
    book = open_book(pieces.file, [document], remains)
    return _Broken(item, document.text, tuple(held(book)), book.problems)


def _sound(pieces: FilePieces, kept: Kept) -> Located:
    """A claim that breaks no rule of the format."""
    place = _Entry(pieces, kept.item)
    return Located(kept.claim, kept.ident or None, pieces.file, kept.line, place)


@dataclass(frozen=True, slots=True)
class _Entry:
    """Reads the entry of a claim."""

    pieces: FilePieces
    item: Item

    def __call__(self) -> Placed:
        """The entry, in a document of its own."""
        document = self.pieces.item(self.item)
        value = value_of(document.entries("claims")[0], ClaimEntry, [])
        if value is None:
            raise Unusual("it is no claim by itself")
        return Placed(document, "claims", 0, value)
