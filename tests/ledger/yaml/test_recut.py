"""A changed ledger is cut as if nothing were known of it before."""

from __future__ import annotations

import random

import pytest

from claimtrack.ledger.yaml.cut_items import cut
from claimtrack.ledger.yaml.recut import Recut, recut

LEDGER = b"""# ours
version: 1

articles:
  - id: flut
    file: flut.md

claims:  # as read
  # the first
  - id: amt-1
    quote: kamen 40 Helfer

  - id: wehr-2
    note: |
      - no item
       - none either
  - id: wehr-3
    tags: [x]

rulings:
- claims: [amt-1, wehr-2]
  verdict: update
"""
PIECES = (
    b"\n", b"  - id: neu-9\n", b"  -\n", b"  -x\n", b"    note: kurz\n", b"claims:\n", b"---\n",
    b"...\n", b"\r\n", b"\r", b"\xe2\x80\xa8", b"# so\n", b"events:\n", b" ", b"-", b"x", b"'",
    b"ruling", b"- a\n", b"\xef\xbb\xbf", b"\n\n...",
)  # fmt: skip


def changed(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw) + 1)
    end = min(len(raw), start + chance.choice((0, 0, 1, 3, 12, 40)))
    return raw[:start] + b"".join(chance.choices(PIECES, k=chance.randrange(3))) + raw[end:]


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("ending", [b"", b"...\n", b"  # last"])
def test_what_is_cut_anew_is_cut_as_ever(seed: int, ending: bytes) -> None:
    chance = random.Random(seed)
    raw = LEDGER + ending
    for _ in range(60):
        old, new = cut(raw), changed(raw, chance)
        if old is None:
            raw = LEDGER + ending
            continue
        if again := recut(old, new):
            assert again.cut == cut(new), (raw, new)
            assert_same(list(old.pieces()), again)
        raw = new


def assert_same(old: list[bytes], again: Recut) -> None:
    """The items that count as unchanged are those that there were."""
    new, head, tail = list(again.cut.pieces()), again.head, again.tail
    assert new[:head] == old[:head] and new[len(new) - tail :] == old[len(old) - tail :]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (b"kamen 40", b"kamen 41", (0, 2)),
        (b"tags: [x]", b"tags: [x, y]", (2, 0)),
        (b"file: flut.md", b"file: flut.md\n    passed: [3-5]", (3, 0)),
        (b"verdict: update", b"verdict: conflict", (3, 0)),
        (b"\n  - id: wehr-3\n    tags: [x]\n", b"", None),  # the field behind it may be another
        (b"# ours", b"# theirs", None),
        (b"events", b"events", (3, 0)),
    ],
)
def test_few_items_count_as_changed(old: bytes, new: bytes, same: tuple[int, int] | None) -> None:
    before = cut(LEDGER)
    assert before
    again = recut(before, LEDGER.replace(old, new))
    assert (again and (again.head, again.tail)) == same
