"""Fields of articles, actors and topics set from outside, by splice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, Placed, home
from claimtrack.ledger.edit.changes import Add
from claimtrack.ledger.edit.set_fields import put_at, valid
from claimtrack.ledger.edit.splice import changed
from claimtrack.ledger.errors import EditError
from claimtrack.ledger.format.entries import ENTRIES, names
from claimtrack.ledger.format.validation_messages import did_you_mean
from claimtrack.ledger.yaml.nodes import Data

KEYS = {"articles": "id", "actors": "name", "topics": "name"}
"""The field by which an entry of a list is named."""

_LISTS = frozenset({"agencies", "aliases", "words"})
_MADE = frozenset({"sha256", "wrote"})
"""Fields of an article that are the program's."""


@dataclass(frozen=True, slots=True)
class EntrySet:
    """The files that change, and where the entry stands, as ``file:line``.

    One that is added has its file alone; there is no place where nothing changes.
    """

    documents: tuple[Document, ...] = ()
    place: str | None = None
    added: bool = False


def entry_set(book: Book, section: str, name: str, values: Mapping[str, str]) -> EntrySet:
    """A book with fields of an article, actor or topic set to what a user typed.

    An actor or topic that is not there is added. Raises EditError for an unknown article, for a
    field that it does not have, and for a value that a field does not take.
    """
    key = KEYS[section]
    entries: Sequence[Placed] = getattr(book, section)
    placed = next((entry for entry in entries if getattr(entry.value, key) == name), None)
    if placed is None and section == "articles":
        hint = did_you_mean(name, (source.id for source in book.ledger.sources))
        raise EditError(f"no article “{name}”" + (f"; {hint}" if hint else ""))
    known = dict[Any, Any](placed.node) if placed else {key: name}
    typed = dict(_value(field, value.strip(), placed) for field, value in values.items())
    valid({**known, **typed}, ENTRIES[section])
    if placed is None:
        given = {key: name, **typed}
        fields = {field: value for field in names(ENTRIES[section]) if (value := given.get(field))}
        file = home(book, entries[-1] if entries else None, ())
        return EntrySet((changed(file, [Add(section, fields)]),), file.file, added=True)
    puts = [put_at(placed, field, value) for field, value in typed.items()]
    if all(placed.node.get(put.field) == put.value for put in puts):  # type: ignore[call-overload]
        return EntrySet()
    place = f"{placed.document.file}:{placed.line}"
    return EntrySet((changed(placed.document, puts),), place)


def _value(name: str, value: str, placed: Placed | None) -> tuple[str, Data | None]:
    field = name.removesuffix("+")
    if field in _MADE:
        raise EditError(f"{field}: claimtrack writes this itself; it cannot be set")
    if field not in _LISTS:
        return name, value or None
    words = [part.strip() for part in value.split(",") if part.strip()]
    if name.endswith("+"):
        known = list(getattr(placed.value, field)) if placed else []
        words = [*known, *(word for word in words if word not in known)]
    return field, words or None
