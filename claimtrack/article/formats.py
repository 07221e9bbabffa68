"""The articles of one file by its kind: ``.md``, ``.txt``, ``.jsonl``, ``.html``, or piped in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from claimtrack.article import attribution, fields, files, frontmatter, html, jsonlines
from claimtrack.article.files import Allows
from claimtrack.article.frontmatter import FrontMatter
from claimtrack.article.intake import UnfitError, check, day, decoded, digest, ident, slug
from claimtrack.model import Article, Problem
from claimtrack.runtime import advice, summary

STDIN = Path("-")
SUFFIXES = (".md", ".txt", ".jsonl", *html.SUFFIXES)
_Days = dict[str, str]
_DAYS = ("published", "retrieved")


def articles(path: Path) -> Iterator[Article | Problem]:
    """The articles of one file or of standard input (``-``), and what was wrong with it."""
    return _told(path, lambda: _given(path))


def named(path: Path, allows: Allows) -> Iterator[Article | Problem]:
    """The articles of a file that a ledger names: regular, and at a place that is allowed."""
    return _told(path, lambda: _opened(path, files.regular(path, allows)))


def _told(
    path: Path, read: Callable[[], Iterator[Article | Problem]]
) -> Iterator[Article | Problem]:
    """What is read of a file; whatever ends the reading is a problem of that file."""
    try:
        yield from read()
    except UnfitError as why:
        yield problem(path, why)
    except OSError as why:
        message = f"cannot be read: {why.strerror or why}"
        yield problem(path, UnfitError(message, "check the path and its rights"))
    except Exception as error:
        yield problem(path, _unforeseen(error))


def _unforeseen(error: Exception) -> UnfitError:
    return UnfitError(summary(error), advice(error))


def count(path: Path) -> int:
    """How many articles a file may hold: its lines, or one; none when it cannot be read."""
    if path.suffix.lower() != ".jsonl" or not path.is_file():
        return 1
    try:
        with path.open("rb") as stream:
            return sum(1 for line in files.lines(stream) if line.strip())
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


def _given(path: Path) -> Iterator[Article | Problem]:
    """The articles of a file that a person names, which may be a pipe."""
    if path == STDIN:
        return _standard_input(sys.stdin.buffer)
    if not path.exists():
        if path.is_symlink():
            raise UnfitError("a link to nothing", f"it names {path.readlink()}")
        raise UnfitError("no such file or folder", "check the path")
    _require_kind(path)
    return _opened(path, path.open("rb"))


def _require_kind(path: Path) -> None:
    if path.suffix.lower() not in SUFFIXES:
        raise UnfitError("not a kind of file that is read", f"use {', '.join(SUFFIXES)}")


def _opened(path: Path, stream: IO[bytes]) -> Iterator[Article | Problem]:
    """The articles of an open file, by the kind that its name says."""
    with stream:
        _require_kind(path)
        kind = path.suffix.lower()
        if kind == ".jsonl":
            yield from _lines(files.lines(stream), path)
        elif kind in html.SUFFIXES:
            yield from _page(files.whole(stream), path)
        else:
            yield from _whole(files.whole(stream), path)


def _standard_input(stream: IO[bytes]) -> Iterator[Article | Problem]:
    """JSON lines when it opens with a brace, a web page, else one article of Markdown or text."""
    lines = files.lines(stream)
    begun = b"".join(_up_to_words(lines))
    if begun.lstrip()[:1] == b"{":
        return _lines(chain(begun.splitlines(keepends=True), lines), STDIN)
    raw = files.whole(stream, begun)
    if html.is_page(raw):
        return _page(raw, STDIN)
    return _whole(raw, STDIN)


def _up_to_words(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The first lines, up to one that is not blank."""
    for line in lines:
        yield line
        if line.strip():
            return


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


def _lines(lines: Iterable[bytes], path: Path) -> Iterator[Article | Problem]:
    """The articles of JSON lines; a broken line is a problem with its number."""
    stem = "stdin" if path == STDIN else path.stem
    for number, raw in enumerate(lines, start=1):
        if not raw.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            if len(raw) > files.LARGEST:
                raise UnfitError(
                    f"a line of more than {files.LARGEST >> 20} MB; nothing behind it is read",
                    "a line holds one article",
                )
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
