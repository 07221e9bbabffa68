"""Which items of a changed file are as they were: by an earlier cut of it, or by blocks of items.

Of every block, some hundred items one behind the other, the index has a hash. So after a change a
file is hashed from its start to its end, and only blocks that are not as they were are cut up.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from claimtrack.ledger.index.database import HASH
from claimtrack.ledger.yaml.common_bytes import common_end, common_start
from claimtrack.ledger.yaml.cut_items import Cut, cut, first_item, next_dash
from claimtrack.ledger.yaml.recut import recut

BLOCK = 128
"""Items of a block at most."""


class Blocks(NamedTuple):
    """Blocks of items: the number behind the last item of each, and their hashes in a row."""

    ends: array[int]
    hashes: bytes

    def bounds(self) -> Iterator[tuple[int, int]]:
        """The first item of each block, and the one behind its last."""
        return pairwise((0, *self.ends))

    def hash(self, number: int) -> bytes:
        """The hash of a block."""
        return self.hashes[number * HASH : (number + 1) * HASH]


class Earlier(NamedTuple):
    """A file as the index has it: hashes and starts of its items, their rows and lines, blocks."""

    hashes: bytes
    starts: array[int]
    rows: array[int]
    lines: array[int]
    blocks: Blocks

    def item(self, number: int) -> bytes:
        """The hash of an item."""
        return self.hashes[number * HASH : (number + 1) * HASH]


class Same(NamedTuple):
    """Items that are as they were: the number of the first before and now, and how many."""

    before: int
    now: int
    length: int


class Known(NamedTuple):
    """A file's bytes cut, and the items that are as they were, in order."""

    cut: Cut
    same: tuple[Same, ...]


def hash_of(raw: bytes | memoryview) -> bytes:
    """What an item or a block is known by."""
    return sha256(raw).digest()[:HASH]


def by_earlier_cut(earlier: Cut, raw: bytes) -> Known | None:
    """What an earlier cut tells; None for a change that may be of more than items."""
    again = recut(earlier, raw)
    if again is None:
        return None
    before, now = (len(parts.starts) - 1 - again.tail for parts in (earlier, again.cut))
    return Known(again.cut, (Same(0, 0, again.head), Same(before, now, again.tail)))


def by_ends(before: bytes, now: bytes) -> tuple[Same, ...]:
    """The items that are as they were at the start and at the end, by the hashes of all."""
    head = common_start(before, now) // HASH
    tail = common_end(before, now, head * HASH) // HASH
    first_of_tail = len(before) // HASH - tail, len(now) // HASH - tail
    return (Same(0, 0, head), Same(*first_of_tail, tail))


