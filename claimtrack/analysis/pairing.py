"""The best one-to-one pairing of two sets by a score: maximum-weight matching.

Exact by the Hungarian method (Kuhn 1955, in the form with potentials), worked out for each
connected part of the graph by itself, since most claims have one candidate or none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

Scores = Mapping[tuple[int, int], float]
"""Score of a left and a right item; a pair that is not there cannot be matched. Scores > 0."""


def best_pairs(scores: Scores) -> list[tuple[int, int]]:
    """The pairs with the greatest sum of scores, each item in one pair at most, sorted."""
    return sorted(pair for part in _parts(scores) for pair in _matched(part))


def _parts(scores: Scores) -> Iterator[dict[tuple[int, int], float]]:
    left: dict[int, list[int]] = defaultdict(list)
    right: dict[int, list[int]] = defaultdict(list)
    for row, column in scores:
        left[row].append(column)
        right[column].append(row)
    seen: set[int] = set()
    for start in left:
        if start in seen:
            continue
        stack, part = [start], set()
        while stack:
            row = stack.pop()
            if row in part:
                continue
            part.add(row)
            stack.extend(near for column in left[row] for near in right[column])
        seen |= part
        yield {(row, column): scores[row, column] for row in sorted(part) for column in left[row]}


def _matched(part: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    if len(part) == 1:
        return list(part)
    rows = sorted({left for left, _ in part})
    columns = sorted({column for _, column in part})
    # Beside each row stands a column of its own that costs nothing: to stay alone.
    costs = [
        [-part.get((left, column), 0.0) for column in columns] + [0.0] * len(rows) for left in rows
    ]
    pairs = ((rows[row], columns[at]) for row, at in _assign(costs) if at < len(columns))
    return [pair for pair in pairs if pair in part]


def _assign(costs: list[list[float]]) -> list[tuple[int, int]]:
    """Row and column of the cheapest assignment of all rows; no more rows than columns."""
    height, width = len(costs), len(costs[0])
    by_row, by_column = [0.0] * (height + 1), [0.0] * (width + 1)
    row_of = [0] * (width + 1)
    for row in range(1, height + 1):
        came_from = _reach(row, costs, by_row, by_column, row_of)
        column = came_from.pop()
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return [(row_of[column] - 1, column - 1) for column in range(1, width + 1) if row_of[column]]


def _reach(
    row: int,
    costs: list[list[float]],
    by_row: list[float],
    by_column: list[float],
    row_of: list[int],
) -> list[int]:
    """The cheapest way from a row to a free column: each column's predecessor, then its end."""
    width = len(by_column)
    least, came_from, used = [float("inf")] * width, [0] * width, [False] * width
    row_of[0], column = row, 0
    while row_of[column]:
        used[column] = True
        here, delta, following = row_of[column], float("inf"), 0
        for at in range(1, width):
            if used[at]:
                continue
            slack = costs[here - 1][at - 1] - by_row[here] - by_column[at]
            if slack < least[at]:
                least[at], came_from[at] = slack, column
            if least[at] < delta:
                delta, following = least[at], at
        for at in range(width):
            if used[at]:
                by_row[row_of[at]] += delta
                by_column[at] -= delta
            else:
                least[at] -= delta
        column = following
    return [*came_from, column]
