"""What narrows a figure, in the words of its clause: its scope.

Shapes: "seit Beginn des Krieges", "im Jahr 2022", "bis Jahresende" (when); "in Köln", "in der
Provinz Lesk", "bundesweit" (where); "pro Kopf", "je Einwohner", "täglich", "jede Brücke" (per
what); "300 der Festgenommenen", "von den 402 Festgenommenen", "davon", "darunter" (of whom);
"insgesamt" (all); "geplant", "will", "fordert", "rechnet", "Platz" (a plan, a demand, a forecast,
room for so many). The words are ``scope_words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrack.extract.figure.counted_noun import SUMS
from claimtrack.extract.figure.per_unit import measured, per_unit
from claimtrack.extract.sentence import Sentence
from claimtrack.german import nouns
from claimtrack.german.animacy import time_noun
from claimtrack.german.names import is_thing
from claimtrack.german.phrases import Phrase
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("scope_words")
_GENITIVE = classes("grammar_words")["genitive"]
_SORTS = ("plan", "demand", "forecast", "capacity")
_ALONE = _WORDS["per_adverb"] | _WORDS["everywhere"] | _WORDS["total"] | _WORDS["past"]
_SPANNING = frozenset({"innerhalb", "binnen", "seit"})
"""Words before another preposition: "innerhalb von drei Monaten", "seit über zehn Jahren"."""
_SHORTEST_PART = 4
_NEAR = 3
"""Tokens from davon or darunter to its number, at the most."""
_OF_WHOLE = re.compile(r"\s(?:der|dieser|ihrer|seiner|aller|von|unter)(?=\s)")


def scope(sentence: Sentence, figure: Span, *, told: bool) -> tuple[str, ...]:
    """The phrases that narrow the figure at a span of the body, in order of the text.

    ``told`` says that the figure's clause is itself the act of speaking ("Am Montag zählte die
    Polizei …"): its day is that of speaking.
    """
    tokens = sentence.tokens
    at = next((n for n, token in enumerate(tokens) if token.end > figure.start), None)
    clause = None if at is None else sentence.clause_of(at)
    if at is None or clause is None:
        return ()
    spans = {
        span
        for spans in (
            _times(sentence, clause, told),
            _phrases(sentence, clause, figure),
            _words(sentence, clause, at),
            _measures(sentence, clause, figure),
            _whole(sentence, figure),
            _sorts(sentence, clause),
        )
        for span in spans
        if span.end <= figure.start or span.start >= figure.end
    }
    outer = [one for one in spans if not any(_holds(other, one) for other in spans)]
    return tuple(" ".join(sentence.body[slice(*span)].split()) for span in sorted(outer))


def _holds(outer: Span, inner: Span) -> bool:
    return outer != inner and outer.start <= inner.start and inner.end <= outer.end


def _times(sentence: Sentence, i: int, told: bool) -> Iterator[Span]:
    """The dates of clause ``i`` with their prepositions; no heute, of an act of speaking no day."""
    clause = sentence.clause_span(i)
    for date in sentence.document.dates_in(clause):
        if date.text.lower() in _WORDS["today"] or (told and date.shape in ("weekday", "day")):
            continue
        span = Span(max(date.start, clause.start), min(date.end, clause.end))
        first = next(n for n, token in enumerate(sentence.tokens) if token.end > span.start)
        while first > sentence.clauses[i].start and _leads(sentence.tokens[first - 1], "time"):
            first -= 1
        yield Span(sentence.tokens[first].start, span.end)


def _leads(token: Token, sort: str) -> bool:
    """Whether a word leads up to a time or a place: a preposition of it, or an article."""
    return token.low in _WORDS[f"{sort}_before"] or "article" in token.word.classes


def _phrases(sentence: Sentence, i: int, figure: Span) -> Iterator[Span]:
    """The noun phrases of clause ``i`` that tell a time, a place, a unit or a whole."""
    phrases = sentence.phrases(i)
    for index, phrase in enumerate(phrases):
        if _narrows(sentence, phrase, figure):
            end = phrase.end
            following = phrases[index + 1] if index + 1 < len(phrases) else None
            if following and following.start == end and sentence.tokens[end].low in _GENITIVE:
                end = following.end
            start = phrase.start - (phrase.governed is not None)
            if start > sentence.clauses[i].start and sentence.tokens[start - 1].low in _SPANNING:
                start -= 1
            yield sentence.span(start, end)


def _narrows(sentence: Sentence, phrase: Phrase, figure: Span) -> bool:
    tokens = sentence.tokens[phrase.start : phrase.core]
    head = sentence.tokens[phrase.head]
    if phrase.governed in _WORDS["since"]:
        return True
    if phrase.governed in _WORDS["time_before"] and _is_time(head):
        return True
    if tokens[0].low in _WORDS["every"]:
        return _is_time(head) or _is_sum(sentence, figure)
    if phrase.governed in _WORDS["place_before"] and _is_place(tokens, head):
        return True
    return phrase.governed in ("von", "unter") and _is_whole(sentence, phrase, figure)


def _is_time(head: Token) -> bool:
    return _ends_in(head.low, _WORDS["time_noun"])


def _is_place(tokens: Sequence[Token], head: Token) -> bool:
    """Whether a phrase names a place: a noun of one, or a name without an article."""
    if not head.word.capital or time_noun(head.low):
        return False
    if any(_ends_in(token.low, _WORDS["place_noun"]) for token in tokens if token.word.capital):
        return True
    noun = nouns.read(head.text)
    bare = tokens[0].word.capital and not any(token.text[0].isdigit() for token in tokens)
    return bare and noun is None and _can_be_name(head)


def _can_be_name(token: Token) -> bool:
    low = token.low
    if low in _WORDS["no_place"] or low.endswith(tuple(_WORDS["no_place_ending"])):
        return False
    return not (is_thing(token.text) or _is_time(token) or token.word.verb)


def _ends_in(low: str, words: frozenset[str]) -> bool:
    """Whether a noun is one of the words, or a compound that ends in one."""
    ends = range(_SHORTEST_PART - 1, len(low) - _SHORTEST_PART + 1)
    return low in words or any(low[i:] in words for i in ends)


def _is_sum(sentence: Sentence, figure: Span) -> bool:
    return any(one.kind in SUMS for one in sentence.document.quantities_in(figure))


def _is_whole(sentence: Sentence, phrase: Phrase, figure: Span) -> bool:
    """Whether a phrase before a number is the whole of it: "von den 402 Festgenommenen … 141"."""
    span = sentence.phrase_span(phrase)
    counted = bool(sentence.document.quantity_indexes(span))
    plural = sentence.tokens[phrase.start].low in ("den", "diesen", "ihnen", "denen", "ihren")
    return span.end <= figure.start and plural and (counted or phrase.head == phrase.start)


def _words(sentence: Sentence, i: int, at: int) -> Iterator[Span]:
    """Words that narrow by themselves: täglich, pro Kopf, bundesweit, insgesamt, davon."""
    clause = sentence.clauses[i]
    for n in range(clause.start, clause.end):
        low = sentence.tokens[n].low
        following = sentence.tokens[n + 1] if n + 1 < clause.end else None
        if low in _ALONE or (low in _WORDS["part"] and n < at <= n + _NEAR):
            yield sentence.token_span(n)
        elif low in _WORDS["per_before"] and following and following.word.capital:
            yield sentence.span(n, n + 2)
    before = sentence.tokens[clause.start - 1] if clause.start else None
    if before and before.low in _WORDS["part"]:
        yield sentence.token_span(clause.start - 1)


def _measures(sentence: Sentence, i: int, figure: Span) -> Iterator[Span]:
    """The number by which a figure is measured: "je 100 Milliliter", "pro 100.000 Einwohner"."""
    document = sentence.document
    for index in document.quantity_indexes(sentence.clause_span(i)):
        span = per_unit(document, index)
        if span is None:
            continue
        counted = document.quantities[measured(document, index)]
        if counted.start < figure.end and figure.start < counted.end:
            yield span


def _whole(sentence: Sentence, figure: Span) -> Iterator[Span]:
    """The whole behind its part: "300 der Festgenommenen", "zwölf von ihnen"."""
    match = _OF_WHOLE.match(sentence.body, figure.end)
    if match is None:
        return
    for i in range(len(sentence.clauses)):
        for phrase in sentence.phrases(i):
            span = sentence.phrase_span(phrase)
            if figure.end < span.start <= match.end() + 1 and span.end > match.end():
                yield Span(match.start() + 1, span.end)
                return


def _sorts(sentence: Sentence, i: int) -> Iterator[Span]:
    """The words of clause ``i`` that make its number a plan, a demand, a forecast or room."""
    clause = sentence.clauses[i]
    predicate = clause.predicate
    asked = frozenset[str]().union(*(_WORDS[sort] for sort in _SORTS))
    for n in range(clause.start, clause.end):
        token = sentence.tokens[n]
        if token.low in _WORDS["sort_word"] or (token.low in _WORDS["room"] and _for(sentence, n)):
            yield sentence.token_span(n)
    if predicate is None or not asked & {*predicate.lemmas, predicate.modal or ""}:
        return
    if "rechnen" in predicate.lemmas and "mit" not in sentence.words(i):
        return
    if predicate.modal in asked and predicate.finite is not None:
        yield sentence.token_span(predicate.finite)
        return
    own = (n for n in predicate.verbs if not sentence.tokens[n].word.auxiliary)
    yield sentence.token_span(next(own, predicate.verbs[0]))


def _for(sentence: Sentence, n: int) -> bool:
    return n + 1 < len(sentence.tokens) and sentence.tokens[n + 1].low == "für"
