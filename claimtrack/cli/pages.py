"""The texts of web pages, kept beside the ledger: what its offsets count, to be checked later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from claimtrack.cli.workers import Read
from claimtrack.model import Article

FOLDER = "texts"


def named(read: Iterable[Read], ledger: Path) -> tuple[Read, ...]:
    """Articles with their claims; the file of one that came as a page is that of its text."""
    return tuple(
        (replace(article, file=str(_place(article, ledger))), claims)
        if _is_page(article)
        else (article, claims)
        for article, claims in read
    )


def keep(read: Iterable[Read], ledger: Path) -> None:
    """Write the texts of the articles that came as pages, where they are not there yet."""
    for article, _ in read:
        place = _place(article, ledger)
        if not _is_page(article) or _holds(place, article.body):
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(article.body, encoding="utf-8", newline="\n")


def _is_page(article: Article) -> bool:
    from claimtrack.article.html import SUFFIXES

    return Path(article.file or "").suffix.lower() in SUFFIXES


def _place(article: Article, ledger: Path) -> Path:
    folder = ledger if ledger.is_dir() else ledger.parent
    return folder / FOLDER / f"{article.id}.txt"


def _holds(place: Path, text: str) -> bool:
    return place.exists() and place.read_bytes() == text.encode()
