"""Tells whether a text is German, by its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from claimtrack.lexicon import classes

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zäöüßéèà]+")
_SAMPLE = 20_000
"""Characters that are looked at: enough to be sure, little enough to cost nothing."""

_LEAST = 0.05
"""The share of function words that a German text has at the least: a table of results has 0.07,
running news 0.25 to 0.45."""

_SHORT = 20
"""Words below which a share says little: only another language that is surely there refuses."""

_OTHER = "a language not known here"
_NAMES = {
    "de": "German",
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "sv": "Swedish",
    "da": "Danish",
    "pt": "Portuguese",
    "tr": "Turkish",
}


def foreign(text: str) -> str | None:
    """What a text is when it is not German, in English words; None when it is German.

    ``English``, …, or ``a language not known here``, for another script too. A text of a few
    words passes unless another language shows twice as often as German.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    often = Counter(words)
    counts = {
        name: sum(often[word] for word in known & often.keys()) for name, known in _function_words()
    }
    german = counts.pop("de")
    rival = max(counts, key=lambda name: counts[name])
    if sum(bool(_LATIN.match(word)) for word in words) * 2 <= len(words):
        return _OTHER
    if len(words) < _SHORT:
        return _NAMES[rival] if counts[rival] > max(1, 2 * german) else None
    if counts[rival] > german:
        return _NAMES[rival]
    return None if german >= _LEAST * len(words) else _OTHER


@cache
def _function_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """The function words of each language without those that it shares with another one."""
    known = classes("languages")
    return tuple(
        (name, words - frozenset().union(*(known[rival] for rival in known if rival != name)))
        for name, words in known.items()
    )
