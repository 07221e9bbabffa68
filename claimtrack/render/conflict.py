"""Two contradicting claims: the matter, both sides, how far they are apart, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from claimtrack.conflicts.results.blocks import questions
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.render import wording
from claimtrack.render.bars import Bar, bars
from claimtrack.render.block import LEAST_NAME, block
from claimtrack.render.conflict_side import MARGIN, Link, Place, apart, kind_of, side_of
from claimtrack.render.marked import folded
from claimtrack.render.overview import are_many, by_heading, heading_of, overview
from claimtrack.render.screen import Piece, Screen, line
from claimtrack.render.text_columns import shorten, width


def views(
    conflicts: Sequence[Conflict],
    place: Place,
    link: Link,
    screen: Screen,
    aside: Iterable[Conflict] = (),
) -> Iterator[str]:
    """The lines that show conflicts in their order, a heading where event or topic changes.

    Where there are many, all questions are told at a glance first, and bear their number. Sources
    that agree stand together. ``place`` gives the file that a side's claim stands in, ``link`` the
    address of its line; ``aside`` are pairs that were not compared, each told under its heading.
    """
    numbers = count(1) if are_many(conflicts) else None
    not_compared = by_heading(aside, screen.glyphs)
    if numbers:
        yield from overview(conflicts, screen)
    for heading, group in groupby(conflicts, lambda conflict: heading_of(conflict, screen.glyphs)):
        yield line(screen, Piece(heading, "heading"))
        yield line(screen, Piece(screen.glyphs.line * width(heading), "faint"))
        for question in questions(group):
            lead = f"#{next(numbers)} " if numbers else ""
            view = block if len(question) > 1 else _alone
            yield from view(question, place, link, screen, lead)
            yield ""
        apart = not_compared.pop(heading, [])
        for remark in apart:
            yield from folded("  ", [Piece(remark, "faint")], screen)
        if apart:
            yield ""


def _alone(
    question: Sequence[Conflict], place: Place, link: Link, screen: Screen, lead: str
) -> Iterator[str]:
    return view(question[0], place, link, screen, lead)


def view(
    conflict: Conflict, place: Place, link: Link, screen: Screen, lead: str = ""
) -> Iterator[str]:
    """The lines of one pair; ``lead`` stands before its verdict."""
    verdict = Piece(conflict.told.upper(), conflict.told)
    kind = Piece(f" {screen.glyphs.sep} {kind_of(conflict)}", "faint")
    yield from folded("", [Piece(lead, "faint"), verdict, kind, *_gap(conflict, screen)], screen)
    for side in conflict.sides:
        yield from side_of(side, place, link, screen)
    yield from _strip(conflict, screen)
    yield from _reasons(conflict, screen)


def _gap(conflict: Conflict, screen: Screen) -> Iterator[Piece]:
    if conflict.gap:
        yield Piece(f" {screen.glyphs.sep} {apart(conflict.gap)}", "number")


def _strip(conflict: Conflict, screen: Screen) -> Iterator[str]:
    """Both intervals on one axis, each with its name and numbers."""
    figures = [side.figure for side in conflict.sides if side.figure and side.figure.near]
    if len(figures) < 2:
        return
    most = max(screen.columns // 4, LEAST_NAME)
    rows = [
        Bar((Piece(shorten(name, most, screen.glyphs.ellipsis)),), figure.near, figure.value)
        for name, figure in zip(_names(conflict.sides), figures, strict=True)
        if figure.near
    ]
    yield from bars(rows, screen, MARGIN)


def _names(sides: Sequence[Side]) -> list[str]:
    """Who gives each figure; of one actor twice the day, outlet or article."""
    for name in (_actor, _day, _outlet, _article):
        names = [name(side) for side in sides]
        if len(set(names)) == len(names):
            return names
    return [side.claim.id for side in sides]


def _actor(side: Side) -> str:
    return wording.actor(side.claim)


def _day(side: Side) -> str:
    return side.claim.said or side.reported or ""


def _outlet(side: Side) -> str:
    return side.outlet or ""


def _article(side: Side) -> str:
    return side.claim.article or ""


def _reasons(conflict: Conflict, screen: Screen) -> Iterator[str]:
    yield from folded("  ", [Piece(conflict.reason)], screen)
    if conflict.ruling:
        ruling = wording.ruled(conflict.ruling, conflict.stale)
        yield from folded("  ", [Piece(ruling, "warn" if conflict.stale else "good")], screen)


def summary(shown: Sequence[str], hidden: Iterable[str], counts: str = "") -> str:
    """``2 conflicts, 1 tension; with --all also 3 updates, 1 same origin``, out of verdicts.

    ``counts`` stands behind what is shown: in how many questions.
    """
    shown_as, more = (
        ", ".join(wording.verdicts(verdict, number) for verdict, number in Counter(each).items())
        for each in (shown, hidden)
    )
    counts = counts if shown_as else ""
    return (shown_as or "no conflicts") + counts + (f"; with --all also {more}" if more else "")
