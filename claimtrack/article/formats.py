"""The articles of one file by its kind: ``.md``, ``.txt``, ``.jsonl``, ``.html``, or piped in."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimtrack import unexpected
from claimtrack.article import attribution, fields, frontmatter, html, jsonlines
from claimtrack.article.frontmatter import FrontMatter
from claimtrack.article.intake import UnfitError, check, day, decoded, digest, ident, slug
from claimtrack.model import Article, Problem

STDIN = Path("-")
SUFFIXES = (".md", ".txt", ".jsonl", *html.SUFFIXES)
_Days = dict[str, str]
_DAYS = ("published", "retrieved")


def articles(path: Path) -> Iterator[Article | Problem]:
    """The articles of one file or of standard input (``-``), and what was wrong with it."""
    try:
        yield from _by_kind(path)
    except UnfitError as why:
        yield problem(path, why)
    except OSError as why:
        message = f"cannot be read: {why.strerror or why}"
        yield problem(path, UnfitError(message, "check the path and its rights"))
    except Exception as error:
        yield problem(path, _unforeseen(error))


def _unforeseen(error: Exception) -> UnfitError:
    return UnfitError(unexpected.summary(error), unexpected.advice(error))


def count(path: Path) -> int:
    """How many articles a file may hold: its lines, or one; none when it cannot be read."""
    if path.suffix.lower() != ".jsonl":
        return 1
    try:
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 0


def problem(path: Path, why: UnfitError, *, warning: bool = False) -> Problem:
    """What was wrong with a file, as everything else reports it."""
    return Problem(
        file="standard input" if path == STDIN else str(path),
        line=why.line,
        column=1 if why.line else 0,
        message=str(why),
        severity="warning" if warning else "error",
        code="article",
        hint=why.hint,
    )


def _by_kind(path: Path) -> Iterator[Article | Problem]:
    kind = path.suffix.lower()
    if path == STDIN:
        return _standard_input(sys.stdin.buffer.read())
    if not path.exists():
        if path.is_symlink():
            raise UnfitError("a link to nothing", f"it names {path.readlink()}")
        raise UnfitError("no such file or folder", "check the path")
    if kind not in SUFFIXES:
        raise UnfitError("not a kind of file that is read", f"use {', '.join(SUFFIXES)}")
    if kind == ".jsonl":
        return _file_of_lines(path)
    if kind in html.SUFFIXES:
        return _page(path.read_bytes(), path)
    return _whole(path.read_bytes(), path)


def _standard_input(raw: bytes) -> Iterator[Article | Problem]:
    """JSON lines when it opens with a brace, a web page, else one article of Markdown or text."""
    if raw.lstrip()[:1] == b"{":
        return _lines(raw.split(b"\n"), STDIN)
    if html.is_page(raw):
        return _page(raw, STDIN)
    return _whole(raw, STDIN)


def _whole(raw: bytes, path: Path) -> Iterator[Article | Problem]:
    """The one article that a file holds."""
    text = decoded(raw)
    head = FrontMatter() if path.suffix.lower() == ".txt" else frontmatter.split(text)
    body = text[head.body :]
    return _built(head, body, path, "stdin" if path == STDIN else path.stem, headed=True)


def _page(raw: bytes, path: Path) -> Iterator[Article | Problem]:
    """The one article of a web page."""
    head, text = html.parse(raw)
    return _built(head, text, path, "stdin" if path == STDIN else path.stem)


def _file_of_lines(path: Path) -> Iterator[Article | Problem]:
    with path.open("rb") as lines:
        yield from _lines(lines, path)


def _lines(lines: Iterable[bytes], path: Path) -> Iterator[Article | Problem]:
    """The articles of JSON lines; a broken line is a problem with its number."""
    stem = "stdin" if path == STDIN else path.stem
    for number, raw in enumerate(lines, start=1):
        if not raw.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            head, text = jsonlines.parse(decoded(raw), number)
            yield from _built(head, text, path, f"{stem}-{number}")
        except UnfitError as why:
            why.line = number
            yield problem(path, why)
        except Exception as error:
            unforeseen = _unforeseen(error)
            unforeseen.line = number
            yield problem(path, unforeseen)


def _built(
    head: FrontMatter, body: str, path: Path, name: str, *, headed: bool = False
) -> Iterator[Article | Problem]:
    """The article, after a warning for each field that is not understood; raises UnfitError.

    ``headed``: where no title is known, the body may open with it.
    """
    check(body)
    head = fields.understood(head)
    for doubt in head.doubts:
        yield problem(path, doubt, warning=True)
    identifier, days = head.one("id") or slug(name), _Days()
    try:
        identifier = ident(identifier)
    except UnfitError as why:
        identifier, why.line = slug(identifier), head.lines.get("id", 0)
        yield problem(path, why, warning=True)
    for field in _DAYS:
        try:
            days |= {field: day(value, field)} if (value := head.one(field)) else {}
        except UnfitError as why:
            why.line = head.lines.get(field, 0)
            yield problem(path, why, warning=True)
    title = head.one("title") or (attribution.headline(body) if headed else None)
    file = None if path == STDIN else str(path)
    yield attribution.completed(_article(head, identifier, body, title, file, days))


def _article(
    head: FrontMatter, ident: str, body: str, title: str | None, file: str | None, days: _Days
) -> Article:
    """The article with what its fields say; what is no field of an article is in ``meta``."""
    more = {name: ", ".join(head.fields[name]) for name in head.fields if name not in fields.FIELDS}
    return Article(
        id=ident,
        body=body,
        title=title,
        published=days.get("published"),
        outlet=head.one("outlet"),
        author=head.one("author"),
        agencies=head.fields.get("agencies", ()),
        url=head.one("url"),
        file=file,
        sha256=digest(body),
        meta=more | ({"retrieved": days["retrieved"]} if "retrieved" in days else {}),
    )
