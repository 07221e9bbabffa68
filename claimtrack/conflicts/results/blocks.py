"""Pairs that belong together as blocks: who stands with whom, and against whom.

Figures for one thing, or stances on one matter, that share a claim are one dispute. Within it the
sources that agree within their hedges are one camp.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby

from claimtrack.conflicts.results.outcome import Outcome, Pair
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.conflicts.verdicts import gap
from claimtrack.ids import ALPHABET

IN_BLOCKS = frozenset({"figure", "stance"})
"""The kinds in which several sources can stand against several; the others are of one actor."""

Node = tuple[object, ...]
Key = tuple[str, str]
"""A side within its block: the claim's id and the words of its figure."""


def block_ids(outcomes: Iterable[Outcome]) -> dict[Pair, str]:
    """The id of each block of two pairs or more, for each of its pairs.

    Pairs are of one block that are of one kind, event, topic and phase and share a claim, or
    figure, directly or by others in between. The id hangs on the least of them: it stays while
    others join.
    """
    pairs = [outcome for outcome in outcomes if outcome.kind in IN_BLOCKS]
    groups: dict[Node, list[Outcome]] = defaultdict(list)
    roots = _roots(pairs)
    for outcome in pairs:
        groups[_root(_nodes(outcome)[0], roots)].append(outcome)
    named = ((_id(own), own) for own in groups.values() if len(own) > 1)
    return {outcome.pair: block for block, own in named for outcome in own}


def _roots(pairs: Iterable[Outcome]) -> dict[Node, Node]:
    """For each side another one of its block, up to one that stands for all of it."""
    roots: dict[Node, Node] = {}
    for outcome in pairs:
        first, second = (_root(node, roots) for node in _nodes(outcome))
        roots[second] = first
    return roots


def _root(node: Node, roots: dict[Node, Node]) -> Node:
    while (above := roots.setdefault(node, node)) != node:
        roots[node] = roots[above]  # halves the way for whoever comes next
        node = above
    return node


def _nodes(outcome: Outcome) -> tuple[Node, Node]:
    question = (outcome.kind, outcome.event and outcome.event.key, outcome.topic, outcome.phase)
    figures = outcome.figures or (0, 0)
    return (*question, outcome.claims[0], figures[0]), (*question, outcome.claims[1], figures[1])


def _id(outcomes: Iterable[Outcome]) -> str:
    """``block-7k2f9q``: a hash of the least pair."""
    least = min(
        (outcome.kind, *sorted(outcome.claims), str(outcome.figures)) for outcome in outcomes
    )
    number = int.from_bytes(
        sha256("\n".join(least).encode("utf-8", "surrogatepass")).digest(), "big"
    )
    return "block-" + "".join(ALPHABET[number >> shift & 31] for shift in range(0, 30, 5))


def questions(conflicts: Iterable[Conflict]) -> Iterator[list[Conflict]]:
    """Conflicts in their order, those of one block together; any other is a question by itself."""
    for _, own in groupby(conflicts, lambda conflict: conflict.block or object()):
        yield [*own]


@dataclass(frozen=True, slots=True)
class Camp:
    """Sources of a block that agree; the first side is the one that stands for all."""

    sides: tuple[Side, ...]
    backers: tuple[str, ...] = field(init=False)
    """The independent origins behind its sides, each once."""

    def __post_init__(self) -> None:
        names = dict.fromkeys(name for side in self.sides for name in side.backers)
        object.__setattr__(self, "backers", tuple(names))


def camps(conflicts: Sequence[Conflict]) -> tuple[Camp, ...]:
    """The camps of a block: of figures the lowest first, of stances those who stand for it."""
    if len(conflicts) == 1:
        return _facing(conflicts[0])
    sides = {key_of(side): side for conflict in conflicts for side in conflict.sides}
    clashes: Mapping[Key, set[Key]] = _clashes(conflicts)
    if conflicts[0].kind == "stance":
        groups = _by_stance(sides, clashes)
    else:
        groups = _by_figure(sides, clashes)
    return tuple(Camp(tuple(sorted(group, key=_by_day))) for group in groups if group)


def _facing(conflict: Conflict) -> tuple[Camp, ...]:
    """The camps of one pair: its two sides."""
    first, second = conflict.sides
    if conflict.kind == "stance":
        is_in_order = first.stands >= 0 or second.stands < 0
    else:
        is_in_order = _by_size(first) <= _by_size(second)
    ordered = (first, second) if is_in_order else (second, first)
    return Camp(ordered[:1]), Camp(ordered[1:])


def _by_size(side: Side) -> tuple[object, ...]:
    return _middle(side), _breadth(side), key_of(side)


def _by_stance(sides: Mapping[Key, Side], clashes: Mapping[Key, set[Key]]) -> list[list[Side]]:
    """Those who stand for it, then those against; two who clash are apart, whatever their sign."""
    groups: list[list[Key]] = []
    for key in sorted(sides, key=lambda key: sides[key].stands < 0):
        against = sides[key].stands < 0
        fitting = (
            group
            for group in groups
            if (sides[group[0]].stands < 0) == against and not clashes[key] & set(group)
        )
        group = next(fitting, None)
        if group is None:
            groups.append([key])
        else:
            group.append(key)
    return [[sides[key] for key in group] for group in groups]


def key_of(side: Side) -> Key:
    """What a side is known by in its block."""
    return side.claim.id, side.figure.text if side.figure else ""


def _clashes(conflicts: Iterable[Conflict]) -> dict[Key, set[Key]]:
    clashes: dict[Key, set[Key]] = defaultdict(set)
    for conflict in conflicts:
        left, right = map(key_of, conflict.sides)
        clashes[left].add(right)
        clashes[right].add(left)
    return clashes


def _by_figure(sides: Mapping[Key, Side], clashes: Mapping[Key, set[Key]]) -> list[list[Side]]:
    """Each figure with the nearest camp whose every figure agrees with it, the narrowest first."""
    groups: list[list[Key]] = []
    for key in sorted(sides, key=lambda key: (_breadth(sides[key]), _middle(sides[key]), key)):
        fitting = [
            group
            for group in groups
            if all(
                there not in clashes[key] and _agree(sides[key], sides[there]) for there in group
            )
        ]
        if fitting:
            min(
                fitting, key=lambda group: abs(_middle(sides[group[0]]) - _middle(sides[key]))
            ).append(key)
        else:
            groups.append([key])
    groups.sort(key=lambda group: _middle(sides[group[0]]))
    return [[sides[key] for key in group] for group in groups]


def _agree(left: Side, right: Side) -> bool:
    if left.figure and left.figure == right.figure:
        return True
    left_near, right_near = (side.figure.near if side.figure else None for side in (left, right))
    return left_near is not None and right_near is not None and gap(left_near, right_near) is None


def _breadth(side: Side) -> float:
    near = side.figure.near if side.figure else None
    return near.high - near.low if near and near.high is not None else float("inf")


def _middle(side: Side) -> float:
    near = side.figure.near if side.figure else None
    if near is None:
        return 0.0
    return near.low if near.high is None else (near.low + near.high) / 2


def _by_day(side: Side) -> tuple[str, str]:
    said = side.claim.said or side.reported or ""
    return said.rpartition("/")[2], side.claim.id
