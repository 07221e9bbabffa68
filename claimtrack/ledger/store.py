"""A ledger on disk: a YAML file, or a folder of them."""

from __future__ import annotations

import codecs
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimtrack.ledger.book import Book, open_book
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
    documents, problems = [], []
    with _no_collection():
        for file in files(path):
            try:
                documents.append(read(decode(file.read_bytes()), str(file)))
            except OSError as error:
                reason = error.strerror or str(error)
                problems.append(Problem(str(file), 0, 0, reason, code="unreadable"))
        book = open_book(str(path), documents)
    return book, (*problems, *book.problems)


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
    """A file's text. A byte-order mark is dropped; bytes that are no UTF-8 become surrogates."""
    return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")


def encode(text: str, old: bytes = b"") -> bytes:
    """The bytes of a text, with a byte-order mark if ``old`` had one; inverse of ``decode``."""
    mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8", "surrogateescape")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the cycle collector, which would walk all that is read again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
