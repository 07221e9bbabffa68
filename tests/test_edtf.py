"""EDTF values: read, written, ordered, compared."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.edtf import When, order, overlap, parse, until, write

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@st.composite
def whens(draw):
    first, last = sorted((draw(DAYS), draw(DAYS)))
    side = draw(st.sampled_from(["closed", "from", "until", "day"]))
    about = draw(st.booleans())
    if side == "day":
        return When(first, first, about)
    return When(first if side != "until" else None, last if side != "from" else None, about)


@pytest.mark.parametrize(
    ("text", "first", "last", "about"),
    [
        ("2024-10-14", "2024-10-14", "2024-10-14", False),
        ("2024-10-14~", "2024-10-14", "2024-10-14", True),
        ("2024-10-14?", "2024-10-14", "2024-10-14", True),
        ("2024-10", "2024-10-01", "2024-10-31", False),
        ("2024-02", "2024-02-01", "2024-02-29", False),
        ("2023", "2023-01-01", "2023-12-31", False),
        ("2019~", "2019-01-01", "2019-12-31", True),
        ("2024-07-21/2024-07-31", "2024-07-21", "2024-07-31", False),
        ("2024-07/2024-09", "2024-07-01", "2024-09-30", False),
        ("../2024-10-25", None, "2024-10-25", False),
        ("/2024-10-25", None, "2024-10-25", False),
        ("2024-10/..", "2024-10-01", None, False),
        ("199X", "1990-01-01", "1999-12-31", False),
        ("18XX", "1800-01-01", "1899-12-31", False),
        ("2024-10-XX", "2024-10-01", "2024-10-31", False),
        ("2024-XX", "2024-01-01", "2024-12-31", False),
        ("2024-21", "2024-03-01", "2024-05-31", False),
        ("2023-24", "2023-12-01", "2024-02-29", False),
    ],
)
def test_parse(text, first, last, about):
    when = parse(text)
    assert (when.first and str(when.first), when.last and str(when.last)) == (first, last)
    assert when.about is about


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("gestern", "not an EDTF date"),
        ("", "not an EDTF date"),
        ("14.10.2024", "not an EDTF date"),
        ("2024-1-4", "not an EDTF date"),
        ("2024-02-30", "no such day"),
        ("2024-13", "no such day"),
        ("0000", "no such day"),
        ("000X-", "not an EDTF date"),
        ("9999-24", "no such day"),
        ("../..", "at least one date"),
        ("2024-10-20/2024-10-10", "ends before it begins"),
        ("2024/2025/2026", "not an EDTF date"),
    ],
)
def test_parse_refuses(text, reason):
    with pytest.raises(ValueError, match=reason):
        parse(text)


@pytest.mark.parametrize(
    ("first", "last", "about", "text"),
    [
        ("2024-10-14", "2024-10-14", False, "2024-10-14"),
        ("2024-10-01", "2024-10-31", False, "2024-10"),
        ("2024-10-01", "2024-10-31", True, "2024-10~"),
        ("2024-01-01", "2024-12-31", False, "2024"),
        ("2019-01-01", "2021-12-31", False, "2019/2021"),
        ("2024-07-01", "2024-09-30", False, "2024-07/2024-09"),
        ("2024-01-01", "2024-03-31", False, "2024-01/2024-03"),
        ("2024-10-01", "2024-10-10", False, "2024-10-01/2024-10-10"),
        ("2024-10-01", "2024-10-10", True, "2024-10-01~/2024-10-10~"),
        (None, "2024-10-25", False, "../2024-10-25"),
        ("2024-10-25", None, True, "2024-10-25~/.."),
    ],
)
def test_write(first, last, about, text):
    sides = (day and date.fromisoformat(day) for day in (first, last))
    assert write(When(*sides, about)) == text


@pytest.mark.parametrize("when", [When(None, None), When(date(2024, 2, 1), date(2024, 1, 1))])
def test_write_refuses(when):
    with pytest.raises(ValueError, match="interval"):
        write(when)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-10-25", "../2024-10-25"),
        ("2024-10", "../2024-10-31"),
        ("../2024-10-25", "../2024-10-25"),
        ("2024-10-15~", "../2024-10-15~"),
        ("2024-10-01/2024-10-10", "../2024-10-10"),
    ],
)
def test_until(text, expected):
    assert until(text) == expected


def test_until_an_open_end_is_refused():
    with pytest.raises(ValueError, match="no last day"):
        until("2024-10-01/..")


def test_order_is_by_latest_day_then_by_earliest():
    values = [None, "2024", "2024-10-14", "../2024-10-14", "2024-10", "2024-09-30", "2024/.."]
    assert sorted(values, key=order) == [
        "2024-09-30", "../2024-10-14", "2024-10-14", "2024-10", "2024", "2024/..", None,
    ]  # fmt: skip


@settings(derandomize=True)
@given(whens())
def test_what_is_written_is_read_back(when):
    assert parse(write(when)) == when
    assert write(parse(write(when))) == write(when)


@settings(derandomize=True)
@given(whens(), whens())
def test_overlap_is_symmetric_and_means_a_common_day(one, two):
    a, b = write(one), write(two)
    low = max(one.first or date.min, two.first or date.min)
    high = min(one.last or date.max, two.last or date.max)
    assert overlap(a, b) == overlap(b, a) == (low <= high)
    assert overlap(a, a)


@settings(derandomize=True)
@given(DAYS, DAYS)
def test_days_are_ordered_as_days(a, b):
    assert (order(str(a)) < order(str(b))) == (a < b)
