"""What of an article decides with which others it tells of one event: names, terms, its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import NamedTuple

from claimtrack.about.terms import Terms, terms
from claimtrack.conflicts.statement.content import headline
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.statement.word_lists import words_of
from claimtrack.lexicon.nations import nation_of

_SINGULAR = words_of("singular_event")


class Profile(NamedTuple):
    """What decides with which others an article tells of one event.

    The ``names`` in its title and claims, and where its speakers belong; the places (``scene``) and
    the kinds of event (``title_kinds``) in its title; the names in its title and the places in its
    claims (``scenes``); the ``kinds`` of event that it tells of; whom it counts and what came of
    them (``outcomes``); the last ``day`` on which one of its claims can have been made, 0 when
    unknown; the ``terms`` of its text, none where that is not to be had.
    """

    names: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()
    title_kinds: frozenset[str] = frozenset()
    scenes: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    day: int = 0
    terms: Terms = MappingProxyType({})

    @property
    def words(self) -> tuple[frozenset[str], ...]:
        """All sets of words, in order."""
        return self.names, self.scene, self.title_kinds, self.scenes, self.kinds, self.outcomes


def profiles(statements: Iterable[Statement]) -> dict[str, Profile]:
    """What is told of each article by some statements, all of theirs among them."""
    articles: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        articles[statement.place].append(statement)
    return {place: _profile(own) for place, own in articles.items()}


def _profile(own: Sequence[Statement]) -> Profile:
    source = own[0].source
    title = headline(source.title if source else None)
    kinds = frozenset[str]().union(*(statement.kinds for statement in own))
    return Profile(
        _names(own, kinds),
        title.places,
        title.kinds,
        title.names.union(*(statement.places for statement in own)),
        kinds,
        frozenset(
            f"{matter.population} {matter.state}"
            for statement in own
            for matter in statement.counted
            if matter and matter.state
        ),
        max(statement.days.last or 0 for statement in own),
        terms(source.title if source else None, own[0].layout.text) if own[0].layout else {},
    )


def _names(own: Sequence[Statement], kinds: frozenset[str]) -> frozenset[str]:
    """The names in titles and claims, and the towns of the speakers.

    Where no words name a state it is that of all speakers: of whose earthquake else should the
    Peruvian civil defence speak? Not so for what may happen twice a week in one state.
    """
    names = frozenset[str]().union(*(statement.names for statement in own))
    seats = frozenset[str]().union(*(statement.seats for statement in own))
    lands = frozenset(filter(is_land, seats))
    apart = not kinds & _SINGULAR or len(lands) > 1 or any(map(is_land, names))
    return names | (seats - lands if apart else seats)


def is_land(name: str) -> bool:
    """Whether a name is that of a state, which many events share."""
    return nation_of(name) == name
