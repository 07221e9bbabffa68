"""How figures of one thing follow each other: planned, done, lost; and which can only grow."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimtrack import lexicon


class _Course(NamedTuple):
    step: int | None
    grows: bool
    momentary: bool


@cache
def _courses() -> dict[str, _Course]:
    rows = lexicon.table("courses")
    return {
        state: _Course(None if step == "-" else int(step), grows == "yes", grows == "moment")
        for state, step, grows in rows
    }


def step(state: str | None) -> int | None:
    """0 planned, 1 done, 2 lost; None for a state outside any course or not in the list."""
    course = _courses().get(state or "")
    return course.step if course else None


def is_stock(state: str | None) -> bool:
    """Whether a state says how many there are at all, apart from what happens to them."""
    course = _courses().get(state or "")
    return course is not None and course.step is None


def grows(state: str | None) -> bool:
    """Whether a number in this state can only rise while its event goes on."""
    course = _courses().get(state or "")
    return course is not None and course.grows


def is_momentary(state: str | None) -> bool:
    """Whether a number in this state is of one moment: the missing of today, who came on a day."""
    course = _courses().get(state or "")
    return course is not None and course.momentary
