"""One event's figures among all that count the same: the dead of one earthquake, not of two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from claimtrack.conflicts.events import Links, connected
from claimtrack.conflicts.results.headings import as_written
from claimtrack.conflicts.statement.statement import Count
from claimtrack.lexicon.states import PLANNED, phase_of, states


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
    chosen = [one for one in counted if one.statement.claim.id in ids]
    if any(one.statement.topic or one.matter.sort == "forces" for one in chosen):
        return Occasion(tuple(counted))
    places = _event(chosen, links)
    own = [one for one in chosen if one.statement.place in places]
    told = [one for one in counted if one.statement.place in places and _goes_on(one, own)]
    return Occasion(tuple(told), _place(told), len(chosen) - len(own))


def _event(chosen: Iterable[Count], links: Links) -> frozenset[str]:
    """The articles of the event that has most figures; of two alike the later one."""
    weights = Counter(one.statement.place for one in chosen)
    last = {one.statement.place: one.statement.days.last or 0 for one in chosen}

    def size(event: list[str]) -> tuple[int, int, list[str]]:
        when = max(last.get(place, 0) for place in event)
        return sum(weights[place] for place in event), when, event

    largest = max(connected(weights, links), key=size)
    return frozenset(largest)


def _goes_on(count: Count, own: Iterable[Count]) -> bool:
    """Whether a figure is of the same phase as one of these, or one is planned, the other done."""
    state = count.matter.state
    return any(
        _phase(state) == _phase(one.matter.state) or _is_course(state, one.matter.state)
        for one in own
    )


def _phase(state: str | None) -> str | None:
    return phase_of(state) if state else None


def _is_course(one: str | None, other: str | None) -> bool:
    plan = phase_of(PLANNED)
    planned, done = (one, other) if _phase(one) == plan else (other, one)
    return _phase(planned) == plan and done in states() and states()[done].deed


def _place(told: Sequence[Count]) -> str | None:
    """The place that at least half of the figures name, by their words or their article's title."""
    scenes = Counter(place for one in told for place in one.statement.scene)
    best = max(scenes, key=lambda place: (scenes[place], place), default=None)
    if best is None or 2 * scenes[best] < len(told):
        return None
    return as_written(best, (one.statement for one in told))
