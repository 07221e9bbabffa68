"""Whom words were said to: the outlet that a frame names beside its speaker.

It carried the words and is no part of the speaker. Shapes: "sagte ein Sprecher der Feuerwehr der
dpa", "sagte Moser dem NDR", "so Moser zur APA", "gegenüber dem Bayerischen Rundfunk", "im
Deutschlandfunk", "am ARD-Mikrofon", "auf Telegram", "im Kurznachrichtendienst X", "im Gespräch mit
der Nachrichtenagentur Reuters", "auf APA-Anfrage", "dem «Seeblick»", "unserer
Zeitung", "in der ARD-Sendung „Brennpunkt“". No recipients: "der Chefredakteur der ARD" (an owner),
"mit Blick auf", "zur Zeit" (nouns like any other unless they stand in marks).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.outlet_names import (
    compound_outlet,
    is_agency,
    is_common_noun,
    outlet_end,
)
from claimtrack.german import nouns
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.attributes import is_attribute
from claimtrack.german.names import is_first_name
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes
from claimtrack.model import Span

_WORDS = classes("speech_words")
_ARTICLES = frozenset({"der", "dem", "den", "des", "einer", "einem", "unserer", "unserem", "dieser",
                       "diesem", "seiner", "ihrer"})  # fmt: skip
_PREPOSITIONS = _WORDS["told"] | _WORDS["told_name"] | _WORDS["told_there"]
_BEFORE_COMPOUNDS = _WORDS["told_there"] - _WORDS["told_name"]
"""Prepositions that only a compound makes one of a recipient: "am ARD-Mikrofon"."""

_OF_ACTS = frozenset({"gegenüber"}) | _BEFORE_COMPOUNDS
"""Prepositions of a recipient inside an act, where others tell of something else."""

_OPENING = MARKS - {"“", "”", "«", "»", '"'}
"""Marks that surely open, behind which a phrase begins."""


_TWO_WORDS = frozenset({"Truth Social"})
"""Platforms of two words; the first alone is none."""


class Recipient(NamedTuple):
    """Tokens of a recipient: where its preposition or article stands, and its name."""

    opener: int
    start: int
    end: int


def apart(sentence: Sentence, candidate: Candidate) -> Candidate:
    """A candidate whose recipients are relays and no longer part of its speaker."""
    recipients = [
        recipient
        for start, end in _ranges(sentence, candidate)
        for recipient in find(sentence.tokens, start, end)
        if _can_be_told(sentence.tokens, candidate, recipient)
        and not _in_attribute(sentence, candidate.speaker, recipient)
    ]
    if not recipients:
        return candidate
    openers = [sentence.tokens[recipient.opener].start for recipient in recipients]
    speaker = tuple(_cut(sentence, span, openers) for span in candidate.speaker)
    names = tuple((_name(sentence, r),) for r in recipients)
    relays = tuple(name for name in names if not _within(name[0], speaker))
    return candidate._replace(speaker=speaker, via=(*relays, *candidate.via))


def _in_attribute(sentence: Sentence, speaker: Spans, recipient: Recipient) -> bool:
    """Whether an outlet only says where a paper appeared: "der im „Blatt“ gedruckten Studie"."""
    if recipient.end >= len(sentence.tokens):
        return False
    behind = sentence.tokens[recipient.end]
    inside = _within(_span(sentence, recipient), speaker)
    goes_on = any(span.start <= behind.start < span.end for span in speaker)
    return inside and goes_on and is_attribute(behind)


def told(sentence: Sentence) -> tuple[Spans, ...]:
    """The outlets behind a preposition in a sentence, for who goes on to speak in the next one."""
    tokens = sentence.tokens
    governed = [i for i in range(len(tokens) - 1) if tokens[i].low in _PREPOSITIONS]
    found = (_behind_preposition(tokens, i, len(tokens)) for i in governed)
    return tuple((_name(sentence, recipient),) for recipient in found if recipient)


def _name(sentence: Sentence, recipient: Recipient) -> Span:
    """The span of an outlet's name; of a compound its first part: ARD in "ARD-Sendung"."""
    token = sentence.tokens[recipient.start]
    part = compound_outlet(token.text)
    return Span(token.start, token.start + len(part)) if part else _span(sentence, recipient)


def _span(sentence: Sentence, recipient: Recipient) -> Span:
    return sentence.span(recipient.start, recipient.end)


def _can_be_told(tokens: Sequence[Token], candidate: Candidate, recipient: Recipient) -> bool:
    """Tell whether a frame leaves room for a recipient.

    A bare "der" behind a source is its owner ("nach Informationen der „Post“"); marks in an act
    may hold anything ("drohte der „Allianz“").
    """
    if candidate.rule == "according" and tokens[recipient.opener].low in _ARTICLES:
        return False
    if candidate.kind != "reported":
        return True
    return tokens[recipient.opener].low in _OF_ACTS and tokens[recipient.start].text not in MARKS


def _ranges(sentence: Sentence, candidate: Candidate) -> Iterator[tuple[int, int]]:
    """Token ranges in which a recipient can stand: the frame without words of speech.

    A reported act is its own frame.
    """
    for frame in candidate.frame:
        inside = sentence.within(frame)
        first = next((i for i in inside if _is_free(sentence, candidate, i)), None)
        if first is not None:
            last = next(i for i in reversed(inside) if _is_free(sentence, candidate, i))
            end = _pieces_end(sentence, candidate, last + 1)
            yield first, end
            yield from _behind_relative(sentence, candidate, end)


