"""A ledger changed on disk: read, changed and written back while no other process can."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.errors import SaveError
from claimtrack.ledger.files.atomic_write import Replacement, replace_all
from claimtrack.ledger.files.history import note, patch
from claimtrack.ledger.files.paths import decode, encode, files, folder_of, own_content, reason
from claimtrack.ledger.files.write_session import writing
from claimtrack.runtime import no_collection


class Changed(Protocol):
    """What an update comes to."""

    @property
    def documents(self) -> Sequence[Document]:
        """The files that change, as they are to be; ``file`` tells which each is."""


_C = TypeVar("_C", bound=Changed)
_File = tuple[Path, bytes | None, bytes]


def update(
    path: Path,
    change: Callable[[Book], _C],
    dry_run: bool = False,
    beside: Mapping[Path, Replaced] | None = None,
) -> _C:
    """Changes a ledger, a file or a folder of them; a ``dry_run`` does all but write.

    A ledger that is not there yet is an empty one, and made. ``beside`` are other files that are
    written with it, each with its content before (None: there is none) and after. Each file is
    replaced whole or not at all, and where one cannot be written, none is. Raises SaveError when
    one cannot be read or written, or when an editor saved it meanwhile, and what ``change`` raises.
    """
    try:
        if dry_run:
            return _changed(path, _contents(path), change)
        folder_of(path).mkdir(parents=True, exist_ok=True)
        with writing(path) as folder:
            raw = _contents(path)
            result = _changed(path, raw, change)
            _write(path, folder, [*_replaced(raw, result.documents), *_written(beside or {})])
    except (OSError, UnicodeError) as error:
        raise SaveError(f"{path}: {reason(error)}") from error
    return result


Replaced = tuple[bytes | None, bytes]
"""A file's content before and after; None when there was no file."""


def _contents(path: Path) -> dict[str, bytes | None]:
    return {str(file): own_content(file) for file in files(path) or (path / "claims.yaml",)}


def _replaced(raw: dict[str, bytes | None], documents: Sequence[Document]) -> Iterator[_File]:
    """The files that change, and the format beside a new one."""
    for document in documents:
        old = raw[document.file]
        yield Path(document.file), old, encode(document.text, old or b"")
        if not (old or b"").strip():
            yield from _description(Path(document.file).parent)


def _written(beside: Mapping[Path, Replaced]) -> Iterator[_File]:
    for file, (old, new) in beside.items():
        if old != new:
            file.parent.mkdir(parents=True, exist_ok=True)
            yield file, old, new


def _description(folder: Path) -> Iterator[_File]:
    """The format beside a new ledger, which names it; none where there is something already."""
    from claimtrack.ledger.edit.splice import SCHEMA
    from claimtrack.ledger.format.entries import schema

    if not os.path.lexists(folder / SCHEMA):
        text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
        yield folder / SCHEMA, None, text.encode()


def _write(path: Path, folder: Path, changes: Sequence[_File]) -> None:
    """Replaces the files that change; noted before, so that it can be taken back."""
    patches = [patch(*change) for change in changes]
    if patches:
        note(path, patches)
    replace_all(
        folder,
        [
            Replacement(file, old, (new,), checksums=(noted.before or "", noted.after))
            for (file, old, new), noted in zip(changes, patches, strict=True)
        ],
    )


def _changed(path: Path, raw: dict[str, bytes | None], change: Callable[[Book], _C]) -> _C:
    with no_collection():
        documents = [read(decode(old or b""), file) for file, old in raw.items()]
        return change(open_book(str(path), documents))
