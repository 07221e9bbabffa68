"""Splices for the items of a section's list: new ones, and ones that go."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from claimtrack.ledger.document import Document, Entry, Section
from claimtrack.ledger.edit.changes import Edit
from claimtrack.ledger.edit.splice_field import braced, column, commented, line_end
from claimtrack.ledger.errors import RefusedError
from claimtrack.ledger.yaml.emit import inline, item
from claimtrack.ledger.yaml.markers import content_end
from claimtrack.ledger.yaml.nodes import Data, Node, last, leaves

Fields = Mapping[str, Data]

_COLUMN = 2
"""Where the dashes of a new list stand, counted from 0."""


def add(
    document: Document,
    name: str,
    after: int | None,
    new: Sequence[Fields],
    leaving: Collection[int] = (),
) -> list[Edit]:
    """The edits that put ``new`` items behind item ``after`` of a list, or at its end.

    A section that is missing is made at the end of the file. ``leaving`` are the items that
    :func:`remove` takes out in the same change.
    """
    section = document.sections.get(name)
    if section is None:
        return [_section(document, name, new)]
    if section.entries and section.column is None:
        return [_in_brackets(document, section, -1 if after is None else after, new)]
    if section.entries:
        index = len(section.entries) - 1 if after is None else after
        items = _items(new, section.column or 0, _gap(document, section))
        at = item_end(document, section, section.entries[index])
        if index in leaving:  # its line break goes with it
            at = document.lines.after(at)
            items = items.removeprefix("\n") + "\n"
        return [Edit(at, at, items)]
    if section.node not in (None, "", []):
        raise RefusedError(f"“{name}” is not a list")
    return _first(document, section, new)


def remove(document: Document, name: str, index: int) -> Edit:
    """The edit that takes an item out. Raises RefusedError when a comment would go with it."""
    section = document.sections[name]
    entry = section.entries[index]
    if entry.node is None or not entry.sound:
        raise RefusedError("remove an item that cannot be read by hand")
    if section.column is None:
        return _out_of_brackets(document, section, index)
    at = item_end(document, section, entry)
    _keep_comments(document, entry, entry.start, at)
    return Edit(entry.start, document.lines.after(at), "")


def ends(document: Document, entry: Entry) -> int:
    """Where an item's text ends, comments and blank lines behind it left out."""
    if entry.node is not None and entry.sound:
        return entry.base + last(document.text[entry.base : entry.end], entry.node)
    source = document.text[entry.start : entry.end]
    return entry.start + len(re.sub(r"(?:\r?\n[ \t]*(?:#[^\n]*)?)*\Z", "", source))


def item_end(document: Document, section: Section, entry: Entry) -> int:
    """Where an item's last line ends; comments below it that stand deeper than its dash are its."""
    text = document.text
    at = line_end(text, ends(document, entry))
    deeper = re.compile(rf"(?:\r?\n[ \t]*)*\r?\n {{{(section.column or 0) + 1},}}#[^\r\n]*")
    while comment := deeper.match(text, at):
        at = comment.end()
    return at


def _gap(document: Document, section: Section) -> int:
    """How far behind their dashes the fields of a list's last item stand."""
    entry = section.entries[-1]
    if not entry.sound or entry.node is None or section.column is None:
        return 2
    at = entry.base + entry.node.start
    same_line = document.lines.start(at) == document.lines.start(entry.start)
    gap = column(document.text, at) - section.column
    return gap if same_line and gap <= 8 else 2


def _items(new: Sequence[Fields], dash: int, gap: int = 2) -> str:
    return "".join("\n" + item(fields, dash, gap) for fields in new)


def _column(document: Document) -> int:
    """The column of the dashes in the file's other lists."""
    columns = (section.column for section in document.sections.values())
    return next((column for column in columns if column is not None), _COLUMN)


def _section(document: Document, name: str, new: Sequence[Fields]) -> Edit:
    """A section that was not there, at the end of the document."""
    root = document.root
    if root is not None:
        shown = f"{name}: {inline(list(new))}"
        at = last(document.text, root[list(root)[-1]]) if root else root.start + 1
        return Edit(at, at, f", {shown}" if root else shown)
    end = content_end(document.text)
    text = document.text[:end]
    start = "" if not text or text.endswith("\n") else "\n"
    blank = "\n" if text.strip() else ""
    return Edit(end, end, f"{start}{blank}{name}:{_items(new, _column(document))}\n")


def _first(document: Document, section: Section, new: Sequence[Fields]) -> list[Edit]:
    """The first items of a list that is empty: ``claims:`` or ``claims: []``."""
    node = section.node
    if document.root is not None:
        return [_between_brackets(document, section, node, new)]
    end = section.after
    gone = []
    if node is not None and node.start < node.end:
        end = section.base + node.end
        if "#" in document.text[section.after : end]:
            raise RefusedError("a comment would be lost")
        gone = [Edit(section.after, end, "")]
    at = line_end(document.text, end)
    return [*gone, Edit(at, at, _items(new, _column(document)))]


def _between_brackets(
    document: Document, section: Section, node: Node | None, new: Sequence[Fields]
) -> Edit:
    if node is None or node.start == node.end:
        return Edit(section.after, section.after, f" {inline(list(new))}")
    if not braced(document.text[section.base :], node):
        return Edit(section.base + node.start, section.base + node.end, inline(list(new)))
    at = section.base + node.start + 1
    return Edit(at, at, ", ".join(inline(fields) for fields in new))


def _in_brackets(document: Document, section: Section, after: int, new: Sequence[Fields]) -> Edit:
    """Items of a list in brackets, each on its own line if the ones before are."""
    at = ends(document, section.entries[after])
    parting = ", "
    if "\n" in document.text[section.after : section.entries[0].start]:
        parting = ",\n" + " " * column(document.text, section.entries[0].start)
    return Edit(at, at, "".join(parting + inline(fields) for fields in new))


def _out_of_brackets(document: Document, section: Section, index: int) -> Edit:
    entries, entry = section.entries, section.entries[index]
    start, end = entry.start, ends(document, entry)
    _keep_comments(document, entry, start, end)
    if index:
        start = ends(document, entries[index - 1])
    elif len(entries) > 1:
        end = entries[1].start
    if "#" in document.text[start : entry.start] + document.text[ends(document, entry) : end]:
        raise RefusedError("a comment would be removed")
    return Edit(start, end, "")


def _keep_comments(document: Document, entry: Entry, start: int, end: int) -> None:
    assert entry.node is not None
    piece = document.text[entry.base : entry.end]
    if commented(piece, start - entry.base, end - entry.base, leaves(entry.node)):
        raise RefusedError("a comment would be removed")
