"""What comparing came to, with ids in the place of claims: small, and fit to be kept."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from claimtrack.conflicts.figures.verdict import Gap
from claimtrack.conflicts.finding import SHOWN
from claimtrack.conflicts.results.event_names import Event

Pair = tuple[str, frozenset[str], tuple[int, int] | None]
"""What two claims meet in: the kind, their ids, which of their figures."""


class Outcome(NamedTuple):
    """A pair of claims that do not go together, the one that was said earlier first.

    ``figures`` say which figure of each claim is meant, counted from 0. ``backers`` names for
    each side the independent origins that say the same; ``stands`` is 1 for the proposition, -1
    against it, 0 where that is not the matter. ``faint`` says how faintly the side that stands
    for it does so: 0 is the plainest. ``also`` are the claims of either actor that stand right
    beside and go with these.
    """

    kind: str
    verdict: str
    reason: str
    claims: tuple[str, str]
    figures: tuple[int, int] | None
    gap: Gap | None
    topic: str | None
    phase: str | None
    backers: tuple[tuple[str, ...], tuple[str, ...]]
    stands: tuple[int, int]
    faint: int
    also: tuple[str, ...] = ()
    event: Event | None = None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its two claims."""
        return frozenset(self.claims)

    @property
    def origins(self) -> tuple[int, int]:
        """How many independent origins say what each side says."""
        return len(self.backers[0]), len(self.backers[1])

    @property
    def pair(self) -> Pair:
        """How which two claims, or figures of theirs, meet: no other outcome is on these."""
        return self.kind, self.ids, self.figures

    @property
    def denial(self) -> str | None:
        """The id of the claim that speaks against the other, where two stances clash."""
        if self.kind != "stance" or min(self.stands) >= 0:
            return None
        return self.claims[0 if self.stands[0] < 0 else 1]

    @property
    def contradicts(self) -> bool:
        """Whether it is a conflict or a tension, which are shown unless somebody ruled on them."""
        return self.verdict in SHOWN


_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def packed(outcomes: Iterable[Outcome]) -> str:
    """Outcomes as a line of JSON."""
    return _JSON.encode([*outcomes])


def unpacked(line: str) -> list[Outcome]:
    """The outcomes of a line. Raises ValueError or TypeError for one that is damaged."""
    return [_unpacked(*values) for values in json.loads(line)]


def _unpacked(
    kind: str, verdict: str, reason: str, claims: list[str], figures: list[int] | None,
    gap: list[Any] | None, topic: str | None, phase: str | None, backers: list[list[str]],
    stands: list[int], faint: int, also: list[str], event: list[Any] | None,
) -> Outcome:  # fmt: skip
    return Outcome(
        kind, verdict, reason, (claims[0], claims[1]),
        (figures[0], figures[1]) if figures else None, Gap(*gap) if gap else None,
        topic, phase, (tuple(backers[0]), tuple(backers[1])), (stands[0], stands[1]),
        faint, tuple(also), Event(*event) if event else None,
    )  # fmt: skip
