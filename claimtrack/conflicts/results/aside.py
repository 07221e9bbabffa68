"""What was not compared, though it counts the same thing in the same event: with the reason.

A figure stands aside that is in no pair at all, and would not agree with one that is disputed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimtrack.conflicts.events import Links, one_event
from claimtrack.conflicts.figures.comparable import barrier
from claimtrack.conflicts.figures.counted_evidence import FATES
from claimtrack.conflicts.figures.counts import counts
from claimtrack.conflicts.figures.evidence import evidence
from claimtrack.conflicts.figures.setting import Seen, setting
from claimtrack.conflicts.figures.verdict import phase
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.statement.statement import Count, Statement
from claimtrack.conflicts.verdicts import NOT_COMPARED, SHOWN, gap
from claimtrack.conflicts.weights import reason

_FIRST = 40
"""With so many disputed figures of one thing, a figure that stands aside is held against these."""

Place = tuple[str, str]
"""A figure: the claim's id and the figure's words."""


def set_aside(
    findings: Sequence[Finding], statements: Iterable[Statement], links: Links
) -> Iterator[tuple[Finding, Finding]]:
    """Each figure that stands aside, with the finding whose figure it would not agree with.

    It is a finding, too, of that figure and the one aside: its verdict is ``not compared``.
    """
    disputed = _disputed(findings)
    taken = {_place(count) for finding in findings for count in finding.counts or ()}
    for count in counts(statements) if disputed else ():
        if _place(count) not in taken:
            rivals = disputed.get((count.matter.population, count.matter.unit), ())[:_FIRST]
            aside = next(_held_against(count, rivals, links), None)
            if aside:
                yield aside


Disputed = dict[tuple[str, str | None], list[tuple[Finding, Count]]]


def _disputed(findings: Iterable[Finding]) -> Disputed:
    """The figures that are disputed by what they count, each once."""
    disputed: Disputed = defaultdict(list)
    known: set[Place] = set()
    for finding in findings:
        for count in finding.counts or ():
            if finding.verdict in SHOWN and count.matter.population and _place(count) not in known:
                known.add(_place(count))
                disputed[count.matter.population, count.matter.unit].append((finding, count))
    return disputed


def _held_against(
    count: Count, rivals: Iterable[tuple[Finding, Count]], links: Links
) -> Iterator[tuple[Finding, Finding]]:
    for finding, rival in rivals:
        disputed, aside = rival.statement, count.statement
        apart = gap(rival.near, count.near)
        if (
            apart is None
            or disputed.claim.id == aside.claim.id
            or not one_event(disputed, aside, links)
        ):
            continue
        if {rival.matter.state, count.matter.state} <= FATES and not _is_one_fate(rival, count):
            continue
        why = barrier(rival, count, links) or _against(rival, count, links)
        if why:
            pair = (disputed, aside)
            yield finding, Finding("figure", NOT_COMPARED, why, pair, (rival, count), apart)


def _is_one_fate(left: Count, right: Count) -> bool:
    """Not so of the dead and the injured: nobody would expect these to be compared."""
    return phase(left) == phase(right)


def _against(left: Count, right: Count, links: Links) -> str:
    """What weighs most against their being of one thing, where nothing makes it impossible."""
    if left.statement.layout is None or right.statement.layout is None:
        return ""
    pieces = evidence(Seen(left, setting(left)), Seen(right, setting(right)), links)
    _, _, against = reason("figure", pieces).partition("against it: ")
    return against


def _place(count: Count) -> Place:
    return count.statement.claim.id, count.figure.text
