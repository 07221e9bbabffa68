"""The output device: its width, and whether it can show colour, links and non-ASCII signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.render import safe
from claimtrack.render.safe import SafeText

if TYPE_CHECKING:
    from rich.style import Style


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
    "…", "─", "├", "┤", "●", "◀", "▶", "⟦", "⟧", "←", "≤", "≥", "…", "·", "│", "╌", "↺", "→",
)  # fmt: skip
ASCII = Glyphs(
    "...", "-", "|", "|", "*", "<", ">", "[[", "]]", "<-", "<=", ">=", "..", "-", "|", ".", "!",
    "->",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Screen:
    """Where output goes. ``width`` is in cells; None (a pipe, a file) means one line a row."""

    width: int | None = None
    paint: Paint = plain
    glyphs: Glyphs = UNICODE
    columns: int = field(init=False)
    """The width that prose and views are folded to."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", min(self.width or 100, 120))


def plain_line(text: str) -> SafeText:
    """A line of output without colour."""
    return SafeText(safe.terminal(text))


def line(screen: Screen, *pieces: Piece | str) -> SafeText:
    """One line of output out of pieces and plain strings: the door to the terminal."""
    if screen.paint is plain:  # what each character becomes hangs on no other
        texts = [piece if isinstance(piece, str) else piece.text for piece in pieces]
        return plain_line("".join(texts))
    painted = [piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces]
    return SafeText("".join(map(screen.paint, painted)))


STYLES = {
    "heading": "bold",
    "faint": "dim",
    "id": "cyan",
    "actor": "bold",
    "quote": "bold yellow",
    "speaker": "underline",
    "cue": "italic",
    "number": "bold",
    "good": "green",
    "bad": "bold red",
    "warn": "yellow",
    "link": "blue",
    "gone": "red strike",
    "came": "green underline",
    "asserts": "",
    "confirms": "green",
    "announces": "green",
    "accuses": "magenta",
    "warns": "magenta",
    "demands": "magenta",
    "denies": "red",
    "doubts": "yellow",
    "withholds": "yellow",
    "confirmed": "bold green",
    "very_likely": "green",
    "stated": "",
    "likely": "",
    "possible": "yellow",
    "alleged": "yellow",
    "unlikely": "yellow",
    "unclear": "dim",
    "conflict": "bold red",
    "tension": "bold yellow",
    "update": "blue",
    "different phase": "dim",
    "same origin": "dim",
}
"""What each name of a style looks like, in rich's words."""


@cache
def _style(name: str) -> Style:
    from rich.style import Style

    return Style.parse(STYLES.get(name, ""))


def painter() -> Paint:
    """How to paint pieces on this terminal, with as many colours as it has."""
    from rich.console import COLOR_SYSTEMS, Console
    from rich.style import Style

    colours = COLOR_SYSTEMS.get(Console().color_system or "")

    def paint(piece: Piece) -> str:
        style = _style(piece.style)
        if piece.link and safe.is_address(piece.link):
            style += Style(link=piece.link)
        return style.render(safe.terminal(piece.text), color_system=colours)

    return paint
