"""An article's body as plain German, with the way back to the characters that were written.

What a copy, an editor or a typesetter leaves in a text is resolved here, once, before anything is
read: letters whose accents stand apart are composed, invisible characters and terminal escape
sequences are passed over, quotation marks and dashes that were decoded by the wrong table are put
right, gendered words are read as one word, and the lines of a hard-wrapped paragraph are joined.
Offsets of the plain text lead back to the body exactly, so that a quotation is still cut from what
was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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

_GENDER = (
    r"(?<=[a-zäöüß]{2})(?:[:*_·](?=in(?:nen)?(?![a-zäöüß])|innen|(?:e|r|n|er|en)(?!\w))"
    r"|(?<=[a-zäöüß]{3})/-?(?=in(?:nen)?(?!\w)))"
)
"""The mark in a gendered word: Soldat:innen, Bürger*innenrat, Lehrer_in, Polizist/-innen, ein:e."""

_GENDERED = re.compile(rf"\w+(?:(?:{_GENDER})\w+)+")

_ODD = re.compile(
    rf"(?P<passed>{_ESCAPE}|[{_INVISIBLE}]|{_GENDER})"
    rf"|(?P<apart>[^\W\d_][{_INVISIBLE}]*[{_ACCENTS}][{_ACCENTS}{_INVISIBLE}]*)"
    rf"|(?P<windows>[{''.join(_WINDOWS)}])"
)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text to read and, for each of its characters, where it begins and ends in the body.

    ``starts`` and ``ends`` are empty where the text has the body's own offsets. ``spellings``
    holds how a gendered word of the text is written in the body: "Soldatinnen": "Soldat:innen".
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
        """Words taken from the text, gendered ones among them as the body writes them."""
        if not self.spellings:
            return words
        return re.sub(r"\w+", lambda word: self.spellings.get(word.group(), word.group()), words)


def plain_text(body: str) -> PlainText:
    """A body as plain German with the way back; most bodies are returned as they are.

    Shapes: "scha\\u0308tzt" → "schätzt"; "Mi\\xadnis\\xadter" → "Minister"; "\\x84Ja\\x93" → „Ja“;
    "Soldat:innen" → "Soldatinnen";
    "rund 300\\nMenschen" → "rund 300 Menschen" where the text is wrapped.
    """
    if _ODD.search(body) is None:
        return PlainText(joined_lines(body))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for letter, start, end in _characters(body):
        letters.append(letter)
        starts.append(start)
        ends.append(end)
    return PlainText(joined_lines("".join(letters)), starts, ends, _spellings(body))


def _spellings(body: str) -> dict[str, str]:
    """The gendered words of a body by their plain form; not those that stand there plain, too."""
    gendered = {re.sub(_GENDER, "", word): word for word in _GENDERED.findall(body)}
    plain_words = set(re.findall(r"\w+", body)) if gendered else set()
    return {plain: word for plain, word in gendered.items() if plain not in plain_words}


def _characters(body: str) -> Iterator[tuple[str, int, int]]:
    """The characters of the plain text, each with the stretch of the body it stands for."""
    done = 0
    for odd in _ODD.finditer(body):
        yield from ((body[at], at, at + 1) for at in range(done, odd.start()))
        yield from _resolved(odd)
        done = odd.end()
    yield from ((body[at], at, at + 1) for at in range(done, len(body)))


def _resolved(odd: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    start, end = odd.span()
    if odd["windows"]:
        yield _WINDOWS[odd.group()], start, end
    elif odd["apart"]:
        visible = re.sub(rf"[{_INVISIBLE}]", "", odd.group())
        # What has no composed form (x̂) keeps its accents, all of them at the letter's place.
        for letter in unicodedata.normalize("NFC", visible):
            yield letter, start, end
