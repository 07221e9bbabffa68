"""Everything that is wrong with a ledger, and mending what has one right answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimtrack.identity import ruling_stamp
from claimtrack.ledger.book import Book
from claimtrack.ledger.case import Case, Reader, case_of
from claimtrack.ledger.changes import Change, Put, RefusedError
from claimtrack.ledger.document import Document
from claimtrack.ledger.entries import ranges
from claimtrack.ledger.format import ClaimEntry
from claimtrack.ledger.index import Index, from_index
from claimtrack.ledger.indexed import case_of_index
from claimtrack.ledger.opened import open_path
from claimtrack.ledger.places import problem
from claimtrack.ledger.recognise import anchored
from claimtrack.ledger.remains import remains
from claimtrack.ledger.rules import findings
from claimtrack.ledger.splice import changed, edits, order
from claimtrack.ledger.update import update
from claimtrack.model import Problem


def check(path: Path, read: Reader) -> tuple[Problem, ...]:
    """Every problem of a ledger, in the order of its files and lines.

    ``read`` reads the articles of a file; quotations are held against them.
    """
    found = from_index(path, lambda index: _of_index(index, path, read))
    return _of_files(path, read) if found is None else found


def _of_index(index: Index, path: Path, read: Reader) -> tuple[Problem, ...]:
    """Claim by claim: a ledger of any length is checked in little memory."""
    case, problems = case_of_index(index, path, read)
    return _sorted(problems, case)


def _of_files(path: Path, read: Reader) -> tuple[Problem, ...]:
    book, problems = open_path(path, remains)
    return _sorted(problems, case_of(book, path, read))


def _sorted(problems: Iterable[Problem], case: Case) -> tuple[Problem, ...]:
    found = [
        problem(one.placed.document.file, one.placed.document.lines, one.trouble, one.severity)
        for one in findings(case)
    ]
    return tuple(sorted((*problems, *found), key=lambda one: (one.file, one.line, one.column)))


@dataclass(frozen=True, slots=True)
class Mended:
    """The files that change, and what was done in them, a line each."""

    documents: tuple[Document, ...] = ()
    told: tuple[str, ...] = ()


def fix(path: Path, read: Reader) -> Mended:
    """Mends what has one right answer, and writes it.

    Claims without an id get one; a quotation that stands elsewhere in its article, in one place
    only, gets that place; a ruling notes the stamps of its claims, so that it can be told when one
    of them changes. Raises SaveError when a file cannot be written.
    """
    return update(path, lambda book: mended(case_of(book, path, read)))


def mended(case: Case) -> Mended:
    """A ledger with what has one right answer mended."""
    changes: dict[str, list[Change]] = {}
    told = []
    for line, document, change in (*_ids(case.book), *_places(case), *_stamps(case.book)):
        try:
            list(edits(document, [change]))
        except RefusedError:
            continue
        changes.setdefault(document.file, []).append(change)
        told.append(line)
    documents = (
        changed(one, changes[one.file]) for one in case.book.documents if one.file in changes
    )
    return Mended(tuple(documents), tuple(told))


def _ids(book: Book) -> Iterator[tuple[str, Document, Change]]:
    for claim, one in book.pairs():
        if isinstance(one.value, ClaimEntry) and one.value.id is None:
            line = f"{book.ledger.place(claim.id)}: id: {claim.id}"
            yield line, one.document, Put("claims", one.index, "id", claim.id, order("claims"))


def _stamps(book: Book) -> Iterator[tuple[str, Document, Change]]:
    known = {claim.id: ruling_stamp(claim) for claim in book.ledger.claims}
    for ruling, one in zip(book.ledger.rulings, book.rulings, strict=True):
        if not ruling.stamps and all(ident in known for ident in ruling.claims):
            marks = " ".join(known[ident] for ident in ruling.claims)
            line = f"ruling on {' and '.join(ruling.claims)}: as: {marks}"
            yield line, one.document, Put("rulings", one.index, "as", marks, order("rulings"))


def _places(case: Case) -> Iterator[tuple[str, Document, Change]]:
    for one in case.quotations():
        if one.spans and one.stands:
            continue
        body = one.article.body
        first, final = anchored(one.pieces, body, 0), anchored(one.pieces, body, len(body))
        if first and first == final:
            line = f"{case.book.ledger.place(one.held.claim.id)}: at: {ranges(first)}"
            placed = one.held.place()
            change = Put("claims", placed.index, "at", ranges(first), order("claims"))
            yield line, placed.document, change
