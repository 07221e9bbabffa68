"""A ledger together with the articles that it rests on, as the rules of a check see it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from claimtrack.ledger.document.article_files import Reader, article_of
from claimtrack.ledger.document.guard import aside
from claimtrack.ledger.document.ledger_file import Book, Placed
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.format.quoted import pieces
from claimtrack.ledger.yaml.lines import Trouble
from claimtrack.model import Article, Claim, Problem, Span


class Finding(NamedTuple):
    """A trouble of an entry, and how bad it is."""

    placed: Placed
    trouble: Trouble
    severity: Literal["error", "warning"] = "error"


class Located(NamedTuple):
    """A claim of the ledger: its id as it is written, if any, its file and line.

    ``place`` reads its entry, where the index has spared that so far.
    """

    claim: Claim
    ident: str | None
    file: str
    line: int
    place: Callable[[], Placed]

    def trouble(
        self,
        message: str,
        code: str,
        *path: str | int,
        hint: str | None = None,
        severity: Literal["error", "warning"] = "error",
    ) -> Finding:
        """Something wrong with one of its fields."""
        placed = self.place()
        return Finding(placed, placed.trouble(message, code, *path, hint=hint), severity)


@dataclass(frozen=True, slots=True)
class Case:
    """A ledger and its articles, by their id in it; ``unread`` says why one could not be read.

    The claims are gone through by ``claims``; the ``book`` need not have them. Those may be left
    out with which nothing can be wrong, and which no ruling names; ``ids`` are those of all.
    ``aside`` is the text of the claims of which nothing can be said.
    """

    book: Book
    claims: Callable[[], Iterable[Located]]
    articles: dict[str, Article]
    unread: dict[str, str]
    ids: Collection[str]
    aside: str = ""

    def quotations(self) -> Iterator[Quotation]:
        """The quotations of claims whose article could be read."""
        return (quotation for held in self.claims() if (quotation := self.quotation(held)))

    def quotation(self, held: Located) -> Quotation | None:
        """A claim's quotation; None when it has none, or its article could not be read."""
        claim = held.claim
        article = self.articles.get(claim.article or "")
        if article is None or claim.quote is None:
            return None
        spans = claim.quote.spans
        return Quotation(held, article, _pieces(held), spans)


def _pieces(held: Located) -> tuple[str, ...]:
    """The pieces of a quotation; where they are several, only the entry tells them apart."""
    quote = held.claim.quote
    if quote is None or len(quote.spans) < 2:
        return (quote.text,) if quote else ()
    entry = held.place().value
    return pieces(entry.quote, quote.spans) if isinstance(entry, ClaimEntry) and entry.quote else ()


class Quotation(NamedTuple):
    """The pieces of a claim's words, where they should stand, and the article."""

    held: Located
    article: Article
    pieces: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def stands(self) -> bool:
        """Whether the article has the words there; white space may differ."""
        body = self.article.body
        if any(span.end > len(body) for span in self.spans):
            return False
        there = tuple(_spaced(body[span.start : span.end]) for span in self.spans)
        return there == tuple(_spaced(piece) for piece in self.pieces)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def case_of(book: Book, path: Path, read: Reader) -> Case:
    """A ledger that is in memory, with its articles read."""
    ids = frozenset(claim.id for claim in book.ledger.claims)
    case = with_articles(book, ids, path, read)
    return replace(case, claims=lambda: held(book), aside="\n".join(aside(book, "claims")))


def held(book: Book) -> Iterator[Located]:
    """The claims of a ledger that is in memory."""
    for claim, placed in book.pairs():
        assert isinstance(placed.value, ClaimEntry)
        file, known = placed.document.file, partial(_itself, placed)
        yield Located(claim, placed.value.id, file, placed.line, known)


def _itself(placed: Placed) -> Placed:
    return placed


def with_articles(book: Book, ids: Collection[str], path: Path, read: Reader) -> Case:
    """A ledger with its articles read, each file once, and without its claims."""
    folder = path if path.is_dir() else path.parent
    articles: dict[str, Article] = {}
    unread: dict[str, str] = {}
    files: dict[str, tuple[tuple[Article, ...], tuple[Problem, ...]]] = {}
    for source in book.ledger.sources:
        if source.file is None:
            continue
        file = os.path.normpath(folder / source.file)
        if file not in files:
            files[file] = read(folder / source.file)
        in_file, problems = files[file]
        article = article_of(source, in_file)
        if article:
            articles[source.id] = article
        else:
            unread[source.id] = _reason(problems)
    return Case(book, tuple, articles, unread, ids)


def _reason(problems: Sequence[Problem]) -> str:
    """Why an article could not be read, and what to do about it."""
    if not problems:
        return "the article is not in it"
    hint = f"; {problems[0].hint}" if problems[0].hint else ""
    return f"{problems[0].message}{hint}"
