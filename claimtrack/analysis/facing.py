"""What two sets of claims say on one thing: figures, agreeing or not, and opposed stances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from claimtrack.conflicts.events import Links, link, of_one_event, shelve
from claimtrack.conflicts.figures.comparable import barrier
from claimtrack.conflicts.figures.counts import counts
from claimtrack.conflicts.figures.verdict import AGREE, phase
from claimtrack.conflicts.kinds import figure, stance
from claimtrack.conflicts.kinds.opponents import are_related
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
    claims_a: Sequence[Statement], claims_b: Sequence[Statement], by_hand: Sequence[Event] = ()
) -> Iterator[Facing]:
    """Figures of one thing and phase, and opposed stances; the first of one side each time.

    A claim that stands on both sides faces nobody. ``by_hand`` is what an analyst says of events:
    it settles which articles tell of one.
    """
    both = {each.claim.id for each in claims_a} & {each.claim.id for each in claims_b}
    own_a = [each for each in claims_a if each.claim.id not in both]
    own_b = [each for each in claims_b if each.claim.id not in both]
    links = link([*own_a, *own_b], by_hand)
    yield from _counted(own_a, own_b, links)
    yield from _opposed(own_a, own_b, links)


def _counted(
    own_a: Iterable[Statement], own_b: Iterable[Statement], links: Links
) -> Iterator[Facing]:
    for a, b in _of_one_kind(counts(own_a), counts(own_b)):
        if barrier(a, b, links) is None:
            judged = figure.judgement(a, b)
            yield Facing(a.statement.claim, b.statement.claim, *judged, (a.figure, b.figure))


def _opposed(
    own_a: Iterable[Statement], own_b: Iterable[Statement], links: Links
) -> Iterator[Facing]:
    """One surely denies or doubts what the other says; not to confirm says too little."""
    shelves = {
        side: shelve((statement, statement) for statement in own_b if statement.side == side)
        for side in (1, -1)
    }
    for a in filter(_speaks, own_a):
        for b in of_one_event(a, shelves[-a.side], links):
            if _speaks(b) and sureness(a, b) == "surely" and not are_related(a, b):
                yield Facing(a.claim, b.claim, "conflict", f"{stance.says(a)}, {stance.says(b)}")


def _speaks(statement: Statement) -> bool:
    return bool(statement.side and statement.actors) and statement.claim.stance != "withholds"


def _of_one_kind(
    counts_a: Iterable[Count], counts_b: Iterable[Count]
) -> Iterator[tuple[Count, Count]]:
    kinds: dict[tuple[str | None, ...], list[Count]] = {}
    for count in counts_b:
        kinds.setdefault(_kind(count), []).append(count)
    for count in counts_a:
        yield from product([count], kinds.get(_kind(count), ())[: figure.NEIGHBOURS])


def _kind(count: Count) -> tuple[str | None, ...]:
    return count.matter.population, count.matter.unit, phase(count)


RANK = ("conflict", "tension", AGREE, "update", "same origin")
"""What is shown of a claim that faces several: the most telling."""
