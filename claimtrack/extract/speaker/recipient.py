"""Whom words were said to: the outlet that a frame names beside its speaker.

It carried the words and is no part of the speaker. Shapes: "sagte ein Sprecher der Feuerwehr der
dpa", "sagte Moser dem NDR", "so Moser zur APA", "gegenüber dem Bayerischen Rundfunk", "im
Deutschlandfunk", "am ARD-Mikrofon",
"im Gespräch mit der Nachrichtenagentur Reuters", "auf APA-Anfrage", "dem «Seeblick»", "unserer
Zeitung", "in der ARD-Sendung „Brennpunkt“". No recipients: "der Chefredakteur der ARD" (an owner),
"mit Blick auf", "zur Zeit" (nouns like any other unless they stand in marks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.sentence import Sentence
from claimtrack.german import nouns
from claimtrack.german.animacy import press_name, speaker_noun, time_noun
from claimtrack.german.attributes import is_attribute
from claimtrack.german.names import is_first_name, is_thing
from claimtrack.german.quotations import MARKS
from claimtrack.german.tokens import Token
from claimtrack.lexicon import classes, table
from claimtrack.lexicon.by_word import by_word
from claimtrack.model import Span
from claimtrack.registry import Registry

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

_NAME_REACH = 6
_ENDING = re.compile(r"e[nrms]?$")


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
    return replace(candidate, speaker=speaker, via=(*relays, *candidate.via))


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


def compound_outlet(word: str) -> str:
    """The outlet in front of a compound for what it broadcasts or who asks for it, else nothing.

    Shapes: ARD-Mikrofon, SRF-Sendung, ZDF-Morgenmagazin, ARD-Dopingredaktion.
    """
    name, _, rest = word.rpartition("-")
    known = bool(name) and tuple(_folded(part) for part in name.lower().split()) in _outlets()
    return name if known and rest.lower().endswith(tuple(_WORDS["told_part"])) else ""


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
    act = candidate.kind == "reported"
    for frame in candidate.frame:
        inside = [
            i
            for i in sentence.within(frame)
            if not sentence.quoted(i) and (act or not candidate.holds(sentence.token_span(i)))
        ]
        if inside:
            yield inside[0], _pieces_end(sentence, candidate, inside[-1] + 1)


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
    if stop is None or (_common(tokens, begin, stop) and tokens[i].low != "gegenüber"):
        return None
    if tokens[i].low in _WORDS["told_name"] and speaker_noun(tokens[begin].text) == "outlet":
        return None
    return Recipient(i, begin, stop)


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
    name = tuple(_folded(token.low) for token in tokens[i + 1 : stop])
    if low == "der" and _owned(before) and name not in _agencies():
        return None
    masculine = (noun := nouns.read(tokens[i + 1].text)) is not None and noun.gender == "m"
    return None if low == "der" and masculine else Recipient(i, i + 1, stop)


def _owned(before: Token) -> bool:
    """Tell whether a noun wants an owner behind it: "der Chefredakteur der …", not a name."""
    noun = nouns.read(before.text)
    return noun is not None and noun.kind != "none" and not is_first_name(before.text)


def outlet_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """Where an outlet's name that begins at ``i`` ends, None where none begins.

    Shapes: a registered name in any case ("Bayerischen Rundfunk"), a name in marks („Blick“), a
    noun for outlets with or without a name ("Nachrichtenagentur Reuters", "Zeitung").
    """
    while i < end and not tokens[i].word.capital and is_attribute(tokens[i]):
        i += 1
    if i < end and tokens[i].text in MARKS:
        return _marked_end(tokens, i, end)
    return _unmarked_end(tokens, i, end) if i < end else None


def _unmarked_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    """The same for a name without marks."""
    if (stop := _registered_end(tokens, i, end)) is not None:
        return stop
    if i + 1 < end and _press_title(tokens[i], tokens[i + 1]):
        return i + 2
    if tokens[i].low == "agentur" and i + 1 < end:
        return _registered_end(tokens, i + 1, end)
    if speaker_noun(tokens[i].text) != "outlet" and not press_name(tokens[i].text):
        return None
    return _named_end(tokens, i + 1, end)


def _press_title(first: Token, second: Token) -> bool:
    """Whether two words are the name of a paper by how they end: "Seetaler Nachrichten"."""
    place = first.word.capital and first.low.endswith(("er", "en", "e"))
    return place and second.word.capital and second.low in _WORDS["press_title"]


def _marked_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    if i + 1 >= end or not (tokens[i + 1].word.capital or _registered(tokens, i + 1)):
        return None
    near = range(i + 2, min(end, i + 2 + _NAME_REACH))
    closing = next((j for j in near if tokens[j].text in MARKS), None)
    return None if closing is None else closing + 1


def _registered(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is the whole name of an outlet, as of one that is written small: profil."""
    return (_folded(tokens[i].low),) in _outlets()


