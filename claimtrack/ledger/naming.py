"""Ids for claims that a person wrote without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.identity import claim_id


class Named(NamedTuple):
    """Of a claim, what its id is, and else what it is made of."""

    id: str | None
    actor: str | None
    article: str | None
    words: str


def idents(claims: Iterable[Named]) -> Iterator[str]:
    """The ids of a ledger's claims, in their order; each made of its claim's content if missing."""
    known = list(claims)
    taken = {claim.id for claim in known if claim.id}
    for claim in known:
        ident = claim.id or claim_id(claim.actor, claim.article or "", claim.words, taken)
        taken.add(ident)
        yield ident
