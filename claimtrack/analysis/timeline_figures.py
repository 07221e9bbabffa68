"""The figures of one topic over time, and who changed sides on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.analysis.timeline import Row, rows
from claimtrack.conflicts import Conflict, disputes, prepared
from claimtrack.conflicts.events import Links, connected, link
from claimtrack.conflicts.figures.counts import counts
from claimtrack.conflicts.figures.verdict import phase
from claimtrack.conflicts.results.headings import as_written
from claimtrack.conflicts.statement.course import is_stock
from claimtrack.conflicts.statement.passage import NO_TEXT, Texts
from claimtrack.conflicts.statement.statement import Count, Statement
from claimtrack.lexicon.states import PLANNED, phase_of, states
from claimtrack.model import Claim, Figure, Interval, Ledger
from claimtrack.registry import Registry

Kind = tuple[object, ...]
"""What tells figures on one thing from all others."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in its place on the line of time, with what it can mean.

    ``phase`` is what happened to those it counts; "counted" where nothing is said of that.
    """

    row: Row
    figure: Figure
    phase: str
    near: Interval
    far: Interval

    @property
    def claim(self) -> Claim:
        """The claim that the figure stands in."""
        return self.row.claim


@dataclass(frozen=True, slots=True)
class Turn:
    """One actor on two sides of a matter, the earlier claim first."""

    before: Claim
    after: Claim


@dataclass(frozen=True, slots=True)
class Series:
    """A topic's figures in order of saying, and the changes of side on it.

    ``elsewhere`` counts the chosen figures that are of other events, and so not told.
    """

    topic: str
    points: tuple[Point, ...]
    turns: tuple[Turn, ...] = ()
    elsewhere: int = 0

    @property
    def phases(self) -> tuple[str, ...]:
        """The phases in the order of their first figure."""
        return tuple(dict.fromkeys(point.phase for point in self.points))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A ledger as far as a series needs it.

    ``claims`` reads the claims of some ids, ``articles`` all claims of some articles; ``links`` are
    the articles that tell of one event. Of ``ledger`` the rulings count.
    """

    claims: Callable[[Collection[str]], Sequence[Statement]]
    articles: Callable[[Collection[str]], Sequence[Statement]]
    links: Links
    ledger: Ledger


def surroundings(
    ledger: Ledger, registry: Registry | None = None, texts: Texts = NO_TEXT
) -> Surroundings:
    """Those of a ledger that is there as a whole; ``texts`` finds the text of an article."""
    statements = prepared(ledger, registry, texts)
    return Surroundings(
        lambda ids: [statement for statement in statements if statement.claim.id in ids],
        lambda places: [statement for statement in statements if statement.place in places],
        link(statements, ledger.events),
        ledger,
    )


def series(
    around: Surroundings, ids: Collection[str], among: Collection[str] = ()
) -> Series | None:
    """The figures in some claims of a ledger on the thing that most of them count.

    ``among`` are the claims whose figures on that thing are told, beside those of ``ids``:
    part of a topic's name chooses the topic, not a part of its figures. What is told is of one
    event, the one that most of the chosen figures are of (see :mod:`occasion`). Figures of how
    many there are at all are left out beside figures of what happens to them. Where nothing is
    counted there are the changes of side of the claims alone, None where nobody changed sides.
    """
    told_of = {*ids, *among}
    statements = around.claims(told_of)
    kinds = _kinds(counts(statements))
    main = _main(kinds, ids)
    if main is None:
        own = {statement.place for statement in statements if statement.claim.id in ids}
        turned = [turn for turn in _reversals(around, own) if turn.ids & set(ids)]
        return Series(turned[0].topic or "", (), _turns(turned)) if turned else None
    occasion = occasion_of(kinds[main], ids, around.links)
    shown = [
        count for count in occasion.counts if not is_stock(count.matter.state)
    ] or occasion.counts
    names = Counter(map(_name, shown))
    name = max(names, key=lambda name: (names[name], name))
    near = _reversals(around, {count.statement.place for count in shown})
    turns = _turns(
        conflict
        for conflict in near
        if _is_on(conflict.topic or "", names) and conflict.ids & told_of
    )
    return Series(occasion.title(name), tuple(_points(shown)), turns, occasion.elsewhere)


def _name(count: Count) -> str:
    return count.statement.topic or count.matter.name


def _reversals(around: Surroundings, places: Iterable[str]) -> Iterator[Conflict]:
    """The open changes of side in some articles and those that tell of their events."""
    near = {linked for place in places for linked in around.links[place]}
    conflicts = disputes(around.articles(near), around.links, around.ledger)
    return (conflict for conflict in conflicts if conflict.kind == "reversal" and conflict.shown)


