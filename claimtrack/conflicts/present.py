"""Findings made into conflicts for an analyst: topic, sides, origins, rulings, order."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from claimtrack.conflicts import figure
from claimtrack.conflicts.headings import headings
from claimtrack.conflicts.kinds import KINDS
from claimtrack.conflicts.links import Links, Shelf, of_one_event, shelve
from claimtrack.conflicts.proposition import sureness
from claimtrack.conflicts.same import barrier
from claimtrack.conflicts.statements import Count, Statement
from claimtrack.conflicts.values import Conflict, Finding, Side
from claimtrack.conflicts.verdict import VERDICTS, gap, phase
from claimtrack.identity import ruling_stamp
from claimtrack.model import Interval, Ledger, Ruling

_PLAINEST = {"confirms": 0, "announces": 1, "accuses": 2}
Mark = tuple[bool, int, float]
T = TypeVar("T")


class Backing(NamedTuple):
    """Where to look for those who say the same."""

    counts: Shelf[Count]
    statements: Shelf[Statement]
    links: Links


def present(
    findings: Sequence[Finding], statements: Sequence[Statement], links: Links, ledger: Ledger
) -> tuple[Conflict, ...]:
    """The conflicts of some findings, topic by topic, in each kind by kind, the worst first."""
    rulings = {frozenset(ruling.claims): ruling for ruling in ledger.rulings}
    counts = [(each.statement, each) for each in figure.counts(statements)]
    backing = Backing(shelve(counts), shelve((each, each) for each in statements), links)
    found = []
    for finding, topic in zip(findings, headings(findings), strict=True):
        ruling = rulings.get(finding.ids)
        backers = _backers(finding, backing)
        found.append(_conflict(finding, topic, backers, ruling, ledger))
    return tuple(_sorted(found))


def _conflict(
    finding: Finding,
    topic: str | None,
    backers: Sequence[int],
    ruling: Ruling | None,
    ledger: Ledger,
) -> Conflict:
    pair, counts = finding.pair, finding.counts
    figures = [count.figure for count in counts] if counts else [None, None]
    one, other = (
        Side(
            claim=statement.claim,
            figure=its,
            origins=origins,
            line=ledger.lines.get(statement.claim.id, 0),
            outlet=statement.source.outlet if statement.source else None,
            reported=statement.claim.reported
            or (statement.source.published if statement.source else None),
            stands=0 if counts else statement.side,
        )
        for statement, its, origins in zip(pair, figures, backers, strict=True)
    )
    return Conflict(
        kind=finding.kind,
        verdict=finding.verdict,
        reason=finding.reason,
        sides=(one, other),
        topic=topic,
        phase=phase(counts[0]) if counts else None,
        gap=finding.gap,
        ruling=ruling,
        stale=ruling is not None and _is_stale(ruling, pair),
    )


def _is_stale(ruling: Ruling, pair: Iterable[Statement]) -> bool:
    """Whether a claim says something else than when it was ruled on."""
    now = {one.claim.id: ruling_stamp(one.claim) for one in pair}
    return any(
        now[ident] != mark for ident, mark in zip(ruling.claims, ruling.stamps, strict=False)
    )


def _backers(finding: Finding, backing: Backing) -> tuple[int, int]:
    """How many independent origins say what each side says, told of the same event."""
    if finding.counts:
        one, other = finding.counts
        return _same_figure(one, backing), _same_figure(other, backing)
    first, second = finding.pair
    return _same_side(first, backing), _same_side(second, backing)


def _same_figure(count: Count, backing: Backing) -> int:
    origins = {count.statement.origin}
    for other in of_one_event(count.statement, backing.counts, backing.links):
        if phase(other) != phase(count) or not backs(other, count):
            continue
        if barrier(count, other, backing.links) is None:
            origins.add(other.statement.origin)
    return len(origins)


def backs(other: Count, count: Count) -> bool:
    """Whether one figure speaks for another: what the one means can be said in the other's words.

    "112" backs "mindestens 90", "etwa 10.000" and "10.000" each other; "mindestens 18" goes with
    "mindestens 90" and with 41, and says neither.
    """
    if gap(count.near, other.near):
        return False
    return _is_within(other.near, count.far) or (
        _is_closed(other.near) and _is_within(count.near, other.far)
    )


def _is_closed(interval: Interval) -> bool:
    return interval.low > 0 and interval.high is not None


def _is_within(inner: Interval, outer: Interval) -> bool:
    above = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return inner.low >= outer.low and above


def _same_side(statement: Statement, backing: Backing) -> int:
    origins = {statement.origin}
    for other in of_one_event(statement, backing.statements, backing.links):
        if other.actors and other.side == statement.side and sureness(statement, other) == "surely":
            origins.add(other.origin)
    return len(origins)


def _sorted(found: Iterable[Conflict]) -> list[Conflict]:
    """Topics by their worst; within a topic by kind, verdict, distance; unshown ones last.

    What stands against one denial stays together, the plainest first.
    """
    conflicts = list(found)
    topics = _worst(conflicts, lambda each: each.topic)
    matters = _worst(conflicts, _matter)
    return sorted(
        conflicts,
        key=lambda each: (
            not each.shown, topics[each.topic], each.topic or "", KINDS[each.kind].place,
            matters[_matter(each)], _matter(each), *_weight(each), _faintness(each),
            sorted(each.ids),
        ),
    )  # fmt: skip


def _worst(conflicts: Iterable[Conflict], group: Callable[[Conflict], T]) -> dict[T, Mark]:
    """The worst mark in each group of conflicts."""
    worst: dict[T, Mark] = {}
    for conflict in conflicts:
        mark = (not conflict.shown, *_weight(conflict))
        worst[group(conflict)] = min(worst.get(group(conflict), mark), mark)
    return worst


def _matter(conflict: Conflict) -> str:
    """What a conflict belongs together with: the denial, else itself."""
    return conflict.denial or " ".join(sorted(conflict.ids))


def _weight(conflict: Conflict) -> tuple[int, float]:
    ratio = conflict.gap.ratio if conflict.gap and conflict.gap.ratio else 1.0
    return VERDICTS.index(conflict.verdict), -math.log(ratio)


def _faintness(conflict: Conflict) -> tuple[int, int]:
    """How faintly a denial is opposed: confirming is plainer than charging, that than saying."""
    of = max(conflict.sides, key=lambda side: side.stands)
    return _PLAINEST.get(of.claim.stance, len(_PLAINEST)), -of.origins
