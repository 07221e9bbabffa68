"""Which articles tell of one event: those whose texts share many rare words.

Where the text of one is not to be had, those that share names which few others carry.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from claimtrack.about.terms import rarity as rarity_in_german
from claimtrack.conflicts.event_profiles import Profile, is_land, profiles
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.model import Event

_SHARED = 2
"""So many rare names must two articles share; or where one is in both titles or a place, half of
all the names of the shorter one, and where that is but a state, soon after each other."""
_SHARED_ELSEWHERE = 4
"""So many where their titles name different places or kinds of event: "Brand in Linz", "Brand in
Krems", "Wahl in Linz"."""
_SOON = 7
"""Days within which one rare name is enough, where both tell of one kind of event; or one town or
person, where in both the same came of those counted."""
_RARE_AT_LEAST = 12
_RARE_PART = 0.01
"""A name is rare that stands in no more than this part of the articles, or in a dozen."""

_ALIKE, _ALIKE_BY_A_THIRD = 0.06, 0.03
"""How alike the texts of two articles must be, 0 to 1; where both are so to a third one."""
_MOST_HOLDERS = 60
"""A term that more articles have ties none together, but for one that is rare in German: each of
these with so many after it in time."""
_RARE_IN_GERMAN = 4.5
"""How rare a term must be in German for that: the name of a town, of somebody."""
_SIGMA, _LATER, _A_YEAR, _MUCH_LATER = 14, 0.35, 400, 0.1
"""Days within which articles on one event mostly appear; what is left of their likeness when they
appear later, up to how many days that is so, and what is left then."""

