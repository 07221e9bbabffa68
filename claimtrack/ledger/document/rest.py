"""Parts of a ledger's file read by themselves: a claim, and all but the claims."""

from __future__ import annotations

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.read import read_by_pieces
from claimtrack.ledger.yaml.cut_items import Cut

_HEAD = b"claims:\n"


def rest_of(cut: Cut, file: str = "") -> Document | None:
    """A file without its claims, its lines counted as in the file.

    None when it cannot be read piece by piece.
    """
    above, below = cut.rest
    between = cut.raw.count(b"\n", cut.starts[0], cut.starts[-1])
    return read_by_pieces(_text(above + below), file, (above.count(b"\n"), between))


def item_of(raw: bytes, file: str, line: int) -> Document | None:
    """An item of the claims as a file of its own; its first ``line`` counts from 1."""
    return read_by_pieces(_text(_HEAD + raw), file, (1, line - 2))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
