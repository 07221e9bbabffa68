"""Some claims of a ledger, taken out of its index to be read when the index is closed again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

from claimtrack.ledger.index.claim_json import Published, tupled, unpacked
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.tables import Record, among
from claimtrack.model import Claim, Source

_REMEMBERED = 1000
"""Claims and articles at hand: those of neighbouring conflicts are often the same."""


class Excerpt:
    """Claims by id and articles, each unpacked when it is asked for.

    ``lines`` say where the claims stand, counted from 1.
    """

    def __init__(self, records: Mapping[str, Record], articles: Mapping[str, str]) -> None:
        self.lines = {ident: one.item.line + one.below for ident, one in records.items()}
        self.claim = lru_cache(_REMEMBERED)(self._claim)
        self.source = lru_cache(_REMEMBERED)(self._source)
        self._records = records
        self._articles = articles
        self._published = Published(self._day)

    @property
    def names(self) -> dict[str, str]:
        """The names of the files in which the claims stand."""
        return {ident: one.item.file for ident, one in self._records.items()}

    def _claim(self, ident: str) -> Claim:
        """A claim. Raises KeyError for one that was not taken out."""
        return unpacked(self._records[ident].record, ident, self._published)

    def _source(self, article: str) -> Source | None:
        """What the ledger knows of an article."""
        record = self._articles.get(article)
        return Source(**tupled(json.loads(record))) if record else None

    def _day(self, article: str) -> str | None:
        source = self.source(article)
        return source.published if source else None


def excerpt(index: Index, ids: Iterable[str], articles: Mapping[str, str]) -> Excerpt:
    """The claims with these ids. Raises ValueError for what is damaged."""
    found = index.tables.records(*among("id", ids))
    return Excerpt({one.ident: one for one in found}, articles)
