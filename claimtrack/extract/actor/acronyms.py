"""Short forms that a text itself introduces: "Landesamt für Umwelt (LfU)", "NIS (National …)".

The long form is the noun phrase before the bracket from the word that begins with the acronym's
first letter, or the bracket's words. A party or an agency in brackets behind a name is none,
since its letters are not those of the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.german.document import Document
from claimtrack.german.tokens import Token

_SHORT = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü.&-]{0,9}[A-ZÄÖÜa-zäöü0-9]")
_MOST_INSIDE = 90
"""Characters of a long form in brackets at the most."""

_MOST_BEFORE = 12
"""Words of a long form before brackets at the most."""


def introduced(document: Document) -> dict[str, str]:
    """Short forms to long forms, as the text introduces them."""
    shorts: dict[str, str] = {}
    if "(" not in document.text:
        return shorts
    for i, token in enumerate(document.tokens):
        span = document.bracketed(i) if token.text == "(" else None
        before = _before(document.tokens, i) if span else []
        if span is None or not before or not 1 < span.end - span.start <= _MOST_INSIDE:
            continue
        inside = document.text[slice(*span)].strip('„“”"»« ')
        long = _long_form(inside, before) if _is_short(inside) else None
        if long:
            shorts.setdefault(inside, long)
        elif _is_short(before[-1]) and len(inside) > 5 and _spells(before[-1], inside):
            shorts.setdefault(before[-1], inside)
    return shorts


def _before(tokens: Sequence[Token], i: int) -> list[str]:
    """The words before a bracket, with no mark and one blank between, as far as a name may go."""
    begin = i
    while begin and i - begin < _MOST_BEFORE:
        word = tokens[begin - 1]
        if tokens[begin].start - word.end != 1 or not word.text[0].isalnum():
            break
        begin -= 1
    return [token.text for token in tokens[begin:i]]


def _is_short(word: str) -> bool:
    """Whether a word can be an acronym: two capitals (LfU, NIS), or short (Bamf)."""
    if not _SHORT.fullmatch(word):
        return False
    return sum(char.isupper() for char in word) >= 2 or len(word) <= 5


def _long_form(short: str, before: list[str]) -> str | None:
    """The shortest run of words before the bracket that begins with and spells the acronym."""
    for begin in range(len(before) - 1, -1, -1):
        word = before[begin]
        if word[:1].upper() == short[0] and word[:1].isupper():
            long = " ".join(before[begin:])
            if _spells(short, long):
                return long
    return None


def _spells(short: str, long: str) -> bool:
    """Whether the letters of the acronym stand in the long form in order, most at word parts."""
    low = long.lower()
    at = 0
    for char in short.lower():
        if not char.isalnum():
            continue
        at = low.find(char, at) + 1
        if not at:
            return False
    initials = {word[0] for word in re.split(r"[\s-]+", low) if word}
    letters = [char for char in short.lower() if char.isalnum()]
    hits = sum(char in initials for char in letters)
    return (
        low[:1] == letters[0]
        and (len(initials) > 1 or len(low.split()) == 1)
        and hits * 2 >= len(letters)
    )
