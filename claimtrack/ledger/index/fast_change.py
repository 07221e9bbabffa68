"""A ledger changed without reading more of it than the change is about.

The index knows where claims stand and that they are sound by themselves. So a file is read without
its claims but for the few that matter, changed as if that were all of it, and what was spliced into
this part is spliced into the file at the same place; every other byte is passed on as it is.
"""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import nullcontext
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, TypeVar

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, open_book
from claimtrack.ledger.document.read import read_by_pieces
from claimtrack.ledger.errors import LedgerError, SaveError
from claimtrack.ledger.files import contents
from claimtrack.ledger.files.atomic_write import Replacement
from claimtrack.ledger.files.history import patch
from claimtrack.ledger.files.paths import BOM, reason
from claimtrack.ledger.files.rewrite import Rewrite, Stretch, write
from claimtrack.ledger.files.transaction import Changed, Replaced, update
from claimtrack.ledger.files.write_session import writing
from claimtrack.ledger.index.ledger_index import Index, from_index
from claimtrack.ledger.index.sync import stamps_of
from claimtrack.ledger.index.tables import among
from claimtrack.model import Article, Source
from claimtrack.runtime import no_collection

MANY = 5000
"""From so many claims on, a change is quicker with the whole ledger read."""

_C = TypeVar("_C", bound=Changed)
Rows = Callable[[Index], Set[int] | None]
"""The rows of an index that a change is about; None where the whole ledger has to be read."""


def make_change(
    path: Path,
    rows: Rows,
    change: Callable[[Book], _C],
    dry_run: bool = False,
    beside: Mapping[Path, Replaced] | None = None,
) -> _C:
    """A change of a ledger out of the index where that can be, else with the whole ledger read."""
    quick = fast_change(path, rows, change, dry_run, beside)
    return quick or update(path, change, dry_run, beside)


def fast_change(
    path: Path,
    rows: Rows,
    change: Callable[[Book], _C],
    dry_run: bool = False,
    beside: Mapping[Path, Replaced] | None = None,
) -> _C | None:
    """What :func:`transaction.update` does, None and nothing done where it is for that to do.

    ``change`` gets a book with some of the claims; the ids of all others are ``elsewhere``.
    """
    if not path.exists():
        return None
    try:
        with nullcontext(path) if dry_run else writing(path) as folder:
            places = from_index(path, lambda index: _places(index, rows))
            parts = [_part(path, file) for file in places.files] if places else []
            if not places or not all(parts):
                return None
            return _changed(path, folder, parts, places.ids, change, dry_run, beside or {})
    except OSError as error:
        raise SaveError(f"{path}: {reason(error)}") from error


class _Places(NamedTuple):
    """The stretches of each file that are read, and the ids of all claims."""

    files: list[_FilePlaces]
    ids: frozenset[str]


class _FilePlaces(NamedTuple):
    """Bytes of a file, without a byte-order mark; and how it is known again."""

    name: str
    checksum: str
    stamps: str | None
    spans: tuple[tuple[int, int], ...]


def _places(index: Index, rows: Rows) -> _Places | None:
    wanted = rows(index)
    if wanted is None or index.is_nameless():
        return None
    chosen = {*wanted, *(row for (row,) in index.broken_rows())}
    if len(chosen) > MANY:
        return None
    ids = frozenset(ident for (ident,) in index.db.execute("SELECT id FROM claims WHERE id != ''"))
    return _Places([_in_file(index, name, chosen) for name in index.tables.files], ids)


def _in_file(index: Index, name: str, chosen: Set[int]) -> _FilePlaces:
    """All but the claims, the chosen ones, and the last one: behind it new ones are written."""
    rows, starts = index.tables.array("rows", name), index.tables.array("starts", name)
    items = [number for number, row in enumerate(rows) if row in chosen]
    items = sorted({*items, len(rows) - 1})
    spans = [(0, starts[0])]
    for number in items:
        start, end = starts[number], starts[number + 1]
        if spans[-1][1] == start:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    spans[-1] = spans[-1][0], -1  # to the end of the file
    return _FilePlaces(name, index.digest(name), index.tables.kept("seen", name), tuple(spans))


class _Part(NamedTuple):
    """A file, the stretches of it that were read, and the document that these make."""

    file: Path
    raw: bytes
    checksum: str
    spans: tuple[tuple[int, int], ...]
    document: Document


def _part(path: Path, places: _FilePlaces) -> _Part | None:
    """The part of a file; None when it has changed in the meantime."""
    file = path / places.name if path.is_dir() else path
    raw = file.read_bytes()
    if places.stamps != stamps_of(file) and places.checksum != contents.checksum(raw):
        return None
    mark = len(BOM) if raw.startswith(BOM) else 0
    spans = tuple(
        (start + mark, len(raw) if end < 0 else end + mark) for start, end in places.spans
    )
    text = b"".join(raw[start:end] for start, end in spans).decode("utf-8", "surrogateescape")
    with no_collection():
        document = read_by_pieces(text, str(file), _left_out(raw, spans), remember=True)
    return _Part(file, raw, places.checksum, spans, document) if document else None


