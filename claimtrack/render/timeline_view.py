"""Claims in the order of their days, one line each; figures of one topic as bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.analysis.timeline import Row
from claimtrack.analysis.timeline_figures import Point, Series, Turn
from claimtrack.model import Claim
from claimtrack.render import wording
from claimtrack.render.bars import GAP, Bar, bars
from claimtrack.render.screen import Glyphs, Piece, Screen, line
from claimtrack.render.text_columns import pad, shorten, width

Link = Callable[[Claim], str | None]
MARGIN = "  "
LEAST_WORDS = 8
WIDE = 110
"""From so many cells on, a line has room for the id of its claim."""


def lines(rows: Sequence[Row], by: str, link: Link, screen: Screen) -> Iterator[str]:
    """A heading, then one line a claim: day, actor, what they do, figures and words.

    On a screen the words are cut to its width; in a pipe nothing is, and the id comes with them.
    """
    cells = _cells(rows, by, screen)
    names = [(by, cells.day), ("actor", cells.actor), ("stance", cells.stance), ("id", cells.id)]
    shown = [pad(name.upper(), room) for name, room in names if room]
    yield line(screen, Piece(GAP.join([*shown, "WORDS"]), "heading"))
    for row in rows:
        yield _line(row, link, cells, screen)


class _Cells(NamedTuple):
    """How wide the columns are; ``words`` is None where nothing is cut."""

    day: int
    actor: int
    stance: int
    id: int
    words: int | None


def _cells(rows: Sequence[Row], by: str, screen: Screen) -> _Cells:
    """As wide as what stands in them; an actor takes a quarter of the line at most."""
    claims = [row.claim for row in rows]
    dated = max([width(by), *(width(day(row, screen.glyphs)) for row in rows)])
    stance = max([width("stance"), *(width(claim.stance) for claim in claims)])
    most = (screen.width or screen.columns) // 4
    actor = max([width("actor"), *(min(width(wording.actor(claim)), most) for claim in claims)])
    has_ids = screen.width is None or screen.width >= WIDE
    ident = max((width(claim.id) for claim in claims), default=0) if has_ids else 0
    if screen.width is None:
        return _Cells(dated, actor, stance, ident, None)
    taken = sum(room + len(GAP) for room in (dated, actor, stance, ident) if room)
    return _Cells(dated, actor, stance, ident, max(screen.width - taken, LEAST_WORDS))


def _line(row: Row, link: Link, cells: _Cells, screen: Screen) -> str:
    claim, glyphs = row.claim, screen.glyphs
    actor, text = wording.actor(claim), _telling(claim, cells.words, glyphs)
    if cells.words is not None:
        actor = shorten(actor, cells.actor, glyphs.ellipsis)
        text = shorten(text, cells.words, glyphs.ellipsis)
    return line(
        screen,
        Piece(pad(day(row, glyphs), cells.day), "faint" if row.when.reported else ""),
        GAP,
        Piece(pad(actor, cells.actor), "actor", link(claim)),
        GAP,
        Piece(pad(claim.stance, cells.stance), claim.stance),
        GAP,
        Piece(pad(claim.id, cells.id) + GAP if cells.id else "", "id"),
        text,
    )


def _telling(claim: Claim, room: int | None, glyphs: Glyphs) -> str:
    """The words, and before them the figures that a short line would lose."""
    text = " ".join(claim.words.split())
    seen = text if room is None else shorten(text, room, glyphs.ellipsis)
    lost = [figure.text for figure in claim.figures if figure.text not in seen]
    return f"{', '.join(lost)} {glyphs.sep} {text}" if lost else text


def day(row: Row, glyphs: Glyphs) -> str:
    """The day of a row, in brackets when it is that of the report."""
    if row.when.text is None:
        return "undated"
    text = wording.day(row.when.text, glyphs)
    return f"({text})" if row.when.reported else text


def plot(series: Series, screen: Screen) -> Iterator[str]:
    """The figures of a topic in order of saying, phase by phase above axes of their own; turns.

    A bar is what is ordinarily meant; dots go on to the most that the words allow.
    """
    if series.points:
        yield line(screen, Piece(f"{series.topic}: figures over time", "heading"))
    for phase in series.phases:
        yield line(screen, Piece(wording.phase(phase), "faint"))
        points = [point for point in series.points if point.phase == phase]
        yield from bars(list(_bars(points, screen)), screen, MARGIN)
    yield from (_turn(turn, screen) for turn in series.turns)


def _bars(points: Sequence[Point], screen: Screen) -> Iterator[Bar]:
    room = max(width(day(point.row, screen.glyphs)) for point in points)
    for point in points:
        row = point.row
        name = shorten(wording.actor(point.claim), screen.columns // 4, screen.glyphs.ellipsis)
        when = Piece(pad(day(row, screen.glyphs), room), "faint" if row.when.reported else "")
        lead = (when, Piece(GAP), Piece(name, "actor"))
        yield Bar(lead, point.near, point.figure.value, point.far)


def _turn(turn: Turn, screen: Screen) -> str:
    """``↺ Russland (2024-10-14) denies → 2025-04-26 announces``."""
    glyphs = screen.glyphs
    before, after = turn.before, turn.after
    pieces = (
        f"{wording.said(before, glyphs)} {before.stance} {glyphs.then} "
        f"{wording.said(after, glyphs)} {after.stance}"
    )
    room = max(screen.columns - width(pieces) - 3, 8)
    name = shorten(wording.actor(after), room, glyphs.ellipsis)
    return line(screen, Piece(f"{glyphs.turn} ", "warn"), Piece(name, "actor"), f" {pieces}")
