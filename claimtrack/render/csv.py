"""``--format csv``: RFC 4180, a line of column names first, no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from claimtrack.render import safe
from claimtrack.render.listing import Listing
from claimtrack.render.safe import SafeText
from claimtrack.render.screen import Screen


def render(listing: Listing, screen: Screen) -> Iterator[SafeText]:
    """The lines of the file; every cell stands on one line."""
    yield _line(column.name for column in listing.columns)
    for row in listing.rows:
        yield _line(cell.text for cell in row)


def _line(cells: Iterable[str]) -> SafeText:
    """The door to CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(map(safe.csv_cell, cells))
    return SafeText(text.getvalue())
