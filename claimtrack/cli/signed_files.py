"""Files made for a user (a picture, a page): whatever was not made here is left alone.

Such a file ends with the checksum of what is above it, by which it is known again: what nobody
changed may be written over without being asked for.
"""

from __future__ import annotations

import errno
import os
import re
from hashlib import sha256
from pathlib import Path

from claimtrack.cli import locations
from claimtrack.cli.failure import Failure, refusals
from claimtrack.model import Ledger

_SIGNED = re.compile(rb"(?P<content>.*)<!-- claimtrack [0-9a-f]{64} -->\n", re.S)


def check_free(file: Path, option: str, ledger: Ledger) -> None:
    """A Failure unless the file is free to be written; ``option`` is how it was named.

    It is when it is not there or empty, or when it is as claimtrack made it.
    """
    if file.is_dir():
        raise Failure(f"{option}: {file} is a folder", "name a file in it")
    if not file.is_file():
        return
    if any(path.exists() and file.samefile(path) for path in _kept(ledger)):
        raise Failure(f"{option}: {file} belongs to the ledger and was not overwritten")
    if not _is_ours(_content(file)):
        hint = "name another file, or delete this one"
        raise Failure(
            f"{option}: {file} is not as claimtrack made it and was not overwritten", hint
        )


def write(file: Path, option: str, content: bytes) -> None:
    """Write a signed file in one step; hand the content to a device or a pipe."""
    signed = _signed(content)
    if file.exists() and not file.is_file():
        _stream(file, option, signed)
    else:
        _replace(file, option, signed)


def _kept(ledger: Ledger) -> list[Path]:
    articles = (locations.article_path(ledger, source) for source in ledger.sources)
    files = {ledger.path, *ledger.files.values()}
    return [*map(Path, sorted(files)), *filter(None, articles)]


def _content(file: Path) -> bytes | None:
    """What a file holds; None when it is not there."""
    try:
        return file.read_bytes() if os.path.lexists(file) else None
    except OSError as error:
        raise Failure(f"{file}: {error.strerror}") from error


def _is_ours(content: bytes | None) -> bool:
    """Whether nothing in a file is somebody's own work."""
    if not content:
        return True
    signed = _SIGNED.fullmatch(content)
    return signed is not None and _signed(signed["content"]) == content


def _signed(content: bytes) -> bytes:
    return content + b"<!-- claimtrack %s -->\n" % sha256(content).hexdigest().encode("ascii")


def _stream(file: Path, option: str, signed: bytes) -> None:
    """Hand the content to a device, or to whoever reads a pipe; nobody is waited for."""
    try:
        handle = os.open(file, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        hint = "start the program that reads it first"
        raise Failure(f"{option}: {file}: no program is reading from this pipe", hint) from error
    with os.fdopen(handle, "wb") as stream:
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(handle, True)
        stream.write(signed)


def _replace(file: Path, option: str, signed: bytes) -> None:
    from claimtrack.ledger.files.atomic_write import Replacement, replace_all
    from claimtrack.ledger.files.write_session import writing

    with refusals(), writing(file) as folder:
        old = _content(file)
        if not _is_ours(old):
            raise Failure(f"{option}: {file} was created in the meantime and was not overwritten")
        replace_all(folder, [Replacement(file, old, (signed,))])
