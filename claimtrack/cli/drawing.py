"""A topic's figures written into an SVG file; a file that is something else is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli import opening, output
from claimtrack.cli.failure import Failure
from claimtrack.model import Ledger

if TYPE_CHECKING:
    from claimtrack.analysis.timeline_figures import Series

_BEGINNINGS = (b"<svg", b"<?xml")


def allowed(file: Path, topics: Sequence[str], found: Ledger) -> None:
    """A Failure unless one topic is asked for and the file is free, or a picture, to be written.

    The ledger and its articles are never written over, whatever they begin with.
    """
    if len(topics) != 1:
        given = f", not {len(topics)}" if topics else ""
        hint = "name it with --topic; `claimtrack topics` has all"
        raise Failure(f"--svg draws one topic{given}", hint)
    if not file.is_file():
        return
    if any(path.exists() and file.samefile(path) for path in _kept(found)):
        raise Failure(f"--svg: {file} belongs to the ledger; it is left as it is")
    if not _is_picture(file):
        raise Failure(f"--svg: {file} is there and is no SVG; it is left as it is")


def _kept(found: Ledger) -> list[Path]:
    """The files of the ledger and of its articles."""
    articles = (opening.article_path(found, source) for source in found.sources)
    files = {found.path, *found.files.values()}
    return [*map(Path, sorted(files)), *filter(None, articles)]


def _is_picture(file: Path) -> bool:
    """Whether a file begins as SVG does; an empty one may become a picture."""
    try:
        with file.open("rb") as stream:
            start = stream.read(256).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError as error:
        raise Failure(f"{file}: {error.strerror}") from error
    return not start or start.startswith(_BEGINNINGS)


def draw(told: Series, file: Path) -> None:
    """Draw the figures into the file, and say so."""
    from claimtrack.render.chart import chart

    try:
        file.write_text(chart(told), encoding="utf-8")
    except OSError as error:
        raise Failure(f"{file}: {error.strerror}") from error
    output.remark(f"{file}: {output.counted(len(told.points), 'figure')} on {told.topic}")
