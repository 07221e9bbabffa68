"""Tokens and sentences with their place in the text.

A full stop that belongs to a word is part of its token, by what stands before and after it:
"14. Oktober", "Benedikt XVI. reiste", "z. B.", "Dr."; any other is a token of its own, and may end
a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import accumulate, compress, pairwise
from operator import itemgetter
from typing import NamedTuple

from claimtrack.german.words import DOMAINS, Word, look_up
from claimtrack.lexicon import classes, table, words
from claimtrack.model import Span

_COMBINING = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
"""Accents written apart, soft hyphens and joiners: invisible, they do not part a word."""

_TOKEN = re.compile(
    r"([A-Za-zÄÖÜäöüß]++(?=,|[ \n](?!&))"  # nearly all tokens are words, and none of the rest
    rf"|[^\W_][\w{_COMBINING}]*"
    rf"(?:(?:(?<=\d)[.,:](?=\d)|[-’'&/](?=\w)|\.(?={DOMAINS}\b|[A-ZÄÖÜ]{{2,}}\b))[\w{_COMBINING}]+)*(?:(?<=\d)\.[-–—](?![\w-])|-)?"
    rf"(?:(?<=\w)[ \u00a0]&[ \u00a0][A-ZÄÖÜ][\w{_COMBINING}]*)?"
    r"|\.\.\.|[^\w\s]|_)"
)
_STOPS = frozenset([".", "!", "?", "…", "..."])
_CLOSERS = frozenset('“”"»«’‘)]')
_NUMBERING = re.compile(r"\d\d?|[IVXL]+")
_LAST_WORD = re.compile(r"[^\W_]+\Z")
_JOINING = frozenset({"und", "oder", "bis"})
_CONTRACTED = frozenset({"am", "ans", "aufs", "beim", "fürs", "im", "ins", "vom", "zum", "zur"})
_OPENING_CLASSES = frozenset({"article", "determiner"})
_PREFIX = frozenset({"prefix"})
_BENT = ("e", "en", "er", "es", "em")
_TITLES = classes("actor_words")["title"]
_AROUND = 25
"""Characters on each side of a full stop that say whether it belongs to a word."""

_LONGEST_ENDING = 4
"""Letters of what is written small behind a full stop inside a name, at the most: Ver.di."""

_LONGEST = 400
"""Tokens after which a sentence is cut where it stands: no author wrote such a one."""


class Token(NamedTuple):
    """A word or mark: its place in the text, how it is spelled, what it can be.

    ``text`` has the full stop that belongs to the word, ``word`` and ``low`` have not. ``low`` is
    that of the word, kept here because every rule asks for it.
    """

    start: int
    end: int
    text: str
    word: Word
    low: str


SPELLING = itemgetter(Token._fields.index("text"))
LOW = itemgetter(Token._fields.index("low"))
"""The text of a token, and its word in lower case, for what maps them over all tokens: no step
runs once a token in Python."""

_as_token = partial(tuple.__new__, Token)
"""Token._make without the step in Python that checks how many values there are."""


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]`` with offsets into ``text``."""
    # Gaps and tokens in turn. All is made column by column: no step runs once a token in Python.
    pieces = _TOKEN.split(text[start:end])
    spellings = pieces[1::2]
    if not spellings:
        return []
    places = list(accumulate(map(len, pieces), initial=start))
    found = list(map(look_up, spellings))
    lows = [word.low for word in found]
    columns = zip(places[1::2], places[2::2], spellings, found, lows, strict=False)
    raw = list(map(_as_token, columns))
    marks = compress(range(len(raw)), map(".".__eq__, spellings))
    stops = [i for i in marks if _belongs_to_word(raw, i)]
    return _joined(raw, stops) if stops else raw


def _joined(raw: list[Token], stops: Sequence[int]) -> list[Token]:
    """The tokens with the full stops at these indexes as part of what they follow."""
    inner = {i for i in stops if _inside_name(raw, i)}
    for i in reversed(stops):  # of several in a row ("Z..B") the last goes to the one before
        before, stop = raw[i - 1], raw[i]
        raw[i - 1] = before._replace(end=stop.end, text=before.text + stop.text)
        if i in inner:
            text = raw[i - 1].text + raw[i + 1].text
            word = look_up(text)
            raw[i - 1] = Token(before.start, raw[i + 1].end, text, word, word.low)
    tokens: list[Token] = []
    done = 0
    for i in stops:
        tokens += raw[done:i]
        done = i + 1 + (i in inner)
    return tokens + raw[done:]


