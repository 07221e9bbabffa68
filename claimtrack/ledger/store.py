"""A ledger on disk: a YAML file, or a folder of them."""

from __future__ import annotations

import codecs
import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Protocol, TypeVar

from claimtrack.ledger.book import Book, open_book
from claimtrack.ledger.disk import SaveError, locked, replace
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
    documents, problems = [], []
    with _no_collection():
        for file in files(path):
            try:
                documents.append(read(decode(file.read_bytes()), str(file)))
            except (OSError, UnicodeError) as error:
                problems.append(Problem(str(file), 0, 0, _reason(error), code="unreadable"))
        book = open_book(str(path), documents)
    return book, (*problems, *book.problems)


class Changed(Protocol):
    """What an update comes to; ``documents`` are the files that it changes."""

    @property
    def documents(self) -> Sequence[Document]:
        """The new documents, their ``file`` telling where they go."""


_C = TypeVar("_C", bound=Changed)


def update(path: Path, change: Callable[[Book], _C], dry_run: bool = False) -> _C:
    """Reads a ledger, changes it and writes it back while no other process can.

    A ledger that is not there yet is an empty one, and made. Raises SaveError when a file cannot
    be read or written, or when an editor saved it meanwhile, and what ``change`` raises.
    """
    folder = path if path.is_dir() else path.parent
    if not dry_run:
        folder.mkdir(parents=True, exist_ok=True)
    with nullcontext() if dry_run else locked(Path(os.path.realpath(path)).parent):
        raw = {str(file): _bytes(file) for file in files(path) or (path / "claims.yaml",)}
        with _no_collection():
            documents = [read(_text(file, old), file) for file, old in raw.items()]
            result = change(open_book(str(path), documents))
        for document in () if dry_run else result.documents:
            old = raw[document.file]
            replace(Path(document.file), old, encode(document.text, old or b""))
    return result


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SaveError(f"{file}: {_reason(error)}") from error


def _text(file: str, raw: bytes | None) -> str:
    try:
        return decode(raw or b"")
    except UnicodeError as error:
        raise SaveError(f"{file}: {error}") from error


def _reason(error: OSError | UnicodeError) -> str:
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
def _no_collection() -> Iterator[None]:
    """Without the cycle collector, which would walk all that is read again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
