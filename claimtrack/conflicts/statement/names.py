"""The names in a text, by which two articles are seen to tell of one event; and its places.

German writes every noun with a capital, so a name is what is left: no function word, no
concept, no noun that stands in any news text, no abstract noun by its ending.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from claimtrack import lexicon
from claimtrack.conflicts.statement.infinitives import spelled
from claimtrack.conflicts.statement.word_lists import words_of
from claimtrack.lexicon.concepts import Sense, sense
from claimtrack.lexicon.nations import is_inhabitant, is_town
from claimtrack.lexicon.stems import REMEMBERED, stem

_ABSTRACT = tuple(words_of("abstract_ending"))
_PLACE_PREPOSITIONS = words_of("place_preposition")
_SEAT_PREPOSITIONS = _PLACE_PREPOSITIONS | {"von"}
_REGIONS = frozenset(stem(word) for word in words_of("region"))


@cache
def _general() -> frozenset[str]:
    rows = lexicon.table("general_nouns")
    return frozenset(stem(word) for row in rows for word in row[1].split())


def _is_general(key: str, word: str) -> bool:
    return key in _general() or word.endswith(_ABSTRACT)


def _is_name(word: Sense) -> bool:
    if word.nation:
        return True
    if not word.word[:1].isupper() or word.function or word.concepts or len(word.word) < 3:
        return False
    return word.stem not in _REGIONS and not _is_general(word.stem, word.word)


def _name(word: Sense) -> str:
    """A state by its name whatever the form; a capital is a town of its own."""
    return word.nation if word.nation and not is_town(word.word) else word.stem


def names_in(line: Sequence[Sense]) -> frozenset[str]:
    """The names among some words, states by the name of the state."""
    return frozenset([name for word in spelled(line) if (name := _named(word.word))])


@lru_cache(maxsize=REMEMBERED)
def _named(word: str) -> str | None:
    """The name that a word is, if it is one."""
    known = sense(word)
    return _name(known) if _is_name(known) else None


def places_in(line: Sequence[Sense]) -> frozenset[str]:
    """The places among some words: "in Ankara", "bei Donezk", "in der Provinz Aceh", a state.

    "chinesische Nachrichtenagentur" is no place, nor are "Chinesen"; "in der türkischen Stadt" is.
    """
    places = {_name(word) for word in line if word.nation and _is_state(word)}
    for before, word in pairwise(line):
        name = _named(word.word) if _leads_to_place(before.word) else None
        if name and (word.nation is None or _is_state(word)):
            places.add(name)
        if before.nation and word.stem in _REGIONS:
            places.add(_name(before))
    return frozenset(places)


@lru_cache(maxsize=REMEMBERED)
def _leads_to_place(word: str) -> bool:
    """Whether a place may stand behind a word: "bei", "Provinz"."""
    return word.lower() in _PLACE_PREPOSITIONS or stem(word) in _REGIONS


def seats_in(line: Sequence[Sense]) -> frozenset[str]:
    """Where a speaker belongs: "peruanischer Zivilschutz", "Gouverneur von Nangarhar"."""
    seats = set(lands_in(line))
    for before, word in pairwise(line):
        if before.word.lower() in _SEAT_PREPOSITIONS and _is_name(word):
            seats.add(_name(word))
    return frozenset(seats)


def lands_in(line: Sequence[Sense]) -> frozenset[str]:
    """The states among some words in any form: "russische Truppen", "Russen", "in Russland"."""
    return frozenset([_name(word) for word in line if word.nation])


def _is_state(word: Sense) -> bool:
    """Its noun: neither "Peruaner" nor "Japanische" as in the name of a sea."""
    apart = is_inhabitant(word.word) or word.stem.endswith("isch")
    return bool(word.nation and word.word[:1].isupper() and not apart)


@cache
def _months() -> frozenset[str]:
    """By the full name alone: "Jan" is a man, "Mais" is corn."""
    return frozenset(stem(full) for full, *_ in lexicon.calendar("month"))


def periods_in(line: Sequence[Sense]) -> frozenset[str]:
    """The months and years that words name: "im Juni 2007"."""
    return frozenset([word.stem for word in line if _is_period(word.word)])


@lru_cache(maxsize=REMEMBERED)
def _is_period(word: str) -> bool:
    return stem(word) in _months() or _is_year(word)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")
