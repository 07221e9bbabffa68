"""A ledger together with the articles that it rests on, as the rules of a check see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from claimtrack.ledger.book import Book, Placed
from claimtrack.ledger.format import ClaimEntry
from claimtrack.ledger.quoted import pieces
from claimtrack.ledger.yamltext import Trouble
from claimtrack.model import Article, Claim, Problem, Source, Span

Reader = Callable[[Path], tuple[tuple[Article, ...], tuple[Problem, ...]]]
"""Reads the articles of a file; what is wrong with them comes second."""


class Finding(NamedTuple):
    """A trouble of an entry, and how bad it is."""

    placed: Placed
    trouble: Trouble
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Case:
    """A ledger and its articles, by their id in it; ``unread`` says why one could not be read."""

    book: Book
    articles: dict[str, Article]
    unread: dict[str, str]

    def quotations(self) -> Iterator[Quotation]:
        """The quotations of claims whose article could be read."""
        for claim, placed in self.book.pairs():
            article = self.articles.get(claim.article or "")
            entry = placed.value
            if article and isinstance(entry, ClaimEntry) and entry.quote:
                spans = entry.at or ()
                yield Quotation(claim, placed, article, pieces(entry.quote, spans), spans)


class Quotation(NamedTuple):
    """The pieces of a claim's words, where they should stand, and the article."""

    claim: Claim
    placed: Placed
    article: Article
    pieces: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def stands(self) -> bool:
        """Whether the article has the words there; white space may differ."""
        body = self.article.body
        there = tuple(_spaced(body[span.start : span.end]) for span in self.spans)
        return there == tuple(_spaced(piece) for piece in self.pieces)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def case_of(book: Book, path: Path, read: Reader) -> Case:
    """A ledger with its articles read; each file once."""
    folder = path if path.is_dir() else path.parent
    articles: dict[str, Article] = {}
    unread: dict[str, str] = {}
    files: dict[Path, tuple[tuple[Article, ...], tuple[Problem, ...]]] = {}
    for source in book.ledger.sources:
        if source.file is None:
            continue
        file = folder / source.file
        if file not in files:
            files[file] = read(file)
        found, problems = files[file]
        article = article_of(source, found)
        if article:
            articles[source.id] = article
        else:
            unread[source.id] = problems[0].message if problems else "the article is not in it"
    return Case(book, articles, unread)


def article_of(source: Source, found: tuple[Article, ...]) -> Article | None:
    """The article of a file that an entry means: by id, by text, or the only one."""
    same_id = [one for one in found if one.id == source.id]
    same_text = [one for one in found if one.sha256 == source.sha256]
    only = list(found) if len(found) == 1 else []
    return next(iter(same_id or same_text or only), None)
