"""A block: sources that agree within their hedges, camp by camp, against the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from claimtrack.conflicts.results.blocks import Camp, camps, key_of
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
    view_of,
    who_of,
)
from claimtrack.render.marked import folded
from claimtrack.render.overview import names_of
from claimtrack.render.screen import Glyphs, Piece, Screen
from claimtrack.render.text_columns import shorten

LEAST_NAME = 12


def block(
    question: Sequence[Conflict], place: Place, link: Link, screen: Screen, lead: str = ""
) -> Iterator[str]:
    """The lines of a block: its camps with their words, all figures on one axis, why.

    ``lead`` stands before its verdict. The first pair is the worst, and the reason is its.
    """
    first, groups = question[0], camps(question)
    detail = f" {screen.glyphs.sep} {head_of(question, screen.glyphs)}"
    head = [Piece(lead, "faint"), Piece(first.told.upper(), first.told), Piece(detail, "faint")]
    yield from folded("", head, screen)
    weaker = milder(question)
    for camp in groups:
        yield from _camp(camp, weaker, place, link, screen)
    yield from _strip(groups, screen)
    yield from folded("  ", [Piece(first.reason)], screen)
    for ruled in rulings_of(question):
        yield from folded("  ", [Piece(ruled, "good")], screen)


def head_of(question: Sequence[Conflict], glyphs: Glyphs) -> str:
    """``figure (killed) · 3 sides, 5 pairs · apart by 9, 1.75 times · block-7k2f9q``."""
    first, gaps = question[0], [pair.gap for pair in question if pair.gap]
    sides = f"{len(camps(question))} sides, {len(question)} pairs"
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
    says = wording.figure(figure, glyphs) if figure else _stances(camp)
    return f"{says} {glyphs.sep} {origins}"


def _stances(camp: Camp) -> str:
    return ", ".join(dict.fromkeys(side.claim.stance for side in camp.sides))


def _saying(side: Side) -> tuple[str, ...]:
    """What is the same where several articles have one statement of one actor."""
    claim = side.claim
    figure = side.figure.text if side.figure else ""
    when = claim.said or side.reported or ""
    return when.rpartition("/")[2], wording.actor(claim), claim.stance, figure, claim.words


def _strip(groups: Sequence[Camp], screen: Screen) -> Iterator[str]:
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