def _inside_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a full stop stands inside a name: Ver.di, Node.js, Sat.1.

    A short word written small that is no other, or one digit, right behind a capitalised word;
    not "Art.5", nor where a blank was left out ("in Kraft.die").
    """
    if i == 0 or i + 1 == len(tokens):
        return False
    before, stop, after = tokens[i - 1 : i + 2]
    if before.end != stop.start or stop.end != after.start or not before.word.upper:
        return False
    if len(before.text) == 1 or before.low in words("abbreviations"):
        return False
    if after.text.isdigit():
        goes_on = i + 2 < len(tokens) and tokens[i + 2].start == after.end
        return len(after.text) == 1 and not (goes_on and tokens[i + 2].text == ".")
    plain = not after.word.classes - _PREFIX and after.word.verb is None
    return plain and after.text.islower() and len(after.text) <= _LONGEST_ENDING


def spelled(tokens: Sequence[Token]) -> str:
    """The words with one blank between."""
    return " ".join([token.text for token in tokens])


def text_of(tokens: Sequence[Token]) -> str:
    """The words and marks as they stand in the text, with one blank where any stand between."""
    pieces = [tokens[0].text] if tokens else []
    for before, token in pairwise(tokens):
        pieces.append(token.text if token.start == before.end else f" {token.text}")
    return "".join(pieces)


def span_of(tokens: Sequence[Token]) -> Span:
    """From the first character of the first token to the last of the last."""
    return Span(tokens[0].start, tokens[-1].end)


def sentences(tokens: list[Token]) -> Iterator[list[Token]]:
    """Cut tokens into sentences, closing marks and brackets with the sentence that they close."""
    begin = 0
    stops = compress(range(len(tokens)), map(_STOPS.__contains__, map(SPELLING, tokens)))
    for i in (*stops, len(tokens) - 1):
        while i - begin > _LONGEST:
            stop = _behind_closers(tokens, begin + _LONGEST + 2)
            yield tokens[begin:stop]
            begin = stop
        if begin <= i and (i == len(tokens) - 1 or _ends_sentence(tokens, i)):
            stop = _behind_closers(tokens, i + 1)
            yield tokens[begin:stop]
            begin = stop


def _ends_sentence(tokens: Sequence[Token], i: int) -> bool:
    """Whether the stop at i ends a sentence: a capital or a mark follows, closers between.

    No comma right behind it ("bei Nordig Inc., das …"). Of several stops in a row ("?!", "usw. …")
    the last one ends it.
    """
    following = _behind_closers(tokens, i + 1)
    if following == len(tokens):
        return True
    token = tokens[following]
    if following == i + 1 and token.text == ",":
        return False
    return token.word.capital or not (token.word.letters or token.text in _STOPS)


def is_part_of_word(text: str, stop: int) -> bool:
    """Whether the full stop at a character belongs to the word before: "am 3. Oktober", "Dr. Berg".

    What stands near it is read, no more: for those who have no tokens of a text.
    """
    before = _LAST_WORD.search(text, max(0, stop - _AROUND), stop)
    if before is None or not _may_take_stop(before[0]):
        return False
    tokens = tokenize(text, max(0, stop - _AROUND), stop + _AROUND)
    return all(token.start != stop for token in tokens)


def _behind_closers(tokens: Sequence[Token], i: int) -> int:
    """The index behind the closing marks at i, which stand right behind what they close."""
    while i < len(tokens) and tokens[i].text in _CLOSERS and tokens[i].start == tokens[i - 1].end:
        i += 1
    return i


def _belongs_to_word(tokens: Sequence[Token], i: int) -> bool:
    """Whether a full stop is part of what it follows.

    Shapes: ordinals (14. Oktober), Roman numerals (Benedikt XVI. reiste), initials (J. Becker),
    listed abbreviations (Dr., bzw.), and anything with letters right behind (z.B., spiegel.de).
    """
    if i == 0 or tokens[i - 1].end != tokens[i].start:
        return False
    before = tokens[i - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    tied = after is not None and after.start == tokens[i].end and after.word.letters
    if tied or _inside_name(tokens, i):
        return True
    if before.word.capital and len(before.text) == 1:
        return after is None or not _starts_sentence(after)
    if before.low in words("abbreviations") or before.text + "." in _TITLES:
        return True
    if after is None or _starts_sentence(after) or not _NUMBERING.fullmatch(before.text):
        return False
    return not before.text.isdigit() or _ordinal(tokens, i - 1, after)


def _may_take_stop(word: str) -> bool:
    """Whether a full stop can belong to a word with a blank behind: an initial, Dr, ca, 3, XVI."""
    if len(word) == 1 or _NUMBERING.fullmatch(word):
        return True
    return word.lower() in words("abbreviations") or word + "." in _TITLES


def _ordinal(tokens: Sequence[Token], i: int, after: Token) -> bool:
    """Whether the number at i, with a full stop and a noun behind it, is an ordinal.

    Shapes: "am 14. Oktober", "der 3. Brigade", "Bayerns 2. Liga", "1. und 2. Mai", "1. FC"; not
    "die Zahl stieg auf 19. Innenminister Huber sagte".
    """
    if not after.word.capital or after.low in _months() or after.text.isupper() or i == 0:
        return True
    before = tokens[i - 1]
    if not before.word.letters or before.low in _JOINING:
        return True
    if before.low in _CONTRACTED or before.word.classes & _OPENING_CLASSES:
        return True
    if before.word.capital:
        return before.low.endswith("s")
    return before.low.endswith(_BENT) and not before.word.classes and not before.word.finite


@cache
def _months() -> frozenset[str]:
    rows = (row[2].split() for row in table("date_words") if row[0] == "month")
    return frozenset(word.lower().rstrip(".") for row in rows for word in row)


def _starts_sentence(token: Token) -> bool:
    """Whether a word is capitalised that is written small inside a sentence."""
    return token.word.capital and bool(token.word.classes - _PREFIX)
