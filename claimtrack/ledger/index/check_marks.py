"""What the index notes of a claim when it is read, so that a check need not look at it again.

With a claim something is wrong by itself, which stays so, or because of what else the ledger says
and its articles have: the names and ids that tell of that are noted as words, as others are for
filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.ledger.checks.claims_alone import wrong_alone
from claimtrack.model import Claim

ANSWERS, CITES, WRONG = "answers", "cites", "wrong"
"""Facets that only a check asks for."""
ALONE = "alone"
"""The word of a claim with which something is wrong whatever the rest of the ledger says."""


def check_marks(claim: Claim) -> Iterator[tuple[str, str]]:
    """Those facets of a claim, with their words."""
    yield from ((ANSWERS, ident) for ident in dict.fromkeys(claim.answers))
    yield from ((CITES, name) for name in dict.fromkeys(claim.cites) if name)
    if any(wrong_alone(claim)):
        yield WRONG, ALONE
