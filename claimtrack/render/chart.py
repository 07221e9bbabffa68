"""A topic's figures over time as SVG: a panel for each phase, and below who changed sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from claimtrack.analysis.timeline import rows as in_order
from claimtrack.analysis.timeline_figures import Point, Series, Turn
from claimtrack.model import Claim
from claimtrack.numerals import number
from claimtrack.render import words
from claimtrack.render.labels import CHARACTER, labels
from claimtrack.render.marks import Panel, bars, marks_of, stroke, text_of
from claimtrack.render.scales import Days, day_ticks, number_ticks, of_days, of_numbers

WIDTH, LEFT, RIGHT = 960, 84, 900
INSET = 40
"""Room in a panel before the first day and behind the last."""
HEAD, TITLE, LANE = 62, 26, 24
HEIGHT, FEW, MORE, HIGHEST = 130, 8, 12, 900
"""A panel of few figures is so high, and so much higher for each one more, up to a limit."""
LEGEND = (
    "● number named · ▍ordinarily meant · ┊ at the widest · ▲ no upper end · "
    "─ days on which it can have been said"
)
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#a67c00", "#3a8fb7", "#555555")
"""Told apart by colour-blind readers too, after Okabe and Ito 2008."""

STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#222;paint-order:stroke;stroke:#fff;"
    "stroke-width:3px;stroke-linejoin:round}.title{font-size:16px;font-weight:600}"
    ".phase{font-weight:600}.faint{fill:#767676}.grid{stroke:#e6e6e6}.axis{stroke:#999}"
    ".lead{stroke:#bbb;stroke-width:.8}"
)


def chart(series: Series) -> str:
    """The picture as one SVG document. The same series gives the same bytes."""
    panels = list(_panels(series))
    foot = panels[-1].bottom
    height = round(foot + 46 + LANE * len(series.turns))
    across = of_days(_days(series), LEFT + INSET, RIGHT - INSET)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img">',
        f"<title>{text_of(series.topic)}</title><style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        f'<text class="title" x="{LEFT}" y="28">{text_of(series.topic)}</text>',
        f'<text class="faint" x="{LEFT}" y="46">{LEGEND}</text>',
        *(part for panel in panels for part in _panel(panel, across)),
        *_day_axis(across, foot),
        *(part for at, turn in enumerate(series.turns) for part in _turn(turn, at, across, foot)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _panels(series: Series) -> Iterator[Panel]:
    """One below the other, each with a scale of its own, high enough for its labels."""
    top = HEAD
    for at, phase in enumerate(series.phases):
        top += TITLE
        points = tuple(point for point in series.points if point.phase == phase)
        bottom = top + min(HEIGHT + MORE * max(0, len(points) - FEW), HIGHEST)
        up = of_numbers(_bounds(points), bottom, top)
        yield Panel(phase, top, bottom, up, COLOURS[at % len(COLOURS)], points)
        top = bottom


def _bounds(points: Iterable[Point]) -> Iterator[float]:
    """What the scale has to hold; above an open end there is room for its arrow."""
    for point in points:
        yield from (bound for bound in (*point.near, *point.far) if bound is not None)
        if point.near.high is None:
            yield point.near.low * 1.6


def _days(series: Series) -> Iterator[date]:
    for point in series.points:
        yield from (day for day in (point.row.first, point.row.last) if day)
    for turn in series.turns:
        yield from (day for claim in (turn.before, turn.after) if (day := _day(claim)))


def _day(claim: Claim) -> date | None:
    (row,) = in_order([claim])
    return row.last or row.first


def _panel(panel: Panel, across: Days) -> Iterator[str]:
    yield (
        f'<text class="phase" x="{LEFT}" y="{panel.top - 8}" style="fill:{panel.colour}">'
        f"{text_of(words.phase(panel.phase))}</text>"
    )
    for tick in number_ticks(panel.up):
        y = panel.up.place(tick)
        yield stroke(LEFT, y, RIGHT, y, 'class="grid"')
        yield (
            f'<text class="faint" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">'
            f"{number(tick)}</text>"
        )
    yield stroke(LEFT, panel.bottom, RIGHT, panel.bottom, 'class="axis"')
    marks = marks_of(panel, across)
    yield from (part for mark in marks for part in bars(mark, panel, across))
    yield from labels(marks, panel, (LEFT, RIGHT))


def _day_axis(across: Days, foot: float) -> Iterator[str]:
    """The days, and a sign where a long stretch was cut short."""
    for place in across.breaks:
        yield f'<path d="M{place - 5} {foot + 5}l4 -10m3 10l4 -10" class="axis" fill="none"/>'
    for place, label in day_ticks(across, 78):
        yield stroke(place, foot, place, foot + 5, 'class="axis"')
        yield (
            f'<text class="faint" x="{place}" y="{foot + 20}" text-anchor="middle">{label}</text>'
        )


def _turn(turn: Turn, at: int, across: Days, foot: float) -> Iterator[str]:
    """An arrow from the day of the one side to that of the other."""
    before, after = _day(turn.before), _day(turn.after)
    if before is None or after is None:
        return
    y = round(foot + 44 + LANE * at, 1)
    start, end = across.place(before), across.place(after)
    text = f"{turn.after.actor}: {turn.before.stance} → {turn.after.stance}"
    yield stroke(start, y, end - 6, y, 'stroke="#b00" stroke-width="1.5"')
    yield f'<circle cx="{start}" cy="{y}" r="3.5" fill="#b00"/>'
    yield f'<path d="M{end - 8} {y - 4}L{end} {y}L{end - 8} {y + 4}Z" fill="#b00"/>'
    fits = end - 12 - CHARACTER * len(text) > LEFT
    place = f'x="{round(end - 12, 1)}" text-anchor="end"' if fits else f'x="{start}"'
    yield f'<text {place} y="{y - 6}">{text_of(text)}</text>'
