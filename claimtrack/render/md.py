"""``--format md``: a Markdown table. And what else a page in Markdown is made of.

All of it takes text as it is and escapes it: the door to Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.render import safe
from claimtrack.render.listing import Flow
from claimtrack.render.safe import SafeText
from claimtrack.render.screen import Screen


def render(listing: Flow, screen: Screen) -> Iterator[SafeText]:
    """The lines of the table."""
    yield row(column.name.replace("_", " ") for column in listing.columns)
    yield rule("---:" if column.number else "---" for column in listing.columns)
    for cells in listing.rows:
        yield row(cell.text for cell in cells)


def row(cells: Iterable[str]) -> SafeText:
    """A line of a table."""
    return rule(map(safe.markdown, cells))


def rule(marks: Iterable[str]) -> SafeText:
    """The line below the heads of a table, out of ``---`` and ``---:``."""
    return SafeText(f"| {' | '.join(marks)} |")


def heading(text: str) -> SafeText:
    """A heading of the second level."""
    return SafeText(f"## {safe.markdown(text)}")


def paragraph(text: str, *, strong: str = "") -> SafeText:
    """A paragraph on one line; ``strong`` are bold words that it begins with."""
    lead = f"**{safe.markdown(strong)}** " if strong else ""
    return SafeText(lead + safe.markdown(text))
