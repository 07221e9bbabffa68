"""An item of a list in the layout in which the ledger writes, read without a YAML parser.

Nearly all items of nearly all ledgers are laid out like this: a field to a line, its value on that
line or, for a list, one to a line below it. Whatever is laid out in another way, has a comment or
is no YAML is left to the parser. What is read here is what the parser would say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from claimtrack.ledger.yaml.characters import ODD_BREAKS, UNPRINTABLE

Plain: TypeAlias = "str | list[str] | dict[str, str | list[str]]"
Fields: TypeAlias = "dict[str, Plain | list[Plain]]"

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted words that say that a field is left empty."""

_STRANGE = re.compile(f"[{UNPRINTABLE}{ODD_BREAKS}\r\t]")
"""What a ledger does not hold as it is, and white space that is for the parser to judge."""

_DASH = re.compile(r" *- +(?=\w)")
_ITEM = re.compile(r"( *)- ++(.*[^ ]) *")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""With these no unquoted text starts, or not always."""

_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_DOUBLE = re.compile(r'"([^"\\]*)"')
_WORDS = r"""(?:[^-?:,\[\]{}#&*!|>'"%@` ][^?:,\[\]{}#'"]*|'[^']*'|"[^"\\]*")"""
"""Text inside brackets and braces."""
_LIST = rf"\[ *(?:{_WORDS}(?:, *{_WORDS})*)?\]"
_PAIR = rf"([A-Za-z_]+): +({_WORDS}|{_LIST})"
_EACH = re.compile(_WORDS)
_LISTED = re.compile(_LIST)
_PAIRED = re.compile(rf"\{{ *{_PAIR}(?:, *{_PAIR})*\}}")
_EACH_PAIR = re.compile(_PAIR)


def item(text: str) -> Fields | None:
    """The fields of an item; ``text`` starts with the line of its dash and ends with its own end.

    None for what is not laid out plainly: it may be sound all the same.
    """
    dash = _DASH.match(text)
    if dash is None or not (text.replace("\n", "").isprintable() or not _STRANGE.search(text)):
        return None
    margin = " " * dash.end()
    return _fields(f"{margin}{text[dash.end() :]}".rstrip(" \n").split("\n"), margin)


def _fields(lines: Iterable[str], margin: str) -> Fields | None:
    """``name: value`` on lines behind the ``margin``, or ``- value`` on some below a bare name."""
    fields: Fields = {}
    below: list[Plain] | None = None
    dashes = bare = ""
    for line in lines:
        value: Plain | None
        name, colon, rest = line.removeprefix(margin).partition(":")
        if colon and name.isidentifier() and line.startswith(margin) and rest[:1] in ("", " "):
            rest = rest.strip(" ")
            value = _value(rest) if rest else ""
            if value is None or name in fields or name in NOTHING:
                return None
            fields[name] = value
            below, bare = None, "" if rest else name
        elif bare and (listed := _ITEM.fullmatch(line)):
            if below is None:
                fields[bare] = below = []
                dashes = listed[1]
            value = _value(listed[2])
            if value is None or listed[1] != dashes or len(dashes) < len(margin):
                return None
            below.append(value)
        else:
            return None
    return fields


def _value(text: str) -> Plain | None:
    """A value that stands on one line, blanks around it taken away."""
    first = text[0]
    if first not in _INDICATORS:
        if ": " in text or " #" in text or text[-1] == ":":
            return None
        return "" if text in NOTHING else text
    if first == "[":
        return _list(text) if _LISTED.fullmatch(text) else None
    if first == "{":
        return _map(text) if _PAIRED.fullmatch(text) else None
    if quoted := _SINGLE.fullmatch(text):
        return quoted[1].replace("''", "'")
    quoted = _DOUBLE.fullmatch(text)
    return quoted[1] if quoted else None


def _list(text: str) -> list[str]:
    return [_word(word) for word in _EACH.findall(text[1:-1])]


def _map(text: str) -> dict[str, str | list[str]] | None:
    pairs = _EACH_PAIR.findall(text)
    fields = {name: _list(value) if value[0] == "[" else _word(value) for name, value in pairs}
    return fields if len(fields) == len(pairs) and NOTHING.isdisjoint(fields) else None


def _word(text: str) -> str:
    if text[0] in "'\"":
        return text[1:-1]
    word = text.rstrip(" ")
    return "" if word in NOTHING else word
