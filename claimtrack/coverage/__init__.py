"""What of an article no claim accounts for: figures, quotations, speech acts."""

from claimtrack.coverage.gaps import Account, Gap, account
from claimtrack.coverage.stretch import KINDS, Stretch, stretches
from claimtrack.coverage.surveying import Surveyed, survey

__all__ = ["KINDS", "Account", "Gap", "Stretch", "Surveyed", "account", "stretches", "survey"]
