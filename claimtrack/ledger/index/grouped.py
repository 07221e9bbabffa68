"""A ledger's claims by their articles, out of its index, with digests of all that these say."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from claimtrack.ledger.index.database import array
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.read_items import HASH
from claimtrack.ledger.index.sync import Unusual
from claimtrack.ledger.index.tables import among
from claimtrack.model import Claim


class Held(NamedTuple):
    """The claims of one article, or a claim that has none: their rows in the index.

    ``digest`` is one of their texts in the order of the ledger, and of the article's entry.
    """

    rows: tuple[int, ...]
    digest: bytes


def articles(index: Index) -> dict[str, str]:
    """The articles by their ids, as lines of JSON; the last one where several have one id."""
    query = "SELECT id, record FROM sources WHERE file = ? ORDER BY number"
    files = index.tables.files
    return dict(row for file in files for row in index.db.execute(query, (file,)))


def by_article(index: Index, known: Mapping[str, str]) -> dict[str, Held]:
    """All claims by the id of their article; one without an article by its own id.

    ``known`` are the articles as the index has them. Raises Unusual where two claims have one
    id, or one has none: what it is called then hangs on other claims. Raises ValueError where the
    index is damaged.
    """
    ids = dict(index.db.execute("SELECT row, id FROM claims WHERE record IS NOT NULL"))
    if "" in ids.values() or len(set(ids.values())) < len(ids):
        deque(index.tables.records(), maxlen=0)  # tells a damaged index from such a ledger
        raise Unusual("claims that have no id of their own")
    query = "SELECT row, word FROM marks JOIN words USING (number) WHERE facet = 'article'"
    places = {**ids, **{row: word for row, word in index.db.execute(query) if row in ids}}
    found: dict[str, tuple[list[int], list[bytes]]] = {}
    for row, content in _contents(index):
        if row in places:
            rows, contents = found.setdefault(places[row], ([], []))
            rows.append(row)
            contents.append(content)
    return {
        place: Held(tuple(rows), _digest(place, known.get(place), contents))
        for place, (rows, contents) in found.items()
    }


def _contents(index: Index) -> Iterator[tuple[int, bytes]]:
    """Each item's row and the hash of its text, in the order of the ledger."""
    for file in index.tables.files:
        hashes = array(index.db, "hashes", file)
        for at, row in enumerate(index.tables.array("rows", file)):
            yield row, hashes[at * HASH : (at + 1) * HASH]


def _digest(place: str, article: str | None, contents: Sequence[bytes]) -> bytes:
    return sha256(repr((place, article)).encode() + b"".join(contents)).digest()


def claims(index: Index, rows: Iterable[int]) -> Iterator[Claim]:
    """The claims of some rows, in the order of the ledger."""
    return (one.claim for one in index.claims(*among("row", rows)))
