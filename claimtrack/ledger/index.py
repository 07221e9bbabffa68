"""A ledger out of its index: what was read once need not be read again.

The index is never the truth. It is brought up to the file's bytes before it answers, may be deleted
at any time, and where it cannot be kept, is damaged, or the ledger is laid out in an unusual way,
there is no answer from it, and the file itself is read.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from claimtrack.folding import folded
from claimtrack.ledger.facets import Predicate, passes, telling
from claimtrack.ledger.naming import Named, idents
from claimtrack.ledger.record import checksum, named_by, unpacked
from claimtrack.ledger.shelf import discard, shelf
from claimtrack.ledger.sync import Unusual, current
from claimtrack.model import Actor, Claim, Ledger, Problem, Ruling, Source, Topic

if TYPE_CHECKING:
    import sqlite3

_T = TypeVar("_T")
_Read = dict[int, Sequence[Any]]
Tests = Mapping[str, Predicate]
"""Filters by their names, all of which have to hold."""


def from_index(path: Path, ask: Callable[[Index], _T]) -> _T | None:
    """What a ledger's index answers; None when it cannot, for whatever reason."""
    try:
        import sqlite3
    except ImportError:  # a Python that was built without it
        return None
    if path.is_dir():
        return None
    try:
        with shelf(path) as db:
            current(path, db)
            return ask(Index(path, db))
    except (Unusual, OSError, sqlite3.OperationalError):
        return None
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError):
        discard(path)
        return None


@dataclass(frozen=True, slots=True)
class Found:
    """Claims that were asked for, in a ledger that holds ``count``, and its problems."""

    ledger: Ledger
    count: int
    problems: tuple[Problem, ...]


