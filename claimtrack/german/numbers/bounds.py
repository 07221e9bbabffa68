"""What a hedged number can mean: the near interval, ordinarily, and the far one, at most.

The table is the project's own convention, the same wherever figures are compared.
"""

from __future__ import annotations

from claimtrack.model import Interval

_ENDLESS = None

_SHARES: dict[str, tuple[tuple[float, float | None], tuple[float, float | None]]] = {
    "exact": ((1, 1), (1, 1)),
    "about": ((0.9, 1.1), (0.7, 1.3)),
    "almost": ((0.9, 1), (0.7, 1)),
    "over": ((1, 1.1), (1, _ENDLESS)),
    "under": ((0.9, 1), (0, 1)),
    "at_least": ((1, _ENDLESS), (1, _ENDLESS)),
    "at_most": ((0, 1), (0, 1)),
}
"""Per class of approximator: shares of the lowest and highest number, near and far."""


def bounds(hedge: str, low: float, high: float) -> tuple[Interval, Interval]:
    """The near and the far interval of the numbers ``low`` to ``high`` under a class of hedge.

    ``low`` and ``high`` are equal for a single number. Classes are those of
    ``approximators.tsv`` without "several". Raises KeyError for an unknown one.
    """
    near, far = _SHARES[hedge]
    return _scaled(near, low, high), _scaled(far, low, high)


def _scaled(shares: tuple[float, float | None], low: float, high: float) -> Interval:
    first = _rounded(low * shares[0])
    if shares[1] is None:
        return Interval(first, None)
    last = _rounded(high * shares[1])
    return Interval(min(first, last), max(first, last))  # a share of a negative number turns round


def _rounded(number: float) -> float:
    """Without the dust of binary fractions: 1.1 times 10 000 is 11 000."""
    return float(f"{number:.12g}")
