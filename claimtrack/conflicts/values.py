"""What a comparison comes to: a conflict, its two sides, and its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claimtrack.conflicts.statements import Count, Statement
from claimtrack.conflicts.verdict import VERDICTS, Gap
from claimtrack.model import Claim, Figure, Interval, Ruling

SCHEMA = "claimtrack.conflict/1"
SHOWN = frozenset({"conflict", "tension"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: a claim, the figure in question if there is one, who backs it.

    ``origins`` counts the independent origins whose claims say the same; ``line`` is where the
    claim stands in the ledger's file, 0 when unknown.
    """

    claim: Claim
    figure: Figure | None = None
    origins: int = 1
    line: int = 0
    outlet: str | None = None
    reported: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that do not go together, and why; or that look so, and why they do."""

    kind: str
    verdict: str
    reason: str
    sides: tuple[Side, Side]
    topic: str | None = None
    phase: str | None = None
    gap: Gap | None = None
    ruling: Ruling | None = None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its two claims."""
        return frozenset(side.claim.id for side in self.sides)

    @property
    def shown(self) -> bool:
        """Whether it is shown without being asked for: a conflict or tension nobody ruled on."""
        return self.verdict in SHOWN and self.ruling is None


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """What one kind of conflict hands over: two statements or counts, a verdict and its reason."""

    kind: str
    verdict: str
    reason: str
    pair: tuple[Statement, Statement]
    counts: tuple[Count, Count] | None = None
    gap: Gap | None = None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its two claims."""
        return frozenset(statement.claim.id for statement in self.pair)

    @property
    def rank(self) -> int:
        """The place of its verdict, worst first."""
        return VERDICTS.index(self.verdict)


def as_json(conflict: Conflict) -> dict[str, Any]:
    """A conflict as plain values, ready for ``json.dumps``; see ``SCHEMA``."""
    ruling, gap = conflict.ruling, conflict.gap
    return {
        "schema": SCHEMA,
        "kind": conflict.kind,
        "topic": conflict.topic,
        "phase": conflict.phase,
        "verdict": conflict.verdict,
        "reason": conflict.reason,
        "gap": gap and {"difference": gap.difference, "ratio": gap.ratio},
        "ruling": ruling and {"verdict": ruling.verdict, "why": ruling.why, "by": ruling.by,
                              "on": ruling.on},
        "sides": [_side_json(side) for side in conflict.sides],
    }  # fmt: skip


def _side_json(side: Side) -> dict[str, Any]:
    claim, figure = side.claim, side.figure
    return {
        "claim": claim.id,
        "actor": claim.actor,
        "via": list(claim.via),
        "cites": list(claim.cites),
        "article": claim.article,
        "outlet": side.outlet,
        "line": side.line or None,
        "said": claim.said,
        "reported": side.reported,
        "figure": figure and figure.text,
        "state": figure and figure.state,
        "interval": _bounds(figure.near if figure else None),
        "far": _bounds(figure.far if figure else None),
        "stance": claim.stance,
        "confidence": claim.confidence,
        "hedge": claim.hedge,
        "words": claim.words,
        "origins": side.origins,
    }


def _bounds(interval: Interval | None) -> list[float | None] | None:
    return None if interval is None else [interval.low, interval.high]
