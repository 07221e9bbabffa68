"""What one kind of conflict hands over for a pair of statements."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.conflicts.statement.statement import Count, Statement
from claimtrack.conflicts.verdicts import Gap


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """What one kind of conflict hands over: two statements or counts, a verdict and its reason.

    ``also`` are the further statements of either actor that stand right beside and go with these.
    """

    kind: str
    verdict: str
    reason: str
    pair: tuple[Statement, Statement]
    counts: tuple[Count, Count] | None = None
    gap: Gap | None = None
    also: tuple[Statement, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its two claims."""
        return frozenset(statement.claim.id for statement in self.pair)
