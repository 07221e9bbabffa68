"""Sentences for tests: words in [brackets] are a stretch, the brackets themselves are not read."""

from __future__ import annotations

from claimtrack.extract.sentence import Sentence
from claimtrack.german.document import read
from claimtrack.model import Span


def unmarked(text: str) -> tuple[str, Span]:
    """The text without its brackets, and what stood between them."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), Span(start, end)


def sentences(body: str) -> list[Sentence]:
    """The sentences of a text, a line of it a paragraph."""
    document = read(body)
    return [Sentence(sentence, document) for sentence in document.sentences]
