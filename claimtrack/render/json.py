"""``--format json``: one array of all records, one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimtrack.render import safe
from claimtrack.render.listing import Listing, Record
from claimtrack.render.screen import Screen


def dumps(record: Record) -> str:
    """A record as JSON on one line; letters stay, what could harm a terminal is escaped."""
    return safe.json_text(json.dumps(record, ensure_ascii=False))


def render(listing: Listing, screen: Screen) -> Iterator[str]:
    """The lines of the array."""
    last = len(listing.records) - 1
    yield "["
    for index, record in enumerate(listing.records):
        yield f"  {dumps(record)}{',' if index < last else ''}"
    yield "]"
