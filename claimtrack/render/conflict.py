"""Two contradicting claims: the matter, both sides, how far they are apart, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, groupby

from claimtrack.conflicts.results.blocks import Camp, camps, key_of, questions
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.model import Interval
from claimtrack.render import wording
from claimtrack.render.bars import Bar, bars
from claimtrack.render.conflict_side import (
    MARGIN,
    Link,
    Place,
    apart,
    kind_of,
    place_of,
    side_of,
    view_of,
    who_of,
)
from claimtrack.render.marked import folded
from claimtrack.render.overview import are_many, by_heading, heading_of, names_of, overview
from claimtrack.render.screen import Glyphs, Piece, Screen, line
from claimtrack.render.text_columns import shorten, width

LEAST_NAME = 12


def block(
    question: Sequence[Conflict], place: Place, link: Link, screen: Screen, lead: str = ""
) -> Iterator[str]:
    """The lines of a block: its camps with their words, all figures on one axis, why.

    ``lead`` stands before its verdict. The first pair is the worst, and the reason is its.
    """
    first, groups = question[0], camps(question)
    detail = f" {screen.glyphs.sep} {head_of(question, groups, screen.glyphs)}"
    head = [Piece(lead, "faint"), Piece(first.told.upper(), first.told), Piece(detail, "faint")]
    yield from folded("", head, screen)
    weaker = milder(question)
    for camp in groups:
        yield from _camp(camp, weaker, place, link, screen)
    yield from _strip_of_camps(groups, screen)
    yield from folded("  ", [Piece(first.reason)], screen)
    for ruled in rulings_of(question):
        yield from folded("  ", [Piece(ruled, "good")], screen)


def head_of(question: Sequence[Conflict], groups: Sequence[Camp], glyphs: Glyphs) -> str:
    """``figure (killed) · 3 sides, 5 pairs · apart by 9, 1.75 times · block-7k2f9q``."""
    first, gaps = question[0], [pair.gap for pair in question if pair.gap]
    sides = f"{len(groups)} sides, {len(question)} pairs"
    widest = apart(max(gaps, key=lambda gap: gap.difference)) if gaps else None
    parts = (kind_of(first), sides, widest, first.block)
    return f" {glyphs.sep} ".join(filter(None, parts))


def rulings_of(question: Sequence[Conflict]) -> list[str]:
    """What an analyst ruled on the pairs of a question, each once."""
    ruled = (wording.ruled(pair.ruling, pair.stale) for pair in question if pair.ruling)
    return list(dict.fromkeys(ruled))


def milder(question: Sequence[Conflict]) -> dict[object, str]:
    """The sides that are in no pair as bad as the first, with the verdict of theirs."""
    worst: dict[object, str] = {}
    for pair in question:
        for side in pair.sides:
            worst.setdefault(key_of(side), pair.told)
            if pair.told == question[0].told:
                worst[key_of(side)] = pair.told
    return {key: verdict for key, verdict in worst.items() if verdict != question[0].told}


def _camp(
    camp: Camp, weaker: dict[object, str], place: Place, link: Link, screen: Screen
) -> Iterator[str]:
    """A camp: what it says, who is counted behind it; then each who says so, in what words."""
    title = Piece(f"{camp_title(camp, screen.glyphs)}: ", "number" if camp.sides[0].figure else "")
    yield from folded("  ", [title, Piece(", ".join(names_of(camp)), "actor")], screen)
    for _, same in groupby(sorted(camp.sides, key=_saying), _saying):
        first, *further = same
        yield from folded(f"{MARGIN}", who_of(first, screen, weaker.get(key_of(first))), screen)
        yield from view_of(first, place, link, screen, MARGIN)
        for side in further:
            yield from place_of(side, place, link, screen, f"{MARGIN}  also ")


def camp_title(camp: Camp, glyphs: Glyphs) -> str:
    """``12–14 · 2 independent origins``: what a camp says, and how many say so."""
    names, figure = names_of(camp), camp.sides[0].figure
    origins = f"{len(names)} independent origin{'s' if len(names) != 1 else ''}"
    stances = dict.fromkeys(side.claim.stance for side in camp.sides)
    says = wording.figure(figure, glyphs) if figure else ", ".join(stances)
    return f"{says} {glyphs.sep} {origins}"


def _saying(side: Side) -> tuple[str, ...]:
    """What is the same where several articles have one statement of one actor."""
    claim = side.claim
    figure = side.figure.text if side.figure else ""
    when = claim.said or side.reported or ""
    return when.rpartition("/")[2], wording.actor(claim), claim.stance, figure, claim.words


def _strip_of_camps(groups: Sequence[Camp], screen: Screen) -> Iterator[str]:
    """All figures on one axis, each of one actor once."""
    most = max(screen.columns // 4, LEAST_NAME)
    rows: dict[tuple[str, Interval], Bar] = {}
    for camp in groups:
        for side in camp.sides:
            if side.figure and side.figure.near:
                name = shorten(wording.actor(side.claim), most, screen.glyphs.ellipsis)
                bar = Bar((Piece(name, "actor"),), side.figure.near, side.figure.value)
                rows.setdefault((wording.actor(side.claim), side.figure.near), bar)
    if len(rows) > 1:
        yield from bars(list(rows.values()), screen, MARGIN)


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
            if len(question) > 1:
                yield from block(question, place, link, screen, lead)
            else:
                yield from view(question[0], place, link, screen, lead)
            yield ""
        apart = not_compared.pop(heading, [])
        for remark in apart:
            yield from folded("  ", [Piece(remark, "faint")], screen)
        if apart:
            yield ""


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


_TELLING_APART: tuple[Callable[[Side], str], ...] = (
    lambda side: wording.actor(side.claim),
    lambda side: side.claim.said or side.reported or "",
    lambda side: side.outlet or "",
    lambda side: side.claim.article or "",
)


def _names(sides: Sequence[Side]) -> list[str]:
    """Who gives each figure; of one actor twice the day, outlet or article."""
    for name in _TELLING_APART:
        names = [name(side) for side in sides]
        if len(set(names)) == len(names):
            return names
    return [side.claim.id for side in sides]


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
