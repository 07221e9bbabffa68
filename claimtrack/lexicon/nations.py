"""The state that a German word names: "Nordkorea", "nordkoreanischer", "Nordkoreaner", "Pjöngjang".

A capital stands for its state, as in the news ("Pjöngjang erklärte"); :func:`is_town` tells those
words apart where a place is meant.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimtrack import lexicon

_ENDINGS = ("", "s", "n", "e", "es", "er", "en", "em", "in", "innen", "ns")
_QUARTER = re.compile(r"\A(?:(?:nord|süd)?(?:ost|west)|nord|süd|mittel|zentral)")
_REMEMBERED = 1 << 16
"""Words of articles whose answer is kept."""


@lru_cache(maxsize=_REMEMBERED)
def nation_of(word: str) -> str | None:
    """The state's name, or None.

    Takes any inflection ("Russen", "russischem", "Russlands") and a part of a state by its quarter
    ("Ostukraine", "Mittelgriechenlands"), but not the adjective of one ("südamerikanisch").
    """
    key = _entry(word.lower())
    if key:
        return _index()[key]
    whole = _entry(_QUARTER.sub("", word.lower(), count=1))
    return _index()[whole] if whole in _names() else None


@lru_cache(maxsize=_REMEMBERED)
def is_town(word: str) -> bool:
    """True if a word that names a state is the name of its capital."""
    return _entry(word.lower()) in _towns()


@lru_cache(maxsize=_REMEMBERED)
def is_inhabitant(word: str) -> bool:
    """True if a word counts people of a state: "Nordkoreaner"; not "Polen", which is the state."""
    root = _entry(word.lower())
    return root in _inhabitants() and word.lower().removesuffix("s") not in _names()


def _entry(word: str) -> str | None:
    roots = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return next((root for root in roots if root in _index()), None)


@cache
def _index() -> dict[str, str]:
    index = {"us": "USA", "amerikanisch": "USA"}
    for name, capital, *forms in _rows():
        for form in (name, capital, *forms):
            index.setdefault(form.lower(), name)
    return index


@cache
def _towns() -> frozenset[str]:
    return frozenset(capital.lower() for _, capital, *_ in _rows())


@cache
def _inhabitants() -> frozenset[str]:
    rows = lexicon.table("countries")
    return frozenset(form.lower() for row in rows for form in row[3].split("|") if form)


@cache
def _names() -> frozenset[str]:
    return frozenset(name.lower() for name, *_ in _rows())


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    """Name, capital, then every other single word for the state: adjective, inhabitant, others."""
    rows = []
    for name, capital, *cells in lexicon.table("countries"):
        forms = [form for cell in cells[:4] for form in cell.split("|")]
        rows.append((name, capital, *(form for form in forms if form and " " not in form)))
    return tuple(rows)
