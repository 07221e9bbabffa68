"""What is read off a single word, asked once for each word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

_Answer = TypeVar("_Answer")

_MOST = 1 << 16
"""Words of which the answers are kept; German news uses some 20,000 in a million."""


class Kept(dict[str, _Answer]):
    """Answers by word; a full one starts anew."""

    def __init__(self, read: Callable[[str], _Answer]) -> None:
        super().__init__()
        self.__wrapped__ = read

    def __missing__(self, word: str) -> _Answer:
        if len(self) >= _MOST:
            self.clear()
        answer = self[word] = self.__wrapped__(word)
        return answer


def by_word(read: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Keeps the answers of a function of one word: texts say the same words again and again.

    A look-up is one of a plain dictionary. ``functools.lru_cache`` also moves each answer to the
    front of a list, which costs more than the look-up where every word of a text is asked for.
    """
    return Kept(read).__getitem__


def endings(words: Iterable[str], letters: int) -> frozenset[str]:
    """The last letters of some words, in lower case.

    Asked before a compound is looked up by one end after the other: hardly one in twenty ends so.
    """
    return frozenset([word[-letters:].lower() for word in words])
