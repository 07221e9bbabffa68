"""The part of a ledger's file that a change is about, read without the other claims and articles.

The index knows where claims and articles stand, and that they are sound by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.read import read_by_pieces
from claimtrack.ledger.files import contents
from claimtrack.ledger.files.paths import BOM
from claimtrack.ledger.index.claim_ids import is_nameless, written_ids
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.needed_entries import MANY, Ask
from claimtrack.ledger.index.sync import stamps_of
from claimtrack.runtime import no_collection


class Places(NamedTuple):
    """What is left out of each file, and the ids of all claims where new ones may come."""

    files: list[FilePlaces]
    ids: Idents


class Idents:
    """Ids of claims to be looked up, ``written`` one behind the other with a NUL on both sides.

    A million of them take a second to be told apart, and a change asks for few: so these are sought
    in the text of all, until they have become many.
    """

    def __init__(self, written: str) -> None:
        self._written = written
        self._asked = 0

    def __contains__(self, ident: object) -> bool:
        self._asked += 1
        if self._asked > SOUGHT:
            return ident in self._apart
        return "\0" not in str(ident) and f"\0{ident}\0" in self._written

    @cached_property
    def _apart(self) -> frozenset[str]:
        return frozenset(self._written.strip("\0").split("\0"))


SOUGHT = 100
"""So many ids are sought in the text of all; from then on they are told apart."""


class Gap(NamedTuple):
    """Bytes of a file that are left out, its first line, counted from 1, and how many it has."""

    start: int
    end: int
    line: int
    lines: int


class FilePlaces(NamedTuple):
    """What is left out of a file, without a byte-order mark; and how it is known again."""

    name: str
    checksum: str
    stamps: str | None
    gaps: tuple[Gap, ...]


def places_of(index: Index, ask: Ask) -> Places | None:
    """Where the entries stand that a change is about; None where the whole ledger is to be read."""
    needed = ask(index)
    if needed is None or is_nameless(index.tables):
        return None
    chosen = {*needed.rows, *(row for (row,) in index.broken_rows())}
    if len(chosen) > MANY:
        return None
    for name in index.tables.files:  # behind the last claim new ones are written
        chosen.update(index.tables.array("rows", name)[-1:])
    articles = needed.articles
    if articles is not None:
        articles = {*articles, *index.tables.words_of("article", chosen)}
    ids = Idents(written_ids(index.tables) if needed.adds else "")
    return Places([_in_file(index, name, chosen, articles) for name in index.tables.files], ids)


def _in_file(index: Index, name: str, chosen: set[int], articles: set[str] | None) -> FilePlaces:
    gaps = sorted([*_articles(index, name, articles), *_claims(index, name, chosen)])
    return FilePlaces(name, index.digest(name), index.tables.kept("seen", name), tuple(gaps))


def _claims(index: Index, name: str, chosen: set[int]) -> Iterator[Gap]:
    """What stands between the chosen claims of a file."""
    rows = index.tables.array("rows", name)
    kept = [number for number, row in enumerate(rows) if row in chosen]
    starts, lines = index.tables.array("starts", name), index.tables.array("lines", name)
    return _between(starts, lines, kept)


def _articles(index: Index, name: str, articles: set[str] | None) -> Iterator[Gap]:
    """What stands between some articles of a file and the last one, where the index knows that."""
    starts = index.tables.array("articles", name)
    if articles is None or not starts:
        return iter(())
    idents = tuple(index.tables.articles(name))
    kept = [number for number, ident in enumerate(idents) if ident in articles]
    lines = index.tables.array("article lines", name)
    return _between(starts, lines, sorted({*kept, len(idents) - 1}))


def _between(starts: Sequence[int], lines: Sequence[int], kept: Iterable[int]) -> Iterator[Gap]:
    """The stretches of a list between the items that are kept."""
    first = 0
    for number in kept:
        if first < number:
            line = lines[first]
            yield Gap(starts[first], starts[number], line, lines[number] - line)
        first = number + 1


class Part(NamedTuple):
    """A file, the stretches of it that were read, and the document that these make."""

    file: Path
    raw: bytes
    checksum: str
    spans: tuple[tuple[int, int], ...]
    document: Document


def part_of(path: Path, places: FilePlaces) -> Part | None:
    """The part of a file; None when it has changed in the meantime."""
    file = path / places.name if path.is_dir() else path
    raw = file.read_bytes()
    if places.stamps != stamps_of(file) and places.checksum != contents.checksum(raw):
        return None
    mark = len(BOM) if raw.startswith(BOM) else 0
    bounds = [mark, *(at + mark for gap in places.gaps for at in gap[:2]), len(raw)]
    spans = tuple(zip(bounds[::2], bounds[1::2], strict=True))
    text = b"".join(raw[start:end] for start, end in spans).decode("utf-8", "surrogateescape")
    with no_collection():
        document = read_by_pieces(text, str(file), _left_out(places.gaps), remember=True)
    return Part(file, raw, places.checksum, spans, document) if document else None


def _left_out(gaps: Iterable[Gap]) -> Iterator[tuple[int, int]]:
    """Below which lines of a part lines are missing, and how many."""
    missing = 0
    for gap in gaps:
        yield gap.line - 1 - missing, gap.lines
        missing += gap.lines
