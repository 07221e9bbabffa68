"""First names: is a word one, and which gender does it tell."""

from __future__ import annotations

from functools import cache

from claimtrack.lexicon import table


@cache
def _genders() -> dict[str, str]:
    found: dict[str, str] = {}
    for gender, names in table("first_names"):
        for name in names.split():
            found[name] = gender if found.get(name, gender) == gender else "u"
    return found


def is_first_name(word: str) -> bool:
    """Whether a word, spelled as in running text, is a known first name."""
    return _first_part(word) is not None


def gender(first_name: str) -> str | None:
    """The gender that a first name tells: ``"m"``, ``"f"``, or None (unknown, or borne by both).

    A hyphenated name that is not listed whole goes by its first part: Hans-Werner by Hans.
    """
    found = _first_part(first_name)
    return found if found in ("m", "f") else None


def _first_part(word: str) -> str | None:
    whole = _genders().get(word)
    return whole or _genders().get(word.partition("-")[0])
