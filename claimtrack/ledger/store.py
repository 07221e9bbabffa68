"""A ledger on disk: a YAML file, or a folder of them."""

from __future__ import annotations

import codecs
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimtrack.ledger.book import Book, open_book
from claimtrack.ledger.document import Document
from claimtrack.ledger.reader import read
from claimtrack.model import Ledger, Problem

SUFFIXES = (".yaml", ".yml")


def load(path: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    """What a ledger says, and every problem of its files. Never raises for what they hold.

    A broken entry is set aside and the rest answers. A file that cannot be read at all is one
    problem without a line.
    """
    book, problems = open_path(path)
    return book.ledger, problems


def open_path(path: Path) -> tuple[Book, tuple[Problem, ...]]:
    """The book of a ledger, and every problem, those of unreadable files included."""
    documents: list[Document] = []
    problems: list[Problem] = []
    with no_collection():
        for file in _listed(path, problems):
            try:
                documents.append(read(decode(file.read_bytes()), str(file)))
            except (OSError, UnicodeError) as error:
                problems.append(_unreadable(file, error))
        book = open_book(str(path), documents)
    return book, (*problems, *book.problems)


def _listed(path: Path, problems: list[Problem]) -> tuple[Path, ...]:
    try:
        return files(path)
    except OSError as error:
        problems.append(_unreadable(path, error))
        return ()


def _unreadable(path: Path, error: OSError | UnicodeError) -> Problem:
    return Problem(str(path), 0, 0, reason(error), code="unreadable")


def reason(error: OSError | UnicodeError) -> str:
    """Why a file cannot be read, in a few words."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def files(path: Path) -> tuple[Path, ...]:
    """The files of a ledger: itself, or the YAML files of a folder, by name."""
    if not path.is_dir():
        return (path,)
    return tuple(
        sorted(
            file
            for file in path.iterdir()
            if file.suffix in SUFFIXES and not file.name.startswith(".") and file.is_file()
        )
    )


def decode(raw: bytes) -> str:
    """A file's text. A byte-order mark is dropped; bytes that are no UTF-8 become surrogates.

    Raises UnicodeError for UTF-16, of which nothing could be read.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnicodeError("this is UTF-16; save it as UTF-8")
    return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")


def encode(text: str, old: bytes = b"") -> bytes:
    """The bytes of a text, with a byte-order mark if ``old`` had one; inverse of ``decode``."""
    mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8", "surrogateescape")


@contextmanager
def no_collection() -> Iterator[None]:
    """Without the cycle collector, which would walk all that is read again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
