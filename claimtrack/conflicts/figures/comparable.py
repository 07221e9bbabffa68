"""Whether two figures are of one thing: every reason why they may not be, in order.

When it is not sure, it is no conflict; the reason is kept, so that it can be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from claimtrack import edtf
from claimtrack.conflicts.events import Links, one_event
from claimtrack.conflicts.figures.alike import wording
from claimtrack.conflicts.figures.verdict import phase
from claimtrack.conflicts.statement.course import is_momentary, is_stock, step
from claimtrack.conflicts.statement.distance import WINDOW, days_between, follows
from claimtrack.conflicts.statement.statement import Count
from claimtrack.conflicts.statement.word_lists import either

Barrier = Callable[[Count, Count, Links], str | None]

_ONE_DAY = 2
_DEED = 1
"""The step of :mod:`courses` for what is done."""


def barrier(one: Count, other: Count, links: Links) -> str | None:
    """Why two figures are not compared, in words, or None where nothing speaks against it."""
    for test in BARRIERS:
        reason = test(one, other, links)
        if reason:
            return reason
    return None


def _one_claim(one: Count, other: Count, _: Links) -> str | None:
    same = one.statement.claim.id == other.statement.claim.id
    return "both stand in one claim" if same else None


def _one_speaker(one: Count, other: Count, _: Links) -> str | None:
    a, b = one.statement, other.statement
    if a.place != b.place or a.actors != b.actors or not a.claim.article:
        return None
    return "one speaker in one article: parts of one account"


def _wish(one: Count, other: Count, _: Links) -> str | None:
    wish = next(
        (count for count in (one, other) if count.statement.claim.stance == "demands"), None
    )
    return f"„{wish.figure.text}“ is what somebody demands" if wish else None


def _population(one: Count, other: Count, _: Links) -> str | None:
    if one.matter.population == other.matter.population and one.matter.unit == other.matter.unit:
        return None
    return f"they count different things: {one.matter.label} and {other.matter.label}"


def _owner(one: Count, other: Count, _: Links) -> str | None:
    mine, theirs = one.matter.owners, other.matter.owners
    if one.matter.sort == "forces" and not (mine and theirs) and not _near(one, other):
        return f"it is not said whose {one.matter.label} both are"
    if mine == theirs or (one.matter.sort == "forces" and mine & theirs):
        return None
    if one.matter.sort == "forces" and not (mine and theirs):
        return None
    return f"they belong to different owners: {_listed(mine)} and {_listed(theirs)}"


def _near(one: Count, other: Count) -> bool:
    return one.statement.place == other.statement.place


def _narrowed(one: Count, other: Count, _: Links) -> str | None:
    if one.matter.bare == other.matter.bare or one.matter.owners or other.matter.owners:
        return None
    return "one of them counts a part only, by its adjective"


def _scope(one: Count, other: Count, _: Links) -> str | None:
    if one.scope == other.scope:
        return None
    return f"one is a figure {one.scope or 'in all'}, the other {other.scope or 'in all'}"


def _course(one: Count, other: Count, _: Links) -> str | None:
    if phase(one) == phase(other):
        return None
    if is_stock(one.matter.state) or is_stock(other.matter.state):
        return f"one says how many are {one.matter.state}, the other {other.matter.state}"
    steps = step(one.matter.state), step(other.matter.state)
    losses = one.matter.sort != "forces" and 0 not in steps
    if steps[0] is None or steps[1] is None or abs(steps[0] - steps[1]) != 1 or losses:
        told = (count.matter.state or "nothing told" for count in (one, other))
        return f"different things happened to them: {' and '.join(told)}"
    return None


def _event(one: Count, other: Count, links: Links) -> str | None:
    if one_event(one.statement, other.statement, links):
        return None
    return "nothing shows that the two articles tell of one event"


def _topic(one: Count, other: Count, _: Links) -> str | None:
    mine, theirs = one.statement.topic, other.statement.topic
    if mine and theirs and mine != theirs:
        return f"they have different topics: {mine} and {theirs}"
    return None


def _place(one: Count, other: Count, _: Links) -> str | None:
    if one.matter.sort == "forces":
        return None
    mine, theirs = one.statement.places, other.statement.places
    if mine and theirs and not mine & theirs:
        return f"they are of different places: {_listed(mine)} and {_listed(theirs)}"
    return None


_THERE = re.compile(rf"\b{either('there')}\b", re.I)


def _pointed_at(one: Count, other: Count, _: Links) -> str | None:
    """What happened "dort" is of a place told before; what follows at once is of it too."""
    there = next((count for count in (one, other) if _is_there(count)), None)
    if (
        there is None
        or _is_there(one) == _is_there(other)
        or follows(one.statement, other.statement)
        or follows(other.statement, one.statement)
    ):
        return None
    return f"„{there.figure.text}“ is of another place, to which its words point"


def _is_there(count: Count) -> bool:
    statement = count.statement
    return not statement.places and bool(_THERE.search(statement.claim.words))


def _about(one: Count, other: Count, _: Links) -> str | None:
    mine, theirs = one.statement.claim.about, other.statement.claim.about
    if not mine or not theirs or _meet(mine, theirs):
        return None
    return f"they are about different times: {mine} and {theirs}"


def _meet(mine: str, theirs: str) -> bool:
    try:
        return edtf.overlap(mine, theirs)
    except ValueError:
        return mine == theirs


def _past(one: Count, other: Count, _: Links) -> str | None:
    for count, its in ((one, other), (other, one)):
        years, last = count.statement.years, its.statement.days.last
        if years and last and not its.statement.years and date.fromordinal(last).year not in years:
            told = ", ".join(map(str, sorted(years)))
            return (
                f"„{count.figure.text}“ is of {told}, „{its.figure.text}“ of the days it was told"
            )
    return None


def _period(one: Count, other: Count, _: Links) -> str | None:
    mine, theirs = one.statement.periods, other.statement.periods
    if not mine or not theirs or mine == theirs:
        return None
    return f"they are of different times: {_listed(mine)} and {_listed(theirs)}"


def _distance(one: Count, other: Count, _: Links) -> str | None:
    apart = days_between(one.statement, other.statement)
    if apart is None:
        return None
    if is_momentary(one.matter.state) and apart > (_ONE_DAY if _is_over(one) else 0):
        return (
            f"how many are {one.matter.state} is of one day, and they were told {apart} days apart"
        )
    if apart > WINDOW and not (one.matter.owners and step(one.matter.state) is not None):
        return f"they were told {apart} days apart"
    return None


def _is_over(count: Count) -> bool:
    """Whether a figure of one moment is of a deed, told of for some days after it."""
    return step(count.matter.state) == _DEED


def _parts(one: Count, other: Count, _: Links) -> str | None:
    whole = next((count for count in (one, other) if count.of_several), None)
    if whole is None:
        return None
    return f"„{whole.figure.text}“ is one of several figures for {whole.matter.label} in one claim"


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "nobody named"


BARRIERS: tuple[Barrier, ...] = (
    _one_claim, _wish, _population, _topic, _course, _one_speaker, _owner, _narrowed, _scope,
    _event, _place, _pointed_at, _about, _period, _past, _parts, _distance, wording,
)  # fmt: skip