Links = dict[str, frozenset[str]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """Things sorted by the article and by the topic of their statements."""

    places: dict[str, list[tuple[Statement, T]]]
    topics: dict[str, list[tuple[Statement, T]]]


def shelve(pairs: Iterable[tuple[Statement, T]]) -> Shelf[T]:
    """Sort things by article and topic, so that those of one event are found at once."""
    shelf: Shelf[T] = Shelf(defaultdict(list), defaultdict(list))
    for statement, item in pairs:
        shelf.places[statement.place].append((statement, item))
        if statement.topic:
            shelf.topics[statement.topic].append((statement, item))
    return shelf


def of_one_event(statement: Statement, shelf: Shelf[T], links: Links) -> Iterator[T]:
    """What is told of a statement's event, or filed under its topic, and under no other."""
    linked = links[statement.place]
    for place in sorted(linked):
        for neighbour, item in shelf.places.get(place, ()):
            if not neighbour.topic or not statement.topic or neighbour.topic == statement.topic:
                yield item
    for neighbour, item in shelf.topics.get(statement.topic or "", ()):
        if neighbour.place not in linked:
            yield item


def one_event(left: Statement, right: Statement, links: Links) -> bool:
    """Whether two statements are told of one event, or filed under one topic."""
    if left.topic and right.topic and left.topic != right.topic:
        return False
    return right.place in links.get(left.place, ()) or bool(
        left.topic and left.topic == right.topic
    )


def link(statements: Iterable[Statement], by_hand: Sequence[Event] = ()) -> Links:
    """For each article (or claim without one) those that tell of its event, itself among them.

    ``by_hand`` is what an analyst says of events: it settles the matter.
    """
    return linked(profiles(statements), by_hand)


def linked(profile_of: Mapping[str, Profile], events: Sequence[Event] = ()) -> Links:
    """The links of articles by their profiles, and by what an analyst says of ``events``.

    Grows with the number of rare names, not with the square of the articles: a name that many
    carry ties nothing together.
    """
    carriers: dict[str, list[str]] = defaultdict(list)
    for place, own in profile_of.items():
        for name in own.names:
            carriers[name].append(place)
    limit = max(_RARE_AT_LEAST, int(len(profile_of) * _RARE_PART))
    shared: Counter[tuple[str, str]] = Counter()
    for places in carriers.values():
        if len(places) <= limit:
            shared.update(combinations(places, 2))
    near: dict[str, set[str]] = {place: {place} for place in profile_of}
    for (left, right), count in shared.items():
        texts = profile_of[left].terms and profile_of[right].terms
        if not texts and _is_one_event(profile_of[left], profile_of[right], count):
            near[left].add(right)
            near[right].add(left)
    for left, right in _alike({place: own for place, own in profile_of.items() if own.terms}):
        near[left].add(right)
        near[right].add(left)
    _settle(near, events)
    return {place: frozenset(neighbours) for place, neighbours in near.items()}


def _settle(near: dict[str, set[str]], events: Sequence[Event]) -> None:
    """Ties the articles of an event, and no article of one to those of another or set apart."""
    for event in events:
        own = near.keys() & set(event.articles)
        elsewhere = {each for rival in events if rival is not event for each in rival.articles}
        for place in own:
            foreign = (elsewhere | {*event.apart}) - own
            near[place] = (near[place] | own) - foreign
            for each in foreign & near.keys():
                near[each].discard(place)


def _alike(profile_of: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    """Articles whose texts are alike; those less alike where both are so to a third one."""
    scores = likenesses(profile_of)
    near: dict[str, set[str]] = defaultdict(set)
    for (left, right), score in scores.items():
        if score >= needed(profile_of[left], profile_of[right]):
            near[left].add(right)
            near[right].add(left)
            yield left, right
    for (left, right), score in scores.items():
        by_a_third = score >= _ALIKE_BY_A_THIRD and near[left] & near[right]
        if by_a_third and not _elsewhere(profile_of[left], profile_of[right]):
            yield left, right


def likenesses(profile_of: Mapping[str, Profile]) -> dict[tuple[str, str], float]:
    """How alike the texts of each two articles are that share a rare term, 0 to 1."""
    holders: dict[str, list[str]] = defaultdict(list)
    for place in sorted(profile_of):
        for term in profile_of[place].terms:
            holders[term].append(place)
    rarity = {term: _rarity(len(places), len(profile_of)) for term, places in holders.items()}
    lengths = {
        place: math.sqrt(math.fsum((each * rarity[term]) ** 2 for term, each in own.terms.items()))
        for place, own in profile_of.items()
    }
    scores: dict[tuple[str, str], float] = defaultdict(float)
    for term, places in holders.items():
        pairs: Iterable[tuple[str, str]]
        if len(places) <= _MOST_HOLDERS:
            pairs = combinations(places, 2)
        elif rarity_in_german(term) >= _RARE_IN_GERMAN:
            pairs = _one_after_another(places, profile_of)
        else:
            continue
        weights = {place: profile_of[place].terms[term] * rarity[term] for place in places}
        for left, right in pairs:
            scores[left, right] += weights[left] * weights[right]
    return {
        (left, right): score
        / lengths[left]
        / lengths[right]
        * _in_time(profile_of[left], profile_of[right])
        for (left, right), score in scores.items()
    }


def _one_after_another(
    places: Sequence[str], profile_of: Mapping[str, Profile]
) -> Iterator[tuple[str, str]]:
    """Each of very many articles with those that follow it in time, as pairs by name."""
    in_time = sorted(places, key=lambda place: (profile_of[place].day, place))
    for at, earlier in enumerate(in_time):
        for later in in_time[at + 1 : at + 1 + _MOST_HOLDERS]:
            yield (earlier, later) if earlier < later else (later, earlier)


def _rarity(holders: int, articles: int) -> float:
    """How rare a term is in the ledger: damped, since a small ledger tells little."""
    return math.sqrt(math.log((articles + 10) / (holders + 1)))


def _in_time(left: Profile, right: Profile) -> float:
    """How well two articles go together in time, 0 to 1: an event is told of for a fortnight, and
    looked back on for a year."""
    if not left.day or not right.day:
        return 1.0
    apart = abs(left.day - right.day)
    return max(math.exp(-((apart / _SIGMA) ** 2) / 2), _LATER if apart <= _A_YEAR else _MUCH_LATER)


def needed(left: Profile, right: Profile) -> float:
    """How alike the texts of two articles must be, 0 to 1."""
    return _ALIKE * (2 if _elsewhere(left, right) else 1)


def _elsewhere(left: Profile, right: Profile) -> bool:
    """Whether two titles name different places, or different kinds of event."""
    return _differ(left.scene, right.scene) or _differ(left.title_kinds, right.title_kinds)


def connected(places: Iterable[str], near: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """All that can be reached from some places, group by group, each group by name."""
    seen: set[str] = set()
    for start in sorted(places):
        if start not in seen:
            group = [start]
            seen.add(start)
            for place in group:
                group += (new := set(near.get(place, ())) - seen)
                seen |= new
            yield sorted(group)


def _differ(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and not left & right)


def _is_one_event(left: Profile, right: Profile, shared: int) -> bool:
    if _elsewhere(left, right):
        return shared >= _SHARED_ELSEWHERE
    if shared >= _SHARED:
        return True
    scenes = left.scenes & right.scenes
    towns = not all(map(is_land, scenes))
    far = left.day and right.day and abs(left.day - right.day) > _SOON
    half = 2 * shared >= min(len(left.names), len(right.names))
    if scenes and half and (towns or not far):
        return True
    if not left.day or not right.day or far:
        return False
    if left.kinds and right.kinds:
        return bool(left.kinds & right.kinds)
    return towns and bool(left.outcomes & right.outcomes)
