"""Values as YAML, in the one form in which the ledger writes: short, quoted only where it must be.

Every text is printed so that it reads back as itself here, and as text in other tools: what they
would take for a number, a truth value or nothing gets quotes too, except in fields such as
``at``, ``said`` and ``read``, which are a machine's words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimtrack.fields import FIELDS
from claimtrack.ledger.errors import RefusedError
from claimtrack.ledger.yaml.characters import ODD_BREAKS, UNPRINTABLE
from claimtrack.ledger.yaml.nodes import Data

MACHINE = frozenset(
    {
        "version", "published", "retrieved", "on", "speaker", "cue", "score", "as", "sha256",
        "wrote", "value", "min", "max",
        *(field.name for field in FIELDS if field.sort in ("day", "ranges", "grade")),
    }
)  # fmt: skip
"""Fields whose values need no quotes to be told from numbers and dates."""

_UNSAFE = re.compile(rf"[{UNPRINTABLE}{ODD_BREAKS}\n\r\t]")
_INDICATOR = re.compile(r"[-?:](?:\s|\Z)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.|\s")
_COMMENT_OR_KEY = re.compile(r":(?:\s|\Z)|\s#|\s\Z")
_FLOW = re.compile(r"[,\[\]{}]|:|^[-?]")
_NOTHING = re.compile(r"~|null|Null|NULL")
_TYPED = re.compile(
    r"(?i:true|false|yes|no|on|off|[-+]?\.inf|\.nan)"
    r"|[-+]?(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"
)
"""What a YAML tool, of version 1.1 or 1.2, does not take for text."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def scalar(value: str, *, flow: bool = False, machine: bool = False) -> str:
    """A text as a scalar on one line. ``flow`` is inside brackets or braces.

    Raises RefusedError for half a surrogate pair, which no YAML can hold.
    """
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise RefusedError("text that is not Unicode cannot be written")
    if _UNSAFE.search(value):
        return '"' + "".join(_escaped(char) for char in value) + '"'
    if _plain(value, flow) and (machine or not _TYPED.fullmatch(value)):
        return value
    return "'" + value.replace("'", "''") + "'"


def _plain(value: str, flow: bool) -> bool:
    """Whether a text reads back as itself without quotes."""
    if not value or _INDICATOR.match(value) or _COMMENT_OR_KEY.search(value):
        return False
    return not (flow and _FLOW.search(value)) and not _NOTHING.fullmatch(value)


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if not _UNSAFE.match(char):
        return char
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


def inline(value: Data, *, field: str = "", flow: bool = True) -> str:
    """A value on one line: text, ``[a, b]``, ``{a: b}``. ``field`` is the one that holds it."""
    if isinstance(value, str):
        return scalar(value, flow=flow, machine=field in MACHINE)
    if isinstance(value, Mapping):
        pairs = (
            f"{scalar(key, flow=True)}: {inline(entry, field=key)}" for key, entry in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(inline(entry, field=field) for entry in value) + "]"


def block(field: str, value: Data, indent: int) -> str:
    """A field with its value, ``indent`` being the column of the field, which is not printed.

    A list of mappings goes below the field, one to a line; all else stands beside it.
    """
    if value == "":
        return f"{field}:"
    if isinstance(value, Sequence) and not isinstance(value, str) and _tall(value):
        dashes = (f"\n{' ' * (indent + 2)}- {inline(entry, field=field)}" for entry in value)
        return f"{field}:{''.join(dashes)}"
    return f"{field}: {inline(value, field=field, flow=False)}"


def _tall(value: Sequence[Data]) -> bool:
    return any(isinstance(entry, Mapping) for entry in value)


def item(fields: Mapping[str, Data], column: int, gap: int = 2) -> str:
    """A list item of several lines: the dash at ``column``, the fields ``gap`` characters on."""
    pad = " " * (column + gap)
    lines = [block(name, value, column + gap) for name, value in fields.items()]
    return " " * column + "-" + " " * (gap - 1) + f"\n{pad}".join(lines)
