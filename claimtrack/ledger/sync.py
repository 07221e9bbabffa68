"""The index brought up to the bytes of its ledger: only what is not known yet is read."""

from __future__ import annotations

import json
import sys
import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.collection import no_collection
from claimtrack.ledger.reading import Reading, readings
from claimtrack.ledger.record import checksum

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.ledger.cutting import Cut

SETTLING = 2_000_000_000
"""Nanoseconds after which a file's time stamps tell a later change from the last one."""

_HASH = 16


class Unusual(Exception):  # noqa: N818 - no error: the file is to be read in another way
    """The ledger is not laid out so that its claims can be read one by one."""


def current(path: Path, db: sqlite3.Connection) -> None:
    """Brings the index up to its ledger's content, and begins to read from it.

    The file counts as unchanged when its time stamps, size and place are those of the last time,
    and these were old enough then to tell a later change; else its bytes decide. Raises Unusual,
    OSError, sqlite3.Error.
    """
    db.execute("BEGIN")
    seen, now = _state(db, "seen"), _seen(path)
    if seen is not None and seen == now:
        return
    began = time.time_ns()
    raw = path.read_bytes()
    digest = sha256(raw).hexdigest()
    stamps = now if _settled(path, began) else None
    if _state(db, "digest") == digest:
        if stamps:
            _note(db, stamps)
        return
    db.execute("ROLLBACK")
    db.execute("BEGIN IMMEDIATE")
    if _state(db, "digest") != digest:
        with no_collection():
            _read(db, raw)
        _put(db, digest=digest)
    _put(db, seen=stamps)
    db.execute("COMMIT")
    db.execute("BEGIN")
    if _state(db, "digest") != digest:
        raise Unusual("another process reads another content")


def _note(db: sqlite3.Connection, stamps: str) -> None:
    """Notes the stamps of a content that was read before; not where somebody else writes."""
    db.execute("ROLLBACK")
    db.execute("BEGIN IMMEDIATE")
    _put(db, seen=stamps)
    db.execute("COMMIT")
    db.execute("BEGIN")


def _seen(path: Path) -> str:
    stat = path.stat()
    places = stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
    return " ".join(map(str, places))


def _settled(path: Path, began: int) -> bool:
    """Whether a change from now on would show in the file's stamps.

    Not on Windows, where nothing but the content tells of a change that keeps size and date.
    """
    stat = path.stat()
    latest = max(stat.st_mtime_ns, stat.st_ctime_ns)
    return sys.platform != "win32" and latest + SETTLING < began


def _state(db: sqlite3.Connection, name: str) -> Any:
    found = db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return found[0] if found else None


def _put(db: sqlite3.Connection, **values: object) -> None:
    db.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", values.items())


def _read(db: sqlite3.Connection, raw: bytes) -> None:
    """Reads a ledger's bytes into the index."""
    from claimtrack.ledger.cutting import cut

    found = cut(raw)
    if found is None:
        raise Unusual
    told = _rest(db, found)
    hashes, counts = [], []
    for piece in found.pieces():
        hashes.append(sha256(piece).digest()[:_HASH])
        counts.append(piece.count(b"\n"))
    rows = _rows(db, hashes, found)
    lines = [*accumulate(counts, initial=found.rest[0].count(b"\n") + 1)][:-1]
    _put(db, hashes=b"".join(hashes), rows=rows.tobytes(), lines=array("Q", lines).tobytes())
    _put(db, starts=array("Q", found.starts).tobytes(), problems=json.dumps(told))


