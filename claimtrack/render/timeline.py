"""Claims in the order of their days, one line each; and one topic's figures as bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimtrack.model import Claim
from claimtrack.render import strip, words
from claimtrack.render.layout import pad, shorten, width
from claimtrack.render.screen import Glyphs, Piece, Screen, line
from claimtrack.series import Point, Series, Turn
from claimtrack.timeline import Row

Link = Callable[[Claim], str | None]
DAY, NAME, STANCE = 13, 20, 9
GAP = "  "
BARS = 60
LEAST_BARS = 12
WIDE = 110
"""From so many cells on, a line has room for the id of its claim."""


def lines(rows: Sequence[Row], by: str, link: Link, screen: Screen) -> Iterator[str]:
    """A heading, then one line a claim: day, actor, what they do, figures and words.

    On a screen the words are cut to its width; in a pipe nothing is, and the id comes with them.
    """
    ident = max((width(row.claim.id) for row in rows), default=0) if _has_ids(screen) else 0
    names = [(by.upper(), DAY), ("ACTOR", NAME), ("STANCE", STANCE), ("ID", ident), ("WORDS", 0)]
    shown = [pad(name, cells) for name, cells in names if name != "ID" or ident]
    yield line(screen, Piece(GAP.join(shown).rstrip(), "heading"))
    for row in rows:
        yield _line(row, link, ident, screen)


def _has_ids(screen: Screen) -> bool:
    return screen.width is None or screen.width >= WIDE


def _line(row: Row, link: Link, ident: int, screen: Screen) -> str:
    claim, glyphs = row.claim, screen.glyphs
    actor, text = claim.actor or "(nobody named)", _telling(claim, glyphs)
    if screen.width is not None:
        room = screen.width - DAY - NAME - STANCE - 3 * len(GAP) - (ident and ident + len(GAP))
        actor = shorten(actor, NAME, glyphs.ellipsis)
        text = shorten(text, max(room, 8), glyphs.ellipsis)
    return line(
        screen,
        Piece(pad(day(row, glyphs), DAY), "faint" if row.when.reported else ""),
        GAP,
        Piece(pad(actor, NAME), "actor", link(claim)),
        GAP,
        Piece(pad(claim.stance, STANCE), claim.stance),
        GAP,
        Piece(pad(claim.id, ident) + GAP if ident else "", "id"),
        text,
    )


def _telling(claim: Claim, glyphs: Glyphs) -> str:
    """The figures of a claim before its words: they are what a short line must not lose."""
    figures = ", ".join(figure.text for figure in claim.figures)
    text = " ".join(claim.words.split())
    return f"{figures} {glyphs.sep} {text}" if figures else text


def day(row: Row, glyphs: Glyphs) -> str:
    """The day of a row, in brackets when it is that of the report."""
    if row.when.text is None:
        return "undated"
    told = words.day(row.when.text, glyphs)
    return f"({told})" if row.when.reported else told


def plot(series: Series, screen: Screen) -> Iterator[str]:
    """The figures of a topic, phase by phase in order of saying, as bars above one axis.

    A bar is what is ordinarily meant; dots go on to the most that the words allow.
    """
    yield line(screen, Piece(f"{series.topic}: figures in order of saying", "heading"))
    numbers = [words.interval(point.near, screen.glyphs) for point in series.points]
    left = 2 + DAY + len(GAP) + NAME + len(GAP)
    cells = min(BARS, screen.columns - left - len(GAP) - max(map(width, numbers)))
    on = strip.axis([point.near for point in series.points], cells) if cells >= LEAST_BARS else None
    for phase in series.phases:
        yield line(screen, Piece(phase.replace("_", " "), "faint"))
        for point, number in zip(series.points, numbers, strict=True):
            if point.phase == phase:
                yield _bar(point, number, on, screen)
    if on:
        yield line(screen, " " * left, Piece(strip.legend(on), "faint"))
    yield from (_turn(turn, screen) for turn in series.turns)


def _bar(point: Point, number: str, on: strip.Axis | None, screen: Screen) -> str:
    glyphs = screen.glyphs
    name = shorten(point.claim.actor or "(nobody named)", NAME, glyphs.ellipsis)
    drawn = ""
    if on:
        signs = strip.bar(point.near, point.figure.value, on, glyphs, point.far)
        drawn = pad(signs, on.cells) + GAP
    when = day(point.row, glyphs)
    return line(
        screen,
        f"  {pad(when, DAY)}{GAP}",
        Piece(pad(name, NAME), "actor"),
        GAP,
        Piece(drawn, "number"),
        number,
    )


def _turn(turn: Turn, screen: Screen) -> str:
    """``↺ Russland (2024-10-14) denies → 2025-04-26 announces``."""
    glyphs = screen.glyphs
    before, after = turn.before, turn.after
    told = (
        f"{words.said(before, glyphs)} {before.stance} {glyphs.then} "
        f"{words.said(after, glyphs)} {after.stance}"
    )
    room = max(screen.columns - width(told) - 3, 8)
    name = shorten(after.actor or "(nobody named)", room, glyphs.ellipsis)
    return line(screen, Piece(f"{glyphs.turn} ", "warn"), Piece(name, "actor"), f" {told}")
