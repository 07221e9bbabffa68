"""Conflicts as a report in Markdown: a heading a topic, for each pair its sides in a table, why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.render import md, words
from claimtrack.render.screen import UNICODE
from claimtrack.render.side import Place, apart, kind_of

_HEADS = ("actor", "said", "stance", "figure", "meant", "words", "origins", "source", "claim")


def report(conflicts: Iterable[Conflict], place: Place) -> Iterator[str]:
    """The lines of the report; ``place`` gives the file that a side's claim stands in."""
    for topic, group in groupby(conflicts, lambda conflict: conflict.topic):
        yield md.heading(topic or "(no topic)")
        yield ""
        for conflict in group:
            yield from _pair(conflict, place)


def _pair(conflict: Conflict, place: Place) -> Iterator[str]:
    gap = f" · {apart(conflict.gap)}" if conflict.gap else ""
    yield md.paragraph(f"· {kind_of(conflict)}{gap}", strong=conflict.verdict.upper())
    yield ""
    yield md.row(_HEADS)
    yield md.rule(["---"] * len(_HEADS))
    for side in conflict.sides:
        yield md.row(_cells(side, place))
    yield ""
    yield md.paragraph(conflict.reason)
    yield ""
    if conflict.ruling:
        yield md.paragraph(words.ruled(conflict.ruling, conflict.stale))
        yield ""


def _cells(side: Side, place: Place) -> Sequence[str]:
    claim, figure = side.claim, side.figure
    hedged = "" if claim.confidence == "stated" else f", {claim.confidence}"
    where = words.where(place(side), side.line)
    return (
        words.chain(claim, UNICODE),
        words.told(claim.said, side.reported, UNICODE),
        f"{claim.stance}{hedged}",
        figure.text if figure else "",
        words.interval(figure.near, UNICODE) if figure and figure.near else "",
        claim.words,
        str(side.origins),
        f"{side.outlet or claim.article or 'by hand'}, {where}",
        claim.id,
    )
