"""Claims changed without reading the rest of their ledger.

The index knows where a claim stands and that all other items are sound by themselves; so the claim
is read, changed and read back alone, and every other byte is passed on as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.ledger.errors import LedgerError, SaveError
from claimtrack.ledger.files import contents
from claimtrack.ledger.files.paths import BOM, decode, encode, reason
from claimtrack.ledger.files.rewrite import Rewrite, Stretch, write
from claimtrack.ledger.files.write_session import writing
from claimtrack.ledger.index.ledger_index import Index, from_index
from claimtrack.ledger.index.sync import stamps_of
from claimtrack.ledger.yaml.markers import may_hold_conflicts

if TYPE_CHECKING:
    from claimtrack.ledger.edit.wanted import Wanted

FEW = 100
HALF = 0.5
"""When more claims than a few, and than half of a ledger's, change, it is quicker read whole."""


def quickly(
    path: Path, ids: Sequence[str], wanted: Wanted, *, dry_run: bool
) -> tuple[str, ...] | None:
    """The ids of the claims that changed; None, and nothing done, where the file has to be read.

    Raises SaveError as writing does.
    """
    if not path.exists():
        return None
    try:
        with writing(path) as folder:
            return _quickly(path, folder, ids, wanted, dry_run=dry_run)
    except OSError as error:
        raise SaveError(f"{path}: {reason(error)}") from error


def _quickly(
    path: Path, folder: Path, ids: Sequence[str], wanted: Wanted, *, dry_run: bool
) -> tuple[str, ...] | None:
    places = from_index(path, lambda index: _places(index, ids))
    try:
        edits = [_edited(path, place, wanted) for place in places or ()]
    except LedgerError:
        return None  # the whole file knows better what to say
    changes = [edit for edit in edits if edit is not None]
    if not changes or len(changes) < len(edits):
        return None
    if not dry_run:
        write(path, folder, [change.rewrite for change in changes if change.ids])
    changed = {ident for change in changes for ident in change.ids}
    return tuple(ident for ident in dict.fromkeys(ids) if ident in changed)


class _Places(NamedTuple):
    """Where some claims of a file stand, in bytes, by their ids; and how the file is known again.

    ``stamps`` are None where these do not tell yet that the content is the same.
    """

    file: str
    digest: str
    stamps: str | None
    of: dict[str, tuple[int, int]]


def _places(index: Index, ids: Sequence[str]) -> list[_Places]:
    """The places of all these claims; none when that of one cannot be told, or they are many."""
    few = len(ids) <= max(FEW, HALF * index.count())
    places = (index.places(ids) if few else None) or {}
    by_file: dict[str, _Places] = {}
    for ident in dict.fromkeys(ids if places else ()):
        file, start, end = places[ident]
        its = by_file.setdefault(file, _of_file(index, file))
        its.of[ident] = start, end
    return list(by_file.values())


def _of_file(index: Index, file: str) -> _Places:
    return _Places(file, index.digest(file), index.tables.kept("seen", file), {})


class _Change(NamedTuple):
    """What changes in a file, and the ids of the claims that do."""

    rewrite: Rewrite
    ids: frozenset[str]


def _edited(path: Path, places: _Places, wanted: Wanted) -> _Change | None:
    """What changes in a file.

    None when it is another by now, an item would not stand alone, or a merge may not be settled.
    """
    file = path / places.file if path.is_dir() else path
    raw = file.read_bytes()
    if places.stamps != stamps_of(file) and places.digest != contents.checksum(raw):
        return None
    if may_hold_conflicts(raw):
        return None
    shift = len(BOM) if raw.startswith(BOM) else 0
    edits: dict[str, Stretch] = {}
    for ident, (start, end) in places.of.items():
        old = raw[start + shift : end + shift]
        new = _changed(file, old, _break(raw), ident, wanted)
        if new is None:
            return None
        if new != old:
            edits[ident] = Stretch(start + shift, end + shift, new)
    rewrite = Rewrite(file, raw, places.digest, tuple(sorted(edits.values())))
    return _Change(rewrite, frozenset(edits))


def _break(raw: bytes) -> bytes:
    at = raw.find(b"\n")
    return b"\r\n" if raw[at - 1 : at] == b"\r" else b"\n"


def _changed(
    path: Path, piece: bytes, line_break: bytes, ident: str, wanted: Wanted
) -> bytes | None:
    """An item after its change, read back; None when it is not the sound item that was meant."""
    from claimtrack.ledger.document.ledger_file import open_book
    from claimtrack.ledger.document.read import read_by_pieces
    from claimtrack.ledger.edit.set_fields import edited
    from claimtrack.ledger.index.piece import read_piece

    head = b"claims:" + line_break
    document = read_by_pieces(decode(head + piece), str(path))
    if document is None or len(document.entries("claims")) != 1:
        return None
    result = edited(open_book(str(path), [document]), [ident], wanted)
    if not result.documents:
        return piece
    new = encode(result.documents[0].text)
    back = read_piece(new[len(head) :])
    alone = len(result.documents[0].entries("claims")) == 1 and new.startswith(head)
    return new[len(head) :] if back and back.claim and back.claim.id == ident and alone else None
