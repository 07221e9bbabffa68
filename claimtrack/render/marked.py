"""Text with marked stretches, wrapped without losing the marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat

from claimtrack.model import Span
from claimtrack.render import safe
from claimtrack.render.safe import SafeText
from claimtrack.render.screen import Glyphs, Piece, Screen, line, plain, plain_line
from claimtrack.render.text_columns import folds, is_narrow, width

Marks = Sequence[tuple[Span, str]]


def marked(text: str, offset: int, marks: Marks, glyphs: Glyphs) -> list[Piece]:
    """``text`` cut where marks begin and end, each stretch in the style of its mark.

    ``offset`` is where the text begins in the body that the spans count in. Of marks that
    overlap the later one wins. Stretches in the style ``quote`` stand in brackets too, so that
    they are seen without colour.
    """
    there = [(Span(span.start - offset, span.end - offset), style) for span, style in marks]
    opens = {span.start for span, style in there if style == "quote"}
    closes = {span.end for span, style in there if style == "quote"}
    return list(_runs(text, there, opens, closes, glyphs))


def _runs(
    text: str, marks: Marks, opens: set[int], closes: set[int], glyphs: Glyphs
) -> Iterator[Piece]:
    edges = {at for span, _ in marks for at in span if 0 < at < len(text)}
    start = 0
    for at in sorted(edges | {0, len(text)}):
        style = _style(marks, start)
        if at > start and (at in opens | closes | {len(text)} or _style(marks, at) != style):
            yield Piece(text[start:at], style)
            start = at
        if at in closes:
            yield Piece(glyphs.closing, "quote")
        if at in opens:
            yield Piece(glyphs.opening, "quote")


def _style(marks: Marks, at: int) -> str:
    """The style of the last mark that holds a character."""
    return next((style for span, style in reversed(marks) if span.start <= at < span.end), "")


def folded(
    lead: str, pieces: Iterable[Piece], screen: Screen, then: str | None = None
) -> list[SafeText]:
    """Pieces folded to the screen's width, each line behind ``lead``, or ``then`` from the second.

    Both take as many cells.
    """
    if screen.paint is plain:
        text = _by_one_blank("".join([piece.text for piece in pieces]))
        cells = screen.columns - width(lead)
        if len(text) <= cells and is_narrow(text):  # as most are: nothing to fold
            return [plain_line(lead + text)]
        leads = chain((lead,), repeat(lead if then is None else then))
        ends = zip(leads, folds(text, cells), strict=False)
        return [plain_line(before + text[start:end]) for before, (start, end) in ends]
    lines = fold(pieces, screen.columns - width(lead))
    leads = chain((lead,), repeat(lead if then is None else then))
    parts = zip(leads, lines, strict=False)
    return [line(screen, Piece(before, "faint"), *own) for before, own in parts]


def fold(pieces: Iterable[Piece], cells: int) -> list[list[Piece]]:
    """Pieces folded at blanks into lines of at most ``cells``; words may cross pieces.

    Several blanks are one; a longer word has a line of its own.
    """
    parts = _parted_by_one_blank(pieces)
    text = "".join([part.text for part in parts])
    lines = folds(text, cells)
    return [parts] if len(lines) == 1 else [_between(parts, start, end) for start, end in lines]


_BLANKS = re.compile("  +")


def _by_one_blank(text: str) -> str:
    """Text that can be shown as it is, without a blank at an end or behind another."""
    clean = text if text.isprintable() else safe.terminal(text)
    return (_BLANKS.sub(" ", clean) if "  " in clean else clean).strip(" ")


def _parted_by_one_blank(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces that can be shown as they are, without a blank at an end or behind another."""
    parted: list[Piece] = []
    blank = True
    for piece in pieces:
        clean = safe.terminal(piece.text)
        if "  " in clean:
            clean = _BLANKS.sub(" ", clean)
        if blank and clean[:1] == " ":
            clean = clean[1:]
        if clean:
            parted.append(piece if clean is piece.text else piece._replace(text=clean))
            blank = clean[-1] == " "
    if parted and blank:
        last = parted.pop()
        parted += [last._replace(text=last.text[:-1])] if last.text != " " else []
    return parted


def _between(parts: Iterable[Piece], start: int, end: int) -> list[Piece]:
    """What pieces have between two places in the text that they make."""
    pieces, at = [], 0
    for text, style, link in parts:
        after = at + len(text)
        if start < after and at < end:
            pieces.append(Piece(text[max(start - at, 0) : end - at], style, link))
        at = after
    return pieces
