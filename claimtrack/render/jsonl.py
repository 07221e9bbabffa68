"""``--format jsonl``: one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.render.json import dumps
from claimtrack.render.listing import Flow
from claimtrack.render.safe import SafeText
from claimtrack.render.screen import Screen


def render(listing: Flow, screen: Screen) -> Iterator[SafeText]:
    """One line a record."""
    return (dumps(record) for record in listing.records)