def _is_free(sentence: Sentence, candidate: Candidate, i: int) -> bool:
    """Whether a token of a frame stands in no words of speech; of an act they are the frame."""
    if sentence.quoted(i):
        return False
    return candidate.kind == "reported" or not candidate.holds(sentence.token_span(i))


def _behind_relative(
    sentence: Sentence, candidate: Candidate, end: int
) -> Iterator[tuple[int, int]]:
    """The piece behind a relative clause about the speaker: "sagte X, der …, der dpa"."""
    for clause, following in pairwise(sentence.clauses):
        relative = clause.kind == "rel" and end <= clause.start <= end + 1
        own = following.kind == "frag" and following.before == ","
        if relative and own and not candidate.holds(sentence.span(following.start, following.end)):
            yield following.start - 1, following.end


def _pieces_end(sentence: Sentence, candidate: Candidate, end: int) -> int:
    """Where pieces without a verb behind a frame end: "sagte X, Chef von Y, der „Zeit“ …"."""
    for i, clause in enumerate(sentence.clauses):
        behind = end <= clause.start <= end + 1
        if behind and clause.kind == "frag" and not candidate.holds(sentence.clause_span(i)):
            end = clause.end
    return end


def _cut(sentence: Sentence, span: Span, openers: Sequence[int]) -> Span:
    """The span up to the first recipient that begins inside it, blanks and commas dropped."""
    inside = [opener for opener in openers if span.start < opener < span.end]
    if not inside:
        return span
    words = sentence.body[span.start : min(inside)].rstrip(" ,\u00a0\n")
    return Span(span.start, span.start + len(words))


def _within(name: Span, speaker: Spans) -> bool:
    return any(span.start <= name.start and name.end <= span.end for span in speaker)


def find(tokens: Sequence[Token], start: int, end: int) -> Iterator[Recipient]:
    """The recipients among ``tokens[start:end]``, left to right."""
    i = start
    while i < end:
        low, recipient = tokens[i].low, None
        if low in _PREPOSITIONS:
            recipient = _behind_preposition(tokens, i, end)
        if recipient is None and low in _WORDS["posted_on"]:
            recipient = _on_platform(tokens, i, end)
        if recipient is None and low in _ARTICLES:
            recipient = _dative(tokens, i, start, end)
        if recipient is None:
            i += 1
        else:
            yield recipient
            i = recipient.end


def _behind_preposition(tokens: Sequence[Token], i: int, end: int) -> Recipient | None:
    """gegenüber dem NDR, im Deutschlandfunk, zur APA, in „Tirol heute“: behind the one at i."""
    begin = i + 1
    if begin < end and tokens[begin].low in _ARTICLES:
        begin += 1
    if begin < end and compound_outlet(tokens[begin].text):
        return Recipient(i, begin, begin + 1)
    if tokens[i].low in _BEFORE_COMPOUNDS:
        return None
    stop = outlet_end(tokens, begin, end)
    if stop is None or (is_common_noun(tokens, begin, stop) and tokens[i].low != "gegenüber"):
        return None
    if tokens[i].low in _WORDS["told_name"] and speaker_noun(tokens[begin].text) == "outlet":
        return None
    return Recipient(i, begin, stop)


def _on_platform(tokens: Sequence[Token], i: int, end: int) -> Recipient | None:
    """auf Telegram, auf der Plattform X, im Kurznachrichtendienst X: behind the one at i.

    A single letter is a platform behind a few prepositions or the noun alone: not "im X".
    """
    begin = i + 1
    while begin < end and tokens[begin].low in _ARTICLES:
        begin += 1
    named = begin < end and tokens[begin].low in _WORDS["platform_noun"]
    begin += named
    if begin >= end or tokens[begin].low not in _WORDS["platform"]:
        return None
    if len(tokens[begin].text) == 1 and not (named or tokens[i].low in ("auf", "bei", "via")):
        return None
    two = " ".join(token.text for token in tokens[begin : begin + 2]) in _TWO_WORDS
    return Recipient(i, begin, min(begin + 1 + two, end))


def _dative(tokens: Sequence[Token], i: int, start: int, end: int) -> Recipient | None:
    """der dpa, dem „Blick“, unserer Zeitung, with the article at i; no owner ("Chef der ARD")."""
    low = tokens[i].low
    if low == "des" or i == start:
        return None
    before = tokens[i - 1]
    if "preposition" in before.word.classes or before.text in _OPENING:
        return None
    stop = outlet_end(tokens, i + 1, end)
    if stop is None:
        return None
    if low == "der" and _owned(before) and not is_agency(tokens[i + 1 : stop]):
        return None
    masculine = (noun := nouns.read(tokens[i + 1].text)) is not None and noun.gender == "m"
    return None if low == "der" and masculine else Recipient(i, i + 1, stop)


def _owned(before: Token) -> bool:
    """Tell whether a noun wants an owner behind it: "der Chefredakteur der …", not a name."""
    noun = nouns.read(before.text)
    return noun is not None and noun.kind != "none" and not is_first_name(before.text)
