"""Findings made into conflicts for an analyst: topic, sides, origins, rulings, order."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from claimtrack.concepts import label
from claimtrack.conflicts import figure
from claimtrack.conflicts.kinds import KINDS
from claimtrack.conflicts.links import Links, Shelf, of_one_event, shelve
from claimtrack.conflicts.proposition import shared, sureness
from claimtrack.conflicts.same import barrier
from claimtrack.conflicts.statements import Count, Statement
from claimtrack.conflicts.values import Conflict, Finding, Side
from claimtrack.conflicts.verdict import VERDICTS, gap, phase
from claimtrack.identity import stamp
from claimtrack.model import Ledger, Ruling
from claimtrack.wording import stem, words

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
    for finding in findings:
        ruling = rulings.get(finding.ids)
        backers = _backers(finding, backing)
        found.append(_conflict(finding, backers, ruling, ledger))
    return tuple(_sorted(found))


def _conflict(
    finding: Finding, backers: Sequence[int], ruling: Ruling | None, ledger: Ledger
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
        topic=_topic(finding),
        phase=phase(counts[0]) if counts else None,
        gap=finding.gap,
        ruling=ruling,
        stale=ruling is not None and _is_stale(ruling, pair),
    )


def _is_stale(ruling: Ruling, pair: Iterable[Statement]) -> bool:
    """Whether a claim says something else than when it was ruled on."""
    now = {one.claim.id: stamp(one.claim) for one in pair}
    return any(
        now[ident] != mark for ident, mark in zip(ruling.claims, ruling.stamps, strict=False)
    )


def _topic(finding: Finding) -> str | None:
    """The analyst's topic, else what both sides count or talk about, with its owner or place.

    What is only done, nobody knows where, is named by the title of the article.
    """
    one, other = finding.pair
    if one.topic or other.topic:
        return one.topic or other.topic
    both = [finding.counts[0].matter] if finding.counts else shared(one, other)
    if both and both[0].owners:
        return both[0].name
    places = [_as_written(place, one, other) for place in sorted(one.scene & other.scene)]
    what = both[0].name if both else _act(one, other) or _noun(one, other)
    if not both and one.place == other.place and one.source and not (what and places):
        return one.source.title or what
    return f"{what} ({places[0]})" if what and places else what


def _act(one: Statement, other: Statement) -> str | None:
    """The German label of what is done on both sides."""
    return next((label(act) for act in sorted(one.acts & other.acts)), None)


def _noun(one: Statement, other: Statement) -> str | None:
    """The first noun that both sides share."""
    both = one.gist & other.gist
    nouns = (word for word in words(one.claim.words)[1:] if word[:1].isupper())
    return next((word for word in nouns if stem(word) in both), None)


def _as_written(place: str, one: Statement, other: Statement) -> str:
    """A place as the text has it, not as its stem."""
    texts = (side.source.title for side in (one, other) if side.source and side.source.title)
    line = [word for text in (*texts, one.claim.words, other.claim.words) for word in words(text)]
    return next((word for word in line if stem(word) == place), place)


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
        if phase(other) != phase(count) or gap(count.near, other.near):
            continue
        if barrier(count, other, backing.links) is None:
            origins.add(other.statement.origin)
    return len(origins)


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
