"""Passages of an article that an analyst passed over: no claim is made there, and none is missing.

An item of an article's ``passed`` is a range of characters and, behind a blank, the words there:
``812-822 sechs Wochen``. By its words it is found again when the text is corrected; a range typed
without them gets them from ``check --fix``.
"""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.ledger.document.relocate import anchored
from claimtrack.ledger.format.field_types import range_of
from claimtrack.model import Source, Span


class Passage(NamedTuple):
    """A stretch of a body that was passed over, with its words; "" where they were not noted."""

    span: Span
    words: str = ""

    def written(self) -> str:
        """The item as it stands in the ledger."""
        return f"{self.span.start}-{self.span.end} {self.words}".rstrip()

    def stands(self, body: str) -> bool:
        """Whether the body has the words there; white space may differ."""
        there = " ".join(body[slice(*self.span)].split())
        return self.span.end <= len(body) and self.words in ("", there)


def passages(source: Source) -> tuple[Passage, ...]:
    """What was passed over in an article."""
    return tuple(map(passage, source.passed))


def passage(item: str) -> Passage:
    """One item as it stands in the ledger. Raises ValueError where it begins with no range."""
    return Passage(*range_of(item))


def of_span(body: str, span: Span) -> Passage:
    """A stretch of a body with its words."""
    return Passage(span, " ".join(body[slice(*span)].split()))


def moved(source: Source, body: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The items of an article for a corrected text, and those that it no longer has.

    Items are taken in order: what moved one moved the next, so of several places the one where it
    would be after the same move counts. What is lost stays as it is, for a person to look at.
    """
    items: list[str] = []
    lost: list[str] = []
    shift = 0
    for item in source.passed:
        span, words = passage(item)
        there = anchored((words,), body, span.start + shift) if words else None
        if there is None:
            lost.append(item)
            items.append(item)
        else:
            shift = there[0].start - span.start
            items.append(Passage(there[0], words).written())
    return tuple(items), tuple(lost)
