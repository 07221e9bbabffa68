"""The output device: its width, and whether it can show colour, links and non-ASCII signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from claimtrack.render import safe
from claimtrack.render.safe import SafeText


class Piece(NamedTuple):
    """Some text, the style it is shown in (a name out of `terminal.STYLES`), where it leads."""

    text: str
    style: str = ""
    link: str | None = None


Paint = Callable[[Piece], str]


def plain(piece: Piece) -> str:
    """The text of a piece, harmless and without colour."""
    return safe.terminal(piece.text)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that lines, bars and marks are drawn with."""

    ellipsis: str
    line: str
    left: str
    right: str
    dot: str
    arrow_left: str
    arrow_right: str
    opening: str
    closing: str
    relay: str
    until: str
    since: str
    to: str
    sep: str
    bar: str
    soft: str
    turn: str
    then: str


UNICODE = Glyphs(
    *(
        "…",
        "─",
        "├",
        "┤",
        "●",
        "◀",
        "▶",
        "⟦",
        "⟧",
        "←",
        "≤",
        "≥",
        "…",
        "·",
        "│",
        "╌",
        "↺",
        "→",
    ),
)
ASCII = Glyphs(
    *(
        "...",
        "-",
        "|",
        "|",
        "*",
        "<",
        ">",
        "[[",
        "]]",
        "<-",
        "<=",
        ">=",
        "..",
        "-",
        "|",
        ".",
        "!",
        "->",
    ),
)


@dataclass(frozen=True, slots=True)
class Screen:
    """Where output goes. ``width`` is in cells; None (a pipe, a file) means one line a row."""

    width: int | None = None
    paint: Paint = plain
    glyphs: Glyphs = UNICODE

    @property
    def columns(self) -> int:
        """The width that prose and views are folded to."""
        return min(self.width or 100, 120)


def line(screen: Screen, *pieces: Piece | str) -> SafeText:
    """One line of output out of pieces and plain strings: the door to the terminal."""
    if screen.paint is plain:  # what each character becomes hangs on no other
        texts = [piece if isinstance(piece, str) else piece.text for piece in pieces]
        return SafeText(safe.terminal("".join(texts)))
    painted = [piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces]
    return SafeText("".join(map(screen.paint, painted)))
