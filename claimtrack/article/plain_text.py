"""An article's body as plain German, with a map back to the original characters.

What a copy, an editor or a typesetter leaves in a text is resolved here, once, before anything is
read: letters whose accents stand apart are composed, invisible characters and terminal escape
sequences are passed over, quotation marks and dashes that were decoded by the wrong table are put
right, tied letters and typed quotation marks become what they stand for, gendered words are read
as one word, Swiss ss as the ß it stands for, and the lines of a hard-wrapped paragraph are joined.
Offsets of the plain text lead back to the body exactly, so that a quotation is still cut from what
was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimtrack.article.swiss import sharp_at, sharpened, swiss
from claimtrack.article.wrapping import joined_lines
from claimtrack.model import Span

_ESCAPE = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\))"
"""ECMA-48: CSI with parameters and a final letter; OSC up to its bell or string terminator."""

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphen, zero-width blanks and joiners, marks and overrides of the writing direction."""

_ACCENTS = "\u0300-\u036f"

_WINDOWS = {
    "\x82": "‚", "\x84": "„", "\x85": "…", "\x8b": "‹", "\x91": "‘", "\x92": "’", "\x93": "“",
    "\x94": "”", "\x96": "–", "\x97": "—", "\x9b": "›",
}  # fmt: skip
"""Windows-1252 punctuation that was decoded as ISO-8859-1 and so became control characters."""

_TYPESET = {"\u2010": "-", "\u2011": "-"} | {
    sign: unicodedata.normalize("NFKC", sign) for sign in map(chr, range(0xFB00, 0xFB07))
}
"""Hyphens that do not break and letters tied together (ﬁ), as typesetters leave them."""

_TYPED = {",,": "„", "''": "“", "``": "“"}
"""Quotation marks put together from the keys of a typewriter."""

_MEANT = _WINDOWS | _TYPESET | _TYPED

_GENDER = (
    r"(?<=[a-zäöüß]{2})(?:[:*_·](?=in(?:nen)?(?![a-zäöüß])|innen|(?:e|r|n|er|en)(?!\w))"
    r"|(?<=[a-zäöüß]{3})/-?(?=in(?:nen)?(?!\w)))"
)
"""The mark in a gendered word: Soldat:innen, Bürger*innenrat, Lehrer_in, Polizist/-innen, ein:e."""

_GENDERED = re.compile(rf"\b\w+(?:(?:{_GENDER})\w+)+")
"""Sought from the beginnings of words alone: a long one is walked once, not from each letter."""

_ODD = re.compile(
    rf"(?P<passed>{_ESCAPE}|[{_INVISIBLE}]|{_GENDER})"
    rf"|(?P<apart>[^\W\d_][{_INVISIBLE}]*[{_ACCENTS}][{_ACCENTS}{_INVISIBLE}]*)"
    rf"|(?P<meant>[{''.join(_WINDOWS | _TYPESET)}]"
    r"|(?<![\w,]),,(?=\w)|(?<![\d'])''(?!')|``)"
)


_ODD_CHARACTERS = frozenset({"\x1b", "\u00ad", "\ufeff", *_WINDOWS, *_TYPESET}).union(
    map(chr, range(0x300, 0x370)), map(chr, range(0x200B, 0x2010)), map(chr, range(0x202A, 0x202F)),
    map(chr, range(0x2060, 0x206A)),
)  # fmt: skip
"""What each odd spelling but those of :data:`_TYPED` and :data:`_GENDER` has one of."""

_GENDER_HINT = re.compile(r"[:*_·/](?<=[a-zäöüß].)-?[a-z]")

_DOUBLE_S = re.compile(r"\b\w*ss\w*", re.IGNORECASE)

Letter = tuple[str, int, int]
"""A letter of the plain text, and where what it stands for begins and ends in the body."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text to read and, for each of its characters, where it begins and ends in the body.

    ``starts`` and ``ends`` are empty where the text has the body's own offsets. ``spellings``
    holds how a gendered or Swiss word of the text is written in the body: "Soldatinnen":
    "Soldat:innen", "Maßnahme": "Massnahme".
    """

    text: str
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)

    def written(self, span: Span) -> Span:
        """The span of the body that a span of the text was read from, end exclusive."""
        if not self.starts or span.start >= span.end:
            return span
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def spelled(self, words: str) -> str:
        """Words taken from the text in the spelling of the body."""
        if not self.spellings:
            return words
        return re.sub(r"\w+", lambda word: self.spellings.get(word.group(), word.group()), words)


