"""What YAML says, as plain values that know where they stand.

A scalar is always text: whether ``10.000`` is a number or ``NO`` a country is for the schema to
say. Each value equals its plain counterpart (``Text("a") == "a"``, ``Map(a="b") == {"a": "b"}``),
so that a document can be compared with what was meant by ``==``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

Data: TypeAlias = "str | Sequence[Data] | Mapping[str, Data]"
"""Plain values to be written: text, lists and mappings of it."""


class Text(str):
    """A scalar, and where its source stands: characters, end exclusive."""

    __slots__ = ("end", "start")
    start: int
    end: int


class Map(dict[Text, Any]):
    """A mapping; its keys are :class:`Text`, hence know their places."""

    __slots__ = ("_spelled", "end", "start")
    start: int
    end: int
    _spelled: dict[str, Text]

    def key(self, name: str) -> Text:
        """The key as it stands in the source. Raises KeyError when there is none."""
        if len(getattr(self, "_spelled", ())) != len(self):
            self._spelled = {key: key for key in self}
        return self._spelled[name]


class Items(list[Any]):
    """A list."""

    __slots__ = ("end", "start")
    start: int
    end: int


Node: TypeAlias = Text | Map | Items


def leaves(node: Node) -> Iterator[Text]:
    """All keys and scalars below a node, in the order of the source."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Map):
        for key, value in node.items():
            yield key
            yield from leaves(value)
    else:
        for value in node:
            yield from leaves(value)


def find(node: Node, path: Sequence[str | int]) -> Node:
    """The node at ``path``, or the last one on the way to it that exists."""
    for step in path:
        if isinstance(node, Map) and step in node:
            node = node[step]  # type: ignore[index]  # a Text key equals its plain text
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            break
    return node


def last(text: str, node: Node) -> int:
    """Where the last character of a node's source ends, comments and blank lines left out.

    ``text`` is what the node's positions count in. The parser puts the end of a block list or
    mapping at the next token, beyond the comments in between, and that of a block scalar at the
    next line that has text. Empty lines that a block scalar keeps (``|+``) are its own.
    """
    if not isinstance(node, Text):
        if text[node.start : node.start + 1] in ("[", "{"):
            return node.end
        return last(text, _tail(node)) if node else node.end
    return _block_end(text, node) if text[node.start : node.start + 1] in ("|", ">") else node.end


def _tail(node: Map | Items) -> Node:
    """The last value of a mapping or list."""
    tail: Node = node[-1] if isinstance(node, Items) else list(node.values())[-1]
    return tail


def _block_end(text: str, node: Text) -> int:
    source = text[node.start : node.end]
    header = source.split("\n", 1)[0].split("#")[0]
    if "+" in header:
        return node.start + len(source.removesuffix("\n").removesuffix("\r"))
    while re.search(r"\n\r?\n?\Z", source):
        source = source[:-1].removesuffix("\r")
    return node.start + len(source)
