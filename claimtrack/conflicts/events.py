"""Which articles tell of one event: those whose texts share many rare words.

Where the text of one is not to be had, those that share names which few others carry.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from claimtrack.about.terms import Terms, terms
from claimtrack.about.terms import rarity as rarity_in_german
from claimtrack.conflicts.statement.content import headline
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.statement.word_lists import words_of
from claimtrack.lexicon.nations import nation_of
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
_SINGULAR = words_of("singular_event")
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


def one_event(one: Statement, other: Statement, links: Links) -> bool:
    """Whether two statements are told of one event, or filed under one topic."""
    if one.topic and other.topic and one.topic != other.topic:
        return False
    return other.place in links.get(one.place, ()) or bool(one.topic and one.topic == other.topic)


class Profile(NamedTuple):
    """What decides with which others an article tells of one event.

    The ``names`` in its title and claims, and where its speakers belong; the places (``scene``) and
    the kinds of event (``told``) in its title; the names in its title and the places in its claims
    (``scenes``); the ``kinds`` of event that it tells of; whom it counts and what came of them
    (``outcomes``); the last ``day`` on which one of its claims can have been made, 0 when unknown;
    the ``terms`` of its text, none where that is not to be had.
    """

    names: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    scenes: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    day: int = 0
    terms: Terms = MappingProxyType({})

    @property
    def words(self) -> tuple[frozenset[str], ...]:
        """All sets of words, in order."""
        return self.names, self.scene, self.told, self.scenes, self.kinds, self.outcomes


def link(statements: Iterable[Statement], told: Sequence[Event] = ()) -> Links:
    """For each article (or claim without one) those that tell of its event, itself among them.

    ``told`` is what an analyst says of events: it settles the matter.
    """
    return linked(profiles(statements), told)


def profiles(statements: Iterable[Statement]) -> dict[str, Profile]:
    """What is told of each article by some statements, all of theirs among them."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        told[statement.place].append(statement)
    return {place: _profile(own) for place, own in told.items()}


def _profile(own: Sequence[Statement]) -> Profile:
    source = own[0].source
    title = headline(source.title if source else None)
    kinds = frozenset[str]().union(*(one.kinds for one in own))
    return Profile(
        _names(own, kinds),
        title.places,
        title.kinds,
        title.names.union(*(one.places for one in own)),
        kinds,
        frozenset(
            f"{matter.population} {matter.state}"
            for one in own
            for matter in one.counted
            if matter and matter.state
        ),
        max(one.days.last or 0 for one in own),
        terms(source.title if source else None, own[0].layout.text) if own[0].layout else {},
    )


def _names(own: Sequence[Statement], kinds: frozenset[str]) -> frozenset[str]:
    """The names in titles and claims, and the towns of the speakers.

    Where no words name a state it is that of all speakers: of whose earthquake else should the
    Peruvian civil defence speak? Not so for what may happen twice a week in one state.
    """
    told = frozenset[str]().union(*(one.names for one in own))
    seats = frozenset[str]().union(*(one.seats for one in own))
    lands = frozenset(filter(_is_land, seats))
    apart = not kinds & _SINGULAR or len(lands) > 1 or any(map(_is_land, told))
    return told | (seats - lands if apart else seats)


