"""A ledger on disk: a YAML file, or a folder of them."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path

SUFFIXES = (".yaml", ".yml")

MARK = ".claimtrack-"
"""What each file has in its name that is there only while something is written."""


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


LARGEST_PIPED = 64 * 2**20
"""Bytes of the largest ledger that is no regular file: a pipe may never end, nor does a device."""


def content(file: Path) -> bytes:
    """A ledger's bytes, of a regular file or of a pipe.

    Raises OSError where it cannot be read, or is piped in and larger than ``LARGEST_PIPED``.
    """
    with file.open("rb") as stream:
        if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return stream.read()
        raw = stream.read(LARGEST_PIPED + 1)
    if len(raw) > LARGEST_PIPED:
        raise OSError(errno.EFBIG, f"piped in, and larger than {LARGEST_PIPED >> 20} MB", str(file))
    return raw


def own_content(file: Path) -> bytes | None:
    """The bytes of a file that is to be changed, None when there is none.

    Raises OSError for a pipe or a device, which would be replaced by a file.
    """
    if file.exists() and not file.is_file():
        raise OSError(
            errno.EINVAL, "not a regular file; it can be read, but not changed", str(file)
        )
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def folder_of(path: Path) -> Path:
    """The folder in which a ledger's files are, links followed."""
    target = Path(os.path.realpath(path))
    return target if target.is_dir() else target.parent


def of_a_write(folder: Path) -> list[Path]:
    """Everything in a folder that may be of a write, of one that was stopped or goes on, by name.

    Raises OSError where the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        return sorted(folder / entry.name for entry in entries if MARK in entry.name)


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
