"""One topic's figures as a picture, and as bars on a terminal."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest

from claimtrack.analysis.timeline import rows
from claimtrack.analysis.timeline_figures import Point, Series, Turn
from claimtrack.model import Claim, Figure, Interval
from claimtrack.render import scales, timeline_view
from claimtrack.render.chart import chart
from claimtrack.render.screen import ASCII, Screen
from claimtrack.render.text_columns import width

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


MANY = tuple(
    point(
        f"Behörde für Statistik {at}",
        f"2024-10-{1 + at // 5:02d}",
        (1000 + 37 * at, None if at % 7 == 0 else 1000 + 37 * at if at % 3 else 1200 + 40 * at),
        "killed" if at % 5 else "wounded",
    )
    for at in range(60)
)


def boxes(series: Series) -> list[tuple[float, float, float, float]]:
    """Where the labels of the figures stand, letters taken for six units broad and ten high."""
    found = []
    for one in ET.fromstring(chart(series)).iter(f"{SVG}text"):
        if one.attrib.get("stroke") == "#fff":  # the rim below a label
            size, x, y = 6.0 * len(one.text or ""), *(float(one.attrib[name]) for name in "xy")
            left = x - size if one.attrib.get("text-anchor") == "end" else x
            found.append((left, y - 9, left + size, y + 2))
    return found


@pytest.mark.parametrize("points", [POINTS, MANY[:5], MANY[:20], MANY])
def test_no_label_lies_on_another_or_outside(points: tuple[Point, ...]) -> None:
    found = boxes(Series("Soldaten", points))
    dated = [one for one in points if one.row.last]
    assert len(found) == len(dated)
    for at, (left, top, right, bottom) in enumerate(found):
        assert left >= 0
        assert right <= 960
        for other in found[at + 1 :]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, (found[at], other)


def test_a_label_for_which_there_is_no_room_is_left_out() -> None:
    crowd = tuple(point(f"Amt {at}", "2024-10-01", (5, 5)) for at in range(300))
    series = Series("Boote", crowd)
    assert 20 < len(boxes(series)) < 300
    titles = ET.fromstring(chart(series)).iter(f"{SVG}title")
    assert sum("Amt" in (one.text or "") for one in titles) == 300


def test_who_points_at_a_mark_sees_its_claim() -> None:
    (row,) = rows([Claim("amt-1", actors=("Amt",), via=("dpa",), claim="es seien 9", said="2024")])
    told = Point(row, Figure("9"), "sent", Interval(9, 9), Interval(9, 9))
    titles = [one.text for one in ET.fromstring(chart(Series("x", (told,)))).iter(f"{SVG}title")]
    assert titles == ["x", "2024 · dpa ← Amt · asserts · stated: es seien 9 (amt-1)"]


def test_it_runs_nothing_and_loads_nothing() -> None:
    text = chart(SERIES)
    names = {one.tag.removeprefix(SVG) for one in ET.fromstring(text).iter()}
    assert names <= {"svg", "title", "style", "rect", "text", "line", "circle", "path", "g"}
    assert "url(" not in text
    assert "@import" not in text


def test_a_change_of_side_at_the_left_edge_keeps_its_name() -> None:
    turn = Turn(
        Claim("x", actors=("Ministerium der Finanzen",), said="2024-10-01", stance="denies"),
        Claim("y", actors=("Ministerium der Finanzen",), said="2024-10-02", stance="confirms"),
    )
    found = boxes(Series("Soldaten", MANY, (turn,)))
    assert min(left for left, *_ in found) >= 0


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
    shown = list(timeline_view.lines([one.row for one in POINTS], by, lambda _: None, screen))
    assert len(shown) == len(POINTS) + 1
    assert max(map(width, shown)) <= max(cells, 56)


def test_in_a_pipe_nothing_is_cut() -> None:
    claim = Claim("a-1", actors=("A" * 40,), claim="Wort " * 40, reported="2024-10-01")
    shown = list(timeline_view.lines(rows([claim]), "said", lambda _: None, Screen()))
    assert ("Wort " * 40).strip() in shown[1]
    assert "a-1" in shown[1]
    assert shown[1].startswith("(2024-10-01)")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("es gebe 12 Tote", "es gebe 12 Tote"),
        ("bei dem Unglück in der Grube gebe es wohl 12 Tote", "12 · bei dem Unglück in der…"),
        ("die Grube sei offen", "12 · die Grube sei offen"),
    ],
)
def test_a_figure_that_would_be_lost_stands_first(words: str, text: str) -> None:
    claim = Claim("a", actors=("Amt",), claim=words, said="2024-10-01", figures=(Figure("12"),))
    *_, shown = timeline_view.lines(rows([claim]), "said", lambda _: None, Screen(width=58))
    assert shown == f"2024-10-01  Amt    asserts  {text}"


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    claims = [
        Claim("a", actors=("Amt für Statistik des Landes",), claim="x",
              said="2024-05-28/2024-06-03"),
        Claim("b", actors=("Rat",), claim="y", said="../2024-06-05", stance="withholds"),
    ]  # fmt: skip
    shown = list(timeline_view.lines(rows(claims), "said", lambda _: None, Screen(width=100)))
    assert shown == [
        "SAID                   ACTOR                      STANCE     WORDS",
        "2024-05-28…2024-06-03  Amt für Statistik des…     asserts    x",
        "≤2024-06-05            Rat                        withholds  y",
    ]


def test_each_phase_has_an_axis_of_its_own() -> None:
    shown = list(timeline_view.plot(Series("Soldaten", POINTS[:3]), Screen(width=80)))
    assert shown == [
        "Soldaten: figures over time",
        "sent",
        "  ≤2024-10-14  ISW         ╌╌├────────────────────────────────────┤  2,000–9,999",
        "  2024-10-18   Büro <A&B>  ●╌╌╌╌╌╌╌                                  1,500",
        "                           1,500                              9,999",
        "planned",
        "  2024-10-01…10  Rat  ●                                                   12,000",
        "                      12,000",
    ]


def test_soft_ends_that_are_open_are_arrows() -> None:
    over = point("Amt", "2024-10-01", (40, 44))
    over = replace(over, far=Interval(40, None))
    shown = list(
        timeline_view.plot(
            Series("Boote", (over, point("Rat", "2024-10-01", (80, 80)))), Screen(width=60)
        )
    )
    assert shown[2].endswith("╌▶  40–44")


@pytest.mark.parametrize("cells", [40, 80, 120])
def test_bars_fit_the_screen(cells: int) -> None:
    shown = list(timeline_view.plot(SERIES, Screen(width=cells)))
    assert max(map(width, shown)) <= max(cells, 56)
    assert shown[-1].startswith("↺ Kreml")


def test_bars_in_ascii() -> None:
    shown = "\n".join(
        timeline_view.plot(Series("Boote", POINTS[:2]), Screen(width=80, glyphs=ASCII))
    )
    assert "..|" in shown
    assert shown.replace("ü", "u").replace("–", "-").isascii()


def test_words_are_read_without_a_style_sheet() -> None:
    """Viewers that know no style sheet, or no ``paint-order``, show every word all the same."""
    picture = chart(SERIES)
    assert "<style" not in picture and "paint-order" not in picture and "class=" not in picture
    root = ET.fromstring(picture)
    assert root.attrib["font-family"] and root.attrib["fill"] == "#222"
    words = list(root.iter(f"{SVG}text"))
    for at, one in enumerate(words):
        if one.attrib.get("stroke"):
            above = words[at + 1]
            assert (above.text, above.attrib.get("stroke")) == (one.text, None)
            assert (above.attrib["x"], above.attrib["y"]) == (one.attrib["x"], one.attrib["y"])
