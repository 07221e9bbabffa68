"""Fields of claims set from outside, by splice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from claimtrack.ledger import LedgerError
from claimtrack.ledger.book import Book, Placed
from claimtrack.ledger.changes import Change, Put
from claimtrack.ledger.document import Document
from claimtrack.ledger.faults import did_you_mean, faults
from claimtrack.ledger.format import ClaimEntry
from claimtrack.ledger.nodes import Data, Map
from claimtrack.ledger.outcome import plain
from claimtrack.ledger.splice import changed, order
from claimtrack.ledger.update import update
from claimtrack.ledger.yamltext import compose

_LISTS = frozenset({"actor", "via", "cites", "tags"})
_SHAPED = frozenset({"figures", "read"})


class EditError(LedgerError):
    """No such claim, or a value that the field does not take."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The files that change, and the ids of the claims in them that did."""

    documents: tuple[Document, ...] = ()
    claims: tuple[str, ...] = ()


def set_fields(path: Path, ids: Sequence[str], values: Mapping[str, str]) -> Edited:
    """Sets fields of claims to what a user typed; an empty value takes the field away.

    Lists (actor, via, cites, tags) are parted by commas, figures are written as in the file.
    Raises EditError for an unknown id, field or value, RefusedError where a comment stands in the
    way, SaveError when the file cannot be written. All claims are changed, or none.
    """
    return update(path, lambda book: edited(book, ids, values))


def edited(book: Book, ids: Sequence[str], values: Mapping[str, str]) -> Edited:
    """A book with fields of claims set."""
    typed = {name: _typed(name, value) for name, value in values.items()}
    changes: dict[str, list[Change]] = {}
    touched = []
    for ident in dict.fromkeys(ids):
        placed = _placed(book, ident)
        _valid(placed, typed)
        puts = [_put(placed, name, value) for name, value in typed.items()]
        if any(_now(placed, put.field) != put.value for put in puts):
            touched.append(ident)
            changes.setdefault(placed.document.file, []).extend(puts)
    documents = (changed(one, changes[one.file]) for one in book.documents if one.file in changes)
    return Edited(tuple(documents), tuple(touched))


def _typed(name: str, value: str) -> Data | None:
    """What a user typed for a field as the value to be written; None for nothing."""
    if not value.strip():
        return None
    if name in _LISTS:
        names = [one.strip() for one in value.split(",") if one.strip()]
        return names[0] if len(names) == 1 and name == "actor" else names
    if name in _SHAPED:
        composed = compose(value)
        if composed.troubles or composed.root is None:
            raise EditError(f"{name}: not written as in the file: {value}")
        found: Data = plain(composed.root)
        return found
    return value


def _placed(book: Book, ident: str) -> Placed:
    found = [placed for claim, placed in book.pairs() if claim.id == ident]
    if len(found) == 1:
        return found[0]
    if found:
        raise EditError(f"two claims have the id “{ident}”; give one another in the file")
    hint = did_you_mean(ident, (claim.id for claim in book.ledger.claims))
    raise EditError(f"no claim “{ident}”" + (f"; {hint}" if hint else ""))


def _valid(placed: Placed, values: Mapping[str, Data | None]) -> None:
    """Holds a claim with its new values against the format."""
    asked = {**dict[Any, Any](placed.node), **values}
    fields = {str(name): value for name, value in asked.items() if value is not None}
    try:
        ClaimEntry.model_validate(fields)
    except ValidationError as error:
        why = [
            trouble.message + (f" ({trouble.hint})" if trouble.hint else "")
            for trouble in faults(error, ClaimEntry, _placeless(fields))
        ]
        raise EditError("; ".join(why)) from error


def _placeless(fields: Mapping[str, Any]) -> Map:
    """Values that stand nowhere, as nodes."""
    from claimtrack.ledger.printing import inline

    root = compose(inline(fields)).root
    assert isinstance(root, Map)
    return root


def _put(placed: Placed, name: str, value: Data | None) -> Put:
    return Put(placed.section, placed.index, name, value, order(placed.section))


def _now(placed: Placed, name: str) -> Data | None:
    found: Data | None = placed.node.get(name)  # type: ignore[call-overload]
    return found
