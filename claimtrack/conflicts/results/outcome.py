"""What comparing came to, with ids in the place of claims: small, and fit to be kept."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from claimtrack.conflicts.figures.verdict import Gap
from claimtrack.conflicts.finding import SHOWN


class Outcome(NamedTuple):
    """A pair of claims that do not go together, the one that was said earlier first.

    ``figures`` say which figure of each claim is meant, counted from 0. ``origins`` counts for
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
    origins: tuple[int, int]
    stands: tuple[int, int]
    faint: int
    also: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its two claims."""
        return frozenset(self.claims)

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
    return [
        Outcome(
            kind, verdict, reason, tuple(claims), figures and tuple(figures), gap and Gap(*gap),
            topic, phase, tuple(origins), tuple(stands), faint, tuple(also),
        )
        for kind, verdict, reason, claims, figures, gap, topic, phase, origins, stands, faint, also
        in json.loads(line)
    ]  # fmt: skip
