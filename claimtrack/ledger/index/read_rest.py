"""All of a ledger's file but its claims read into the index, of its articles those that are new.

A large ledger has tens of thousands of articles, and one is added at a time. So each is known again
by the hash of its item, as a claim is.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from hashlib import sha256
from itertools import accumulate, pairwise, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.ledger.index.database import HASH, put, put_arrays, state
from claimtrack.ledger.index.facets import forget_days
from claimtrack.ledger.yaml.cut_items import Cut, articles_of
from claimtrack.model import Source

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.ledger.document.ledger_file import Book

OTHERS = ("actors", "topics", "rulings", "events")
"""The lists of a ledger besides claims and articles, which are kept as one."""


def read_rest(db: sqlite3.Connection, file: str, parts: Cut) -> list[dict[str, Any]] | None:
    """Reads all but the claims; not if it is what it was and had no problems. Its problems.

    None where it cannot be read by itself.
    """
    digest = sha256(b"".join(parts.rest)).hexdigest()
    if state(db, "rest", file) == f"{digest} fine":
        return []
    starts = articles_of(parts)
    before = _kept(db, file)
    rest = _read(parts, starts, {row.hash: row for row in before if row.hash})
    if rest is None:
        return None
    ledger, problems = rest.book.ledger, rest.book.problems
    _replace(db, file, before, rest.articles)
    forget_days(db, _redated(before, rest.articles))
    one_to_one = [bool(article.hash) for article in rest.articles] == [True] * (len(starts) - 1)
    _note_places(db, file, parts, starts if one_to_one else ())
    sections = {name: [asdict(entry) for entry in getattr(ledger, name)] for name in OTHERS}
    mark = f"{digest} {'troubled' if problems else 'fine'}"
    put(db, file, rest=mark, aside=ledger.aside, others=json.dumps(sections))
    return [asdict(problem) for problem in problems]


def _note_places(db: sqlite3.Connection, file: str, parts: Cut, starts: Sequence[int]) -> None:
    """Notes where the articles stand, in bytes and lines, where each is an item and sound."""
    counts = (parts.raw.count(b"\n", start, end) for start, end in pairwise((0, *starts)))
    lines = accumulate(counts, initial=1)
    places = {"articles": starts, "article lines": [*lines][1:][: len(starts) - 1]}
    put_arrays(db, file, **{name: array("Q", each) for name, each in places.items()})


class _Article(NamedTuple):
    """An article as it is kept.

    Its hash is that of its item; empty where items and articles are not one to one.
    """

    hash: bytes
    ident: str
    published: str | None
    record: str


class _Rest(NamedTuple):
    """What was read, and all articles: the book may lack some that are known."""

    book: Book
    articles: list[_Article]


def _read(parts: Cut, starts: Sequence[int], known: Mapping[bytes, _Article]) -> _Rest | None:
    """A file without its claims and without the articles that are known.

    Where something is wrong with it, all is read, so that each problem has its line.
    """
    hashes = [sha256(parts.raw[start:end]).digest()[:HASH] for start, end in pairwise(starts)]
    left_out = [span for span, mark in zip(pairwise(starts), hashes, strict=True) if mark in known]
    book = _book(parts, left_out)
    if left_out and not (book and _is_sound(book, len(hashes) - len(left_out))):
        known, book = {}, _book(parts, ())
    if book is None:
        return None
    if not _is_sound(book, len(hashes) - (len(left_out) if known else 0)):
        return _Rest(book, [_article(b"", source) for source in book.ledger.sources])
    sources = iter(book.ledger.sources)
    return _Rest(book, [known.get(mark) or _article(mark, next(sources)) for mark in hashes])


def _book(parts: Cut, left_out: Sequence[tuple[int, int]]) -> Book | None:
    """The book of a file without its claims and some articles; None where it has to be whole."""
    from claimtrack.ledger.document.ledger_file import open_book
    from claimtrack.ledger.document.read import read_by_pieces, rest_of

    if not left_out:
        document = rest_of(parts)
    else:
        above, below = parts.rest
        bounds = [0, *(at for span in left_out for at in span), len(above)]
        kept = [above[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
        document = read_by_pieces(b"".join([*kept, below]).decode("utf-8", "surrogateescape"))
    return open_book("", [document]) if document else None


def _is_sound(book: Book, count: int) -> bool:
    """Whether nothing is wrong with a book that has so many articles."""
    return not book.problems and not book.ledger.aside and len(book.ledger.sources) == count


def _kept(db: sqlite3.Connection, file: str) -> list[_Article]:
    query = "SELECT hash, id, published, record FROM sources WHERE file = ? ORDER BY number"
    return [_Article(*row) for row in db.execute(query, (file,))]


def _replace(
    db: sqlite3.Connection, file: str, before: Sequence[_Article], now: Sequence[_Article]
) -> None:
    """Keeps these articles in their order; what stays at the start is not written again."""
    pairs = zip(before, now, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    numbers = "SELECT number FROM sources WHERE file = ? ORDER BY number LIMIT -1 OFFSET ?"
    db.execute(f"DELETE FROM sources WHERE number IN ({numbers})", (file, same))
    db.executemany(
        "INSERT INTO sources (file, hash, id, published, record) VALUES (?, ?, ?, ?, ?)",
        ((file, *article) for article in now[same:]),
    )


def _redated(before: Sequence[_Article], now: Sequence[_Article]) -> Iterator[str]:
    """The articles that have another day now; of several of one id the last counts."""
    earlier, days = ({each.ident: each.published for each in some} for some in (before, now))
    return (ident for ident in earlier | days if earlier.get(ident) != days.get(ident))


def _article(mark: bytes, source: Source) -> _Article:
    return _Article(mark, source.id, source.published, _json(source))


_SOURCE = tuple(field.name for field in fields(Source))


def _json(source: Source) -> str:
    """An article, whose fields are words and lists of words, without those that are empty."""
    values = ((name, getattr(source, name)) for name in _SOURCE)
    return json.dumps({name: value for name, value in values if value}, ensure_ascii=False)
