"""Escaping of outside text: the one place between articles and output.

An article, a ledger, a file name or an argument may hold terminal escapes, control characters,
marks that turn the reading direction, invisible characters, markup, formulas. Each format has one
door here, and what has passed it is `SafeText`. The streams take nothing else as it is: any other
text that is written goes through `terminal` there (`claimtrack.cli.console.streams`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import category


class SafeText(str):
    """Text that may be written as it is. Only this package makes some, out of what it escaped.

    Put together with other text it is ordinary text again, and is escaped once more when written.
    """

    __slots__ = ()


_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANK = frozenset("\t\n\v\f\r\x85")


class _Shown(dict[int, str]):
    """What each character becomes, decided by its Unicode category when it is first met."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _shown(chr(code))
        return shown


def _shown(char: str) -> str:
    kind = category(char)
    if char in _BLANK or kind in ("Zs", "Zl", "Zp"):
        return " "
    if kind == "Cc" and char <= "\x7f":
        return "␡" if char == "\x7f" else chr(0x2400 + ord(char))
    if kind in ("Cc", "Cs") or char in _TURNING or ord(char) & 0xFFFE == 0xFFFE:
        return "�"
    return "" if kind == "Cf" else char


_SHOWN = _Shown()


def terminal(text: str) -> str:
    """``text`` on one line and without any power over a terminal.

    White space becomes a blank; a control character its picture (ESC is ␛); what turns the
    reading direction �; what cannot be seen goes. Doing it twice changes nothing more.
    """
    if text.isprintable():  # nothing that is replaced is
        return text
    return text.translate(_SHOWN)


def is_address(text: str) -> bool:
    """True if a link can lead there: nothing in it ends the link, as a blank or an ESC would."""
    return text.isascii() and text.isprintable() and " " not in text


def written(text: str) -> str:
    """``text`` as a stream takes it: `SafeText` as it is, of any other each line harmless."""
    if isinstance(text, SafeText) or text.isprintable():
        return text
    return "\n".join(map(terminal, text.split("\n")))


_ESCAPED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f]"
)
"""What cannot be seen or has power over a terminal, and what YAML does not take as it is."""


def json_text(text: str) -> SafeText:
    """JSON whose strings hold such characters only as ``\\uXXXX``, two of them beyond U+FFFF."""
    return _escaped(text, _json_escape)


def yaml_text(text: str) -> SafeText:
    """YAML whose quoted strings, written as in JSON, hold such characters only escaped."""
    return _escaped(text, _yaml_escape)


def _escaped(text: str, escape: Callable[[re.Match[str]], str]) -> SafeText:
    if text.isascii() and "\x7f" not in text:
        return SafeText(text)
    return SafeText(_ESCAPED.sub(escape, text))


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    pairs = (units[i : i + 2] for i in range(0, len(units), 2))
    return "".join(f"\\u{int.from_bytes(pair, 'big'):04x}" for pair in pairs)


def _yaml_escape(match: re.Match[str]) -> str:
    """YAML knows no pairs of surrogates, and no lone one."""
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        return "\\ufffd"
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"


_FORMULA = re.compile(r'(^|;)(?=[\s"]*[=+\-@＝＋－＠])')


def csv_cell(text: str) -> str:
    """A cell no part of which a spreadsheet runs as a formula.

    An apostrophe stands before a = + - @ at its beginning, also behind blanks and quotation marks,
    and behind each semicolon: where that is what parts cells, as in German settings, a spreadsheet
    splits there whatever is quoted.
    """
    return _FORMULA.sub(r"\1'", terminal(text))


_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&$])")
_BLOCK = re.compile(r"^(\d*)((?<=\d)[.)]|(?<!\d)[-+])(?=[\s-]|$)")


def markdown(text: str) -> str:
    """``text`` as it stands in Markdown: nothing in it is markup, and no line ends.

    Nor does its beginning make a list, a rule or a heading where it begins a paragraph.
    """
    shown = _MARKUP.sub(r"\\\1", terminal(text).strip())
    return _BLOCK.sub(r"\1\\\2", shown)
