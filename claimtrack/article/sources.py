"""Articles from files, folders and standard input: their text and metadata.

Nothing here stops at the first mistake: what cannot be read comes out as a Problem that names
the file and says what to do, and the next article follows.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimtrack.article import formats
from claimtrack.article.file_bytes import Allows
from claimtrack.article.formats import Wanted
from claimtrack.article.intake import UnfitError
from claimtrack.article.seen_ids import seen_articles
from claimtrack.model import Article, Problem


def read(path: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """All articles of a file, a folder or standard input (``-``), and what was wrong."""
    return _parted(iter_articles([path]))


def read_named(path: Path, allows: Allows) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """All articles of a file that a ledger names, and what was wrong.

    Read is a regular file alone, and only if ``allows`` takes its path without symbolic links.
    """
    return _parted(formats.named(path, allows))


def _parted(
    items: Iterable[Article | Problem],
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    read = tuple(items)
    return (
        tuple(item for item in read if isinstance(item, Article)),
        tuple(item for item in read if isinstance(item, Problem)),
    )


def iter_articles(
    paths: Iterable[Path], wanted: Wanted = formats.every
) -> Iterator[Article | Problem]:
    """Articles and problems one by one, in the order of the paths, folders sorted by name.

    A ``.jsonl`` file is read line by line. A file named twice is read once, and so is an article
    of the same id and text, as a page and the text kept of it. Of two articles with one id the
    second is a problem otherwise, since a claim names its article by id. What is not ``wanted`` is
    passed over and not remembered: articles by their ids, what has none by ``FILE:LINE``.
    """
    with seen_articles() as seen:
        for item in _items(paths, wanted):
            before = seen.before(item) if isinstance(item, Article) else None
            if before is None:
                yield item
            elif isinstance(item, Article) and item.sha256 != before.sha256:
                yield _twice(item, before.file)


def _items(paths: Iterable[Path], wanted: Wanted) -> Iterator[Article | Problem]:
    """All articles that are wanted, those of one id too, and the problems."""
    for file in dict.fromkeys(file for path in paths for file in _files(path)):
        for item in (file,) if isinstance(file, Problem) else formats.articles(file, wanted):
            if isinstance(item, Article) or item.article or wanted(f"{item.file}:{item.line}"):
                yield item


def count(paths: Iterable[Path]) -> int | None:
    """How many articles there are at some paths, by files and lines; None for what is piped in."""
    files = tuple(dict.fromkeys(file for path in paths for file in _files(path)))
    if formats.STDIN in files:
        return None
    return sum(formats.count(file) for file in files if isinstance(file, Path))


def _twice(article: Article, earlier: str | None) -> Problem:
    message = (
        f'skipped: the id "{article.id}" is taken by an article from {earlier or "standard input"}'
    )
    hint = "give it an `id` of its own in its front matter or JSON line, or rename the file"
    why = UnfitError(message, hint)
    why.article = article.id
    return formats.problem(Path(article.file or formats.STDIN), why)


def _files(path: Path) -> Iterator[Path | Problem]:
    """The files to read at a path: itself, or those of the folder, hidden ones left out."""
    if path == formats.STDIN or not path.is_dir():
        yield path
        return
    files = [file for file in sorted(path.rglob("*"), key=lambda f: f.parts) if _wanted(file, path)]
    for file in files:
        yield _left_out(file) if _is_special(file) else file
    if not files:
        hint = f"it reads {', '.join(formats.SUFFIXES)}"
        yield formats.problem(path, UnfitError("no articles in this folder", hint))


def _is_special(file: Path) -> bool:
    """True if a file is a pipe, a device or the like; what cannot be looked at is told of later."""
    try:
        return not stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return False


def _left_out(file: Path) -> Problem:
    """What is said of a pipe or a device among the files of a folder: it may never end."""
    hint = "to read it, name it on the command line"
    return formats.problem(
        file, UnfitError("not a regular file (a pipe or a device); skipped", hint)
    )


def _wanted(file: Path, folder: Path) -> bool:
    parts = file.relative_to(folder).parts
    return (
        file.suffix.lower() in formats.SUFFIXES
        and file.name.lower() != "readme.md"
        and not any(part.startswith(".") for part in parts)
        and not os.path.isdir(file)  # noqa: PTH112 - never raises
    )
