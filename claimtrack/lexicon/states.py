"""The states of counted things (planned, sent, killed …) and the phases they belong to."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimtrack import lexicon

OTHER = "other"
PLANNED = "planned"


class State(NamedTuple):
    """A state, its phase, whether it is a deed that one can plan, and of what it is said.

    ``of`` is people, things (both need a counted noun), sums (money, shares), shares (a share or a
    count, no money) or any.
    """

    name: str
    phase: str
    deed: bool
    of: str


@cache
def states() -> dict[str, State]:
    """All states by name, in the order of ``states.tsv``."""
    return {
        name: State(name, phase, deed == "yes", of)
        for name, phase, deed, of, _ in lexicon.table("states")
    }


def phase_of(state: str) -> str:
    """The phase of a state: figures of two phases are not compared. An unknown state is its own."""
    known = states().get(state)
    return known.phase if known else state


@cache
def _kin() -> frozenset[frozenset[str]]:
    rows = lexicon.table("state_kin")
    return frozenset(
        frozenset((state, akin_state)) for state, kin in rows for akin_state in kin.split()
    )


def akin(first: str, second: str) -> bool:
    """True if newspapers tell of one thing in either state: data stolen, their owners affected."""
    return frozenset((first, second)) in _kin()
