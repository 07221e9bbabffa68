"""What a text without figures talks about: the people, forces, things and sums that it names."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.about.matters.amounts import SUMS
from claimtrack.about.matters.counted import is_noun, population
from claimtrack.about.matters.matter import Matter
from claimtrack.about.matters.owners import owners_of, subject
from claimtrack.lexicon.concepts import COUNTABLE, senses
from claimtrack.lexicon.nations import is_inhabitant

_TALKED_OF = COUNTABLE - {"unit"} | SUMS
"""The sorts of concepts that a text can be about."""


def text_matters(text: str) -> tuple[Matter, ...]:
    """What a text without figures talks about, in order: its people, forces, things, sums."""
    matters: dict[str, Matter] = {}
    line = senses(text)
    for at, word in enumerate(line):
        if not is_noun(word):
            continue
        concept = word.concept(_TALKED_OF)
        if concept is None and not (word.word[:1].isupper() and is_inhabitant(word.word)):
            continue
        start = at
        while start and line[start - 1].word[:1].islower() and not line[start - 1].function:
            start -= 1
        matter = population(word, concept, None)
        owners, bare = owners_of(line[start : at + 1], at - start, line[at:])
        if not owners and bare and matter.sort == "forces":
            owners = subject(line[:at])
        matters.setdefault(matter.population, replace(matter, owners=owners, bare=bare))
    return tuple(matters.values())
