"""A topic's figures over time as SVG: a panel for each phase, and below who changed sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from claimtrack.analysis.timeline import rows as in_order
from claimtrack.analysis.timeline_figures import Series, Turn
from claimtrack.model import Claim
from claimtrack.render import wording
from claimtrack.render.marks import CHARACTER, Panel, bars, labels, marks_of
from claimtrack.render.scales import Days, bounds, day_ticks, number_ticks, of_days, of_numbers
from claimtrack.render.svg import Element, document, element, stroke
from claimtrack.text import number

WIDTH, LEFT, RIGHT = 960, 84, 900
INSET = 40
"""Room in a panel before the first day and behind the last."""
HEAD, TITLE, LANE = 62, 26, 24
HEIGHT, FEW, MORE, HIGHEST = 130, 8, 12, 900
"""A panel of few figures is so high, and so much higher for each one more, up to a limit."""
LEGEND = (
    "● number named · ▍ordinarily meant · ┊ at the widest · ▲ no upper end · "
    "─ days on which it may have been said"
)
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#a67c00", "#3a8fb7", "#555555")
"""Told apart by colour-blind readers too, after Okabe and Ito 2008."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a picture words what it shows; without a legend where it stands beside the picture."""

    legend: str = LEGEND
    phase: Callable[[str], str] = wording.phase
    stance: Callable[[str], str] = str
    number: Callable[[float], str] = number


def chart(series: Series, lettering: Lettering = Lettering()) -> Element:
    """The picture as one SVG document. The same series gives the same bytes."""
    panels = list(_panels(series))
    foot = panels[-1].bottom
    height = round(foot + 46 + LANE * len(series.turns))
    across = of_days(_days(series), LEFT + INSET, RIGHT - INSET)
    parts = [
        element("title", series.topic),
        element("rect", width=WIDTH, height=height, fill="#fff"),
        element("text", series.topic, class_="title", x=LEFT, y=28),
        element("text", lettering.legend, class_="faint", x=LEFT, y=46),
        *(part for panel in panels for part in _panel(panel, across, lettering)),
        *_day_axis(across, foot),
        *(
            part
            for at, turn in enumerate(series.turns)
            for part in _turn(turn, at, across, foot, lettering)
        ),
    ]
    return document(parts, WIDTH, height)


def _panels(series: Series) -> Iterator[Panel]:
    """One below the other, each with a scale of its own, high enough for its labels."""
    top = HEAD
    for at, phase in enumerate(series.phases):
        top += TITLE
        points = tuple(point for point in series.points if point.phase == phase)
        bottom = top + min(HEIGHT + MORE * max(0, len(points) - FEW), HIGHEST)
        near, far = [point.near for point in points], [point.far for point in points]
        up = of_numbers([*bounds(near, 1.6), *bounds(far, 1)], bottom, top)
        yield Panel(phase, top, bottom, up, COLOURS[at % len(COLOURS)], points)
        top = bottom


def _days(series: Series) -> Iterator[date]:
    for point in series.points:
        yield from (day for day in (point.row.first, point.row.last) if day)
    for turn in series.turns:
        yield from (day for claim in (turn.before, turn.after) if (day := _day(claim)))


def _day(claim: Claim) -> date | None:
    (row,) = in_order([claim])
    return row.last or row.first


def _panel(panel: Panel, across: Days, lettering: Lettering) -> Iterator[Element]:
    name = lettering.phase(panel.phase)
    yield element("text", name, class_="phase", x=LEFT, y=panel.top - 8, fill=panel.colour)
    for tick in number_ticks(panel.up):
        y = panel.up.place(tick)
        yield stroke(LEFT, y, RIGHT, y, class_="grid")
        text = lettering.number(tick)
        yield element("text", text, class_="faint", x=LEFT - 8, y=y + 4, text_anchor="end")
    yield stroke(LEFT, panel.bottom, RIGHT, panel.bottom, class_="axis")
    marks = marks_of(panel, across)
    yield from (part for mark in marks for part in bars(mark, panel, across))
    yield from labels(marks, panel, (LEFT, RIGHT))


def _day_axis(across: Days, foot: float) -> Iterator[Element]:
    """The days, and a sign where a long stretch was cut short."""
    for place in across.breaks:
        sign = f"M{place - 5} {foot + 5}l4 -10m3 10l4 -10"
        yield element("path", d=sign, class_="axis", fill="none")
    for place, label in day_ticks(across, 78):
        yield stroke(place, foot, place, foot + 5, class_="axis")
        yield element("text", label, class_="faint", x=place, y=foot + 20, text_anchor="middle")


def _turn(
    turn: Turn, at: int, across: Days, foot: float, lettering: Lettering
) -> Iterator[Element]:
    """An arrow from the day of the one side to that of the other."""
    before, after = _day(turn.before), _day(turn.after)
    if before is None or after is None:
        return
    y = round(foot + 44 + LANE * at, 1)
    start, end = across.place(before), across.place(after)
    acts = (lettering.stance(claim.stance) for claim in (turn.before, turn.after))
    text = f"{turn.after.actor}: {' → '.join(acts)}"
    yield stroke(start, y, end - 6, y, stroke="#b00", stroke_width=1.5)
    yield element("circle", cx=start, cy=y, r=3.5, fill="#b00")
    yield element("path", d=f"M{end - 8} {y - 4}L{end} {y}L{end - 8} {y + 4}Z", fill="#b00")
    fits = end - 12 - CHARACTER * len(text) > LEFT
    x, anchor = (round(end - 12, 1), "end") if fits else (start, None)
    yield element("text", text, x=x, y=y - 6, text_anchor=anchor)
