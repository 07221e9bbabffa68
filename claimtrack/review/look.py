"""What the screen looks like: the places of its parts, its styles, its signs.

All colours are the terminal's own sixteen, so that light and dark ones both stay readable.
"""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.render.screen import STYLES

WIDE = 100
"""Columns from which on all three panes have room."""

PLACES = """
Screen { layout: vertical; }
#title { height: 1; text-style: bold; padding: 0 1; }
#panes { height: 1fr; }
Queue { width: 27%; max-width: 48; border-right: solid ansi_bright_black; scrollbar-size: 0 0; }
Text { width: 1fr; padding: 0 1; scrollbar-size: 1 1; overflow-x: hidden; overflow-y: auto; }
Details { width: 31%; max-width: 62; border-left: solid ansi_bright_black; padding: 0 1;
    scrollbar-size: 0 0; overflow-x: hidden; overflow-y: auto; }
#message { height: 1; padding: 0 1; }
#status { height: 1; padding: 0 1; }
#keys { height: 1; padding: 0 1; text-style: dim; }
.narrow #panes { layout: vertical; }
.narrow Queue { display: none; width: 100%; max-width: 100%; border-right: none; }
.narrow Text { width: 100%; height: 1fr; }
.narrow Details { width: 100%; max-width: 100%; height: 45%; border-left: none;
    border-top: solid ansi_bright_black; }
.queue Queue { display: block; }
.queue Text, .queue Details { display: none; }
Dialog { align: center bottom; background: transparent; }
.dialog { width: 84; max-width: 96%; height: auto; max-height: 90%; border: round ansi_cyan;
    padding: 0 1; margin-bottom: 2; }
.help { height: 90%; }
.form VerticalScroll { height: auto; max-height: 16; }
.words { text-style: italic; height: auto; max-height: 3; }
.row { height: auto; }
.row .name { width: 12; }
.row:focus-within .name { text-style: reverse; }
.row Input, .row Select { width: 1fr; }
Text, VerticalScroll { scrollbar-color: ansi_bright_black; scrollbar-background: ansi_default; }
#complaint { color: ansi_red; height: auto; }
"""
"""The places of the parts, as a stylesheet of the toolkit."""

STYLES_OF_MARKS = {
    **STYLES,
    "current": "reverse",
    "other": "underline",
    "accepted": "green underline",
    "rejected": "dim strike",
    "gap": "yellow italic",
    "current gap": "bold italic black on yellow",
    "speaker": "bold cyan",
    "cue": "bold magenta",
    "chosen": "reverse",
}
"""Each style in rich's words: those of all output, and those of the screen."""

SIGNS = {"new": " ", "accepted": "✓", "rejected": "✗"}
SIGN_STYLES = {"new": "", "accepted": "good", "rejected": "bad"}
DISPUTED = "≠"
"""Stands before a claim that takes part in a conflict."""

_LIGHT = {"7", "15"}


def theme(environment: Mapping[str, str]) -> str:
    """The toolkit's theme of the terminal's own colours; ``COLORFGBG`` tells a light one."""
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "ansi-light" if background in _LIGHT else "ansi-dark"
