"""By what a draft is recognised among the claims of a ledger: its id, its place, its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.format.quoted import GAP
from claimtrack.model import Claim

_UNREAD = "other"
"""The state of a figure whose words say none: a cell has the number without its sentence."""


def keys_of_claim(claim: Claim) -> Iterator[Any]:
    """What a claim is recognised by."""
    yield claim.id
    if claim.quote and claim.quote.spans:
        yield claim.article, tuple(f"{span.start}-{span.end}" for span in claim.quote.spans)
    if claim.claim:
        yield claim.article, claim.actors, " ".join(claim.claim.split())


def keys_of_draft(fields: Mapping[str, Any]) -> list[Any]:
    """The same of a draft."""
    article, at, actor = fields.get("article"), fields.get("at"), fields.get("actor") or ()
    keys: list[Any] = [fields["id"]] if fields.get("id") else []
    if at:
        keys.append((article, (at,) if isinstance(at, str) else tuple(at)))
    if fields.get("claim"):
        actors = (actor,) if isinstance(actor, str) else tuple(actor)
        keys.append((article, actors, " ".join(str(fields["claim"]).split())))
    return keys


def words_of_draft(fields: Mapping[str, Any]) -> str:
    """The words of a draft, its gaps as blanks."""
    return str(fields.get("quote") or fields.get("claim") or "").replace(GAP, " ")


def plain(words: str) -> str:
    """Words without the marks of gaps, blanks made alike."""
    return " ".join(words.replace(GAP, " ").split())


def cut_at_gaps(fields: Mapping[str, Any]) -> str:
    """A quotation whose pieces a blank joins, as the ledger writes it; others as they are."""
    quote, pieces, start = str(fields.get("quote", "")), [], 0
    for span in fields["at"]:
        first, _, last = str(span).partition("-")
        if not (first.isdecimal() and last.isdecimal()):
            return quote
        end = start + int(last) - int(first)
        pieces.append(quote[start:end])
        start = end + 1
    return GAP.join(pieces) if " ".join(pieces) == quote else quote


def same_figures(name: str, new: ClaimEntry, old: ClaimEntry) -> bool:
    """True for figures of the same words, as far as the new ones say what they count."""
    if name != "figures" or len(new.figures) != len(old.figures):
        return False
    return all(
        figure.text == before.text
        and figure.what in (None, before.what)
        and figure.state in (None, _UNREAD, before.state)
        for figure, before in zip(new.figures, old.figures, strict=True)
    )
