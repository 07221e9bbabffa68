"""Which articles have to be looked at together, so that all others can be left as they were.

Claims meet where their articles are linked or the analyst files them under one topic; and where a
kind of conflict chooses among its findings, it chooses among all that share a tie (see
:mod:`kinds`). What comparing comes to in one group hangs on no claim of any other.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimtrack.conflicts.event_profiles import Profile, profiles
from claimtrack.conflicts.events import Links, connected
from claimtrack.conflicts.kinds import KINDS
from claimtrack.conflicts.statement.statement import Statement

_JSON = json.JSONEncoder(ensure_ascii=False)


class Facts(NamedTuple):
    """What decides with which other articles an article is looked at: little, and worth keeping."""

    profile: Profile
    ties: frozenset[str]


def facts(statements: Sequence[Statement]) -> dict[str, Facts]:
    """The facts of each article of which there are statements; all of its statements are there."""
    ties: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        ties[statement.place].update(_ties(statement))
    profile_of = profiles(statements)
    return {place: Facts(profile_of[place], frozenset(ties[place])) for place in profile_of}


def _ties(statement: Statement) -> Iterable[str]:
    if statement.topic:
        yield _tie("topic", statement.topic)
    for name, kind in KINDS.items():
        yield from (_tie(name, *tie) for tie in kind.ties(statement))


def _tie(*words: str) -> str:
    return "\n".join(words)


def line_of(known: Facts | None) -> str:
    """Facts as a line of JSON; those of an article without statements, too."""
    parts = known and [
        known.profile.day, dict(known.profile.terms),
        *map(sorted, (*known.profile.words, known.ties)),
    ]  # fmt: skip
    return _JSON.encode(parts)


def facts_of(line: str) -> Facts | None:
    """The facts of a line. Raises ValueError or TypeError for one that is damaged."""
    parts = json.loads(line)
    if parts is None:
        return None
    day, terms, *words = parts
    names, scene, title_kinds, scenes, kinds, outcomes, ties = map(frozenset, words)
    return Facts(Profile(names, scene, title_kinds, scenes, kinds, outcomes, day, terms), ties)


def events(known: Mapping[str, Facts], links: Links) -> list[list[str]]:
    """The articles in groups, each of which hangs on no other, by name."""
    tied: dict[str, list[str]] = defaultdict(list)
    for place, own in known.items():
        for tie in own.ties:
            tied[tie].append(place)
    near = {place: [*linked] for place, linked in links.items()}
    for first, *rest in tied.values():
        for tied_place in rest:
            near[first].append(tied_place)
            near[tied_place].append(first)
    return [*connected(near, near)]