def _rest(db: sqlite3.Connection, found: Cut) -> list[dict[str, Any]]:
    """Reads all but the claims; not if it is what it was and had no problems. Its problems."""
    rest = b"".join(found.rest)
    digest = sha256(rest).hexdigest()
    if _state(db, "rest") == f"{digest} fine":
        return []
    from claimtrack.ledger.rest import problems_of_rest, read_rest

    book = read_rest(rest)
    if book is None:
        raise Unusual
    kept = book.ledger
    db.execute("DELETE FROM sources")
    db.executemany(
        "INSERT INTO sources (id, published, record) VALUES (?, ?, ?)",
        ((one.id, one.published, _json(one)) for one in kept.sources),
    )
    others = {name: [asdict(one) for one in getattr(kept, name)] for name in OTHERS}
    state = f"{digest} {'troubled' if book.problems else 'fine'}"
    _put(db, rest=state, aside=kept.aside, others=json.dumps(others))
    return [asdict(one) for one in problems_of_rest(book, found)]


OTHERS = ("actors", "topics", "rulings")
"""The lists of a ledger besides claims and articles, which are kept as one."""


def _json(value: Any) -> str:
    return json.dumps({name: one for name, one in asdict(value).items() if one}, ensure_ascii=False)


def _rows(db: sqlite3.Connection, hashes: Sequence[bytes], found: Cut) -> array[int]:
    """The row of each item: the one that it has, or a new one after reading it.

    A row number is never given twice: the marks of claims that are gone stay for a while.
    """
    before, rows = _state(db, "hashes") or b"", array("Q", _state(db, "rows") or b"")
    old = [before[at : at + _HASH] for at in range(0, len(before), _HASH)]
    head = _alike(old, hashes)
    tail = _alike(old[head:][::-1], hashes[head:][::-1])
    known: dict[bytes, list[int]] = {}
    for digest, row in zip(old[head : len(old) - tail], rows[head:], strict=False):
        known.setdefault(digest, []).append(row)
    last = _state(db, "last row") or 0
    between, new = array("Q"), []
    for number in range(head, len(hashes) - tail):
        there = known.get(hashes[number])
        if not there:
            new.append(number)
        between.append(there.pop() if there else last + len(new))
    _write(db, last + 1, readings((found.piece(one) for one in new), len(new)))
    _put(db, **{"last row": last + len(new)})
    _drop(db, [row for left in known.values() for row in left], len(hashes))
    return rows[:head] + between + rows[len(rows) - tail :]


def _alike(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many items two lists have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _drop(db: sqlite3.Connection, rows: Sequence[int], count: int) -> None:
    """Takes away items that are gone; their marks when these are more than those of the rest."""
    for table in ("claims", "texts"):
        db.executemany(f"DELETE FROM {table} WHERE row = ?", ((row,) for row in rows))
    stale = (_state(db, "stale") or 0) + len(rows)
    if stale > count:
        db.execute("DELETE FROM marks WHERE row NOT IN (SELECT row FROM claims)")
        stale = 0
    _put(db, stale=stale)


def _write(db: sqlite3.Connection, row: int, read: Iterator[Reading | None]) -> None:
    """Writes items that were read into rows from ``row`` on, many at a time.

    Raises Unusual when one of them is no YAML by itself.
    """
    words = _Words(db)
    while some := list(islice(read, _BATCH)):
        kept, marks, texts = [], [], []
        for one in some:
            if one is None:
                raise Unusual
            total = checksum(one.record)
            kept.append((row, one.ident, one.line, total, one.record, one.problems))
            marks += [(words[mark], row) for mark in one.marks]
            texts.append((row, one.text))
            row += 1
        db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)", kept)
        db.executemany("INSERT INTO marks VALUES (?, ?)", sorted(marks))
        db.executemany("INSERT INTO texts VALUES (?, ?)", texts)


_BATCH = 5000


class _Words(dict[tuple[str, str], int]):
    """The numbers of words by facet and word; one that is asked for gets a number."""

    def __init__(self, db: sqlite3.Connection) -> None:
        found = db.execute("SELECT facet, word, number FROM words")
        super().__init__(((facet, word), number) for facet, word, number in found)
        self.db = db

    def __missing__(self, key: tuple[str, str]) -> int:
        self[key] = len(self) + 1
        self.db.execute("INSERT INTO words VALUES (?, ?, ?)", (self[key], *key))
        return self[key]
