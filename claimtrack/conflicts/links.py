"""Which articles tell of one event: those that share names which few others carry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from claimtrack.conflicts.statements import Statement

_SHARED = 2
"""So many rare names must two articles share, or half of all the names of the shorter one."""
_SHARED_ELSEWHERE = 4
"""So many where their titles name different places: "Brand in Linz", "Brand in Krems"."""
_RARE_AT_LEAST = 12
_RARE_PART = 0.01
"""A name is rare that stands in no more than this part of the articles, or in a dozen."""

Links = dict[str, frozenset[str]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """Things sorted by the article and by the topic of their statements."""

    places: dict[str, list[tuple[Statement, T]]]
    topics: dict[str, list[tuple[Statement, T]]]


def shelve(things: Iterable[tuple[Statement, T]]) -> Shelf[T]:
    """Sort things by article and topic, so that those of one event are found at once."""
    shelf: Shelf[T] = Shelf(defaultdict(list), defaultdict(list))
    for statement, thing in things:
        shelf.places[statement.place].append((statement, thing))
        if statement.topic:
            shelf.topics[statement.topic].append((statement, thing))
    return shelf


def of_one_event(statement: Statement, shelf: Shelf[T], links: Links) -> Iterator[T]:
    """What is told of a statement's event, or filed under its topic, and under no other."""
    linked = links[statement.place]
    for place in sorted(linked):
        for other, thing in shelf.places.get(place, ()):
            if not other.topic or not statement.topic or other.topic == statement.topic:
                yield thing
    for other, thing in shelf.topics.get(statement.topic or "", ()):
        if other.place not in linked:
            yield thing


@dataclass(frozen=True, slots=True)
class Profile:
    """The names in an article's title and claims, and the places in its title."""

    names: frozenset[str]
    scene: frozenset[str]


def link(statements: Iterable[Statement]) -> Links:
    """For each article (or claim without one) those that tell of its event, itself among them."""
    return linked(profiles(statements))


def profiles(statements: Iterable[Statement]) -> dict[str, Profile]:
    """What is told of each article by some statements, all of theirs among them."""
    names: dict[str, set[str]] = defaultdict(set)
    scenes = {}
    for statement in statements:
        names[statement.place].update(statement.names)
        scenes[statement.place] = statement.title_places
    return {place: Profile(frozenset(own), scenes[place]) for place, own in names.items()}


def linked(told: Mapping[str, Profile]) -> Links:
    """The links of articles by their profiles.

    Grows with the number of rare names, not with the square of the articles: a name that many
    carry ties nothing together.
    """
    carriers: dict[str, list[str]] = defaultdict(list)
    for place, own in told.items():
        for name in own.names:
            carriers[name].append(place)
    limit = max(_RARE_AT_LEAST, int(len(told) * _RARE_PART))
    shared: Counter[tuple[str, str]] = Counter()
    for places in carriers.values():
        if len(places) <= limit:
            shared.update(combinations(places, 2))
    found: dict[str, set[str]] = {place: {place} for place in told}
    for (one, other), count in shared.items():
        if _is_one_event(told[one], told[other], count):
            found[one].add(other)
            found[other].add(one)
    return {place: frozenset(others) for place, others in found.items()}


def _is_one_event(one: Profile, other: Profile, shared: int) -> bool:
    elsewhere = one.scene and other.scene and not one.scene & other.scene
    if elsewhere:
        return shared >= _SHARED_ELSEWHERE
    return shared >= _SHARED or 2 * shared >= min(len(one.names), len(other.names))
