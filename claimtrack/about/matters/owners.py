"""Whose people or forces are counted: the state that the noun phrase or its clause names.

An owner is read off the noun ("nordkoreanische Soldaten", "Soldaten aus Nordkorea", "Soldaten
Nordkoreas", "US-Soldaten", "Tausende Nordkoreaner") or the subject of the clause ("Nordkorea habe
entschieden, 12.000 Soldaten … zu schicken").
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack import lexicon
from claimtrack.lexicon.concepts import Sense


def owners_of(
    phrase: Sequence[Sense], at: int, after: Sequence[Sense]
) -> tuple[frozenset[str], bool]:
    """The owners that a noun phrase with its head at ``at`` names, and whether it leaves them open.

    An adjective such as "schwedische" or "freiwillige" narrows down who is meant, a state or not.
    """
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


def subject(before: Sequence[Sense]) -> frozenset[str]:
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


def forces_of(before: Sequence[Sense]) -> frozenset[str]:
    """The state of the first "die ukrainischen Streitkräfte" that no preposition governs."""
    for at, word in enumerate(before[:-1]):
        article = at > 0 and before[at - 1].word.lower() in _NOMINATIVE
        free = at < 2 or not _is_preposition(before[at - 2].word)
        if word.nation and word.word[:1].islower() and article and free:
            return frozenset({word.nation})
    return frozenset()


_NOMINATIVE = frozenset({"die", "das"})


def _is_preposition(word: str) -> bool:
    low = word.lower()
    place = lexicon.classes("scope_words")["place_before"]  # nahe, an adjective elsewhere
    return low in place or low in lexicon.classes("function_words")["preposition"]
