"""An article cut for reading: sentences with their tokens, direct speech, clauses and phrases."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from claimtrack.extract.interview import Turn
from claimtrack.extract.reporting_words import Cue, verb_cue
from claimtrack.german.clauses import Clause
from claimtrack.german.cutting import cut
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.german.quotations import Quotation, find_quotations, runs_over
from claimtrack.german.tokens import Token, sentences, tokenize
from claimtrack.german.weak_verbs import opens_frame, with_weak_verbs
from claimtrack.model import Span

_ENDED = re.compile(r"[.!?…][\"“”»«’‘']*$")
_FRAME_BEHIND = re.compile(r",\s+([a-zäöüß]+)\s")
_LINE = re.compile(r"[^\n]+")
_LONGEST_SPEECH = 4000


class Sentence:
    """One sentence: what is in it, each cut or looked up when first asked for.

    Tokens and clauses are named by their index in the sentence, ranges of them end exclusive;
    spans are characters of the article's body.
    """

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
        self.quotations = quotations
        self.body = body
        self.turn: Turn | None = None
        """The turn of an interview that it stands in."""
        self._phrases: dict[int, tuple[Phrase, ...]] = {}

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
        return with_weak_verbs(self.tokens, cut(self.tokens, [mark.span for mark in self.speech]))

    @cached_property
    def cues(self) -> list[Cue | None]:
        """For each clause its reporting verb, None where it has none."""
        return [verb_cue(self.tokens, clause) for clause in self.clauses]

    @cached_property
    def lows(self) -> frozenset[str]:
        """The words of the sentence in lower case, to ask quickly what may be in it."""
        return frozenset({token.word.low for token in self.tokens})

    def phrases(self, i: int) -> tuple[Phrase, ...]:
        """The noun phrases of clause ``i``, its verbs and the word that opens it left out."""
        found = self._phrases.get(i)
        if found is None:
            found = self._phrases[i] = tuple(self._clause_phrases(self.clauses[i]))
        return found

    def _clause_phrases(self, clause: Clause) -> Iterator[Phrase]:
        verbs = clause.predicate.verbs if clause.predicate else ()
        opened = clause.opener is not None and clause.kind in ("sub", "dass", "w")
        start = clause.opener + 1 if opened and clause.opener is not None else clause.start
        return phrases(self.tokens, start, clause.end, verbs)

    def words(self, i: int) -> list[str]:
        """The words and marks of clause ``i`` in lower case."""
        clause = self.clauses[i]
        return [token.low for token in self.tokens[clause.start : clause.end]]

    def opening(self, i: int) -> str:
        """The word that opens clause ``i`` (dass, der …), else its first one, in lower case."""
        clause = self.clauses[i]
        return self.tokens[clause.start if clause.opener is None else clause.opener].low

    def clause_of(self, token: int) -> int | None:
        """The clause in which a token stands, None for the marks between clauses."""
        return next((i for i, c in enumerate(self.clauses) if c.start <= token < c.end), None)

    def quoted(self, token: int) -> bool:
        """Whether a token stands in direct speech."""
        at = self.tokens[token].start
        return any(mark.span.start <= at < mark.span.end for mark in self.speech)

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens ``start`` to ``end``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def token_span(self, token: int) -> Span:
        """The span of one token."""
        return self.span(token, token + 1)

    def phrase_span(self, phrase: Phrase) -> Span:
        """The span of a noun phrase with all that belongs to it."""
        return self.span(phrase.start, phrase.end)

    def clause_span(self, i: int) -> Span:
        """The span of clause ``i``."""
        return self.span(self.clauses[i].start, self.clauses[i].end)

    def verb_spans(self, i: int) -> tuple[Span, ...]:
        """The spans of the verbs of clause ``i``, one for each word."""
        predicate = self.clauses[i].predicate
        return tuple(self.token_span(token) for token in predicate.verbs) if predicate else ()

    @property
    def whole(self) -> Span:
        """The span of the sentence, its full stop with it."""
        return self.span(0, len(self.tokens))


def is_speech(body: str, mark: Quotation) -> bool:
    """Whether words in marks are a sentence of speech rather than a fragment or a title.

    Shapes: „… .“ (ends like a sentence); : „…“; „…“, sagte; „…“ sagte; „Weltklasse“, schwärmte.
    Judged by place and punctuation, a short one by the word that reports behind it.
    """
    inner = body[mark.inner.start : mark.inner.end]
    before = body[max(0, mark.span.start - 2) : mark.span.start].rstrip()
    if before.endswith(":"):
        return True
    if not inner[:1].isupper() and not inner[:1].isdigit():
        return False
    words = inner.count(" ") + 1
    if words > 2 and _ENDED.search(inner):
        return True
    opens = not before or before[-1] in ".!?\n"
    if opens and _reported_behind(body, mark.span.end):
        return True
    after = body[mark.span.end : mark.span.end + 2].lstrip()
    if after.startswith((",", "–", "-")) and words > 3:
        return not before or before[-1] in ".!?,;–\n"
    return words > 4 and opens


def _reported_behind(body: str, end: int) -> bool:
    """Tell whether a comma and a verb or "so" stand behind: "…“, schwärmte X", "…“, so X"."""
    match = _FRAME_BEHIND.match(body, end)
    return match is not None and (match[1] == "so" or opens_frame(match[1]))


def read(body: str, blocks: Sequence[Span]) -> list[Sentence]:
    """The sentences of the given blocks of a body, in order; never one across two lines."""
    found: list[Sentence] = []
    for number, block in enumerate(_paragraphs(body, blocks)):
        marks = find_quotations(body, block.start, block.end)
        starts = [mark.span.start for mark in marks]
        outer = [mark.span for mark in marks if mark.depth == 0]
        for tokens in _merge(tokenize(body, block.start, block.end), outer, body):
            start, end = tokens[0].start, tokens[-1].end
            inside = list(marks[bisect_left(starts, start) : bisect_left(starts, end)])
            found.append(Sentence(len(found), number, tokens, inside, body))
    return found


def _paragraphs(body: str, blocks: Sequence[Span]) -> Iterator[Span]:
    """The lines to read, those that one quotation runs over as one."""
    held: Span | None = None
    for line in _lines(body, blocks):
        if held is None:
            held = line
        elif line.end - held.start < _LONGEST_SPEECH and runs_over(body, held, line):
            held = Span(held.start, line.end)
        else:
            yield held
            held = line
    if held is not None:
        yield held


def _lines(body: str, blocks: Sequence[Span]) -> Iterator[Span]:
    for block in blocks:
        for line in _LINE.finditer(body, block.start, block.end):
            if line.group().strip():
                yield Span(line.start(), line.end())


def _merge(tokens: list[Token], outer: list[Span], body: str) -> Iterator[list[Token]]:
    """Sentences, put together again where a full stop inside quotation marks cut them."""
    held: list[Token] = []
    starts = [marked.start for marked in outer]
    for sentence in sentences(tokens):
        held = held + sentence if held else sentence
        last = bisect_left(starts, held[-1].end) - 1
        if last < 0 or not _open(held[-1].end, outer[last], body):
            yield held
            held = []
    if held:
        yield held


def _open(end: int, marked: Span, body: str) -> bool:
    """Whether a sentence goes on at ``end``: in marks, or behind with a comma or small letter.

    ``marked`` is the last quotation that begins before.
    """
    if marked.start < end < marked.end:
        return marked.end - marked.start < _LONGEST_SPEECH
    if marked.end == end:
        after = body[end : end + 3].lstrip()[:1]
        return after in (",", "–") or after.islower()
    return False
