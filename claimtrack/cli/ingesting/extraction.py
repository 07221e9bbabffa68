"""A batch of articles read into claims, in one process or in several."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import typer

from claimtrack import edtf
from claimtrack.archive import parts, reader
from claimtrack.archive.parts import Shard
from claimtrack.archive.reader import Read
from claimtrack.cli import opening
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, needs_arrow, one_of
from claimtrack.cli.ingesting import workers
from claimtrack.cli.looking.browsing import RECORDS
from claimtrack.model import Article, Claim, Ledger, Problem
from claimtrack.render import STREAMED
from claimtrack.render.claims import COLUMNS, claims
from claimtrack.render.listing import Listing, flow

_TOLD = 20
"""Remarks on articles of a batch that are told one by one."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles with their claims; ``unread`` counts the files and lines that could not be read."""

    read: tuple[Read, ...]
    unread: int

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in the order of reading."""
        return tuple(article for article, _ in self.read)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all articles in the order of reading."""
        return tuple(claim for _, claims in self.read for claim in claims)

    def leave(self) -> None:
        """End the command with exit code 2 when something could not be read."""
        leave(self.unread)


def leave(unread: int) -> None:
    """End the command with exit code 2 when something could not be read."""
    if unread:
        raise typer.Exit(2)


class Request(NamedTuple):
    """What is to be read, the day of articles without one, in how many processes.

    Actors and topics of the ledger that is ``known`` widen the shipped register; of a ``shard``
    only the articles are read that belong to it.
    """

    paths: Sequence[str]
    published: str | None
    jobs: int
    known: Ledger | None
    shard: Shard | None = None


def run(request: Request) -> Batch:
    """Read articles and extract their claims, all before anything is done with them."""
    unread: list[Problem] = []
    seen = output.with_progress(_outcomes(request, unread), partial(_expected, request.paths))
    return Batch(tuple(_sound(seen, unread)), len(unread))


def stream(request: Request, unread: list[Problem]) -> Iterator[Read]:
    """Each article with its claims as soon as it is read; only a few are held at once.

    The first article is read before this returns, so that what cannot begin at all (Failure) is
    told before anything is printed. A bar is shown unless the claims go to the terminal, too.
    """
    outcomes = _outcomes(request, unread)
    if not sys.stdout.isatty():
        outcomes = output.with_progress(outcomes, partial(_expected, request.paths))
    read = _sound(outcomes, unread)
    return chain(list(islice(read, 1)), read)


def _outcomes(request: Request, unread: list[Problem]) -> Iterator[Read | Problem]:
    """Articles with their claims; problems are told on standard error as they come."""
    parsed, known = articles(request.paths, request.published, unread, request.shard), request.known
    if request.jobs == 1:
        registry = opening.registry(known)
        return (reader.claims_of(article, registry) for article in parsed)
    actors, topics = (known.actors, known.topics) if known else ((), ())
    return workers.read(parsed, actors, topics, request.jobs)


def show(
    read: Iterable[Read], form: str, columns: Sequence[str], known: Ledger | None, *, nested: bool
) -> None:
    """Print the claims of articles, those of each before the next is asked for.

    A table is printed when all are there, with a count below it.
    """
    if form in STREAMED:
        parts = _listings(read, form, columns, known, nested=nested)
        output.stream(flow(tuple(COLUMNS[name] for name in columns), parts), form)
        return
    count, chosen = 0, list[Claim]()
    for _, own_claims in read:
        count += 1
        chosen += (claim for claim in own_claims if nested or claim.within is None)
    about = topics(chosen, known) if "topic" in columns else {}
    output.show(claims(chosen, output.glyphs(), columns=columns, topics=about), form)
    articles = output.counted(count, "article")
    output.below(f"{output.counted(len(chosen), 'claim')} in {articles}")


def _listings(
    read: Iterable[Read], form: str, columns: Sequence[str], known: Ledger | None, *, nested: bool
) -> Iterator[Listing]:
    """The claims of each article; what was printed of it is sent off before the next is read."""
    whole = form in RECORDS
    for _, own_claims in read:
        chosen = [claim for claim in own_claims if nested or whole or claim.within is None]
        about = topics(chosen, known) if whole or "topic" in columns else {}
        yield claims(chosen, output.glyphs(), columns=columns, topics=about)
        output.send()


