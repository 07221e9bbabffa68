"""German words as concepts: "Truppen", "Offiziere" and "Militärpersonal" are all soldiers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from claimtrack import lexicon
from claimtrack.lexicon.nations import nation_of
from claimtrack.lexicon.stems import REMEMBERED, is_function_word, stem, words

COUNTABLE = frozenset({"people", "forces", "thing", "unit"})
_TEXTS = 1 << 10
"""Texts whose senses are kept: a claim is asked for those of its words again and again."""
_SHORTEST_HEAD = 5
"""A shorter stem is no safe head of a compound: "boot" would make ships of robots."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of ``concepts.tsv``.

    ``label`` is what it is called in German, ``sort`` people, forces, thing, unit, sum, act, event
    or bloc; ``population`` is the concept that it is counted among (itself where no other), and
    ``state`` what the word says has happened to those it counts ("Tote": killed).
    """

    name: str
    label: str
    sort: str
    population: str
    state: str | None


class Sense(NamedTuple):
    """A word: its stem, its concepts, the state that it names, whether it is a function word."""

    word: str
    stem: str
    concepts: tuple[Concept, ...]
    nation: str | None
    function: bool

    def concept(self, sorts: frozenset[str]) -> Concept | None:
        """The first concept of one of the sorts."""
        for concept in self.concepts:  # most words have none: quicker than a generator
            if concept.sort in sorts:
                return concept
        return None


@cache
def _concepts() -> dict[str, tuple[Concept, ...]]:
    index: dict[str, tuple[Concept, ...]] = {}
    for name, label, sort, population, state, forms in lexicon.table("concepts"):
        whom = name if population == "-" else population
        concept = Concept(name, label, sort, whom, None if state == "-" else state)
        for key in {stem(form) for form in forms.split()}:
            index[key] = (*index.get(key, ()), concept)
    return index


@cache
def _nouns_only(name: str) -> frozenset[str]:
    """The stems that only nouns of an act or event have: "Feuer" is one, "feuert" another word."""
    forms = [
        form
        for row in lexicon.table("concepts")
        if row[0] == name and row[2] in ("act", "event")
        for form in row[5].split()
    ]
    lower = {stem(form) for form in forms if form[0].islower()}
    return frozenset(stem(form) for form in forms) - lower


@cache
def label(population: str, state: str | None = None) -> str:
    """The German label of a population, in a state where that has a word: people killed, "Tote"."""
    rows = lexicon.table("concepts")
    named = (row[1] for row in rows if (row[3], row[4]) == (population, state))
    plain = (row[1] for row in rows if row[0] == population)
    return next(named, next(plain, population))


@cache
def _charges() -> frozenset[str]:
    """The stems of nouns that are charges: "Spionageverdacht" is about spying."""
    return frozenset(map(stem, lexicon.classes("conflict_words")["charge"]))


@lru_cache(maxsize=REMEMBERED)
def _by_stem(key: str) -> tuple[Concept, ...]:
    index = _concepts()
    if key in index:
        return index[key]
    charged = next((key.removesuffix(head) for head in _charges() if key.endswith(head)), key)
    if charged != key:
        return index.get(stem(charged), index.get(stem(charged.removesuffix("s")), ()))
    heads = range(3, len(key) - _SHORTEST_HEAD + 1)
    return next((index[key[cut:]] for cut in heads if key[cut:] in index), ())


@lru_cache(maxsize=REMEMBERED)
def sense(word: str) -> Sense:
    """A word with its concepts and its state; "US-Soldaten" is soldiers of the USA."""
    first, hyphen, head = word.rpartition("-")
    state = nation_of(word) or (nation_of(first) if hyphen else None)
    function = is_function_word(word)
    concepts = () if function else _by_stem(stem(word)) or (_by_stem(stem(head)) if hyphen else ())
    if word[:1].islower():
        concepts = tuple(
            concept for concept in concepts if stem(word) not in _nouns_only(concept.name)
        )
    bloc = next((concept.label for concept in concepts if concept.sort == "bloc"), None)
    return Sense(word, stem(word), concepts, state or bloc, function)


@lru_cache(maxsize=_TEXTS)
def senses(text: str) -> tuple[Sense, ...]:
    """The words of a text, each with its sense."""
    return tuple([sense(word) for word in words(text)])
