"""The checks that every text must pass, whatever file it comes from."""

from __future__ import annotations

import json
import re
import unicodedata
from hashlib import sha256

from claimtrack import edtf
from claimtrack.article import written_days
from claimtrack.article.language_check import foreign

_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d\S*+(?: \S+)?")
_SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}


class UnfitError(ValueError):
    """A text that is not taken: why, what to do about it, and the line (0: all of it).

    ``article`` is the id of the article, once it is known.
    """

    article: str | None = None

    def __init__(self, message: str, hint: str, line: int = 0) -> None:
        super().__init__(message)
        self.hint = hint
        self.line = line


def decoded(raw: bytes) -> str:
    """The text of a file or line: UTF-8, a byte-order mark dropped, CRLF read as LF.

    Raises UnfitError for anything else.
    """
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnfitError("UTF-16, not UTF-8", _convert("UTF-16"))
    if b"\0" in raw:
        raise UnfitError("not a text file", "give it the text of an article")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        raise UnfitError(f"not UTF-8 at byte {why.start}", _convert("WINDOWS-1252")) from why
    return text.replace("\r\n", "\n")


def _convert(encoding: str) -> str:
    return f"convert it first: iconv -f {encoding} -t UTF-8 FILE > NEW"


def check(body: str) -> None:
    """Raises UnfitError when a body is empty or not German."""
    if not body.strip():
        raise UnfitError("empty: there is no text", "put the article's text in it")
    language = foreign(body)
    if language:
        message = f"not German: it reads as {language}"
        raise UnfitError(message, "only German articles are read; leave it out")


def day(value: str, field: str = "published") -> str:
    """The date that a field holds as EDTF; raises UnfitError.

    A timestamp is cut to its day; "06.06.2025" and "Freitag, 6. Juni 2025, 8:00 Uhr" are days, too.
    """
    written = (written_days.stamped(value) if _STAMP.fullmatch(value) else None) or value
    try:
        edtf.parse(written)
    except ValueError as why:
        if read := written_days.only(value):
            return read
        message = f'{field} "{value}" is ignored: {why}'
        raise UnfitError(message, "write it as 2024-10-14") from why
    return written


def ident(value: str) -> str:
    """An article's id as given; raises UnfitError for what is not one printable word."""
    if value.isprintable() and not any(sign.isspace() for sign in value):
        return value
    message = f'id {json.dumps(value, ensure_ascii=False)} is not an id: "{slug(value)}" is used'
    raise UnfitError(message, "an id is one word, without spaces and control characters")


def slug(stem: str) -> str:
    """A file's stem as an id: ASCII letters, digits, ``.``, ``_`` and ``-``."""
    spelled = unicodedata.normalize("NFC", stem)
    for umlaut, letters in _SPELLED.items():
        spelled = spelled.replace(umlaut, letters)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-") or digest(stem)[:8]


def digest(body: str) -> str:
    """The SHA-256 of a body in UTF-8, as hexadecimal digits."""
    return sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