def _is_on(topic: str, names: Collection[str]) -> bool:
    """Whether a topic has one of these names, wherever it is: "Tote (Denizli)" are "Tote"."""
    return topic in names or topic.rpartition(" (")[0] in names


def _turns(reversals: Iterable[Conflict]) -> tuple[Turn, ...]:
    return tuple(Turn(reversal.sides[0].claim, reversal.sides[1].claim) for reversal in reversals)


def _kinds(counted: Iterable[Count]) -> dict[Kind, list[Count]]:
    """The figures by what they count: one topic, or one population of one owner."""
    kinds: dict[Kind, list[Count]] = {}
    for count in counted:
        matter = count.matter
        kind = (count.statement.topic, matter.population, matter.unit, *sorted(matter.owners))
        kinds.setdefault(kind, []).append(count)
    return kinds


def _main(kinds: Mapping[Kind, Sequence[Count]], ids: Collection[str]) -> Kind | None:
    """What most of the figures in some claims count; None where they have none."""
    own = {kind: sum(count.statement.claim.id in ids for count in kinds[kind]) for kind in kinds}
    best = max(own, key=lambda kind: own[kind], default=None)
    return best if best is not None and own[best] else None


def _points(counted: Iterable[Count]) -> Iterable[Point]:
    """The figures in order of saying; several of one claim as its text has them."""
    by_claim: dict[str, list[Count]] = {}
    for count in counted:
        by_claim.setdefault(count.statement.claim.id, []).append(count)
    for row in rows(same[0].statement.claim for same in by_claim.values()):
        for count in by_claim[row.claim.id]:
            yield Point(row, count.figure, phase(count) or "counted", count.near, count.far)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Figures on one thing at one event, its place, and how many others were asked for."""

    counts: tuple[Count, ...]
    place: str | None = None
    elsewhere: int = 0

    def title(self, name: str) -> str:
        """The name of what is counted, with the place: ``Tote (Denizli)``."""
        return f"{name} ({self.place})" if self.place else name


def occasion_of(counted: Sequence[Count], ids: Collection[str], links: Links) -> Occasion:
    """The figures that go with those of the claims ``ids``, at the event most of these tell of.

    All of ``counted`` are on one thing. What an analyst filed under one topic, and the forces of
    one owner, are one matter wherever it is told; people and things are those of one event, and
    what happens to them is one phase, or the plan and its deed.
    """
    chosen = [count for count in counted if count.statement.claim.id in ids]
    if any(count.statement.topic or count.matter.sort == "forces" for count in chosen):
        return Occasion(tuple(counted))
    places = _event(chosen, links)
    own = [count for count in chosen if count.statement.place in places]
    counts = [
        count for count in counted if count.statement.place in places and _goes_on(count, own)
    ]
    return Occasion(tuple(counts), _place(counts), len(chosen) - len(own))


def _event(chosen: Iterable[Count], links: Links) -> frozenset[str]:
    """The articles of the event that has most figures; of two alike the later one."""
    weights = Counter(count.statement.place for count in chosen)
    last = {count.statement.place: count.statement.days.last or 0 for count in chosen}

    def size(event: list[str]) -> tuple[int, int, list[str]]:
        when = max(last.get(place, 0) for place in event)
        return sum(weights[place] for place in event), when, event

    largest = max(connected(weights, links), key=size)
    return frozenset(largest)


def _goes_on(count: Count, own: Iterable[Count]) -> bool:
    """Whether a figure is of the same phase as one of these, or one is planned, the other done."""
    state = count.matter.state
    return any(
        _phase(state) == _phase(partner.matter.state) or _is_course(state, partner.matter.state)
        for partner in own
    )


def _phase(state: str | None) -> str | None:
    return phase_of(state) if state else None


def _is_course(left: str | None, right: str | None) -> bool:
    plan = phase_of(PLANNED)
    planned, done = (left, right) if _phase(left) == plan else (right, left)
    return _phase(planned) == plan and done in states() and states()[done].deed


def _place(counts: Sequence[Count]) -> str | None:
    """The place that at least half of the figures name, by their words or their article's title."""
    scenes = Counter(place for count in counts for place in count.statement.scene)
    best = max(scenes, key=lambda place: (scenes[place], place), default=None)
    if best is None or 2 * scenes[best] < len(counts):
        return None
    return as_written(best, (count.statement for count in counts))
