"""Spellings of one name: folded, in its stems, by sound, with a typing error.

Each step forgives more than the one before; all are used to look names up, none is shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SHORTEST_TYPO_NAME = 8
"""Letters a name needs before a typing error in it is forgiven."""

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_BETWEEN = re.compile(r"[^\w]+")
_ENDING = re.compile(r"(?<=\w{3})(?:e[nrsm]?|s|n)\b")
_SOUNDS = (
    (re.compile(r"dsch|dj|dzh"), "j"),
    (re.compile(r"tsch|tch|ch|cz|č"), "c"),
    (re.compile(r"schtsch|sch|sh|zh|sz"), "s"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh"), "c"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"z"), "s"),
    (re.compile(r"\b[yj](?=\w{4})|\B[yj]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[aeiou])h(?![aeiou])"), ""),
)


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Lower case, no accents, umlauts as their vowel (ü, ue and u alike), marks as blanks.

    ``Kim Yong-Hyun`` and ``Kim Yong Hyun`` fold alike; so do Südkorea, Suedkorea and Sudkorea.
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    for digraph, vowel in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        plain = plain.replace(digraph, vowel)
    return _BETWEEN.sub(" ", plain).strip()


def stems(folded: str) -> str:
    """A folded name of several words without their endings: "vereinten nationen" in any case.

    Several names may be given at once, a line each.
    """
    return _ENDING.sub("", folded)


@lru_cache(maxsize=8192)
def sound(folded: str) -> str:
    """A folded name as it sounds, whatever the transliteration: Selenskyj as Zelensky.

    J and y that open a short word stay two letters, for Kim Jong-un is not Kim Yong-un.
    """
    return sounds(folded)


def sounds(lines: str) -> str:
    """As :func:`sound`, of several folded names at once, a line each: hundreds cost as one."""
    for pattern, letter in _SOUNDS:
        lines = pattern.sub(letter, lines)
    return lines


def one_typo(a: str, b: str, edits: int | None = None, shortest: int = 4) -> bool:
    """True if two folded names differ by typing errors only: one a word, ``edits`` in all.

    Words keep their first letter, and words below ``shortest`` letters are never off: Kim
    Jong-un is not Kim Yong-un. Names below :data:`SHORTEST_TYPO_NAME` letters do not qualify.
    """
    if edits is not None and abs(len(a) - len(b)) > edits:
        return False  # each error puts in or leaves out one letter at the most
    left, right = a.split(), b.split()
    if len(left) != len(right) or min(len(a), len(b)) < SHORTEST_TYPO_NAME:
        return False
    off = [(x, y) for x, y in zip(left, right, strict=True) if x != y]
    if edits is not None and len(off) > edits:
        return False
    return all(min(len(x), len(y)) >= shortest and _one_edit(x, y) for x, y in off)


def _one_edit(a: str, b: str) -> bool:
    """True if one letter was put in, left out, changed, or swapped with its neighbour."""
    if not a or not b or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    at = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    rest = (a[at + 1 :], b[at + 1 :]) if len(a) == len(b) else (a[at:], b[at:])
    if len(a) > len(b):
        return rest[0][1:] == rest[1]
    if len(a) < len(b):
        return rest[0] == rest[1][1:]
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return rest[0] == rest[1] or swapped
