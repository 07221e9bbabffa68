"""YAML events to nodes: plain text with positions, everything else refused.

Built on PyYAML's event parser (libyaml's when it is there, the pure one otherwise), not on its
loaders: a loader turns ``10.000`` into 10.0 and ``NO`` into False, keeps the last of two equal
keys in silence, and expands a bomb of aliases. What is refused here is reported, never raised.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from claimtrack import yamlparser
from claimtrack.ledger.yaml.characters import hidden_in_name, in_name, indenting, refused
from claimtrack.ledger.yaml.fast_item import NOTHING
from claimtrack.ledger.yaml.lines import Trouble
from claimtrack.ledger.yaml.markers import conflicts
from claimtrack.ledger.yaml.nodes import Items, Map, Node, Text, leaves
from claimtrack.ledger.yaml.parse_errors import explain
from claimtrack.yamlparser import DEPTH, TOO_DEEP, too_deep


@dataclass(frozen=True, slots=True)
class Composed:
    """The root of a text (None when it holds nothing, or nothing readable) and its troubles."""

    root: Node | None
    troubles: tuple[Trouble, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether the text is no YAML, as opposed to YAML that a ledger does not take."""
        return any(trouble.code == "syntax" for trouble in self.troubles)


class _TooDeepError(Exception):
    pass


class _Builder:
    """Turns one parser's events into nodes and collects what has to be refused."""

    __slots__ = ("event", "troubles")

    def __init__(self, event: Callable[[], Any], troubles: list[Trouble]) -> None:
        self.event = event
        self.troubles = troubles

    def refuse(self, event: Any, message: str, code: str, hint: str | None = None) -> None:
        self.troubles.append(Trouble(event.start_mark.index, message, code, hint))

    def node(self, event: Any, depth: int = 0) -> Node:
        kind = type(event)
        if kind is ScalarEvent and event.tag is None and event.anchor is None:  # nearly all
            value = event.value
            text = Text("" if value in NOTHING and not event.style else value)
            text.start = event.start_mark.index
            text.end = event.end_mark.index
            return text
        return self._rare(event, kind, depth)

    def _rare(self, event: Any, kind: type, depth: int) -> Node:
        if kind is AliasEvent:
            self.refuse(event, f"an alias (*{event.anchor})", "alias", "write the value out")
            marks = event.start_mark, event.end_mark
            return self.node(ScalarEvent(None, None, (True, False), "", *marks))
        if event.anchor is not None or event.tag is not None:
            self._mark(event)
            event.anchor = event.tag = None
            return self.node(event, depth)
        if depth >= DEPTH:
            self.refuse(event, TOO_DEEP, "depth")
            raise _TooDeepError
        return self._map(event, depth) if kind is MappingStartEvent else self._items(event, depth)

    def _mark(self, event: Any) -> None:
        if event.anchor is not None:
            self.refuse(event, f"an anchor (&{event.anchor})", "anchor", "write the value out")
        if event.tag is not None:
            hint = "leave it out; a value that starts with ! needs quotes"
            self.refuse(event, f"a tag ({event.tag})", "tag", hint)

    def _map(self, opening: Any, depth: int) -> Map:
        fields = Map()
        fields.start = opening.start_mark.index
        event: Any
        following, node = self.event, self.node
        while type(event := following()) is not MappingEndEvent:
            key = node(event, depth + 1)
            value = node(following(), depth + 1)
            if type(key) is not Text:
                self.refuse(event, "a key that is a list or a mapping", "key", "keys are words")
            elif (at := in_name(key)) is not None:
                start = key.start + at
                self.troubles.append(hidden_in_name(start, key[at]))
            elif key in fields:
                self.refuse(event, f"“{key}” occurs twice here", "duplicate-key")
            else:
                fields[key] = value
        fields.end = _end(event)
        return fields

    def _items(self, opening: Any, depth: int) -> Items:
        items = Items()
        items.start = opening.start_mark.index
        event: Any
        while type(event := self.event()) is not SequenceEndEvent:
            items.append(self.node(event, depth + 1))
        items.end = _end(event)
        return items


def _end(event: Any) -> int:
    return int(event.end_mark.index)


def compose(text: str) -> Composed:
    """The one document of a text as nodes. Never raises for what the text holds."""
    if unreadable := tuple(unread(text)):
        return Composed(None, unreadable)
    root: Node | None = None
    troubles: list[Trouble] = []
    try:
        parser = yamlparser.Parser(text)
        root = _documents(_Builder(parser.get_event, troubles))
    except _TooDeepError:
        pass
    except yaml.YAMLError as error:
        troubles.append(_refusal(error, text))
    if root is not None:
        outside = list(_outside_quotations(text, root))
        places = {trouble.at for trouble in outside}
        troubles = [*(each for each in troubles if each.at not in places), *outside]
    return Composed(root, tuple(troubles))


def _refusal(error: yaml.YAMLError, text: str) -> Trouble:
    """What a parser's error says of the text: no YAML, or YAML that nests too deep."""
    if mark := too_deep(text, error):
        return Trouble(mark.index, TOO_DEEP, "depth")
    fault = explain(error, text)
    return Trouble(fault.at, fault.message, "syntax", fault.hint)


def unread(text: str) -> Iterator[Trouble]:
    """What keeps a text from being read at all, whatever YAML would make of it."""
    yield from refused(text)
    yield from conflicts(text)


_QUOTED = ("'", '"', "|", ">")
"""How words begin in which white space of every kind is their own."""


def _outside_quotations(text: str, root: Node) -> Iterator[Trouble]:
    """Lines that are indented with something else than blanks, but for those inside quotations."""
    troubles = list(indenting(text))
    if not troubles:
        return
    inside = [leaf for leaf in leaves(root) if text[leaf.start : leaf.start + 1] in _QUOTED]
    starts = [quotation.start for quotation in inside]
    for trouble in troubles:
        before = bisect_right(starts, trouble.at) - 1
        if before < 0 or inside[before].end <= trouble.at:
            yield trouble


def _documents(build: _Builder) -> Node | None:
    build.event()  # the stream's start
    root: Node | None = None
    opened = False
    while type(event := build.event()) is not StreamEndEvent:
        kind = type(event)
        if kind is DocumentStartEvent:
            if opened:
                build.refuse(event, "a second document", "document", "one ledger, no second ---")
            opened = True
        elif kind is not DocumentEndEvent:
            node = build.node(event)
            root = node if root is None else root
    return root
