"""Offsets of a text as lines and columns, and problems that point at them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Literal, NamedTuple

from claimtrack.model import Problem


class Lines:
    """Where the lines of a text start.

    Of a text that is only a part of its file, ``left_out`` are lines of it, in order, and how many
    lines of the file are missing below each, so that lines are counted as in the file.
    """

    __slots__ = ("_above", "_missing", "_starts", "_text")

    def __init__(self, text: str, left_out: Iterable[tuple[int, int]] = ()) -> None:
        self._text = text
        self._starts = _starts(text)
        gaps = tuple(left_out)
        self._above = [line for line, _ in gaps]
        self._missing = [*accumulate((lines for _, lines in gaps), initial=0)]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        line = bisect_right(self._starts, offset)
        missing = self._missing[bisect_left(self._above, line)]
        return line + missing, offset - self._starts[line - 1] + 1

    def start(self, offset: int) -> int:
        """Where the line of a character starts."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def end(self, offset: int) -> int:
        """Where the line of a character ends, its break not counted."""
        line = bisect_right(self._starts, offset)
        stop = self._starts[line] if line < len(self._starts) else len(self._text)
        return self.start(offset) + len(self._text[self.start(offset) : stop].rstrip("\r\n"))

    def after(self, offset: int) -> int:
        """Where the line behind that of a character starts; the text's end if there is none."""
        line = bisect_right(self._starts, offset)
        return self._starts[line] if line < len(self._starts) else len(self._text)

    def source(self, offset: int) -> str:
        """The line of a character, its break not included."""
        return self._text[self.start(offset) : self.end(offset)]


def _starts(text: str) -> list[int]:
    lengths = (len(line) + 1 for line in text.split("\n"))
    return [0, *accumulate(lengths)][:-1]


def problem(
    file: str,
    lines: Lines,
    trouble: Trouble,
    severity: Literal["error", "warning"] = "error",
) -> Problem:
    """A trouble at an offset as a problem of a file, with its line."""
    line, column = lines.at(trouble.at)
    return Problem(
        file,
        line,
        column,
        trouble.message,
        severity=severity,
        code=trouble.code,
        source=lines.source(trouble.at),
        hint=trouble.hint,
    )


def show_problem(problem: Problem) -> str:
    """A problem for a reader: place and message, the line with a caret below it, what would help.

    >>> print(show_problem(Problem("a.yaml", 2, 3, "no stance", source="- sagt", hint="says?")))
    a.yaml:2:3: no stance
      - sagt
        ^
      says?
    """
    parts = [str(problem)]
    if problem.source is not None and problem.line:
        shown, caret = _window(problem.source, problem.column - 1)
        parts += [f"  {shown}", f"  {' ' * caret}^"]
    if problem.hint:
        parts.append(f"  {problem.hint}")
    return "\n".join(parts)


_WIDTH = 96


def _window(source: str, column: int) -> tuple[str, int]:
    """A long line cut to the part around the caret; control characters as blanks."""
    plain = "".join(char if char.isprintable() else " " for char in source)
    start = max(0, column - _WIDTH // 2) if len(plain) > _WIDTH else 0
    shown = plain[start : start + _WIDTH]
    left, right = ("…" if start else ""), ("…" if start + _WIDTH < len(plain) else "")
    return left + shown + right, column - start + len(left)


class Trouble(NamedTuple):
    """Something wrong at an offset of the text: what it is, and what to do about it."""

    at: int
    message: str
    code: str = "yaml"
    hint: str | None = None
