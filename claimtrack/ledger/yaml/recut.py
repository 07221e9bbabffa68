"""A ledger's bytes cut after a small change, without another look at what stayed."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.ledger.yaml.characters import ODD_BREAKS
from claimtrack.ledger.yaml.common_bytes import common_end, common_start
from claimtrack.ledger.yaml.cut_items import Cut, next_dash

_SHAPING = re.compile(rb"^(?:[A-Za-z_\"']|---|\.\.\.)", re.M)
"""A line that may be a field of the top level, or that parts documents."""

_ODD = re.compile("|".join(["\r", *ODD_BREAKS]).encode())


class Recut(NamedTuple):
    """The cut of a changed text, and how many items at its start and its end are as they were."""

    cut: Cut
    head: int
    tail: int


class _Lines(NamedTuple):
    """The lines that changed: where they start, where they end in the new text and in the old."""

    start: int
    end: int
    old_end: int


def recut(old: Cut, raw: bytes) -> Recut | None:
    """What :func:`cut_items.cut` makes of a text, from the cut of the text that it was before.

    None where the lines that differ may change more than items: fields of the top level, marks of
    documents, odd line breaks.
    """
    if raw.startswith(b"\xef\xbb\xbf"):
        return None
    lines = _changed(old.raw, raw)
    stretches = old.raw[lines.start : lines.old_end], raw[lines.start : lines.end]
    if lines.start == 0 or any(_SHAPING.search(each) or _ODD.search(each) for each in stretches):
        return None
    shift, count = lines.end - lines.old_end, len(old.starts) - 1
    first, last = old.starts[0], old.starts[-1]
    # above the field of the claims: all items move
    if lines.old_end <= old.field:
        starts = array("Q", map(shift.__add__, old.starts))
        return Recut(Cut(raw, starts, old.field + shift), count, 0)
    # among the items, below the first line of the first
    if first < lines.start and lines.old_end <= last:
        before, behind = (bisect_left(old.starts, at) for at in (lines.start, lines.old_end))
        starts = old.starts[:before]
        starts.extend(_dashes(raw, lines, _column(old), last + shift))
        starts.extend(map(shift.__add__, old.starts[behind:]))
        return Recut(Cut(raw, starts, old.field), before - 1, count - behind)
    # behind them, where no line may end the document
    if lines.start >= last and old.raw.find(b"\n...", last - 1) < 0:
        return Recut(Cut(raw, old.starts, old.field), count, 0)
    return None


def _column(cut: Cut) -> int:
    return cut.raw.index(b"-", cut.starts[0]) - cut.starts[0]


def _dashes(raw: bytes, lines: _Lines, column: int, end: int) -> Iterator[int]:
    mark, at = b"\n" + b" " * column + b"-", lines.start - 1
    while 0 <= (at := next_dash(raw, mark, at, end)) < lines.end:
        yield at


def _changed(old: bytes, new: bytes) -> _Lines:
    """The lines in which two texts differ, whole, and the one behind them."""
    same = common_start(old, new)
    start = new.rfind(b"\n", 0, same) + 1
    alike = common_end(old, new, same)
    end = new.find(b"\n", len(new) - alike) + 1 or len(new)
    return _Lines(start, end, end - len(new) + len(old))
