"""Text in columns: its width; wrapping, shortening and padding."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, east_asian_width

_NOT_ONE = re.compile(r"[^\u0000-\u02ff\u2010-\u2044]")
"""Beyond Latin letters and common punctuation, where a character may not be one cell wide."""


def width(text: str) -> int:
    """The terminal cells that ``text`` takes: two for a wide character, none for a combining."""
    return len(text) if text.isascii() else _width(text)


def is_narrow(text: str) -> bool:
    """True if each character of ``text`` is Latin or common punctuation, and so takes one cell."""
    return text.isascii() or _NOT_ONE.search(text) is None


@lru_cache(maxsize=1024)
def _width(text: str) -> int:
    return len(text) + sum(map(_surplus, _NOT_ONE.findall(text)))


def _surplus(char: str) -> int:
    if combining(char):
        return -1
    return 1 if east_asian_width(char) in "WF" else 0


def pad(text: str, cells: int) -> str:
    """``text`` filled up with blanks to ``cells``."""
    return text + " " * max(0, cells - width(text))


def shorten(text: str, cells: int, ellipsis: str = "…") -> str:
    """``text`` cut to ``cells``, at a blank where one is near the end, with an ellipsis."""
    if width(text) <= cells:
        return text
    head = _head(text, cells - width(ellipsis))
    word, blank, _ = head.rpartition(" ")
    if blank and 2 * len(word) >= len(head):
        head = word
    return head.rstrip(" ,;:–-") + ellipsis


def _head(text: str, cells: int) -> str:
    if text.isascii():
        return text[: max(cells, 0)]
    end, used = 0, 0
    for char in text:
        used += width(char)
        if used > cells:
            break
        end += 1
    return text[:end]


def fold(text: str, cells: int, lines: int = 0) -> list[str]:
    """``text`` folded at blanks into lines of at most ``cells``; a longer word is cut hard.

    With ``lines`` set, the last line is shortened with an ellipsis where more would follow.
    """
    cells = max(cells, 1)
    folded: list[str] = []
    for word in text.split():
        if folded and width(folded[-1]) + 1 + width(word) <= cells:
            folded[-1] += f" {word}"
        else:
            folded.extend(_pieces(word, cells))
    if lines and len(folded) > lines:
        rest = " ".join(folded[lines - 1 :])
        folded[lines - 1 :] = [shorten(rest, cells)]
    return folded or [""]


def folds(text: str, cells: int) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end that is folded at its blanks; one at least.

    Words are parted by one blank each. A word that is wider than ``cells`` is a line by itself.
    """
    if is_narrow(text) or not any(map(_surplus, _NOT_ONE.findall(text))):
        return _folds(text, cells)
    ends, used = [(0, 0)], 0
    for word in text.split(" "):
        start, end = ends[-1]
        size = width(word)
        if end > start and used + 1 + size <= cells:
            ends[-1] = start, end + 1 + len(word)
            used += 1 + size
        elif end > start:
            ends.append((end + 1, end + 1 + len(word)))
            used = size
        else:
            ends[-1] = 0, len(word)
            used = size
    return ends


def _folds(text: str, cells: int) -> list[tuple[int, int]]:
    """The same where every character is one cell wide."""
    ends, start = [], 0
    while len(text) - start > cells:
        end = text.rfind(" ", start, max(start + cells, start) + 1)
        if end <= start:
            end = text.find(" ", start)
        if end < 0:
            break
        ends.append((start, end))
        start = end + 1
    return [*ends, (start, len(text))]


def _pieces(word: str, cells: int) -> list[str]:
    """A long word in pieces, broken behind a hyphen where one is in reach."""
    pieces = []
    while width(word) > cells:
        head = _head(word, cells) or word[0]
        hyphen = head.rfind("-") + 1
        head = head[:hyphen] if hyphen > len(head) // 2 else head
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word] if word else pieces
