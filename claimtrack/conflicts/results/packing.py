"""Outcomes as text, each value that several of them share written once.

One event of many articles comes to hundreds of thousands of pairs, which say the same few things of
the same claims. So a field is a list of its values and, outcome by outcome, the place of its value
in that list; and outcomes that come out of a text share their values in memory, too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any

from claimtrack.conflicts.results.event_titles import Event
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.verdicts import Gap

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_READ = json.JSONDecoder().raw_decode


def packed(outcomes: Iterable[Outcome]) -> str:
    """Outcomes as a line of JSON."""
    listed = [*outcomes]
    return _JSON.encode([_column(values) for values in _fields(listed)] if listed else [])


def unpacked(line: str) -> list[Outcome]:
    """The outcomes of a line. Raises ValueError, TypeError or KeyError for one that is damaged."""
    columns, _ = _READ(line)
    if not columns:
        return []
    size = str.count(columns[0][1], " ") + 1
    fields = [
        # as in most fields: outcomes are packed together since they are alike
        [of(known[0])] * size if len(known) == 1 else _values(known, places, of)
        for (known, places), of in zip(columns, _OF_FIELDS, strict=True)
    ]
    fields[3:5] = [[*zip(fields[3], fields[4], strict=True)]]
    return [*map(Outcome, *fields)]


def _fields(outcomes: Sequence[Outcome]) -> Iterator[Sequence[Hashable]]:
    """The values of outcomes field by field.

    The claims are two fields: no two outcomes have the same two, but each is in many.
    """
    for at, name in enumerate(Outcome._fields):
        values: list[Any] = [one[at] for one in outcomes]
        if name == "claims":
            yield [first for first, _ in values]
            yield [second for _, second in values]
        else:
            yield values


def _column(values: Sequence[Hashable]) -> tuple[list[Hashable], str]:
    places = {value: str(at) for at, value in enumerate(dict.fromkeys(values))}
    return [*places], " ".join([places[value] for value in values])


def _values(known: Sequence[Any], places: str, of: Callable[[Any], Any]) -> list[Any]:
    values = {str(at): of(value) for at, value in enumerate(known)}
    return [values[at] for at in str.split(places, " ")]


def _as_it_is(value: Any) -> Any:
    return value


def _pair(value: list[Any] | None) -> tuple[Any, Any] | None:
    return (value[0], value[1]) if value else None


_OF_FIELDS: tuple[Callable[[Any], Any], ...] = (
    _as_it_is, _as_it_is, _as_it_is, _as_it_is, _as_it_is, _pair,
    lambda gap: Gap(*gap) if gap else None, _as_it_is, _as_it_is,
    lambda backers: (tuple(backers[0]), tuple(backers[1])), _pair, _as_it_is, tuple,
    lambda event: Event(*event) if event else None,
)  # fmt: skip
"""What a value of each field becomes that was a tuple: in the order of `_fields`."""
