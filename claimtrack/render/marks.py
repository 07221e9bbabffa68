"""The marks of a picture: a figure as a bar over its day, with who said it.

A thick bar is what is ordinarily meant, a thin dashed one the most that the words allow, an arrow
an open end, a dot the number that was named; a thin line across shows the days on which it can
have been said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import escape

from claimtrack.model import Interval
from claimtrack.render import safe
from claimtrack.render.layout import shorten
from claimtrack.render.scales import Days, Numbers
from claimtrack.series import Point

DODGE = 10
LINE = 14
CHARACTER = 6.4
"""The usual breadth of a character, to keep labels from touching."""
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
    """Each dated point at the middle of its days; those of one place side by side."""
    taken: dict[float, int] = defaultdict(int)
    found = []
    for point in panel.points:
        row = point.row
        ends = [day.toordinal() for day in (row.first or row.last, row.last or row.first) if day]
        if ends:
            x = across.place(sum(ends) / len(ends))
            found.append(Mark(point, round(x + DODGE * taken[x], 1), _middle(point, panel.up)))
            taken[x] += 1
    return found


def _middle(point: Point, up: Numbers) -> float:
    """The height of the number that was named, else of the middle of what is meant."""
    if point.figure.value is not None:
        return up.place(point.figure.value)
    low, high = up.place(point.near.low), up.place(point.near.high or point.near.low)
    return round((low + high) / 2, 1)


def bars(mark: Mark, panel: Panel, across: Days) -> Iterator[str]:
    """The far interval, the near one, the days, the number that was named."""
    point, x, colour = mark.point, mark.x, f'stroke="{panel.colour}"'
    yield from _bar(point.far, x, panel, f'{colour} stroke-width="1.5" stroke-dasharray="2 3"')
    yield from _bar(point.near, x, panel, f'{colour} stroke-width="5" stroke-opacity=".45"')
    row = point.row
    if row.last and row.first != row.last:
        start = across.place(row.first) if row.first else x - BEFORE
        dashes = "" if row.first else ' stroke-dasharray="2 3"'
        yield stroke(start, mark.y, across.place(row.last), mark.y, f"{colour}{dashes}")
    exact = point.near.low == point.near.high
    if exact or point.figure.value is not None:
        yield f'<circle cx="{x}" cy="{mark.y}" r="4.5" fill="{panel.colour}" stroke="#fff"/>'


def _bar(interval: Interval, x: float, panel: Panel, look: str) -> Iterator[str]:
    low = panel.up.place(interval.low)
    high = panel.top if interval.high is None else panel.up.place(interval.high)
    if low != high:
        yield stroke(x, low, x, high, look)
    if interval.high is None:
        tip = panel.top
        yield f'<path d="M{x - 5} {tip + 8}L{x} {tip}L{x + 5} {tip + 8}Z" fill="{panel.colour}"/>'


def labels(marks: Iterable[Mark], panel: Panel, edges: tuple[float, float]) -> Iterator[str]:
    """Who said it and in which words, beside the mark, where no other label is."""
    taken: list[_Box] = []
    for mark in sorted(marks, key=lambda mark: (mark.y, mark.x)):
        actor = shorten(mark.point.claim.actor or "(nobody named)", 26)
        text = f"{actor} · {mark.point.figure.text}"
        size = CHARACTER * len(text)
        late = mark.x + 9 + size > edges[1]
        x = round(mark.x - 9 if late else mark.x + 9, 1)
        left = x - size if late else x
        box = _free(_Box(left, left + size, mark.y + _beside(mark, late)), taken, panel)
        taken.append(box)
        anchor = ' text-anchor="end"' if late else ""
        yield f'<text x="{x}" y="{round(box.y, 1)}"{anchor}>{text_of(text)}</text>'


class _Box(NamedTuple):
    """Where a label stands: its left and right end, the line that it stands on."""

    left: float
    right: float
    y: float

    def touches(self, other: _Box) -> bool:
        return self.left < other.right and other.left < self.right and abs(self.y - other.y) < LINE


def _beside(mark: Mark, late: bool) -> float:
    """Above the line of a mark's days where that goes on beside it, else at its height."""
    row = mark.point.row
    goes_on = row.last and row.first != row.last and (row.first or late)
    return -6.0 if goes_on else 4.0


def _free(wanted: _Box, taken: Iterable[_Box], panel: Panel) -> _Box:
    """The nearest place above or below, within the panel, that touches no other label."""
    others = list(taken)
    steps = sorted((step * LINE for step in range(-9, 10)), key=lambda by: (abs(by), by))
    places = (wanted._replace(y=wanted.y + by) for by in steps)
    inside = (box for box in places if panel.top < box.y < panel.bottom)
    return next((box for box in inside if not any(map(box.touches, others))), wanted)


def stroke(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    """A straight line."""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {look}/>'


def text_of(text: str) -> str:
    """Words from outside as they may stand in SVG."""
    return escape(safe.terminal(text))
