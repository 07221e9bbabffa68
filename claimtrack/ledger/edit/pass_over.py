"""Passages of an article noted as passed over."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.ledger.document.ledger_file import Book
from claimtrack.ledger.document.passages import of_span, passage
from claimtrack.ledger.edit.set_fields import Edited, put_at
from claimtrack.ledger.edit.splice import changed
from claimtrack.ledger.errors import EditError
from claimtrack.ledger.yaml.nodes import Data
from claimtrack.model import Article, Span


def passed_over(book: Book, article: Article, spans: Sequence[Span]) -> Edited:
    """A book in which stretches of an article's body hold no claim.

    ``article`` has the ledger's id. Raises EditError when the ledger does not know it.
    """
    known = next((pair for pair in book.sources() if pair[0].id == article.id), None)
    if known is None:
        raise EditError(f"no article “{article.id}” in the ledger; add it with `claimtrack ingest`")
    source, placed = known
    items = dict.fromkeys(
        (*source.passed, *(of_span(article.body, span).written() for span in spans))
    )
    if len(items) == len(source.passed):
        return Edited()
    ordered = sorted(items, key=lambda item: passage(item).span)
    put = put_at(placed, "passed", list[Data](ordered))
    return Edited((changed(placed.document, [put]),))
