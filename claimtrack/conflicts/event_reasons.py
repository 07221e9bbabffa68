"""Why two articles tell, or do not tell, of one event, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimtrack.conflicts.events import Profile, likenesses, needed
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.model import Event

_FEW = 5
"""So many of the words that two articles share are named."""


def event_reason(
    one: Statement, other: Statement, profiles: Mapping[str, Profile], events: Sequence[Event]
) -> str | None:
    """What speaks for and against two statements' articles telling of one event; None of one.

    ``profiles`` are those of all articles, ``events`` what an analyst says of events.
    """
    if one.place == other.place:
        return None
    told = settled(one.place, other.place, events)
    return told or _by_texts(one.place, other.place, profiles)


def settled(one: str, other: str, events: Sequence[Event]) -> str | None:
    """What an analyst says of two articles, in words; None where nothing."""
    of = {ident: event for event in reversed(events) for ident in event.articles}
    mine, theirs = of.get(one), of.get(other)
    if mine and mine is theirs:
        return f"one event: the ledger says that both articles tell of “{mine.name}”"
    for event, ident in ((mine, other), (theirs, one)):
        if event and ident in event.apart:
            return f"two events: the ledger says that {ident} does not tell of “{event.name}”"
    if mine and theirs:
        return f"two events: the ledger says that they tell of “{mine.name}” and “{theirs.name}”"
    return None


def _by_texts(one: str, other: str, told: Mapping[str, Profile]) -> str:
    mine, theirs = told[one], told[other]
    if not (mine.terms and theirs.terms):
        names = ", ".join(sorted(mine.names & theirs.names)) or "none"
        return f"events by titles and claims, as not both texts are there: names in both: {names}"
    alike = likenesses(told).get((min(one, other), max(one, other)), 0.0)
    both = sorted(
        mine.terms.keys() & theirs.terms.keys(),
        key=lambda term: (-mine.terms[term] * theirs.terms[term], term),
    )
    shared = ", ".join(both[:_FEW]) or "no rare word"
    return (
        f"events by their texts: alike by {alike:.2f}, one event from {needed(mine, theirs):.2f} "
        f"on; shared: {shared}{_days_apart(mine, theirs)}"
    )


def _days_apart(one: Profile, other: Profile) -> str:
    if not one.day or not other.day:
        return ""
    apart = abs(one.day - other.day)
    return f"; told {apart} day{'s' if apart != 1 else ''} apart"
