"""All figures that are disputed on one topic, phase by phase on one axis, before their pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.render import words
from claimtrack.render.bars import GAP, Bar, bars
from claimtrack.render.layout import pad, shorten, width
from claimtrack.render.screen import Glyphs, Piece, Screen, line

MANY = 3
"""Two figures are shown beside their pair; from so many on, they are told together first."""
MARGIN = "    "


def overview(conflicts: Iterable[Conflict], screen: Screen) -> Iterator[str]:
    """The lines for the conflicts of one topic; none where no phase has many figures."""
    for phase, sides in _phases(conflicts).items():
        if len(sides) >= MANY:
            count = f"{len(sides)} figures"
            title = f"{words.phase(phase)} {screen.glyphs.sep} {count}" if phase else count
            yield line(screen, Piece(f"  {title}", "faint"))
            yield from bars(_rows(sides, screen), screen, MARGIN)
            yield ""


def _phases(conflicts: Iterable[Conflict]) -> dict[str, list[Side]]:
    """The sides with a figure by phase, each once, in order of saying."""
    found: dict[str, dict[tuple[str, str], Side]] = {}
    for conflict in conflicts:
        for side in conflict.sides:
            if conflict.kind == "figure" and side.figure and side.figure.near:
                key = side.claim.id, side.figure.text
                found.setdefault(conflict.phase or "", {})[key] = side
    return {phase: sorted(sides.values(), key=_by_day) for phase, sides in found.items()}


def _by_day(side: Side) -> tuple[str, str]:
    said = side.claim.said or side.reported or ""
    return said.rpartition("/")[2], side.claim.id


def _rows(sides: Sequence[Side], screen: Screen) -> list[Bar]:
    days = [_day(side, screen.glyphs) for side in sides]
    room = max(map(width, days))
    most = max(screen.columns // 4, len(MARGIN))
    return [
        Bar(
            (
                Piece(pad(day, room) + GAP, "faint" if day.startswith("(") else ""),
                Piece(_name(side, most, screen.glyphs), "actor"),
            ),
            side.figure.near,
            side.figure.value,
        )
        for day, side in zip(days, sides, strict=True)
        if side.figure and side.figure.near
    ]


def _day(side: Side, glyphs: Glyphs) -> str:
    return words.told(side.claim.said, side.reported, glyphs)


def _name(side: Side, most: int, glyphs: Glyphs) -> str:
    return shorten(words.actor(side.claim), most, glyphs.ellipsis)
