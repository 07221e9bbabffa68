"""A ledger's text taken apart: the items of its lists, and what stands before and between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from claimtrack.ledger import LedgerError
from claimtrack.ledger.document import Entry
from claimtrack.ledger.nodes import Map
from claimtrack.ledger.outcome import plain
from claimtrack.ledger.reader import read

NAMES = {"articles": "id", "actors": "name", "topics": "name", "claims": "id", "rulings": "claims"}
"""The field by which an item of each list is known."""


class UnmergeableError(LedgerError):
    """A ledger is not so whole that its items could be told apart."""


class Key(NamedTuple):
    """What a part is known by: its section, its item's name, the how manieth of that name."""

    section: str
    name: str | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part's text, and for an item its fields."""

    text: str
    fields: Mapping[str, Any] | None = None


Parts = dict[Key, Part]


def parts(text: str) -> Parts:
    """The parts of a ledger's text, in order; joined they are the text.

    Raises UnmergeableError when the text is broken, or written in braces as a whole.
    """
    document = read(text)
    if document.troubles or document.root is not None or (text.strip() and not document.sections):
        raise UnmergeableError("the ledger is broken")
    found: Parts = {}
    at = 0
    for section in document.sections.values():
        entries = section.entries if section.column is not None and section.name in NAMES else ()
        _between(found, text, at, section.start)
        start = entries[0].start if entries else section.end
        found[Key(section.name)] = Part(text[section.start : start])
        for entry in entries:
            key = _key(found, section.name, entry)
            found[key] = Part(text[entry.start : entry.end], plain(_fields(entry)))
        at = section.end
    _between(found, text, at, len(text))
    return found


def _between(found: Parts, text: str, start: int, end: int) -> None:
    """Text that belongs to no section: above the first one."""
    if text[start:end]:
        number = sum(not key.section for key in found)
        found[Key("", None, number)] = Part(text[start:end])


def _fields(entry: Entry) -> Map:
    if not isinstance(entry.node, Map):
        raise UnmergeableError("an item without fields")
    return entry.node


def _key(found: Parts, section: str, entry: Entry) -> Key:
    fields = plain(_fields(entry))
    name = fields.get(NAMES[section]) or fields
    key = Key(section, str(name))
    while key in found:
        key = key._replace(number=key.number + 1)
    return key
