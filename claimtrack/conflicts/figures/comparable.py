"""Whether two figures are of one thing: every reason why they may not be, in order.

When it is not sure, it is no conflict; the reason is kept, so that it can be asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from claimtrack import edtf
from claimtrack.conflicts.events import Links, one_event
from claimtrack.conflicts.figures.alike import wording
from claimtrack.conflicts.figures.counts import noun_of
from claimtrack.conflicts.figures.verdict import phase
from claimtrack.conflicts.statement.course import is_momentary, is_stock, step
from claimtrack.conflicts.statement.distance import WINDOW, days_between, follows
from claimtrack.conflicts.statement.statement import Count
from claimtrack.conflicts.statement.word_lists import whole_words
from claimtrack.lexicon.noun_kin import are_kin_nouns

Barrier = Callable[[Count, Count, Links], str | None]

_ONE_DAY = 2
_DEED = 1
"""The step of :mod:`courses` for what is done."""


def barrier(left: Count, right: Count, links: Links) -> str | None:
    """Why two figures are not compared, in words, or None where nothing speaks against it."""
    for test in BARRIERS:
        reason = test(left, right, links)
        if reason:
            return reason
    return None


def are_comparable(left: Count, right: Count, links: Links) -> bool:
    """Whether nothing speaks against it: most that do not go together count different things."""
    return _count_one_thing(left, right) and barrier(left, right, links) is None


def _one_claim(left: Count, right: Count, _: Links) -> str | None:
    same = left.statement.claim.id == right.statement.claim.id
    return "both stand in one claim" if same else None


def _one_speaker(left: Count, right: Count, _: Links) -> str | None:
    a, b = left.statement, right.statement
    if a.place != b.place or a.actors != b.actors or not a.claim.article:
        return None
    return "one speaker in one article: parts of one account"


def _wish(left: Count, right: Count, _: Links) -> str | None:
    for count in (left, right):  # asked of every pair: quicker than a generator
        if count.statement.claim.stance == "demands":
            return f"„{count.figure.text}“ is what somebody demands"
    return None


def _population(left: Count, right: Count, _: Links) -> str | None:
    if _count_one_thing(left, right):
        return None
    return f"they count different things: {left.matter.label} and {right.matter.label}"


def _count_one_thing(left: Count, right: Count) -> bool:
    return left.matter.unit == right.matter.unit and (
        left.matter.population == right.matter.population
        or are_kin_nouns(noun_of(left), noun_of(right))
    )


def _owner(left: Count, right: Count, _: Links) -> str | None:
    left_owners, right_owners = left.matter.owners, right.matter.owners
    if (
        left.matter.sort == "forces"
        and not (left_owners and right_owners)
        and not _near(left, right)
    ):
        return f"it is not said whose {left.matter.label} both are"
    if left_owners == right_owners or (left.matter.sort == "forces" and left_owners & right_owners):
        return None
    if left.matter.sort == "forces" and not (left_owners and right_owners):
        return None
    return f"they belong to different owners: {_listed(left_owners)} and {_listed(right_owners)}"


def _near(left: Count, right: Count) -> bool:
    return left.statement.place == right.statement.place


def _narrowed(left: Count, right: Count, _: Links) -> str | None:
    if left.matter.bare == right.matter.bare or left.matter.owners or right.matter.owners:
        return None
    return "one of them counts a part only, by its adjective"


def _scope(left: Count, right: Count, _: Links) -> str | None:
    if left.scope == right.scope:
        return None
    return f"one is a figure {left.scope or 'in all'}, the other {right.scope or 'in all'}"


def _course(left: Count, right: Count, _: Links) -> str | None:
    if phase(left) == phase(right):
        return None
    states = [count.matter.state or "nothing told" for count in (left, right)]
    if is_stock(left.matter.state) or is_stock(right.matter.state):
        first, second = states if left.matter.state else reversed(states)
        return f"one says how many are {first}, the other {second}"
    steps = step(left.matter.state), step(right.matter.state)
    losses = left.matter.sort != "forces" and 0 not in steps
    if steps[0] is None or steps[1] is None or abs(steps[0] - steps[1]) != 1 or losses:
        return f"different things happened to them: {' and '.join(states)}"
    return None


def _event(left: Count, right: Count, links: Links) -> str | None:
    if one_event(left.statement, right.statement, links):
        return None
    return "nothing shows that the two articles tell of one event"


def _topic(left: Count, right: Count, _: Links) -> str | None:
    left_topic, right_topic = left.statement.topic, right.statement.topic
    if left_topic and right_topic and left_topic != right_topic:
        return f"they have different topics: {left_topic} and {right_topic}"
    return None


def _place(left: Count, right: Count, _: Links) -> str | None:
    if left.matter.sort == "forces":
        return None
    left_places, right_places = left.statement.places, right.statement.places
    if left_places and right_places and not left_places & right_places:
        return f"they are of different places: {_listed(left_places)} and {_listed(right_places)}"
    return None


_THERE = whole_words("there")


def _pointed_at(left: Count, right: Count, _: Links) -> str | None:
    """What happened "dort" is of a place told before; what follows at once is of it too."""
    is_left, is_right = _is_there(left), _is_there(right)
    if (
        is_left == is_right
        or follows(left.statement, right.statement)
        or follows(right.statement, left.statement)
    ):
        return None
    there = left if is_left else right
    return f"„{there.figure.text}“ is of another place, to which its words point"


def _is_there(count: Count) -> bool:
    statement = count.statement
    return not statement.places and bool(_THERE.search(statement.claim.words))


def _about(left: Count, right: Count, _: Links) -> str | None:
    left_time, right_time = left.statement.claim.about, right.statement.claim.about
    if not left_time or not right_time or _meet(left_time, right_time):
        return None
    return f"they are about different times: {left_time} and {right_time}"


def _meet(left: str, right: str) -> bool:
    try:
        return edtf.overlap(left, right)
    except ValueError:
        return left == right


def _past(left: Count, right: Count, _: Links) -> str | None:
    if not (left.statement.periods or right.statement.periods):
        return None
    for count, its in ((left, right), (right, left)):
        years, last = count.statement.years, its.statement.days.last
        if years and last and not its.statement.years and date.fromordinal(last).year not in years:
            named = ", ".join(map(str, sorted(years)))
            return (
                f"„{count.figure.text}“ is of {named}, „{its.figure.text}“ of the days it was told"
            )
    return None


def _period(left: Count, right: Count, _: Links) -> str | None:
    left_periods, right_periods = left.statement.periods, right.statement.periods
    if not left_periods or not right_periods or left_periods == right_periods:
        return None
    return f"they are of different times: {_listed(left_periods)} and {_listed(right_periods)}"


def _distance(left: Count, right: Count, _: Links) -> str | None:
    apart = days_between(left.statement, right.statement)
    if apart is None:
        return None
    if is_momentary(left.matter.state) and apart > (_ONE_DAY if _is_over(left) else 0):
        return (
            f"how many are {left.matter.state} is of one day, and they were told {apart} days apart"
        )
    if apart > WINDOW and not (left.matter.owners and step(left.matter.state) is not None):
        return f"they were told {apart} days apart"
    return None


def _is_over(count: Count) -> bool:
    """Whether a figure of one moment is of a deed, told of for some days after it."""
    return step(count.matter.state) == _DEED


def _parts(left: Count, right: Count, _: Links) -> str | None:
    if not (left.of_several or right.of_several):
        return None
    whole = left if left.of_several else right
    return f"„{whole.figure.text}“ is one of several figures for {whole.matter.label} in one claim"


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "nobody named"


BARRIERS: tuple[Barrier, ...] = (
    _one_claim, _wish, _population, _topic, _course, _one_speaker, _owner, _narrowed, _scope,
    _event, _place, _pointed_at, _about, _period, _past, _parts, _distance, wording,
)  # fmt: skip
