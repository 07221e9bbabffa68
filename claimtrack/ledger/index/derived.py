"""What was derived from a ledger, kept in its index; and the claims that it is derived from.

Values are kept by a digest of all that they were derived from, and never the truth: what is not
there, or cannot be written, is derived again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.ledger.index.claim_json import READ, Published, checksum, tupled, unpacked
from claimtrack.ledger.index.database import HASH, array, put, state
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.sync import Unusual
from claimtrack.ledger.index.tables import Record, among
from claimtrack.model import Claim, Source

if TYPE_CHECKING:
    import sqlite3

Values = Mapping[bytes, str]
"""Values by the digest of what they were made from."""


class Derived:
    """The derived values that an index keeps, of several kinds."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def is_of(self, mark: str, kind: str) -> bool:
        """Whether the values of a kind were last kept under this mark."""
        return bool(state(self._db, f"{kind} of") == mark)

    def has(self, kind: str) -> bool:
        """Whether there is any value of a kind."""
        query = "SELECT 1 FROM derived WHERE kind = ? LIMIT 1"
        return self._db.execute(query, (kind,)).fetchone() is not None

    def values(self, kind: str) -> dict[bytes, str]:
        """All values of a kind. Raises ValueError where one is not what was written."""
        query = "SELECT key, sum, value FROM derived WHERE kind = ?"
        values = {}
        for key, total, value in self._db.execute(query, (kind,)):
            if checksum(value) != total:
                raise ValueError("a value is not what was kept")
            values[key] = value
        return values

    def keep(self, mark: str, values: Mapping[str, Values]) -> None:
        """Keeps these values and no others of their kinds, if it can; nothing can be read then."""
        import sqlite3

        self._db.execute("COMMIT")
        with suppress(sqlite3.OperationalError):
            self._db.execute("BEGIN IMMEDIATE")
            self._write(mark, values)
            self._db.execute("COMMIT")

    def _write(self, mark: str, values: Mapping[str, Values]) -> None:
        where, kinds = among("kind", values)
        query = f"SELECT key FROM derived WHERE {where}"
        there = {key for (key,) in self._db.execute(query, kinds)}
        wanted = {key for own in values.values() for key in own}
        gone = ((key,) for key in there - wanted)
        self._db.executemany("DELETE FROM derived WHERE key = ?", gone)
        new = (
            (key, kind, checksum(value), value)
            for kind, own in values.items()
            for key, value in own.items()
            if key not in there
        )
        self._db.executemany("INSERT INTO derived VALUES (?, ?, ?, ?)", new)
        put(self._db, **{f"{kind} of": mark for kind in values})


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
    parts: dict[str, tuple[list[int], list[bytes]]] = {}
    for row, content in _contents(index):
        if row in places:
            rows, contents = parts.setdefault(places[row], ([], []))
            rows.append(row)
            contents.append(content)
    return {
        place: Held(tuple(rows), _digest(place, known.get(place), contents))
        for place, (rows, contents) in parts.items()
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
    return (claim.claim for claim in index.claims(*among("row", rows)))


_REMEMBERED = 20_000
"""Claims and articles at hand, each of some 2 kB: in a large dispute every claim is in many pairs,
and one that was forgotten is unpacked, and held, once more for each."""


class Excerpt:
    """Claims by id and articles, each unpacked when it is asked for.

    ``lines`` say where the claims stand, counted from 1.
    """

    def __init__(self, records: Mapping[str, Record], articles: Mapping[str, str]) -> None:
        self.lines = {ident: record.item.line + record.below for ident, record in records.items()}
        self.claim = lru_cache(_REMEMBERED)(self._claim)
        self.source = lru_cache(_REMEMBERED)(self._source)
        self._records = records
        self._articles = articles
        self._published = Published(self._day)

    @property
    def names(self) -> dict[str, str]:
        """The names of the files in which the claims stand."""
        return {ident: record.item.file for ident, record in self._records.items()}

    def _claim(self, ident: str) -> Claim:
        """A claim. Raises KeyError for one that was not taken out."""
        return unpacked(self._records[ident].record, ident, self._published)

    def _source(self, article: str) -> Source | None:
        """What the ledger knows of an article."""
        record = self._articles.get(article)
        return Source(**tupled(READ(record)[0])) if record else None

    def _day(self, article: str) -> str | None:
        source = self.source(article)
        return source.published if source else None


def excerpt(index: Index, ids: Iterable[str], articles: Mapping[str, str]) -> Excerpt:
    """The claims with these ids. Raises ValueError for what is damaged."""
    records = index.tables.records(*among("id", ids))
    return Excerpt({record.ident: record for record in records}, articles)
