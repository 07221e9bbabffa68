"""The kinds of value that a ledger's fields hold: how each is read, and what editors are told.

Every value arrives as text. A validator raises ValueError with words for the analyst; what it
returns is what the model holds.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from claimtrack import edtf
from claimtrack.model import Span

_NUMBERLIKE = {"type": ["string", "number"]}
_ONE_RANGE = r"\s*\d+\s*[-–]\s*\d+\s*"
_PASSAGE = r"^\s*\d+\s*[-–]\s*\d+(\s.*)?$"
_RANGE = {"type": "string", "pattern": f"^{_ONE_RANGE}$"}
_RANGES = {"type": "string", "pattern": f"^{_ONE_RANGE}(,{_ONE_RANGE})*$"}


def _names(value: Any) -> Any:
    """One name or a list of them."""
    return (value,) if isinstance(value, str) else value


def _word(value: str) -> str:
    if re.search(r"\s", value):
        raise ValueError("an id has no spaces")
    return value


@lru_cache(4096)
def _date(value: str) -> str:
    edtf.parse(value)
    return value


@lru_cache(4096)
def _span(value: str) -> Span:
    match = re.fullmatch(r"\s*(\d+)\s*[-–]\s*(\d+)\s*", value)
    if not match:
        raise ValueError("not a range of characters such as 4197-4373")
    span = Span(int(match[1]), int(match[2]))
    if span.start >= span.end:
        raise ValueError("the range ends before it begins")
    return span


def _spans(value: Any) -> tuple[Span, ...]:
    """``4197-4373``, a list of such ranges, or several with commas between."""
    if isinstance(value, str) and "," not in value:
        return (_span(value),)
    ranges = value.split(",") if isinstance(value, str) else value
    if not isinstance(ranges, (list, tuple)) or not all(isinstance(item, str) for item in ranges):
        raise ValueError("not a range of characters such as 4197-4373, nor a list of them")
    spans = tuple(_span(item) for item in ranges)
    if any(a.end > b.start for a, b in pairwise(spans)):
        raise ValueError("ranges out of order")
    return spans


def range_of(item: str) -> tuple[Span, str]:
    """A range and the words behind it: ``812-822 sechs Wochen``; "" where there are none.

    Raises ValueError where it begins with no range.
    """
    match = re.fullmatch(r"\s*(\d+\s*[-–]\s*\d+)(?:\s+(.*))?", item, re.DOTALL)
    if not match:
        raise ValueError("not a range of characters such as 812-822, followed by its words")
    return _span(match[1]), " ".join((match[2] or "").split())


def _passages(value: Any) -> Any:
    """Ranges with the words there, one or a list."""
    items = (value,) if isinstance(value, str) else value
    for item in items if isinstance(items, (list, tuple)) else ():
        if isinstance(item, str):
            range_of(item)
    return items


def _number(value: Any) -> float:
    """A German number: ``10.000`` is ten thousand, ``1,28`` has a fraction."""
    from claimtrack.german.numbers import parse_number

    try:
        return parse_number(value)
    except (ValueError, AttributeError):
        raise ValueError("not a German number such as 10.000, 0,8 or zwölf Millionen") from None


def _score(value: Any) -> float:
    try:
        score = float(value)
    except (TypeError, ValueError):
        score = -1.0
    if not 0 <= score <= 1:
        raise ValueError("not a number from 0 to 1 such as 0.93")
    return score


def _stamps(value: Any) -> Any:
    """Words parted by blanks, or a list."""
    return tuple(value.split()) if isinstance(value, str) else value


_LIST = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

Id = Annotated[str, AfterValidator(_word)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_names), WithJsonSchema(_LIST)]
Names = Annotated[tuple[str, ...], BeforeValidator(_names), WithJsonSchema(_LIST)]
Date = Annotated[
    str,
    AfterValidator(_date),
    WithJsonSchema(
        {"type": ["string", "integer"], "examples": ["2024-10-14", "2024-10", "../2024-10-25"]}
    ),
]
Ranges = Annotated[
    tuple[Span, ...],
    BeforeValidator(_spans),
    WithJsonSchema({"anyOf": [_RANGES, {"type": "array", "items": _RANGE}]}),
]
Passages = Annotated[
    tuple[str, ...],
    BeforeValidator(_passages),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _PASSAGE},
                {"type": "array", "items": {"type": "string", "pattern": _PASSAGE}},
            ]
        }
    ),
]
Number = Annotated[float, BeforeValidator(_number), WithJsonSchema(_NUMBERLIKE)]
Score = Annotated[float, BeforeValidator(_score), WithJsonSchema(_NUMBERLIKE)]
Stamp = Annotated[str, WithJsonSchema(_NUMBERLIKE)]
Stamps = Annotated[
    tuple[str, ...],
    BeforeValidator(_stamps),
    WithJsonSchema({"anyOf": [_NUMBERLIKE, {"type": "array", "items": _NUMBERLIKE}]}),
]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Annotated[
    Literal["1", "2", "3", "4", "5", "6"],
    WithJsonSchema({"enum": ["1", "2", "3", "4", "5", "6", 1, 2, 3, 4, 5, 6]}),
]
Version = Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})]
Verdict = Literal[
    "conflict", "tension", "update", "different phase", "same origin", "no conflict"
]  # fmt: skip
