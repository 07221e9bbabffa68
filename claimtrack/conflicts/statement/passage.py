"""Where claims stand in the text of their article: sentences, paragraphs, and what is between."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from claimtrack.lexicon.stems import is_function_word, words
from claimtrack.model import Source

Texts = Callable[[Source], str | None]
"""The body of an article; None where it is not to be had."""

_END = re.compile(r"[.!?…][“”\"«»’')\]]*\s+(?=[„“\"»«‚(]?[A-ZÄÖÜ0-9])|\n\s*\n")
_ORDINAL = re.compile(r"\b\d{1,2}\.$")
_NO_END = re.compile(r"(?:\b[A-ZÄÖÜ]|\b(?:Dr|Prof|St|Nr|Mio|Mrd|Art|Abs|ca|bzw|vgl|Jr|Sr|etc))\.$")
"""Initials and abbreviations: their full stop ends no sentence, nor does that of an ordinal."""
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
    if text[match.start()] != ".":
        return False
    before = text[max(0, match.start() - 8) : match.start() + 1]
    if _ORDINAL.search(before):
        return not any(map(is_function_word, words(text[match.end() : match.end() + 20])[:1]))
    return bool(_NO_END.search(before))
