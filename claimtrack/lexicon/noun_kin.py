"""Which nouns different newspapers put for one counted thing: ``noun_kin.tsv``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from claimtrack import lexicon
from claimtrack.lexicon.stems import stem

_REMEMBERED = 4096
"""Pairs of nouns whose answer is kept: those of one event are asked for again and again."""


@lru_cache(maxsize=_REMEMBERED)
def are_kin_nouns(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether one of some stems may stand for one of others: "Verbindungen" for "Züge"."""
    return any(second & _kin().get(key, _NONE) for key in first)


_NONE: frozenset[str] = frozenset()


@cache
def _kin() -> dict[str, frozenset[str]]:
    """For each stem those that it may stand for, or that may stand for it."""
    kin: dict[str, set[str]] = {}
    for first, second in _pairs():
        kin.setdefault(first, set()).add(second)
        kin.setdefault(second, set()).add(first)
    return {key: frozenset(stems) for key, stems in kin.items()}


def _pairs() -> Iterator[tuple[str, str]]:
    for same, further in lexicon.table("noun_kin"):
        names = [stem(word) for word in same.split()]
        yield from product(names, (*names, *map(stem, further.split())))
