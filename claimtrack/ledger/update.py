"""A ledger changed on disk: read, changed and written back while no other process can."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Protocol, TypeVar

from claimtrack.collection import no_collection
from claimtrack.ledger.book import Book, open_book
from claimtrack.ledger.disk import Replacement, SaveError, locked, replace_all
from claimtrack.ledger.document import Document
from claimtrack.ledger.history import note, patch
from claimtrack.ledger.reader import read
from claimtrack.ledger.store import decode, encode, files, reason


class Changed(Protocol):
    """What an update comes to."""

    @property
    def documents(self) -> Sequence[Document]:
        """The files that change, as they are to be; ``file`` tells which each is."""


_C = TypeVar("_C", bound=Changed)


def update(path: Path, change: Callable[[Book], _C], dry_run: bool = False) -> _C:
    """Changes a ledger, a file or a folder of them; a ``dry_run`` does all but write.

    A ledger that is not there yet is an empty one, and made. Each file is replaced whole or not at
    all, and where one cannot be written, none is. Raises SaveError when one cannot be read or
    written, or when an editor saved it meanwhile, and what ``change`` raises.
    """
    try:
        folder = folder_of(path)
        if not dry_run:
            folder.mkdir(parents=True, exist_ok=True)
        with nullcontext() if dry_run else locked(folder):
            raw = {str(file): _bytes(file) for file in files(path) or (path / "claims.yaml",)}
            result = _changed(path, raw, change)
            if not dry_run:
                _write(path, raw, result.documents)
    except (OSError, UnicodeError) as error:
        raise SaveError(f"{path}: {reason(error)}") from error
    return result


def _write(path: Path, raw: dict[str, bytes | None], documents: Sequence[Document]) -> None:
    """Replaces the files that change; noted before, so that it can be taken back."""
    new = {one.file: encode(one.text, raw[one.file] or b"") for one in documents}
    patches = [patch(Path(file), raw[file], content) for file, content in new.items()]
    if patches:
        note(path, patches)
    replace_all([Replacement(Path(file), raw[file], (content,)) for file, content in new.items()])
    for file in new:
        if not (raw[file] or b"").strip():
            _describe(Path(file).parent)


def _describe(folder: Path) -> None:
    """Puts the format beside a new ledger, which names it; never over a file that is there."""
    from claimtrack.ledger.format import schema
    from claimtrack.ledger.splice import SCHEMA

    with suppress(OSError), (folder / SCHEMA).open("x", encoding="utf-8") as file:
        file.write(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")


def _changed(path: Path, raw: dict[str, bytes | None], change: Callable[[Book], _C]) -> _C:
    with no_collection():
        documents = [read(decode(old or b""), file) for file, old in raw.items()]
        return change(open_book(str(path), documents))


def folder_of(path: Path) -> Path:
    """The folder in which a ledger's files are, links followed."""
    target = Path(os.path.realpath(path))
    return target if target.is_dir() else target.parent


def _bytes(file: Path) -> bytes | None:
    """A file's content, None when there is no file."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
