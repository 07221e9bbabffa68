"""The document of a text, read piece by piece where each is YAML by itself, else as a whole.

So that one broken claim leaves the others readable, and a piece whose text is known need not
be read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimtrack.ledger.document import Document, Entry, Known, Section, inline
from claimtrack.ledger.document.pieces import Pieces, compose_once
from claimtrack.ledger.yaml.cut_items import Cut
from claimtrack.ledger.yaml.lines import Lines, Trouble
from claimtrack.ledger.yaml.nodes import Items, Map, Node, Text, last
from claimtrack.ledger.yaml.parse import Composed, compose


def read(text: str, file: str = "claims.yaml", known: Known | None = None) -> Document:
    """The document of a text. ``known`` holds pieces that were read before, by their text."""
    lines = Lines(text)
    pieces = Pieces(text, lines, dict(known or {}))
    document = pieces.document(file) if pieces.divisible() else None
    if document and _whole(document, pieces):
        return document
    composed = compose(text)
    if document and not pieces.odd and (composed.broken or _unreadable(composed)):
        return document
    return whole(file, text, lines, composed)


def read_by_pieces(
    text: str,
    file: str = "claims.yaml",
    left_out: Iterable[tuple[int, int]] = (),
    *,
    remember: bool = False,
) -> Document | None:
    """The document of a text of which each piece is YAML by itself; None for another.

    ``left_out`` is for a part of a file, as in :class:`~claimtrack.ledger.yaml.lines.Lines`.
    Pieces are parsed once in a process where it shall ``remember`` them.
    """
    parse = compose_once if remember else compose
    pieces = Pieces(text, Lines(text, left_out), {}, parse)
    document = pieces.document(file) if pieces.divisible() else None
    return document if document and _whole(document, pieces) else None


def _unreadable(composed: Composed) -> bool:
    """Whether nothing was read for a character or a depth that no ledger takes."""
    return composed.root is None and bool(composed.troubles)


def _whole(document: Document, pieces: Pieces) -> bool:
    return not pieces.odd and not _syntax(document.troubles)


def _syntax(troubles: tuple[Trouble, ...]) -> bool:
    return any(trouble.code == "syntax" for trouble in troubles)


def whole(file: str, text: str, lines: Lines, composed: Composed) -> Document:
    """The document of what ``compose`` made of the whole ``text``."""
    root, troubles = composed.root, list(composed.troubles)
    if not root and not isinstance(root, Map | Items):
        return Document(file, text, lines, {}, tuple(troubles))
    if not isinstance(root, Map):
        if not troubles:
            hint = "a ledger starts with fields such as “claims:”"
            troubles.append(
                Trouble(root.start if root else 0, "this is not a ledger", "shape", hint)
            )
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


_HEAD = b"claims:\n"


def rest_of(cut: Cut, file: str = "") -> Document | None:
    """A file without its claims, its lines counted as in the file.

    None when it cannot be read piece by piece.
    """
    between = cut.raw.count(b"\n", cut.starts[0], cut.starts[-1])
    return around(*cut.rest, between, file)


def around(above: bytes, below: bytes, lines: int, file: str = "") -> Document | None:
    """The same of what stands above and below the claims, which have so many ``lines``."""
    left_out = [(above.count(b"\n"), lines)]
    return read_by_pieces(_text(above + below), file, left_out, remember=True)


def item_of(raw: bytes, file: str, line: int) -> Document | None:
    """An item of the claims as a file of its own; its first ``line`` counts from 1."""
    return read_by_pieces(_text(_HEAD + raw), file, [(1, line - 2)])


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
