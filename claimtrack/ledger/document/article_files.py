"""The articles of a file that a ledger names, and which of them an entry means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from claimtrack.model import Article, Problem, Source

Reader = Callable[[Path], tuple[tuple[Article, ...], tuple[Problem, ...]]]
"""Reads the articles of a file; what is wrong with them comes second."""


def article_of(source: Source, articles: tuple[Article, ...]) -> Article | None:
    """The article of a file that an entry means: by id, by text, or the only one."""
    same_id = [article for article in articles if article.id == source.id]
    same_text = [article for article in articles if article.sha256 == source.sha256]
    only = list(articles) if len(articles) == 1 else []
    return next(iter(same_id or same_text or only), None)
