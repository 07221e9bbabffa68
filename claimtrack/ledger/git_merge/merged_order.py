"""The order of a merged ledger: where parts stand that one of two people added or moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from claimtrack.ledger.git_merge.ledger_parts import BEGINNING, END, Key, Part, Parts


def sequence(old: Parts, our_parts: Parts, their_parts: Parts) -> Iterator[Key]:
    """Our order, or theirs where they alone moved parts.

    What only one of the two has follows what it follows there, in its section.
    """
    if _moved(old, their_parts) and not _moved(old, our_parts):
        return _woven(their_parts, our_parts)
    return _woven(our_parts, their_parts)


def _moved(old: Parts, side: Parts) -> bool:
    """Whether the parts that are left stand in another order."""
    return [key for key in old if key in side] != [key for key in side if key in old]


def _woven(first: Parts, second: Parts) -> Iterator[Key]:
    """The first one's order; of what both added in one place, the first one's stands first."""
    behind, last = _behind(first, second)
    waiting: list[Key] = []
    for key in first:
        if waiting and (key in second or key.section != waiting[0].section):
            yield from waiting
            waiting = []
        yield from last if key == END else ()
        yield key
        waiting += behind.get(key, [])


def _behind(first: Parts, second: Parts) -> tuple[dict[Key, list[Key]], list[Key]]:
    """What the second one alone has: by the part that it follows; then whole sections."""
    behind: dict[Key, list[Key]] = {}
    sections: list[Key] = []
    anchor = BEGINNING
    for key in second:
        if key in first:
            anchor = key
        elif Key(key.section) not in first:
            sections.append(key)
        else:  # behind the head of its section at least, which both have
            behind.setdefault(anchor, []).append(key)
    return behind, sections


def left_standing(old: Parts, side: Parts) -> Parts:
    """A side on which the comments above a deleted item stay its own, if they were left standing.

    They stand above the next part then. The item is there as a part without text.
    """
    parts = dict(side)
    before: dict[Key, Key] = {}
    for key, following in reversed([*pairwise(old)]):
        if key in side or following not in parts or not old[key].above.strip():
            continue
        there, its_own = parts[following], old[following].above
        if there.above.endswith(old[key].above + its_own):
            above = there.above.removesuffix(its_own)
            parts[following] = replace(there, above=its_own)
            parts[key], before[following] = Part("", None, above), key
    return {part_key: parts[part_key] for key in side for part_key in _led_by(before, key)}


def _led_by(before: dict[Key, Key], key: Key) -> list[Key]:
    """A part behind those that go before it."""
    keys = [key]
    while keys[-1] in before:
        keys.append(before[keys[-1]])
    return keys[::-1]
