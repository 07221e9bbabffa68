"""A topic's figures written into an SVG file; a file that was not drawn here is left alone.

A picture ends with the checksum of what is above it, by which it is known again.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli import opening, output
from claimtrack.cli.failure import Failure, refusals
from claimtrack.model import Ledger

if TYPE_CHECKING:
    from claimtrack.analysis.timeline_figures import Series

_SIGNED = re.compile(rb"(?P<picture>.*)<!-- claimtrack [0-9a-f]{64} -->\n", re.S)


def allowed(file: Path, topics: Sequence[str], found: Ledger) -> None:
    """A Failure unless one topic is asked for and the file is free to be written.

    It is when it is not there or empty, or when it is a picture as claimtrack drew it.
    """
    if len(topics) != 1:
        given = f", not {len(topics)}" if topics else ""
        hint = "name it with --topic; `claimtrack topics` has all"
        raise Failure(f"--svg draws one topic{given}", hint)
    if not file.is_file():
        return
    if any(path.exists() and file.samefile(path) for path in _kept(found)):
        raise Failure(f"--svg: {file} belongs to the ledger; it is left as it is")
    if not _is_drawn(_content(file)):
        hint = "name another file, or delete this one"
        raise Failure(f"--svg: {file} is not as claimtrack drew it; it is left as it is", hint)


def _kept(found: Ledger) -> list[Path]:
    """The files of the ledger and of its articles."""
    articles = (opening.article_path(found, source) for source in found.sources)
    files = {found.path, *found.files.values()}
    return [*map(Path, sorted(files)), *filter(None, articles)]


def _content(file: Path) -> bytes | None:
    """What a file holds; None when it is not there."""
    try:
        return file.read_bytes() if os.path.lexists(file) else None
    except OSError as error:
        raise Failure(f"{file}: {error.strerror}") from error


def _is_drawn(content: bytes | None) -> bool:
    """Whether nothing in a file is somebody's own work."""
    if not content:
        return True
    signed = _SIGNED.fullmatch(content)
    return signed is not None and _signed(signed["picture"]) == content


def _signed(picture: bytes) -> bytes:
    return picture + b"<!-- claimtrack %s -->\n" % sha256(picture).hexdigest().encode("ascii")


def draw(told: Series, file: Path) -> None:
    """Draw the figures into the file, and say so."""
    from claimtrack.render.chart import chart

    new = _signed(chart(told).encode())
    if file.exists() and not file.is_file():  # a device or a pipe
        _stream(file, new)
    else:
        _write(file, new)
    output.remark(f"{file}: {output.counted(len(told.points), 'figure')} on {told.topic}")


def _stream(file: Path, new: bytes) -> None:
    """Hand the picture to a device, or to whoever reads a pipe; nobody is waited for."""
    try:
        handle = os.open(file, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        hint = "start what reads it first"
        raise Failure(f"--svg: {file}: nobody reads from this pipe", hint) from error
    with os.fdopen(handle, "wb") as stream:
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(handle, True)
        stream.write(new)


def _write(file: Path, new: bytes) -> None:
    from claimtrack.ledger.files.atomic_write import Replacement, replace_all
    from claimtrack.ledger.files.session import writing

    with refusals(), writing(file) as folder:
        old = _content(file)
        if not _is_drawn(old):
            raise Failure(f"--svg: {file} came meanwhile; it is left as it is")
        replace_all(folder, [Replacement(file, old, (new,))])
