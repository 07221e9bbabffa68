"""Why two articles tell, or do not tell, of one event, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimtrack.conflicts.event_profiles import Profile
from claimtrack.conflicts.events import likenesses, needed
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.model import Event

_FEW = 5
"""So many of the words that two articles share are named."""


def event_reason(
    left: Statement, right: Statement, profiles: Mapping[str, Profile], events: Sequence[Event]
) -> str | None:
    """What speaks for and against two statements' articles telling of one event; None of one.

    ``profiles`` are those of all articles, ``events`` what an analyst says of events.
    """
    if left.place == right.place:
        return None
    ruled = settled(left.place, right.place, events)
    return ruled or _by_texts(left.place, right.place, profiles)


def settled(left: str, right: str, events: Sequence[Event]) -> str | None:
    """What an analyst says of two articles, in words; None where nothing."""
    of = {ident: event for event in reversed(events) for ident in event.articles}
    left_event, right_event = of.get(left), of.get(right)
    if left_event and left_event is right_event:
        return f"one event: the ledger says that both articles tell of “{left_event.name}”"
    for event, ident in ((left_event, right), (right_event, left)):
        if event and ident in event.apart:
            return f"two events: the ledger says that {ident} does not tell of “{event.name}”"
    if left_event and right_event:
        names = f"“{left_event.name}” and “{right_event.name}”"
        return f"two events: the ledger says that they tell of {names}"
    return None


def _by_texts(left: str, right: str, profiles: Mapping[str, Profile]) -> str:
    a, b = profiles[left], profiles[right]
    if not (a.terms and b.terms):
        names = ", ".join(sorted(a.names & b.names)) or "none"
        return f"events by titles and claims, as not both texts are there: names in both: {names}"
    alike = likenesses(profiles).get((min(left, right), max(left, right)), 0.0)
    both = sorted(
        a.terms.keys() & b.terms.keys(),
        key=lambda term: (-a.terms[term] * b.terms[term], term),
    )
    shared = ", ".join(both[:_FEW]) or "no rare word"
    return (
        f"events by their texts: alike by {alike:.2f}, one event from {needed(a, b):.2f} "
        f"on; shared: {shared}{_days_apart(a, b)}"
    )


def _days_apart(left: Profile, right: Profile) -> str:
    if not left.day or not right.day:
        return ""
    apart = abs(left.day - right.day)
    return f"; told {apart} day{'s' if apart != 1 else ''} apart"
