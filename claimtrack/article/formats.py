"""The articles of one file by its kind: ``.md``, ``.txt``, ``.jsonl``, ``.html``, or piped in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from claimtrack.article import (
    attribution,
    field_names,
    file_bytes,
    frontmatter,
    jsonlines,
    web_pages,
)
from claimtrack.article.file_bytes import Allows
from claimtrack.article.frontmatter import FrontMatter
from claimtrack.article.intake import UnfitError, check, day, decoded, digest, ident, slug
from claimtrack.model import Article, Problem
from claimtrack.runtime import advice, summary

STDIN = Path("-")
SUFFIXES = (".md", ".txt", ".jsonl", *web_pages.SUFFIXES)
Wanted = Callable[[str], bool]
"""Tells by an article's id whether it is to be read."""
_Days = dict[str, str]
_DAYS = ("published", "retrieved")


def every(_: str) -> bool:
    """True: all articles are to be read."""
    return True


def articles(path: Path, wanted: Wanted = every) -> Iterator[Article | Problem]:
    """The articles of one file or of standard input (``-``), and what was wrong with it.

    Of an article that is not ``wanted`` no more is read than its id, and nothing is told.
    """
    return _told(path, lambda: _given(path, wanted))


def named(path: Path, allows: Allows) -> Iterator[Article | Problem]:
    """The articles of a file that a ledger names: regular, and at a place that is allowed."""
    return _told(path, lambda: _opened(path, file_bytes.regular(path, allows), every))


def of_line(
    raw: bytes, path: Path, number: int, wanted: Wanted = every
) -> Iterator[Article | Problem]:
    """The article of a JSON line, the ``number``-th of a file, and what was wrong with it."""
    stem = "stdin" if path == STDIN else path.stem
    try:
        if len(raw) > file_bytes.LARGEST:
            raise UnfitError(
                f"a line of more than {file_bytes.LARGEST >> 20} MB; the rest is not read",
                "a line holds one article",
            )
        head, text = jsonlines.parse(decoded(raw.rstrip(b"\r\n")), number)
        yield from _built(head, text, path, f"{stem}-{number}", wanted)
    except Exception as error:
        why = _as_unfit(error)
        why.line = number
        yield problem(path, why)


def _told(
    path: Path, read: Callable[[], Iterator[Article | Problem]]
) -> Iterator[Article | Problem]:
    """What is read of a file; whatever ends the reading is a problem of that file."""
    try:
        yield from read()
    except OSError as why:
        message = f"cannot be read: {why.strerror or why}"
        yield problem(path, UnfitError(message, "check the path and its permissions"))
    except Exception as error:
        yield problem(path, _as_unfit(error))


def _as_unfit(error: Exception) -> UnfitError:
    """An error, foreseen or not, as one that says what to do."""
    return error if isinstance(error, UnfitError) else UnfitError(summary(error), advice(error))


def count(path: Path) -> int:
    """How many articles a file may hold: its lines, or one; none when it cannot be read."""
    if path.suffix.lower() != ".jsonl" or not path.is_file():
        return 1
    try:
        with path.open("rb") as stream:
            return sum(1 for line in file_bytes.lines(stream) if line.strip())
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
        article=why.article,
    )


def _given(path: Path, wanted: Wanted) -> Iterator[Article | Problem]:
    """The articles of a file that a person names, which may be a pipe."""
    if path == STDIN:
        return _standard_input(sys.stdin.buffer, wanted)
    if not path.exists():
        if path.is_symlink():
            raise UnfitError("a broken link", f"it names {path.readlink()}")
        raise UnfitError("no such file or folder", "check the path")
    _require_kind(path)
    return _opened(path, path.open("rb"), wanted)


def _require_kind(path: Path) -> None:
    if path.suffix.lower() not in SUFFIXES:
        raise UnfitError("this kind of file cannot be read", f"use {', '.join(SUFFIXES)}")