def _named_end(tokens: Sequence[Token], i: int, end: int) -> int:
    """Behind a noun for outlets: the name that follows it, in marks or not."""
    if i < end and tokens[i].text in MARKS:
        return _marked_end(tokens, i, end) or i
    if i < end and _acronym(tokens[i]):
        return i + 1
    while i < end and tokens[i].word.capital and not tokens[i].word.classes:
        i += 1
    return i


def _acronym(token: Token) -> bool:
    """Whether a word that begins small is a name all the same: dpa-AFX."""
    return token.text[0].islower() and any(map(str.isupper, token.text))


def _registered_end(tokens: Sequence[Token], i: int, end: int) -> int | None:
    if not tokens[i].word.capital or _folded(tokens[i].low) not in _opening_outlets():
        return None
    words = [_folded(token.low) for token in tokens[i : min(end, i + _NAME_REACH)]]
    lengths = range(len(words), 0, -1)
    length = next((n for n in lengths if tuple(words[:n]) in _outlets()), None)
    if length is None:
        return None
    return i + length + _is_branch(tokens, i + length, end)


def _is_branch(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether the word behind an outlet's name is its studio's or programme's: "ORF Tirol"."""
    if i >= end or not tokens[i].word.capital or tokens[i].word.classes:
        return False
    if i + 1 < end and tokens[i + 1].word.capital:
        return False
    text = tokens[i].text
    if tokens[i].low in _WORDS["branch"]:
        return True
    common = nouns.read(text) is not None or is_thing(text) or time_noun(tokens[i].low)
    return not (common or is_first_name(text))


def _common(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Tell whether an outlet's name is a common noun as well, and stands without marks: Blick."""
    plain = not (tokens[start].text.isupper() and len(tokens[start].text) > 2)
    return plain and stop - start == 1 and tokens[start].low in _WORDS["common_outlet"]


@by_word
def _folded(word: str) -> str:
    return _ENDING.sub("", word)


@cache
def _outlets() -> frozenset[tuple[str, ...]]:
    names = (re.sub(r"^(?:der|die|das) ", "", name) for name in Registry.shipped().outlets)
    return frozenset(tuple(_folded(word) for word in name.split()) for name in names)


@cache
def _opening_outlets() -> frozenset[str]:
    """The first words of the names of outlets: hardly any word of a text is one."""
    return frozenset(name[0] for name in _outlets() if name)


@cache
def _agencies() -> frozenset[tuple[str, ...]]:
    """The names of news agencies, whose spokesmen speak far less often than they are told."""
    short = {row[1] for row in table("debris") if row[0] == "agency"}
    agencies = [
        (actor.name, *actor.aliases)
        for actor in (entry.actor for entry in Registry.shipped().entries)
        if actor.kind == "outlet"
        and short & {name.lower() for name in (actor.name, *actor.aliases)}
    ]
    return frozenset(
        tuple(map(_folded, name.lower().split())) for names in agencies for name in names
    )
