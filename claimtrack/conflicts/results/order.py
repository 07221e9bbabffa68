"""The order in which conflicts are shown: events by their worst, in each topic by topic, kind by
kind, block by block."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from claimtrack.conflicts.kinds import KINDS
from claimtrack.conflicts.results.outcome import Outcome, Pair
from claimtrack.conflicts.verdicts import VERDICTS

Mark = tuple[bool, int, float]
"""How bad a conflict is, the worst first: whether it is quiet, its verdict, how far apart."""
T = TypeVar("T")


class _Marked(NamedTuple):
    outcome: Outcome
    mark: Mark
    matter: str


def ordered(
    outcomes: Iterable[Outcome], is_shown: Callable[[Outcome], bool], blocks: Mapping[Pair, str]
) -> list[Outcome]:
    """Events by their worst, then topics; within a topic by kind, verdict, distance; unshown last.

    What is in one block, or stands against one denial, stays together, the plainest first.
    """
    marked = [
        _Marked(each, _mark(each, is_shown(each)), blocks.get(each.pair) or _matter(each))
        for each in outcomes
    ]
    events = _worst((_event(each.outcome), each.mark) for each in marked)
    topics = _worst(((_event(each.outcome), each.outcome.topic), each.mark) for each in marked)
    matters = _worst((each.matter, each.mark) for each in marked)

    def key(marked: _Marked) -> tuple[object, ...]:
        event, topic = _event(marked.outcome), marked.outcome.topic
        return (
            marked.mark[0], events[event], event, topics[event, topic], topic or "",
            KINDS[marked.outcome.kind].place, matters[marked.matter], marked.matter,
        )  # fmt: skip

    together: dict[tuple[object, ...], list[_Marked]] = defaultdict(list)
    for each in marked:
        together[key(each)].append(each)
    groups = (sorted(together[place], key=_within) for place in sorted(together))
    return [each.outcome for group in groups for each in group]


def _within(marked: _Marked) -> tuple[object, ...]:
    """The worst first, of these the plainest."""
    first, second = marked.outcome.claims
    ids = (first, second) if first < second else (second, first)
    return (*marked.mark[1:], *_faintness(marked.outcome), ids)


def _event(outcome: Outcome) -> str:
    return outcome.event.key if outcome.event else ""


def _worst(marks: Iterable[tuple[T, Mark]]) -> dict[T, Mark]:
    """The worst mark in each group of conflicts."""
    worst: dict[T, Mark] = {}
    for group, mark in marks:
        if group not in worst or mark < worst[group]:
            worst[group] = mark
    return worst


def _matter(outcome: Outcome) -> str:
    """What a conflict belongs together with: the denial, else itself."""
    return outcome.denial or " ".join(sorted(outcome.claims))


def _mark(outcome: Outcome, shown: bool) -> Mark:
    ratio = outcome.gap.ratio if outcome.gap and outcome.gap.ratio else 1.0
    return not shown, VERDICTS.index(outcome.verdict), -math.log(ratio)


def _faintness(outcome: Outcome) -> tuple[int, int]:
    """How faintly a denial is opposed: by what the other does, then by how few say so."""
    of = 1 if outcome.stands[1] > outcome.stands[0] else 0
    return outcome.faint, -len(outcome.backers[of])
