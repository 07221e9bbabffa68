"""What other pairs of numbers tell of a pair: whether somebody tells both, or sets them opposite.

Two numbers that one speaker gives in one account are of two things there, and hardly of one
elsewhere. Two numbers that one article holds against each other are held against each other where
another article has only one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.conflicts.figures.setting import Seen
from claimtrack.conflicts.statement.side import NEGATIVE

Pair = tuple[Seen, Seen]
_Value = tuple[str, float, float | None]
"""A number as such: its dimension and the ends of what it ordinarily means."""


def side_by_side(
    pairs: Sequence[Pair], scores: Iterable[float], least: float
) -> Iterator[Mapping[str, float]]:
    """For each pair the evidence that other figures give, by name.

    ``scores`` are what the pairs come to by their own evidence; from ``least`` on one is shown.
    """
    figures = {id(seen): seen for pair in pairs for seen in pair}
    accounts = _accounts(figures.values())
    of_figure = {ident: accounts.get(_value(seen), set()) for ident, seen in figures.items()}
    opposite = _opposite(pairs, scores, least)
    for left, right in pairs:
        if not of_figure[id(left)].isdisjoint(of_figure[id(right)]):
            yield _ONE_ACCOUNT
        else:
            yield _HELD_OPPOSITE if _are_held_opposite((left, right), opposite) else _NOTHING


_ONE_ACCOUNT, _HELD_OPPOSITE = {"one_account": 1.0}, {"held_opposite": 1.0}
_NOTHING: Mapping[str, float] = {}


def _are_held_opposite(pair: Pair, opposite: Mapping[frozenset[_Value], set[str]]) -> bool:
    """Whether one of two articles holds the same two numbers against each other."""
    left, right = (seen.count.statement.place for seen in pair)
    if left == right or not opposite:
        return False
    articles = opposite.get(frozenset(map(_value, pair)), ())
    return left in articles or right in articles


def _accounts(figures: Iterable[Seen]) -> Mapping[_Value, set[tuple[str, tuple[str, ...]]]]:
    """For each number who gives it as his own, and in which article; who denies one gives none."""
    tellers: dict[_Value, set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
    for seen in figures:
        statement = seen.count.statement
        if statement.actors and statement.claim.stance not in NEGATIVE:
            tellers[_value(seen)].add((statement.place, statement.actors))
    return tellers


def _opposite(
    pairs: Sequence[Pair], scores: Iterable[float], least: float
) -> Mapping[frozenset[_Value], set[str]]:
    """The articles that hold two numbers against each other."""
    articles: dict[frozenset[_Value], set[str]] = defaultdict(set)
    for (left, right), score in zip(pairs, scores, strict=True):
        place = left.count.statement.place
        if place == right.count.statement.place and score >= least:
            articles[frozenset((_value(left), _value(right)))].add(place)
    return articles


def _value(seen: Seen) -> _Value:
    near = seen.count.near
    return seen.setting.dimension, near.low, near.high
