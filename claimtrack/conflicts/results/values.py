"""What a comparison comes to: a conflict and its two sides."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.conflicts.verdicts import SHOWN, Gap
from claimtrack.model import Claim, Figure, Ruling


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: a claim, the figure in question if there is one, who backs it.

    ``origins`` counts the independent origins whose claims say the same, ``backers`` names them;
    ``line`` is where the
    claim stands in the ledger's file, 0 when unknown. ``stands`` is 1 for the proposition, -1
    against it, 0 where that is not the matter.
    """

    claim: Claim
    figure: Figure | None = None
    origins: int = 1
    line: int = 0
    outlet: str | None = None
    reported: str | None = None
    stands: int = 0
    backers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that do not go together, and why; or that look so, and why they do.

    ``event`` names what happened, ``block`` is the id that it shares with all pairs of the same
    dispute; ``ruling`` is what an analyst decided; it is ``stale`` when a claim has changed since.
    ``also`` are the ids of claims of either actor that stand right beside and go with these.
    """

    kind: str
    verdict: str
    reason: str
    sides: tuple[Side, Side]
    topic: str | None = None
    phase: str | None = None
    gap: Gap | None = None
    ruling: Ruling | None = None
    stale: bool = False
    event: str | None = None
    block: str | None = None
    also: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its two claims."""
        return frozenset(side.claim.id for side in self.sides)

    @property
    def denial(self) -> str | None:
        """The id of the claim that speaks against the other, where two stances clash."""
        against = (side.claim.id for side in self.sides if side.stands < 0)
        return next(against, None) if self.kind == "stance" else None

    @property
    def confirmed(self) -> bool:
        """Whether an analyst ruled that it is a conflict, or a tension."""
        return bool(self.ruling and not self.stale and self.ruling.verdict in SHOWN)

    @property
    def told(self) -> str:
        """The verdict that holds: what an analyst ruled, else what comparing came to."""
        return self.ruling.verdict if self.ruling and not self.stale else self.verdict

    @property
    def shown(self) -> bool:
        """Whether it is shown without being asked for: a contradiction that nobody ruled none."""
        return self.told in SHOWN
