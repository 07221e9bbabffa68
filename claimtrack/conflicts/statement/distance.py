"""How far two statements stand from each other: in days, and in the text of their article."""

from __future__ import annotations

from claimtrack.conflicts.statement.statement import Statement

WINDOW = 60
"""Days within which two figures of an event, or two sides of a dispute, contradict each other."""
_NEXT_SENTENCE = 60
"""So many characters, a frame among them, lie at most between claims in neighbouring sentences."""


def days_between(one: Statement, other: Statement) -> int | None:
    """The days between the last days on which two statements can have been made, if known."""
    mine, theirs = one.days.last, other.days.last
    return None if mine is None or theirs is None else abs(mine - theirs)


def follows(one: Statement, other: Statement) -> bool:
    """Whether the second stands right behind the first in one article."""
    between = other.position - one.position - len(one.claim.words)
    return one.place == other.place and 0 <= between <= _NEXT_SENTENCE
