"""The articles that a run has already read, in bounded memory.

The first are held; from then on all are in a temporary file, which SQLite makes, keeps mostly on
the disk and deletes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model import Article

if TYPE_CHECKING:
    import sqlite3

HELD = 50_000
"""So many articles are held in memory, at about half a kilobyte each."""

_SETTINGS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -16000")
"""A file that is never read again, of which 16 MB are held."""


class Seen(NamedTuple):
    """The file and the text's checksum of an article that was read."""

    file: str | None
    sha256: str | None


class _Articles:
    """The articles that were read, by their ids."""

    def __init__(self) -> None:
        self._held: dict[str, Seen] = {}
        self._stored: sqlite3.Connection | None = None

    def before(self, article: Article) -> Seen | None:
        """What was read before under an article's id; None for a new one, which is noted."""
        seen = Seen(article.file, article.sha256)
        if self._stored:
            return self._before(self._stored, article.id, seen)
        if known := self._held.get(article.id):
            return known
        self._held[article.id] = seen
        if len(self._held) == HELD:
            with suppress(ImportError):  # a Python without SQLite goes on holding them
                self._store()
        return None

    def _before(self, stored: sqlite3.Connection, ident: str, seen: Seen) -> Seen | None:
        if stored.execute(_INSERT, _row(ident, seen)).rowcount:
            return None
        file, digest = stored.execute(_SELECT, (_coded(ident),)).fetchone()
        return Seen(_text(file), _text(digest))

    def _store(self) -> None:
        """From now on in a file."""
        import sqlite3

        self._stored = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for setting in _SETTINGS:
            self._stored.execute(f"PRAGMA {setting}")
        self._stored.execute(_TABLE)
        self._stored.executemany(_INSERT, (_row(*held) for held in self._held.items()))
        self._held.clear()

    def close(self) -> None:
        if self._stored:
            self._stored.close()


@contextmanager
def seen_articles() -> Iterator[_Articles]:
    """No articles yet; nothing is left of them at the end."""
    articles = _Articles()
    try:
        yield articles
    finally:
        articles.close()


_TABLE = "CREATE TABLE seen (id BLOB PRIMARY KEY, file BLOB, sha256 BLOB) WITHOUT ROWID"
_INSERT = "INSERT OR IGNORE INTO seen VALUES (?, ?, ?)"
_SELECT = "SELECT file, sha256 FROM seen WHERE id = ?"


def _row(ident: str, seen: Seen) -> tuple[bytes | None, ...]:
    return _coded(ident), _coded(seen.file), _coded(seen.sha256)


def _coded(text: str | None) -> bytes | None:
    """A name of a file may hold bytes that are no characters, which SQLite's text may not."""
    return None if text is None else text.encode("utf-8", "surrogatepass")


def _text(raw: bytes | None) -> str | None:
    return None if raw is None else raw.decode("utf-8", "surrogatepass")
