"""What a claim counts or talks about.

A concept ("Truppen", "Offiziere" and "Militärpersonal" are soldiers) with its owner: the state
whose soldiers they are. An owner is read off the noun ("nordkoreanische Soldaten", "Soldaten aus
Nordkorea", "Soldaten Nordkoreas", "US-Soldaten", "Tausende Nordkoreaner") or the subject of the
clause ("Nordkorea habe entschieden, 12.000 Soldaten … zu schicken").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrack import lexicon
from claimtrack.concepts import COUNTABLE, Concept, Sense, label, senses
from claimtrack.model import Figure
from claimtrack.nations import is_inhabitant
from claimtrack.states import OTHER

_MILITARY_STATES = frozenset({"planned", "ready", "sent", "deployed", "captured", "active"})
_CASUALTIES = frozenset({"killed", "wounded", "captured", "missing"})
_HELD = "prisoners"
_SEIZED = frozenset({"captured", "arrested"})
"""Whom it is said of that they are captured: the noun says so already."""
_GATHERED = frozenset({"attending", "striking"})
_TRADES = frozenset({"staff", "trades", "members"})
"""Those who come together as such: "4.000 Bauern protestierten" are 4.000 demonstrators."""
_TAKEN = ("arrested", "suspects")
"""Whom the police arrest are suspects: 70 rioters are 70 arrests."""
_LOSSES = frozenset({"killed", "wounded", "captured", "missing", "arrested"})


@dataclass(frozen=True, slots=True)
class Matter:
    """What a figure counts, or a claim talks about.

    ``population`` is a concept's name or a noun's stem; ``unit`` the currency or measure of an
    amount; ``bare`` says that no word of the phrase tells whose it is.
    """

    population: str
    label: str
    sort: str
    unit: str | None = None
    state: str | None = None
    owners: frozenset[str] = frozenset()
    bare: bool = True

    @property
    def name(self) -> str:
        """The derived topic: "Soldaten (Nordkorea)", "Tote"."""
        owners = ", ".join(sorted(self.owners))
        return f"{self.label} ({owners})" if owners else self.label


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
        return _plain_sum(senses(before))
    head = next((word for word in senses(figure.text) if word.concept(_UNITS)), phrase[at])
    concept = head.concept(COUNTABLE)
    if concept is not None and concept.sort == "unit":
        return _amount(figure, head, concept, senses(before), senses(after))
    matter = _population(head, concept, _told(figure.state, before))
    owners, bare = _owners(phrase, at, senses(after))
    if not owners and bare and matter.sort == "forces" and matter.state not in _LOSSES:
        owners = _subject(senses(before))
    return replace(matter, owners=owners, bare=bare)


_NUMBER_OF = re.compile(r"\b(?:Zahl|Anzahl) (?:der|von|an) ((?:[a-zäöüß]+ ){0,2}[A-ZÄÖÜ]\w+)")


def _number_of(text: str) -> str | None:
    """What a bare figure counts: "die Zahl der Toten bezifferte die Klinik mit 13"."""
    told = _NUMBER_OF.search(text)
    return told[1] if told else None


_AMONG = re.compile(r"\bunter den ((?:\w+ ){0,2}?[A-ZÄÖÜ]\w+)", re.I)


def _told(state: str | None, before: str) -> str | None:
    """A figure's state; of one that has none, that of those among whom it is: "unter den Toten"."""
    among = _AMONG.search(before) if state in (None, OTHER) else None
    whole = (word.concept(COUNTABLE) for word in senses(among[1])) if among else ()
    return next((concept.state for concept in whole if concept), state)


def _around(figure: Figure, text: str) -> tuple[str, str]:
    before, found, after = text.partition(figure.text)
    return (before, after) if found else ("", text)


def _head(phrase: Sequence[Sense], named: bool) -> int | None:
    """The noun that is counted; "getöteten" in "getöteten Zivilisten" is none."""
    for at, word in enumerate(phrase):
        if word.concept(COUNTABLE) and _is_noun(word):
            return at
    if not named:
        return None
    nouns = (at for at, word in enumerate(phrase) if word.word[:1].isupper() and not word.function)
    return next(nouns, None)


def _is_noun(word: Sense) -> bool:
    """By its capital: "Gefallene" are counted, a town that is "gefallen" is not."""
    return word.word[:1].isupper() or not word.word[:1].isalpha()


def _population(head: Sense, concept: Concept | None, state: str | None) -> Matter:
    """Who is counted. "Tote" are people killed; but demonstrators killed are not all the dead."""
    state = None if state == OTHER else state
    if concept is not None:
        told = None if concept.name == _HELD and state in _SEIZED else state or concept.state
        if (told in _GATHERED and concept.name in _TRADES) or (told, concept.name) == _TAKEN:
            return Matter("people", label("people", told), "people", None, told)
        apart = told in _CASUALTIES and concept.state not in (None, told)
        whom = concept.name if apart else concept.population
        plain = concept.name == whom
        shown = label(whom, told) if plain else concept.label
        return Matter(whom, shown, concept.sort, None, told)
    if is_inhabitant(head.word):
        whom, sort = ("soldiers", "forces") if state in _MILITARY_STATES else ("people", "people")
        return Matter(whom, label(whom, state), sort, None, state)
    return Matter(head.stem, head.word, "thing", None, state)


_SEVERAL = frozenset({"measure", "currency", "time"})
"""Unit concepts that hold several units, which are told apart by their noun."""

