"""The marks of a picture: a figure as a bar over its day, with who said it.

A thick bar is what is ordinarily meant, a thin dashed one the most that the words allow, an arrow
an open end, a dot the number that was named; a thin line across shows the days on which it can
have been said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimtrack.analysis.timeline_figures import Point
from claimtrack.model import Interval
from claimtrack.render import wording
from claimtrack.render.scales import Days, Numbers
from claimtrack.render.screen import UNICODE
from claimtrack.render.svg import Element, element, stroke
from claimtrack.render.text_columns import shorten

DODGE, SPREAD = 10, 40
"""So far apart stand the marks of one place, within so much in all."""
DASHES = "2 3"
BEFORE = 24
"""How far a line reaches back from a day before which something was said."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the picture with a scale of numbers of its own; places grow downwards."""

    phase: str
    top: float
    bottom: float
    up: Numbers
    colour: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point, and where the middle of its days is."""

    point: Point
    x: float
    y: float


def marks_of(panel: Panel, across: Days) -> list[Mark]:
    """Each dated point at the middle of its days; those of one place side by side around it."""
    places: dict[float, list[Point]] = defaultdict(list)
    for point in panel.points:
        row = point.row
        ends = [day.toordinal() for day in (row.first or row.last, row.last or row.first) if day]
        if ends:
            places[across.place(sum(ends) / len(ends))].append(point)
    return [mark for x, points in places.items() for mark in _side_by_side(x, points, panel.up)]


def _side_by_side(x: float, points: list[Point], up: Numbers) -> Iterator[Mark]:
    apart = min(DODGE, SPREAD / max(len(points) - 1, 1))
    start = x - apart * (len(points) - 1) / 2
    for at, point in enumerate(points):
        yield Mark(point, round(start + apart * at, 1), _middle(point, up))


def _middle(point: Point, up: Numbers) -> float:
    """The height of the number that was named, else of the middle of what is meant."""
    if point.figure.value is not None:
        return up.place(point.figure.value)
    low, high = up.place(point.near.low), up.place(point.near.high or point.near.low)
    return round((low + high) / 2, 1)


def bars(mark: Mark, panel: Panel, across: Days) -> Iterator[Element]:
    """The far interval, the near one, the days, the number named; the claim to who points at it."""
    yield element("g", element("title", _told(mark.point)), *_drawn(mark, panel, across))


def _drawn(mark: Mark, panel: Panel, across: Days) -> Iterator[Element]:
    point, x, colour = mark.point, mark.x, panel.colour
    far = {"stroke": colour, "stroke_width": 1.5, "stroke_dasharray": DASHES}
    near = {"stroke": colour, "stroke_width": 5, "stroke_opacity": ".45"}
    yield from _bar(point.far, x, panel, far)
    yield from _bar(point.near, x, panel, near)
    row = point.row
    if row.last and row.first != row.last:
        start = across.place(row.first) if row.first else x - BEFORE
        dashes = None if row.first else DASHES
        end = across.place(row.last)
        yield stroke(start, mark.y, end, mark.y, stroke=colour, stroke_dasharray=dashes)
    exact = point.near.low == point.near.high
    if exact or point.figure.value is not None:
        yield element("circle", cx=x, cy=mark.y, r=4.5, fill=colour, stroke="#fff")


def _told(point: Point) -> str:
    """Who said what when, and the id under which it stands in the ledger."""
    claim = point.claim
    parts = (
        wording.said(claim, UNICODE),
        wording.chain(claim, UNICODE),
        claim.stance,
        claim.confidence,
    )
    return f"{' · '.join(filter(None, parts))}: {shorten(claim.words, 300)} ({claim.id})"


def _bar(
    interval: Interval, x: float, panel: Panel, look: Mapping[str, object]
) -> Iterator[Element]:
    low = panel.up.place(interval.low)
    high = panel.top if interval.high is None else panel.up.place(interval.high)
    if low != high:
        yield stroke(x, low, x, high, **look)
    if interval.high is None:
        tip = panel.top
        arrow = f"M{x - 5} {tip + 8}L{x} {tip}L{x + 5} {tip + 8}Z"
        yield element("path", d=arrow, fill=panel.colour)
