"""All of a ledger but its claims, read by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimtrack.ledger.book import Book, open_book
from claimtrack.ledger.cutting import Cut
from claimtrack.ledger.reader import read_by_pieces
from claimtrack.model import Problem


def read_rest(raw: bytes) -> Book | None:
    """A ledger without its claims; None when it cannot be read piece by piece."""
    document = read_by_pieces(raw.decode("utf-8", "surrogateescape"))
    return open_book("", [document]) if document else None


def problems_of_rest(book: Book, cut: Cut) -> Iterator[Problem]:
    """The problems of all but the claims, where they stand in the file as a whole."""
    above = cut.rest[0].count(b"\n")
    between = cut.raw.count(b"\n", cut.starts[0], cut.starts[-1])
    for one in book.problems:
        yield moved(one, between if one.line > above else 0)


def moved(problem: Problem, lines: int) -> Problem:
    """A problem some lines further down."""
    return replace(problem, line=problem.line + lines)
