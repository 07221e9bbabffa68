"""What of an article no claim accounts for: figures, quotations, speech acts."""

from claimtrack.coverage.article_survey import Surveyed, survey
from claimtrack.coverage.claim_worthy import KINDS, Stretch, stretches
from claimtrack.coverage.gaps import Account, Gap, account

__all__ = ["KINDS", "Account", "Gap", "Stretch", "Surveyed", "account", "stretches", "survey"]