def plain_text(body: str) -> PlainText:
    """A body as plain German with the way back; most bodies are returned as they are.

    Shapes: "scha\\u0308tzt" → "schätzt"; "Mi\\xadnis\\xadter" → "Minister"; "\\x84Ja\\x93" → „Ja“;
    "Soldat:innen" → "Soldatinnen"; "gemäss" → "gemäß" in a Swiss text;
    "rund 300\\nMenschen" → "rund 300 Menschen" where the text is wrapped.
    """
    letters = _resolved_letters(body) if _may_be_odd(body) and _ODD.search(body) else None
    text = _joined(letters) if letters else body
    gendered = _GENDERED.findall(body) if letters else ()
    spellings = {re.sub(_GENDER, "", word): word for word in gendered}
    if swiss(text):
        words = {word: sharpened(word) for word in set(_DOUBLE_S.findall(text))}
        swiss_words = {sharp: word for word, sharp in words.items() if sharp != word}
        if swiss_words:
            letters = letters or list(_letters(body, 0, len(body)))
            letters = list(_with_sharp_s(text, letters))
            text, spellings = _joined(letters), spellings | swiss_words
    if letters is None:
        return PlainText(joined_lines(body))
    _, starts, ends = zip(*letters, strict=True) if letters else ((), (), ())
    return PlainText(joined_lines(text), starts, ends, _unambiguous(spellings, body))


def _may_be_odd(body: str) -> bool:
    """True if a body has a character that an odd spelling needs: asked before the long pattern."""
    characters = set(body)
    if not characters.isdisjoint(_ODD_CHARACTERS):
        return True
    typed = any(marks in body for marks in _TYPED)
    return typed or _GENDER_HINT.search(body) is not None


def _unambiguous(spellings: dict[str, str], body: str) -> dict[str, str]:
    """The spellings without those whose plain form stands in the body, too."""
    if not spellings:
        return spellings
    plain_words = set(re.findall(r"\w+", body))
    return {plain: word for plain, word in spellings.items() if plain not in plain_words}


def _joined(letters: Sequence[Letter]) -> str:
    return "".join([letter for letter, _, _ in letters])


def _letters(body: str, start: int, end: int) -> Iterator[Letter]:
    """The letters of a stretch that stand for themselves."""
    return zip(body[start:end], range(start, end), range(start + 1, end + 1), strict=True)


def _with_sharp_s(text: str, letters: Sequence[Letter]) -> Iterator[Letter]:
    """The letters with ß for each ss that stands for it, see :mod:`claimtrack.article.swiss`."""
    done = 0
    for word in _DOUBLE_S.finditer(text):
        at = sharp_at(word.group())
        if at is not None:
            first = word.start() + at
            yield from letters[done:first]
            yield "ß", letters[first][1], letters[first + 1][2]
            done = first + 2
    yield from letters[done:]


def _resolved_letters(body: str) -> list[Letter]:
    """The visible letters of a body, each with the stretch of the body it stands for."""
    letters: list[Letter] = []
    done = 0
    for odd in _ODD.finditer(body):
        letters += _letters(body, done, odd.start())
        letters += _resolved(odd)
        done = odd.end()
    letters += _letters(body, done, len(body))
    return letters


def _resolved(odd: re.Match[str]) -> Iterator[Letter]:
    start, end = odd.span()
    if odd["meant"]:
        for letter in _MEANT[odd.group()]:
            yield letter, start, end
    elif odd["apart"]:
        visible = re.sub(rf"[{_INVISIBLE}]", "", odd.group())
        # What has no composed form (x̂) keeps its accents, all of them at the letter's place.
        for letter in unicodedata.normalize("NFC", visible):
            yield letter, start, end
