"""Articles read into the lines of a part: one article, or a shard of an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.about.topics import topics_of
from claimtrack.archive import parts
from claimtrack.article.intake import UnfitError
from claimtrack.model import Article, Claim, Problem, Topic
from claimtrack.render.contract import Json
from claimtrack.runtime import advice, summary

if TYPE_CHECKING:
    from claimtrack.registry import Registry

Read = tuple[Article, tuple[Claim, ...]]


def claims_of(article: Article, registry: Registry | None) -> Read | Problem:
    """An article with its claims; a problem where an unforeseen error ended its reading."""
    from claimtrack.extract import extract

    try:
        return article, extract(article, registry)
    except Exception as error:
        return left_out(article, error)


def left_out(article: Article, error: Exception) -> Problem:
    """What is told of an article that an error keeps out, foreseen (UnfitError) or not."""
    if isinstance(error, UnfitError):
        why, hint = str(error), error.hint
    else:
        why, hint = summary(error), advice(error)
    message = f'the article "{article.id}" is skipped: {why}'
    file = article.file or "standard input"
    return Problem(file, 0, 0, message, code="article", hint=hint, article=article.id)


def read_line(raw: bytes, file: str, number: int) -> Json:
    """The line that a line of JSON is read into; see `claimtrack.read_article`."""
    from claimtrack.article import of_line

    for item in _read(of_line(raw, Path(file), number)):
        if not isinstance(item, Problem):
            return _line(*item, ())
        if item.severity == "error":
            return parts.error(item)
    raise AssertionError("a line is an article or an error")


def read_shard(paths: Iterable[Path], shard: str, folder: Path, form: str) -> Path:
    """The part that a shard is read into; see `claimtrack.read_shard`."""
    from claimtrack.article import iter_articles

    share = parts.parse_shard(shard)
    file = folder / share.part(form)
    folder.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        unread: list[Problem] = []
        read = _sound(_read(iter_articles(paths, share.holds)), unread)
        parts.write(lines(read, unread, ()), file)
    return file


def lines(read: Iterable[Read], unread: list[Problem], topics: tuple[Topic, ...]) -> Iterator[Json]:
    """The lines of a part: articles as they come, then what could not be read.

    ``unread`` is looked at when the last article is there. ``topics`` are the ledger's.
    """
    made = (_line(article, claims, topics) for article, claims in read)
    return chain(made, parts.errors(unread))


def _line(article: Article, claims: tuple[Claim, ...], topics: tuple[Topic, ...]) -> Json:
    return parts.reading(article, claims, topics_of(claims, topics))


def _read(items: Iterable[Article | Problem]) -> Iterator[Read | Problem]:
    """Articles with their claims; the register that ships is made once in a process."""
    from claimtrack.registry import Registry

    registry = Registry.shipped()
    for item in items:
        yield item if isinstance(item, Problem) else claims_of(item, registry)


def _sound(items: Iterable[Read | Problem], unread: list[Problem]) -> Iterator[Read]:
    """What was read; errors are added to ``unread``."""
    for item in items:
        if not isinstance(item, Problem):
            yield item
        elif item.severity == "error":
            unread.append(item)
