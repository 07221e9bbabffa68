"""Colour and links on a terminal, by rich; nothing here is loaded when output is piped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimtrack.render import safe

if TYPE_CHECKING:
    from rich.style import Style

    from claimtrack.render.screen import Paint, Piece

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
