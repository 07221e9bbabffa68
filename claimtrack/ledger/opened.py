"""A ledger on disk, read with all its places: a YAML file, or a folder of them."""

from __future__ import annotations

from pathlib import Path

from claimtrack.collection import no_collection
from claimtrack.ledger.book import Book, Understand, open_book
from claimtrack.ledger.document import Document
from claimtrack.ledger.files.session import restore
from claimtrack.ledger.reader import read
from claimtrack.ledger.store import content, decode, files, reason
from claimtrack.model import Problem


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
