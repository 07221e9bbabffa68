"""Words from outside made harmless: the one place that stands between articles and a terminal.

An article may hold terminal escapes, control characters, marks that turn the reading direction,
invisible characters. On a terminal they become visible or go; in JSON they stay, escaped.
"""

from __future__ import annotations

import re
from functools import cache

_SPACES = "\t\n\v\f\r\x85\xa0\u2007\u2009\u200a\u202f\u2028\u2029"
_INVISIBLE = "\xad\u200b\u200c\u200d\u2060\ufeff"
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ESCAPED = re.compile(
    r"[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")


@cache
def _table() -> dict[int, str]:
    pictures = {code: chr(0x2400 + code) for code in range(0x20)}
    pictures[0x7F] = "␡"
    replaced = dict.fromkeys((*range(128, 160), *range(55296, 57344)), "�")
    spaces = {ord(char): " " for char in _SPACES}
    gone = {ord(char): "" for char in _INVISIBLE} | dict.fromkeys(range(0xE0000, 0xE0080), "")
    turning = {ord(char): "�" for char in _TURNING}
    return pictures | replaced | gone | turning | spaces


def terminal(text: str) -> str:
    """``text`` on one line and without any power over a terminal.

    White space becomes a blank; a control character its picture (ESC is ␛); what turns the
    reading direction �; what cannot be seen goes. Doing it twice changes nothing more.
    """
    if text.isprintable():  # none of the table's characters is
        return text
    return text.translate(_table())


def json_text(text: str) -> str:
    """JSON text whose strings hold such characters only as ``\\uXXXX``."""
    if text.isascii() and "\x7f" not in text:
        return text
    return _ESCAPED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    pairs = (units[i : i + 2] for i in range(0, len(units), 2))
    return "".join(f"\\u{int.from_bytes(pair, 'big'):04x}" for pair in pairs)


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet runs as a formula: a leading = + - @ gets an apostrophe."""
    clean = terminal(text)
    return f"'{clean}" if _FORMULA.match(clean) else clean


def markdown(text: str) -> str:
    """``text`` as it stands in a Markdown table: nothing in it is markup, and no line ends."""
    return re.sub(r"([\\`*_\[\]<>|#~])", r"\\\1", terminal(text))
