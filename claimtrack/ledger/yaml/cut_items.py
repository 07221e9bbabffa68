"""A ledger's bytes cut at the items of its claims, without a look inside them.

So that a ledger of any length can be read with one claim in memory at a time, and so that a claim
whose bytes are known need not be read again.
"""

from __future__ import annotations

import codecs
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from claimtrack.ledger.yaml.characters import ODD_BREAKS
from claimtrack.ledger.yaml.markers import content_end

FIELD = re.compile(
    r"""^(?:(?P<plain>[A-Za-z_][\w-]*)|(?P<mark>["'])(?P<quoted>[^"'\\\n]*)(?P=mark))"""
    r"[ ]*:(?=[ \t\r\n]|\Z)",
    re.M,
)
"""A field of the top level: a name at the start of a line, and its colon."""

_FIELD_START = re.compile(rb"\n[A-Za-z_\"']")
_DASH = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ ]*)-(?=[ \t\r\n]|\Z)")
_BARE = re.compile(rb"[ \t]*(?:#[^\n]*)?\r?\n")
_ODD_BREAKS = tuple(char.encode() for char in ODD_BREAKS)


@dataclass(frozen=True, slots=True)
class Cut:
    """A ledger's bytes, without a byte-order mark, and where the items of its claims start.

    ``starts`` ends with the end of the last item, so that two neighbours bound an item; ``field``
    is where the line of the claims' own field starts.
    """

    raw: bytes
    starts: array[int]
    field: int

    def piece(self, number: int) -> bytes:
        """One of the items, counted from 0."""
        return self.raw[self.starts[number] : self.starts[number + 1]]

    def pieces(self) -> Iterator[bytes]:
        """The items one by one, each with what follows it up to the next."""
        return (self.raw[start:end] for start, end in pairwise(self.starts))

    @property
    def rest(self) -> tuple[bytes, bytes]:
        """What stands before the first item and behind the last."""
        return self.raw[: self.starts[0]], self.raw[self.starts[-1] :]


def cut(raw: bytes) -> Cut | None:
    """A ledger's bytes cut; None where they are not laid out as usual and have to be read whole.

    As usual: one field ``claims`` at the start of a line, with a list whose dashes stand below
    each other.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if b"\r" in raw and raw.count(b"\r") != raw.count(b"\r\n"):
        return None
    # a byte is sought far more quickly than several, and most ledgers have none of these
    if any(each[-1:] in raw and each in raw for each in _ODD_BREAKS):
        return None
    end = _content_end(raw)
    fields = [*_fields(raw, end), ("", end, end)]
    if _parted(raw, fields[0][1], end):
        return None
    spans = [(start, after, following[1]) for (name, start, after), following in pairwise(fields)
             if name == "claims"]  # fmt: skip
    return _cut(raw, *spans[0]) if len(spans) == 1 else None


def _content_end(raw: bytes) -> int:
    """Where a line ``...`` starts that may be the last one; the end when there is none."""
    at = raw.rfind(b"\n...")
    return (
        at + 1
        if at >= 0 and content_end(raw[at + 1 :].decode("utf-8", "replace")) == 0
        else len(raw)
    )


def _parted(raw: bytes, first: int, end: int) -> bool:
    """Whether a line ends a document before its ``end``, or begins another.

    One may begin the document, above its ``first`` field.
    """
    if raw.startswith(b"...") or raw.find(b"\n...", 0, end) >= 0:
        return True
    beginnings = raw.startswith(b"---") + raw.count(b"\n---", 0, first)
    return beginnings > 1 or raw.find(b"\n---", first, end) >= 0


def _fields(raw: bytes, stop: int) -> Iterator[tuple[str, int, int]]:
    """The fields of the top level up to ``stop``: name, start, end of the colon."""
    lines = (match.start() + 1 for match in _FIELD_START.finditer(raw, 0, stop))
    for start in chain((0,), lines):
        end = raw.find(b"\n", start)
        line = raw[start : end if end >= 0 else len(raw)].decode("utf-8", "replace")
        if field := FIELD.match(line):
            name = field["plain"] or field["quoted"] or ""
            yield name, start, start + len(line[: field.end()].encode())


def articles_of(parts: Cut) -> Sequence[int]:
    """Where the items of a ledger's articles start, with the end of the last, above its claims.

    Nothing where they stand elsewhere, or are laid out in an unusual way.
    """
    raw = parts.raw
    fields = [*_fields(raw, parts.field), ("", parts.field, parts.field)]
    for (name, _, after), (_, end, _) in pairwise(fields):
        if name == "articles":
            return _items(raw, after, end) or ()
    return ()


def _cut(raw: bytes, field: int, after: int, end: int) -> Cut | None:
    starts = _items(raw, after, end)
    return Cut(raw, starts, field) if starts else None


def first_item(raw: bytes) -> tuple[int, int] | None:
    """Where the first item of the first field ``claims`` starts, and the column of its dash."""
    for name, _, after in _fields(raw, len(raw)):
        if name == "claims":
            return _first(raw, after, len(raw))
    return None


def _first(raw: bytes, after: int, end: int) -> tuple[int, int] | None:
    bare = _BARE.match(raw, after, end)
    first = _DASH.match(raw, bare.end(), end) if bare else None
    return (first.start(1), len(first[1])) if first else None


def _items(raw: bytes, after: int, end: int) -> array[int] | None:
    """Where the items of a list start whose field ends at ``after``, with the end of the last."""
    first = _first(raw, after, end)
    if not first:
        return None
    starts = array("Q", _starts(raw, *first, end))
    starts.append(end)
    return starts


def _starts(raw: bytes, start: int, column: int, end: int) -> Iterator[int]:
    """Where lines start with a dash in a column; the first one is known."""
    mark = b"\n" + b" " * column + b"-"
    while start >= 0:
        yield start
        start = next_dash(raw, mark, start, end)


def next_dash(raw: bytes, mark: bytes, at: int, end: int) -> int:
    """The line of the next dash (``mark``) with a blank behind it; -1 when there is none."""
    while (at := raw.find(mark, at, end)) >= 0:
        behind = raw[at + len(mark) : at + len(mark) + 1] if at + len(mark) < end else b""
        if behind in (b"", b" ", b"\t", b"\r", b"\n"):
            return at + 1
        at += 1
    return -1
