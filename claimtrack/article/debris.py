"""The text of an article, separated from the debris of its page.

An article comes as it was copied: navigation, captions, "Lesen Sie auch", repeated headlines,
legal notes. Each stretch of lines becomes a block with its kind; claims stand in paragraphs only.
In doubt a line is a paragraph, for a paragraph taken for a headline loses its claims.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from claimtrack.article import signs
from claimtrack.model import Article, Span

BlockKind = Literal["paragraph", "headline", "caption", "byline", "debris"]

_BREAK = "\n\r\u2028\u2029"
_BLANK = r"\s\u200b\ufeff"
_LINE = re.compile(rf"[^{_BLANK}](?:[^{_BREAK}]*[^{_BLANK}])?")
_COPY = 15
"""Letters from which on a line that was there before is a copy, not a chance."""
_FOOT = 6
"""Lines at the end of a page among which legal notes are looked for."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's body: where, what it is, and the dateline it opens with.

    ``body[start:end]`` has no blanks around it. A paragraph may hold line breaks where a text was
    wrapped. ``dateline`` ("Kiew – ") lies inside the paragraph and ends where its sentence begins.
    """

    start: int
    end: int
    kind: BlockKind
    dateline: Span | None = None


def blocks(text: Article | str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of an article, or of a body and its title, in the order of the text.

    Every character that is no blank and no line break lies in exactly one block.
    """
    if isinstance(text, Article):
        return blocks(text.body, title or text.title)
    spans = tuple(stretches(text))
    page = _Page(tuple(text[span.start : span.end] for span in spans), title)
    kinds = _kinds(page)
    return tuple(
        block for span, kind in zip(spans, kinds, strict=True) for block in _parts(text, span, kind)
    )


class _Page:
    """The lines of an article, and whether links are being listed at the one in question."""

    def __init__(self, lines: tuple[str, ...], title: str | None) -> None:
        self.lines = lines
        self.listing = False
        openings = [signs.opening(line) for line in lines]
        title_opening = signs.opening(title or "")
        alike = Counter([*openings, title_opening])
        self.plain = tuple(
            signs.plain(line) if alike[opening] > 1 else ""
            for line, opening in zip(lines, openings, strict=True)
        )
        """The letters and digits of each line that may be a copy of another or of the title."""
        self.title = signs.plain(title or "") if alike[title_opening] > 1 else ""
        self.first = {line: at for at, line in reversed(list(enumerate(self.plain)))}


def _kinds(page: _Page) -> Iterator[BlockKind]:
    """The kind of each line: that of the first rule that fits, else a paragraph."""
    for at, line in enumerate(page.lines):
        kind: BlockKind = next((kind for kind, fits in _RULES if fits(page, at)), "paragraph")
        page.listing = signs.opens_list(line) or (page.listing and kind == "debris")
        yield kind


def _titled(page: _Page, at: int) -> bool:
    """The title again."""
    return page.plain[at] == page.title != ""


def _caption(page: _Page, at: int) -> bool:
    """A caption, or the same words once more beside one."""
    return signs.caption(page.lines[at]) or any(
        page.plain[beside].startswith(page.plain[at]) and signs.caption(page.lines[beside])
        for beside in ((at - 1, at + 1) if len(page.plain[at]) >= _COPY else ())
        if 0 <= beside < len(page.lines)
    )


def _repeated(page: _Page, at: int) -> bool:
    """A line that was there before: a teaser, a headline."""
    return len(page.plain[at]) >= _COPY and page.first[page.plain[at]] < at


def _listed(page: _Page, at: int) -> bool:
    """A link or reference below "Mehr zum Thema" or "Quellen"."""
    return page.listing and not signs.prose(page.lines[at])


def _legal(page: _Page, at: int) -> bool:
    """A legal note at the foot of the page."""
    return at >= len(page.lines) - _FOOT and signs.legal(page.lines[at])


def _headline(page: _Page, at: int) -> bool:
    """A heading; what stands below it must not be its own end."""
    following = page.lines[at + 1] if at + 1 < len(page.lines) else None
    return signs.headline(page.lines[at], following)


_RULES: tuple[tuple[BlockKind, Callable[[_Page, int], bool]], ...] = (
    ("headline", _titled),
    ("byline", lambda page, at: signs.byline(page.lines[at])),
    ("caption", _caption),
    ("debris", lambda page, at: signs.debris(page.lines[at])),
    ("debris", _listed),
    ("debris", _legal),
    ("debris", _repeated),
    ("headline", _headline),
)


def stretches(text: str) -> Iterator[Span]:
    """The lines with something on them, blanks around them dropped; wrapped ones joined."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    if not signs.wrapped([text[line.start : line.end] for line in lines]):
        yield from lines
        return
    begin = lines[0].start
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        ends = following is None or text.count("\n", line.end, following.start) > 1
        if ends or not signs.full(text[line.start : line.end]):
            yield Span(begin, line.end)
            begin = following.start if following else line.end


def _parts(text: str, span: Span, kind: BlockKind) -> Iterator[Block]:
    """A line as blocks: the agencies that sign a paragraph are debris of their own."""
    line = text[span.start : span.end]
    if kind != "paragraph":
        yield Block(span.start, span.end, kind)
        return
    tag = signs.agency_tag(line)
    end = span.start + len(line[:tag].rstrip())
    skipped = signs.dateline(line)
    dateline = Span(span.start, span.start + skipped) if skipped else None
    yield Block(span.start, end, kind, dateline)
    if tag is not None:
        yield Block(span.start + tag, span.end, "debris")
