"""Stretches of the calendar, and the laws that hold for every year."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import edtf
from claimtrack.german.dates import periods
from claimtrack.lexicon import table

YEARS = st.integers(min_value=1600, max_value=2200)
PARTS = ("start", "middle", "end")


@pytest.mark.parametrize(
    ("rule", "year", "first", "last"),
    [
        ("12-24..12-26", 2024, "2024-12-24", "2024-12-26"),
        ("12-31..01-01", 2024, "2024-12-31", "2025-01-01"),
        ("easter+0", 2025, "2025-04-20", "2025-04-20"),
        ("easter-2", 2024, "2024-03-29", "2024-03-29"),
        ("advent+0", 2022, "2022-11-27", "2022-11-27"),
        ("advent+21", 2023, "2023-12-24", "2023-12-24"),
        ("05-w6#2", 2024, "2024-05-12", "2024-05-12"),
    ],
)
def test_feast(rule, year, first, last):
    assert periods.feast(rule, year) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_rule_that_is_none_is_refused():
    with pytest.raises(ValueError, match="no rule for a feast"):
        periods.feast("someday", 2024)


@settings(derandomize=True)
@given(YEARS)
def test_every_feast_of_the_lexicon_falls_into_every_year(year):
    for name, rule in (row[:2] for row in table("date_names") if row[1] != "-"):
        first, last = periods.feast(rule, year)
        assert first.year == year and first <= last, name


@settings(derandomize=True)
@given(YEARS, st.integers(min_value=1, max_value=12))
def test_the_parts_of_a_month_make_up_the_month(year, month):
    whole = edtf.parse(periods.month(year, month))
    parts = [edtf.parse(periods.month(year, month, part)) for part in PARTS]
    assert (parts[0].first, parts[-1].last) == (whole.first, whole.last)
    for one, two in pairwise(parts):
        assert one.last + timedelta(days=1) == two.first


@settings(derandomize=True)
@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2200, 1, 1)))
def test_a_week_begins_on_monday_and_holds_its_day(day):
    week = edtf.parse(periods.week(day))
    assert week.first.weekday() == 0 and week.first <= day <= week.last
    assert week.last - week.first == timedelta(days=6)


@settings(derandomize=True)
@given(YEARS, st.sampled_from([3, 6, 9, 12]))
def test_a_season_lasts_three_months(year, month):
    season = edtf.parse(periods.season(year, month))
    assert season.first == date(year, month, 1)
    assert season.last + timedelta(days=1) == periods.shift_month(season.first, 3)
