"""Two wordings as one text, word by word: what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.analysis.claim_diff import WORD, stretches
from claimtrack.render.screen import Piece, Screen, plain

_WORD = re.compile(rf"(?<!\s)\s*(?:{WORD}|[^\w\s])")
"""A word ("10.000", "US-Soldaten") or a sign, with the blanks before it."""


def word_difference(old: str, new: str, screen: Screen) -> Iterator[Piece]:
    """The words of both texts in order, those that went and those that came marked.

    By colour where there is some; else, as in git's word diff, ``[-so-]`` and ``{+so+}``.

    >>> from claimtrack.render.screen import Screen
    >>> "".join(piece.text for piece in word_difference("rund 300 Tote", "300 Tote", Screen()))
    '[-rund-] 300 Tote'
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    coloured = screen.paint is not plain
    for same, of_old, of_new in stretches(_bare(before), _bare(after)):
        went, came = "".join(before[of_old]), "".join(after[of_new])
        if same:
            yield Piece(max(went, came, key=_blanks))  # beside what went, the blank is in one only
            continue
        yield from _marked(went, "gone", "" if coloured else "[-]")
        # Without colour both stand in one place, as git has it.
        yield from _marked(
            came if coloured or not went else came.lstrip(), "came", "" if coloured else "{+}"
        )


def _bare(words: list[str]) -> list[str]:
    return [word.lstrip() for word in words]


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip())


def _marked(text: str, style: str, marks: str) -> Iterator[Piece]:
    """Words in their style, or between marks: ``[-`` and ``-]``."""
    words = text.strip()
    if words and text[0].isspace():
        yield Piece(" ")
    if words:
        yield Piece(f"{marks[:2]}{words}{marks[1:]}", style)
