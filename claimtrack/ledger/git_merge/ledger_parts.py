"""A ledger's text taken apart: the items of its lists, and what stands before and between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from claimtrack.ledger.document import Document, Entry, Section
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.expected import plain
from claimtrack.ledger.edit.splice_list import ends, item_end
from claimtrack.ledger.errors import UnmergeableError
from claimtrack.ledger.yaml.nodes import Map, last

NAMES = {
    "articles": "id", "actors": "name", "topics": "name", "claims": "id", "rulings": "claims",
    "events": "name",
}  # fmt: skip
"""The field by which an item of each list is known."""


class Key(NamedTuple):
    """What a part is known by: its section, its item's name, the how manieth of that name."""

    section: str
    name: str | None = None
    number: int = 0


BEGINNING = Key("")
"""What stands above the first section."""

END = Key("", None, 1)
"""What stands below the last item."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part's text, for an item its fields, and the comments and blank lines above it."""

    text: str
    fields: Mapping[str, Any] | None = None
    above: str = ""

    @property
    def whole(self) -> str:
        """The part with what stands above it."""
        return self.above + self.text


Parts = dict[Key, Part]


def parts(text: str) -> Parts:
    """The parts of a ledger's text, in order; joined they are the text.

    Raises UnmergeableError when the text is broken, or written in braces as a whole.
    """
    return parts_of(read(text))


def parts_of(document: Document) -> Parts:
    """The parts of a ledger that was read, see :func:`parts`."""
    text = document.text
    if document.troubles or document.root is not None or (text.strip() and not document.sections):
        raise UnmergeableError("the ledger is broken")
    at = next((section.start for section in document.sections.values()), 0)
    cut: Parts = {BEGINNING: Part(text[:at])}
    for key, start, end, fields in _pieces(document):
        while key in cut:
            key = key._replace(number=key.number + 1)
        cut[key] = Part(text[start:end], fields, above=text[at:start])
        at = end
    return {**cut, END: Part("", above=text[at:])}


def _pieces(document: Document) -> Iterator[tuple[Key, int, int, Mapping[str, Any] | None]]:
    """Each section's head and each of its items: what it is known by, start and end, its fields."""
    for section in document.sections.values():
        in_lines = section.column is not None and section.name in NAMES
        entries = section.entries if in_lines else ()
        end = section.after if entries else _content_end(document, section)
        yield Key(section.name), section.start, document.lines.after(end), None
        for entry in entries:
            fields = plain(_fields(entry))
            end = document.lines.after(item_end(document, section, entry))
            yield Key(section.name, _name(section.name, fields)), entry.start, end, fields


def _content_end(document: Document, section: Section) -> int:
    """Where a section that is no list of lines ends, comments and blank lines left out."""
    if section.node is not None:
        piece = document.text[section.base : section.end]
        return max(section.after, section.base + last(piece, section.node))
    return ends(document, section.entries[-1]) if section.entries else section.after


def _name(section: str, fields: Mapping[str, Any]) -> str:
    """What an item is known by: its id or name; a claim without one by its words."""
    name = fields.get(NAMES[section]) or fields.get("claim") or fields.get("quote") or fields
    return ", ".join(sorted(map(str, name))) if isinstance(name, list) else str(name)


def _fields(entry: Entry) -> Map:
    if not isinstance(entry.node, Map):
        raise UnmergeableError("an item without fields")
    return entry.node
