"""Output that is longer than the terminal goes through the user's pager.

What a command prints is held back until it is longer than the screen; then the pager gets it and
all that follows, remarks too, in their order. What is shorter is printed as ever. No pager: where
standard output is no terminal, with ``--no-pager``, ``PAGER=`` or ``PAGER=cat``, ``TERM=dumb``, and
for commands that ask or draw.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size
from typing import Any, TextIO, cast

from claimtrack.cli.console import programs, streams

PAGED = frozenset(
    {"list", "show", "timeline", "actors", "articles", "topics", "conflicts", "diff", "explain",
     "extract", "coverage", "check", "schema", "config"}
)  # fmt: skip
"""The commands that only show something."""

USUAL = "less"
OPTIONS = "FRX"
"""What less is told where the user does not: colours as they are, no screen of its own."""

_paged: Paged | None = None


class Paged:
    """Standard output that is held back until it is longer than the screen."""

    def __init__(self, terminal: TextIO, command: Sequence[str], rows: int) -> None:
        self.terminal, self.command, self.rows = terminal, command, rows
        self.held: list[str] | None = []
        self.lines = 0
        self.process: subprocess.Popen[str] | None = None

    def write(self, text: str) -> int:
        """Takes text, which passed the door before."""
        if self.held is None:
            self._on(text)
            return len(text)
        self.held.append(text)
        self.lines += text.count("\n")
        if self.lines >= self.rows:
            environment = {"LESS": OPTIONS, "LV": "-c", **os.environ}
            self.process = programs.pager(self.command, environment)
            self.settle()
        return len(text)

    def writelines(self, texts: Iterable[str]) -> None:
        """Takes several texts."""
        for text in texts:
            self.write(text)

    def flush(self) -> None:
        """Nothing is written out while it is held back."""
        if self.held is None and self.process is None:
            self.terminal.flush()

    def settle(self) -> None:
        """Writes what is held back, to the pager if there is one by now."""
        held, self.held = self.held or [], None
        self._on("".join(held))

    def _on(self, text: str) -> None:
        stream = self.process.stdin if self.process else self.terminal
        try:
            (stream or self.terminal).write(text)
        except BrokenPipeError:
            raise SystemExit(0) from None  # the reader of the pager has seen enough

    def end(self) -> None:
        """Writes what is held back and waits until the pager is left."""
        if self.held is not None:
            self.settle()
        if self.process is None:
            return
        try:
            if self.process.stdin:
                self.process.stdin.close()
        except BrokenPipeError:
            pass
        while True:
            try:
                self.process.wait()
                return
            except KeyboardInterrupt:
                continue  # it is the pager's, which goes on

    def __getattr__(self, name: str) -> Any:
        return getattr(self.terminal, name)


class Beside:
    """Standard error beside a pager: what is said there stands behind what was shown."""

    def __init__(self, stream: TextIO, paged: Paged) -> None:
        self.stream, self.paged = stream, paged

    def write(self, text: str) -> int:
        """Writes to the pager where there is one, else to standard error."""
        if self.paged.held is not None:
            self.paged.settle()
            self.paged.terminal.flush()
        return self.paged.write(text) if self.paged.process else self.stream.write(text)

    def writelines(self, texts: Iterable[str]) -> None:
        """Writes several texts."""
        for text in texts:
            self.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def begin(command: str | None, setting: str | None = None) -> None:
    """Holds back what a command prints, if it may be paged; ``setting`` is the configured pager."""
    global _paged
    words = _words(setting)
    if command not in PAGED or not words or not _is_terminal():
        return
    terminal = streams.behind(sys.stdout)
    _paged = Paged(terminal, words, get_terminal_size().lines)
    beside = Beside(streams.behind(sys.stderr), _paged)
    sys.stdout = cast(TextIO, streams.Door(cast(TextIO, _paged)))
    sys.stderr = cast(TextIO, streams.Door(cast(TextIO, beside)))


def end() -> None:
    """Writes what is held back, and waits for the pager."""
    global _paged
    if _paged:
        paged, _paged = _paged, None
        sys.stdout = cast(TextIO, streams.Door(paged.terminal))
        paged.end()


def _is_terminal() -> bool:
    """Whether the process itself writes to a terminal, both what it shows and what it says."""
    try:
        return os.isatty(1) and os.isatty(2) and os.environ.get("TERM") != "dumb"
    except OSError:
        return False


def _words(setting: str | None) -> list[str]:
    """The pager's command line: of the environment, of the configuration, else less."""
    named = os.environ.get("CLAIMTRACK_PAGER", os.environ.get("PAGER", setting))
    try:
        words = shlex.split(USUAL if named is None else named)
    except ValueError:
        return []
    return [] if words == ["cat"] else words
