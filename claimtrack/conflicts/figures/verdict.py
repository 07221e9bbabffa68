"""The verdict on two figures of one thing: a table, read from the top.

=============================================================== =================
one origin, same words                                          same origin
not one phase, or part against whole                            different phase
near intervals meet                                             none: they agree
the thing can only grow, and the larger one was said later      update
far intervals do not meet                                       conflict
otherwise                                                       tension
=============================================================== =================

Each row's test gives the reason in words, or None where the row does not hold.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack.conflicts.figures.measures import MEASURE
from claimtrack.conflicts.statement.course import grows, step
from claimtrack.conflicts.statement.statement import Count
from claimtrack.conflicts.verdicts import SHOWN
from claimtrack.lexicon.states import phase_of, states
from claimtrack.model import Interval
from claimtrack.text import in_words

AGREE = "agree"


class Judgement(NamedTuple):
    """A verdict, or ``agree``, and why."""

    verdict: str
    reason: str


class Row(NamedTuple):
    """One row of the table."""

    verdict: str
    test: Callable[[Count, Count], str | None]


def judge(left: Count, right: Count) -> Judgement:
    """The verdict of the first row that holds."""
    return _first(TABLE, left, right)


def unless_contradicting(left: Count, right: Count) -> Judgement | None:
    """The same where it is no contradiction, else None, for which no reason is sought."""
    rows = (row for row in TABLE if row.verdict not in SHOWN)
    for row in rows:
        if reason := row.test(left, right):
            return Judgement(row.verdict, reason)
    return None


def of_one_thing(left: Count, right: Count) -> Judgement:
    """The verdict on two figures that are of one thing by all the evidence.

    What is said to have happened to it is part of the evidence; but plan, deed and loss stay apart.
    """
    return _first(TABLE if _are_steps(left, right) else _OF_ONE_THING, left, right)


def _first(table: Sequence[Row], left: Count, right: Count) -> Judgement:
    """The verdict of the first row of a table that holds; the last one always does."""
    *rows, last = table
    for row in rows:
        if reason := row.test(left, right):
            return Judgement(row.verdict, reason)
    return Judgement(last.verdict, last.test(left, right) or "")


def _are_steps(left: Count, right: Count) -> bool:
    """Whether two figures are of two steps of one course: planned and sent, sent and killed."""
    steps = step(left.matter.state), step(right.matter.state)
    if steps[0] is None or steps[1] is None or steps[0] == steps[1]:
        return False
    return left.matter.sort == "forces" or abs(steps[0] - steps[1]) == 1


def phase(count: Count) -> str | None:
    """The phase of what is counted, by its first state: ready is "planned", deployed "sent"."""
    return _first_of_phase(count.matter.state) if count.matter.state else None


@cache
def _first_of_phase(state: str) -> str:
    own = phase_of(state)
    return next((name for name, known in states().items() if known.phase == own), state)


def meet(left: Interval, right: Interval) -> bool:
    """Whether some number lies in both of two intervals."""
    low, high = (left, right) if left.low <= right.low else (right, left)
    return low.high is None or low.high >= high.low


def spoken(interval: Interval) -> Interval:
    """An interval with the room that a bare plural leaves above it.

    "Tausende" ends at 9 999 and the next such word begins at 20 000; what lies between has no
    word of its own, and German calls 12 000 "Tausende" too.
    """
    if interval.high is None or interval.high < 99 or interval.low * 4 > interval.high:
        return interval
    top = round(math.log10(interval.high + 1), 6)
    return Interval(interval.low, 2 * (interval.high + 1) - 1) if top == int(top) else interval


def _vague(count: Count, interval: Interval) -> Interval:
    return spoken(interval) if count.figure.value is None else interval


def _same_origin(left: Count, right: Count) -> str | None:
    a, b = left.statement, right.statement
    if a.origin != b.origin or left.near != right.near or a.gist != b.gist:
        return None
    return f"one origin, the same words: {_quoted(left)}"


def _different_phase(left: Count, right: Count) -> str | None:
    if phase(left) == phase(right):
        return None
    return f"{_quoted(left)} says {_what(left)}, {_quoted(right)} {_what(right)}"


def _agree(left: Count, right: Count) -> str | None:
    if not meet(_vague(left, left.near), _vague(right, right.near)):
        return None
    return f"{_bounds(left)} and {_bounds(right)} can both be meant"


def _update(left: Count, right: Count) -> str | None:
    small, large = _by_size(left, right)
    if not grows(large.matter.state) or _is_ahead(small) or not _later(large, small):
        return None
    return (
        f"what is {large.matter.state} can only grow, and the larger figure, {_quoted(large)}, "
        f"is the later one ({_day(large)} after {_day(small)})"
    )


def _is_ahead(count: Count) -> bool:
    """Whether a figure is of what is planned: what happens then is no update of it."""
    return step(count.matter.state) == 0


def _conflict(left: Count, right: Count) -> str | None:
    if meet(_vague(left, left.far), _vague(right, right.far)):
        return None
    return (
        f"{_bounds(left, far=True)} and {_bounds(right, far=True)} cannot both hold; "
        f"{no_update(left, right)}"
    )


def _tension(left: Count, right: Count) -> str | None:
    return (
        f"{_bounds(left)} and {_bounds(right)} do not meet as ordinarily meant, though the widest "
        f"reading of the words lets them; {no_update(left, right)}"
    )


TABLE = (
    Row("same origin", _same_origin),
    Row("different phase", _different_phase),
    Row(AGREE, _agree),
    Row("update", _update),
    Row("conflict", _conflict),
    Row("tension", _tension),
)
_OF_ONE_THING = tuple(row for row in TABLE if row.test is not _different_phase)


def no_update(left: Count, right: Count) -> str:
    """Why the larger of two figures is not simply the newer one."""
    small, large = _by_size(left, right)
    if not grows(large.matter.state):
        return f"not an update: {_what(large)} can fall or is of one day"
    days = small.statement.days.last, large.statement.days.last
    if None in days:
        return "not an update: no date tells which was said later"
    if days[0] == days[1]:
        return f"not an update: both were said by the same day ({_day(large)})"
    return (
        f"not an update: the larger figure is the earlier one ({_day(large)} before {_day(small)})"
    )


def _what(count: Count) -> str:
    state = count.matter.state
    return f"how many are {state.replace('_', ' ')}" if state else "this number"


def _by_size(left: Count, right: Count) -> tuple[Count, Count]:
    return (left, right) if left.near.low <= right.near.low else (right, left)


def _later(left: Count, right: Count) -> bool:
    left_day, right_day = left.statement.days.last, right.statement.days.last
    return left_day is not None and right_day is not None and left_day > right_day


def _day(count: Count) -> str:
    return _written(count.statement.days.last)


@lru_cache(maxsize=4096)
def _written(day: int | None) -> str:
    return date.fromordinal(day).isoformat() if day else "undated"


def _quoted(count: Count) -> str:
    return f"„{count.figure.text}“"


def _bounds(count: Count, far: bool = False) -> str:
    if count.matter.sort == MEASURE:
        return _quoted(count)
    return f"{_quoted(count)} ({in_words(count.far if far else count.near)})"
