"""A ledger file's bytes read into the index, those items that it does not know yet."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from operator import sub
from typing import TYPE_CHECKING

from claimtrack.ledger.files.contents import cut_of, keep_cut
from claimtrack.ledger.index import database
from claimtrack.ledger.index.by_processes import readings
from claimtrack.ledger.index.database import HASH, put, put_arrays, state
from claimtrack.ledger.index.facets import Words, forget_days
from claimtrack.ledger.index.fulltext import clear
from claimtrack.ledger.index.known_items import (
    Blocks,
    Earlier,
    Same,
    blocks_of,
    by_blocks,
    by_earlier_cut,
    by_ends,
    hash_of,
)
from claimtrack.ledger.index.read_rest import read_rest
from claimtrack.ledger.yaml.cut_items import Cut, cut

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.ledger.index.piece import Reading

_BATCH = 5000


def read(db: sqlite3.Connection, file: str, raw: bytes, checksum: str) -> bool:
    """Reads a file's bytes; False where its claims cannot be read one by one."""
    earlier = _earlier(db, file)
    cut_before = cut_of(state(db, "digest", file))
    known = (by_earlier_cut(cut_before, raw) if cut_before else None) or by_blocks(earlier, raw)
    parts = known.cut if known else cut(raw)
    problems = read_rest(db, file, parts) if parts else None
    if not parts or problems is None:
        return False
    keep_cut(checksum, parts)
    same = known.same if known else ()
    hashes, heights = _measured(parts, earlier, same)
    same = same or by_ends(earlier.hashes, hashes)
    rows = _rows(db, earlier, hashes, parts, same)
    if rows is None:
        return False
    lines = array("Q", accumulate(heights, initial=parts.rest[0].count(b"\n") + 1))[:-1]
    blocks = blocks_of(parts, earlier.blocks, same)
    put_arrays(db, file, hashes=hashes, rows=rows, lines=lines, starts=parts.starts)
    put_arrays(db, file, blocks=blocks.ends, **{"block hashes": blocks.hashes})
    put(db, file, problems=json.dumps(problems))
    return True


def _earlier(db: sqlite3.Connection, file: str) -> Earlier:
    def numbers(name: str) -> array[int]:
        return array("Q", database.array(db, name, file))

    hashes, of_blocks = (database.array(db, name, file) for name in ("hashes", "block hashes"))
    blocks = Blocks(numbers("blocks"), of_blocks)
    return Earlier(hashes, numbers("starts"), numbers("rows"), numbers("lines"), blocks)


def _measured(parts: Cut, earlier: Earlier, same: Iterable[Same]) -> tuple[bytes, array[int]]:
    """The hashes of all items, one behind the other, and how many lines each has."""
    hashes, heights, done = bytearray(), array("Q"), 0
    known = array("Q", map(sub, earlier.lines[1:], earlier.lines))
    for before, now, length in (*same, Same(0, len(parts.starts) - 1, 0)):
        for piece in map(parts.piece, range(done, now)):
            hashes += hash_of(piece)
            heights.append(piece.count(b"\n"))
        end, done = before + length, now + length
        hashes += earlier.hashes[before * HASH : end * HASH]
        heights += known[before:end]
        if length and end > len(known):  # how long the last item was stands nowhere
            heights.append(parts.piece(done - 1).count(b"\n"))
    return bytes(hashes), heights


_ARTICLES = "SELECT id FROM sources WHERE file = ?"


def forget(db: sqlite3.Connection, file: str) -> None:
    """Takes a file away that is gone."""
    _drop(db, array("Q", database.array(db, "rows", file)))
    forget_days(db, [ident for (ident,) in db.execute(_ARTICLES, (file,))])
    for table in ("sources", "state", "arrays"):
        db.execute(f"DELETE FROM {table} WHERE file = ?", (file,))


def _rows(
    db: sqlite3.Connection, earlier: Earlier, hashes: bytes, parts: Cut, same: Sequence[Same]
) -> array[int] | None:
    """The row of each item: the one that it has, or a new one after reading it.

    A row number is never given twice: marks and texts of claims that are gone stay a while. None
    when an item is no YAML by itself.
    """
    last = state(db, "last row") or 0
    gone = _not_the_same(earlier, same)
    rows, new, done = array("Q"), [], 0
    for before, now, length in (*same, Same(0, len(hashes) // HASH, 0)):
        for number in range(done, now):
            there = gone.get(hashes[number * HASH : (number + 1) * HASH])
            if not there:
                new.append(number)
            rows.append(there.pop() if there else last + len(new))
        rows += earlier.rows[before : before + length]
        done = now + length
    if not _write(db, last + 1, readings(parts, new)):
        return None
    put(db, **{"last row": last + len(new)})
    _drop(db, [row for left in gone.values() for row in left])
    return rows


def _not_the_same(earlier: Earlier, same: Iterable[Same]) -> dict[bytes, list[int]]:
    """The rows of items that may be gone, by their hashes."""
    rows: dict[bytes, list[int]] = {}
    done = 0
    for before, _, length in (*same, Same(len(earlier.rows), 0, 0)):
        for number in range(done, before):
            rows.setdefault(earlier.item(number), []).append(earlier.rows[number])
        done = before + length
    return rows


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
