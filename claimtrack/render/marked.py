"""Text with marked stretches, folded without losing the marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.model import Span
from claimtrack.render import safe
from claimtrack.render.layout import width
from claimtrack.render.screen import Glyphs, Piece, Screen, line

Marks = Sequence[tuple[Span, str]]


def marked(text: str, offset: int, marks: Marks, glyphs: Glyphs) -> list[Piece]:
    """``text`` cut where marks begin and end, each stretch in the style of its mark.

    ``offset`` is where the text begins in the body that the spans count in. Of marks that
    overlap the later one wins. Stretches in the style ``quote`` stand in brackets too, so that
    they are seen without colour.
    """
    styles = [""] * len(text)
    for span, style in marks:
        for at in range(max(span.start - offset, 0), min(span.end - offset, len(text))):
            styles[at] = style
    quotes = [Span(*span) for span, style in marks if style == "quote"]
    opens = {span.start - offset for span in quotes}
    closes = {span.end - offset for span in quotes}
    return list(_runs(text, styles, opens, closes, glyphs))


def _runs(
    text: str, styles: Sequence[str], opens: set[int], closes: set[int], glyphs: Glyphs
) -> Iterator[Piece]:
    start = 0
    for at in range(len(text) + 1):
        cut = at == len(text) or at in opens or at in closes or styles[at] != styles[start]
        if cut and at > start:
            yield Piece(text[start:at], styles[start])
            start = at
        if at in closes:
            yield Piece(glyphs.closing, "quote")
        if at in opens:
            yield Piece(glyphs.opening, "quote")


def folded(
    lead: str, pieces: Iterable[Piece], screen: Screen, then: str | None = None
) -> Iterator[str]:
    """Pieces folded to the screen's width, each line behind ``lead``, or ``then`` from the second.

    Both take as many cells.
    """
    for pieces_of_line in fold(pieces, screen.columns - width(lead)):
        yield line(screen, Piece(lead, "faint"), *pieces_of_line)
        lead = lead if then is None else then


def fold(pieces: Iterable[Piece], cells: int) -> list[list[Piece]]:
    """Pieces folded at blanks into lines of at most ``cells``; words may cross pieces."""
    lines: list[list[Piece]] = [[]]
    room = cells
    for word in _words(pieces):
        size = sum(width(piece.text) for piece in word)
        if lines[-1] and size + 1 > room:
            lines.append([])
            room = cells
        elif lines[-1]:
            lines[-1].append(Piece(" ", _between(lines[-1][-1], word[0])))
            room -= 1
        lines[-1].extend(word)
        room -= size
    return lines


def _between(left: Piece, right: Piece) -> str:
    """The style of a blank: that of its neighbours when they agree."""
    return left.style if left.style == right.style else ""


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    word: list[Piece] = []
    for piece in pieces:
        parts = safe.terminal(piece.text).split(" ")
        for index, part in enumerate(parts):
            if index and word:
                yield word
                word = []
            if part:
                word.append(piece._replace(text=part))
    if word:
        yield word
