"""The texts of web pages, kept beside the ledger: what its offsets count, to be checked later."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

from claimtrack.archive.reader import Read
from claimtrack.article.file_bytes import LARGEST
from claimtrack.model import Article

FOLDER = "texts"


class Texts(NamedTuple):
    """Articles with their claims, and the files to be written for those that came as pages.

    Each file has its content before (None: it is not there) and after.
    """

    read: tuple[Read, ...]
    files: dict[Path, tuple[bytes | None, bytes]]


def placed(read: Iterable[Read], ledger: Path) -> Texts:
    """Gives the article of a page a file for its text, beside the ledger.

    A file that claimtrack did not write, or that changed since, is never replaced: the text goes to
    the next free name then.
    """
    articles: list[Read] = []
    files: dict[Path, tuple[bytes | None, bytes]] = {}
    for article, claims in read:
        if not _is_page(article):
            articles.append((article, claims))
            continue
        text = article.body.encode()
        place, old = _place(ledger, article.id, text)
        files[place] = old, text
        articles.append((replace(article, file=str(place)), claims))
    return Texts(tuple(articles), files)


def elsewhere(read: Iterable[Read], ledger: Path) -> Iterator[str]:
    """Says where texts are whose usual name is taken, a line each."""
    for article, _ in read:
        if _is_page(article):
            usual = _folder(ledger) / f"{article.id}.txt"
            place, _ = _place(ledger, article.id, article.body.encode())
            if place != usual:
                yield f"{usual} is not as claimtrack wrote it; the text is in {place}"


def _folder(ledger: Path) -> Path:
    return (ledger if ledger.is_dir() else ledger.parent) / FOLDER


def _is_page(article: Article) -> bool:
    from claimtrack.article.web_pages import SUFFIXES

    return Path(article.file or "").suffix.lower() in SUFFIXES


def _place(ledger: Path, ident: str, text: bytes) -> tuple[Path, bytes | None]:
    """The file for a text, and what it holds: the text, an earlier one of ours, or nothing."""
    from claimtrack.ledger.files.history import is_own

    for number in count(1):
        place = _folder(ledger) / f"{ident}{'' if number == 1 else f'-{number}'}.txt"
        old = _content(place)
        free = old is None and not os.path.lexists(place)
        own = old is not None and (old == text or is_own(ledger, place, old))
        if free or own:
            return place, old
    raise AssertionError("numbers do not end")


def _content(place: Path) -> bytes | None:
    """What a file holds; None where there is none, and for what cannot be a text that was kept.

    That is a link, a pipe, a file that is larger than any text or that this user may not read.
    """
    try:
        status = place.lstat()
        is_kept = stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST
        return place.read_bytes() if is_kept else None
    except OSError:
        return None
