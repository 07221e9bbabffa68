"""What a ledger says, and what it should say after some changes, as plain values to compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimtrack.ledger.document import Document
from claimtrack.ledger.edit.changes import Add, Change, Put, Remove
from claimtrack.ledger.edit.splice_list import ends
from claimtrack.ledger.yaml.nodes import Data, Node

Contents = dict[str, Any]
"""Per section its value, for a list its items; an item that cannot be read is its own text."""


def contents(document: Document) -> Contents:
    """What a document says."""
    contents: Contents = {}
    for name, section in document.sections.items():
        if section.entries or section.node in (None, "", []):
            contents[name] = [
                entry.node if entry.sound else document.text[entry.start : ends(document, entry)]
                for entry in section.entries
            ]
        else:
            contents[name] = section.node
    return contents


def outcome(before: Contents, changes: Sequence[Change]) -> Contents:
    """What the changes make of it, without a look at any text."""
    after = {name: list(part) if isinstance(part, list) else part for name, part in before.items()}
    for change in changes:
        if isinstance(change, Put):
            after[change.section][change.index] = _put(after[change.section][change.index], change)
    leaving = [change for change in changes if isinstance(change, Remove)]
    gone = {(change.section, change.index) for change in leaving}
    added = [change for change in changes if isinstance(change, Add)]
    for name in {new.section for new in added} | {name for name, _ in gone}:
        items = after.get(name, [])
        after[name] = _list(name, items, gone, [new for new in added if new.section == name])
    return after


def _list(name: str, items: list[Any], gone: set[tuple[str, int]], added: list[Add]) -> list[Any]:
    listed: list[Any] = []
    for index, item in enumerate(items):
        listed += [] if (name, index) in gone else [item]
        listed += [plain(new.fields) for new in added if new.after == index]
    return listed + [plain(new.fields) for new in added if new.after is None]


def _put(item: Mapping[str, Any], change: Put) -> dict[str, Any]:
    after = {str(key): value for key, value in item.items() if key != change.field}
    if change.value is not None:
        after[change.field] = plain(change.value)
    return after


def plain(node: Data | Node) -> Any:
    """A value of lists and dicts alone."""
    if isinstance(node, str):
        return node
    if isinstance(node, Mapping):
        return {name: plain(value) for name, value in node.items()}
    return [plain(value) for value in node]