def _opened(path: Path, stream: IO[bytes], wanted: Wanted) -> Iterator[Article | Problem]:
    """The articles of an open file, by the kind that its name says."""
    with stream:
        _require_kind(path)
        kind = path.suffix.lower()
        if kind == ".jsonl":
            yield from _lines(file_bytes.lines(stream), path, wanted)
        elif kind in web_pages.SUFFIXES:
            yield from _page(file_bytes.whole(stream), path, wanted)
        else:
            yield from _whole(file_bytes.whole(stream), path, wanted)


def _standard_input(stream: IO[bytes], wanted: Wanted) -> Iterator[Article | Problem]:
    """JSON lines when it opens with a brace, a web page, else one article of Markdown or text."""
    lines = file_bytes.lines(stream)
    begun = b"".join(_up_to_words(lines))
    if begun.lstrip()[:1] == b"{":
        return _lines(chain(begun.splitlines(keepends=True), lines), STDIN, wanted)
    raw = file_bytes.whole(stream, begun)
    if web_pages.is_page(raw):
        return _page(raw, STDIN, wanted)
    return _whole(raw, STDIN, wanted)


def _up_to_words(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The first lines, up to one that is not blank."""
    for line in lines:
        yield line
        if line.strip():
            return


def _whole(raw: bytes, path: Path, wanted: Wanted) -> Iterator[Article | Problem]:
    """The one article that a file holds."""
    text = decoded(raw)
    head = FrontMatter() if path.suffix.lower() == ".txt" else frontmatter.split(text)
    body = text[head.body :]
    return _built(head, body, path, "stdin" if path == STDIN else path.stem, wanted, headed=True)


def _page(raw: bytes, path: Path, wanted: Wanted) -> Iterator[Article | Problem]:
    """The one article of a web page."""
    head, text = web_pages.parse(raw)
    return _built(head, text, path, "stdin" if path == STDIN else path.stem, wanted)


def _lines(lines: Iterable[bytes], path: Path, wanted: Wanted) -> Iterator[Article | Problem]:
    """The articles of JSON lines; a broken line is a problem with its number."""
    for number, raw in enumerate(lines, start=1):
        if raw.strip(b" \t\r\n\xef\xbb\xbf"):
            yield from of_line(raw, path, number, wanted)


def _built(
    head: FrontMatter, body: str, path: Path, name: str, wanted: Wanted, *, headed: bool = False
) -> Iterator[Article | Problem]:
    """The article, after a warning for each field that is not understood; raises UnfitError.

    ``headed``: where no title is known, the body may open with it.
    """
    head = field_names.understood(head)
    identifier, doubts = _identifier(head, name)
    if not wanted(identifier):
        return
    try:
        check(body)
        days, undated = _dated(head)
        for doubt in (*head.doubts, *doubts, *undated):
            yield problem(path, _of(identifier, doubt), warning=True)
        title = head.one("title") or (attribution.headline(body) if headed else None)
        file = None if path == STDIN else str(path)
        yield attribution.completed(_article(head, identifier, body, title, file, days))
    except Exception as error:
        raise _of(identifier, _as_unfit(error)) from None


def _of(identifier: str, why: UnfitError) -> UnfitError:
    why.article = identifier
    return why


def _identifier(head: FrontMatter, name: str) -> tuple[str, list[UnfitError]]:
    """The id of an article, its own or made of ``name``; and what is no id in what was given."""
    given = head.one("id") or slug(name)
    try:
        return ident(given), []
    except UnfitError as why:
        why.line = head.lines.get("id", 0)
        return slug(given), [why]


def _dated(head: FrontMatter) -> tuple[_Days, list[UnfitError]]:
    """The days that fields hold, and what is no day."""
    days, doubts = _Days(), []
    for field in _DAYS:
        try:
            days |= {field: day(value, field)} if (value := head.one(field)) else {}
        except UnfitError as why:
            why.line = head.lines.get(field, 0)
            doubts.append(why)
    return days, doubts


def _article(
    head: FrontMatter, ident: str, body: str, title: str | None, file: str | None, days: _Days
) -> Article:
    """The article with what its fields say; what is no field of an article is in ``meta``."""
    more = {
        name: ", ".join(head.fields[name]) for name in head.fields if name not in field_names.FIELDS
    }
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
