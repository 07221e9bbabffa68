"""Stretches of claims that nobody touched, left out of a merge and put back into what comes out.

Two versions of a long ledger are mostly the same. Items that all three texts have, the same to the
letter and one behind the other, decide nothing about what stands elsewhere: only the first and the
last of such a stretch have to be merged, so that what is new beside them finds its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from claimtrack.ledger.yaml.cut_items import Cut, cut

LEAST = 100
"""Items of a stretch that is worth leaving out."""


class Stretch(NamedTuple):
    """What was left out, the item before it and the first line of the item behind it."""

    before: bytes
    text: bytes
    behind: bytes


class LeftOut(NamedTuple):
    """Base, ours and theirs without the stretches that all three have."""

    texts: tuple[bytes, bytes, bytes]
    stretches: tuple[Stretch, ...]


def leave_out(base: bytes, ours: bytes, theirs: bytes, least: int = LEAST) -> LeftOut | None:
    """Three versions without what is the same in all; None where nothing can be left out.

    Left out are at least ``least`` items less two.
    """
    cuts = [each for each in map(cut, (base, ours, theirs)) if each]
    if len(cuts) < 3:
        return None
    hashes = [[sha256(piece).digest() for piece in each.pieces()] for each in cuts]
    places = [_once(each) for each in hashes]
    runs = [(run[1], run[-1]) for run in _runs(hashes[1], places) if len(run) >= least]
    if not runs:
        return None
    spans = ([(side[first], side[last]) for first, last in runs] for side in places)
    texts = [_without(each, own) for each, own in zip(cuts, spans, strict=True)]
    mine = cuts[1]
    stretches = (_stretch(mine, places[1][first], places[1][last]) for first, last in runs)
    return LeftOut((texts[0], texts[1], texts[2]), tuple(stretches))


def put_back(merged: bytes, stretches: Iterable[Stretch]) -> bytes | None:
    """A merged text with what was left out; None where a place for it is not as it was."""
    places = []
    for stretch in stretches:
        at = merged.find(stretch.before + stretch.behind)
        if at < 0:
            return None
        places.append((at + len(stretch.before), stretch.text))
    parts, done = [], 0
    for at, text in sorted(places):
        parts += [merged[done:at], text]
        done = at
    return b"".join((*parts, merged[done:]))


def _once(hashes: Sequence[bytes]) -> dict[bytes, int]:
    """The items that stand in a text once, with their numbers."""
    counts = Counter(hashes)
    return {each: number for number, each in enumerate(hashes) if counts[each] == 1}


def _runs(
    hashes: Iterable[bytes], places: Sequence[Mapping[bytes, int]]
) -> Iterator[Sequence[bytes]]:
    """The items of a text that stand behind each other in all texts, run by run."""
    run: list[bytes] = []
    for each in hashes:
        if not all(each in side for side in places):
            yield run
            run = []
            continue
        if run and any(side[each] != side[run[-1]] + 1 for side in places):
            yield run
            run = []
        run.append(each)
    yield run


def _without(cut: Cut, spans: Iterable[tuple[int, int]]) -> bytes:
    """A text without some items, from the first of each span up to the last, which stays."""
    parts, done = [], 0
    for first, last in sorted(spans):
        parts.append(cut.raw[done : cut.starts[first]])
        done = cut.starts[last]
    return b"".join((*parts, cut.raw[done:]))


def _stretch(cut: Cut, first: int, last: int) -> Stretch:
    start, end = cut.starts[first], cut.starts[last]
    line = cut.raw.find(b"\n", end) + 1 or len(cut.raw)
    return Stretch(cut.piece(first - 1), cut.raw[start:end], cut.raw[end:line])
