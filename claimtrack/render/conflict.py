"""Two claims that do not go together: what about, both sides, how far apart, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from claimtrack.conflicts.values import Conflict, Side
from claimtrack.model import Claim, Figure, Interval, Span
from claimtrack.render import contract, strip, words
from claimtrack.render.layout import pad, shorten, width
from claimtrack.render.listing import Cell, Column, Listing
from claimtrack.render.marked import folded, marked
from claimtrack.render.screen import Glyphs, Piece, Screen, line

Place = Callable[[Side], str]
Link = Callable[[Side], str | None]
MARGIN = 4
NAMES = 22
AXIS = 60


def views(conflicts: Sequence[Conflict], place: Place, link: Link, screen: Screen) -> Iterator[str]:
    """The lines that show conflicts in their order, a heading where the topic changes.

    A denial that several speak against is shown once, with the first of them; the others follow.
    ``place`` gives the file that a side's claim stands in, ``link`` the address of its line.
    """
    topic: str | None = ""
    for _, same in groupby(conflicts, _together):
        first, *others = same
        if first.topic != topic:
            topic = first.topic
            title = topic or "(no topic)"
            yield line(screen, Piece(title, "heading"))
            yield line(screen, Piece(screen.glyphs.line * width(title), "faint"))
        yield from view(first, place, link, screen)
        yield from _others(first, others, screen)
        yield ""


def _together(conflict: Conflict) -> tuple[str | None, bool, object]:
    """What conflicts are shown together: those against one denial."""
    return conflict.topic, conflict.shown, conflict.denial or id(conflict)


def _others(first: Conflict, others: Sequence[Conflict], screen: Screen) -> Iterator[str]:
    """Who else is denied in the same words, a line each."""
    sep = f" {screen.glyphs.sep} "
    for other in others:
        side = next(one for one in other.sides if one.claim.id != first.denial)
        claim = replace(side.claim, reported=side.reported)
        told = [
            Piece("also against: ", "faint"),
            Piece(words.chain(claim, screen.glyphs), "actor"),
            Piece(f"{sep}{words.said(claim, screen.glyphs)}{sep}"),
            Piece(claim.stance, claim.stance),
            Piece(f"{sep}{claim.id}", "id"),
        ]
        if other.verdict != first.verdict:
            told.append(Piece(f"{sep}{other.verdict}", other.verdict))
        yield from folded("  ", told, screen)


def view(conflict: Conflict, place: Place, link: Link, screen: Screen) -> Iterator[str]:
    """The lines of one pair."""
    kind = " ".join(filter(None, [conflict.kind, f"({conflict.phase})" if conflict.phase else ""]))
    verdict = Piece(conflict.verdict.upper(), conflict.verdict)
    heading = [verdict, Piece(f" {screen.glyphs.sep} {kind}", "faint"), *_gap(conflict, screen)]
    yield from folded("", heading, screen)
    for side in conflict.sides:
        yield from _side(side, place, link, screen)
    yield from _strip(conflict, screen)
    yield from _reasons(conflict, screen)


def _gap(conflict: Conflict, screen: Screen) -> Iterator[Piece]:
    if conflict.gap:
        difference, ratio = conflict.gap
        times = f", {ratio:.3g} times" if ratio else ""
        yield Piece(f" {screen.glyphs.sep} apart by {words.number(difference)}{times}", "number")


def _side(side: Side, place: Place, link: Link, screen: Screen) -> Iterator[str]:
    """Who, when, how; the words; where they stand."""
    claim, glyphs = side.claim, screen.glyphs
    sep = f" {glyphs.sep} "
    when = words.said(replace(claim, reported=side.reported), glyphs)
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
    at = f"{place(side)}:{side.line}" if side.line else place(side)
    where = [Piece(source, "faint"), Piece(sep, "faint"), Piece(at, "faint", link(side))]
    yield from folded("    ", [*where, Piece(sep, "faint"), Piece(claim.id, "id")], screen)


def quotation(claim: Claim, figure: Figure | None, glyphs: Glyphs) -> list[Piece]:
    """The words of a claim, the phrase that an interval follows from marked in them."""
    text = claim.words
    if figure is None:
        return [Piece(text)]
    start = text.find(figure.text)
    if start < 0:
        return [Piece(figure.text, "quote"), Piece(f" {glyphs.sep} {text}")]
    span = Span(start, start + len(figure.text))
    return marked(text, 0, [(span, "quote")], glyphs)


def _strip(conflict: Conflict, screen: Screen) -> Iterator[str]:
    """Both intervals on one axis, each with its name and numbers."""
    shown = [
        (side.claim.actor or "(nobody)", side.figure.near, side.figure.value)
        for side in conflict.sides
        if side.figure and side.figure.near
    ]
    if len(shown) < 2:
        return
    names = [shorten(name, NAMES, screen.glyphs.ellipsis) for name, _, _ in shown]
    numbers = [words.interval(interval, screen.glyphs) for _, interval, _ in shown]
    left = max(map(width, names))
    cells = min(AXIS, screen.columns - MARGIN - left - 2 - max(map(width, numbers)) - 2)
    if cells < 12:
        return
    on = strip.axis([interval for _, interval, _ in shown], cells)
    for name, number, (_, interval, value) in zip(names, numbers, shown, strict=True):
        bar = pad(strip.bar(interval, value, on, screen.glyphs), cells)
        lead = " " * MARGIN + pad(name, left) + "  "
        yield line(screen, lead, Piece(bar, "number"), f"  {number}")
    yield line(screen, " " * (MARGIN + left + 2), Piece(strip.legend(on), "faint"))


def _reasons(conflict: Conflict, screen: Screen) -> Iterator[str]:
    yield from folded("  ", [Piece(conflict.reason)], screen)
    ruling = conflict.ruling
    if ruling:
        by = f" by {ruling.by}" if ruling.by else ""
        on = f" on {ruling.on}" if ruling.on else ""
        told = f"ruled {ruling.verdict}{by}{on}: {ruling.why or 'no reason'}"
        yield from folded("  ", [Piece(told, "good")], screen)
        if conflict.stale:
            yield from folded("  ", [Piece("a claim has changed since", "warn")], screen)


def summary(shown: Sequence[Conflict], others: Sequence[Conflict]) -> str:
    """``2 conflicts, 1 tension; with --all also 3 update, 1 same origin``."""
    counts = Counter(conflict.verdict for conflict in shown)
    told = ", ".join(f"{n} {_plural(verdict, n)}" for verdict, n in counts.items())
    hidden = Counter("ruled" if one.ruling and not one.stale else one.verdict for one in others)
    more = ", ".join(f"{n} {_plural(verdict, n)}" for verdict, n in hidden.items())
    return (told or "no conflicts") + (f"; with --all also {more}" if more else "")


def _plural(verdict: str, count: int) -> str:
    return f"{verdict}s" if count > 1 and verdict in ("conflict", "tension", "update") else verdict


_SIDE = ("actor", "said", "stance", "figure", "interval", "words", "claim", "article")


def listing(conflicts: Sequence[Conflict], glyphs: Glyphs) -> Listing:
    """Conflicts as rows, for csv and md; the fields of both sides behind ``a`` and ``b``."""
    columns = (
        *(Column(name, 20) for name in ("verdict", "kind", "topic", "phase")),
        *(Column(f"{letter}_{name}", 24) for letter in "ab" for name in _SIDE),
        Column("reason", place="body"),
    )
    rows = tuple(
        (
            *(Cell(text or "") for text in (one.verdict, one.kind, one.topic, one.phase)),
            *(Cell(text) for side in one.sides for text in _cells(side, glyphs)),
            Cell(one.reason),
        )
        for one in conflicts
    )
    return Listing(columns, rows, tuple(map(contract.conflict_record, conflicts)))


def _cells(side: Side, glyphs: Glyphs) -> tuple[str, ...]:
    claim, figure = side.claim, side.figure
    near: Interval | None = figure.near if figure else None
    return (
        claim.actor or "",
        words.said(claim, glyphs),
        claim.stance,
        figure.text if figure else "",
        words.interval(near, glyphs) if near else "",
        claim.words,
        claim.id,
        claim.article or "",
    )