def by_blocks(earlier: Earlier, raw: bytes) -> Known | None:
    """What the blocks tell; None where that is nothing, or the file may be laid out anew.

    Where a file is cut hangs on its lines alone, one by one, and the lines of unchanged blocks tell
    nothing but where items start. So these are left out, but for an item and a block of every run;
    the rest is cut as a file of its own, and what was left out is put back between its items.
    """
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    runs = [*_Search(earlier, raw).runs()] if earlier.blocks.ends else []
    if not runs:
        return None
    bounds = [0, *(at for run in runs for at in run.left_out(earlier)), len(raw)]
    kept = [raw[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    parts = cut(b"".join(kept))
    return _put_back(parts, runs, earlier, raw) if parts else None


class _Run(NamedTuple):
    """Unchanged items, the first and the one behind the last by their numbers before.

    They stand so many bytes further down than they did. An unchanged block follows.
    """

    first: int
    end: int
    shift: int

    def left_out(self, earlier: Earlier) -> tuple[int, int]:
        """Where all but the first of them stand now."""
        return earlier.starts[self.first + 1] + self.shift, earlier.starts[self.end] + self.shift


def _put_back(parts: Cut, runs: Sequence[_Run], earlier: Earlier, raw: bytes) -> Known | None:
    """The cut of a file out of that of the rest; None where a run was no row of items in it."""
    starts, same = array("Q"), []
    done = gone = 0
    for run in runs:
        start, end = run.left_out(earlier)
        first = earlier.starts[run.first] + run.shift - gone
        at = bisect_left(parts.starts, first)
        if [*parts.starts[at : at + 2]] != [first, start - gone] or at + 2 == len(parts.starts):
            return None
        starts.extend(map(gone.__add__, parts.starts[done : at + 1]))
        same.append(Same(run.first, len(starts) - 1, run.end - run.first))
        starts.extend(map(run.shift.__add__, earlier.starts[run.first + 1 : run.end]))
        done, gone = at + 1, gone + end - start
    starts.extend(map(gone.__add__, parts.starts[done:]))
    return Known(Cut(raw, starts, parts.field), tuple(same))


@dataclass
class _Search:
    """Unchanged blocks sought in a file's bytes."""

    earlier: Earlier
    raw: bytes

    def __post_init__(self) -> None:
        self.view = memoryview(self.raw)
        self.bounds = [*self.earlier.blocks.bounds()]

    def runs(self) -> Iterator[_Run]:
        """The items of unchanged blocks that follow each other, without the last block of each."""
        first = first_item(self.raw)
        if first is None:
            return
        at, column = first
        place = self._next(0, at, column)
        while place:
            begin, at = place
            shift = at - self._start(begin)
            number = begin
            while number < len(self.bounds) and self._stands(number, shift):
                number += 1
            if number - begin > 1:
                yield _Run(self.bounds[begin][0], self.bounds[number - 1][0], shift)
            at = self.earlier.starts[self.bounds[number - 1][1]] + shift
            place = self._next(number, at, column)

    def _start(self, number: int) -> int:
        """Where a block started."""
        return self.earlier.starts[self.bounds[number][0]]

    def _stands(self, number: int, shift: int) -> bool:
        first, end = (self.earlier.starts[item] + shift for item in self.bounds[number])
        return hash_of(self.view[first:end]) == self.earlier.blocks.hash(number)

    def _next(self, number: int, at: int, column: int) -> tuple[int, int] | None:
        """The next unchanged block from a number and a place on, and where it stands."""
        if number == len(self.bounds):
            return None
        if self._stands(number, at - self._start(number)):
            return number, at
        mark = b"\n" + b" " * column + b"-"
        while at < len(self.raw):
            end = next_dash(self.raw, mark, at, len(self.raw))
            end = end if end >= 0 else len(self.raw)
            block = self._by_first_item.get(hash_of(self.view[at:end]), -1)
            if block >= number and self._stands(block, at - self._start(block)):
                return block, at
            at = end
        return None

    @cached_property
    def _by_first_item(self) -> dict[bytes, int]:
        """The numbers of blocks by the hash of their first item."""
        return {self.earlier.item(first): number for number, (first, _) in enumerate(self.bounds)}


def blocks_of(parts: Cut, earlier: Blocks, same: Sequence[Same]) -> Blocks:
    """The blocks of all items: those that are as they were, and new ones in between."""
    ends, hashes, view = array("Q"), bytearray(), memoryview(parts.raw)

    def add(until: int) -> None:
        """Adds blocks of the items from the last block on."""
        first = ends[-1] if ends else 0
        for number in range(first, until, BLOCK):
            ends.append(min(number + BLOCK, until))
            hashes.extend(hash_of(view[parts.starts[number] : parts.starts[ends[-1]]]))

    bounds = [*earlier.bounds()]
    for before, now, length in same:
        number = bisect_left(bounds, (before, 0))
        while number < len(bounds) and bounds[number][1] <= before + length:
            first, end = bounds[number]
            add(first - before + now)
            ends.append(end - before + now)
            hashes.extend(earlier.hash(number))
            number += 1
    add(len(parts.starts) - 1)
    return Blocks(ends, bytes(hashes))
