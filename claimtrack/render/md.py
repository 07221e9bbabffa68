"""``--format md``: a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.render import safe
from claimtrack.render.listing import Listing
from claimtrack.render.screen import Screen


def render(listing: Listing, screen: Screen) -> Iterator[str]:
    """The lines of the table."""
    yield row(column.name.replace("_", " ") for column in listing.columns)
    yield row("---:" if column.number else "---" for column in listing.columns)
    for cells in listing.rows:
        yield row(safe.markdown(cell.text) for cell in cells)


def row(cells: Iterable[str]) -> str:
    """A line of a table; the cells have passed `safe.markdown`."""
    return f"| {' | '.join(cells)} |"
