"""Quotation marks of every style: where words stand in marks, nested and unbalanced ones too.

Shapes: „…“ „…” „…" “…” "…" »…« «…» »…» ‚…‘ ›…‹ ,,…'' and mixtures of them. A mark that opens and
is never closed in its paragraph is closed at the paragraph's end when the next paragraph opens
again (a quotation over several paragraphs), else it is no quotation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.model import Span

_MARK = re.compile(r"[„“”\"»«‚‘’›‹]|,,(?=\w)|''|``")
_CLOSERS = {
    "„": "“”\"''``",
    ",,": "“”\"''``",
    "“": '”"',
    "”": "”",
    '"': '"“”',
    "»": "«»",
    "«": "»",
    "‚": "‘’",
    "›": "‹",
    "‹": "›",
}
_DEPTH = 60


class Quotation(NamedTuple):
    """Words in quotation marks. ``span`` has the marks, ``inner`` has not; depth 0 is outermost."""

    span: Span
    inner: Span
    depth: int


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations of one paragraph ``text[start:end]``, in order of their beginning."""
    stop = len(text) if end is None else end
    open_marks: list[tuple[str, int, int]] = []
    found: list[Quotation] = []
    for match in _MARK.finditer(text, start, stop):
        mark = match.group()
        partner = _partner(open_marks, mark, text, match)
        if partner is not None:
            _, begin, inner = open_marks[partner]
            del open_marks[partner:]
            if match.start() > inner:
                span = Span(begin, match.end())
                found.append(Quotation(span, Span(inner, match.start()), partner))
        elif _opens(mark, text, match, start) and len(open_marks) < _DEPTH:
            open_marks.append((mark, match.start(), match.end()))
    if (
        open_marks
        and text[stop : stop + 6].lstrip()[:1] in ("„", "»", "“", '"')
        and stop < len(text)
    ):
        _, begin, inner = open_marks[0]
        found.append(Quotation(Span(begin, stop), Span(inner, stop), 0))
    return sorted(found)


def _partner(
    open_marks: list[tuple[str, int, int]], mark: str, text: str, match: re.Match[str]
) -> int | None:
    """The index of the open mark that this one closes, if it closes one."""
    if mark in ("„", ",,", "‚"):
        return None
    if mark == "’" and text[match.end() : match.end() + 1].isalnum():
        return None
    if (
        mark in ('"', "»", "“")
        and _looks_opening(text, match)
        and not _only_closes(open_marks, mark)
    ):
        return None
    for i in range(len(open_marks) - 1, -1, -1):
        if mark in _CLOSERS.get(open_marks[i][0], ""):
            return i
    return None


def _only_closes(open_marks: list[tuple[str, int, int]], mark: str) -> bool:
    """„Wort “ with a blank before the closing mark: “ after „ closes wherever it stands."""
    return mark == "“" and any(opened[0] in ("„", ",,") for opened in open_marks)


def _opens(mark: str, text: str, match: re.Match[str], start: int) -> bool:
    if mark in ("„", ",,"):
        return True
    if mark in ("‘", "’", "''", "``", "”"):
        return False
    return _looks_opening(text, match)


def _looks_opening(text: str, match: re.Match[str]) -> bool:
    """Nothing but a blank, a bracket or another mark before it, and a word right behind it."""
    before = text[match.start() - 1 : match.start()] if match.start() else " "
    after = text[match.end() : match.end() + 1]
    return (
        (before.isspace() or before in "([{–—-/„“»«‚‘>\"'") and bool(after) and not after.isspace()
    )
