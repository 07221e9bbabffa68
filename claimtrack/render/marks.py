"""The marks of a picture: a figure as a bar over its day, with who said it.

A thick bar is what is ordinarily meant, a thin dashed one the most that the words allow, an arrow
an open end, a dot the number that was named; a thin line across shows the days on which it can
have been said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from claimtrack.analysis.timeline_figures import Point
from claimtrack.model import Interval
from claimtrack.render import wording
from claimtrack.render.scales import Days, Numbers
from claimtrack.render.screen import UNICODE
from claimtrack.render.svg import Element, element, rimmed, stroke
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


LINE = 14
CHARACTER = 6.6
"""The usual breadth of a character, to keep labels from touching."""
ASIDE = 9
"""From the middle of a mark to its label."""
_RISE, _FALL = 10, 4
"""How far letters reach above and below the line that they stand on."""
_DOT, _BAR = 5, 3
_LONGEST_NAME = 26


class Box(NamedTuple):
    """A rectangle; places grow downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, box: Box) -> bool:
        """True if two rectangles have a point in common."""
        across = self.left < box.right and box.left < self.right
        return across and self.top < box.bottom and box.top < self.bottom


class _Label(NamedTuple):
    x: float
    y: float
    late: bool
    box: Box


class _Taken:
    """Rectangles in use, by the rows that they reach into, so that few are compared."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        """Takes a rectangle."""
        for row in _rows(box):
            self._rows[row].append(box)

    def touches(self, box: Box) -> bool:
        """True if a rectangle touches one in use."""
        return any(box.touches(used) for row in _rows(box) for used in self._rows.get(row, ()))


def _rows(box: Box) -> range:
    return range(int(box.top // LINE), int(box.bottom // LINE) + 1)


def labels(marks: Iterable[Mark], panel: Panel, edges: tuple[float, float]) -> Iterator[Element]:
    """Who said it and in which words, beside each mark, or near it at the end of a thin line.

    No label touches another or a dot, or leaves its panel and the edges, nor touches a bar where
    there is room beside it. One without room is left out; who points at the mark sees its words.
    """
    ordered = sorted(marks, key=lambda mark: (mark.y, mark.x))
    taken, drawn = _Taken(), _Taken()
    for mark in ordered:
        taken.add(Box(mark.x - _DOT, mark.y - _DOT, mark.x + _DOT, mark.y + _DOT))
        drawn.add(_box_of_bar(mark, panel))
    for mark in ordered:
        text = text_of_mark(mark)
        places = _places(mark, CHARACTER * len(text), panel, edges)
        free = [place for place in places if not taken.touches(place.box)]
        label = next(
            (place for place in free if not drawn.touches(place.box)), next(iter(free), None)
        )
        if label:
            taken.add(label.box)
            yield from _drawn_label(label, mark, text)


def text_of_mark(mark: Mark) -> str:
    """``Afad · rund 800``."""
    name = shorten(wording.actor(mark.point.claim), _LONGEST_NAME)
    return f"{name} · {mark.point.figure.text}"


def _box_of_bar(mark: Mark, panel: Panel) -> Box:
    near = mark.point.near
    top = panel.top if near.high is None else panel.up.place(near.high)
    return Box(mark.x - _BAR, top, mark.x + _BAR, panel.up.place(near.low))


def _places(mark: Mark, size: float, panel: Panel, edges: tuple[float, float]) -> Iterator[_Label]:
    """Where a label can stand, the nearest first: right or left, then a line up or down, and on."""
    lines = int((panel.bottom - panel.top) / LINE)
    for by in sorted(range(-lines, lines + 1), key=lambda by: (abs(by), by)):
        for late in (False, True):
            x = mark.x - ASIDE if late else mark.x + ASIDE
            y = round(mark.y + _beside(mark, late) + by * LINE, 1)
            left = x - size if late else x
            inside = panel.top < y < panel.bottom - 1
            if inside and edges[0] <= left and left + size <= edges[1]:
                box = Box(left, y - _RISE, left + size, y + _FALL)
                yield _Label(round(x, 1), y, late, box)


def _beside(mark: Mark, late: bool) -> float:
    """Above the line of a mark's days where that goes on beside it, else at its height."""
    row = mark.point.row
    goes_on = row.last and row.first != row.last and (row.first or late)
    return -6.0 if goes_on else 4.0


def _drawn_label(label: _Label, mark: Mark, text: str) -> Iterator[Element]:
    if abs(label.y - mark.y) > LINE:
        y = label.y - _RISE / 2 + 1
        yield stroke(mark.x, mark.y, label.x, y, class_="lead")
    anchor = "end" if label.late else None
    yield from rimmed(text, x=label.x, y=label.y, text_anchor=anchor)
