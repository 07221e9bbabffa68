"""Whose something is by a genitive before its noun: "Südkoreas Präsident", "Hubers Ansicht"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.german import nouns
from claimtrack.german.names import is_first_name
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes

_SMALL = classes("actor_words")


def owner_before(words: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The genitive before a noun, and the words behind it; no words for no genitive.

    "Südkoreas Präsident", "Hannovers früherer Bürgermeister", "Hubers Ansicht".
    """
    if (size := _named_owner(words)) and _ownable(_next_capital(words[size:])):
        return words[:size], words[size:]
    if len(words) < 2 or not words[0].word.upper or not words[0].text.endswith(("s", "’", "'")):
        return (), words
    if is_first_name(words[0].text) or nouns.read(words[0].text):
        return (), words
    follows = next((word for word in words[1:] if word.word.upper), None)
    if follows is None or not _ownable(follows.text):
        return (), words
    return words[:1], words[1:]


def _ownable(word: str) -> bool:
    """Whether a noun can be somebody's: one of the lists, or one of what is said and thought."""
    return nouns.read(word) is not None or word in _SMALL["saying"]


def _named_owner(words: Sequence[Token]) -> int:
    """The words of a full name in the genitive before a noun: "Carla Botts Kollege"; else 0."""
    full = len(words) > 2 and is_first_name(words[0].text) and words[1].word.upper
    return 2 if full and is_genitive(words[1].text) and not nouns.read(words[1].text) else 0


def _next_capital(words: Sequence[Token]) -> str:
    return next((word.text for word in words if word.word.upper), "")


def is_genitive(name: str) -> bool:
    """Whether one word ends as a name in the genitive does: Kolbes, not Voss."""
    return " " not in name and name.endswith("s") and not name.endswith("ss")
