"""What a figure counts: a concept, whose it is, and what happened to those counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimtrack.about.matters.amounts import SUMS, UNITS, Matter, amount, plain_sum
from claimtrack.about.matters.owners import forces_of, owners_of, subject
from claimtrack.lexicon.concepts import COUNTABLE, Concept, Sense, label, senses
from claimtrack.lexicon.nations import is_inhabitant
from claimtrack.lexicon.states import OTHER
from claimtrack.model import Figure

_MILITARY_STATES = frozenset({"planned", "ready", "sent", "deployed", "captured", "active"})
_CASUALTIES = frozenset({"killed", "wounded", "captured", "missing"})
_HELD, _SEIZED = "prisoners", frozenset({"captured", "arrested"})
"""Whom it is said of that they are captured: the noun says so already."""
_GATHERED = frozenset({"attending", "striking"})
_TRADES = frozenset({"staff", "trades", "members"})
"""Those who come together as such: "4.000 Bauern protestierten" are 4.000 demonstrators."""
_TAKEN = ("arrested", "suspects")
"""Whom the police arrest are suspects: 70 rioters are 70 arrests."""
_LOSSES = frozenset({"killed", "wounded", "captured", "missing", "arrested"})

_LOST = "lost"
"""What its subject suffers: whoever "loses" soldiers, they are its own."""


def figure_matter(figure: Figure, text: str) -> Matter | None:
    """What a figure counts, by its ``what`` and the words around it; None when nothing says.

    An amount of money or a share is about what it is for ("Schaden", "Defizit"): without such
    a word near it, it is about nothing that could be compared.
    """
    before, after = _around(figure, text)
    what = figure.what or _number_of(text)
    phrase = senses(what) if what else senses(after)[:5]
    at = _head(phrase, named=bool(what))
    if at is None:
        return plain_sum(senses(before))
    head = next((word for word in senses(figure.text) if word.concept(UNITS)), phrase[at])
    concept = head.concept(COUNTABLE)
    if concept is not None and concept.sort == "unit":
        return amount(figure, head, concept, senses(before), senses(after))
    matter = population(head, concept, _told(figure.state, before))
    owners, bare = owners_of(phrase, at, senses(after))
    if not owners and bare and matter.sort == "forces" and matter.state not in _LOSSES:
        owners = subject(senses(before))
        if not owners and matter.state == _LOST:
            owners = forces_of(senses(before))
    return replace(matter, owners=owners, bare=bare) if owners or not bare else matter


_NUMBER_OF = re.compile(r"\b(?:Zahl|Anzahl) (?:der|von|an) ((?:[a-zäöüß]+ ){0,2}[A-ZÄÖÜ]\w+)")


def _number_of(text: str) -> str | None:
    """What a bare figure counts: "die Zahl der Toten bezifferte die Klinik mit 13"."""
    phrase = _NUMBER_OF.search(text)
    return phrase[1] if phrase else None


_AMONG = re.compile(r"\bunter den ((?:\w+ ){0,2}?[A-ZÄÖÜ]\w+)", re.I)


def _told(state: str | None, before: str) -> str | None:
    """A figure's state; of one that has none, that of those among whom it is: "unter den Toten"."""
    among = _AMONG.search(before) if state in (None, OTHER) else None
    whole = (word.concept(COUNTABLE) for word in senses(among[1])) if among else ()
    return next((concept.state for concept in whole if concept), state)


def _around(figure: Figure, text: str) -> tuple[str, str]:
    before, number, after = text.partition(figure.text)
    return (before, after) if number else ("", text)


def _head(phrase: Sequence[Sense], named: bool) -> int | None:
    """The noun that is counted; "getöteten" in "getöteten Zivilisten" is none."""
    for at, word in enumerate(phrase):
        if word.concept(COUNTABLE) and is_noun(word):
            return at
    if not named:
        return None
    nouns = (at for at, word in enumerate(phrase) if word.word[:1].isupper() and not word.function)
    return next(nouns, None)


def is_noun(word: Sense) -> bool:
    """Whether a word is a noun, by its capital.

    "Gefallene" are counted, a town that is "gefallen" is not.
    """
    return word.word[:1].isupper() or not word.word[:1].isalpha()


def population(head: Sense, concept: Concept | None, state: str | None) -> Matter:
    """Who is counted, by the noun and what happened to them; without an owner.

    "Tote" are people killed; but demonstrators killed are not all the dead.
    """
    state = None if state == OTHER else state
    if concept is not None:
        fate = None if concept.name == _HELD and state in _SEIZED else state or concept.state
        if (fate in _GATHERED and concept.name in _TRADES) or (fate, concept.name) == _TAKEN:
            return Matter("people", label("people", fate), "people", None, fate)
        apart = fate in _CASUALTIES and concept.state not in (None, fate)
        whom = concept.name if apart else concept.population
        plain = concept.name == whom
        shown = label(whom, fate) if plain else concept.label
        return Matter(whom, shown, concept.sort, None, fate)
    if is_inhabitant(head.word):
        whom, sort = ("soldiers", "forces") if state in _MILITARY_STATES else ("people", "people")
        return Matter(whom, label(whom, state), sort, None, state)
    return Matter(head.stem, head.word, "thing", None, state)


_TALKED_OF = COUNTABLE - {"unit"} | SUMS
"""The sorts of concepts that a text can be about."""


def text_matters(text: str) -> tuple[Matter, ...]:
    """What a text without figures talks about, in order: its people, forces, things, sums."""
    matters: dict[str, Matter] = {}
    line = senses(text)
    for at, word in enumerate(line):
        if not (word.concepts or word.nation) or not is_noun(word):
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
        owned = replace(matter, owners=owners, bare=bare) if owners or not bare else matter
        matters.setdefault(matter.population, owned)
    return tuple(matters.values())
