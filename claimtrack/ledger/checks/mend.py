"""Everything that is wrong with a ledger, and mending what has one right answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimtrack.ids import ruling_stamp
from claimtrack.ledger.checks import passed
from claimtrack.ledger.checks.checked_ledger import Case
from claimtrack.ledger.checks.rules import findings
from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book
from claimtrack.ledger.document.relocate import anchored
from claimtrack.ledger.edit.changes import Change, Put
from claimtrack.ledger.edit.splice import changed, edits, order
from claimtrack.ledger.errors import RefusedError
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.format.from_model import ranges
from claimtrack.ledger.yaml.lines import problem
from claimtrack.model import Problem


def problems(case: Case, known: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem of a ledger by file and line, the ``known`` ones among them."""
    problems = [
        problem(
            finding.placed.document.file,
            finding.placed.document.lines,
            finding.trouble,
            finding.severity,
        )
        for finding in findings(case)
    ]
    return tuple(sorted((*known, *problems), key=lambda problem: problem.at))


@dataclass(frozen=True, slots=True)
class Mended:
    """The files that change, and what was done in them, a line each."""

    documents: tuple[Document, ...] = ()
    remarks: tuple[str, ...] = ()


def mended(case: Case) -> Mended:
    """A ledger with what has one right answer mended."""
    changes: dict[str, list[Change]] = {}
    lines = []
    for line, document, change in (
        *_ids(case.book),
        *_places(case),
        *passed.mended(case),
        *_stamps(case.book),
    ):
        try:
            list(edits(document, [change]))
        except RefusedError:
            continue
        changes.setdefault(document.file, []).append(change)
        lines.append(line)
    documents = (
        changed(old, changes[old.file]) for old in case.book.documents if old.file in changes
    )
    return Mended(tuple(documents), tuple(lines))


def _ids(book: Book) -> Iterator[tuple[str, Document, Change]]:
    for claim, placed in book.pairs():
        if isinstance(placed.value, ClaimEntry) and placed.value.id is None:
            line = f"{book.ledger.place(claim.id)}: id: {claim.id}"
            yield (
                line,
                placed.document,
                Put("claims", placed.index, "id", claim.id, order("claims")),
            )


def _stamps(book: Book) -> Iterator[tuple[str, Document, Change]]:
    known = {claim.id: ruling_stamp(claim) for claim in book.ledger.claims}
    for ruling, placed in zip(book.ledger.rulings, book.rulings, strict=True):
        if not ruling.stamps and all(ident in known for ident in ruling.claims):
            marks = " ".join(known[ident] for ident in ruling.claims)
            line = f"ruling on {' and '.join(ruling.claims)}: as: {marks}"
            yield line, placed.document, Put("rulings", placed.index, "as", marks, order("rulings"))


def _places(case: Case) -> Iterator[tuple[str, Document, Change]]:
    for quotation in case.quotations():
        if quotation.spans and quotation.stands:
            continue
        body = quotation.article.body
        first, final = (
            anchored(quotation.pieces, body, 0),
            anchored(quotation.pieces, body, len(body)),
        )
        if first and first == final:
            line = f"{case.book.ledger.place(quotation.held.claim.id)}: at: {ranges(first)}"
            placed = quotation.held.place()
            change = Put("claims", placed.index, "at", ranges(first), order("claims"))
            yield line, placed.document, change
