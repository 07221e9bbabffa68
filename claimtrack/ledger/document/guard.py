"""Whether a ledger is whole enough to be merged into.

A claim that is missing because the file is broken must not be taken for one that a person
deleted, nor be written a second time.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.ledger.document import Document, Entry, Section
from claimtrack.ledger.document.ledger_file import Book
from claimtrack.ledger.errors import RefusedError
from claimtrack.ledger.format.entries import ENTRIES
from claimtrack.ledger.yaml.lines import Trouble


def require_whole(book: Book) -> None:
    """Raises RefusedError when more than single items of a ledger are broken.

    A claim, actor, topic or ruling may stand aside. An article may not, since it says what was
    written for it before; nor may a section as a whole.
    """
    for document in book.documents:
        for trouble in _outside(document):
            line, column = document.lines.at(trouble.at)
            raise RefusedError(f"{document.file}:{line}:{column}: {trouble.message}")
        for name in ENTRIES:
            if name in document.sections and not _is_list(document.sections[name]):
                raise RefusedError(f"{document.file}: “{name}” is not a list")
    if sum(len(held.entries("articles")) for held in book.documents) != len(book.articles):
        raise RefusedError(
            f"{book.ledger.path}: an article's entry is broken; see `claimtrack check`"
        )


def aside(book: Book, section: str) -> Iterator[str]:
    """The texts of a section's items that could not be used."""
    used = {(placed.document.file, placed.index) for placed in getattr(book, section)}
    for document in book.documents:
        for index, entry in enumerate(document.entries(section)):
            if (document.file, index) not in used:
                yield document.text[entry.start : entry.end]


def _outside(document: Document) -> Iterator[Trouble]:
    """Troubles that are not those of a single item."""
    items = [entry for name in ENTRIES if name != "articles" for entry in document.entries(name)]
    for trouble in document.troubles:
        if not any(_within(trouble, entry) for entry in items):
            yield trouble


def _within(trouble: Trouble, entry: Entry) -> bool:
    return entry.start <= trouble.at < entry.end


def _is_list(section: Section) -> bool:
    return section.node in (None, "") or isinstance(section.node, list)
