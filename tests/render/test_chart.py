"""One topic's figures as a picture, and as bars on a terminal."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from claimtrack.model import Claim, Figure, Interval
from claimtrack.render import scales, timeline
from claimtrack.render.chart import chart
from claimtrack.render.layout import width
from claimtrack.render.screen import ASCII, Screen
from claimtrack.series import Point, Series, Turn
from claimtrack.timeline import rows

SVG = "{http://www.w3.org/2000/svg}"


def point(
    actor: str, said: str | None, near: tuple[float, float | None], phase: str = "sent"
) -> Point:
    (row,) = rows([Claim(actor, actors=(actor,), said=said)])
    low, high = near
    named = low if low == high else None
    figure = Figure(f"{low:g}", value=named)
    far = Interval(low / 2, high and high * 2)
    return Point(row, figure, phase, Interval(low, high), far)


POINTS = (
    point("ISW", "../2024-10-14", (2000, 9999)),
    point("Büro <A&B>", "2024-10-18", (1500, 1500)),
    point("Rat", "2024-10-01/2024-10-10", (12000, 12000), "planned"),
    point("Amt", "2025-04-28", (1000, None), "killed"),
    point("Ohne Tag", None, (40, 40), "killed"),
)
TURN = Turn(
    Claim("x", actors=("Kreml",), said="2024-10-14", stance="denies"),
    Claim("y", actors=("Kreml",), said="2025-04-26", stance="announces"),
)
SERIES = Series("Soldaten", POINTS, (TURN,))


def texts(series: Series) -> list[str]:
    return ["".join(one.itertext()) for one in ET.fromstring(chart(series)).iter(f"{SVG}text")]


def test_it_is_svg_and_names_who_said_what() -> None:
    told = texts(SERIES)
    for label in ("ISW · 2000", "Büro <A&B> · 1500", "Kreml: denies → announces", "planned"):
        assert label in told


def test_a_claim_without_a_day_has_no_mark() -> None:
    assert not [text for text in texts(SERIES) if "Ohne Tag" in text]


def test_the_same_series_gives_the_same_bytes() -> None:
    assert chart(SERIES) == chart(SERIES)


@pytest.mark.parametrize("points", [POINTS[4:], POINTS[:1], POINTS[3:4]])
def test_few_figures(points: tuple[Point, ...]) -> None:
    assert texts(Series("Soldaten", points))[0] == "Soldaten"


def test_everything_stands_inside_the_picture() -> None:
    root = ET.fromstring(chart(SERIES))
    high = float(root.attrib["height"])
    for line in root.iter(f"{SVG}line"):
        assert 0 <= float(line.attrib["x1"]) <= 960
        assert 0 <= float(line.attrib["y2"]) <= high


def test_escapes_never_reach_the_file() -> None:
    evil = Series("x\x1b[31m", (point("\x1b]8;;a\x07<b>", "2024-01-01", (1, 1)),))
    assert "\x1b" not in chart(evil)
    assert "<b>" not in chart(evil)


@pytest.mark.parametrize(
    ("days", "breaks"),
    [
        (("2024-10-01", "2024-10-09", "2024-10-20"), 0),
        (("2024-10-01", "2024-10-09", "2025-10-20"), 1),
        (("2024-10-01",), 0),
        ((), 0),
    ],
)
def test_long_stretches_without_days_are_cut(days: tuple[str, ...], breaks: int) -> None:
    scale = scales.of_days([date.fromisoformat(day) for day in days], 100, 900)
    assert len(scale.breaks) == breaks
    places = [scale.place(date.fromisoformat(day)) for day in days]
    assert places == sorted(places)
    assert all(100 <= place <= 900 for place in places)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((6, 3000), [10, 100, 1000]),
        ((100, 200), [100, 150, 200]),
        ((5, 5), [4, 5, 6]),
        ((6.3, 6.6), [6.3, 6.4, 6.5, 6.6]),
    ],
)
def test_round_numbers_are_labelled(values: tuple[float, ...], ticks: list[float]) -> None:
    found = scales.number_ticks(scales.of_numbers(values, 0, 100))
    assert [tick for tick in found if tick in ticks] == ticks
    assert len(found) <= 8


@pytest.mark.parametrize("cells", [30, 50, 80, 120])
@pytest.mark.parametrize("by", ["said", "about"])
def test_one_line_a_claim(cells: int, by: str) -> None:
    screen = Screen(width=cells)
    shown = list(timeline.lines([one.row for one in POINTS], by, lambda _: None, screen))
    assert len(shown) == len(POINTS) + 1
    assert max(map(width, shown)) <= max(cells, 56)


def test_in_a_pipe_nothing_is_cut() -> None:
    claim = Claim("a-1", actors=("A" * 40,), claim="Wort " * 40, reported="2024-10-01")
    shown = list(timeline.lines(rows([claim]), "said", lambda _: None, Screen()))
    assert ("Wort " * 40).strip() in shown[1]
    assert "a-1" in shown[1]
    assert shown[1].startswith("(2024-10-01)")


@pytest.mark.parametrize("cells", [40, 80, 120])
def test_bars_fit_the_screen(cells: int) -> None:
    shown = list(timeline.plot(SERIES, Screen(width=cells)))
    assert max(map(width, shown)) <= max(cells, 56)
    assert shown[-1].startswith("↺ Kreml")


def test_bars_in_ascii() -> None:
    shown = "\n".join(timeline.plot(Series("Boote", POINTS[:2]), Screen(width=80, glyphs=ASCII)))
    assert "..|" in shown
    assert shown.replace("ü", "u").replace("–", "-").isascii()