def linked(told: Mapping[str, Profile], events: Sequence[Event] = ()) -> Links:
    """The links of articles by their profiles, and by what an analyst says of ``events``.

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
        texts = told[one].terms and told[other].terms
        if not texts and _is_one_event(told[one], told[other], count):
            found[one].add(other)
            found[other].add(one)
    for one, other in _alike({place: own for place, own in told.items() if own.terms}):
        found[one].add(other)
        found[other].add(one)
    _settle(found, events)
    return {place: frozenset(others) for place, others in found.items()}


def _settle(found: dict[str, set[str]], events: Sequence[Event]) -> None:
    """Ties the articles of an event, and no article of one to those of another or set apart."""
    for event in events:
        own = found.keys() & set(event.articles)
        others = {each for other in events if other is not event for each in other.articles}
        for place in own:
            foreign = (others | {*event.apart}) - own
            found[place] = (found[place] | own) - foreign
            for each in foreign & found.keys():
                found[each].discard(place)


def _alike(told: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    """Articles whose texts are alike; those less alike where both are so to a third one."""
    scores = likenesses(told)
    near: dict[str, set[str]] = defaultdict(set)
    for (one, other), score in scores.items():
        if score >= needed(told[one], told[other]):
            near[one].add(other)
            near[other].add(one)
            yield one, other
    for (one, other), score in scores.items():
        by_a_third = score >= _ALIKE_BY_A_THIRD and near[one] & near[other]
        if by_a_third and not _elsewhere(told[one], told[other]):
            yield one, other


def likenesses(told: Mapping[str, Profile]) -> dict[tuple[str, str], float]:
    """How alike the texts of each two articles are that share a rare term, 0 to 1."""
    holders: dict[str, list[str]] = defaultdict(list)
    for place in sorted(told):
        for term in told[place].terms:
            holders[term].append(place)
    rarity = {term: _rarity(len(places), len(told)) for term, places in holders.items()}
    lengths = {
        place: math.sqrt(math.fsum((each * rarity[term]) ** 2 for term, each in own.terms.items()))
        for place, own in told.items()
    }
    scores: dict[tuple[str, str], float] = defaultdict(float)
    for term, places in holders.items():
        pairs: Iterable[tuple[str, str]]
        if len(places) <= _MOST_HOLDERS:
            pairs = combinations(places, 2)
        elif rarity_in_german(term) >= _RARE_IN_GERMAN:
            pairs = _one_after_another(places, told)
        else:
            continue
        weights = {place: told[place].terms[term] * rarity[term] for place in places}
        for one, other in pairs:
            scores[one, other] += weights[one] * weights[other]
    return {
        (one, other): score / lengths[one] / lengths[other] * _in_time(told[one], told[other])
        for (one, other), score in scores.items()
    }


def _one_after_another(
    places: Sequence[str], told: Mapping[str, Profile]
) -> Iterator[tuple[str, str]]:
    """Each of very many articles with those that follow it in time, as pairs by name."""
    in_time = sorted(places, key=lambda place: (told[place].day, place))
    for at, one in enumerate(in_time):
        for other in in_time[at + 1 : at + 1 + _MOST_HOLDERS]:
            yield (one, other) if one < other else (other, one)


def _rarity(holders: int, articles: int) -> float:
    """How rare a term is in the ledger, 0 to 1: damped, since a small ledger tells little."""
    return math.sqrt(math.log((articles + 10) / (holders + 1)) / math.log(articles + 10))


def _in_time(one: Profile, other: Profile) -> float:
    """How well two articles go together in time, 0 to 1: an event is told of for a fortnight, and
    looked back on for a year."""
    if not one.day or not other.day:
        return 1.0
    apart = abs(one.day - other.day)
    return max(math.exp(-((apart / _SIGMA) ** 2) / 2), _LATER if apart <= _A_YEAR else _MUCH_LATER)


def needed(one: Profile, other: Profile) -> float:
    """How alike the texts of two articles must be, 0 to 1."""
    return _ALIKE * (2 if _elsewhere(one, other) else 1)


def _elsewhere(one: Profile, other: Profile) -> bool:
    """Whether two titles name different places, or different kinds of event."""
    return _differ(one.scene, other.scene) or _differ(one.told, other.told)


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


def _is_land(name: str) -> bool:
    """Whether a name is that of a state, which many events share."""
    return nation_of(name) == name


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _is_one_event(one: Profile, other: Profile, shared: int) -> bool:
    if _elsewhere(one, other):
        return shared >= _SHARED_ELSEWHERE
    if shared >= _SHARED:
        return True
    scenes = one.scenes & other.scenes
    towns = not all(map(_is_land, scenes))
    far = one.day and other.day and abs(one.day - other.day) > _SOON
    half = 2 * shared >= min(len(one.names), len(other.names))
    if scenes and half and (towns or not far):
        return True
    if not one.day or not other.day or far:
        return False
    if one.kinds and other.kinds:
        return bool(one.kinds & other.kinds)
    return towns and bool(one.outcomes & other.outcomes)
