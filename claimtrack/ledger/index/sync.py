"""The index brought up to the bytes of its ledger's files: only what is not known yet is read."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.ledger.files.contents import checksum
from claimtrack.ledger.index.database import put, state
from claimtrack.runtime import no_collection

if TYPE_CHECKING:
    import sqlite3

SETTLING = 2_000_000_000
"""Nanoseconds after which a file's time stamps tell a later change from the last one."""


class Unusual(Exception):  # noqa: N818 - no error: the file is to be read in another way
    """The ledger is not laid out so that its claims can be read one by one."""


class _Look(NamedTuple):
    """What a file holds now. ``stamps`` are None while these do not tell a later change.

    ``raw`` is None when the index knows the content.
    """

    name: str
    stamps: str | None
    digest: str
    raw: bytes | None


def current(paths: Sequence[Path], db: sqlite3.Connection) -> None:
    """Brings the index up to the content of a ledger's files, and begins to read from it.

    A file counts as unchanged when its time stamps, size and place are those of the last time,
    and these were old enough then to tell a later change; else its bytes decide. Raises Unusual,
    OSError, sqlite3.Error.
    """
    db.execute("BEGIN")
    looks = [_look(db, path) for path in paths]
    names = json.dumps([look.name for look in looks])
    known = state(db, "files") == names and all(look.raw is None for look in looks)
    if known and all(state(db, "seen", look.name) == look.stamps for look in looks):
        return
    db.execute("ROLLBACK")
    digests = {look.name: look.digest for look in looks}
    if known:
        # the answer does not wait for a process that writes: the stamps can be noted next time
        noted(db, digests, lambda: _note_stamps(db, looks))
    else:
        db.execute("BEGIN IMMEDIATE")
        with no_collection():
            _read(db, looks)
        put(db, files=names)
        _note_stamps(db, looks)
        db.execute("COMMIT")
    begin(db, digests)


def _note_stamps(db: sqlite3.Connection, looks: Sequence[_Look]) -> None:
    for look in looks:
        put(db, look.name, seen=look.stamps)


def begin(db: sqlite3.Connection, digests: Mapping[str, str], how: str = "DEFERRED") -> None:
    """Begins to read from an index that is up to these contents. Raises Unusual where it is not.

    With ``how`` as IMMEDIATE no other process can write until the end.
    """
    db.execute(f"BEGIN {how}")
    names = json.loads(state(db, "files"))
    if {name: state(db, "digest", name) for name in names} != digests:
        raise Unusual("another process reads another content")


def noted(db: sqlite3.Connection, digests: Mapping[str, str], write: Callable[[], None]) -> bool:
    """Lets more be noted of these contents; whether it could be, or the index is as it was.

    It cannot while another process writes, and where there is no room. Raises Unusual as ``begin``.
    """
    import sqlite3

    try:
        begin(db, digests, "IMMEDIATE")
        write()
        db.execute("COMMIT")
    except sqlite3.OperationalError:
        if db.in_transaction:
            db.execute("ROLLBACK")
        return False
    return True


def _look(db: sqlite3.Connection, path: Path) -> _Look:
    seen, now, digest = (
        state(db, "seen", path.name),
        stamps_of(path),
        state(db, "digest", path.name),
    )
    if seen is not None and seen == now:
        return _Look(path.name, seen, digest, None)
    began = time.time_ns()
    raw = path.read_bytes()
    new_digest = checksum(raw)
    stamps = now if _settled(path, began) else None
    return _Look(path.name, stamps, new_digest, None if new_digest == digest else raw)


def _read(db: sqlite3.Connection, looks: Sequence[_Look]) -> None:
    """Reads what changed, unless another process did so meanwhile."""
    from claimtrack.ledger.index.read_items import forget, read

    for name in {*json.loads(state(db, "files") or "[]")} - {look.name for look in looks}:
        forget(db, name)
    for look in looks:
        if look.raw is not None and state(db, "digest", look.name) != look.digest:
            if not read(db, look.name, look.raw, look.digest):
                raise Unusual
            put(db, look.name, digest=look.digest)


def stamps_of(path: Path) -> str:
    """Place, size and time stamps of a file. Raises OSError."""
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
