"""The bytes of files: never too many for memory, never of a pipe or device that no user named.

A file that a person names may be a pipe. One that a ledger names is foreign: it has to be a regular
file at a place that is allowed, and is opened without waiting and looked at again once it is open.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from claimtrack.article.intake import UnfitError

LARGEST = 32 * 2**20
"""Bytes of the largest article, and of the longest line of JSON."""

Allows = Callable[[str], bool]
"""Tells whether the file at a path without symbolic links may be read."""

_OPENING = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def whole(stream: IO[bytes], begun: bytes = b"") -> bytes:
    """What a stream holds behind ``begun``, this included; raises UnfitError for too much."""
    raw = begun + stream.read(max(0, LARGEST + 1 - len(begun)))
    if len(raw) > LARGEST:
        raise UnfitError(f"larger than {LARGEST >> 20} MB", "give it the text of one article")
    return raw


def lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream; one that is too long is cut there, and is the last."""
    while line := stream.readline(LARGEST + 1):
        yield line
        if len(line) > LARGEST:
            return


def regular(path: Path, allows: Allows) -> IO[bytes]:
    """A regular file at an allowed place, opened for reading.

    Raises UnfitError for one that is none or lies elsewhere, symbolic links followed, and OSError.
    What was allowed is what was opened, even if somebody puts another file there meanwhile.
    """
    try:
        real = os.path.realpath(path)
        if not allows(real):
            raise UnfitError("outside the ledger's folder and not read", _OUTSIDE)
        _require_regular(Path(real).stat())
        stream = os.fdopen(os.open(real, _OPENING), "rb")
    except ValueError as error:  # a NUL or half a character in its name
        if isinstance(error, UnfitError):
            raise
        raise UnfitError("not the name of a file", "correct it in the ledger") from error
    opened = os.fstat(stream.fileno())
    try:
        _require_regular(opened)
        if os.path.realpath(real) != real or not os.path.samestat(opened, Path(real).stat()):
            raise UnfitError("changed while it was opened", "try again")
    except BaseException:
        stream.close()
        raise
    return stream


_OUTSIDE = "ingest the article again, or name its folder in CLAIMTRACK_ARTICLES"


def _require_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a regular file"
        raise UnfitError(kind, "a ledger names files of articles")
