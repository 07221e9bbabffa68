"""A ledger out of its index: what was read once need not be read again.

The index is never the truth. It is brought up to the file's bytes before it answers, may be deleted
at any time, and where it cannot be kept, is damaged, or the ledger is laid out in an unusual way,
there is no answer from it, and the file itself is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from claimtrack.ids import Named, idents
from claimtrack.ledger.files.paths import files
from claimtrack.ledger.files.write_session import restore
from claimtrack.ledger.index.claim_ids import is_nameless
from claimtrack.ledger.index.claim_json import Published, named_by, tupled, unpacked
from claimtrack.ledger.index.database import discard, is_damage, shelf
from claimtrack.ledger.index.facets import Predicate, narrowed
from claimtrack.ledger.index.selection import Found, Kept
from claimtrack.ledger.index.sync import Unusual, begin, current, noted
from claimtrack.ledger.index.tables import Item, Place, Record, Tables, among
from claimtrack.model import Actor, Claim, Event, Ledger, Problem, Ruling, Source, Topic
from claimtrack.runtime import no_collection

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.ledger.index.facets import Topics

_T = TypeVar("_T")
Tests = Mapping[str, Predicate]
"""Filters by their names, all of which have to hold."""


def from_index(path: Path, ask: Callable[[Index], _T]) -> _T | None:
    """What a ledger's index answers; None when it cannot, for whatever reason.

    What is piped in has none: it can be read only once.
    """
    if not (path.is_dir() or path.is_file()):
        return None
    try:
        import sqlite3
    except ImportError:  # a Python that was built without it
        return None
    restore(path)
    try:
        with shelf(path) as db:
            current(files(path), db)
            return ask(Index(path, db))
    except (Unusual, OSError):
        pass
    except sqlite3.Error as error:
        if is_damage(error):
            discard(path)
    except (ValueError, KeyError, TypeError):
        discard(path)
    return None


_BROKEN = "problems IS NOT NULL AND record IS NULL"


class Index:
    """An index that is up to its ledger's bytes, read within one transaction."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self.db = db
        self.published = Published(self._published)
        self.folder = path.is_dir()
        self.tables = Tables(db)

    def load(self) -> Found:
        """The whole ledger, as reading its file would give it."""
        with no_collection():
            return self._found(self.tables.sources(), self.claims(), {})

    def select(
        self,
        tests: Callable[[Ledger], Tests],
        *,
        every_source: bool,
        text: Sequence[str] = (),
        topics: Topics | None = None,
    ) -> Found:
        """The claims that pass all tests; the tests are made for the ledger without its claims.

        Where ``text`` is given, one of the tests must be that a claim holds all these words. The
        ledger of the tests has every article only where they need them; the one that is found has
        those of its claims. ``topics`` derives what a test of topics asks for.
        """
        sources = self.tables.sources() if every_source else ()
        filters = tests(self._ledger(sources, ()))
        return self._found(None, self.claims(*narrowed(self, filters, text, topics)), filters)

    def noting(self, write: Callable[[], None]) -> bool:
        """Lets more be noted in the index, which then is read on; whether it could be.

        Raises Unusual where another process was quicker with another content.
        """
        digests = {file: self.digest(file) for file in self.tables.files}
        self.db.execute("ROLLBACK")
        done = noted(self.db, digests, write)
        begin(self.db, digests)
        return done

    def named(self, parts: Sequence[str]) -> Found | None:
        """The claims that are meant by an id or a part of it; None when one may be several."""
        meant = [self._ids(part) for part in parts]
        if is_nameless(self.tables) or any(len(ids) != 1 for ids in meant):
            return None
        return self._found(None, self.claims(*among("id", [ident for (ident,) in meant])), {})

    def of_articles(self, articles: Iterable[str], ids: Iterable[str] = ()) -> Found:
        """All claims of some articles, and those with some ids."""
        where, values = among("id", ids)
        named = self.db.execute(f"SELECT row FROM claims WHERE {where}", values)
        rows = {*self.rows_of("article", articles), *(row for (row,) in named)}
        return self._found(None, self.claims(*among("row", rows)), {})

    def with_few_claims(self, ids: Collection[str]) -> Found:
        """The whole ledger, but of its claims only those with some ids."""
        if not ids:
            return self.without_claims(self.tables.sources())
        return self._found(self.tables.sources(), self.claims(*among("id", ids)), {})

    def first(self, limit: int, key: Callable[[Claim], Any], *, backwards: bool) -> Found:
        """The first claims in the order of the days that they were said, or reported.

        ``key`` sorts a claim of which that day is known and nothing else; those of one day stay in
        the order of the ledger.
        """
        days = self.words("day")
        keys = {word: key(Claim("", said=word)) for word in set(days.values())}
        nameless = key(Claim(""))
        sound = self.sound()
        rows = [row for row, _ in self.tables.items() if row in sound]
        ordered = sorted(
            rows, key=lambda row: keys[days[row]] if row in days else nameless, reverse=backwards
        )
        return self._found(None, self.claims(*among("row", ordered[:limit])), {})

    def sound(self) -> set[int]:
        """The rows of the claims that break no rule of the format."""
        return {row for (row,) in self.db.execute("SELECT row FROM claims WHERE record NOT NULL")}

    def words(self, facet: str) -> dict[int, str]:
        """The last word that each claim has in a facet, by its row; some rows may be gone."""
        query = "SELECT row, word FROM marks JOIN words USING (number) WHERE facet = ?"
        return dict(self.db.execute(query, (facet,)))

    def head(self) -> Ledger:
        """The ledger without its claims."""
        return self._ledger(self.tables.sources(), ())

    def bare(self) -> Ledger:
        """The ledger without its claims and articles."""
        return self._ledger((), ())

    def claims(self, where: str = "", values: Sequence[str] = ()) -> Iterator[Kept]:
        """The claims whose rows are so, else all, in the order of the ledger, read bit by bit."""
        return self._unpacked(self.tables.records(where, values))

    def claims_of(self, rows: Container[int] | None) -> Iterator[Kept]:
        """The claims of some rows, however many, or all; in that order, read bit by bit."""
        return self._unpacked(self.tables.records_of(rows))

    def _unpacked(self, records: Iterable[Record]) -> Iterator[Kept]:
        names = self._names() if is_nameless(self.tables) else {}
        for record in records:
            claim = unpacked(record.record, names.get(record.row, record.ident), self.published)
            yield Kept(claim, record.ident, record.item, record.item.line + record.below)

    def rows_of(self, facet: str, words: Iterable[str]) -> Iterator[int]:
        """The rows of claims that have one of some words in a facet."""
        where, values = among("word", words)
        query = f"SELECT row FROM marks JOIN words USING (number) WHERE facet = ? AND {where}"
        return (row for (row,) in self.db.execute(query, (facet, *values)))

    def rows_without(self, facet: str) -> Iterator[int]:
        """The rows of claims that have no word in a facet."""
        having = "SELECT row FROM marks JOIN words USING (number) WHERE facet = ?"
        query = f"SELECT row FROM claims WHERE record NOT NULL AND row NOT IN ({having})"
        return (row for (row,) in self.db.execute(query, (facet,)))

    def broken_rows(self) -> Iterator[tuple[int]]:
        """The rows of the items that are no sound claims."""
        return iter(self.db.execute(f"SELECT row FROM claims WHERE {_BROKEN}").fetchall())

    def broken(self) -> Iterator[Item]:
        """The items that are no sound claims, in the order of the ledger."""
        rows = {row for (row,) in self.broken_rows()}
        return (item for _, item in self.tables.items(rows)) if rows else iter(())

    def digest(self, file: str) -> str:
        """A hash of a file's content."""
        return str(self.tables.kept("digest", file))

    def places(self, ids: Iterable[str]) -> dict[str, Place] | None:
        """Where the items of claims stand, by their ids; None when an id is not one claim's."""
        wanted = set(ids)
        where, values = among("id", wanted)
        rows = dict(self.db.execute(f"SELECT row, id FROM claims WHERE {where}", values).fetchall())
        if sorted(rows.values()) != sorted(wanted):
            return None
        return {rows[row]: place for row, place in self.tables.places(rows)}

    def _published(self, article: str) -> str | None:
        query = "SELECT published FROM sources WHERE id = ? ORDER BY file DESC, number DESC LIMIT 1"
        row = self.db.execute(query, (article,)).fetchone()
        return row[0] if row else None

    def _ids(self, part: str) -> tuple[str, ...]:
        """The ids that are ``part``, else all that hold it, in no order."""
        same = self.db.execute("SELECT id FROM claims WHERE id = ?", (part,)).fetchall()
        holds = "SELECT id FROM claims WHERE instr(id, ?) AND id != ''"
        return tuple(ident for (ident,) in same or self.db.execute(holds, (part,)))

    def _found(
        self, sources: Sequence[Source] | None, held: Iterable[Kept], filters: Tests
    ) -> Found:
        tests = tuple(filters.values())
        chosen = [each for each in held if all(test(each.claim) for test in tests)]
        claims = [each.claim for each in chosen]
        if sources is None:
            articles = sorted({claim.article for claim in claims if claim.article})
            sources = self.tables.sources(*among("id", articles))
        lines = {each.claim.id: each.line for each in chosen}
        places = (
            {each.claim.id: self.file(each.item.file) for each in chosen} if self.folder else {}
        )
        whole = self.without_claims(sources)
        ledger = replace(whole.ledger, claims=tuple(claims), lines=lines, files=places)
        return replace(whole, ledger=ledger)

    def without_claims(self, sources: Sequence[Source] = ()) -> Found:
        """The ledger with these articles alone and no claims, but with all its problems."""
        ledger = replace(self._ledger(sources, ()), aside=self._aside())
        return Found(ledger, self.count(), self.problems())

    def file(self, name: str) -> str:
        """One of the ledger's files as seen from here."""
        return str(self.path / name if self.folder else self.path)

    def _names(self) -> dict[int, str]:
        """The ids of all claims by their rows, where some have none."""
        records = [(record.row, self._named(record)) for record in self.tables.records("")]
        names = idents(named for _, named in records)
        return {row: name for (row, _), name in zip(records, names, strict=True)}

    def _named(self, record: Record) -> Named:
        return Named(record.ident, *named_by(unpacked(record.record, record.ident, self.published)))

    def count(self) -> int:
        """How many claims there are that break no rule of the format."""
        rows = sum(len(self.tables.array("rows", file)) for file in self.tables.files)
        return rows - self.tables.count(_BROKEN)

    def problems(self) -> tuple[Problem, ...]:
        """What breaks the rules of the format, where it stands now, by file and line."""
        problems = [
            self._problem(problem, item.file, item.line - 1)
            for item, own in self.tables.troubled()
            for problem in json.loads(own)
        ]
        for file in self.tables.files:
            outside = json.loads(self.tables.kept("problems", file))
            problems += (self._problem(fields, file) for fields in outside)
        return tuple(sorted(problems, key=lambda problem: problem.at))

    def _aside(self) -> int:
        """How many entries are set aside."""
        entries = (int(self.tables.kept("aside", file)) for file in self.tables.files)
        return sum(entries) + self.tables.count(_BROKEN)

    def _problem(self, fields: dict[str, Any], file: str, above: int = 0) -> Problem:
        line = fields["line"] + above
        return Problem(**{**fields, "file": self.file(file), "line": line})

    def _ledger(self, sources: Sequence[Source], claims: Sequence[Claim]) -> Ledger:
        sections = [json.loads(self.tables.kept("others", file)) for file in self.tables.files]

        def each(name: str) -> Iterator[dict[str, Any]]:
            return (tupled(fields) for section in sections for fields in section[name])

        return Ledger(
            str(self.path),
            tuple(sources),
            tuple(Actor(**fields) for fields in each("actors")),
            tuple(Topic(**fields) for fields in each("topics")),
            tuple(claims),
            tuple(Ruling(**fields) for fields in each("rulings")),
            tuple(Event(**fields) for fields in each("events")),
        )
