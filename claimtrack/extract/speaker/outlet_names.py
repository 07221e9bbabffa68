"""Names of outlets among tokens: registered, in marks, behind a noun, in front of a compound.

Shapes: "Bayerischen Rundfunk", "dpa", "ORF Tirol", "„Blick“", "Nachrichtenagentur Reuters",
"Zeitung", "Seetaler Nachrichten", "ARD-Mikrofon". Whose words an outlet carried is in
``recipient``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimtrack.german import nouns
from claimtrack.german.animacy import press_name, speaker_noun, time_noun
from claimtrack.german.attributes import is_attribute
from claimtrack.german.names import is_first_name, is_thing
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes, table
from claimtrack.lexicon.by_word import by_word
from claimtrack.registry import Registry

_WORDS = classes("speech_words")

_NAME_REACH = 6
_ENDING = re.compile(r"e[nrms]?$")


def compound_outlet(word: str) -> str:
    """The outlet in front of a compound for what it broadcasts or who asks for it, else nothing.

    Shapes: ARD-Mikrofon, SRF-Sendung, ZDF-Morgenmagazin, ARD-Dopingredaktion.
    """
    name, _, rest = word.rpartition("-")
    known = bool(name) and tuple(_folded(part) for part in name.lower().split()) in _outlets()
    return name if known and rest.lower().endswith(tuple(_WORDS["told_part"])) else ""


def outlet_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """Where an outlet's name that begins at ``i`` ends, None where none begins.

    Shapes: a registered name in any case ("Bayerischen Rundfunk"), a name in marks („Blick“), a
    noun for outlets with or without a name ("Nachrichtenagentur Reuters", "Zeitung").
    """
    while i < end and not tokens[i].word.capital and is_attribute(tokens[i]):
        i += 1
    if i < end and tokens[i].text in MARKS:
        return _marked_end(tokens, i, end)
    return _unmarked_end(tokens, i, end) if i < end else None


def _unmarked_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """The same for a name without marks."""
    if (stop := _registered_end(tokens, i, end)) is not None:
        return stop
    if i + 1 < end and _press_title(tokens[i], tokens[i + 1]):
        return i + 2
    if tokens[i].low == "agentur" and i + 1 < end:
        return _registered_end(tokens, i + 1, end)
    if speaker_noun(tokens[i].text) != "outlet" and not press_name(tokens[i].text):
        return None
    return _named_end(tokens, i + 1, end)


def _press_title(first: Token, second: Token) -> bool:
    """Whether two words are the name of a paper by how they end: "Seetaler Nachrichten"."""
    place = first.word.capital and first.low.endswith(("er", "en", "e"))
    return place and second.word.capital and second.low in _WORDS["press_title"]


def _marked_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    if i + 1 >= end or not (tokens[i + 1].word.capital or _registered(tokens, i + 1)):
        return None
    near = range(i + 2, min(end, i + 2 + _NAME_REACH))
    closing = next((j for j in near if tokens[j].text in MARKS), None)
    return None if closing is None else closing + 1


def _registered(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is the whole name of an outlet, as of one that is written small: profil."""
    return (_folded(tokens[i].low),) in _outlets()


def _named_end(tokens: Sequence[Token], i: int, end: int) -> int:
    """Behind a noun for outlets: the name that follows it, in marks or not."""
    if i < end and tokens[i].text in MARKS:
        return _marked_end(tokens, i, end) or i
    if i < end and _acronym(tokens[i]):
        return i + 1
    while i < end and tokens[i].word.capital and not tokens[i].word.classes:
        i += 1
    return i


def _acronym(token: Token) -> bool:
    """Whether a word that begins small is a name all the same: dpa-AFX."""
    return token.text[0].islower() and any(map(str.isupper, token.text))


def _registered_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    if not tokens[i].word.capital or _folded(tokens[i].low) not in _opening_outlets():
        return None
    words = [_folded(token.low) for token in tokens[i : min(end, i + _NAME_REACH)]]
    lengths = range(len(words), 0, -1)
    length = next((n for n in lengths if tuple(words[:n]) in _outlets()), None)
    if length is None:
        return None
    return i + length + _is_branch(tokens, i + length, end)


def _is_branch(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether the word behind an outlet's name is its studio's or programme's: "ORF Tirol"."""
    if i >= end or not tokens[i].word.capital or tokens[i].word.classes:
        return False
    if i + 1 < end and tokens[i + 1].word.capital:
        return False
    text = tokens[i].text
    if tokens[i].low in _WORDS["branch"]:
        return True
    common = nouns.read(text) is not None or is_thing(text) or time_noun(tokens[i].low)
    return not (common or is_first_name(text))


def is_common_noun(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Tell whether an outlet's name is a common noun as well, and stands without marks: Blick."""
    plain = not (tokens[start].text.isupper() and len(tokens[start].text) > 2)
    return plain and stop - start == 1 and tokens[start].low in _WORDS["common_outlet"]


def is_agency(tokens: Sequence[Token]) -> bool:
    """Whether tokens are the name of a news agency."""
    return tuple(_folded(token.low) for token in tokens) in _agencies()


def is_outlet(name: str, registry: Registry) -> bool:
    """Whether an actor is an agency, a paper or a station.

    By the register, by its noun, or by how it is called: Küstenpost, "heise online".
    """
    if name.lower() in registry.outlets:
        return True
    kinds = [speaker_noun(word) for word in name.split()]
    unknown = registry.exact(name) is None
    if unknown and (any(map(press_name, name.split())) or _is_branch_of(name)):
        return True
    return "outlet" in kinds and "person" not in kinds


def _is_branch_of(name: str) -> bool:
    """Whether a name is one that is no noun with that of its programme: "taz plus"."""
    first, _, programme = name.partition(" ")
    return programme.lower() in _WORDS["branch"] and speaker_noun(first) is None


@by_word
def _folded(word: str) -> str:
    return _ENDING.sub("", word)


@cache
def _outlets() -> frozenset[tuple[str, ...]]:
    names = (re.sub(r"^(?:der|die|das) ", "", name) for name in Registry.shipped().outlets)
    return frozenset(tuple(_folded(word) for word in name.split()) for name in names)


@cache
def _opening_outlets() -> frozenset[str]:
    """The first words of the names of outlets: hardly any word of a text is one."""
    return frozenset(name[0] for name in _outlets() if name)


@cache
def _agencies() -> frozenset[tuple[str, ...]]:
    """The names of news agencies, whose spokesmen speak far less often than they are told."""
    short = {row[1] for row in table("debris") if row[0] == "agency"}
    agencies = [
        (actor.name, *actor.aliases)
        for actor in (entry.actor for entry in Registry.shipped().entries)
        if actor.kind == "outlet"
        and short & {name.lower() for name in (actor.name, *actor.aliases)}
    ]
    return frozenset(
        tuple(map(_folded, name.lower().split())) for names in agencies for name in names
    )
