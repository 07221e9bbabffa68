"""What blocks tell of a changed file is what a look at all of it tells."""

from __future__ import annotations

import random
from array import array

import pytest

from claimtrack.ledger.index import known_items
from claimtrack.ledger.index.known_items import (
    Blocks,
    Earlier,
    Known,
    blocks_of,
    by_blocks,
    by_ends,
    hash_of,
)
from claimtrack.ledger.yaml.cut_items import Cut, cut

HEAD = (
    "# ours\nversion: 1\narticles:\n  - id: flut\n    file: flut.md\n\n"
    "claims:  # as read\n  # the first\n"
)
TAIL = "\nrulings:\n  - claims: [c-1, c-2]\n    verdict: update\n"
PIECES = (
    "\n", "  - id: neu-9\n", "  -\n", "  -x\n", "    note: kurz\n", "claims:\n", "---\n", "...\n",
    "\r\n", "\r", "\u2028", "# so\n", "events:\n", " ", "-", "x", "'", "- a\n", "\ufeff", "\n\n...",
    "  - id: c-4\n    quote: vier\n", "  - id: c-9\n    quote: neun\n",
)  # fmt: skip


def ledger(count: int) -> bytes:
    items = (f"  - id: c-{number}\n    quote: Wort {number * 7 % 5}\n" for number in range(count))
    return (HEAD + "".join(items) + TAIL).encode()


def earlier(parts: Cut, blocks: Blocks | None = None) -> Earlier:
    """What the index has of a file that is cut so."""
    new = blocks or blocks_of(parts, Blocks(array("Q"), b""), ())
    numbers = array("Q", range(len(parts.starts) - 1))
    return Earlier(hashes(parts), parts.starts, numbers, numbers, new)


def hashes(parts: Cut) -> bytes:
    return b"".join(map(hash_of, parts.pieces()))


def changed(raw: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3))):
        start = chance.randrange(len(raw) + 1)
        if chance.random() < 0.5:  # at the start of a line
            start = raw.rfind(b"\n", 0, start) + 1
        end = min(len(raw), start + chance.choice((0, 0, 0, 1, 12, 40, 300)))
        new = "".join(chance.choices(PIECES, k=chance.randrange(3)))
        raw = raw[:start] + new.encode() + raw[end:]
    return raw


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("block", [1, 2, 3, 7])
def test_what_is_known_is_cut_as_ever(
    seed: int, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_items, "BLOCK", block)
    chance, raw, blocks = random.Random(seed), ledger(40), None
    for _ in range(60):
        old, new = cut(raw), changed(raw, chance)
        if old is None:
            raw, blocks = ledger(40), None
            continue
        before = earlier(old, blocks)
        known = by_blocks(before, new)
        assert_right(before, known, cut(new), new)
        raw, parts = new, cut(new)
        same = known.same if known else ()
        if parts:
            same = same or by_ends(before.hashes, hashes(parts))
            blocks = blocks_of(parts, before.blocks, same)
            assert right(blocks, parts)


def assert_right(before: Earlier, known: Known | None, parts: Cut | None, new: bytes) -> None:
    if known is None:
        return
    assert known.cut == parts, new
    now, done = hashes(known.cut), 0
    for same in known.same:
        assert done <= same.now and same.length
        for at in range(same.length):
            place = (same.now + at) * known_items.HASH
            assert now[place : place + known_items.HASH] == before.item(same.before + at)
        done = same.now + same.length
    starts = [same.before for same in known.same]
    assert starts == sorted(starts)


def right(blocks: Blocks, parts: Cut) -> bool:
    """Whether blocks have every item once and their hashes are those of its bytes."""
    bounds = [*blocks.bounds()]
    stretches = [(parts.starts[first], parts.starts[end]) for first, end in bounds]
    return (
        all(first < end for first, end in bounds)
        and (not bounds or bounds[-1][1] == len(parts.starts) - 1)
        and [hash_of(parts.raw[a:b]) for a, b in stretches]
        == [blocks.hash(number) for number in range(len(bounds))]
        and len(blocks.hashes) == len(bounds) * known_items.HASH
    )


LONG = ledger(1000)
"""Seven blocks of 128 items and one of 104."""


@pytest.mark.parametrize(
    ("old", "new", "unknown"),
    [
        ("", "", 104),  # what stands behind the last block may be its last item's
        ("flut.md", "regen.md", 104),
        ("\nrulings:", "\nevents:", 104),
        ("# as read\n", "# as read\n  - id: neu\n", 104 + 1),
        ("c-300\n", "c-300x\n", 104 + 2 * 128),  # its block, and the last one before it
        ("  - id: c-256\n", "  - id: neu\n  - id: c-256\n", 104 + 1 + 128),
        ("  - id: c-300\n    quote: Wort 0\n", "", 104 + 2 * 128 - 1),
        ("c-999", "c-x", 104 + 128),
    ],
)
def test_few_items_are_not_known(old: str, new: str, unknown: int) -> None:
    parts, raw = cut(LONG), LONG.decode().replace(old, new, 1).encode()
    assert parts
    known = by_blocks(earlier(parts), raw)
    assert known
    same = sum(same.length for same in known.same)
    assert len(known.cut.starts) - 1 - same == unknown


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("claims:", "claim:"),
        ("articles:", "---\narticles:"),
        ("\nclaims:", "\nclaims: []\n---\nclaims:"),
        ("\nrulings:", "\nclaims:"),
        ("  - id: c-500", "...\n  - id: c-500"),
        ("  - id: c-500", "\r  - id: c-500"),
    ],
)
def test_of_another_shape_nothing_is_known(old: str, new: str) -> None:
    parts, raw = cut(LONG), LONG.decode().replace(old, new, 1).encode()
    assert parts and cut(raw) is None
    assert by_blocks(earlier(parts), raw) is None
