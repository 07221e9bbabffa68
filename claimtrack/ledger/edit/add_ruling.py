"""Decisions on pairs of claims, written into ``rulings:`` by splice."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.ids import ruling_stamp
from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, home
from claimtrack.ledger.edit.changes import Add, Change, Put
from claimtrack.ledger.edit.splice import changed, order
from claimtrack.ledger.errors import RulingError
from claimtrack.ledger.yaml.nodes import Data
from claimtrack.model import Ruling


@dataclass(frozen=True, slots=True)
class Ruled:
    """The files that change, and whether an older ruling on the two gave way."""

    documents: tuple[Document, ...] = ()
    replaced: bool = False


def ruled(book: Book, ruling: Ruling) -> Ruled:
    """A book with one more ruling."""
    fields = _fields(ruling, _stamps(book, ruling))
    for old, placed in zip(book.ledger.rulings, book.rulings, strict=True):
        if set(old.claims) == set(ruling.claims):
            given = {**fields, "claims": list(old.claims), "as": _stamps(book, old)}
            puts: list[Change] = [
                Put("rulings", placed.index, name, given.get(name), order("rulings"))
                for name in order("rulings")
                if name != "claims"
            ]
            return Ruled((changed(placed.document, puts),), True)
    document = _document(book, ruling)
    return Ruled((changed(document, [Add("rulings", fields)]),))


def _fields(ruling: Ruling, stamps: str) -> dict[str, Data]:
    fields: dict[str, Data | None] = {
        "claims": list(ruling.claims), "verdict": ruling.verdict, "why": ruling.why,
        "by": ruling.by, "on": ruling.on, "as": stamps,
    }  # fmt: skip
    return {name: value for name, value in fields.items() if value}


def _stamps(book: Book, ruling: Ruling) -> str:
    marks = []
    for ident in ruling.claims:
        claims = [claim for claim in book.ledger.claims if claim.id == ident]
        if len(claims) != 1:
            raise RulingError(f"{'no' if not claims else 'more than one'} claim “{ident}”")
        marks.append(ruling_stamp(claims[0]))
    return " ".join(marks)


def _document(book: Book, ruling: Ruling) -> Document:
    """The file of the other rulings, else of the first claim."""
    claims = tuple(pair for pair in book.pairs() if pair[0].id == ruling.claims[0])
    return home(book, book.rulings[-1] if book.rulings else None, claims)
