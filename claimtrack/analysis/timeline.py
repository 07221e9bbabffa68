"""Claims in the order of their days, with the room that an uncertain date leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claimtrack import edtf
from claimtrack.model import Claim


class Dated(NamedTuple):
    """A claim's date in EDTF, and whether it is only the day of its article."""

    text: str | None
    reported: bool = False


Day = Callable[[Claim], Dated]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in its place on the line; ``first`` and ``last`` are None where a side is open."""

    claim: Claim
    when: Dated
    first: date | None
    last: date | None


def by_saying(claim: Claim) -> Dated:
    """When a claim was made; where the text names no day, when it was reported."""
    return Dated(claim.said) if claim.said else Dated(claim.reported, claim.reported is not None)


def by_event(claim: Claim) -> Dated:
    """When that happened which a claim is about."""
    return Dated(claim.about)


def rows(claims: Iterable[Claim], day: Day = by_saying) -> tuple[Row, ...]:
    """The claims ordered by latest possible day, then by earliest; those without one last."""
    placed = (_row(claim, day(claim)) for claim in claims)
    return tuple(sorted(placed, key=_order))


def _row(claim: Claim, when: Dated) -> Row:
    try:
        day = edtf.parse(when.text) if when.text else None
    except ValueError:
        day = None
    return Row(claim, when, day.first if day else None, day.last if day else None)


def _order(row: Row) -> tuple[date, date, int]:
    undated = row.first is None and row.last is None
    start = date.max if undated else row.first or date.min
    position = row.claim.quote.spans[0].start if row.claim.quote and row.claim.quote.spans else 0
    return row.last or date.max, start, position
