"""Bodies by pattern: a state's adjective, genitive, prefix or capital with the noun of a body.

Shapes: "das russische Verteidigungsministerium", "das Verteidigungsministerium Russlands",
"Russlands Verteidigungsministerium", "das US-Außenministerium", "das Verteidigungsministerium
in Moskau"; not what a capital has as any city does ("Polizei Berlin"). All are cited alike:
"russisches Verteidigungsministerium"; for the USA "US-…".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimtrack.german import nouns
from claimtrack.lexicon import classes, table
from claimtrack.lexicon.by_word import by_word

_ENDINGS = ("er", "es", "en", "em", "e")
_STRONG = {"m": "er", "f": "e", "n": "es"}
_OF_STATES = tuple(classes("actor_words")["seat"])
"""Ends of nouns for the bodies of a state, which its capital may stand for."""

_WORDS = re.compile(r"[\w’'-]+")
_SKIPPED = frozenset({"der", "die", "das", "dem", "den", "des", "von", "in", "aus", "zu"})


@by_word
def state_of(word: str) -> str | None:
    """The state that an adjective means, in any form: ``südkoreanischen`` gives Südkorea."""
    low = word.lower()
    stem = next((low.removesuffix(end) for end in _ENDINGS if low.endswith(end)), low)
    return _adjectives().get(stem)


def adjective_of(state: str) -> str | None:
    """The adjective stem of a state: ``Südkorea`` gives südkoreanisch."""
    return _stems().get(state)


def owner(name: str) -> str | None:
    """The state that a name's words say it belongs to, or None when none or several do."""
    states = {state for word in _WORDS.findall(name) if (state := _state_in(word))}
    return states.pop() if len(states) == 1 else None


@lru_cache(maxsize=4096)
def body(name: str) -> str | None:
    """The citation form of a state's body, or None when the words are no such pattern."""
    words = [word for word in _WORDS.findall(name) if word.lower() not in _SKIPPED]
    if not any(map(_state_in, words)):
        return None  # most names; they need not wait for the forms of every noun
    state: str | None = None
    head: nouns.Noun | None = None
    seat = any(word in _seats() or word.removesuffix("s") in _seats() for word in words)
    for word in words:
        of, noun = _state_in(word), nouns.read(word.removeprefix("US-"))
        if of and not state:
            state = of
            if not word.startswith("US-"):
                continue
        if head or not noun or noun.kind != "organisation" or not noun.singular:
            return None
        head = noun
    if seat and head and not head.lemma.lower().endswith(_OF_STATES):
        return None  # "Polizei Berlin", "Universität Bern": a city's
    return cited(state, head) if state and head else None


def cited(state: str, head: nouns.Noun) -> str | None:
    """How a state's body is written: ``russische Regierung``, ``US-Regierung``."""
    if state == "USA":
        return "US-" + head.lemma
    stem = adjective_of(state)
    return f"{stem}{_STRONG.get(head.gender, 'e')} {head.lemma}" if stem else None


def _state_in(word: str) -> str | None:
    if word.startswith("US-"):
        return "USA"
    return state_of(word) or _places().get(word) or _places().get(word.removesuffix("s"))


@cache
def _seats() -> frozenset[str]:
    """The capitals and palaces that stand for their states."""
    rows = ((row[1], *row[4].split("|")) for row in table("countries"))
    return frozenset(place for row in rows for place in row) - {
        row[0] for row in table("countries")
    }


@cache
def _adjectives() -> dict[str, str]:
    states = {row[2].lower(): row[0] for row in table("countries") if row[2]}
    return states | dict.fromkeys(("amerikanisch", "us-amerikanisch"), "USA")


@cache
def _stems() -> dict[str, str]:
    return {row[0]: row[2] for row in table("countries") if row[2]}


@cache
def _places() -> dict[str, str]:
    """States, their other names, capitals and metonyms of one word."""
    states: dict[str, str] = {}
    for name, capital, _adjective, _people, metonyms, other_names, _article in table("countries"):
        for place in (name, capital, *metonyms.split("|"), *other_names.split("|")):
            states.setdefault(place, name)
    states.pop("", None)
    states.pop("Brüssel")  # more often the seat of the EU or of NATO
    return states
