"""Nouns of time and occasion: they stand where a speaker may, but nobody's words are theirs."""

from __future__ import annotations

from claimtrack.lexicon import classes

_TIMES = classes("grammar_words")["time"]
_TIME_ENDINGS = tuple(classes("grammar_words")["time_ending"])


def time_noun(low: str) -> bool:
    """Whether a lower-case noun names a time or an occasion: montag, wahlabend, interview."""
    return low in _TIMES or low.endswith(_TIME_ENDINGS)
