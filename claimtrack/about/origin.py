"""Where a claim comes from: the far end of the chain that carried it, and who is independent.

Ten papers that print one agency report, or one minister's sentence, are one source.
"""

from __future__ import annotations

from functools import cache, lru_cache

from claimtrack import lexicon
from claimtrack.lexicon.stems import REMEMBERED, stem, words
from claimtrack.model import Claim, Source


def origin(claim: Claim, source: Source | None = None) -> str:
    """The far end of a claim's chain, as a key that spellings of one name share.

    Whom the actor leans on, when that is somebody in particular; else the actor; else the agency
    that the article is made of, its outlet, the article itself. "Geheimdienstquellen" are nobody
    in particular: two papers may have asked two of them, so the paper stays the origin.
    """
    named = [name for name in claim.cites if not is_anonymous(name)]
    if named:
        return key(named[-1])
    if claim.actors and not all(is_anonymous(name) for name in claim.actors):
        return " + ".join(sorted(key(name) for name in claim.actors))
    return _somebody(claim, source)


def _somebody(claim: Claim, source: Source | None) -> str:
    """Nobody in particular, as the agency or the paper that heard them has it."""
    whom = key(claim.actors[0]) if claim.actors else ""
    carriers = [*claim.via[::-1], *(source.agencies if source else ())]
    outlet = source.outlet if source else None
    heard = carriers[0] if carriers else outlet or claim.article or claim.id
    return f"{whom} @ {key(heard)}"


@lru_cache(maxsize=REMEMBERED)
def key(name: str) -> str:
    """A name folded so that its spellings and cases meet: "südkoreanischer Geheimdienst(es)"."""
    return " ".join(stem(word) for word in words(name))


@lru_cache(maxsize=REMEMBERED)
def is_anonymous(name: str) -> bool:
    """Whether a name is a kind of source rather than somebody: "westliche Beamte", "Experten"."""
    return any(stem(word) in _nobody() for word in words(name))


@cache
def _nobody() -> frozenset[str]:
    rows = lexicon.table("anonymous_sources")
    return frozenset(stem(word) for row in rows for word in row[0].split())
