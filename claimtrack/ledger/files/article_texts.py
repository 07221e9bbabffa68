"""The texts of a ledger's articles, where their files are still there and say the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.model import Article, Source

if TYPE_CHECKING:
    from claimtrack.ledger.files.reach import Reach

Texts = Callable[[Source], str | None]
"""The body of an article; None where it is not to be had."""

_SUFFIXES = (".md", ".txt", ".jsonl")
"""Files that hold a text as it is: to find it in a page takes too long."""


def texts_of(path: Path) -> Texts:
    """How to find the texts of the articles of a ledger at some path.

    Each file is read once, when it is asked for, and only where the ledger may have it read
    (:mod:`reach`). A text whose checksum is not the one that the
    ledger notes is another text: offsets into it would lie.
    """
    folder = path if path.is_dir() else path.parent
    files: dict[Path, dict[str, Article]] = {}

    @cache
    def reached() -> Reach:
        # Imported late, like all that reads articles: where a comparison is kept, none is read.
        from claimtrack.ledger.files.reach import reach

        return reach(path)

    def text(source: Source) -> str | None:
        if source.file is None or not source.file.endswith(_SUFFIXES):
            return None
        from claimtrack.ledger.document.article_files import article_of

        file = folder / source.file
        if file not in files:
            files[file] = {article.id: article for article in reached().read(file)[0]}
        held = files[file]
        article = held.get(source.id) or article_of(source, tuple(held.values()))
        if article is None or source.sha256 not in (None, article.sha256):
            return None
        return article.body

    return text
