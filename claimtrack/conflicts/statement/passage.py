"""Where claims stand in the text of their article: sentences, paragraphs, and what is between."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from claimtrack.german.tokens import is_part_of_word
from claimtrack.model import Source

Texts = Callable[[Source], str | None]
"""The body of an article; None where it is not to be had."""

_END = re.compile(r"[.!?…][“”\"«»’')\]]*\s+(?=[„“\"»«‚(]?[A-ZÄÖÜ0-9])|\n\s*\n")
_PARAGRAPH = re.compile(r"\n\s*\n")


def no_text(_: Source) -> None:
    """No article's text: the ledger alone is looked at."""


NO_TEXT: Texts = no_text


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """An article's text with the offsets (characters of its body) where sentences and paragraphs
    begin."""

    text: str
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

    @staticmethod
    def of(text: str) -> Layout:
        """The layout of a text."""
        ends = (match for match in _END.finditer(text) if not _belongs(text, match))
        starts = [0, *(match.end() for match in ends)]
        return Layout(text, tuple(starts), (0, *(m.end() for m in _PARAGRAPH.finditer(text))))

    def sentence(self, offset: int) -> int:
        """The sentence at an offset, counted from 0."""
        return bisect_right(self.sentences, offset) - 1

    def paragraph(self, offset: int) -> int:
        """The paragraph at an offset, counted from 0."""
        return bisect_right(self.paragraphs, offset) - 1

    def words(self, first: int, last: int | None = None) -> str:
        """The text of a sentence, or of several from the first to the last."""
        last = first if last is None else last
        end = self.sentences[last + 1] if last + 1 < len(self.sentences) else len(self.text)
        return self.text[self.sentences[max(first, 0)] : end]


def _belongs(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to the word before it: "am 3. Oktober", "J. Berg"."""
    return text[match.start()] == "." and is_part_of_word(text, match.start())
