"""Every kind of conflict: what searches for it, and where it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.conflicts.events import Links
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.kinds import figure, retelling, reversal, stance
from claimtrack.conflicts.statement.statement import Statement

Search = Callable[[Sequence[Statement], Links], Iterator[Finding]]
Ties = Callable[[Statement], Iterable[tuple[str, ...]]]


def _none(_: Statement) -> Iterable[tuple[str, ...]]:
    return ()


class Kind(NamedTuple):
    """How one kind is found, and its place among the kinds of a topic, the lowest first.

    Where a kind chooses among its findings, ``ties`` gives what those have in common among which
    it does: statements with one tie are looked at together, in whichever events they are told.
    """

    find: Search
    place: int
    ties: Ties = _none


KINDS = {
    "retelling": Kind(retelling.find, place=4),
    "reversal": Kind(reversal.find, place=2, ties=reversal.ties),
    "stance": Kind(stance.find, place=3, ties=stance.ties),
    "figure": Kind(figure.find, place=1),
}
"""In the order of the search: where two kinds find the same two claims, the earlier one has them.

Figures are shown first, since they are what can be checked.
"""
