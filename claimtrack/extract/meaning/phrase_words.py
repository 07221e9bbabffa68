"""The words of a phrase behind its first, met in a text word by word.

See ``phrase_patterns`` for the language of the phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

QUOTES = "„“”\"»«‚‘’'›‹"
_FURTHEST = 8
"""Words that ``…`` stands for, at the most."""

_BEHIND = re.compile(rf"[\s{QUOTES}]+(\w++)")
_BEHIND_GAP = re.compile(r"[^\w,.;:!?]++(\w++)(?:[\w.-]*\w)?+")
_BEHIND_COMMA = re.compile(r"\s*(\w++)")
_COMMA = re.compile(r"\s*,")
_END = re.compile(rf"[\s{QUOTES}]*(?=[,.;:!?]|$)")


class Slot(NamedTuple):
    """A word of a phrase: what must stand before it, and its forms as the ``*`` in them allows.

    ``behind`` matches what stands between it and the word before, and all letters of a word;
    ``gap`` says whether more words may stand between. A comma or an end is matched whole.
    """

    behind: re.Pattern[str]
    gap: bool
    forms: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]

    def fits(self, word: str) -> bool:
        """Whether a word has one of the forms."""
        return word in self.forms or word.startswith(self.beginnings) or word.endswith(self.endings)


@cache
def following(words: str) -> tuple[Slot, ...]:
    """What stands behind the first word of a phrase, read when that is met.

    No regular expression for each phrase: there are hundreds, and to compile a few of them takes
    longer than to read an article.
    """
    slots: list[Slot] = []
    behind = _BEHIND
    for word in words.split():
        if word == "…":
            behind = _BEHIND_GAP
        elif word in (",", "$"):
            slots.append(_slot(_COMMA if word == "," else _END, ()))
            behind = _BEHIND_COMMA
        else:
            slots.append(_slot(behind, word.split("/")))
            behind = _BEHIND
    return tuple(slots)


def _slot(behind: re.Pattern[str], forms: Sequence[str]) -> Slot:
    beginnings = tuple([form[:-1] for form in forms if form[-1] == "*"])
    endings = tuple([form[1:] for form in forms if form[0] == "*"])
    return Slot(behind, behind is _BEHIND_GAP, frozenset(forms), beginnings, endings)


def end_behind(slots: Sequence[Slot], text: str, at: int) -> int | None:
    """Where the words of some slots end that stand in a text from ``at`` on, None if they do not.

    Of several places behind a gap the nearest counts, as long as the rest fits there.
    """
    if not slots:
        return at
    slot, rest = slots[0], slots[1:]
    for _ in range(_FURTHEST + 1 if slot.gap else 1):
        match = slot.behind.match(text, at)
        if match is None:
            return None
        if not slot.forms:
            return end_behind(rest, text, match.end())
        if _fits(slot, text, match) and (stop := end_behind(rest, text, match.end(1))) is not None:
            return stop
        at = match.end()
    return None


def _fits(slot: Slot, text: str, match: re.Match[str]) -> bool:
    """Whether a word met has a form of a slot: whole, with no hyphen behind it.

    A small first letter may be a capital right behind a quotation mark, nowhere else.
    """
    start, stop = match.span(1)
    if text[stop : stop + 1] == "-":
        return False
    word = match[1]
    if slot.fits(word):
        return True
    quoted = word[0].isupper() and text[start - 1] in QUOTES
    return quoted and slot.fits(word[0].lower() + word[1:])
