"""One sentence of a text: its tokens, direct speech, clauses and noun phrases."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from claimtrack.german.clauses import Clause
from claimtrack.german.cutting import cut
from claimtrack.german.lazy import lazy
from claimtrack.german.phrases import Phrase, phrases
from claimtrack.german.quotations import Quotation
from claimtrack.german.tokens import LOW, Token
from claimtrack.german.weak_verbs import opens_frame, with_weak_verbs
from claimtrack.model import Span

_ENDED = re.compile(r"[.!?…][\"“”»«’‘']*$")
_FRAME_BEHIND = re.compile(r",\s+([a-zäöüß]+)\s")


class Sentence:
    """What is in one sentence, each cut or looked up when first asked for.

    Tokens and clauses are named by their index in the sentence, ranges of them end exclusive;
    spans are characters of ``body``, the text that the sentence stands in.
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
        self._phrases: dict[int, tuple[Phrase, ...]] = {}
        self._words: dict[int, list[str]] = {}

    @lazy
    def speech(self) -> list[Quotation]:
        """The quotations that are direct speech, sentences of their own."""
        return [mark for mark in self.quotations if mark.depth == 0 and is_speech(self.body, mark)]

    @lazy
    def fragments(self) -> list[Quotation]:
        """The other quotations: words woven into a sentence, titles, scare words."""
        whole = set(self.speech)
        return [mark for mark in self.quotations if mark not in whole]

    @lazy
    def clauses(self) -> list[Clause]:
        """The clauses; direct speech is kept whole."""
        return with_weak_verbs(self.tokens, cut(self.tokens, [mark.span for mark in self.speech]))

    @lazy
    def lows(self) -> frozenset[str]:
        """The words of the sentence in lower case, to ask quickly what may be in it."""
        return frozenset(map(LOW, self.tokens))

    @lazy
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def within(self, span: Span) -> range:
        """The tokens that begin within a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def phrases(self, i: int) -> tuple[Phrase, ...]:
        """The noun phrases of clause ``i``, its verbs and the word that opens it left out."""
        held = self._phrases.get(i)
        if held is None:
            held = self._phrases[i] = tuple(self._clause_phrases(self.clauses[i]))
        return held

    def phrases_between(self, start: int, end: int) -> Iterator[Phrase]:
        """The noun phrases that begin in the tokens ``start`` to ``end``, in order."""
        for i, clause in enumerate(self.clauses):
            if clause.start < end and start < clause.end:
                yield from (phrase for phrase in self.phrases(i) if start <= phrase.start < end)

    def _clause_phrases(self, clause: Clause) -> Iterator[Phrase]:
        verbs = clause.predicate.verbs if clause.predicate else ()
        start, opener = clause.start, clause.opener
        if opener is not None and clause.kind in ("sub", "dass", "w"):
            start = opener + 1
        elif opener == start and clause.kind == "rel" and self._stands_alone(opener):
            yield Phrase(opener, opener + 1, opener + 1, opener, None)
            start = opener + 1
        yield from phrases(self.tokens, start, clause.end, verbs)

    def _stands_alone(self, opener: int) -> bool:
        """Whether a relative pronoun is a phrase, no article: "die von 300 Gästen sprach"."""
        return "article" in self.tokens[opener].word.classes

    def words(self, i: int) -> list[str]:
        """The words and marks of clause ``i`` in lower case."""
        held = self._words.get(i)
        if held is None:
            clause = self.clauses[i]
            held = list(map(LOW, self.tokens[clause.start : clause.end]))
            self._words[i] = held
        return held

    def opening(self, i: int) -> str:
        """The word that opens clause ``i`` (dass, der …), else its first one, in lower case."""
        clause = self.clauses[i]
        return self.tokens[clause.start if clause.opener is None else clause.opener].low

    def clause_of(self, token: int) -> int | None:
        """The clause in which a token stands, None for the marks between clauses."""
        return next((i for i, c in enumerate(self.clauses) if c.start <= token < c.end), None)

    def quoted(self, token: int) -> bool:
        """Whether a token stands in direct speech."""
        if not self.speech:
            return False
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

    @lazy
    def whole(self) -> Span:
        """The span of the sentence, its full stop with it."""
        return self.span(0, len(self.tokens))


def is_speech(body: str, mark: Quotation) -> bool:
    """Whether words in marks are a sentence of speech rather than a fragment or a title.

    Shapes: „… .“ (ends like a sentence); : „…“; „…“, sagte; „…“ sagte; „Weltklasse“, schwärmte;
    „…“: X mahnt. Judged by place and punctuation, a short one by the word that reports behind it.
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
    return opens and words > (2 if after.startswith(":") else 4)


def _reported_behind(body: str, end: int) -> bool:
    """Tell whether a comma and a verb or "so" stand behind: "…“, schwärmte X", "…“, so X"."""
    match = _FRAME_BEHIND.match(body, end)
    return match is not None and (match[1] == "so" or opens_frame(match[1]))
