"""``--format json``: one array of all records, one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimtrack.render import safe
from claimtrack.render.listing import Flow
from claimtrack.render.safe import SafeText
from claimtrack.render.screen import Screen


def dumps(value: object, indent: int | None = None) -> SafeText:
    """A value as JSON, on one line without ``indent``: the door to JSON.

    Letters stay, what could harm a terminal is escaped.
    """
    return safe.json_text(json.dumps(value, ensure_ascii=False, indent=indent))


def render(listing: Flow, screen: Screen) -> Iterator[SafeText]:
    """The lines of the array; each waits for the next record, which decides on its comma."""
    yield SafeText("[")
    waiting: SafeText | None = None
    for record in listing.records:
        if waiting is not None:
            yield SafeText(f"  {waiting},")
        waiting = dumps(record)
    if waiting is not None:
        yield SafeText(f"  {waiting}")
    yield SafeText("]")
