"""Tokens and sentences with their place in the text.

A full stop is always a token of its own; whether it ends a sentence is decided by what stands
before and after it, so that "14. Oktober", "Benedikt XVI.", "z. B." and "Dr." do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimtrack.german.words import Word, look_up
from claimtrack.lexicon import words
from claimtrack.model import Span

_MARK = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
TOKEN = re.compile(
    rf"[^\W_][\w{_MARK}]*(?:(?:(?<=\d)[.,:](?=\d)|[-’'&/](?=\w))[\w{_MARK}]+)*-?"
    r"|\.\.\.|[^\w\s]|_"
)
_STOPS = frozenset(".!?…:")
_CLOSERS = frozenset('“”"»«’‘)]')
_ROMAN = re.compile(r"[IVXL]+")
_LIMIT = 1200


class Token(NamedTuple):
    """A word or mark: its place in the text, how it is spelled, what it can be."""

    start: int
    end: int
    text: str
    word: Word

    @property
    def low(self) -> str:
        """The spelling in lower case, composed, without soft hyphens."""
        return self.word.low


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]`` with offsets into ``text``."""
    stop = len(text) if end is None else end
    return [
        Token(match.start(), match.end(), (spelling := match.group()), look_up(spelling))
        for match in TOKEN.finditer(text, start, stop)
    ]


@cache
def _abbreviations() -> frozenset[str]:
    return words("abbreviations")


def sentences(tokens: list[Token]) -> Iterator[list[Token]]:
    """Cut tokens into sentences, closing marks and brackets with the sentence that they close."""
    begin = 0
    last = len(tokens) - 1
    for i, token in enumerate(tokens):
        if i < begin:
            continue
        if i < last and not _ends(tokens, i, begin):
            continue
        stop = i + 1
        while stop <= last and tokens[stop].text in _CLOSERS and _closes(tokens, stop):
            stop += 1
        if tokens[i].text in _STOPS or i == last or i - begin > _LIMIT:
            yield tokens[begin:stop]
            begin = stop
    if begin <= last:
        yield tokens[begin:]


def _closes(tokens: list[Token], i: int) -> bool:
    """Whether the mark at i stands right behind what comes before it, as a closing one does."""
    return tokens[i].start == tokens[i - 1].end


def _ends(tokens: list[Token], i: int, begin: int) -> bool:
    text = tokens[i].text
    if text in "!?":
        return _before_capital(tokens, i + 1)
    if text in ("…", "..."):
        return _before_capital(tokens, i + 1)
    if text == ".":
        return not _inner_stop(tokens, i) and _before_capital(tokens, i + 1)
    return i - begin > _LIMIT


def _before_capital(tokens: list[Token], i: int) -> bool:
    while i < len(tokens) and tokens[i].text in _CLOSERS and _closes(tokens, i):
        i += 1
    if i >= len(tokens):
        return True
    following = tokens[i]
    return following.word.capital or not following.word.letters


def _inner_stop(tokens: list[Token], i: int) -> bool:
    """A full stop that belongs to the word before it: ordinal, abbreviation, initial, Roman numeral."""
    if i == 0 or tokens[i - 1].end != tokens[i].start:
        return False
    before = tokens[i - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.start == tokens[i].end and after.word.letters:
        return True
    if before.text.isdigit():
        return len(before.text) <= 2 and after is not None and not _starts_sentence(after)
    if len(before.text) == 1 and before.word.capital:
        return True
    if _ROMAN.fullmatch(before.text):
        return after is not None and not _starts_sentence(after)
    return before.low in _abbreviations()


def _starts_sentence(token: Token) -> bool:
    """A capitalised word that is written small inside a sentence: it begins a new one."""
    return token.word.capital and bool(token.word.classes)


def span_of(tokens: list[Token]) -> Span:
    """From the first character of the first token to the last of the last."""
    return Span(tokens[0].start, tokens[-1].end)
