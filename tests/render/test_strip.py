import pytest

from claimtrack.model import Interval
from claimtrack.render.bars import axis, legend, strip_of
from claimtrack.render.screen import ASCII, UNICODE


@pytest.mark.parametrize(
    ("bars", "values", "drawn"),
    [
        ([(100, 200), (150, 150)], [None, 150], ["├───────────────────┤", "          ●"]),
        ([(90, 110), (100, 100)], [100, 100], ["├─────────●─────────┤", "          ●"]),
        ([(100, None), (0, 60)], [100, 60], ["                ●───▶", "├─────────●"]),
        ([(0, 10), (10, 10)], [10, 10], ["├───────────────────●", "                    ●"]),
        ([(5, 5), (5, 5)], [5, 5], ["●", "●"]),
    ],
)
def test_bars(bars: list[tuple], values: list, drawn: list[str]) -> None:
    intervals = [Interval(*bound) for bound in bars]
    on = axis(intervals, 21)
    assert [strip_of(i, v, on, UNICODE) for i, v in zip(intervals, values, strict=True)] == drawn


def test_a_wide_axis_is_logarithmic() -> None:
    intervals = [Interval(10, 10), Interval(100, 100), Interval(1000, 1000)]
    on = axis(intervals, 21)
    assert on.logarithmic
    assert [strip_of(i, None, on, ASCII) for i in intervals] == [
        "*",
        " " * 10 + "*",
        " " * 20 + "*",
    ]
    assert legend(on) == "10     log      1,000"


def test_below_a_logarithmic_axis_an_arrow_points() -> None:
    on = axis([Interval(0, 100), Interval(5000, 5000)], 11)
    assert strip_of(Interval(0, 100), None, on, ASCII) == "*"
    assert strip_of(Interval(0, 5000), None, on, ASCII) == "<---------|"


@pytest.mark.parametrize(
    ("bars", "cells", "told"),
    [
        ([(100, None), (60, 60)], 21, "60        100"),
        ([(100, 100), (60, 60)], 21, "60                100"),
        ([(5, 5), (5, 5)], 21, "5"),
        ([(0, None), (0, 3_000_000)], 21, "0       3 million"),
        ([(1_800_000_000, None), (3_000_000_000, None)], 12, "1.8 billion 3 billion"),
    ],
)
def test_only_numbers_that_were_named_stand_below_the_axis(
    bars: list[tuple], cells: int, told: str
) -> None:
    assert legend(axis([Interval(*bar) for bar in bars], cells)) == told
