"""A ledger file as sections and entries, each with its place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from claimtrack.ledger.yaml.lines import Lines, Trouble
from claimtrack.ledger.yaml.nodes import Items, Map, Node
from claimtrack.ledger.yaml.parse import Composed

Known = Mapping[str, Composed]
"""Pieces of text that were read before."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a section's list.

    The positions in ``node`` count from ``base``; ``start`` and ``end`` bound the item's lines,
    with what follows it up to the next item. A node that is not ``sound`` is not to be used.
    """

    node: Node | None
    base: int
    start: int
    end: int
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level field: where its name stands, where its colon ends, and what it holds.

    ``column`` is where the dashes of a block list stand, None for every other value. ``node`` is
    the value of a section that was read in one piece.
    """

    name: str
    start: int
    after: int
    end: int
    base: int = 0
    node: Node | None = None
    column: int | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A ledger file that was read. ``root`` is set when its top level is in braces.

    ``edits`` made it out of the text before: start and end there, and what stands there instead.
    """

    file: str
    text: str
    lines: Lines = field(repr=False)
    sections: dict[str, Section]
    troubles: tuple[Trouble, ...] = ()
    root: Map | None = None
    known: Known = field(default_factory=dict, repr=False)
    edits: tuple[tuple[int, int, str], ...] = field(default=(), repr=False)

    def entries(self, section: str) -> tuple[Entry, ...]:
        """The items of a section's list; none when there is no such list."""
        held = self.sections.get(section)
        return held.entries if held else ()


def inline(items: Items, base: int) -> Iterator[Entry]:
    """The entries of a list in brackets."""
    for node in items:
        yield Entry(node, base, base + node.start, base + node.end)
