"""What the index keeps of an item of a ledger."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import NamedTuple

from claimtrack.ledger.index import piece
from claimtrack.ledger.index.claim_json import checksum, packed
from claimtrack.ledger.index.facets import marks


class Reading(NamedTuple):
    """What the index keeps of an item; ``ident`` is empty for a claim without an id.

    ``total`` tells whether these are still what was written.
    """

    ident: str | None
    line: int
    total: int
    record: str | None
    problems: str | None
    marks: tuple[tuple[str, str], ...]


def reading(raw: bytes) -> Reading | None:
    """An item read; None when it is no YAML by itself."""
    read = piece.read_piece(raw)
    if read is None:
        return None
    told = json.dumps([asdict(one) for one in read.problems]) if read.problems else None
    claim = read.claim
    if claim is None:
        return Reading(None, read.line, checksum(None, None, told), None, told, ())
    record, names = packed(claim), tuple(marks(claim))
    return Reading(claim.id, read.line, checksum(claim.id, record, told), record, told, names)
