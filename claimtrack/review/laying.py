"""An article's text laid out in lines of some width, and what is marked in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.coverage import Gap
from claimtrack.model import Claim, Span
from claimtrack.render import safe
from claimtrack.render.text_columns import width

_WORDS = re.compile(r"\S+[^\S\n]*|[^\S\n]+|\n")


class Mark(NamedTuple):
    """A stretch of the text and the style it is shown in; of two, the later one covers."""

    start: int
    end: int
    style: str


class Run(NamedTuple):
    """Some harmless text of one line, in one style."""

    text: str
    style: str = ""


def marks(
    claim: Claim | None, claims: Iterable[Claim], gaps: Iterable[Gap], gap: Gap | None
) -> list[Mark]:
    """The claims of an article, its gaps, then the claim that is shown with its speaker and cue.

    While a ``gap`` is shown, that stands in the claim's place.
    """
    marked = [
        Mark(*span, each.status if each.status != "new" else "other")
        for each in claims
        for span in (each.quote.spans if each.quote else ())
    ]
    marked += [Mark(*each.at, "gap") for each in gaps]
    if gap:
        return [*marked, Mark(*gap.at, "current gap")]
    for mention, style in (
        (claim.quote if claim else None, "current"),
        (claim.speaker if claim else None, "speaker"),
        (claim.cue if claim else None, "cue"),
    ):
        marked += [Mark(*span, style) for span in (mention.spans if mention else ())]
    return marked


def lines(body: str, cells: int) -> list[Span]:
    """The lines of a text folded to a width; each is a stretch of it without its line break.

    Words longer than a line are cut. Between two paragraphs is one empty line, however many line
    breaks part them.
    """
    laid: list[Span] = []
    start = end = used = 0
    for match in _WORDS.finditer(body):
        word = match.group()
        if word == "\n":
            _close(laid, start, end)
            start, end, used = match.end(), match.end(), 0
            _close(laid, start, end)
            continue
        long = width(safe.terminal(word.rstrip()))
        if used and used + long > cells:
            _close(laid, start, end)
            start, used = match.start(), 0
        for piece in _cut(word, match.start(), cells):
            if used and used + width(safe.terminal(body[slice(*piece)].rstrip())) > cells:
                _close(laid, start, end)
                start, used = piece.start, 0
            used += width(safe.terminal(body[slice(*piece)]))
            end = piece.end
    _close(laid, start, end)
    while laid and laid[-1].start >= laid[-1].end:
        laid.pop()
    return laid


def _close(laid: list[Span], start: int, end: int) -> None:
    empty = end <= start
    if not (empty and (not laid or laid[-1].start >= laid[-1].end)):
        laid.append(Span(start, max(start, end)))


def _cut(word: str, start: int, cells: int) -> Iterator[Span]:
    for at in range(0, len(word), cells):
        yield Span(start + at, start + min(at + cells, len(word)))


def line_of(laid: Sequence[Span], offset: int) -> int:
    """The number of the line, from 0, in which a character stands."""
    return max(0, bisect_right([line.start for line in laid], offset) - 1)


def runs(body: str, line: Span, marks: Iterable[Mark]) -> list[Run]:
    """One line in runs of one style, blanks at its end in none; words are made harmless."""
    styles = [""] * (line.end - line.start)
    for mark in marks:
        for at in range(max(mark.start, line.start), min(mark.end, line.end)):
            styles[at - line.start] = mark.style
    inked = len(body[line.start : line.end].rstrip())
    styles[inked:] = [""] * (len(styles) - inked)
    cut: list[Run] = []
    at = 0
    while at < len(styles):
        end = at
        while end < len(styles) and styles[end] == styles[at]:
            end += 1
        text = safe.terminal(body[line.start + at : line.start + end])
        cut.append(Run(text, styles[at]))
        at = end
    return cut
