"""A topic's figures drawn into an SVG file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli import signed_files
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure
from claimtrack.model import Ledger

if TYPE_CHECKING:
    from claimtrack.analysis.timeline_figures import Series


def allowed(file: Path, topics: Sequence[str], ledger: Ledger) -> None:
    """A Failure unless one topic is asked for and the file is free to be written."""
    if len(topics) != 1:
        given = f", not {len(topics)}" if topics else ""
        hint = "name it with --topic; `claimtrack topics` lists them"
        raise Failure(f"--svg draws one topic{given}", hint)
    signed_files.check_free(file, "--svg", ledger)


def draw(series: Series, file: Path) -> None:
    """Draw the figures into the file, and say so."""
    from claimtrack.render.chart import chart

    signed_files.write(file, "--svg", chart(series).encode())
    output.remark(f"{file}: {output.counted(len(series.points), 'figure')} on {series.topic}")
