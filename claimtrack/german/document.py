"""A German text read once: tokens, sentences, and what each sentence holds.

Everything else asks the document: which words, sentences, clauses, noun phrases and quotations a
text has is decided here. Offsets are characters of its text, end exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrack.german.dates import DateMention, find_dates
from claimtrack.german.lazy import lazy
from claimtrack.german.numbers import Quantity, beginnings, find_quantities
from claimtrack.german.quotations import find_quotations, runs_over
from claimtrack.german.sentence import Sentence
from claimtrack.german.tokens import Token, sentences, span_of, tokenize
from claimtrack.model import Span

_LINE = re.compile(r"[^\n]+")
_LONGEST_SPEECH = 4000
"""Characters of a quotation that may hold sentences together; a longer one is a stray mark."""


@dataclass(frozen=True)
class Document:
    """A text, its tokens, its sentences, its numbers and its dates.

    ``tokens`` are those of the whole text; ``sentences`` those of the stretches that are read.
    ``parts`` are the tokens between full stops and line ends anywhere in the text, so that direct
    speech inside a sentence has parts of its own. ``published`` is the EDTF day from which words
    like "gestern" count.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    parts: tuple[list[Token], ...]
    published: str | None = None

    @lazy
    def starts(self) -> list[int]:
        """Where each part begins."""
        return [part[0].start for part in self.parts]

    @lazy
    def _places(self) -> list[int]:
        return [token.start for token in self.tokens]

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of the text with what hedges, measures and ranges them, in order."""
        return find_quantities(self.text, self._beginnings)

    @lazy
    def _beginnings(self) -> list[Span]:
        return beginnings(self.tokens)

    @lazy
    def _beginning_ends(self) -> list[int]:
        return [word.end for word in self._beginnings]

    def _may_count(self, span: Span) -> bool:
        """Whether a number may begin within a span: many texts have none where one is asked for."""
        i = bisect_right(self._beginning_ends, span.start)
        return i < len(self._beginnings) and self._beginnings[i].start < span.end

    @lazy
    def _number_places(self) -> list[int]:
        return [quantity.start for quantity in self.quantities]

    @lazy
    def dates(self) -> tuple[DateMention, ...]:
        """The dates that the text names, in order, read in the course of the whole text."""
        return find_dates(self.text, self.published)

    def dates_in(self, span: Span) -> Sequence[DateMention]:
        """The dates whose words touch a span, in order."""
        first = bisect_right(self._date_ends, span.start)
        stop = bisect_left(self._date_starts, span.end)
        return self.dates[first:stop]

    @lazy
    def _date_starts(self) -> list[int]:
        return [date.start for date in self.dates]

    @lazy
    def _date_ends(self) -> list[int]:
        return [date.end for date in self.dates]

    def quantity_indexes(self, span: Span) -> range:
        """The indexes of the quantities that lie within a span."""
        if not self._may_count(span):
            return range(0)
        first = bisect_left(self._number_places, span.start)
        stop = bisect_left(self._number_places, span.end, first)
        while stop > first and self.quantities[stop - 1].end > span.end:
            stop -= 1
        return range(first, stop)

    def quantities_in(self, span: Span) -> Sequence[Quantity]:
        """The quantities that lie within a span, in order."""
        indexes = self.quantity_indexes(span)
        return self.quantities[indexes.start : indexes.stop]

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """The tokens that begin within a span."""
        return self.tokens[self.token_index(span.start) : self.token_index(span.end)]

    def token_index(self, at: int) -> int:
        """The index of the first token that begins at a character or behind it."""
        return bisect_left(self._places, at)

    def bracketed(self, i: int) -> Span | None:
        """What stands in the brackets that token ``i`` opens, on one line and with none inside."""
        if self.tokens[i].text != "(":
            return None
        for j in range(i + 1, len(self.tokens)):
            token = self.tokens[j]
            if token.text in ("(", ")"):
                inside = Span(self.tokens[i].end, token.start)
                closed = token.text == ")" and "\n" not in self.text[slice(*inside)]
                return inside if closed else None
        return None

    def words_in(self, span: Span) -> list[Token]:
        """The words that begin within a span, without the marks between them."""
        return [token for token in self.tokens_in(span) if token.text[0].isalnum()]

    def part_span(self, at: int) -> Span:
        """The span of the part in which a character lies."""
        return span_of(self.parts[self.part_at(at)]) if self.parts else Span(at, at)

    def part_at(self, at: int) -> int:
        """The number of the part in which a character lies, the first for what is before it."""
        return max(0, bisect_right(self.starts, at) - 1)


def read(
    text: str, stretches: Sequence[Span] | None = None, published: str | None = None
) -> Document:
    """Read a text; ``stretches`` are what is to be read of it as sentences, all by default.

    No sentence runs across two lines, unless a quotation does.
    """
    tokens = tokenize(text)
    places = [token.start for token in tokens]

    def within(span: Span) -> list[Token]:
        return tokens[bisect_left(places, span.start) : bisect_left(places, span.end)]

    if stretches is None:
        stretches = [Span(0, len(text))]
    parts: list[list[Token]] = []
    whole: list[Sentence] = []
    done = 0
    for number, paragraph in enumerate(_paragraphs(text, stretches)):
        for line in _lines(text, [Span(done, paragraph.start)]):
            parts += sentences(within(line))
        read_parts = list(sentences(within(paragraph)))
        parts += read_parts
        whole += _whole(text, paragraph, read_parts, number, len(whole))
        done = paragraph.end
    for line in _lines(text, [Span(done, len(text))]):
        parts += sentences(within(line))
    return Document(text, tuple(tokens), tuple(whole), tuple(parts), published)


def _whole(
    text: str, paragraph: Span, parts: Sequence[list[Token]], number: int, index: int
) -> Iterator[Sentence]:
    """The sentences of a paragraph out of its parts between full stops, numbered from ``index``."""
    marks = find_quotations(text, paragraph.start, paragraph.end)
    places = [mark.span.start for mark in marks]
    outer = [mark.span for mark in marks if mark.depth == 0]
    for i, tokens in enumerate(_merged(parts, outer, text)):
        first, last = bisect_left(places, tokens[0].start), bisect_left(places, tokens[-1].end)
        yield Sentence(index + i, number, tokens, list(marks[first:last]), text)


def _paragraphs(text: str, stretches: Sequence[Span]) -> Iterator[Span]:
    """The lines to read, those that one quotation runs over as one."""
    held: Span | None = None
    for line in _lines(text, stretches):
        if held is None:
            held = line
        elif line.end - held.start < _LONGEST_SPEECH and runs_over(text, held, line):
            held = Span(held.start, line.end)
        else:
            yield held
            held = line
    if held is not None:
        yield held


def _lines(text: str, stretches: Sequence[Span]) -> Iterator[Span]:
    """The lines of the stretches that hold anything but blanks."""
    for stretch in stretches:
        for line in _LINE.finditer(text, stretch.start, stretch.end):
            if line.group().strip():
                yield Span(line.start(), line.end())


def _merged(parts: Sequence[list[Token]], outer: list[Span], text: str) -> Iterator[list[Token]]:
    """Sentences, put together again where a full stop inside quotation marks cut them."""
    held: list[Token] = []
    starts = [marked.start for marked in outer]
    for part in parts:
        held = held + part if held else part
        last = bisect_left(starts, held[-1].end) - 1
        if last < 0 or not _open(held[-1].end, outer[last], text):
            yield held
            held = []
    if held:
        yield held


def _open(end: int, marked: Span, text: str) -> bool:
    """Whether a sentence goes on at ``end``: in marks, or behind with a comma or small letter.

    ``marked`` is the last quotation that begins before.
    """
    if marked.start < end < marked.end:
        return marked.end - marked.start < _LONGEST_SPEECH
    if marked.end == end:
        after = text[end : end + 3].lstrip()[:1]
        return after in (",", "–") or after.islower()
    return False
