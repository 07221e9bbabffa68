"""Events and their names: "Hochwasser Lindenburg", out of what their articles share.

An event is the articles that are linked with each other, directly or by others in between.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.about.terms import terms
from claimtrack.conflicts.events import Links, connected
from claimtrack.conflicts.results.event_titles import Event
from claimtrack.conflicts.statement.content import kinds_of
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.lexicon.concepts import senses
from claimtrack.lexicon.stems import REMEMBERED, is_function_word, stem

_KIND = 2.0
"""How much more a word weighs that names a kind of event."""
_WORD = re.compile(r"[^\W\d_][^\W_]+(?:-[^\W_]+)*")
_WORDS, _LONGEST = 2, 24
"""So many words name an event, none of more characters."""


class _Text(NamedTuple):
    """An article's title and text, or what its claims say; the places that its claims name."""

    title: str
    body: str
    places: frozenset[str]


def events_of(
    statements: Iterable[Statement], places: Iterable[str], links: Links
) -> dict[str, Event]:
    """The event of each article among ``places``, by the article's id."""
    articles: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        articles[statement.place].append(statement)
    event_of_place: dict[str, Event] = {}
    for group in connected(places, links):
        own = [articles[place] for place in group if place in articles]
        event_of_place |= dict.fromkeys(group, _event(group[0], own))
    return event_of_place


def event_of(statements: Iterable[Statement]) -> Event:
    """The event of some articles, all of whose statements these are."""
    articles: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        articles[statement.place].append(statement)
    return _event(min(articles), [articles[place] for place in sorted(articles)])


def _event(key: str, articles: Sequence[Sequence[Statement]]) -> Event:
    return Event(key, _name(articles), _since(articles))


def _since(articles: Sequence[Sequence[Statement]]) -> str | None:
    sources = (own[0].source for own in articles)
    return min(
        (source.published for source in sources if source and source.published), default=None
    )


def _name(articles: Sequence[Sequence[Statement]]) -> str | None:
    return name_of([_text(own) for own in articles])


def _text(own: Sequence[Statement]) -> _Text:
    source, layout = own[0].source, own[0].layout
    body = layout.text if layout else " ".join(statement.claim.words for statement in own)
    places = frozenset[str]().union(*(statement.scene for statement in own))
    return _Text(source.title or "" if source else "", body, places)


def name_of(texts: Sequence[_Text]) -> str | None:
    """The name of an event: the noun that most tells of it, and the place that most name, if any.

    A noun weighs what it does in all articles that have it, a kind of event more. Where there is
    no such place, the name is two nouns.
    """
    spelled = _spellings(texts)
    weights = _weights(texts, spelled)
    ordered = sorted(weights, key=lambda key: (-weights[key], key))
    places = Counter(place for text in texts for place in text.places if place in spelled)
    best = sorted(places, key=lambda key: (-places[key], -weights.get(key, 0.0), key))[:1]
    place = best if best and 2 * places[best[0]] > len(texts) else []
    chosen = [_usual(spelled[key]) for key in place]
    for word in (_usual(spelled[key]) for key in ordered if key not in places):
        if len(chosen) < _WORDS and not any(_is_part(word, known) for known in chosen):
            chosen.insert(len(chosen) - len(place), word)
    return " ".join(chosen) or None


def _is_part(left: str, right: str) -> bool:
    """Whether one word says no more than another: "Klinikum" beside "Fulda-Klinikum"."""
    short, long = sorted((left.lower(), right.lower()), key=len)
    return short in long


def _weights(texts: Sequence[_Text], spelled: Mapping[str, Counter[str]]) -> dict[str, float]:
    """What each noun tells of the event: its weights in all articles, more where more have it."""
    weights: dict[str, list[float]] = defaultdict(list)
    for text in texts:
        for key, weight in terms(text.title, text.body).items():
            if key in spelled:
                weights[key].append(weight)
    return {
        key: sum(own) * len(own) * (_KIND if _is_kind(_usual(spelled[key])) else 1.0)
        for key, own in weights.items()
    }


@lru_cache(maxsize=REMEMBERED)
def _is_kind(word: str) -> bool:
    return any(kinds_of(senses(word)))


def _spellings(texts: Iterable[_Text]) -> dict[str, Counter[str]]:
    """The nouns and names of some articles by their stems, as they are spelled."""
    spellings_of: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for match in _WORD.finditer(f"{text.title}. {text.body}"):
            if key := _noun(match[0]):
                spellings_of[key][match[0]] += 1
    return spellings_of


@lru_cache(maxsize=REMEMBERED)
def _noun(word: str) -> str | None:
    """The stem of a word that may name an event."""
    if not word[0].isupper() or len(word) > _LONGEST or is_function_word(word):
        return None
    return None if stem(word) in _times() else stem(word)


def _usual(spellings: Counter[str]) -> str:
    """The commonest spelling, without its ending where it is written so, too: "Wahlrat"."""
    if len(spellings) == 1:
        return next(iter(spellings))
    usual = min(spellings, key=lambda word: (-spellings[word], len(word), word))
    return min((word for word in spellings if usual.startswith(word)), key=len)


@cache
def _times() -> frozenset[str]:
    """Days and months, which name no event."""
    rows = (*lexicon.calendar("weekday"), *lexicon.calendar("month"))
    return frozenset(stem(row[0]) for row in rows)
