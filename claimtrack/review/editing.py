"""Changes of a claim that the screen offers: the borders of its words, the fields of its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import get_args

from claimtrack import ledger as book
from claimtrack.coverage import Gap
from claimtrack.extract.figure.figures import read_figures
from claimtrack.german import document
from claimtrack.german.tokens import tokenize
from claimtrack.ledger.edit.add_claim import added
from claimtrack.ledger.edit.wanted import as_typed
from claimtrack.ledger.files.reach import reach
from claimtrack.ledger.files.transaction import update
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.format.field_types import Verdict
from claimtrack.ledger.format.from_model import figure_fields, ranges
from claimtrack.ledger.format.quoted import written
from claimtrack.ledger.yaml.emit import inline
from claimtrack.ledger.yaml.nodes import Data
from claimtrack.model import (
    CONFIDENCE,
    KINDS,
    STANCES,
    Article,
    Claim,
    Figure,
    Ledger,
    Mention,
    Ruling,
    Span,
)
from claimtrack.review.decision import USUAL
from claimtrack.review.dialogs import Field, actors

VERDICTS: tuple[str, ...] = get_args(Verdict)
_NOTHING = ClaimEntry.model_construct()
_PARTING = frozenset(",;:.!?–—-…")
"""Marks that part words: no quotation starts with one."""


def moved(body: str, spans: Sequence[Span], side: str, by: int) -> tuple[Span, ...] | None:
    """A quotation whose start or end is one token further; None where it cannot go there.

    ``side`` is ``start`` or ``end``, ``by`` 1 to the right, -1 to the left. A border stays in its
    paragraph, no piece of the quotation vanishes.
    """
    at = 0 if side == "start" else len(spans) - 1
    piece = spans[at]
    first = body.rfind("\n", 0, spans[0].start) + 1
    last = body.find("\n", spans[-1].end)
    tokens = tokenize(body, first, len(body) if last < 0 else last)
    if side == "start":
        starts = [token.start for token in tokens if token.text not in _PARTING]
        place = _next(starts, piece.start, by)
        new = None if place is None else Span(place, piece.end)
    else:
        place = _next([token.end for token in tokens], piece.end, by)
        new = None if place is None else Span(piece.start, place)
    if new is None or new.start >= new.end:
        return None
    return (*spans[:at], new, *spans[at + 1 :])


def stands(claim: Claim, body: str) -> bool:
    """True when the article has the claim's words where the claim says."""
    quote = claim.quote
    there = " ".join(body[slice(*span)] for span in quote.spans) if quote else ""
    return quote is not None and there.split() == quote.text.split()


def _next(places: Sequence[int], here: int, by: int) -> int | None:
    beyond = [place for place in places if (place - here) * by > 0]
    return min(beyond, key=lambda place: abs(place - here)) if beyond else None


def quotation(body: str, spans: Sequence[Span]) -> Mapping[str, Data | None]:
    """The fields of a quotation at some place: its words as the article has them, and the place."""
    return {"quote": written([body[slice(*span)] for span in spans]), "at": ranges(spans)}


DAYS = "for example 25.10.2024, 2024-10, ../2024-10-25"
FIGURES = "for example [{text: rund 300, what: Tote, state: killed}]"


def fields(claim: Claim, ledger: Ledger, topic: str | None) -> tuple[Field, ...]:
    """The form of a claim; names are completed from those that the ledger has."""
    names = actors(ledger)
    topics = [known.name for known in ledger.topics]
    topics += sorted({each.topic for each in ledger.claims if each.topic} | {topic or ""} - {""})
    figures = inline([figure_fields(each) for each in claim.figures]) if claim.figures else ""
    reported = f"{DAYS}; else {claim.reported}" if claim.reported else DAYS
    return (
        Field("actor", ", ".join(claim.actors), names=names, hint="who says it"),
        Field("via", ", ".join(claim.via), names=names, hint="who passed it on to the article"),
        Field("cites", ", ".join(claim.cites), names=names, hint="whom the actor relies on"),
        Field("said", claim.said or "", hint=reported),
        Field("about", claim.about or "", hint=DAYS),
        Field("stance", claim.stance, words=STANCES),
        Field("confidence", claim.confidence, words=tuple(CONFIDENCE)),
        Field("hedge", claim.hedge or "", hint="the words that express the confidence"),
        Field("kind", claim.kind or "", words=KINDS),
        Field("figures", figures, hint=FIGURES),
        Field("topic", claim.topic or "", names=topics, hint=topic or ""),
        Field("claim", claim.claim or "", hint="in your own words"),
    )


def bare(body: str, gap: Gap) -> Claim:
    """A claim that has the words of a gap and nothing else yet; of a number its sentence.

    The figures are those that the parser reads there.
    """
    figure = gap.stretch.kind == "figure"
    start, end = gap.stretch.sentence if figure else gap.at
    text = body[start:end].rstrip(" .\n")
    place = Span(start, start + len(text))
    counted = tuple(read_figures(document.read(body), [place]))
    figures = counted or ((Figure(body[slice(*gap.at)]),) if figure else ())
    quote = Mention(text, (place,))
    kind = "direct" if gap.stretch.kind == "quotation" else "indirect"
    return Claim("", figures=figures, quote=quote, kind=kind)


def words(claim: Claim) -> str:
    """The words of a claim that is to be added, as its form shows them."""
    return " ".join(claim.quote.text.split()) if claim.quote else ""


def add(path: Path, article: str, claim: Claim, typed: Mapping[str, str]) -> str:
    """Writes a claim that was filled in; its id.

    Where its words are still those that were proposed, so is their place. Raises LedgerError.
    """
    values = {
        name: value for name, value in typed.items() if value.strip() and USUAL.get(name) != value
    }
    place: dict[str, Data] = {"article": article}
    if claim.quote and values.get("quote") == words(claim):
        del values["quote"]
        place["at"] = ", ".join(f"{span.start}-{span.end}" for span in claim.quote.spans)
    put = {name: value for name, value in as_typed(values)(_NOTHING).items() if value is not None}
    read = reach(path).read
    return update(path, lambda ledger: added(ledger, path, {**place, **put}, read)).claims[0]


def pass_over(path: Path, article: Article, span: Span) -> None:
    """Notes that no claim is missing in a stretch of an article. Raises LedgerError."""
    book.pass_over(path, article, [span])


def rule(path: Path, ids: tuple[str, str], typed: Mapping[str, str]) -> None:
    """Writes a verdict on two claims. Raises LedgerError."""
    why, by = (typed.get(name, "").strip() or None for name in ("why", "by"))
    today = date.today().isoformat()
    book.rule(path, Ruling(ids, typed["verdict"], why, by, today))
