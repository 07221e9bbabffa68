"""Passages that were passed over, held against their article, and put right where that is sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.ledger.checks.checked_ledger import Case, Finding
from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Placed
from claimtrack.ledger.document.passages import Passage, of_span, passage
from claimtrack.ledger.document.relocate import anchored
from claimtrack.ledger.edit.changes import Put
from claimtrack.ledger.edit.splice import order
from claimtrack.model import Article


def misplaced(case: Case) -> Iterator[Finding]:
    """Passages that were passed over and that the article does not have there."""
    for source, placed in case.book.sources():
        article = case.articles.get(source.id)
        if article is None:
            continue
        for index, item in enumerate(source.passed):
            noted = passage(item)
            if not noted.stands(article.body):
                yield _misplaced(placed, index, noted, article)


def _misplaced(placed: Placed, index: int, noted: Passage, article: Article) -> Finding:
    there = anchored((noted.words,), article.body, noted.span.start) if noted.words else None
    if there:
        message = "the passed words are elsewhere in the article"
        trouble = placed.trouble(
            message, "moved", "passed", index, hint=Passage(there[0], noted.words).written()
        )
    else:
        message = f"the article “{article.id}” does not have the passed words"
        trouble = placed.trouble(message, "misquoted", "passed", index)
    return Finding(placed, trouble)


def mended(case: Case) -> Iterator[tuple[str, Document, Put]]:
    """Passages put where their words stand in one place only; words noted where they were not."""
    for source, placed in case.book.sources():
        article = case.articles.get(source.id)
        items = [_mended(passage(item), article) for item in source.passed if article]
        new = tuple(items)
        if new and new != source.passed:
            line = f"{placed.document.file}:{placed.line}: passed: {_differing(source.passed, new)}"
            yield (
                line,
                placed.document,
                Put("articles", placed.index, "passed", list(new), order("articles")),
            )


def _differing(old: Iterable[str], new: Iterable[str]) -> str:
    return "; ".join(after for before, after in zip(old, new, strict=True) if before != after)


def _mended(noted: Passage, article: Article) -> str:
    body = article.body
    if noted.stands(body):
        return of_span(body, noted.span).written()
    if not noted.words:
        return noted.written()
    first, final = anchored((noted.words,), body, 0), anchored((noted.words,), body, len(body))
    only = first if first == final else None
    return Passage(only[0], noted.words).written() if only else noted.written()
