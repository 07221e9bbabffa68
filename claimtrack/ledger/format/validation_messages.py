"""What a validator says is wrong with an entry, in the words of somebody who edits a ledger."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError

from claimtrack.ledger.format.entries import FigureEntry, ReadEntry, Strict, names
from claimtrack.ledger.yaml.lines import Trouble
from claimtrack.ledger.yaml.nodes import Items, Map, Node, find
from claimtrack.text import may_mean

_MANY = 50
"""Errors of one entry from which on nothing near is looked for."""


def faults(
    error: ValidationError, entry: type[Strict], node: Node, base: int = 0
) -> Iterator[Trouble]:
    """Each error of a validation as a trouble at the place in ``node`` that caused it.

    The positions in the node count from ``base``.
    """
    for number, fault in enumerate(error.errors(include_url=False)):
        say = _SAY.get(fault["type"], _other)
        if say is _unknown and number >= _MANY:
            say = _unlisted
        trouble = say(fault, _shape(entry, fault["loc"]), node)
        yield trouble._replace(at=trouble.at + base)


def did_you_mean(word: str, choices: Iterable[str], alike: float = 0.6) -> str | None:
    """The nearest of some words as a question, None when none is at least so ``alike`` (0 to 1).

    Nor where what is near is no slip of the hand, see :func:`~claimtrack.text.may_mean`.
    """
    near = difflib.get_close_matches(
        word, [name for name in choices if may_mean(word, name)], 1, alike
    )
    return f"did you mean “{near[0]}”?" if near else None


def nearest(choices: Collection[str], alike: float = 0.6) -> Callable[[str], str | None]:
    """The hint of :func:`did_you_mean` on a word; what many entries name is compared once."""
    return cache(lambda word: did_you_mean(word, choices, alike))


def _unknown(fault: Any, entry: type[Strict], node: Node) -> Trouble:
    name = str(fault["loc"][-1])
    trouble = _unlisted(fault, entry, node)
    if fault["input"] == "" and re.search(r"\W|\d", name):
        return trouble._replace(hint="inside braces a value with a comma needs quotes")
    return trouble._replace(hint=did_you_mean(name, names(entry)) or trouble.hint)


def _unlisted(fault: Any, entry: type[Strict], node: Node) -> Trouble:
    """An unknown field, with all known ones: looking for what is near takes long for thousands."""
    *path, name = fault["loc"]
    parent = find(node, path)
    at = parent.start
    if isinstance(parent, Map) and name in parent:  # else it was typed, or refused before
        at = parent.key(str(name)).start
    hint = f"{_a(entry.NAME)} has: {', '.join(names(entry))}"
    return Trouble(at, f"unknown field “{name}”", "unknown-field", hint)


def _word(fault: Any, entry: type[Strict], node: Node) -> Trouble:
    choices = re.findall(r"'([^']*)'", fault["ctx"]["expected"])
    value = find(node, fault["loc"])
    name = _field(fault)
    if not isinstance(value, str):
        return Trouble(value.start, f"{name} is one word, not {_kind(value)}", "shape")
    hint = did_you_mean(value, choices)
    expected = f"one of: {', '.join(choices)}"
    return Trouble(
        value.start,
        f"“{value}” is not a {name}",
        "word",
        f"{hint} {expected}" if hint else expected,
    )


def _missing(fault: Any, entry: type[Strict], node: Node) -> Trouble:
    if isinstance(fault["loc"][-1], int):
        return _pair(fault, entry, node)
    at = find(node, fault["loc"]).start
    return Trouble(at, f"{_a(entry.NAME)} needs “{_field(fault)}”", "missing-field")


def _shaped(expected: str) -> Callable[[Any, type[Strict], Node], Trouble]:
    def say(fault: Any, entry: type[Strict], node: Node) -> Trouble:
        value = find(node, fault["loc"])
        name = _field(fault) or _a(entry.NAME)
        return Trouble(value.start, f"{name}: expected {expected}, found {_kind(value)}", "shape")

    return say


def _value(fault: Any, entry: type[Strict], node: Node) -> Trouble:
    value = find(node, fault["loc"])
    reason = str(fault["ctx"]["error"])
    shown = f"“{value}”: {reason}" if isinstance(value, str) else reason
    return Trouble(value.start, shown, "value")


def _pair(fault: Any, entry: type[Strict], node: Node) -> Trouble:
    return Trouble(find(node, fault["loc"]).start, f"{_field(fault)}: expected two ids", "shape")


def _other(fault: Any, entry: type[Strict], node: Node) -> Trouble:
    return Trouble(find(node, fault["loc"]).start, str(fault["msg"]), "value")


_SAY: dict[str, Callable[[Any, type[Strict], Node], Trouble]] = {
    "extra_forbidden": _unknown,
    "literal_error": _word,
    "missing": _missing,
    "string_type": _shaped("text"),
    "tuple_type": _shaped("a list"),
    "model_type": _shaped("fields"),
    "value_error": _value,
    "too_long": _pair,
}


def _field(fault: Any) -> str:
    """The last named step of an error's path."""
    return next((step for step in reversed(fault["loc"]) if isinstance(step, str)), "")


def _shape(entry: type[Strict], path: Iterable[str | int]) -> type[Strict]:
    """The kind of mapping in which the last field of a path stands."""
    inner: dict[str, type[Strict]] = {"figures": FigureEntry, "read": ReadEntry}
    for step in list(path)[:-1]:
        entry = inner.get(str(step), entry)
    return entry


def _kind(node: Node) -> str:
    if isinstance(node, Map):
        return "fields"
    return "a list" if isinstance(node, Items) else f"“{node}”"


def _a(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
