"""A ledger on disk: a YAML file, or a folder of them."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

SUFFIXES = (".yaml", ".yml")


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


def folder_of(path: Path) -> Path:
    """The folder in which a ledger's files are, links followed."""
    target = Path(os.path.realpath(path))
    return target if target.is_dir() else target.parent


BOM = codecs.BOM_UTF8


def decode(raw: bytes) -> str:
    """A file's text. A byte-order mark is dropped; bytes that are no UTF-8 become surrogates.

    Raises UnicodeError for UTF-16, of which nothing could be read.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnicodeError("this is UTF-16; save it as UTF-8")
    return raw.removeprefix(BOM).decode("utf-8", "surrogateescape")


def encode(text: str, old: bytes = b"") -> bytes:
    """The bytes of a text, with a byte-order mark if ``old`` had one; inverse of ``decode``."""
    mark = BOM if old.startswith(BOM) else b""
    return mark + text.encode("utf-8", "surrogateescape")
