"""Two claims that do not go together: what about, both sides, how far apart, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from claimtrack.conflicts.figures.verdict import Gap
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.model import Claim, Figure
from claimtrack.numerals import number
from claimtrack.render import words
from claimtrack.render.bars import Bar, bars
from claimtrack.render.layout import shorten, width
from claimtrack.render.marked import folded
from claimtrack.render.overview import overview
from claimtrack.render.screen import Glyphs, Piece, Screen, line

Place = Callable[[Side], str]
Link = Callable[[Side], str | None]
MARGIN = " " * 4
LEAST_NAME = 12


def views(conflicts: Iterable[Conflict], place: Place, link: Link, screen: Screen) -> Iterator[str]:
    """The lines that show conflicts in their order, a heading where the topic changes.

    A denial that several speak against is shown once, with the first of them; the others follow.
    ``place`` gives the file that a side's claim stands in, ``link`` the address of its line.
    """
    for topic, group in groupby(conflicts, lambda conflict: conflict.topic):
        title, of_topic = topic or "(no topic)", list(group)
        yield line(screen, Piece(title, "heading"))
        yield line(screen, Piece(screen.glyphs.line * width(title), "faint"))
        yield from overview(of_topic, screen)
        for _, same in groupby(of_topic, _together):
            first, *others = same
            yield from view(first, place, link, screen)
            yield from _others(first, others, screen)
            yield ""


def _together(conflict: Conflict) -> tuple[bool, object]:
    """What conflicts of a topic are shown together: those against one denial."""
    return conflict.shown, conflict.denial or id(conflict)


def _others(first: Conflict, others: Sequence[Conflict], screen: Screen) -> Iterator[str]:
    """Who else is denied in the same words, a line each."""
    sep = f" {screen.glyphs.sep} "
    for other in others:
        side = next(one for one in other.sides if one.claim.id != first.denial)
        claim = side.claim
        told = [
            Piece("also against: ", "faint"),
            Piece(words.chain(claim, screen.glyphs), "actor"),
            Piece(f"{sep}{words.told(claim.said, side.reported, screen.glyphs)}{sep}"),
            Piece(claim.stance, claim.stance),
            Piece(f"{sep}{claim.id}", "id"),
        ]
        if other.verdict != first.verdict:
            told.append(Piece(f"{sep}{other.verdict}", other.verdict))
        yield from folded("  ", told, screen)


def view(conflict: Conflict, place: Place, link: Link, screen: Screen) -> Iterator[str]:
    """The lines of one pair."""
    verdict = Piece(conflict.verdict.upper(), conflict.verdict)
    kind = Piece(f" {screen.glyphs.sep} {kind_of(conflict)}", "faint")
    heading = [verdict, kind, *_gap(conflict, screen)]
    yield from folded("", heading, screen)
    for side in conflict.sides:
        yield from _side(side, place, link, screen)
    yield from _strip(conflict, screen)
    yield from _reasons(conflict, screen)


def kind_of(conflict: Conflict) -> str:
    """The kind of a pair and the phase of what is counted: ``figure (killed)``."""
    phase = f" ({words.phase(conflict.phase)})" if conflict.phase else ""
    return f"{conflict.kind}{phase}"


def _gap(conflict: Conflict, screen: Screen) -> Iterator[Piece]:
    if conflict.gap:
        yield Piece(f" {screen.glyphs.sep} {apart(conflict.gap)}", "number")


def apart(gap: Gap) -> str:
    """How far two figures lie apart: ``apart by 600, 1.67 times``."""
    times = f", {gap.ratio:.3g} times" if gap.ratio else ""
    return f"apart by {number(gap.difference)}{times}"


def _side(side: Side, place: Place, link: Link, screen: Screen) -> Iterator[str]:
    """Who, when, how; the words; where they stand."""
    claim, glyphs = side.claim, screen.glyphs
    sep = f" {glyphs.sep} "
    when = words.told(claim.said, side.reported, glyphs)
    who = [
        Piece(words.chain(claim, glyphs), "actor"),
        Piece(f"{sep}{when}{sep}" if when else sep),
        Piece(claim.stance, claim.stance),
        Piece(sep),
        Piece(claim.confidence, claim.confidence),
    ]
    origins = f"{side.origins} independent origin{'s' if side.origins > 1 else ''}"
    yield from folded("  ", [*who, Piece(sep + origins, "faint")], screen)
    yield from folded(f"  {glyphs.bar} ", quotation(claim, side.figure, glyphs), screen)
    source = side.outlet or claim.article or "by hand"
    at = words.where(place(side), side.line)
    where = [Piece(source, "faint"), Piece(sep, "faint"), Piece(at, "faint", link(side))]
    yield from folded("    ", [*where, Piece(sep, "faint"), Piece(claim.id, "id")], screen)


def quotation(claim: Claim, figure: Figure | None, glyphs: Glyphs) -> list[Piece]:
    """The words of a claim, the phrase that an interval follows from marked in them."""
    text = claim.words
    if figure is None:
        return [Piece(text)]
    before, found, after = text.partition(figure.text)
    if not found:
        return [Piece(figure.text, "quote"), Piece(f" {glyphs.sep} {text}")]
    quoted = f"{glyphs.opening}{found}{glyphs.closing}"
    return [Piece(before), Piece(quoted, "quote"), Piece(after)]


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
        found = [name(side) for side in sides]
        if len(set(found)) == len(found):
            return found
    return [side.claim.id for side in sides]


def _actor(side: Side) -> str:
    return words.actor(side.claim)


def _day(side: Side) -> str:
    return side.claim.said or side.reported or ""


def _outlet(side: Side) -> str:
    return side.outlet or ""


def _article(side: Side) -> str:
    return side.claim.article or ""


def _reasons(conflict: Conflict, screen: Screen) -> Iterator[str]:
    yield from folded("  ", [Piece(conflict.reason)], screen)
    if conflict.ruling:
        told = words.ruled(conflict.ruling, conflict.stale)
        yield from folded("  ", [Piece(told, "warn" if conflict.stale else "good")], screen)


def summary(shown: Iterable[str], others: Iterable[str]) -> str:
    """``2 conflicts, 1 tension; with --all also 3 updates, 1 same origin``, out of verdicts."""
    told, more = (
        ", ".join(words.verdicts(verdict, count) for verdict, count in Counter(each).items())
        for each in (shown, others)
    )
    return (told or "no conflicts") + (f"; with --all also {more}" if more else "")
