"""A ledger on disk, read with all its places: a YAML file, or a folder of them."""

from __future__ import annotations

from pathlib import Path

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, Understand, open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.files.paths import content, decode, files, reason
from claimtrack.ledger.files.write_session import restore
from claimtrack.model import Ledger, Problem
from claimtrack.runtime import no_collection


def open_path(path: Path, understand: Understand | None = None) -> tuple[Book, tuple[Problem, ...]]:
    """The book of a ledger, and every problem, those of unreadable files included.

    ``understand`` is that of :func:`open_book`.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    restore(path)
    with no_collection():
        for file in _listed(path, problems):
            try:
                documents.append(read(decode(content(file)), str(file)))
            except (OSError, UnicodeError) as error:
                problems.append(_unreadable(file, error))
        book = open_book(str(path), documents, understand)
    return book, (*problems, *book.problems)


def _listed(path: Path, problems: list[Problem]) -> tuple[Path, ...]:
    try:
        return files(path)
    except OSError as error:
        problems.append(_unreadable(path, error))
        return ()


def _unreadable(path: Path, error: OSError | UnicodeError) -> Problem:
    return Problem(str(path), 0, 0, reason(error), code="unreadable")


def load_file(path: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    """What a ledger says, and every problem of its files, every claim read anew."""
    book, problems = open_path(path)
    return book.ledger, problems
