"""Texts made alike for searching: without case, accents and umlaut dots."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from claimtrack.model import Claim

_MAY_COMBINE = re.compile("[^\\x00-\\u02ff]+")
"""No combining character comes before U+0300."""


def folded(text: str) -> str:
    """``text`` without case, accents and umlaut dots: ``Südkorea`` → ``sudkorea``."""
    return _MAY_COMBINE.sub(_without_marks, normalize("NFKD", text.casefold()))


def _without_marks(found: re.Match[str]) -> str:
    return "".join(char for char in found[0] if not combining(char))


def searched(claim: Claim) -> str:
    """All that a search looks through: the claim's words, wording, hedge and note, folded."""
    quote = claim.quote.text if claim.quote else ""
    return folded(f"{quote}\n{claim.claim or ''}\n{claim.hedge or ''}\n{claim.note or ''}")
