"""What the number readers hand on: a numeral as written, and a quantity as meant."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.model import Interval, Span

COUNTED = frozenset({"cardinal", "range", "vague", "percent", "money", "fraction"})
"""Kinds that say how many or how much of something; measures have the kinds of ``units.tsv``."""


class Numeral(NamedTuple):
    """A number as it is written: digits, words or both, without what stands around it.

    ``low`` and ``high`` are the numbers it can mean (equal unless it is vague); ``scale`` the
    factor it ends in ("drei Millionen": 1e6), 1 without one; ``plain`` marks bare digits.
    """

    start: int
    end: int
    low: float
    high: float
    kind: str = "cardinal"
    scale: float = 1
    plain: bool = False

    @property
    def value(self) -> float | None:
        """The number that is named, None for a vague word."""
        return self.low if self.low == self.high else None


class Quantity(NamedTuple):
    """A number in a text with all that belongs to it.

    ``text`` is ``body[start:end]``: approximator, number and unit; ``number`` the stretch of the
    number alone. ``value`` is the number that is named, None for ranges and vague words; ``near``
    what is ordinarily meant, ``far`` the most that the words allow. ``kind`` is cardinal, range,
    vague, fraction, multiple, percent, money, age, a kind of ``units.tsv`` (length, mass,
    temperature, duration …), ordinal, or, for digits that count nothing, year, date, time, score,
    phone, code, label or attribute. ``unit`` is the unit's name, an ISO code for money.
    ``role`` is part or whole in "X der Y" and "X von Y", more in "weitere N".
    """

    start: int
    end: int
    text: str
    kind: str
    value: float | None
    near: Interval
    far: Interval
    number: Span
    unit: str | None = None
    role: str | None = None
