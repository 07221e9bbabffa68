"""What two sources share and do not share, as rows for csv, md and the JSON formats."""

from __future__ import annotations

from claimtrack.analysis.diff import Diff, Match
from claimtrack.analysis.facing import Facing
from claimtrack.model import Claim
from claimtrack.render import contract, wording
from claimtrack.render.listing import Cell, Column, Listing, Record
from claimtrack.render.screen import Glyphs

_SIDE = ("actor", "said", "stance", "confidence", "figures", "words", "claim", "article")


def listing(diff: Diff, glyphs: Glyphs) -> Listing:
    """A row a claim: where it stands, in what it differs, and both sides."""
    columns = (
        Column("where", 10),
        Column("differs", 20),
        Column("agencies", 20),
        *(Column(f"{letter}_{name}", 24) for letter in "ab" for name in _SIDE),
        Column("reason", place="body"),
    )
    entries: list[tuple[str, Claim | None, Claim | None, Match | Facing | None]] = [
        *(("both", match.a, match.b, match) for match in diff.matched),
        *(("same thing", facing.a, facing.b, facing) for facing in diff.faced),
        *(("a", claim, None, None) for claim in diff.only_a),
        *(("b", None, claim, None) for claim in diff.only_b),
    ]
    rows = tuple(
        (
            Cell(where),
            Cell(_differs(pair)),
            Cell(", ".join(pair.agencies) if isinstance(pair, Match) else ""),
            *(cell for claim in (a, b) for cell in _cells(claim, glyphs)),
            Cell(pair.reason if isinstance(pair, Facing) else ""),
        )
        for where, a, b, pair in entries
    )
    return Listing(columns, rows, tuple(_record(*entry) for entry in entries))


def _differs(pair: Match | Facing | None) -> str:
    if isinstance(pair, Match):
        return ", ".join(each.field for each in pair.differences)
    return pair.verdict if pair else ""


def _cells(claim: Claim | None, glyphs: Glyphs) -> tuple[Cell, ...]:
    if claim is None:
        return (Cell(""),) * len(_SIDE)
    return (
        Cell(claim.actor or ""),
        Cell(wording.said(claim, glyphs), value=claim.said or ""),
        Cell(claim.stance),
        Cell(claim.confidence),
        Cell("; ".join(figure.text for figure in claim.figures)),
        Cell(claim.words),
        Cell(claim.id),
        Cell(claim.article or ""),
    )


def _record(where: str, a: Claim | None, b: Claim | None, pair: Match | Facing | None) -> Record:
    differences = pair.differences if isinstance(pair, Match) else ()
    return {
        "schema": "claimtrack.diff/1",
        "where": where,
        "differences": [
            {"field": field, "a": first or None, "b": second or None}
            for field, first, second in differences
        ],
        "agencies": list(pair.agencies) if isinstance(pair, Match) else [],
        "verdict": pair.verdict if isinstance(pair, Facing) else None,
        "reason": pair.reason if isinstance(pair, Facing) else None,
        "a": contract.claim_record(a) if a else None,
        "b": contract.claim_record(b) if b else None,
    }
