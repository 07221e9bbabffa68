"""Quotation marks of every style: where words stand in marks, nested and unbalanced ones too.

Shapes: „…“ „…” „…" “…” "…" »…« «…» »…» ‚…‘ ›…‹ ,,…'' and mixtures of them. A mark that opens and
is never closed in its paragraph is closed at the paragraph's end when the next paragraph opens
again (a quotation over several paragraphs), else it is no quotation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.model import Span

MARKS = frozenset('„“”"»«‚‘')
"""Marks of one character that surely are quotation marks; ’ is an apostrophe as well."""

_MARK = re.compile(
    r"[„“”\"»«‚‘’›‹,'`](?:(?<=[„“”\"»«‚‘’›‹])|(?<=,),(?=\w)|(?<=')'|(?<=`)`)"
)  # a set of signs first: other places are passed over at once
_CLOSERS = {
    "„": frozenset(["“", "”", '"', "''", "``"]),
    ",,": frozenset(["“", "”", '"', "''", "``"]),
    "“": frozenset(["”", '"']),
    '"': frozenset(['"', "“", "”"]),
    "»": frozenset(["«", "»"]),
    "«": frozenset(["»"]),
    "‚": frozenset(["‘", "’"]),
    "›": frozenset(["‹"]),
    "‹": frozenset(["›"]),
}
_ONLY_OPEN = frozenset(["„", ",,", "‚"])
_ONLY_CLOSE = frozenset(["‘", "’", "''", "``", "”"])
_LOW_OPENERS = frozenset(["„", ",,"])
_OPEN_SPEECH = frozenset(["„", "»", "“", '"'])
_BEFORE_OPENING = frozenset("([{–—-/„“»«‚‘>\"'")
_DEPTH = 60
"""Marks that may stand open at once; more are debris, and matching them would take ever longer."""


class Quotation(NamedTuple):
    """Words in quotation marks. ``span`` has the marks, ``inner`` has not; depth 0 is outermost."""

    span: Span
    inner: Span
    depth: int


class _Opened(NamedTuple):
    """A mark that waits for its partner: where it begins, and where the words behind it do."""

    mark: str
    start: int
    inner: int


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations of one paragraph ``text[start:end]``, in order of their beginning."""
    stop = len(text) if end is None else end
    quotations, waiting = _matched(text, start, stop)
    if waiting and _goes_on(text, stop):
        first = waiting[0]
        quotations.append(Quotation(Span(first.start, stop), Span(first.inner, stop), 0))
    return sorted(quotations)


def runs_over(text: str, paragraph: Span, following: Span) -> bool:
    """Tell whether a quotation that opens in a paragraph closes in the following one.

    Shape: „Wir haben lange gewartet. ⏎⏎ Dann sind wir gegangen“, sagte …; the following paragraph
    opens with no mark of its own, and the first of its marks closes.
    """
    _, waiting = _matched(text, paragraph.start, paragraph.end)
    if not waiting or _goes_on(text, paragraph.end):
        return False
    first = _MARK.search(text, following.start, following.end)
    while first and first.group() == "’" and text[first.end() : first.end() + 1].isalnum():
        first = _MARK.search(text, first.end(), following.end)
    return first is not None and _partner(waiting[:1], text, first) == 0


def _matched(text: str, start: int, stop: int) -> tuple[list[Quotation], list[_Opened]]:
    """The quotations whose marks match, and the marks that are still open at the end."""
    waiting: list[_Opened] = []
    quotations: list[Quotation] = []
    for match in _MARK.finditer(text, start, stop):
        depth = _partner(waiting, text, match)
        if depth is not None:
            opened = waiting[depth]
            del waiting[depth:]
            if match.start() > opened.inner:
                inner = Span(opened.inner, match.start())
                quotations.append(Quotation(Span(opened.start, match.end()), inner, depth))
        elif len(waiting) < _DEPTH and _opens(text, match):
            waiting.append(_Opened(match.group(), match.start(), match.end()))
    return quotations, waiting


def _partner(waiting: list[_Opened], text: str, match: re.Match[str]) -> int | None:
    """The index of the waiting mark that this one closes, the innermost one; None if it opens."""
    mark = match.group()
    if mark in _ONLY_OPEN or (mark == "’" and text[match.end() : match.end() + 1].isalnum()):
        return None
    if mark in _OPEN_SPEECH and _looks_opening(text, match) and not _must_close(waiting, mark):
        return None
    for i in range(len(waiting) - 1, -1, -1):
        if mark in _CLOSERS[waiting[i].mark]:
            return i
    return None


def _must_close(waiting: list[_Opened], mark: str) -> bool:
    """Whether “ closes, even behind a blank („Wort “): it does while a low mark waits for it."""
    return mark == "“" and any(opened.mark in _LOW_OPENERS for opened in waiting)


def _opens(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark in _LOW_OPENERS:
        return True
    return mark not in _ONLY_CLOSE and _looks_opening(text, match)


def _looks_opening(text: str, match: re.Match[str]) -> bool:
    """Whether a blank, a bracket or another mark stands before a mark and a word right behind."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    free = not before or before.isspace() or before in _BEFORE_OPENING
    return free and bool(after) and not after.isspace()


def _goes_on(text: str, stop: int) -> bool:
    """Whether the paragraph behind ``stop`` opens with a mark again, as a long speech does."""
    return text[stop : stop + 6].lstrip()[:1] in _OPEN_SPEECH
