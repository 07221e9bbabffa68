"""Nouns for who speaks: the forms of the listed heads, and compounds by their last part.

Two lexicons: ``person_nouns`` (heads by how they bend) and ``organisation_nouns`` (heads with
gender and plural). A compound bends and means as its last part does: *Regierungssprecherin* as
*Sprecherin*, *US-Präsidenten* as *Präsidenten*; the longest listed part counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimtrack.lexicon import table
from claimtrack.lexicon.by_word import by_word, endings

SHORTEST_PART = 3
"""Letters that the last part of a compound has at least."""

_WOMAN = re.compile(r"[A-ZÄÖÜ][\w-]{2,}(?:er|or|är|eur|ist|ent|ant)in(?:nen)?")
"""How nouns end for women by what they do."""


class Noun(NamedTuple):
    """A noun form read: citation forms, gender, and which numbers the form itself allows.

    ``kind`` is person, organisation, outlet, document, place or none; ``bends`` is ``adj`` for
    nouns that bend as adjectives, ``n`` for weak ones, else empty; ``singular`` and ``plural``
    say whether the form can be either.
    """

    lemma: str
    plural_lemma: str
    kind: str
    gender: str
    bends: str
    singular: bool
    plural: bool


@by_word
def read(word: str) -> Noun | None:
    """The noun that a word of running text is a form of, or None when no listed head fits.

    Only capitalised words are nouns. A word that ends like a head but is listed as another
    thing (*Vorrat*, *Flugzeug*) has the kind ``none``.
    """
    return _read(word) if word[:1].isupper() and "&" not in word else None


def _read(word: str) -> Noun | None:
    forms = _forms()
    if word in forms:
        return forms[word]
    low = word.lower()
    if low[-SHORTEST_PART:] not in _ends():
        return _unlisted_woman(word)
    for start in range(1, len(word) - SHORTEST_PART + 1):
        head = forms.get(low[start].upper() + low[start + 1 :])
        if head and (_makes_compounds(head) or word[start - 1] == "-"):
            return _compound(word[:start], head)
    return _unlisted_woman(word)


def _unlisted_woman(word: str) -> Noun | None:
    """A woman by what she does, whose noun no list has: Saaldienerin, Chronistinnen.

    By the ending of such nouns, where the word is no first name: Valentin, Severin.
    """
    if not word.endswith(("in", "innen")):  # asked first: a pattern is dear
        return None
    if _WOMAN.fullmatch(word) is None or word in _first_names():
        return None
    many = word.endswith("nen")
    lemma = word.removesuffix("nen")
    return Noun(lemma, lemma + "nen", "person", "f", "", not many, many)


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name for _, names in table("first_names") for name in names.split())


def _compound(first: str, head: Noun) -> Noun:
    if not first.endswith("-"):
        head = head._replace(lemma=_lower(head.lemma), plural_lemma=_lower(head.plural_lemma))
    return head._replace(lemma=first + head.lemma, plural_lemma=first + head.plural_lemma)


def _lower(word: str) -> str:
    return word[:1].lower() + word[1:]


def _makes_compounds(head: Noun) -> bool:
    """Whether a word that ends so is a compound of this noun: Fluggäste, but not Antwort."""
    if head.lemma not in _listed("alone"):
        return True
    return head.plural and head.lemma in _listed("many")


@cache
def _listed(row_kind: str) -> frozenset[str]:
    rows = (row[2].split() for row in table("organisation_nouns") if row[0] == row_kind)
    return frozenset(word for row in rows for word in row)


@cache
def _ends() -> frozenset[str]:
    return endings(_forms(), SHORTEST_PART)


@cache
def _forms() -> dict[str, Noun]:
    forms: dict[str, Noun] = {}
    for form, noun in _all_forms():
        known = forms.get(form)
        if known and known.lemma == noun.lemma:
            forms[form] = known._replace(
                singular=known.singular or noun.singular, plural=known.plural or noun.plural
            )
        elif known is None:
            forms[form] = noun
    return forms


def _all_forms() -> Iterator[tuple[str, Noun]]:
    for bends, words in table("person_nouns"):
        for entry in words.split():
            yield from _person(bends, *_pair(entry))
    for kind, gender, words in table("organisation_nouns"):
        if kind not in ("alone", "many"):
            for entry in words.split():
                yield from _strong(*_pair(entry), kind, gender)


def _pair(entry: str) -> tuple[str, str]:
    singular, _, plural = entry.partition("=")
    return singular, plural


def _person(bends: str, lemma: str, plural: str) -> Iterator[tuple[str, Noun]]:
    """All forms of a person noun: masculine and, where there is one, feminine."""
    if bends == "adj":
        yield from _adjectival(lemma)
    elif bends == "n":
        yield from _weak(lemma)
    elif bends in ("f", "t"):
        yield from _strong(lemma, plural, "person", "f" if bends == "f" else "n")
    elif bends == "x":
        noun = Noun(lemma, lemma, "person", "", "", False, True)
        yield from ((lemma, noun), (_dative(lemma), noun))
    else:
        ending = {"er": "", "e": "e", "s": "s", "en": "en"}.get(bends, "")
        yield from _strong(lemma, plural or lemma + ending, "person", "m")
    if bends in ("er", "e", "s", "n", "en", "pl"):
        yield from _feminine(lemma)


def _strong(lemma: str, plural: str, kind: str, gender: str) -> Iterator[tuple[str, Noun]]:
    one = Noun(lemma, plural or lemma, kind, gender, "", True, False)
    yield lemma, one
    if gender != "f" and not lemma.endswith("s"):
        yield from ((lemma + "s", one), (lemma + "es", one))
    if gender != "f" and lemma.endswith(("s", "ss")):
        yield lemma + "es", one
    if plural:
        many = one._replace(singular=False, plural=True)
        yield from ((plural, many), (_dative(plural), many))


def _dative(plural: str) -> str:
    return plural if plural.endswith(("n", "s")) else plural + "n"


def _weak(lemma: str) -> Iterator[tuple[str, Noun]]:
    short = lemma.endswith(("e", "er", "bar", "gar"))
    oblique = lemma + ("n" if short else "en")
    plural = "Herren" if lemma == "Herr" else oblique
    yield lemma, Noun(lemma, plural, "person", "m", "n", True, False)
    yield oblique, Noun(lemma, plural, "person", "m", "n", True, True)
    if lemma == "Herr":
        yield "Herrn", Noun(lemma, plural, "person", "m", "n", True, False)


def _adjectival(lemma: str) -> Iterator[tuple[str, Noun]]:
    for ending, one, many in (
        ("", True, True),
        ("n", True, True),
        ("r", True, True),
        ("m", True, False),
    ):
        yield lemma + ending, Noun(lemma, lemma, "person", "", "adj", one, many)
    if lemma.endswith("eamte"):
        yield from _women(lemma[:-1] + "in")


def _feminine(lemma: str) -> Iterator[tuple[str, Noun]]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    for variant in {stem, umlaut(stem)}:
        yield from _women(variant + "in")


def _women(lemma: str) -> Iterator[tuple[str, Noun]]:
    yield lemma, Noun(lemma, lemma + "nen", "person", "f", "", True, False)
    yield lemma + "nen", Noun(lemma, lemma + "nen", "person", "f", "", False, True)


def umlaut(word: str) -> str:
    """The word with its last a, o, u or au changed: Anwalt gives Anwält."""
    for at in range(len(word) - 1, -1, -1):
        if word[at] in "aouAOU":
            if word[at] in "uU" and at and word[at - 1] in "aA":
                at -= 1
            return word[:at] + word[at].translate(_UMLAUTS) + word[at + 1 :]
    return word


_UMLAUTS = str.maketrans("aouAOU", "äöüÄÖÜ")
