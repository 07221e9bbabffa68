"""What words have in common beneath their stems: the parts of compounds, the roots of verbs.

"Spielergehälter" and "Gehalt", "beworfen" and "geworfen", "Meldung" and "gemeldet" are other stems
and tell of one thing. Made for meeting, like the stems: a part that is no word of German at large
is no part, and a root that two words share by chance does little harm among several.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from claimtrack.about.terms import is_known, zipf
from claimtrack.lexicon.stems import REMEMBERED, stem

_PREFIXES = (
    "ab", "an", "auf", "aus", "be", "bei", "durch", "ein", "ent", "er", "fest", "her", "hin",
    "mit", "nach", "nieder", "statt", "teil", "uber", "um", "unter", "ver", "vor", "weg", "weiter",
    "wieder", "zer", "zu", "zuruck",
)  # fmt: skip
"""What stands before a verb's root, umlauts folded."""
_OF_NOUNS = ("ung", "nis")
"""What makes a noun of a verb."""
_LINKS = ("", "s", "n", "en", "es", "er", "e")
"""What stands between the parts of a compound."""
_SHORTEST = 4
"""Letters of a root or a part at least."""


@lru_cache(maxsize=REMEMBERED)
def roots(key: str) -> frozenset[str]:
    """The roots of a stem: of each part of a compound the part, without prefix and noun ending."""
    parts = [part for piece in key.split("-") for part in (_parts(piece) or (piece,))]
    return frozenset(_root(part) for part in parts)


def roots_of(keys: Collection[str]) -> frozenset[str]:
    """The roots of some stems."""
    return frozenset().union(*map(roots, keys))


def _parts(key: str) -> tuple[str, str] | None:
    """The two parts of a compound, of several ways to part it the commonest words; or None."""
    ways = []
    for at in range(_SHORTEST, len(key) - _SHORTEST + 1):
        last = stem(key[at:])
        if is_known(last) and not _is_ending(last) and (first := _first(key[:at])):
            ways.append((zipf(first) + zipf(last), first, last))
    return max(ways)[1:] if ways else None


def _is_ending(last: str) -> bool:
    """Whether what seems the last part is the end of a noun made of a verb: Minde-rung."""
    return len(last) <= _SHORTEST + 1 and last.endswith(_OF_NOUNS)


def _first(part: str) -> str | None:
    """The word that the first part of a compound is, without what links it."""
    for link in _LINKS:
        if part.endswith(link):
            word = stem(part.removesuffix(link))
            if len(word) >= _SHORTEST and is_known(word):
                return word
    return None


def _root(key: str) -> str:
    """A stem without the prefixes of a verb and the ending that makes a noun of it."""
    for ending in _OF_NOUNS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST:
            key = key.removesuffix(ending)
            break
    for prefix in (*_PREFIXES, "ge"):
        if key.startswith(prefix) and len(key) - len(prefix) >= _SHORTEST:
            key = key.removeprefix(prefix)
            break
    rest = key.removeprefix("ge")
    return rest if len(rest) >= _SHORTEST else key
