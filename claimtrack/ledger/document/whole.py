"""A ledger's document from the nodes of its whole text, for files that cannot be cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.ledger.document import Document, Entry, Section, inline
from claimtrack.ledger.yaml.lines import Lines
from claimtrack.ledger.yaml.nodes import Items, Map, Node, Text, last
from claimtrack.ledger.yaml.parse import Composed
from claimtrack.ledger.yaml.trouble import Trouble


def whole(file: str, text: str, lines: Lines, composed: Composed) -> Document:
    """The document of what ``compose`` made of the whole ``text``."""
    root, troubles = composed.root, list(composed.troubles)
    if not root and not isinstance(root, Map | Items):
        return Document(file, text, lines, {}, tuple(troubles))
    if not isinstance(root, Map):
        if not troubles:
            hint = "a ledger starts with fields such as “claims:”"
            troubles.append(Trouble(root.start if root else 0, "this is no ledger", "shape", hint))
        return Document(file, text, lines, {}, tuple(troubles))
    sections = {str(key): _field(text, lines, key, root[key], troubles) for key in root}
    braces = root if text[root.start] == "{" else None
    return Document(file, text, lines, sections, tuple(troubles), braces)


def _field(text: str, lines: Lines, key: Text, node: Node, troubles: list[Trouble]) -> Section:
    after = text.index(":", key.end) + 1 if ":" in text[key.end :] else key.end
    end = max(after, lines.after(max(after, last(text, node) - 1)))
    if not isinstance(node, Items):
        return Section(str(key), key.start, after, end, 0, node)
    if text[node.start] == "[":
        entries = tuple(_judged(entry, troubles) for entry in inline(node, 0))
        return Section(str(key), key.start, after, end, 0, node, None, entries)
    column = node.start - lines.start(node.start)
    entries = tuple(_judged(entry, troubles) for entry in _block(text, lines, node, column))
    return Section(str(key), key.start, after, end, 0, None, column, entries)


def _block(text: str, lines: Lines, items: Items, column: int) -> Iterator[Entry]:
    dash = re.compile(rf"^ {{{column}}}-(?=[ \t\r\n]|\Z)", re.M)
    start = lines.start(items.start)
    for node in items:
        end = lines.after(max(last(text, node) - 1, start))
        following = dash.search(text, end)
        yield Entry(node, 0, start, end)
        start = following.start() if following else end


def _judged(entry: Entry, troubles: list[Trouble]) -> Entry:
    if any(entry.start <= trouble.at < entry.end for trouble in troubles):
        return Entry(entry.node, entry.base, entry.start, entry.end, sound=False)
    return entry
