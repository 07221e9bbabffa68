"""The bytes of a page as text, read as browsers read them."""

from __future__ import annotations

import codecs
import re

_HEAD = 2048
"""Bytes in which a page names its encoding."""
_LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_LATIN = {"iso8859-1", "ascii", "latin_1", "cp1252"}
_WINDOWS = "cp1252"
_OF_PAGES = re.compile(r"iso8859|cp\d|koi8|mac|utf-8|gb|big5|euc|shift|ascii")
"""Encodings that pages are written in; Python knows some that no browser does."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def decoded(raw: bytes) -> str:
    """The text of a page.

    A byte-order mark is believed first, then that bytes which are UTF-8 are UTF-8, then what the
    page says of itself. What calls itself ISO-8859-1 is Windows-1252, as in every browser: „…“ and
    € are not in the former. Without a label, or with UTF-8 as one that is wrong, it is
    Windows-1252, too. Bytes that mean nothing become U+FFFD; nothing is raised.
    """
    text = _marked(raw) or _utf8(raw)
    if text is None:
        text = raw.decode(_encoding(raw), errors="replace")
    return _DECLARATION.sub("", text.replace("\0", ""))


def _marked(raw: bytes) -> str | None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    return None


def _utf8(raw: bytes) -> str | None:
    """The text if it is UTF-8 throughout, but for a last character that was cut off."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return None
    whole = len(text.encode()) == len(raw)
    return text if whole or not text.isascii() else None


def _encoding(raw: bytes) -> str:
    """The encoding that a page names, if there is such a one."""
    label = _LABEL.search(raw[:_HEAD])
    try:
        name = codecs.lookup(label[1].decode("ascii", "replace")).name if label else _WINDOWS
    except LookupError:
        return _WINDOWS
    if not _OF_PAGES.match(name):
        return _WINDOWS
    if name == "utf-8" and not _mostly_utf8(raw):
        return _WINDOWS
    return _WINDOWS if name in _LATIN else name


def _mostly_utf8(raw: bytes) -> bool:
    """True if more characters beyond ASCII are whole in UTF-8 than broken."""
    text = raw.decode(errors="replace")
    broken = text.count("\ufffd")
    return sum(not char.isascii() for char in text) - broken > broken
