"""What a field of the ledger may hold: each kind of value, on both sides of what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from claimtrack.ledger.format.field_types import (
    Date,
    Id,
    Ids,
    Names,
    Number,
    Passages,
    Ranges,
    Score,
    Stamps,
    range_of,
)
from claimtrack.model import Span


class Fields(BaseModel):
    """One of each."""

    id: Id = ""
    ids: Ids = ()
    names: Names = ()
    date: Date = ""
    at: Ranges = ()
    passed: Passages = ()
    number: Number = 0
    score: Score = 0
    stamps: Stamps = ()


TAKEN: list[tuple[str, Any, Any]] = [
    ("id", "a-b", "a-b"),
    ("ids", "a", ("a",)),
    ("ids", ["a", "b"], ("a", "b")),
    ("names", "Anna Weber", ("Anna Weber",)),
    ("names", ["Anna Weber"], ("Anna Weber",)),
    ("date", "2024-10", "2024-10"),
    ("at", "3-4", (Span(3, 4),)),
    ("at", " 3 – 14 ", (Span(3, 14),)),
    ("at", "3-4, 4-9", (Span(3, 4), Span(4, 9))),
    ("at", ["3-4", "4-9"], (Span(3, 4), Span(4, 9))),
    ("passed", "3-4", ("3-4",)),
    ("passed", ["3-4 x", "9-12"], ("3-4 x", "9-12")),
    ("number", "10.000", 10_000),
    ("number", "zwölf Millionen", 12_000_000),
    ("score", "0", 0),
    ("score", "1", 1),
    ("score", 0.93, 0.93),
    ("stamps", "a1 b2", ("a1", "b2")),
    ("stamps", ["a1", "b2"], ("a1", "b2")),
]
REFUSED: list[tuple[str, Any, str]] = [
    ("id", "a b", "an id has no spaces"),
    ("date", "3.6.", "not an EDTF date"),
    ("at", "3", "not a range of characters"),
    ("at", "3-3", "the range ends before it begins"),
    ("at", "4-3", "the range ends before it begins"),
    ("at", "3-5, 4-9", "ranges out of order"),
    ("at", ["1-2", "7-9", "3-4"], "ranges out of order"),
    ("at", 7, "nor a list of them"),
    ("at", {"a": "b"}, "nor a list of them"),
    ("at", ["3-4", 5], "nor a list of them"),
    ("passed", "x", "begins|range of characters such as 812-822"),
    ("passed", ["3-4 x", "x"], "range of characters such as 812-822"),
    ("number", "viele", "not a German number"),
    ("number", ["3"], "not a German number"),
    ("score", "1.01", "not a number from 0 to 1"),
    ("score", "-0.1", "not a number from 0 to 1"),
    ("score", [1], "not a number from 0 to 1"),
]


@pytest.mark.parametrize(("field", "value", "expected"), TAKEN)
def test_taken(field: str, value: Any, expected: Any) -> None:
    assert getattr(Fields.model_validate({field: value}), field) == expected


@pytest.mark.parametrize(("field", "value", "told"), REFUSED)
def test_refused(field: str, value: Any, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Fields.model_validate({field: value})


@pytest.mark.parametrize(
    ("item", "words"), [("3-14", ""), ("3-14 a  b", "a b"), (" 3 - 14\n x ", "x")]
)
def test_the_words_behind_a_range(item: str, words: str) -> None:
    assert range_of(item) == (Span(3, 14), words)
