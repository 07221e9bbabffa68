"""Pairs with the highest sum of weights, by shortest augmenting paths (Kuhn and Munkres)."""

from __future__ import annotations

from collections.abc import Sequence

Weights = Sequence[Sequence[float]]


def assign(weights: Weights) -> list[tuple[int, int]]:
    """Rows and columns paired one to one, as many as there can be, best sum of weights.

    The answer is sorted; rows come one at a time, of equal columns the first is taken.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = assign(list(zip(*weights, strict=True)))
        return sorted((row, column) for column, row in turned)
    pairing = _Pairing(weights)
    for row in range(len(weights)):
        pairing.add(row)
    return sorted((row, column) for column, row in pairing.row_of.items())


class _Pairing:
    """Rows paired so far, with the potentials that make every reduced cost non-negative."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.row_of: dict[int, int] = {}
        self.rows = [0.0] * len(weights)
        self.columns = [0.0] * len(weights[0])

    def add(self, row: int) -> None:
        """Give a row a column, moving earlier rows along the cheapest path."""
        came_from: dict[int, int | None] = {}
        slack: dict[int, float] = dict.fromkeys(range(len(self.columns)), float("inf"))
        reached: list[int] = []
        here, last = row, None
        while True:
            column = self._nearest(here, last, slack, came_from)
            self._shift(row, reached, slack, slack[column])
            if column not in self.row_of:
                break
            del slack[column]
            reached.append(column)
            here, last = self.row_of[column], column
        self._turn(row, column, came_from)

    def _nearest(
        self, row: int, last: int | None, slack: dict[int, float], came_from: dict[int, int | None]
    ) -> int:
        """The cheapest column not reached yet, seen from this row too."""
        for column, known in slack.items():
            cost = -self.weights[row][column] - self.rows[row] - self.columns[column]
            if cost < known:
                slack[column], came_from[column] = cost, last
        return min(slack, key=lambda column: slack[column])

    def _shift(self, row: int, reached: list[int], slack: dict[int, float], step: float) -> None:
        """Move the potentials so that one more column costs nothing."""
        self.rows[row] += step
        for column in reached:
            self.rows[self.row_of[column]] += step
            self.columns[column] -= step
        for column in slack:
            slack[column] -= step

    def _turn(self, row: int, column: int, came_from: dict[int, int | None]) -> None:
        """Pair along the path: every row on it takes the next column."""
        at: int | None = column
        while at is not None:
            source = came_from[at]
            self.row_of[at] = row if source is None else self.row_of[source]
            at = source
