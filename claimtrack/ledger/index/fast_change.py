"""A ledger changed without reading more of it than the change is about.

The index knows where entries stand and that they are sound by themselves. So a file is read without
its claims and articles but for the few that matter, changed as if that were all of it, and what was
spliced into this part is spliced into the file at the same place; every other byte is passed on as
it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from contextlib import nullcontext
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, open_book
from claimtrack.ledger.errors import LedgerError, SaveError
from claimtrack.ledger.files.atomic_write import Replacement
from claimtrack.ledger.files.history import patch
from claimtrack.ledger.files.paths import reason
from claimtrack.ledger.files.rewrite import Rewrite, Stretch, write
from claimtrack.ledger.files.transaction import Changed, Replaced, update
from claimtrack.ledger.files.write_session import writing
from claimtrack.ledger.index.file_part import Part, part_of, places_of
from claimtrack.ledger.index.ledger_index import from_index
from claimtrack.ledger.index.needed_entries import Ask
from claimtrack.runtime import no_collection

_C = TypeVar("_C", bound=Changed)


def make_change(
    path: Path,
    needed: Ask,
    change: Callable[[Book], _C],
    dry_run: bool = False,
    beside: Mapping[Path, Replaced] | None = None,
) -> _C:
    """A change of a ledger out of the index where that can be, else with the whole ledger read."""
    quick = fast_change(path, needed, change, dry_run, beside)
    return quick or update(path, change, dry_run, beside)


def fast_change(
    path: Path,
    needed: Ask,
    change: Callable[[Book], _C],
    dry_run: bool = False,
    beside: Mapping[Path, Replaced] | None = None,
) -> _C | None:
    """What :func:`transaction.update` does, None and nothing done where it is for that to do.

    ``change`` gets a book with what it ``needed`` of the claims and articles; the ids of all
    claims are ``elsewhere``, for a change that adds some.
    """
    if not path.exists():
        return None
    try:
        with nullcontext(path) if dry_run else writing(path) as folder:
            places = from_index(path, lambda index: places_of(index, needed))
            parts = [part_of(path, file) for file in places.files] if places else []
            if not places or not all(parts):
                return None
            return _changed(path, folder, parts, places.ids, change, dry_run, beside or {})
    except OSError as error:
        raise SaveError(f"{path}: {reason(error)}") from error


def _changed(
    path: Path,
    folder: Path,
    parts: Sequence[Part | None],
    ids: Container[str],
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


def _rewrite(part: Part, after: Document) -> Rewrite | None:
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
