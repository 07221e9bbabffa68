"""Events as they are shown: by an analyst's name, else by what their articles share.

How that name is found is told in :mod:`event_names`; what was kept of a comparison has it already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimtrack import model


class Event(NamedTuple):
    """An event: the id of the first of its articles, its name, the first day it was told of.

    ``name`` is None where no word tells it, ``since`` where no article has a day.
    """

    key: str
    name: str | None = None
    since: str | None = None


def named(events: Mapping[str, Event], by_hand: Iterable[model.Event]) -> dict[str, str]:
    """What articles tell of, by their ids: as an analyst named it, else as the event is called.

    An event that no word names is called by the id of its first article.
    """
    names = told_apart(events.values())
    written = {
        events[article]: event.name
        for event in reversed([*by_hand])
        for article in event.articles
        if article in events
    }
    return {
        article: written.get(event) or names.get(event) or event.key
        for article, event in events.items()
    }


def told_apart(events: Iterable[Event]) -> dict[Event, str]:
    """The names of all events; those of one name are told apart by their day, else an article."""
    alike: dict[str, list[Event]] = defaultdict(list)
    for event in dict.fromkeys(events):
        if event.name:
            alike[event.name].append(event)
    return {event: _apart(event, own) for own in alike.values() for event in own}


def _apart(event: Event, alike: Sequence[Event]) -> str:
    if len(alike) == 1:
        return event.name or event.key
    alone = event.since and [rival.since for rival in alike].count(event.since) == 1
    return f"{event.name} ({event.since if alone else event.key})"