class Index:
    """An index that is up to its ledger's bytes, read within one transaction."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self.db = db
        self.published = _Published(db)

    def load(self) -> Found:
        """The whole ledger, as reading its file would give it."""
        return self._found(self._sources(""), self._read(""), {})

    def select(
        self, tests: Callable[[Ledger], Tests], *, every_source: bool, text: Sequence[str] = ()
    ) -> Found:
        """The claims that pass all tests; the tests are made for the ledger without its claims.

        Only those are looked at that hold every ``text``, folded.

        That ledger has every article only where the tests need them; the one that is found has
        those of its claims.
        """
        sources = self._sources("") if every_source else ()
        asked = tests(self._ledger(sources, ()))
        narrow = [self._passing(name, test) for name, test in telling(asked)]
        narrow += ["SELECT row FROM texts WHERE instr(text, ?)"] * len(text)
        where = " AND ".join(f"row IN ({one})" for one in narrow)
        if where and not self._nameless():
            read = self._read(f"WHERE {where}", [folded(word) for word in text])
        else:
            read = self._read("")
        return self._found(None, read, asked)

    @property
    def digest(self) -> str:
        """A hash of the file's content."""
        return str(self._state("digest"))

    def named(self, parts: Sequence[str]) -> Found | None:
        """The claims that are meant by an id or a part of it; None when one may be several."""
        found = [self._ids(part) for part in parts]
        if self._nameless() or any(len(ids) != 1 for ids in found):
            return None
        where = f"WHERE id IN ({', '.join('?' * len(found))})"
        return self._found(None, self._read(where, [ident for (ident,) in found]), {})

    def place(self, ident: str) -> tuple[int, int] | None:
        """Where the item of the only claim with this id stands: bytes, without an order mark."""
        rows = self.db.execute("SELECT row FROM claims WHERE id = ?", (ident,)).fetchall()
        if len(rows) != 1:
            return None
        number = self._array("rows").index(rows[0][0])
        starts = self._array("starts")
        return starts[number], starts[number + 1]

    def _ids(self, part: str) -> tuple[str, ...]:
        """The ids that are ``part``, else all that hold it, in no order."""
        same = self.db.execute("SELECT id FROM claims WHERE id = ?", (part,)).fetchall()
        holds = "SELECT id FROM claims WHERE instr(id, ?) AND id != ''"
        return tuple(ident for (ident,) in same or self.db.execute(holds, (part,)))

    def _found(self, sources: Sequence[Source] | None, read: _Read, asked: Tests) -> Found:
        tests = tuple(asked.values())
        claims, lines = [], {}
        for claim, line in self._claims(read):
            if all(test(claim) for test in tests):
                claims.append(claim)
                lines[claim.id] = line
        if sources is None:
            articles = sorted({claim.article for claim in claims if claim.article})
            marks = ", ".join("?" * len(articles))
            sources = self._sources(f"WHERE id IN ({marks})", articles)
        problems, aside = self._problems()
        ledger = replace(self._ledger(sources, claims), lines=lines, aside=aside)
        return Found(ledger, self._count(), problems)

    def _claims(self, read: _Read) -> Iterator[tuple[Claim, int]]:
        """Claims that were read, in the order of the file, with their lines."""
        placed = zip(self._array("rows"), self._array("lines"), strict=True)
        there = [(*read[row], line) for row, line in placed if row in read]
        names = iter(self._names(there)) if self._nameless() else iter(one[0] for one in there)
        for name, (_, offset, total, record, line) in zip(names, there, strict=True):
            if checksum(record) != total:
                raise ValueError("a record is not what was written")
            yield unpacked(record, name, self.published), line + offset

    def _names(self, there: Iterable[tuple[str, int, int, str, int]]) -> Iterator[str]:
        """The ids of all claims, where some have none."""
        return idents(
            Named(ident, *named_by(unpacked(record, ident, self.published)))
            for ident, _, _, record, _ in there
        )

    def _read(self, where: str, values: Sequence[str] = ()) -> _Read:
        query = f"SELECT row, id, line, sum, record FROM claims {where}"
        return {row: rest for row, *rest in self.db.execute(query, values) if rest[3] is not None}

    def _passing(self, name: str, test: Predicate) -> str:
        """The rows of claims that have a word which passes a test, as a query."""
        words = self.db.execute("SELECT number, word FROM words WHERE facet = ?", (name,))
        numbers = (str(number) for number, word in words if passes(name, word, test))
        return f"SELECT row FROM marks WHERE number IN ({', '.join(numbers)})"

    def _nameless(self) -> bool:
        return bool(self.db.execute("SELECT 1 FROM claims WHERE id = '' LIMIT 1").fetchone())

    def _count(self) -> int:
        return len(self._array("rows")) - self._told("AND record IS NULL")

    def _told(self, more: str) -> int:
        query = f"SELECT count(*) FROM claims WHERE problems IS NOT NULL {more}"
        return int(self.db.execute(query).fetchone()[0])

    def _problems(self) -> tuple[tuple[Problem, ...], int]:
        """All problems, where they stand now, and how many entries are set aside."""
        told = self.db.execute("SELECT row, problems FROM claims WHERE problems IS NOT NULL")
        rows, lines = self._array("rows"), self._array("lines")
        found = [
            replace(_problem(one, self.path), line=one["line"] + lines[rows.index(row)] - 1)
            for row, problems in told.fetchall()
            for one in json.loads(problems)
        ]
        found += (_problem(one, self.path) for one in json.loads(self._state("problems")))
        ordered = sorted(found, key=lambda one: (one.line, one.column))
        return tuple(ordered), int(self._state("aside")) + self._told("AND record IS NULL")

    def _ledger(self, sources: Sequence[Source], claims: Sequence[Claim]) -> Ledger:
        others = json.loads(self._state("others"))
        return Ledger(
            str(self.path),
            tuple(sources),
            tuple(Actor(**_tupled(one)) for one in others["actors"]),
            tuple(Topic(**_tupled(one)) for one in others["topics"]),
            tuple(claims),
            tuple(Ruling(**_tupled(one)) for one in others["rulings"]),
        )

    def _sources(self, where: str, values: Sequence[str] = ()) -> tuple[Source, ...]:
        found = self.db.execute(f"SELECT record FROM sources {where} ORDER BY number", values)
        return tuple(Source(**_tupled(json.loads(record))) for (record,) in found)

    def _array(self, name: str) -> array[int]:
        return array("Q", self._state(name))

    def _state(self, name: str) -> Any:
        found = self.db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None


class _Published(dict[str, str | None]):
    """The days on which articles were published, looked up when one is asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__()
        self.db = db

    def __missing__(self, article: str) -> str | None:
        query = "SELECT published FROM sources WHERE id = ? ORDER BY number DESC LIMIT 1"
        found = self.db.execute(query, (article,)).fetchone()
        self[article] = found[0] if found else None
        return self[article]


def _tupled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(one) if isinstance(one, list) else one for name, one in fields.items()}


def _problem(fields: dict[str, Any], path: Path) -> Problem:
    return Problem(**{**fields, "file": str(path)})
