"""Fields of claims set from outside, by splice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, Placed
from claimtrack.ledger.edit.changes import Change, Put
from claimtrack.ledger.edit.splice import changed, edits, order
from claimtrack.ledger.edit.wanted import Values, Wanted
from claimtrack.ledger.errors import EditError, RefusedError
from claimtrack.ledger.format.entries import ClaimEntry, Strict
from claimtrack.ledger.format.validation_messages import did_you_mean, faults
from claimtrack.ledger.yaml.emit import inline
from claimtrack.ledger.yaml.nodes import Data, Map
from claimtrack.ledger.yaml.parse import compose


@dataclass(frozen=True, slots=True)
class Edited:
    """The files that change, and the ids of the claims in them that did."""

    documents: tuple[Document, ...] = ()
    claims: tuple[str, ...] = ()


def edited(book: Book, ids: Sequence[str], wanted: Wanted) -> Edited:
    """A book with fields of claims set."""
    changes: dict[str, list[Change]] = {}
    touched = []
    renamed: dict[str, str] = {}
    for ident, placed in _placed(book, ids):
        assert isinstance(placed.value, ClaimEntry)
        values = wanted(placed.value)
        _free(book, ident, values, renamed)
        valid({**dict[Any, Any](placed.node), **values})
        puts = [put_at(placed, name, value) for name, value in values.items()]
        if any(_now(placed, put.field) != put.value for put in puts):
            _possible(book, ident, placed, puts)
            touched.append(ident)
            changes.setdefault(placed.document.file, []).extend(puts)
    documents = (
        changed(document, changes[document.file])
        for document in book.documents
        if document.file in changes
    )
    return Edited(tuple(documents), tuple(touched))


def _free(book: Book, ident: str, values: Values, renamed: dict[str, str]) -> None:
    """Raises EditError when an id is to be taken that is taken, or to go that a ruling names.

    ``renamed`` holds the new ids that were given before, each with its claim's old one.
    """
    new = values.get("id", ident)
    if new == ident:
        return
    if any(ident in ruling.claims for ruling in book.ledger.rulings):
        raise EditError(f"id: a ruling names {ident} and would be lost; change both in the file")
    if isinstance(new, str):
        if any(claim.id == new for claim in book.ledger.claims):
            raise EditError(f"id: “{new}” is taken at {book.ledger.place(new)}")
        if renamed.setdefault(new, ident) != ident:
            raise EditError(f"id: “{new}” can name only one claim, and these are several")


def _placed(book: Book, ids: Iterable[str]) -> list[tuple[str, Placed]]:
    """The places of claims, in the order of their ids."""
    wanted = dict.fromkeys(ids)
    by_id: dict[str, list[Placed]] = {}
    for claim, placed in book.pairs():
        if claim.id in wanted:
            by_id.setdefault(claim.id, []).append(placed)
    for ident in wanted:
        if ident not in by_id:
            hint = did_you_mean(ident, (claim.id for claim in book.ledger.claims))
            raise EditError(f"no claim “{ident}”" + (f"; {hint}" if hint else ""))
        if len(by_id[ident]) > 1:
            raise EditError(f"two claims have the id “{ident}”; change one of them in the file")
    return [(ident, by_id[ident][0]) for ident in wanted]


def valid(values: Mapping[Any, Data | None], entry: type[Strict] = ClaimEntry) -> None:
    """Holds the fields of an entry against the format. Raises EditError with all that is wrong."""
    fields = {str(name): value for name, value in values.items() if value is not None}
    try:
        entry.model_validate(fields)
    except ValidationError as error:
        why = [
            trouble.message + (f" ({trouble.hint})" if trouble.hint else "")
            for trouble in faults(error, entry, _placeless(fields))
        ]
        raise EditError("; ".join(why)) from error


def _placeless(fields: Mapping[str, Any]) -> Map:
    """Values that stand nowhere, as nodes."""
    root = compose(inline(fields)).root
    assert isinstance(root, Map)
    return root


def _possible(book: Book, ident: str, placed: Placed, puts: Sequence[Put]) -> None:
    """Raises RefusedError, with the claim's place, when a comment stands in the way."""
    try:
        list(edits(placed.document, puts))
    except RefusedError as refusal:
        raise RefusedError(f"{book.ledger.place(ident)}: {ident}: {refusal}") from refusal


def put_at(placed: Placed, name: str, value: Data | None) -> Put:
    """The change that gives a field of an entry a value, or takes it away."""
    return Put(placed.section, placed.index, name, value, order(placed.section))


def _now(placed: Placed, name: str) -> Data | None:
    value: Data | None = placed.node.get(name)  # type: ignore[call-overload]
    return value
