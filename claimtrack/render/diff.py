"""Two sources side by side: what both have and how it differs, and what one has alone."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.conflicts.across import Facing
from claimtrack.diff import Diff, Match
from claimtrack.model import Claim, Figure
from claimtrack.render import contract, words
from claimtrack.render.conflict import quotation
from claimtrack.render.layout import width
from claimtrack.render.listing import Cell, Column, Listing, Record
from claimtrack.render.marked import folded
from claimtrack.render.screen import Glyphs, Piece, Screen, line


def views(found: Diff, a: str, b: str, screen: Screen) -> Iterator[str]:
    """The lines: what both have and tell differently, the same, what they count; then the rest."""
    differing = found.differing
    alike = [match for match in found.matched if match not in differing]
    for title, matches in (("In both, told differently", differing), ("In both", alike)):
        yield from _title(title, len(matches), screen)
        for match in matches:
            yield from _match(match, screen)
    yield from _title("On the same thing", len(found.faced), screen)
    for facing in found.faced:
        yield from _facing(facing, screen)
    for name, claims in ((a, found.only_a), (b, found.only_b)):
        yield from _title(f"Only in {name}", len(claims), screen)
        for claim in claims:
            yield from _claim(claim, " ", screen)
            yield ""


def _title(title: str, count: int, screen: Screen) -> Iterator[str]:
    if count:
        text = f"{title} ({count})"
        yield line(screen, Piece(text, "heading"))
        yield line(screen, Piece(screen.glyphs.line * width(text), "faint"))


def _match(match: Match, screen: Screen) -> Iterator[str]:
    yield from _claim(match.a, "A", screen)
    yield from _claim(match.b, "B", screen)
    for field, mine, theirs in match.differences:
        if field != "wording":
            pieces = [
                Piece(f"{field}: ", "faint"),
                Piece(mine or "nothing", "warn"),
                Piece(" against ", "faint"),
                Piece(theirs or "nothing", "warn"),
            ]
            yield from folded("    ", pieces, screen)
    yield ""


def _facing(facing: Facing, screen: Screen) -> Iterator[str]:
    for letter, claim, figure in zip("AB", (facing.a, facing.b), facing.figures, strict=True):
        yield from _claim(claim, letter, screen, figure)
    told = [Piece(facing.verdict, facing.verdict), Piece(f": {facing.reason}")]
    yield from folded("    ", told, screen)
    yield ""


def _claim(
    claim: Claim, letter: str, screen: Screen, figure: Figure | None = None
) -> Iterator[str]:
    glyphs = screen.glyphs
    sep = Piece(f" {glyphs.sep} ", "faint")
    when = words.said(claim, glyphs)
    pieces = [
        Piece(words.chain(claim, glyphs), "actor"),
        *([sep, Piece(when)] if when else []),
        sep,
        Piece(claim.stance, claim.stance),
        sep,
        Piece(claim.confidence, claim.confidence),
        sep,
        Piece(claim.id, "id"),
    ]
    yield from folded(f"{letter} ", pieces, screen)
    quoted = quotation(claim, figure, glyphs) if figure else [Piece(claim.words)]
    yield from folded(f"  {glyphs.bar} ", quoted, screen)


_SIDE = ("actor", "said", "stance", "confidence", "words", "claim")


def listing(found: Diff, glyphs: Glyphs) -> Listing:
    """A row a claim: where it stands, in what it differs, and both sides."""
    columns = (
        Column("where", 10),
        Column("differs", 20),
        *(Column(f"{letter}_{name}", 24) for letter in "ab" for name in _SIDE),
    )
    entries: list[tuple[str, Claim | None, Claim | None, Match | Facing | None]] = [
        *(("both", match.a, match.b, match) for match in found.matched),
        *(("same thing", one.a, one.b, one) for one in found.faced),
        *(("a", claim, None, None) for claim in found.only_a),
        *(("b", None, claim, None) for claim in found.only_b),
    ]
    rows = tuple(
        (
            Cell(where),
            Cell(_differs(pair)),
            *(Cell(text) for claim in (a, b) for text in _cells(claim, glyphs)),
        )
        for where, a, b, pair in entries
    )
    return Listing(columns, rows, tuple(_record(*entry) for entry in entries))


def _differs(pair: Match | Facing | None) -> str:
    if isinstance(pair, Match):
        return ", ".join(each.field for each in pair.differences)
    return pair.verdict if pair else ""


def _cells(claim: Claim | None, glyphs: Glyphs) -> tuple[str, ...]:
    if claim is None:
        return ("",) * len(_SIDE)
    return (
        claim.actor or "",
        words.said(claim, glyphs),
        claim.stance,
        claim.confidence,
        claim.words,
        claim.id,
    )


def _record(where: str, a: Claim | None, b: Claim | None, pair: Match | Facing | None) -> Record:
    differences = pair.differences if isinstance(pair, Match) else ()
    return {
        "schema": "claimtrack.diff/1",
        "where": where,
        "differences": [
            {"field": field, "a": mine or None, "b": theirs or None}
            for field, mine, theirs in differences
        ],
        "verdict": pair.verdict if isinstance(pair, Facing) else None,
        "reason": pair.reason if isinstance(pair, Facing) else None,
        "a": contract.claim_record(a) if a else None,
        "b": contract.claim_record(b) if b else None,
    }
