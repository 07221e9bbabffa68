"""YAML events to nodes: plain text with positions, everything else refused.

Built on PyYAML's event parser (libyaml's when it is there, the pure one otherwise), not on its
loaders: a loader turns ``10.000`` into 10.0 and ``NO`` into False, keeps the last of two equal
keys in silence, and expands a bomb of aliases. What is refused here is reported, never raised.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

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
from claimtrack.ledger.nodes import Items, Map, Node, Text
from claimtrack.ledger.plain import NOTHING
from claimtrack.ledger.syntax import explain
from claimtrack.yamlparser import DEPTH, TOO_DEEP, too_deep

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)


class Trouble(NamedTuple):
    """Something wrong at an offset of the text: what it is, and what to do about it."""

    at: int
    message: str
    code: str = "yaml"
    hint: str | None = None


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
        found = Map()
        found.start = opening.start_mark.index
        event: Any
        following, node = self.event, self.node
        while type(event := following()) is not MappingEndEvent:
            key = node(event, depth + 1)
            value = node(following(), depth + 1)
            if type(key) is not Text:
                self.refuse(event, "a key that is a list or a mapping", "key", "keys are words")
            elif key in found:
                self.refuse(event, f"“{key}” stands here twice", "duplicate-key")
            else:
                found[key] = value
        found.end = _end(event)
        return found

    def _items(self, opening: Any, depth: int) -> Items:
        found = Items()
        found.start = opening.start_mark.index
        event: Any
        while type(event := self.event()) is not SequenceEndEvent:
            found.append(self.node(event, depth + 1))
        found.end = _end(event)
        return found


def _end(event: Any) -> int:
    return int(event.end_mark.index)


def compose(text: str) -> Composed:
    """The one document of a text as nodes. Never raises for what the text holds."""
    if _UNPRINTABLE.search(text):
        return Composed(None, tuple(_unprintable(one) for one in _UNPRINTABLE.finditer(text)))
    root: Node | None = None
    troubles: list[Trouble] = []
    try:
        parser = yamlparser.Parser(text)
        root = _documents(_Builder(parser.get_event, troubles))
    except _TooDeepError:
        pass
    except yaml.YAMLError as error:
        troubles.append(_refusal(error, text))
    return Composed(root, tuple(troubles))


def _refusal(error: yaml.YAMLError, text: str) -> Trouble:
    """What a parser's error says of the text: no YAML, or YAML that nests too deep."""
    if mark := too_deep(text, error):
        return Trouble(mark.index, TOO_DEEP, "depth")
    fault = explain(error, text)
    return Trouble(fault.at, fault.message, "syntax", fault.hint)


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


def _unprintable(match: re.Match[str]) -> Trouble:
    code = ord(match.group())
    if 0xDC80 <= code <= 0xDCFF:
        hint = "save the file as UTF-8"
        return Trouble(match.start(), f"byte 0x{code - 0xDC00:02X} is no UTF-8", "encoding", hint)
    message = f"an unprintable character (U+{code:04X})"
    return Trouble(match.start(), message, "character", "delete it")
