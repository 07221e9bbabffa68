"""The orders of the queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimtrack.model import Claim, Ledger

ORDERS = ("article", "score", "topic")
Topic = Callable[[Claim], str | None]


def in_order(order: str, claims: Sequence[Claim], ledger: Ledger, topic: Topic) -> list[Claim]:
    """Claims article by article in the order of the text; the least sure first; or by topic.

    What a person wrote has no score and comes last.
    """
    places = {source.id: at for at, source in enumerate(ledger.sources)}

    def by_text(claim: Claim) -> tuple[int, int]:
        spans = claim.quote.spans if claim.quote else ()
        start = spans[0].start if spans else 1 << 40
        return places.get(claim.article or "", len(places)), start

    if order == "score":
        return sorted(claims, key=lambda claim: claim.read.score if claim.read else 2.0)
    if order == "topic":
        return sorted(claims, key=lambda claim: (topic(claim) or "\uffff", by_text(claim)))
    return sorted(claims, key=by_text)
