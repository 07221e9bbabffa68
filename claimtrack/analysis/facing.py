"""What two sets of claims say on one thing: figures, agreeing or not, and opposed stances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from claimtrack.conflicts.events import Links, link, of_one_event, shelve
from claimtrack.conflicts.figures.comparable import barrier
from claimtrack.conflicts.figures.verdict import AGREE, phase
from claimtrack.conflicts.kinds import figure, stance
from claimtrack.conflicts.proposition import sureness
from claimtrack.conflicts.statement.statement import Count, Statement
from claimtrack.model import Claim, Event, Figure


@dataclass(frozen=True, slots=True)
class Facing:
    """Two claims on one thing, the verdict on them, and why.

    ``figures`` are those that count it, none where one denies what the other says. The verdict is
    ``agree`` where both figures can be meant.
    """

    a: Claim
    b: Claim
    verdict: str
    reason: str
    figures: tuple[Figure | None, Figure | None] = (None, None)


def across(
    one: Sequence[Statement], other: Sequence[Statement], told: Sequence[Event] = ()
) -> Iterator[Facing]:
    """Figures of one thing and phase, and opposed stances; the first of one side each time.

    A claim that stands on both sides faces nobody. ``told`` is what an analyst says of events: it
    settles which articles tell of one.
    """
    both = {each.claim.id for each in one} & {each.claim.id for each in other}
    mine = [each for each in one if each.claim.id not in both]
    theirs = [each for each in other if each.claim.id not in both]
    links = link([*mine, *theirs], told)
    yield from _counted(mine, theirs, links)
    yield from _opposed(mine, theirs, links)


def _counted(
    mine: Iterable[Statement], theirs: Iterable[Statement], links: Links
) -> Iterator[Facing]:
    for a, b in _of_one_kind(figure.counts(mine), figure.counts(theirs)):
        if barrier(a, b, links) is None:
            judged = figure.judgement(a, b)
            yield Facing(a.statement.claim, b.statement.claim, *judged, (a.figure, b.figure))


def _opposed(
    mine: Iterable[Statement], theirs: Iterable[Statement], links: Links
) -> Iterator[Facing]:
    """One surely denies or doubts what the other says; not to confirm says too little."""
    shelves = {side: shelve((one, one) for one in theirs if one.side == side) for side in (1, -1)}
    for a in filter(_speaks, mine):
        for b in of_one_event(a, shelves[-a.side], links):
            if _speaks(b) and sureness(a, b) == "surely" and not stance.are_related(a, b):
                yield Facing(a.claim, b.claim, "conflict", f"{stance.says(a)}, {stance.says(b)}")


def _speaks(one: Statement) -> bool:
    return bool(one.side and one.actors) and one.claim.stance != "withholds"


def _of_one_kind(one: Iterable[Count], other: Iterable[Count]) -> Iterator[tuple[Count, Count]]:
    kinds: dict[tuple[str | None, ...], list[Count]] = {}
    for count in other:
        kinds.setdefault(_kind(count), []).append(count)
    for count in one:
        yield from product([count], kinds.get(_kind(count), ())[: figure.NEIGHBOURS])


def _kind(count: Count) -> tuple[str | None, ...]:
    return count.matter.population, count.matter.unit, phase(count)


RANK = ("conflict", "tension", AGREE, "update", "same origin")
"""What is shown of a claim that faces several: the most telling."""
