"""An article cut for reading: sentences with their tokens, direct speech and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from claimtrack.german.clauses import Clause
from claimtrack.german.cutting import cut
from claimtrack.german.quotations import Quotation, find_quotations
from claimtrack.german.tokens import Token, sentences, tokenize
from claimtrack.model import Span

_ENDED = re.compile(r"[.!?…][\"“”»«’‘']*$")
_LONGEST_SPEECH = 4000


class Sentence:
    """One sentence: its tokens, the quotations in it, its clauses (cut when first asked for)."""

    def __init__(
        self,
        index: int,
        paragraph: int,
        tokens: list[Token],
        quotations: list[Quotation],
        body: str,
    ) -> None:
        self.index = index
        self.paragraph = paragraph
        self.tokens = tokens
        self.body = body
        self.quotations = quotations
        self.start = tokens[0].start
        self.end = tokens[-1].end

    @cached_property
    def speech(self) -> list[Quotation]:
        """The quotations that are direct speech, sentences of their own."""
        return [mark for mark in self.quotations if mark.depth == 0 and is_speech(self.body, mark)]

    @cached_property
    def fragments(self) -> list[Quotation]:
        """The other quotations: words woven into a sentence, titles, scare words."""
        whole = set(self.speech)
        return [mark for mark in self.quotations if mark not in whole]

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses; direct speech is kept whole."""
        return cut(self.tokens, [mark.span for mark in self.speech])

    @cached_property
    def lows(self) -> frozenset[str]:
        """The words of the sentence in lower case, to ask quickly what may be in it."""
        return frozenset(token.word.low for token in self.tokens)

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens ``start`` to ``end`` (exclusive)."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def text(self, start: int, end: int) -> str:
        """The words of the tokens ``start`` to ``end`` (exclusive)."""
        return self.body[self.tokens[start].start : self.tokens[end - 1].end]

    def quoted(self, i: int) -> bool:
        """Whether token i stands in direct speech."""
        at = self.tokens[i].start
        return any(mark.span.start <= at < mark.span.end for mark in self.speech)


def is_speech(body: str, mark: Quotation) -> bool:
    """Whether words in marks are a sentence of speech rather than a fragment or a title.

    Shapes: „… .“ (ends like a sentence); : „…“; „…“, sagte; „…“ sagte. Judged by place and
    punctuation; the verbs around are looked at later.
    """
    inner = body[mark.inner.start : mark.inner.end]
    before = body[max(0, mark.span.start - 2) : mark.span.start].rstrip()
    after = body[mark.span.end : mark.span.end + 2].lstrip()
    if before.endswith(":"):
        return True
    words = inner.count(" ") + 1
    if _ENDED.search(inner) and words > 2 and inner[:1].isupper():
        return True
    if after.startswith((",", "–", "-")) and inner[:1].isupper() and words > 3:
        return not before or before[-1:] in ".!?,;–\n"
    return inner[:1].isupper() and words > 4 and (not before or before[-1:] in ".!?\n")


def read(body: str, blocks: Sequence[Span]) -> list[Sentence]:
    """The sentences of the given blocks of a body, in order; never one across two blocks."""
    found: list[Sentence] = []
    for number, block in enumerate(_paragraphs(body, blocks)):
        marks = find_quotations(body, block.start, block.end)
        outer = [mark for mark in marks if mark.depth == 0]
        tokens = tokenize(body, block.start, block.end)
        for sentence in _merge(tokens, outer, body):
            start, end = sentence[0].start, sentence[-1].end
            inside = [mark for mark in marks if start <= mark.span.start < end]
            found.append(Sentence(len(found), number, sentence, inside, body))
    return found


def _paragraphs(body: str, blocks: Sequence[Span]) -> Iterator[Span]:
    for block in blocks:
        start = block.start
        for part in re.finditer(r"[^\n]+", body[block.start : block.end]):
            if part.group().strip():
                yield Span(start + part.start(), start + part.end())


def _merge(tokens: list[Token], outer: list[Quotation], body: str) -> Iterator[list[Token]]:
    """Sentences, put together again where a full stop inside quotation marks cut them."""
    held: list[Token] = []
    for sentence in sentences(tokens):
        held = held + sentence if held else sentence
        if not _open(held, outer, body):
            yield held
            held = []
    if held:
        yield held


def _open(held: list[Token], outer: list[Quotation], body: str) -> bool:
    """Whether the sentence goes on: inside marks, or behind them with a comma or a small letter."""
    end = held[-1].end
    for mark in outer:
        if mark.span.start < end < mark.span.end:
            return mark.span.end - mark.span.start < _LONGEST_SPEECH
        if mark.span.end == end:
            after = body[end : end + 3].lstrip()[:1]
            return after == "," or after.islower() or after == "–"
    return False
