"""What a figure brings into any pair, one object for all figures that are alike in it.

Very many figures of an event count the same and are narrowed alike: what two of these come to is
reckoned once for all their pairs, and found again by the two objects.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claimtrack.about.matters import Matter
from claimtrack.conflicts.figures.counts import is_people, noun_of
from claimtrack.conflicts.figures.scopes import (
    is_share,
    is_singled,
    is_there,
    is_whole,
    quarters_in,
    scope_of,
)
from claimtrack.conflicts.figures.setting import Seen
from claimtrack.conflicts.figures.verdict import phase
from claimtrack.conflicts.statement.statement import Count
from claimtrack.lexicon.stems import REMEMBERED

_FIGURES = 4096
"""Figures whose bearing is kept while they are compared with many others."""


@dataclass(frozen=True, slots=True, eq=False)
class Bearing:
    """What a figure counts, and what narrows it.

    ``noun`` are the stems of what is counted, ``signs`` the classes of words around it;
    ``has_own_places`` says that its sentence names places that the title does not; ``sorts`` and
    ``days`` are those of its narrowing phrases, ``is_past`` that these name but years that were
    over when it was printed, ``is_of_quarter`` that its sentence names a
    part of a country.
    """

    matter: Matter
    noun: frozenset[str]
    phase: str | None
    signs: frozenset[str]
    places: frozenset[str]
    has_own_places: bool
    lands: frozenset[str]
    years: frozenset[str]
    sorts: frozenset[str]
    days: frozenset[str]
    is_people: bool
    is_share: bool
    is_singled: bool
    is_there: bool
    is_whole: bool
    is_past: bool
    is_of_quarter: bool


@lru_cache(maxsize=_FIGURES)
def bearing(seen: Seen) -> Bearing:
    """What a figure brings into any pair."""
    count, around, scope = seen.count, seen.setting, scope_of(seen.count)
    return _of_all_alike(
        count.matter, noun_of(count), phase(count),
        around.signs, around.places, bool(around.own_places), around.lands, around.years,
        scope.sorts, scope.days, is_people(count.matter), is_share(count), is_singled(count),
        is_there(count), is_whole(count), _is_past(count, scope.years),
        bool(quarters_in(around.text)),
    )  # fmt: skip


_of_all_alike = lru_cache(maxsize=REMEMBERED)(Bearing)


def _is_past(count: Count, years: frozenset[int]) -> bool:
    printed = count.statement.printed
    return bool(printed and years) and max(years) < int(str(printed)[:4])
