"""A ledger's text as a document, read piece by piece.

The text is cut at its top-level fields and at the items of their lists, and each piece is read by
itself: one broken claim leaves the others readable, and a piece whose text is known need not be
read again. Where a piece is no YAML by itself (a bracket that spans items, a mapping in braces),
the file as a whole decides; only if it fails too is the piece really broken.
"""

from __future__ import annotations

from claimtrack.ledger.document import Document, Known
from claimtrack.ledger.document.pieces import Pieces
from claimtrack.ledger.document.whole import whole
from claimtrack.ledger.yaml.lines import Lines
from claimtrack.ledger.yaml.parse import Composed, compose
from claimtrack.ledger.yaml.trouble import Trouble


def read(text: str, file: str = "claims.yaml", known: Known | None = None) -> Document:
    """The document of a text. ``known`` holds pieces that were read before, by their text."""
    lines = Lines(text)
    pieces = Pieces(text, lines, dict(known or {}))
    document = pieces.document(file) if pieces.divisible() else None
    if document and _whole(document, pieces):
        return document
    composed = compose(text)
    if document and not pieces.odd and (composed.broken or _unreadable(composed)):
        return document
    return whole(file, text, lines, composed)


def read_by_pieces(
    text: str, file: str = "claims.yaml", left_out: tuple[int, int] = (0, 0)
) -> Document | None:
    """The document of a text of which each piece is YAML by itself; None for another.

    ``left_out`` is for a part of a file, as in :class:`~claimtrack.ledger.yaml.lines.Lines`.
    """
    pieces = Pieces(text, Lines(text, left_out), {})
    document = pieces.document(file) if pieces.divisible() else None
    return document if document and _whole(document, pieces) else None


def _unreadable(composed: Composed) -> bool:
    """Whether nothing was read for a character or a depth that no ledger takes."""
    return composed.root is None and bool(composed.troubles)


def _whole(document: Document, pieces: Pieces) -> bool:
    return not pieces.odd and not _syntax(document.troubles)


def _syntax(troubles: tuple[Trouble, ...]) -> bool:
    return any(trouble.code == "syntax" for trouble in troubles)
