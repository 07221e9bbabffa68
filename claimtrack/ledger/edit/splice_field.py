"""Splices for one field of a mapping: a new value, a new field, a field that goes.

All offsets count in ``piece``, the text that the mapping's positions count in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimtrack.ledger.edit.changes import Edit, Put
from claimtrack.ledger.errors import RefusedError
from claimtrack.ledger.yaml.emit import block, inline, scalar
from claimtrack.ledger.yaml.nodes import Data, Map, Node, Text, last, leaves

_COLON = re.compile(r"\s*:")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")


def put(piece: str, fields: Map, change: Put, leaving: frozenset[str] = frozenset()) -> list[Edit]:
    """The edits that give a field its value; none when it has it already.

    ``leaving`` names the fields that go in the same run, beside which nothing can be put. Raises
    RefusedError where a comment would be lost.
    """
    there = change.field in fields
    if change.value is None:
        return [_drop(piece, fields, change.field)] if there else []
    if not there:
        return [_insert(piece, fields, change, leaving)]
    if fields[fields.key(change.field)] == change.value:
        return []
    return [_replace(piece, fields, change.field, change.value)]


def braced(piece: str, node: Node) -> bool:
    """Whether a mapping or list is written in braces or brackets."""
    return not isinstance(node, Text) and piece[node.start : node.start + 1] in ("{", "[")


def commented(piece: str, start: int, end: int, inside: Iterable[Text]) -> bool:
    """Whether a stretch holds a comment: a ``#`` between its scalars, given in order."""
    for leaf in inside:
        header = piece[leaf.start : leaf.end].split("\n", 1)[0]
        if "#" in piece[start : leaf.start] or (header[:1] in ("|", ">") and "#" in header):
            return True
        start = max(start, leaf.end)
    return "#" in piece[start:end]


def line_end(text: str, at: int) -> int:
    """Where the line of ``at`` ends, its break not counted."""
    newline = text.find("\n", at)
    end = len(text) if newline < 0 else newline
    return end - 1 if text[at:end].endswith("\r") else end


def column(text: str, at: int) -> int:
    """How far a character stands from the start of its line."""
    return at - text.rfind("\n", 0, at) - 1


def _replace(piece: str, fields: Map, name: str, value: Data) -> Edit:
    key = fields.key(name)
    old = fields[key]
    if braced(piece, fields):
        return _in_braces(piece, key, old, value)
    if isinstance(old, Text) and isinstance(value, str) and old.start < old.end:
        return _scalar(piece, old, name, value)
    if braced(piece, old):
        _keep_comments(piece, old.start, old.end, leaves(old))
        return Edit(old.start, old.end, inline(value, field=name, flow=not isinstance(value, str)))
    return _anew(piece, key, old, value)


def _in_braces(piece: str, key: Text, old: Node, value: Data) -> Edit:
    shown = inline(value, field=str(key))
    colon = _COLON.match(piece, key.end)
    if not colon:
        return Edit(key.end, key.end, f": {shown}")
    if isinstance(old, Text) and old.start == old.end:
        return Edit(colon.end(), colon.end(), f" {shown}")
    _keep_comments(piece, old.start, last(piece, old), leaves(old))
    return Edit(old.start, last(piece, old), shown)


def _scalar(piece: str, old: Text, name: str, value: str) -> Edit:
    """A scalar for a scalar; the comment in the first line of a block scalar stays."""
    shown = block(name, value, 0)[len(name) + 2 :] or "''"
    header = _BLOCK_HEADER.match(piece, old.start)
    if not header:
        return Edit(old.start, old.end, shown)
    return Edit(old.start, last(piece, old), shown + (header[1] or ""))


def _anew(piece: str, key: Text, old: Node, value: Data) -> Edit:
    """All that stands behind the colon is written again."""
    colon = _COLON.match(piece, key.end)
    if not colon:
        raise RefusedError(f"“{key}” is written in a way that cannot be edited")
    shown = block(str(key), value, column(piece, key.start))[len(scalar(str(key))) + 1 :]
    if isinstance(old, Text) and old.start == old.end:
        at = line_end(piece, colon.end()) if shown.startswith("\n") else colon.end()
        return Edit(at, at, shown)
    end = last(piece, old)
    _keep_comments(piece, colon.end(), end, leaves(old))
    return Edit(colon.end(), end, shown)


def _insert(piece: str, fields: Map, change: Put, leaving: frozenset[str]) -> Edit:
    assert change.value is not None
    before = _before(fields, change, leaving)
    if braced(piece, fields):
        shown = f"{change.field}: {inline(change.value, field=change.field)}"
        if before is not None:
            at = last(piece, fields[before])
            return Edit(at, at, f", {shown}")
        return Edit(fields.start + 1, fields.start + 1, shown + (", " if fields else ""))
    first = next(iter(fields))
    indent = column(piece, first.start)
    shown = block(change.field, change.value, indent)
    if before is None:
        return Edit(first.start, first.start, f"{shown}\n{' ' * indent}")
    at = line_end(piece, last(piece, fields[before]))
    return Edit(at, at, f"\n{' ' * indent}{shown}")


def _before(fields: Map, change: Put, leaving: frozenset[str]) -> Text | None:
    """The field that is there behind which a new one goes; the last one if its place is unknown."""
    stay = [key for key in fields if key not in leaving]
    if change.field not in change.order:
        return stay[-1] if stay else None
    earlier = change.order[: change.order.index(change.field)]
    known = [name for name in earlier if name in stay]
    return fields.key(known[-1]) if known else None


def _drop(piece: str, fields: Map, name: str) -> Edit:
    keys = list(fields)
    at = keys.index(fields.key(name))
    if len(keys) == 1:
        raise RefusedError(f"“{name}” is the only field")
    key, end = keys[at], last(piece, fields[keys[at]])
    _keep_comments(piece, key.start, end, leaves(fields[key]))
    if at == 0:
        return _drop_first(piece, key, end, keys[1])
    if braced(piece, fields):
        start = last(piece, fields[keys[at - 1]])
        _keep_comments(piece, start, key.start, ())
        return Edit(start, end, "")
    return _drop_line(piece, key, end)


def _drop_first(piece: str, key: Text, end: int, following: Text) -> Edit:
    """The next field moves up to its dash or brace, with the comments between."""
    gap = piece[end : following.start]
    return Edit(key.start, following.start, gap.lstrip(" \t,") if "#" in gap else "")


def _drop_line(piece: str, key: Text, end: int) -> Edit:
    """The whole line goes, but for a comment at its end."""
    start = key.start - column(piece, key.start)
    if piece[start : key.start].strip():
        raise RefusedError(f"“{key}” is written in a way that cannot be edited")
    stop = line_end(piece, end)
    comment = piece.find("#", end, stop)
    if comment >= 0:
        return Edit(key.start, comment, "")
    following = piece.find("\n", stop) + 1
    return Edit(start, following or len(piece), "")


def _keep_comments(piece: str, start: int, end: int, inside: Iterable[Text]) -> None:
    if commented(piece, start, end, inside):
        raise RefusedError("a comment would be lost")
