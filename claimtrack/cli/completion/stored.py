"""Names and ids of a ledger out of its index as it stands, without a look at the ledger.

Where there is none, where it is in use, damaged or of another program, there is nothing: a shell
that waits for Tab is no place for an error.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

PATIENCE = 0.05
"""Seconds to wait for a process that writes the index."""

PLACES = ("claims.yaml", "data/claims.yaml")
_FACETS = ("actor", "via", "topic", "article", "tag")


def stored(kind: str, prefix: str, ledger: str | None) -> list[str]:
    """What the index of a ledger has of a kind; of ids only those that begin so.

    Kinds: the facets of claims (actor, via, topic, article, tag), ``outlet``, ``id``.
    """
    try:
        import sqlite3

        from claimtrack.ledger.index.database import shelf_of

        path = _ledger(ledger)
        file = shelf_of(path) if path else None
        if file is None or not file.is_file():
            return []
        address = f"{file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE)) as db:
            return [word for word in _ASKED[kind](db, prefix) if isinstance(word, str)]
    except Exception:
        return []


def _ledger(named: str | None) -> Path | None:
    """The ledger that was typed, that of the environment, else the nearest one."""
    given = named or os.environ.get("CLAIMTRACK_LEDGER")
    if given:
        return Path(given).expanduser()
    here = Path.cwd()
    places = (folder / place for folder in (here, *here.parents) for place in PLACES)
    return next((place for place in places if place.is_file()), None)


def _facet(name: str) -> Callable[[sqlite3.Connection, str], Iterator[str]]:
    def words(db: sqlite3.Connection, _: str) -> Iterator[str]:
        """The words of a facet that a claim has."""
        query = (
            "SELECT word FROM words WHERE facet = ? AND EXISTS"
            " (SELECT 1 FROM marks WHERE marks.number = words.number)"
        )
        yield from (word for (word,) in db.execute(query, (name,)))
        if name == "topic":
            yield from _topics(db)
        if name == "article":
            yield from (ident for (ident,) in db.execute("SELECT DISTINCT id FROM sources"))

    return words


def _topics(db: sqlite3.Connection) -> Iterator[str]:
    """The analyst's own topics."""
    for (value,) in db.execute("SELECT value FROM state WHERE name = 'others'"):
        yield from (topic["name"] for topic in json.loads(value)["topics"])


def _outlets(db: sqlite3.Connection, _: str) -> Iterator[str]:
    for (record,) in db.execute("SELECT record FROM sources"):
        yield json.loads(record).get("outlet")


def _ids(db: sqlite3.Connection, prefix: str) -> Iterator[str]:
    query = "SELECT DISTINCT id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT 200"
    yield from (ident for (ident,) in db.execute(query, (prefix, f"{prefix}\U0010ffff")))


_ASKED: dict[str, Callable[[sqlite3.Connection, str], Iterator[str]]] = {
    **{name: _facet(name) for name in _FACETS},
    "outlet": _outlets,
    "id": _ids,
}
