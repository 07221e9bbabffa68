"""Search in the texts of claims: SQLite's full-text index, made at the first search.

It holds each three letters of a text in a row (FTS5 with the trigram tokenizer), because a German
search is for parts of words: "soldaten" is to find "Elitesoldaten". Texts are folded, so that
umlauts, accents and case make no difference. What is found may be meant; the claim itself decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimtrack.ledger.index.database import put, state
from claimtrack.ledger.index.tables import claims_since
from claimtrack.text import folded, searched

if TYPE_CHECKING:
    import sqlite3

_LETTERS = 3
TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(
    text, content = '', detail = none, tokenize = 'trigram case_sensitive 1')
"""


def asked(words: Sequence[str]) -> str | None:
    """What to ask the index for texts with all these words; None when these are too short."""
    three = {part for word in words for part in _parts(folded(word)) if "\0" not in part}
    return " AND ".join('"{}"'.format(part.replace('"', '""')) for part in sorted(three)) or None


def _parts(word: str) -> Iterator[str]:
    """Each three letters in a row."""
    return (word[at : at + _LETTERS] for at in range(len(word) - _LETTERS + 1))


def is_ready(db: sqlite3.Connection) -> bool:
    """Whether every claim of the index can be searched."""
    return bool(state(db, "searched") == (state(db, "last row") or 0))


def make_ready(db: sqlite3.Connection) -> None:
    """Adds the texts of claims that are not there yet; those of claims that are gone stay.

    Raises sqlite3.OperationalError where SQLite is older than 3.34 (2020), or has no room.
    """
    db.execute(TABLE)
    undated: dict[str, str | None] = defaultdict(lambda: None)
    claims = claims_since(db, state(db, "searched") or 0, undated)
    texts = ((row, searched(claim)) for row, claim in claims)
    db.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", texts)
    put(db, searched=state(db, "last row") or 0)


def clear(db: sqlite3.Connection) -> None:
    """Takes all texts away, to be added again at the next search."""
    db.execute("DROP TABLE IF EXISTS texts")
    put(db, searched=0)
