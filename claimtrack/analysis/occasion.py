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
