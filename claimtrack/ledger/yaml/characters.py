"""Which characters a ledger may hold as they are, and where.

YAML 1.1, YAML 1.2 and editors do not agree where a line ends: a lone carriage return, U+0085,
U+2028 and U+2029 break a line for some of them and not for others, so that a comment of one is a
claim of the other. A line of a ledger ends with LF or CRLF; the others have to be escaped. White
space that is no blank is fine in words, but as indentation it only looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.ledger.yaml.lines import Trouble

ODD_BREAKS = "\x85\u2028\u2029"
"""Characters that break a line in one version of YAML and not in the other."""

UNPRINTABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
"""Characters that YAML does not take unless they are escaped, for a class of a regex."""

HIDDEN = "\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u206f\u2800\u3000\u3164\uffa0"
"""White space that is no blank to YAML, and characters without width, for a class of a regex."""

_REFUSED = re.compile(rf"[{UNPRINTABLE}{ODD_BREAKS}]|\r(?!\n)")
_INDENTING = re.compile(rf"^ *([{HIDDEN}])", re.M)
_SEPARATING = re.compile(rf"^[ \t]*(?:(?:- +)*(?:[\w\"']+:|-))?([{HIDDEN}])", re.M)
_HIDDEN = re.compile(f"[{HIDDEN}]")

_SAVE = "save the file with Unix (LF) or Windows (CRLF) line endings"


def refused(text: str) -> Iterator[Trouble]:
    """The characters of a text that no ledger holds; of lone carriage returns the first."""
    returns = 0
    for match in _REFUSED.finditer(text):
        if match[0] != "\r":
            yield _refusal(match.start(), match[0])
            continue
        returns += 1
        if returns == 1:
            yield Trouble(
                match.start(), "a lone carriage return (U+000D) as line ending", "line-break", _SAVE
            )


def _refusal(at: int, char: str) -> Trouble:
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        message, hint = f"byte 0x{code - 0xDC00:02X} is not UTF-8", "save the file as UTF-8"
        return Trouble(at, message, "encoding", hint)
    if char in ODD_BREAKS:
        escape = "\\x85" if code == 0x85 else f"\\u{code:04x}"
        hint = f"delete it, or write {escape} in double quotes"
        message = f"{named(char)}, at which only some tools end the line"
        return Trouble(at, message, "line-break", hint)
    return Trouble(at, f"an unprintable character (U+{code:04X})", "character", "delete it")


def indenting(text: str) -> Iterator[Trouble]:
    """Characters that look like indentation and are none, the first of each line.

    In a quotation over several lines they are part of the words; that is for the caller to know.
    """
    for match in _INDENTING.finditer(text):
        yield _hidden(match.start(1), match[1])


def separating(text: str, start: int, end: int) -> Trouble | None:
    """The first character of a stretch that only looks like the blank that YAML needs there.

    ``start`` is where a line begins. Looked at are the indentation, and what stands behind a dash
    and behind the colon of a field.
    """
    match = _SEPARATING.search(text, start, end)
    return _hidden(match.start(1), match[1]) if match else None


def in_name(name: str) -> int | None:
    """Where a field's name has a character that is not seen; None when it has none."""
    match = None if name.isascii() else _HIDDEN.search(name)
    return match.start() if match else None


def hidden_in_name(at: int, char: str) -> Trouble:
    """A character that is not seen, in the name of a field, at an offset of the text."""
    return Trouble(at, f"{named(char)} in the name of a field", "character", "delete it")


def at_the_edge(text: str) -> str | None:
    """The character that is not seen at the start or end of some words; None when there is none."""
    first, last = text[:1], text[-1:]
    if first.isascii() and last.isascii():  # as most are, and none of these is hidden
        return None
    return next((char for char in (first, last) if char and _HIDDEN.match(char)), None)


def _hidden(at: int, char: str) -> Trouble:
    hint = "write an ordinary space (U+0020), or delete it"
    return Trouble(at, f"{named(char)} where YAML needs a space", "character", hint)


def named(char: str) -> str:
    """A character's number and name: “U+00A0 (no-break space)”."""
    import unicodedata

    known = {"\x85": "next line"}  # a control character, which Unicode leaves without a name
    name = known.get(char) or unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X} ({name})" if name else f"U+{ord(char):04X}"
