"""Lines in which two long texts differ.

The lines that each text has once hold them together, as in the patience diff of Bram Cohen; only
what stands between two of them is compared line by line. That alone would take minutes for
thousands of changes in a ledger.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Lines = Sequence[str]


def differences(old: Lines, new: Lines) -> Iterator[str]:
    """The lines that go, with a ``-`` before them, and those that come, with a ``+``, in order."""
    anchors = ((-1, -1), *_anchors(old, new), (len(old), len(new)))
    for (a, b), (c, d) in pairwise(anchors):
        yield from _between(old[a + 1 : c], new[b + 1 : d])


def _between(old: Lines, new: Lines) -> Iterator[str]:
    if old == new:
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield from (f"-{line}" for line in old[a:b])
            yield from (f"+{line}" for line in new[c:d])


def _anchors(old: Lines, new: Lines) -> list[tuple[int, int]]:
    """Where lines stand that each text has once: the most of them that are in one order."""
    there = _once(new)
    pairs = [(at, there[line]) for line, at in _once(old).items() if line in there]
    return [pairs[number] for number in _rising([at for _, at in pairs])]


def _rising(numbers: Sequence[int]) -> list[int]:
    """Which of different numbers make the longest rising chain, by patience sorting."""
    least: list[int] = []  # with which number a chain of each length can end
    tops: list[int] = []  # and which one that is
    before: list[int] = []
    for which, number in enumerate(numbers):
        length = bisect_left(least, number)
        before.append(tops[length - 1] if length else -1)
        least[length : length + 1] = [number]
        tops[length : length + 1] = [which]
    chain = tops[-1:]
    while chain and before[chain[-1]] >= 0:
        chain.append(before[chain[-1]])
    return chain[::-1]


def _once(lines: Lines) -> dict[str, int]:
    """The lines that stand in a text once, and where."""
    counts = Counter(lines)
    return {line: at for at, line in enumerate(lines) if counts[line] == 1}
