"""The labels of a picture: each beside its mark, or near it at the end of a thin line.

No label touches another or a dot, or leaves its panel, nor a bar where there is room beside it. One
for which there is no room is left out; its words are still shown to who points at the mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.render import wording
from claimtrack.render.marks import Mark, Panel
from claimtrack.render.svg import Element, rimmed, stroke
from claimtrack.render.text_columns import shorten

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
    """Who said it and in which words, for each mark for which there is room between the edges."""
    ordered = sorted(marks, key=lambda mark: (mark.y, mark.x))
    taken, drawn = _Taken(), _Taken()
    for mark in ordered:
        taken.add(Box(mark.x - _DOT, mark.y - _DOT, mark.x + _DOT, mark.y + _DOT))
        drawn.add(_bar(mark, panel))
    for mark in ordered:
        text = text_of_mark(mark)
        places = _places(mark, CHARACTER * len(text), panel, edges)
        free = [place for place in places if not taken.touches(place.box)]
        label = next(
            (place for place in free if not drawn.touches(place.box)), next(iter(free), None)
        )
        if label:
            taken.add(label.box)
            yield from _drawn(label, mark, text)


def text_of_mark(mark: Mark) -> str:
    """``Afad · rund 800``."""
    name = shorten(wording.actor(mark.point.claim), _LONGEST_NAME)
    return f"{name} · {mark.point.figure.text}"


def _bar(mark: Mark, panel: Panel) -> Box:
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


def _drawn(label: _Label, mark: Mark, text: str) -> Iterator[Element]:
    if abs(label.y - mark.y) > LINE:
        y = label.y - _RISE / 2 + 1
        yield stroke(mark.x, mark.y, label.x, y, class_="lead")
    anchor = "end" if label.late else None
    yield from rimmed(text, x=label.x, y=label.y, text_anchor=anchor)
