"""Intervals as bars on one axis, a line each: who gives them, the bar, the numbers.

The places on the axis are percentages, so that a bar takes whatever room a screen leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimtrack.model import Figure, Interval
from claimtrack.render.html import element
from claimtrack.render.scales import Numbers, bounds, of_numbers
from claimtrack.render.svg import Element
from claimtrack.render.svg import element as drawn
from claimtrack.report.language import Language

_ROOM = 1.25
_MIDDLE = 11
"""Half of the height of a bar's picture."""


class Bar(NamedTuple):
    """A figure and who gives it."""

    name: str
    figure: Figure


def strip(bars: Sequence[Bar], language: Language) -> Iterator[Element]:
    """All bars with an interval on one axis; nothing where fewer than two have one."""
    rows = [(bar, bar.figure.near) for bar in bars if bar.figure.near]
    if len(rows) < 2:
        return
    scale = of_numbers(bounds((near for _, near in rows), _ROOM), 0, 100)
    lines = [_line(bar, near, scale, language) for bar, near in rows]
    caption = language("strip.log") if scale.logarithmic else language("strip.linear")
    yield element(
        "figure",
        element("figcaption", caption),
        element("ul", *lines),
        class_="strip",
    )


def _line(bar: Bar, near: Interval, scale: Numbers, language: Language) -> Element:
    return element(
        "li",
        element("span", bar.name, class_="name"),
        element("span", _picture(bar.figure, near, scale), class_="bar"),
        element("span", language.interval(near), class_="number"),
    )


def _picture(figure: Figure, near: Interval, scale: Numbers) -> Element:
    """The bar; the numbers that it stands for are written beside it."""
    return drawn(
        "svg", *_shapes(figure, near, scale), width="100%", height=2 * _MIDDLE, aria_hidden="true"
    )


def _shapes(figure: Figure, near: Interval, scale: Numbers) -> Iterator[Element]:
    yield _across(0, 100, "axis")
    low, high = scale.place(near.low), 100.0 if near.high is None else scale.place(near.high)
    if figure.far and figure.far != near:
        far = 100.0 if figure.far.high is None else scale.place(figure.far.high)
        yield _across(scale.place(figure.far.low), far, "far")
    yield _across(low, high, "near")
    for end in (low, *(() if near.high is None else (high,))):
        yield drawn("line", x1=f"{end}%", x2=f"{end}%", y1=5, y2=2 * _MIDDLE - 5, class_="near")
    if near.high is None:
        yield drawn("text", "▶", x="100%", y=_MIDDLE + 5, text_anchor="end", class_="tip")
    exact = near.low if near.low == near.high else figure.value
    if exact is not None:
        yield drawn("circle", cx=f"{scale.place(exact)}%", cy=_MIDDLE, r=5, class_="named")


def _across(start: float, end: float, look: str) -> Element:
    return drawn("line", x1=f"{start}%", x2=f"{end}%", y1=_MIDDLE, y2=_MIDDLE, class_=look)
