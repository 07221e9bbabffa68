"""The conflicts of a ledger by the claims that take part in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from claimtrack import conflicts
from claimtrack.conflicts.cache import survey
from claimtrack.conflicts.results.disputes import Disputes
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.results.values import Conflict
from claimtrack.ledger.files.article_texts import texts_of
from claimtrack.model import Ledger


@dataclass(frozen=True, slots=True)
class Quarrels:
    """What is known of conflicts: the outcomes of each claim, by its id."""

    disputes: Disputes | None = None
    of: dict[str, list[Outcome]] = field(default_factory=dict)

    def conflicts(self, ident: str) -> list[Conflict]:
        """The conflicts of a claim, the worst first."""
        if self.disputes is None:
            return []
        return [self.disputes.conflict(outcome) for outcome in self.of.get(ident, ())]


def quarrels(path: Path, ledger: Ledger) -> Quarrels:
    """Compares the claims of a ledger, out of its index where there is one."""
    surveyed = survey(path, quiet=True)
    disputes = surveyed.disputes if surveyed else conflicts.survey(ledger, texts=texts_of(path))
    of: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in disputes.outcomes:
        if disputes.is_shown(outcome):
            for ident in outcome.claims:
                of[ident].append(outcome)
    return Quarrels(disputes, dict(of))
