"""Claims, articles, actors and topics as listings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimtrack.fields import BY_NAME, FIELDS, as_text
from claimtrack.model import Actor, Claim, Source
from claimtrack.render import contract, wording
from claimtrack.render.listing import Cell, Column, Listing
from claimtrack.render.screen import Glyphs

COLUMNS: dict[str, Column] = {
    **{
        field.name: Column(field.name, field.column, sort="day" if field.sort == "day" else "text")
        for field in FIELDS
        if field.column
    },
    "id": Column("id", 26, "foot", sort="key"),
    "words": Column("words", place="body"),
    "source": Column("source", 26, "foot", sort="key"),
    "reported": Column("reported", 11, sort="day"),
    "said_first": Column("said_first", 11, sort="day"),
    "said_last": Column("said_last", 11, sort="day"),
    "score": Column("score", 5, number=True),
    "rule": Column("rule", 24),
}
"""Every column that a list of claims can have."""

USUAL = (
    "id", "said", "actor", "via", "stance", "confidence", "figures", "source", "words",
)  # fmt: skip
"""The columns of a list when none are asked for."""

IN_A_FILE = (*USUAL, "said_first", "said_last", "reported", "about")
"""The columns of a spreadsheet: with each day as a program reads it."""

TIMELINE = ("actor", "stance", "figures", "words", "id")
"""The columns of a timeline, behind the day."""


def claims(
    chosen: Sequence[Claim],
    glyphs: Glyphs,
    *,
    columns: Sequence[str] = USUAL,
    topics: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
) -> Listing:
    """A listing of claims.

    ``columns`` are names out of `COLUMNS`; ``topics`` gives what a claim is about, ``links``
    where it stands in the ledger, both by claim id.
    """
    topics, links = topics or {}, links or {}
    rows = tuple(
        tuple(cell(name, claim, glyphs, topics, links) for name in columns) for claim in chosen
    )
    records = tuple(contract.claim_record(claim, topics.get(claim.id)) for claim in chosen)
    return Listing(tuple(COLUMNS[name] for name in columns), rows, records)


def cell(
    name: str, claim: Claim, glyphs: Glyphs, topics: Mapping[str, str], links: Mapping[str, str]
) -> Cell:
    """What stands in the column ``name`` for a claim."""
    if name == "id":
        return Cell(claim.id, "id", links.get(claim.id))
    if name == "topic":
        return Cell(claim.topic or topics.get(claim.id) or "")
    if name == "said":
        return Cell(
            wording.said(claim, glyphs), "" if claim.said else "faint", None, claim.said or ""
        )
    if name in ("stance", "confidence"):
        return Cell(getattr(claim, name), getattr(claim, name))
    if name in _PLAIN:
        style = {"actor": "actor", "source": "faint"}.get(name, "")
        return Cell(_text(name, claim), style, None, _PLAIN[name](claim))
    return Cell(_text(name, claim))


_TEXTS: dict[str, Callable[[Claim], str]] = {
    "actor": wording.actor,
    "words": lambda claim: claim.words,
    "source": lambda claim: claim.article or "(by hand)",
    "reported": lambda claim: claim.reported or "",
    "said_first": lambda claim: wording.first_day(claim.said),
    "said_last": lambda claim: wording.last_day(claim.said),
    "figures": lambda claim: "; ".join(figure.text for figure in claim.figures),
    "score": lambda claim: f"{claim.read.score:.2f}" if claim.read else "",
    "rule": lambda claim: claim.read.rule if claim.read else "",
}

_PLAIN: dict[str, Callable[[Claim], str | float]] = {
    "actor": lambda claim: "; ".join(claim.actors),
    "words": wording.with_gaps,
    "source": lambda claim: claim.article or "",
    "score": lambda claim: claim.read.score if claim.read else "",
}
"""What a spreadsheet gets instead of what is shown to people."""


def _text(name: str, claim: Claim) -> str:
    if name in _TEXTS:
        return _TEXTS[name](claim)
    return as_text(BY_NAME[name], claim)


def articles(counted: Sequence[tuple[Source, int]]) -> Listing:
    """A listing of articles with the number of their claims."""
    columns = (
        Column("id", 40),
        Column("published", 11),
        Column("outlet", 20),
        Column("agencies", 14),
        Column("reliability", 11),
        Column("claims", 6, number=True),
        Column("title", place="body"),
    )
    rows = tuple(
        (
            Cell(source.id, "id"),
            Cell(source.published or ""),
            Cell(source.outlet or ""),
            Cell(", ".join(source.agencies)),
            Cell(source.reliability or ""),
            Cell(str(count), "number"),
            Cell(source.title or ""),
        )
        for source, count in counted
    )
    return Listing(columns, rows, tuple(contract.article_record(*pair) for pair in counted))


def actors(counted: Sequence[tuple[Actor, int, int]]) -> Listing:
    """A listing of actors with the number of their claims and of the articles these stand in."""
    columns = (
        Column("actor", 40),
        Column("claims", 6, number=True),
        Column("articles", 8, number=True),
        Column("kind", 12),
        Column("of", 20),
        Column("aliases", place="body"),
    )
    rows = tuple(
        (
            Cell(actor.name, "actor"),
            Cell(str(claim_count), "number"),
            Cell(str(article_count)),
            Cell(actor.kind or ""),
            Cell(actor.of or ""),
            Cell(", ".join(actor.aliases)),
        )
        for actor, claim_count, article_count in counted
    )
    return Listing(columns, rows, tuple(contract.actor_record(*row) for row in counted))


def topics(counted: Sequence[tuple[str, Sequence[str], int, int]]) -> Listing:
    """A listing of topics: name, the analyst's words for it, claims, and who made them."""
    columns = (
        Column("topic", 40),
        Column("claims", 6, number=True),
        Column("actors", 6, number=True),
        Column("words", place="body"),
    )
    rows = tuple(
        (
            Cell(name, "actor"),
            Cell(str(claim_count), "number"),
            Cell(str(actor_count)),
            Cell(", ".join(named)),
        )
        for name, named, claim_count, actor_count in counted
    )
    return Listing(columns, rows, tuple(contract.topic_record(*row) for row in counted))
