"""Merging new readings into the ledger, and what is told of it."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from claimtrack.archive import reader
from claimtrack.archive.reader import Read
from claimtrack.article.file_bytes import LARGEST
from claimtrack.cli.console import output
from claimtrack.cli.failure import refusals
from claimtrack.cli.ingesting import extraction
from claimtrack.cli.ingesting.extraction import Batch
from claimtrack.model import Article, Problem
from claimtrack.render import safe
from claimtrack.render.screen import Piece, Screen, line
from claimtrack.render.text_columns import pad, shorten, width

if TYPE_CHECKING:
    from claimtrack.ledger.reingest.report import Merge, Result

FATES = {
    "new": "new",
    "unchanged": "unchanged",
    "updated": "brought up to date",
    "kept": "left alone",
    "anchored": "found again in the corrected text",
    "deleted": "deleted by hand, stay away",
    "vanished": "no longer found, stay",
    "pruned": "removed",
    "lost": "words no longer in the article",
}
"""What became of claims, in words."""

TOLD = ("kept", "vanished", "pruned", "lost")
"""Fates of which each claim is told; in a dry run also those that would be brought up to date."""


def _remember(path: Path, given: Sequence[str], batch: Batch) -> None:
    """Note what the ledger may read from now on: what was given, and files that links lead to."""
    from claimtrack import ledger

    files = [Path(article.file) for article in batch.articles if article.file]
    try:
        ledger.remember(path, [*(Path(typed) for typed in given if typed != "-"), *files])
    except OSError as error:
        output.remark(
            f"articles outside the ledger's folder were not recorded: {error.strerror or error}",
            "  name their folder in CLAIMTRACK_ARTICLES, so that `check` and `show` read them",
        )


def merge(
    path: Path,
    given: Sequence[str],
    batch: Batch,
    *,
    dry_run: bool,
    restore: bool,
    prune: bool,
) -> Batch:
    """Merge a batch, read at the paths given, into the ledger; write what became of its claims.

    Returns the batch as it was merged: an article at which merging fails is told and left out.
    """
    from claimtrack import ledger

    if not batch.read:
        output.remark("nothing was read, so nothing was written")
        return batch

    def merged(read: Sequence[Read], dry_run: bool = True) -> Merge:
        with_files, texts = placed(read, path)
        return ledger.merge(
            path, with_files, texts=texts, restore=restore, prune=prune, dry_run=dry_run
        )

    with refusals():
        try:
            result = merged(batch.read, dry_run)
        except (ledger.LedgerError, OSError):
            raise
        except Exception:
            merged(())  # an error without any article is the ledger's
            batch = _mergeable(batch, merged)
            if not batch.read:
                return batch
            result = merged(batch.read, dry_run)
    if not dry_run:
        _remember(path, given, batch)
    output.remark(*elsewhere(batch.read, path))
    output.write(report(path, result, dry_run))
    return batch


def _mergeable(batch: Batch, trial: Callable[[Sequence[Read]], object]) -> Batch:
    """The batch without the articles at which a trial ends in an error of their own."""
    unread: list[Problem] = []
    failed = dict(_failing(batch.read, trial))
    for article, _ in batch.read:
        if error := failed.get(article.id):
            extraction.tell(reader.left_out(article, error), unread)
    sound = tuple(read for read in batch.read if read[0].id not in failed)
    return Batch(sound, batch.unread + len(unread))


def _failing(
    read: Sequence[Read], trial: Callable[[Sequence[Read]], object]
) -> Iterator[tuple[str, Exception]]:
    """The ids of the articles at which a trial fails, each with its error, by halving."""
    try:
        trial(read)
    except Exception as error:
        if len(read) == 1:
            yield read[0][0].id, error
            return
        half = len(read) // 2
        yield from _failing(read[:half], trial)
        yield from _failing(read[half:], trial)


class Merged(Protocol):
    """What merging into a ledger came to."""

    @property
    def documents(self) -> Sequence[object]:
        """The files that change."""

    @property
    def results(self) -> Sequence[Result]:
        """What became of each claim."""


def report(
    path: Path, result: Merged, dry_run: bool, theirs: str = "the parser's reading"
) -> Iterator[str]:
    """One line an article, then each claim on which a person and ``theirs`` do not agree."""
    if dry_run:
        yield f"{path}: dry run, nothing was written"
    else:
        yield f"{path}{'' if result.documents else ': unchanged'}"
    articles = dict.fromkeys(outcome.article for outcome in result.results)
    longest = max(map(width, articles), default=0)
    for article in articles:
        counts = Counter(outcome.fate for outcome in result.results if outcome.article == article)
        name = safe.terminal(article) or "(by hand)"
        yield f"  {pad(name, longest)}  {_counted(counts)}"
    if len(articles) > 1:
        every = Counter(outcome.fate for outcome in result.results)
        yield f"  {pad('all', longest)}  {_counted(every)}"
    screen = output.screen()
    for fate in ("updated", *TOLD) if dry_run else TOLD:
        results = [
            outcome
            for outcome in result.results
            if outcome.fate == fate and _worth_telling(outcome)
        ]
        if results:
            yield line(screen, FATES[fate], *_legend(results, theirs, screen), ":")
            yield from (line for outcome in results for line in _told(outcome, screen))


def _worth_telling(result: Result) -> bool:
    """Whether more becomes of a claim than that its words stand elsewhere in the article."""
    return result.fate != "updated" or any(
        difference.field != "at" for difference in result.differences
    )


def _counted(counts: Mapping[Any, int]) -> str:
    return ", ".join(f"{counts[fate]} {words}" for fate, words in FATES.items() if counts.get(fate))


def _legend(results: Sequence[Result], theirs: str, screen: Screen) -> list[Piece]:
    """What the marks of a word difference say, if there is one below."""
    if not any(result.differences for result in results):
        return []
    from claimtrack.render.worddiff import word_difference

    shown = word_difference("what stands", theirs, screen)
    return [Piece(" ("), *shown, Piece(")")]


def _told(result: Result, screen: Screen) -> Iterator[str]:
    from claimtrack.render.marked import folded
    from claimtrack.render.worddiff import word_difference

    words = shorten(safe.terminal(result.words), 70)
    why = f" ({result.why})" if result.why else ""
    yield f"  {result.claim}{why}: {words}"
    for field, before, after in result.differences:
        pieces = [Piece(f"{field}: ", "faint"), *word_difference(before, after, screen)]
        yield from folded("    ", pieces, screen)


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
