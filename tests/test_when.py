"""Dates as users type them."""

from datetime import date

import pytest

from claimtrack.cli.arguments.typed_values import parse_day

TODAY = date(2024, 10, 18)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2024-10-18", "2024-10-18"),
        ("2024-10", "2024-10"),
        ("2024", "2024"),
        ("../2024-10", "../2024-10"),
        ("2024-10-15~", "2024-10-15~"),
        ("18.10.2024", "2024-10-18"),
        ("  18. Oktober 2024 ", "2024-10-18"),
        ("3. oktober", "2024-10-03"),
        ("gestern", "2024-10-17"),
        ("Heute", "2024-10-18"),
        ("yesterday", "2024-10-17"),
        ("today", "2024-10-18"),
        ("Montag", "2024-10-14"),
        ("seit montag", "2024-10-14"),
        ("am vergangenen freitag", "2024-10-11"),
        ("Ende Juli 2024", "2024-07-21/2024-07-31"),
        ("ende juli 2024", "2024-07-21/2024-07-31"),
        ("Oktober 2024", "2024-10"),
        ("vergangene Woche", "2024-10-07/2024-10-13"),
        ("vor 3 Tagen", "2024-10-15"),
        ("1. Quartal 2024", "2024-01/2024-03"),
        ("18 Oct 2024", "2024-10-18"),
        ("October 18, 2024", "2024-10-18"),
        ("Oct 2024", "2024-10"),
        ("03/10/2024", "2024-10-03"),
    ],
)
def test_parse_day(typed, value):
    assert parse_day(typed, TODAY) == value


@pytest.mark.parametrize(
    "typed",
    ["", "foo", "12", "10.000", "99.99.2024", "30. Februar 2024", "2024-13-01", "2024-02-30",
     "Montag und Dienstag", "gestern irgendwann", "in den kommenden Jahren"],
)  # fmt: skip
def test_parse_day_says_what_to_write(typed):
    with pytest.raises(ValueError, match=r"is not a date(: .*)?; write 2024-10-18"):
        parse_day(typed, TODAY)
