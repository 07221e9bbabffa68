"""Lines that are no part of what a ledger says: ends of documents, and what a merge left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.ledger.yaml.lines import Trouble

_DOCUMENT_END = re.compile(r"^\.\.\.(?=[ \t\r\n]|\Z)", re.M)
_NOTHING_MORE = re.compile(r"(?:(?:\.\.\.)?[ \t]*(?:(?<![^\s])#[^\n]*)?\r?(?:\n|\Z))*\Z")
_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*\Z")

_CONFLICT = re.compile(r"^(?:<{7}(?= |\r?$)|\|{7}(?= |\r?$)|>{7}(?= |\r?$)|={7}(?=\r?$))", re.M)
_SIDES = {
    "<": "a merge conflict begins here",
    "|": "the base of a merge conflict begins here",
    "=": "the other side of a merge conflict begins here",
    ">": "a merge conflict ends here",
}
_KEEP = "keep what is right on both sides, and delete the lines with <<<<<<<, ======= and >>>>>>>"


def content_end(text: str) -> int:
    """Where what a ledger says has to end: at its line ``...``, if that is the last of it."""
    match = _DOCUMENT_END.search(text)
    return match.start() if match and _NOTHING_MORE.match(text, match.start()) else len(text)


def misplaced_end(text: str) -> Trouble | None:
    """A line ``...`` with more than comments below it, or nothing above it to end.

    Other tools stop there.
    """
    match = _DOCUMENT_END.search(text)
    if not match:
        return None
    if _COMMENTS.match(text, 0, match.start()):
        message = "a document ends here (...) that has not begun"
    elif not _NOTHING_MORE.match(text, match.start()):
        message = "the document ends here (...), and there is more below"
    else:
        return None
    return Trouble(match.start(), message, "document", "delete this line")


_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MARKS_IN_BYTES = tuple(mark.encode("ascii") for mark in _MARKS)


def may_hold_conflicts(raw: bytes) -> bool:
    """Whether a file may hold lines that a merge left; where not, nobody need look for them."""
    # a byte is sought far more quickly than several, and most ledgers have none of these
    return any(mark[:1] in raw and mark in raw for mark in _MARKS_IN_BYTES)


def conflicts(text: str) -> Iterator[Trouble]:
    """The lines between which a merge left two versions."""
    if any(mark in text for mark in _MARKS):
        for match in _CONFLICT.finditer(text):
            yield Trouble(match.start(), _SIDES[match[0][0]], "conflict", _KEEP)
