"""Where on a page its article stands: its headline, its head, its first paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.article import signs
from claimtrack.article.page.facts import Facts
from claimtrack.article.page.tree import Line, kind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARAGRAPH = 60
"""Characters of a line that is surely a paragraph, if it reads as sentences do."""
_ABOVE = 6
"""Lines above the headline that may belong to it."""


@dataclass(frozen=True)
class Layout:
    """The lines of a page, what it says to machines, and the text that was taken from it."""

    tree: HtmlElement
    lines: tuple[Line, ...]
    facts: Facts
    text: str

    @cached_property
    def heading(self) -> int | None:
        """The line of the headline: the ``h1`` next above the text, else the first heading there.

        A page's first ``h1`` may be its logo.
        """
        heads = [at for at, line in enumerate(self.lines[: self.start]) if not line.beside]
        for wanted, order in (({"h1"}, reversed(heads)), ({"h2", "h3"}, heads)):
            for at in order:
                if wanted & {kind(self.lines[at].element), *self._around(at)}:
                    return at
        return None

    @cached_property
    def start(self) -> int:
        """The first line that is a paragraph of the text, or the number of lines."""
        return next(iter(self._paragraphs), len(self.lines))

    @cached_property
    def above(self) -> tuple[Line, ...]:
        """The lines around the headline, above the first paragraph of the text."""
        return self._of_article(self.start)

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The lines around the headline, above the second paragraph, as the first may be the lead.

        Authors and days stand here.
        """
        return self._of_article(next(iter(self._paragraphs[1:]), self.start))

    @cached_property
    def article(self) -> tuple[Line, ...]:
        """The lines of the article, those of boxes beside it left out."""
        region = self._region()
        return tuple(line for line in self.lines if _belongs(line, region))

    def _of_article(self, end: int) -> tuple[Line, ...]:
        begin = 0 if self.heading is None else max(0, self.heading - _ABOVE)
        region = self._region()
        return tuple(line for line in self.lines[begin:end] if _belongs(line, region))

    @cached_property
    def _paragraphs(self) -> tuple[int, ...]:
        """The lines that are paragraphs of the text: the first two are enough."""
        flat = signs.plain(self.text)
        paragraphs = (
            at
            for at, line in enumerate(self.lines)
            if not line.beside and is_paragraph(line.text) and signs.plain(line.text) in flat
        )
        return tuple(islice(paragraphs, 2))

    def _around(self, at: int) -> set[str]:
        return {kind(element) for element in self.lines[at].element.iterancestors()}

    def _region(self) -> HtmlElement | None:
        """The innermost element that holds the headline and the first paragraph."""
        if self.heading is None or self.start >= len(self.lines):
            return None
        paragraph = self.lines[self.start].element
        above = {id(element): element for element in paragraph.iterancestors()}
        holders = self.lines[self.heading].element.iterancestors()
        return next((element for element in holders if id(element) in above), None)


def is_paragraph(text: str) -> bool:
    """True if a line of a page is surely a paragraph."""
    return len(text) >= _PARAGRAPH and signs.prose(text) and not signs.caption(text)


def _belongs(line: Line, region: HtmlElement | None) -> bool:
    """True if a line is one of the article's, which an element of the page may hold as a whole."""
    element = line.element
    return not line.beside and (
        region is None or element is region or any(up is region for up in element.iterancestors())
    )
