"""``--format md``: a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.render import safe
from claimtrack.render.listing import Listing
from claimtrack.render.screen import Screen


def render(listing: Listing, screen: Screen) -> Iterator[str]:
    """The lines of the table."""
    yield _line(column.name.replace("_", " ") for column in listing.columns)
    yield _line("---:" if column.number else "---" for column in listing.columns)
    for row in listing.rows:
        yield _line(safe.markdown(cell.text) for cell in row)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
