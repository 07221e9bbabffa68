"""Initialisms that a text uses beside their long form without brackets: Landeskriminalamt, LKA.

The long form is one compound of the text; its parts begin with the letters, and the last part is a
body (Amt, Dienst, Bund). Where two compounds of the text fit, or none does, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.german import nouns
from claimtrack.german.document import Document
from claimtrack.german.tokens import SPELLING
from claimtrack.lexicon.by_word import by_word

_SHORT = re.compile(r"[A-ZÄÖÜ]{3,5}")
_LONG = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{11,}")
_SHORTEST_PART = 3


def spelled_out(document: Document) -> dict[str, str]:
    """Initialisms of a text to the compound that each stands for, where there is just one."""
    words = set(map(SPELLING, document.tokens))
    shorts = sorted(filter(_SHORT.fullmatch, words))
    initials = {short[0] for short in shorts}
    if not initials:
        return {}
    near = (word for word in words if word[0] in initials and _LONG.fullmatch(word))
    longs = sorted({body for word in near for body in _bodies(word)})
    fitting = {short: [long for long in longs if _fits(short, long)] for short in shorts}
    return {short: fit[0] for short, fit in fitting.items() if len(fit) == 1}


def _bodies(word: str) -> Iterator[str]:
    """A compound that is a body, in its nominative."""
    for form in (word.removesuffix("es"), word.removesuffix("s")):
        if form != word and any(_is_body(form[at:]) for at in range(_SHORTEST_PART, len(form))):
            yield form
            return
    if any(_is_body(word[at:]) for at in range(_SHORTEST_PART, len(word))):
        yield word


@by_word
def _is_body(part: str) -> bool:
    """Whether the end of a compound is a noun for a body: amt, dienst."""
    noun = nouns.read(part.capitalize()) if len(part) >= _SHORTEST_PART else None
    return noun is not None and noun.kind == "organisation"


def _fits(short: str, long: str) -> bool:
    """Whether the parts of a compound can begin with the letters, the last of them a body."""
    letters, low = short.lower(), long.lower()
    if low[0] != letters[0]:
        return False
    last = [at for at in range(_SHORTEST_PART, len(low)) if low[at] == letters[-1]]
    ends = (at for at in last if _is_body(low[at:]))
    return any(_stand_apart(letters[1:-1], low[_SHORTEST_PART:at]) for at in ends)


def _stand_apart(letters: str, low: str) -> bool:
    """Whether letters stand in a stretch of a compound, each the first of a part of its own."""
    at = 0
    for letter in letters:
        begins = low.find(letter, at)
        if begins < 0:
            return False
        at = begins + _SHORTEST_PART
    return at <= len(low)
