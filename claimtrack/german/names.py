"""First names: is a word one, and which gender does it tell; and nouns that nobody is called."""

from __future__ import annotations

from functools import cache

from claimtrack.german import nouns
from claimtrack.lexicon import table
from claimtrack.lexicon.by_word import by_word


@cache
def _genders() -> dict[str, str]:
    genders: dict[str, str] = {}
    for gender, names in table("first_names"):
        for name in names.split():
            genders[name] = gender if genders.get(name, gender) == gender else "u"
    return genders


@by_word
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


_PLURALS = ("ungen", "heiten", "keiten", "schaften", "tionen", "täten")
"""Endings of abstract nouns in the plural, with which no surname ends."""

_THINGS = frozenset({"report", "general", "object"})
"""Groups of general nouns; those of time and number are surnames, too (März, Sommer)."""


@by_word
def is_thing(word: str) -> bool:
    """Whether a word behind a full name is none of it: "hat Ina Brandt Fehler gemeldet"."""
    noun = nouns.read(word)
    return (
        word in _things() or word.endswith(_PLURALS) or (noun is not None and noun.kind == "none")
    )


@cache
def _things() -> frozenset[str]:
    groups = (listed for group, listed in table("general_nouns") if group in _THINGS)
    return frozenset(word for listed in groups for word in listed.split())
