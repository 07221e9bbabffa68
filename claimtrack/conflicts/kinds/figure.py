"""Figures for one thing that do not agree.

Every two figures of one population that no barrier of :mod:`comparable` keeps apart are judged by
the table of :mod:`verdict`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product

from claimtrack.conflicts.events import Links
from claimtrack.conflicts.figures.apart import apart
from claimtrack.conflicts.figures.comparable import barrier
from claimtrack.conflicts.figures.counts import counts, every_count, kind_of
from claimtrack.conflicts.figures.evidence import impossible
from claimtrack.conflicts.figures.match import matches
from claimtrack.conflicts.figures.measures import MEASURE
from claimtrack.conflicts.figures.setting import Seen, setting
from claimtrack.conflicts.figures.verdict import (
    AGREE,
    Judgement,
    judge,
    of_one_thing,
    unless_contradicting,
)
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.statement.course import step
from claimtrack.conflicts.statement.distance import WINDOW, days_between, follows
from claimtrack.conflicts.statement.statement import Count, Statement, by_day
from claimtrack.conflicts.verdicts import SHOWN, gap
from claimtrack.conflicts.weights import threshold

KIND = "figure"
NEIGHBOURS = 40
"""In a topic of very many figures, each is compared with so many before it in time."""

_LOST = 2
"""The step of :mod:`courses` for what came of a deed."""

Pair = tuple[Count, Count]


def find(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    """Every two figures of one thing that do not simply agree."""
    texts = {statement.place for statement in statements if statement.layout}
    yield from _by_evidence(
        [statement for statement in statements if statement.place in texts], links
    )
    for pair in dict.fromkeys(pairs(counts(statements), links)):
        earlier, later = sorted(pair, key=_day)
        if barrier(earlier, later, links) is None:
            weighed = earlier.statement.place in texts and later.statement.place in texts
            judged = (_unshown if weighed else judgement)(earlier, later)
            if judged.verdict != AGREE:
                yield finding(earlier, later, judged)


def _by_evidence(statements: Sequence[Statement], links: Links) -> Iterator[Finding]:
    """Figures of articles whose texts are there, by all that speaks for and against them."""
    least = threshold(KIND)
    for match in matches(candidates(statements, links), links, least):
        if match.score >= least:
            left, right = sorted((seen.count for seen in match.pair), key=_day)
            judged = of_one_thing(left, right)
            if judged.verdict in SHOWN:
                explained = Judgement(judged.verdict, f"{judged.reason} ({match.why})")
                yield finding(left, right, explained)


def candidates(statements: Sequence[Statement], links: Links) -> Iterator[tuple[Seen, Seen]]:
    """Figures of one dimension, told of one event."""
    groups: dict[str, dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for count in every_count(statements):
        seen = Seen(count, setting(count))
        groups[seen.setting.dimension][count.statement.place].append(seen)
    for _, places in sorted(groups.items()):
        for place, own in places.items():
            for pair in combinations(own[:NEIGHBOURS], 2):
                if kept_apart(*pair, links) is None:
                    yield pair
            later = [far for far in sorted(links[place]) if place < far]
            yield from _across(own, later, places, links)


def _across(
    own: Sequence[Seen],
    places_after: Iterable[str],
    places: Mapping[str, Sequence[Seen]],
    links: Links,
) -> Iterator[tuple[Seen, Seen]]:
    """Figures of two articles, each with so many others at most."""
    room = [NEIGHBOURS] * len(own)
    for far in places_after:
        rights = places.get(far, ())
        for at, left in enumerate(own):
            for right in rights:
                if not room[at]:
                    break
                if kept_apart(left, right, links) is None:
                    room[at] -= 1
                    yield left, right


def kept_apart(left: Seen, right: Seen, links: Links) -> str | None:
    """Why two figures cannot contradict each other, in words; None where nothing is known."""
    return impossible(left.count, right.count, links) or apart(
        (left.count, left.setting), (right.count, right.setting)
    )


def judgement(left: Count, right: Count) -> Judgement:
    """The table's verdict, where it is worth telling.

    A contradiction told too far apart in time is none; a plan and a deed of one size agree, and
    so do a deed and the fewer that were lost in it.
    """
    judged = _of_phases(judge(left, right), left, right)
    apart = days_between(left.statement, right.statement)
    if judged.verdict in SHOWN and apart is not None and apart > WINDOW:
        return Judgement(AGREE, f"told {apart} days apart, too far to contradict each other")
    return judged


def _unshown(left: Count, right: Count) -> Judgement:
    """The table's verdict where it is no contradiction; those of weighed figures are told apart."""
    judged = unless_contradicting(left, right)
    return _of_phases(judged, left, right) if judged else Judgement(AGREE, "weighed elsewhere")


