"""Findings made into outcomes: under which topic, on which sides, how many origins say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from claimtrack.conflicts.events import Links, Shelf, of_one_event, shelve
from claimtrack.conflicts.figures.comparable import are_comparable
from claimtrack.conflicts.figures.counts import counts
from claimtrack.conflicts.figures.verdict import meet, phase
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.proposition import sureness
from claimtrack.conflicts.results.aside import set_aside
from claimtrack.conflicts.results.event_names import events_of
from claimtrack.conflicts.results.event_titles import Event
from claimtrack.conflicts.results.headings import headings
from claimtrack.conflicts.results.origins import named
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.statement.course import is_stock
from claimtrack.conflicts.statement.side import NEGATIVE, PLAINEST
from claimtrack.conflicts.statement.statement import Count, Statement
from claimtrack.lexicon.stems import likeness
from claimtrack.model import Interval

T = TypeVar("T")
_ALIKE = 0.25
"""How alike the words of those are, 0 to 1, who make one statement."""


class Backing(NamedTuple):
    """Where to look for those who say the same, and what was found.

    Figures are sorted by their phase, statements by what those share who can say the same;
    ``origins`` are whose these statements are.
    """

    counts: Mapping[Hashable, Shelf[Count]]
    statements: Mapping[Hashable, Shelf[Statement]]
    origins: Mapping[Hashable, frozenset[str]]
    links: Links
    known: dict[tuple[str, int | None], tuple[str, ...]]


def present(
    findings: Sequence[Finding], statements: Sequence[Statement], links: Links
) -> list[Outcome]:
    """The outcomes of some findings, in their order; then what was not compared with them."""
    if not findings:
        return []
    places = {statement.place for finding in findings for statement in finding.pair}
    events = events_of(statements, places, links)
    topics = headings(findings)
    of = {id(finding): topic for finding, topic in zip(findings, topics, strict=True)}
    aside = [(apart, of[id(near)]) for near, apart in set_aside(findings, statements, links)]
    pairs = (*zip(findings, topics, strict=True), *aside)
    backing = _backing([finding for finding, _ in pairs], statements, links)
    return [_outcome(finding, topic, _event(finding, events), backing) for finding, topic in pairs]


def _backing(findings: Sequence[Finding], statements: Sequence[Statement], links: Links) -> Backing:
    """Where to look for those who say the same as a side of one of these findings."""
    phases = {phase(count) for finding in findings for count in finding.counts or ()}
    figures: dict[Hashable, list[tuple[Statement, Count]]] = defaultdict(list)
    for count in counts(statements) if phases else ():
        if phase(count) in phases:
            figures[phase(count)].append((count.statement, count))
    ways = {_way(side) for finding in findings if not finding.counts for side in finding.pair}
    own: dict[Hashable, list[tuple[Statement, Statement]]] = defaultdict(list)
    for statement in statements if ways else ():
        if (way := _way(statement)) in ways:
            own[way].append((statement, statement))
    shelves = (
        {key: shelve(items) for key, items in figures.items()},
        {key: shelve(items) for key, items in own.items()},
    )
    origins = {key: frozenset(each.origin for each, _ in items) for key, items in own.items()}
    return Backing(*shelves, origins, links, {})


def _shelf(shelves: Mapping[Hashable, Shelf[T]], key: Hashable) -> Shelf[T]:
    return shelves.get(key) or shelve(())


def _event(finding: Finding, events: Mapping[str, Event]) -> Event | None:
    """The event of both sides; none where an analyst's topic holds two events together."""
    left, right = (events.get(statement.place) for statement in finding.pair)
    return left if left == right else None


def _outcome(finding: Finding, topic: str | None, event: Event | None, backing: Backing) -> Outcome:
    pair, counts = finding.pair, finding.counts
    stands = (0, 0) if counts else (pair[0].side, pair[1].side)
    plainest = pair[1 if stands[1] > stands[0] else 0].claim.stance
    return Outcome(
        kind=finding.kind,
        verdict=finding.verdict,
        reason=finding.reason,
        claims=(pair[0].claim.id, pair[1].claim.id),
        figures=(counts[0].index, counts[1].index) if counts else None,
        gap=finding.gap,
        topic=topic,
        phase=phase(counts[0]) if counts else None,
        backers=_backers(finding, backing),
        stands=stands,
        faint=PLAINEST.index(plainest) if plainest in PLAINEST else len(PLAINEST),
        also=tuple(statement.claim.id for statement in finding.also),
        event=event,
    )


def _backers(finding: Finding, backing: Backing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The independent origins that say what each side says of the same event, by name."""
    if finding.counts:
        left, right = finding.counts
        return _same_figure(left, backing), _same_figure(right, backing)
    first, second = finding.pair
    return _same_side(first, backing), _same_side(second, backing)


def _same_figure(count: Count, backing: Backing) -> tuple[str, ...]:
    """Those who have a figure that speaks for this one; looked for once."""
    key = (count.statement.claim.id, count.index)
    if key not in backing.known:
        backing.known[key] = _speaking_for(count, backing)
    return backing.known[key]


def _speaking_for(count: Count, backing: Backing) -> tuple[str, ...]:
    backers = {count.statement.origin: count.statement}
    for backer in of_one_event(
        count.statement, _shelf(backing.counts, phase(count)), backing.links
    ):
        if backer.statement.origin in backers or not backs(backer, count):
            continue
        if are_comparable(count, backer, backing.links):
            backers[backer.statement.origin] = backer.statement
    return named(backers.values())


def backs(backer: Count, count: Count) -> bool:
    """Whether one figure speaks for another: what the one means can be said in the other's words.

    "112" backs "mindestens 90", "etwa 10.000" and "10.000" each other; "mindestens 18" goes with
    "mindestens 90" and with 41, and says neither.
    """
    if not meet(count.near, backer.near):
        return False
    return _is_within(backer.near, count.far) or (
        _is_closed(backer.near) and _is_within(count.near, backer.far)
    )


def _is_closed(interval: Interval) -> bool:
    return interval.low > 0 and interval.high is not None


def _is_within(inner: Interval, outer: Interval) -> bool:
    above = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return inner.low >= outer.low and above


def _same_side(statement: Statement, backing: Backing) -> tuple[str, ...]:
    """Those who make the same statement with the same sign, and do the same; looked for once."""
    key = (statement.claim.id, None)
    if key not in backing.known:
        way = _way(statement)
        backers = {statement.origin: statement}
        every = len(backing.origins.get(way, frozenset()) | backers.keys())
        for backer in of_one_event(statement, _shelf(backing.statements, way), backing.links):
            if backer.origin not in backers and _says_the_same(backer, statement):
                backers[backer.origin] = backer
            if len(backers) == every:
                break
        backing.known[key] = named(backers.values())
    return backing.known[key]


def _says_the_same(backer: Statement, statement: Statement) -> bool:
    return (
        bool(backer.actors)
        and likeness(backer.gist, statement.gist) >= _ALIKE
        and sureness(statement, backer) == "surely"
    )


def _way(statement: Statement) -> Hashable:
    """What two statements share where they can say the same: sign, deed and what is counted."""
    return statement.side, _act(statement), _is_of_stock(statement)


def _is_of_stock(statement: Statement) -> bool:
    """Whether it tells how many there are at all, or take part in an exercise, and nothing else."""
    states = [matter.state for matter in statement.counted if matter and matter.state]
    return bool(states) and all(map(is_stock, states))


def _act(statement: Statement) -> str:
    """To deny, to doubt and not to confirm are three things; to say or confirm something is one."""
    stance = statement.claim.stance
    return stance if stance in NEGATIVE else "says"
