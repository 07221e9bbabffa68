"""The door to the terminal: whatever is written to a standard stream passes it.

Lines that `claimtrack.render` made pass as they are, with our own colours and links. All else does
so without any power over a terminal, whoever writes it: a message with an id or a file name in it,
a usage error of the argument parser, a warning, a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO, cast

from claimtrack.render import safe


class Door:
    """A text stream that makes harmless what is written to it. All else is that of the stream."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Writes text, several lines of it too."""
        return self.stream.write(safe.written(text))

    def writelines(self, lines: Iterable[str]) -> None:
        """Writes several texts; line ends are theirs."""
        self.stream.writelines(map(safe.written, lines))

    def show(self, lines: Iterable[str]) -> None:
        """Writes lines and ends each; a line break inside of one, if it is not ours, is a blank."""
        self.stream.writelines(_line(line) + "\n" for line in lines)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def _line(text: str) -> str:
    return text if isinstance(text, safe.SafeText) else safe.terminal(text)


def install() -> bool:
    """Puts a door before both standard streams; whether standard output was open at all.

    Both take any character then: UTF-8 in a pipe, the terminal's own with ``?``. What is written
    to a closed stream goes nowhere.
    """
    is_open = sys.stdout is not None
    sys.stdout, sys.stderr = _door(sys.stdout), _door(sys.stderr)
    return is_open


def _door(stream: TextIO | None) -> TextIO:
    if isinstance(stream, Door):
        return cast(TextIO, stream)
    stream = stream or _nowhere()
    if hasattr(stream, "reconfigure"):
        encoding = None if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="replace")
    return cast(TextIO, Door(stream))


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def show(stream: TextIO, lines: Iterable[str]) -> None:
    """Writes lines to a standard stream, each ended."""
    (stream if isinstance(stream, Door) else Door(stream)).show(lines)


def behind(stream: TextIO) -> TextIO:
    """The stream behind its door, for a drawing of ours that moves the cursor."""
    return stream.stream if isinstance(stream, Door) else stream
