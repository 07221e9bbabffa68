"""Which articles tell of one event: those that share names which few others carry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from claimtrack.conflicts.statements import Statement

_SHARED = 2
"""So many rare names must two articles share, or half of all the names of the shorter one."""
_RARE_AT_LEAST = 12
_RARE_PART = 0.01
"""A name is rare that stands in no more than this part of the articles, or in a dozen."""

Links = dict[str, frozenset[str]]


def link(statements: Iterable[Statement]) -> Links:
    """For each article (or claim without one) those that tell of its event, itself among them.

    Grows with the number of rare names, not with the square of the articles: a name that many
    carry ties nothing together.
    """
    names = _profiles(statements)
    carriers: dict[str, list[str]] = defaultdict(list)
    for place, own in names.items():
        for name in own:
            carriers[name].append(place)
    limit = max(_RARE_AT_LEAST, int(len(names) * _RARE_PART))
    shared: Counter[tuple[str, str]] = Counter()
    for places in carriers.values():
        if len(places) <= limit:
            shared.update(combinations(places, 2))
    linked: dict[str, set[str]] = {place: {place} for place in names}
    for (one, other), count in shared.items():
        if count >= _SHARED or 2 * count >= min(len(names[one]), len(names[other])):
            linked[one].add(other)
            linked[other].add(one)
    return {place: frozenset(others) for place, others in linked.items()}


def _profiles(statements: Iterable[Statement]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for statement in statements:
        names.setdefault(statement.place, set()).update(statement.names)
    return names
