"""Where in a text a number may begin, told by its words before anything is read.

Hardly one word in thirty begins a number. "ein" mostly is the article: it only counts where a
number, a unit or an approximator stands beside it ("ein Drittel", "eine Tonne", "mindestens eine").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import compress

from claimtrack.german.numbers.atoms import ONE, atom, scale
from claimtrack.german.numbers.hedges import last_words
from claimtrack.german.numbers.scan import may_begin
from claimtrack.german.numbers.units import forms_at
from claimtrack.german.tokens import SPELLING, Token
from claimtrack.lexicon.by_word import by_word
from claimtrack.model import Span

_LETTERS = re.compile(r"[^\W\d_]+")
_GOING_ON = frozenset({"komma", "mal", "und", "bis"})
"""Words behind "ein" with which a number or a range goes on: "ein bis zwei", "ein Komma fünf"."""


def beginnings(tokens: Sequence[Token]) -> list[Span]:
    """The words of a text in which a number may begin, in order."""
    places = compress(range(len(tokens)), map(may_begin, map(SPELLING, tokens)))
    return [Span(tokens[i].start, tokens[i].end) for i in places if not _is_article(tokens, i)]


def _is_article(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is the article, for nothing beside it makes it count."""
    if tokens[i].low not in ONE or not 0 < i < len(tokens) - 1:
        return False
    before, behind = tokens[i - 1].text, tokens[i + 1].text
    apart = before == "," or (before.isalpha() and not _leads_to_number(before))
    return apart and behind.isalpha() and not _follows_number(behind)


@by_word
def _leads_to_number(word: str) -> bool:
    """Whether an approximator or a unit ends in a word: mindestens, Euro."""
    return word.lower() in last_words() or word in _unit_words("before", -1)


@by_word
def _follows_number(word: str) -> bool:
    """Whether a number goes on with a word, or a unit begins: Drittel, Millionen, Tonne."""
    if word.lower() in _GOING_ON or word in _unit_words("after", 0):
        return True
    return atom(word) is not None or scale(word) is not None


@cache
def _unit_words(place: str, at: int) -> frozenset[str]:
    """The first (0) or last (-1) words of the units of one place."""
    runs = (_LETTERS.findall(form) for form in forms_at(place))
    return frozenset(words[at] for words in runs if words)
