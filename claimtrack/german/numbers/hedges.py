"""Approximators around a number: etwa, fast, mehr als, mindestens, bis zu, mehrere …

"über" and "unter" widen a number only where no verb or noun of the clause governs them as
prepositions ("verfügt über 1,28 Millionen Soldaten").
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimtrack import lexicon

_WORDS = re.compile(r"\S+")
_CLAUSE_END = re.compile(r",(?!\d)|[;:!?\n]|\.(?=\s)")
_OPENING = '„“"»«('
_LONGEST = 5


class Hedge(NamedTuple):
    """The class of an approximator and where it starts (before a number) or ends (after)."""

    kind: str
    at: int


@cache
def _classes(place: str) -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.table("approximators") if row[2] == place}


@cache
def last_words() -> frozenset[str]:
    """The words in which approximators before a number end: what else stands there is none."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _classes("before"))


@cache
def _governors() -> re.Pattern[str]:
    stems = "|".join(row[0] for row in lexicon.table("number_governors"))
    return re.compile(rf"\b(?:{stems})", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s({'|'.join(_classes('after'))})\b")


def hedge_before(text: str, start: int, end: int) -> Hedge | None:
    """The approximator right before ``start``; two in a row count together ("bis zu etwa").

    ``end`` is where the number ends: the rest of its clause may hold the verb that governs "über".
    """
    first = _one_before(text, start)
    if first is None or (_is_preposition(text, first.at, start) and _governed(text, first.at, end)):
        return None
    outer = _one_before(text, first.at)
    if outer is None or outer.kind == "several" or _is_preposition(text, outer.at, first.at):
        return first
    return Hedge(first.kind if first.kind == "several" else outer.kind, outer.at)


def _one_before(text: str, start: int) -> Hedge | None:
    left = max(0, start - 40)
    if start == left or not text[start - 1].isspace():
        return None
    last = text[left:start].split()[-1:]
    if not last or last[0].lstrip(_OPENING).lower() not in last_words():
        return None
    words = list(_WORDS.finditer(text, left, start))[-_LONGEST:]
    for count in range(len(words), 0, -1):
        phrase = " ".join(word[0] for word in words[-count:]).lstrip(_OPENING)
        kind = _classes("before").get(phrase.lower())
        if kind:
            opening = words[-count]
            return Hedge(kind, opening.end() - len(opening[0].lstrip(_OPENING)))
    return None


def _is_preposition(text: str, start: int, end: int) -> bool:
    return text[start:end].strip().lower() in ("über", "unter")


def _governed(text: str, start: int, end: int) -> bool:
    """Whether the clause holds a verb or noun that takes this "über"; "unter" always may."""
    left = max(
        (m.end() for m in _CLAUSE_END.finditer(text, max(0, start - 90), start)),
        default=max(0, start - 90),
    )
    stop = _CLAUSE_END.search(text, end, end + 90)
    right = stop.start() if stop else end + 90
    return bool(_governors().search(text, left, start) or _governors().search(text, end, right))


def hedge_after(text: str, end: int) -> Hedge | None:
    """ "oder mehr", "und mehr", "oder weniger" behind a number."""
    match = _after().match(text, end)
    return Hedge(_classes("after")[match[1]], match.end()) if match else None
