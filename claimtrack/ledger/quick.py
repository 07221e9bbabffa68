"""Claims changed without reading the rest of their ledger.

The index knows where a claim stands and that all other items are sound by themselves; so the claim
is read, changed and read back alone, and every other byte is passed on as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.ledger import LedgerError
from claimtrack.ledger.disk import SaveError, locked, replace
from claimtrack.ledger.history import note, patch
from claimtrack.ledger.index import Index, from_index
from claimtrack.ledger.store import BOM, decode, encode, reason
from claimtrack.ledger.update import folder_of

if TYPE_CHECKING:
    from claimtrack.ledger.edit import Wanted

MOST = 100
"""With more claims than that the whole file is read: it is no slower."""


def quickly(
    path: Path, ids: Sequence[str], wanted: Wanted, *, dry_run: bool
) -> tuple[str, ...] | None:
    """The ids of the claims that changed; None, and nothing done, where the file has to be read.

    Raises SaveError as writing does.
    """
    if len(ids) > MOST or not path.is_file():
        return None
    try:
        with locked(folder_of(path)):
            return _quickly(path, ids, wanted, dry_run=dry_run)
    except OSError as error:
        raise SaveError(f"{path}: {reason(error)}") from error


def _quickly(
    path: Path, ids: Sequence[str], wanted: Wanted, *, dry_run: bool
) -> tuple[str, ...] | None:
    places = from_index(path, lambda index: _Places(index, ids))
    raw = path.read_bytes() if places else b""
    if not places or not places.all or sha256(raw).hexdigest() != places.digest:
        return None
    try:
        edits = _edits(path, raw, places.all, wanted)
    except LedgerError:
        return None  # the whole file knows better what to say
    if edits is None:
        return None
    if edits and not dry_run:
        _write(path, raw, [edit for _, edit in edits])
    return tuple(ident for ident, _ in edits)


class _Places:
    """Where some claims stand, in bytes, by their ids; none when one cannot be told."""

    def __init__(self, index: Index, ids: Sequence[str]) -> None:
        found = {ident: index.place(ident) for ident in dict.fromkeys(ids)}
        known = {ident: place for ident, place in found.items() if place}
        self.all = known if len(known) == len(found) else {}
        self.digest = index.digest


_Edit = tuple[int, int, bytes]


def _edits(
    path: Path, raw: bytes, places: dict[str, tuple[int, int]], wanted: Wanted
) -> list[tuple[str, _Edit]] | None:
    """The items that change, in the order asked for; None when one would not stand alone."""
    shift = len(BOM) if raw.startswith(BOM) else 0
    found = []
    for ident, (start, end) in places.items():
        old = raw[start + shift : end + shift]
        new = _changed(path, old, _break(raw), ident, wanted)
        if new is None:
            return None
        if new != old:
            found.append((ident, (start + shift, end + shift, new)))
    return found


def _break(raw: bytes) -> bytes:
    at = raw.find(b"\n")
    return b"\r\n" if raw[at - 1 : at] == b"\r" else b"\n"


def _changed(
    path: Path, piece: bytes, line_break: bytes, ident: str, wanted: Wanted
) -> bytes | None:
    """An item after its change, read back; None when it is not the sound item that was meant."""
    from claimtrack.ledger.book import open_book
    from claimtrack.ledger.edit import edited
    from claimtrack.ledger.piece import read_piece
    from claimtrack.ledger.reader import read_by_pieces

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


def _write(path: Path, raw: bytes, edits: Sequence[_Edit]) -> None:
    parts, at = [], 0
    for start, end, new in sorted(edits):
        parts += [raw[at:start], new]
        at = end
    content = b"".join((*parts, raw[at:]))
    first, last = min(edits)[0], max(edits)[1]
    note(path, [patch(path, raw, content, head=first, tail=len(raw) - last)])
    replace(path, raw, content)
