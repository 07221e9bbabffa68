"""A ledger file's bytes read into the index, those items that it does not know yet."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING

from claimtrack.ledger.files.contents import cut_of, keep_cut
from claimtrack.ledger.index import database
from claimtrack.ledger.index.by_processes import readings
from claimtrack.ledger.index.database import put, put_arrays, state
from claimtrack.ledger.index.facets import Words, forget_days
from claimtrack.ledger.index.fulltext import clear
from claimtrack.ledger.index.read_rest import read_rest
from claimtrack.ledger.yaml.common_bytes import common_end, common_start
from claimtrack.ledger.yaml.cut_items import Cut, cut
from claimtrack.ledger.yaml.recut import Recut, recut

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.ledger.index.piece import Reading

HASH = 16
"""Bytes by which an item is known again."""

_BATCH = 5000


def read(db: sqlite3.Connection, file: str, raw: bytes, checksum: str) -> bool:
    """Reads a file's bytes; False where its claims cannot be read one by one."""
    earlier = cut_of(state(db, "digest", file))
    again = recut(earlier, raw) if earlier else None
    parts = again.cut if again else cut(raw)
    problems = read_rest(db, file, parts) if parts else None
    if not parts or problems is None:
        return False
    keep_cut(checksum, parts)
    hashes, counts = _measured(db, file, again) if again else _of_pieces(parts.pieces())
    rows = _rows(db, file, hashes, parts)
    if rows is None:
        return False
    lines = [*accumulate(counts, initial=parts.rest[0].count(b"\n") + 1)][:-1]
    placed = array("Q", lines).tobytes(), array("Q", parts.starts).tobytes()
    put_arrays(db, file, hashes=hashes, rows=rows.tobytes())
    put_arrays(db, file, lines=placed[0], starts=placed[1])
    put(db, file, problems=json.dumps(problems))
    return True


def _of_pieces(pieces: Iterable[bytes]) -> tuple[bytes, array[int]]:
    """The hashes of all items, one behind the other, and how many lines each has."""
    hashes, counts = bytearray(), array("Q")
    for piece in pieces:
        hashes += sha256(piece).digest()[:HASH]
        counts.append(piece.count(b"\n"))
    return bytes(hashes), counts


def _measured(db: sqlite3.Connection, file: str, again: Recut) -> tuple[bytes, array[int]]:
    """What :func:`_of_pieces` makes of all items, those that did not change out of the index."""
    before = database.array(db, "hashes", file)
    lines = array("Q", database.array(db, "lines", file))
    head, tail, count = again.head, len(lines) - again.tail, len(again.cut.starts) - 1
    hashes, counts = _of_pieces(map(again.cut.piece, range(head, count - again.tail)))
    heights = array("Q", (below - above for above, below in pairwise(lines)))
    if again.tail or head == len(lines):  # how long the last item is stands nowhere
        heights.append(again.cut.piece(count - 1).count(b"\n"))
    whole = before[: head * HASH] + hashes + before[tail * HASH :]
    return whole, heights[:head] + counts + heights[tail:]


_ARTICLES = "SELECT id FROM sources WHERE file = ?"


def forget(db: sqlite3.Connection, file: str) -> None:
    """Takes a file away that is gone."""
    _drop(db, array("Q", database.array(db, "rows", file)))
    forget_days(db, [ident for (ident,) in db.execute(_ARTICLES, (file,))])
    for table in ("sources", "state", "arrays"):
        db.execute(f"DELETE FROM {table} WHERE file = ?", (file,))


def _rows(db: sqlite3.Connection, file: str, hashes: bytes, parts: Cut) -> array[int] | None:
    """The row of each item: the one that it has, or a new one after reading it.

    A row number is never given twice: marks and texts of claims that are gone stay a while. None
    when an item is no YAML by itself.
    """
    before = database.array(db, "hashes", file)
    rows = array("Q", database.array(db, "rows", file))
    head = common_start(before, hashes) // HASH
    tail = common_end(before, hashes, head * HASH) // HASH
    known: dict[bytes, list[int]] = {}
    for at in range(head, len(rows) - tail):
        known.setdefault(_hash(before, at), []).append(rows[at])
    last = state(db, "last row") or 0
    between, new = array("Q"), []
    for number in range(head, len(hashes) // HASH - tail):
        there = known.get(_hash(hashes, number))
        if not there:
            new.append(number)
        between.append(there.pop() if there else last + len(new))
    if not _write(db, last + 1, readings(parts, new)):
        return None
    put(db, **{"last row": last + len(new)})
    _drop(db, [row for left in known.values() for row in left])
    return rows[:head] + between + rows[len(rows) - tail :]


def _hash(hashes: bytes, number: int) -> bytes:
    return hashes[number * HASH : (number + 1) * HASH]


def _drop(db: sqlite3.Connection, rows: Sequence[int]) -> None:
    """Takes away items that are gone; their marks and texts once they are more than the rest's."""
    db.executemany("DELETE FROM claims WHERE row = ?", ((row,) for row in rows))
    stale = (state(db, "stale") or 0) + len(rows)
    if stale > db.execute("SELECT count(*) FROM claims").fetchone()[0]:
        db.execute("DELETE FROM marks WHERE row NOT IN (SELECT row FROM claims)")
        clear(db)
        stale = 0
    put(db, stale=stale)


def _write(db: sqlite3.Connection, row: int, read: Iterator[Reading | None]) -> bool:
    """Writes items that were read into rows from ``row`` on; whether all could be read."""
    words = Words(db)
    while some := list(islice(read, _BATCH)):
        rows, marks = [], []
        for item in some:
            if item is None:
                return False
            rows.append((row, item.ident, item.line, item.total, item.record, item.problems))
            marks += [(words[mark], row) for mark in item.marks]
            row += 1
        db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)", rows)
        db.executemany("INSERT INTO marks VALUES (?, ?)", sorted(marks))
    return True
