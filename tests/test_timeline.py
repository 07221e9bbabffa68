"""Claims in the order of their days."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.analysis.timeline import Dated, by_event, by_saying, rows
from claimtrack.model import Claim

CLAIMS = (
    Claim("undated"),
    Claim("reported", reported="2024-10-15~"),
    Claim("before", said="../2024-10-14"),
    Claim("late", said="2024-10-18", about="2022-02"),
    Claim("month", said="2024-10-01/2024-10-10", about="2024"),
    Claim("day", said="2024-10-14", about="2022-02-24"),
    Claim("broken", said="neulich"),
)


def test_by_saying() -> None:
    told = [row.claim.id for row in rows(CLAIMS)]
    assert told == ["month", "before", "day", "reported", "late", "undated", "broken"]


def test_by_event() -> None:
    told = [row.claim.id for row in rows(CLAIMS, by_event)]
    assert told[:3] == ["day", "late", "month"]


@pytest.mark.parametrize(
    ("name", "first", "last", "reported"),
    [
        ("before", None, date(2024, 10, 14), False),
        ("month", date(2024, 10, 1), date(2024, 10, 10), False),
        ("reported", date(2024, 10, 15), date(2024, 10, 15), True),
        ("broken", None, None, False),
    ],
)
def test_the_room_of_a_date(
    name: str, first: date | None, last: date | None, reported: bool
) -> None:
    (row,) = (row for row in rows(CLAIMS) if row.claim.id == name)
    assert (row.first, row.last, row.when.reported) == (first, last, reported)


def test_a_claim_without_a_day() -> None:
    assert by_saying(CLAIMS[0]) == Dated(None)
