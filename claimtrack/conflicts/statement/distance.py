"""How far two statements stand from each other: in days, and in the text of their article."""

from __future__ import annotations

from claimtrack.conflicts.statement.statement import Statement

WINDOW = 60
"""Days within which two figures of an event, or two sides of a dispute, contradict each other."""
_NEXT_SENTENCE = 60
"""So many characters, a frame among them, lie at most between claims in neighbouring sentences."""


def days_between(left: Statement, right: Statement) -> int | None:
    """The days between the last days on which two statements can have been made, if known."""
    left_day, right_day = left.days.last, right.days.last
    return None if left_day is None or right_day is None else abs(left_day - right_day)


def follows(before: Statement, after: Statement) -> bool:
    """Whether the second stands right behind the first in one article."""
    between = after.position - before.position - len(before.claim.words)
    return before.place == after.place and 0 <= between <= _NEXT_SENTENCE
