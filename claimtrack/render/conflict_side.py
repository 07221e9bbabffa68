"""One side of a conflict: who, when, how, how many sources; the words; their position."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.conflicts.verdicts import Gap
from claimtrack.model import Claim, Figure
from claimtrack.render import wording
from claimtrack.render.marked import folded
from claimtrack.render.screen import Glyphs, Piece, Screen
from claimtrack.text import number

Place = Callable[[Side], str]
"""The file that a side's claim stands in."""
Link = Callable[[Side], str | None]
"""The address of the claim's line."""
MARGIN = " " * 4
_NAMES = 5
"""So many origins are named beside a side; the JSON names all."""


def kind_of(conflict: Conflict) -> str:
    """The kind of a pair and the phase of what is counted: ``figure (killed)``."""
    phase = f" ({wording.phase(conflict.phase)})" if conflict.phase else ""
    return f"{conflict.kind}{phase}"


def apart(gap: Gap) -> str:
    """How far two figures lie apart: ``apart by 600, 1.67 times``."""
    times = f", {gap.ratio:.3g} times" if gap.ratio else ""
    return f"apart by {number(gap.difference)}{times}"


def who_of(side: Side, screen: Screen, verdict: str | None = None) -> list[Piece]:
    """Who, when, how; and the verdict where it is another one than that of all."""
    claim, glyphs = side.claim, screen.glyphs
    sep = f" {glyphs.sep} "
    when = wording.told(claim.said, side.reported, glyphs)
    who = [
        Piece(wording.chain(claim, glyphs), "actor"),
        Piece(f"{sep}{when}{sep}" if when else sep),
        Piece(claim.stance, claim.stance),
        Piece(sep),
        Piece(claim.confidence, claim.confidence),
    ]
    return [*who, Piece(sep), Piece(verdict, verdict)] if verdict else who


def origins_of(side: Side) -> str:
    """``2 independent origins: ISW, CNN``; of one alone no name, it is the side's own."""
    count = f"{side.origins} independent origin{'s' if side.origins > 1 else ''}"
    if len(side.backers) < 2:
        return count
    more = len(side.backers) - _NAMES
    return f"{count}: {', '.join(side.backers[:_NAMES])}{f' and {more} more' if more > 0 else ''}"


def side_of(side: Side, place: Place, link: Link, screen: Screen) -> Iterator[str]:
    """The lines of one side of a pair."""
    origins = Piece(f" {screen.glyphs.sep} {origins_of(side)}", "faint")
    yield from folded("  ", [*who_of(side, screen), origins], screen)
    yield from view_of(side, place, link, screen, "  ")


def view_of(side: Side, place: Place, link: Link, screen: Screen, margin: str) -> Iterator[str]:
    """The words of a side, and where they stand."""
    words_ = quotation(side.claim, side.figure, screen.glyphs)
    yield from folded(f"{margin}{screen.glyphs.bar} ", words_, screen)
    yield from place_of(side, place, link, screen, f"{margin}  ")


def place_of(side: Side, place: Place, link: Link, screen: Screen, lead: str) -> Iterator[str]:
    """Where a side stands: the outlet, the line of the ledger, its id."""
    claim, sep = side.claim, f" {screen.glyphs.sep} "
    source = side.outlet or claim.article or "by hand"
    at = wording.where(place(side), side.line)
    where = [Piece(source, "faint"), Piece(sep, "faint"), Piece(at, "faint", link(side))]
    pieces = [*where, Piece(sep, "faint"), Piece(claim.id, "id")]
    yield from folded(lead, pieces, screen, " " * len(lead))


def quotation(claim: Claim, figure: Figure | None, glyphs: Glyphs) -> list[Piece]:
    """The words of a claim, the phrase that an interval follows from marked in them."""
    text = claim.words
    if figure is None:
        return [Piece(text)]
    before, matched, after = text.partition(figure.text)
    if not matched:
        return [Piece(figure.text, "quote"), Piece(f" {glyphs.sep} {text}")]
    quoted = f"{glyphs.opening}{matched}{glyphs.closing}"
    return [Piece(before), Piece(quoted, "quote"), Piece(after)]
