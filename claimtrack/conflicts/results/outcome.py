"""What comparing came to, with ids in the place of claims: small, and fit to be kept."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.conflicts.results.event_titles import Event
from claimtrack.conflicts.verdicts import SHOWN, Gap

Pair = tuple[str, tuple[str, str], tuple[int, int] | None]
"""What two claims meet in: the kind, their ids as they were said, which of their figures."""


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
        return self.kind, self.claims, self.figures

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