def _left_out(raw: bytes, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The line below which lines are missing, and how many, where that is in one place."""
    if len(spans) != 2:
        return 0, 0
    (start, gap), (end, _) = spans
    return raw.count(b"\n", start, gap), raw.count(b"\n", gap, end)


def _changed(
    path: Path,
    folder: Path,
    parts: Sequence[_Part | None],
    ids: frozenset[str],
    change: Callable[[Book], _C],
    dry_run: bool,
    beside: Mapping[Path, Replaced],
) -> _C | None:
    known = [part for part in parts if part]
    try:
        with no_collection():
            book = open_book(str(path), [part.document for part in known], elsewhere=ids)
            result = change(book)
    except LedgerError:
        return None  # the whole file knows better what to say
    after = {document.file: document for document in result.documents}
    rewrites = [_rewrite(part, after[str(part.file)]) for part in known if str(part.file) in after]
    if len(rewrites) < len(after) or not all(rewrites):
        return None
    if not dry_run:
        _write(path, folder, [each for each in rewrites if each and each.stretches], beside)
    return result


def _write(
    path: Path, folder: Path, rewrites: Sequence[Rewrite], beside: Mapping[Path, Replaced]
) -> None:
    texts = [(file, old, new) for file, (old, new) in beside.items() if old != new]
    for file, _, _ in texts:
        file.parent.mkdir(parents=True, exist_ok=True)
    replacements = [Replacement(file, old, (new,)) for file, old, new in texts]
    write(path, folder, rewrites, replacements, [patch(*text) for text in texts])


def _rewrite(part: _Part, after: Document) -> Rewrite | None:
    """What was spliced into a part, in its file; None where a splice spans what was left out."""
    lengths = [end - start for start, end in part.spans]
    bounds = [0, *accumulate(lengths)]
    places = _offsets(part.document.text, after.edits)
    stretches = []
    for edit in sorted(after.edits, key=lambda edit: edit[:2]):
        start, end = places[edit[0]], places[edit[1]]
        if start == end:  # behind what stands before it, never in front of what was left out
            first = last = max(0, bisect_left(bounds, start) - 1)
        else:
            first, last = bisect_right(bounds, start) - 1, bisect_left(bounds, end) - 1
        if first != last:
            return None
        shift = part.spans[first][0] - bounds[first]
        new = edit[2].encode("utf-8", "surrogateescape")
        if new != part.raw[start + shift : end + shift]:
            stretches.append(Stretch(start + shift, end + shift, new))
    return Rewrite(part.file, part.raw, part.checksum, tuple(stretches))


def _offsets(text: str, edits: Iterable[tuple[int, int, str]]) -> dict[int, int]:
    """Offsets in characters, of where edits start and end, with those in bytes."""
    offsets, at, length = {0: 0}, 0, 0
    for place in sorted({place for edit in edits for place in edit[:2]}):
        length += len(text[at:place].encode("utf-8", "surrogateescape"))
        offsets[place] = length
        at = place
    return offsets


def no_rows(_: Index) -> Set[int]:
    """No claims: for changes of other entries."""
    return set()


def rows_of(articles: Sequence[str]) -> Rows:
    """The claims of articles with these ids; of those without an article all, hence none here."""
    return (lambda index: set(index.rows_of("article", articles))) if articles else no_rows


def rows_of_ids(ids: Sequence[str]) -> Rows:
    """The claims with these ids."""

    def rows(index: Index) -> Set[int]:
        where, values = among("id", ids)
        return {row for (row,) in index.db.execute(f"SELECT row FROM claims WHERE {where}", values)}

    return rows


def rows_of_articles(articles: Sequence[Article], *, prune: bool) -> Rows:
    """What the reading of some articles is about: the claims of each that the ledger may know.

    By its id, its file, its text, its title and day. Who ``prune``s asks which claims are answered.
    """

    def rows(index: Index) -> Set[int] | None:
        if len(articles) > MANY:
            return None
        known = set(_known(index.tables.sources(), articles))
        rows = set(index.rows_of("article", known))
        if prune:
            answering = "SELECT row FROM claims WHERE instr(record, '\"answers\":')"
            rows |= {row for (row,) in index.db.execute(answering)}
        return rows

    return rows


def rows_of_drafts(drafts: Sequence[Mapping[str, object]]) -> Rows:
    """The claims that drafts may be: those of their articles, and those with their ids.

    A draft without an article is none of those that have one.
    """

    def rows(index: Index) -> Set[int] | None:
        articles = {str(draft.get("article") or "") for draft in drafts}
        near = set(index.rows_of("article", articles))
        near |= set(index.rows_without("article")) if "" in articles else set()
        for ident in {str(draft["id"]) for draft in drafts if draft.get("id")}:
            near |= {row for (row,) in index.db.execute(_OF_ID, (ident,))}
        return near

    return rows


_OF_ID = "SELECT row FROM claims WHERE id = ?"


def _known(sources: Iterable[Source], articles: Sequence[Article]) -> Iterator[str]:
    ids = {article.id for article in articles}
    names = {os.path.basename(article.file) for article in articles if article.file}  # noqa: PTH119
    sums = {article.sha256 for article in articles if article.sha256}
    heads = {(article.title, article.published) for article in articles if article.title}
    for source in sources:
        if (
            source.id in ids
            or (source.file and os.path.basename(source.file) in names)  # noqa: PTH119
            or source.sha256 in sums
            or (source.title, source.published) in heads
        ):
            yield source.id
    yield from ids