def _of_phases(judged: Judgement, left: Count, right: Count) -> Judgement:
    if judged.verdict == "different phase" and _goes_together(left, right):
        return Judgement(AGREE, f"{judged.reason}, and the numbers agree")
    return judged


def _goes_together(left: Count, right: Count) -> bool:
    if gap(left.near, right.near) is None:
        return True
    fewer, more = sorted((left, right), key=lambda count: count.near.low)
    return step(fewer.matter.state) == _LOST and step(more.matter.state) != _LOST


def finding(left: Count, right: Count, judged: Judgement) -> Finding:
    """A judged pair; what one actor takes back on another day is a reversal."""
    a, b = left.statement, right.statement
    one_actor = bool(set(a.actors) & set(b.actors)) and a.days.last != b.days.last
    kind = "reversal" if one_actor and judged.verdict in SHOWN else KIND
    apart = None if left.matter.sort == MEASURE else gap(left.near, right.near)
    return Finding(kind, judged.verdict, judged.reason, (a, b), (left, right), apart)


def _day(count: Count) -> tuple[int, str]:
    return by_day(count.statement)


def pairs(counted: Iterable[Count], links: Links) -> Iterator[Pair]:
    """Pairs that could be of one thing: one population, articles of one event or one topic."""
    populations: dict[tuple[str, str | None], list[Count]] = defaultdict(list)
    for count in counted:
        populations[count.matter.population, count.matter.unit].append(count)
    several = (kind for kind, group in populations.items() if len(group) > 1)
    for kind in sorted(several, key=_spelled):
        yield from _within(populations[kind], links)


def _spelled(kind: tuple[str | None, ...]) -> list[str]:
    return [word or "" for word in kind]


def _within(group: Sequence[Count], links: Links) -> Iterator[Pair]:
    ordered = sorted(group, key=_day)
    places: dict[str, list[Count]] = defaultdict(list)
    topics: dict[str, list[Count]] = defaultdict(list)
    for count in ordered:
        places[count.statement.place].append(count)
        if count.statement.topic:
            topics[count.statement.topic].append(count)
    for place, own in places.items():
        yield from _told_together(own[:NEIGHBOURS])
        for linked in sorted(links[place]):
            if place < linked and linked in places and not _one_topic(own, places[linked]):
                yield from product(own[:NEIGHBOURS], places[linked][:NEIGHBOURS])
    for same in topics.values():
        yield from _neighbours(same)


def _told_together(own: Sequence[Count]) -> Iterator[Pair]:
    """Pairs in one article.

    Where one actor has two figures there that do not agree, it tells of several events, and only
    figures in one sentence or the next are of one.
    """
    if len(own) < 2:
        return
    kinds: dict[tuple[str | None, ...], list[Count]] = defaultdict(list)
    for count in sorted(own, key=lambda count: count.statement.position):
        kinds[kind_of(count.matter)].append(count)
    apart = {
        kind for kind, counted in kinds.items() if any(map(_is_of_two, combinations(counted, 2)))
    }
    for left, right in combinations(own, 2):
        kind = kind_of(left.matter)
        if kind != kind_of(right.matter) or kind not in apart:
            yield left, right
    for kind in sorted(apart, key=_spelled):
        yield from (pair for pair in pairwise(kinds[kind]) if _follow(*pair))


def _follow(left: Count, right: Count) -> bool:
    return follows(left.statement, right.statement)


def _is_of_two(pair: Pair) -> bool:
    left, right = pair
    same = bool(set(left.statement.actors) & set(right.statement.actors))
    return same and gap(left.near, right.near) is not None


def _one_topic(some: Sequence[Count], rest: Sequence[Count]) -> bool:
    topics = {count.statement.topic for count in (*some, *rest)}
    return len(topics) == 1 and None not in topics


def _neighbours(ordered: Sequence[Count]) -> Iterator[Pair]:
    """Each count with those shortly before it in other articles, as pairs in the order of these."""
    for at, count in enumerate(ordered):
        for earlier in ordered[max(0, at - NEIGHBOURS) : at]:
            first, second = sorted((earlier, count), key=lambda each: each.statement.place)
            if first.statement.place != second.statement.place:
                yield first, second