_MEASURE, _SHARE, _VOTES = "measure", "percent", "votes"

_NEAR = 8
"""Within so many words of an amount stands what it is for."""
_SUMS = frozenset({"sum"})
_UNITS = frozenset({"unit"})


def _plain_sum(before: Sequence[Sense]) -> Matter | None:
    """What a number without a noun measures: "eine Stärke von 6,3", "die Inflation auf 2,1"."""
    purpose = next((found for word in before[:-4:-1] if (found := word.concept(_SUMS))), None)
    return Matter(purpose.name, purpose.label, "sum") if purpose else None


def _amount(
    figure: Figure, head: Sense, unit: Concept, before: Sequence[Sense], after: Sequence[Sense]
) -> Matter | None:
    near = (*before[: -_NEAR - 1 : -1], *after[:_NEAR])
    purpose = next((found for word in near if (found := word.concept(_SUMS))), None)
    name = _unit_name(head, unit)
    if purpose is not None:
        return Matter(purpose.name, purpose.label, "sum", name)
    if unit.name == _SHARE:
        return _share(figure, name)
    stuff = _substance(after) if unit.name == _MEASURE else None
    state = None if figure.state == OTHER else figure.state
    return Matter(stuff.stem, stuff.word, "sum", name, state) if stuff else None


def _unit_name(head: Sense, unit: Concept) -> str:
    return head.stem if unit.name in _SEVERAL else unit.name


def unit_of(figure: Figure) -> str | None:
    """The currency or measure in which a figure is told; None where it counts."""
    for word in senses(f"{figure.text} {figure.what or ''}"):
        if unit := word.concept(_UNITS):
            return _unit_name(word, unit)
    return None


def _share(figure: Figure, unit: str) -> Matter | None:
    """What a percentage is a part of: "54 Prozent der Stimmen"; of a result at the polls, votes."""
    for word in senses(figure.what or ""):
        whole = word.concept(COUNTABLE - {"unit"})
        if whole is not None:
            return Matter(whole.population, whole.label, "sum", unit, figure.state)
    if figure.state == _VOTES:
        return Matter(_VOTES, label(_VOTES), "sum", unit, figure.state)
    return None


def _substance(after: Sequence[Sense]) -> Sense | None:
    """What a measure is of, right behind it: "12 Tonnen toten Fischen", "300 Liter Öl"."""
    for word in after:
        if word.word[:1].isupper():
            return None if word.concept(_UNITS) else word
        if word.function or not word.word[:1].isalpha():
            return None
    return None


def _owners(
    phrase: Sequence[Sense], at: int, after: Sequence[Sense]
) -> tuple[frozenset[str], bool]:
    """The owner that the noun phrase names, and whether it leaves the owner open."""
    head = phrase[at]
    adjectives = [word for word in phrase[:at] if word.word[:1].islower()]
    states = {word.nation for word in phrase[:at] if word.nation}
    if head.nation:
        states.add(head.nation)
    follows = phrase[at + 1 :] or _behind(head, after)
    states |= _attribute(follows)
    narrow = any(word.stem.endswith(("isch", "lich", "ig")) for word in adjectives)
    return frozenset(states), not states and not narrow


def _behind(head: Sense, after: Sequence[Sense]) -> Sequence[Sense]:
    places = (at for at, word in enumerate(after) if word.stem == head.stem)
    at = next(places, None)
    return () if at is None else after[at + 1 : at + 4]


def _attribute(follows: Sequence[Sense]) -> set[str]:
    """A state right behind the noun: "Soldaten Nordkoreas", "der Ukraine", "aus Nordkorea"."""
    if follows and _is_genitive(follows[0]) and follows[0].nation:
        return {follows[0].nation}
    if len(follows) > 1 and follows[0].word in ("aus", "der", "des"):
        return {word.nation for word in follows[1:3] if word.nation}
    return set()


def _is_genitive(word: Sense) -> bool:
    return word.word.endswith("s") and word.word[:1].isupper() and not word.word.isupper()


def _subject(before: Sequence[Sense]) -> frozenset[str]:
    """The first state that stands as a subject: no preposition before it, no genitive."""
    for at, word in enumerate(before):
        if not word.nation or not word.word[:1].isupper() or _is_genitive(word):
            continue
        if at and _is_preposition(before[at - 1].word):
            continue
        if at > 1 and before[at - 1].function and _is_preposition(before[at - 2].word):
            continue
        return frozenset({word.nation})
    return frozenset()


def _is_preposition(word: str) -> bool:
    return word.lower() in lexicon.classes("function_words")["preposition"]


_TALKED_OF = COUNTABLE - {"unit"} | _SUMS
"""The sorts of concepts that a text can be about."""


def text_matters(text: str) -> tuple[Matter, ...]:
    """What a text without figures talks about, in order: its people, forces, things, sums."""
    found: dict[str, Matter] = {}
    line = senses(text)
    for at, word in enumerate(line):
        if not _is_noun(word):
            continue
        concept = word.concept(_TALKED_OF)
        if concept is None and not (word.word[:1].isupper() and is_inhabitant(word.word)):
            continue
        start = at
        while start and line[start - 1].word[:1].islower() and not line[start - 1].function:
            start -= 1
        matter = _population(word, concept, None)
        owners, bare = _owners(line[start : at + 1], at - start, line[at:])
        if not owners and bare and matter.sort == "forces":
            owners = _subject(line[:at])
        found.setdefault(matter.population, replace(matter, owners=owners, bare=bare))
    return tuple(found.values())