def part(folder: Path | None, typed: str | None, form: str) -> tuple[Path, Shard]:
    """The file that a shard is read into; Failure where it cannot be one."""
    if folder is None:
        raise Failure("--shard needs a folder for its part", "name one with --output")
    try:
        shard = parts.parse_shard(typed or "1/1")
    except ValueError as why:
        raise Failure(f"--shard: {why}", "write it as 3/64") from why
    form = one_of("jsonl" if form == "table" else form, parts.FORMS, "--format")
    if form == "parquet":
        needs_arrow()
    folder.mkdir(parents=True, exist_ok=True)
    if foreign := list(parts.foreign_parts(folder, shard.total)):
        message = f"{folder} has parts of a different number of shards, such as {foreign[0]}"
        raise Failure(message, "name another folder with --output")
    return folder / shard.part(form), shard


def write_part(file: Path, request: Request) -> None:
    """Read a shard into its part, unless it is there; what could not be read is in it, too."""
    if file.exists():
        output.remark(f"{file} exists already")
        return
    unread: list[Problem] = []
    topics = request.known.topics if request.known else ()
    parts.write(reader.lines(stream(request, unread), unread, topics), file)
    errors = f", {output.counted(len(unread), 'error')} in it" if unread else ""
    output.write([f"{file}{errors}"])


def _sound(outcomes: Iterable[Read | Problem], unread: list[Problem]) -> Iterator[Read]:
    """The articles that were read; what went wrong is told and added to ``unread``."""
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            tell(outcome, unread)
        else:
            yield outcome


def tell(problem: Problem, unread: list[Problem]) -> None:
    """Say on standard error what was wrong; an error is added to ``unread``."""
    hint = problem.hint.splitlines() if problem.hint else ()
    output.remark(f"{problem.severity}: {problem}", *(f"  {line}" for line in hint))
    if problem.severity == "error":
        unread.append(problem)


def _expected(paths: Sequence[str]) -> int | None:
    from claimtrack.article import count

    return count([Path(path) for path in paths])


def date(published: str | None) -> str | None:
    """A day of publication as typed, in EDTF."""
    if published is None:
        return None
    try:
        edtf.parse(published)
    except ValueError as why:
        raise Failure(f"--published: {published!r}: {why}", "write it as 2024-10-14") from why
    return published


def articles(
    paths: Sequence[str], published: str | None, unread: list[Problem], shard: Shard | None = None
) -> Iterator[Article]:
    """The articles at some paths; what cannot be read is told and added to ``unread``.

    Those of a shard alone, if one is given.
    """
    from claimtrack.article import iter_articles

    day = date(published)
    if "-" in paths and sys.stdin is None:
        raise Failure("standard input is closed", "name a file, or pipe an article to it")
    remarks = 0
    files = [Path(path) for path in paths]
    for item in iter_articles(files, shard.holds) if shard else iter_articles(files):
        if isinstance(item, Problem):
            tell(item, unread)
        else:
            article = replace(item, published=item.published or day)
            remarks += _remark(article, remarks)
            yield article
    if remarks > _TOLD:
        output.remark(f"… and {remarks - _TOLD} more remarks of this kind")


def _remark(article: Article, before: int) -> int:
    """Say what was taken from an article's text, and what its missing day costs; how many lines.

    The first of a batch are told, ``before`` counts them.
    """
    notes = [(remark, "") for remark in article.remarks]
    notes += [(f"warning: {why}", remedy) for why, remedy in _undated(article)]
    place = article.file or "standard input"
    name = f"{place}: {article.id}" if place.endswith(".jsonl") else place
    for remark, hint in notes[: max(0, _TOLD - before)]:
        output.remark(f"{name}: {remark}", hint)
    return len(notes)


def _undated(article: Article) -> Iterator[tuple[str, str]]:
    """What an article without a day of publication leaves open, and what to do about it."""
    open_dates = () if article.published else _open_dates(article.body)
    if open_dates:
        first, count = open_dates[0], len(open_dates) - 1
        more = f" and {output.counted(count, 'more date')}" if count else ""
        changed = article.meta.get("changed")
        last = f" (last changed {changed})" if changed else ""
        yield (
            f'no publication date is known{last}: "{first}"{more} cannot be resolved',
            "  give it with --published 2024-10-14, or as a field `published` (.md, .jsonl)",
        )


def _open_dates(body: str) -> tuple[str, ...]:
    """The dates of a text that hang on its day of publication."""
    from claimtrack.german.dates import find_dates

    try:
        return tuple(date.text for date in find_dates(body, None) if date.value is None)
    except Exception:  # what fails here fails again in reading claims, and is told there
        return ()


def topics(claims: Iterable[Claim], known: Ledger | None) -> dict[str, str]:
    """What claims are about by their ids, named as the ledger's topics where it has some."""
    from claimtrack.about.topics import topics_of

    return topics_of(claims, known.topics if known else ())
