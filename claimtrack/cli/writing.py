"""Merging new readings into the ledger, and what is told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.cli import output, pages
from claimtrack.cli.extraction import Batch
from claimtrack.cli.failure import Failure
from claimtrack.render import safe
from claimtrack.render.layout import pad, shorten, width
from claimtrack.render.screen import Piece, Screen, line

if TYPE_CHECKING:
    from claimtrack.ledger.report import Merge, Result

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


@contextmanager
def refusals() -> Iterator[None]:
    """What the ledger refuses, told as a user's matter."""
    from claimtrack.ledger import LedgerError

    try:
        yield
    except LedgerError as error:
        raise Failure(str(error)) from error


def merge(path: Path, batch: Batch, *, dry_run: bool, restore: bool, prune: bool) -> None:
    """Merge a batch into the ledger and write what became of its claims."""
    from claimtrack import ledger

    if not batch.read:
        output.remark("nothing was read, nothing is written")
        return
    read = pages.named(batch.read, path)
    with refusals():
        result = ledger.merge(path, read, restore=restore, prune=prune, dry_run=dry_run)
    if not dry_run:
        pages.keep(batch.read, path)
    output.write(_report(path, result, dry_run))


def _report(path: Path, result: Merge, dry_run: bool) -> Iterator[str]:
    """One line an article, then each claim on which a person and the parser do not agree."""
    if dry_run:
        yield f"{path}: dry run, nothing is written"
    else:
        yield f"{path}{'' if result.documents else ': unchanged'}"
    articles = dict.fromkeys(one.article for one in result.results)
    longest = max(map(width, articles), default=0)
    for article in articles:
        counts = Counter(one.fate for one in result.results if one.article == article)
        yield f"  {pad(safe.terminal(article), longest)}  {_counted(counts)}"
    if len(articles) > 1:
        yield f"  {pad('all', longest)}  {_counted(result.counts)}"
    screen = output.screen()
    for fate in ("updated", *TOLD) if dry_run else TOLD:
        told = [one for one in result.results if one.fate == fate and _worth_telling(one)]
        if told:
            yield f"{FATES[fate]}{_legend(told, screen)}:"
            yield from (line for one in told for line in _told(one, screen))


def _worth_telling(result: Result) -> bool:
    """Whether more becomes of a claim than that its words stand elsewhere in the article."""
    return result.fate != "updated" or any(one.field != "at" for one in result.differences)


def _counted(counts: Mapping[Any, int]) -> str:
    return ", ".join(f"{counts[fate]} {told}" for fate, told in FATES.items() if counts.get(fate))


def _legend(told: Sequence[Result], screen: Screen) -> str:
    """What the marks of a word difference say, if there is one below."""
    if not any(one.differences for one in told):
        return ""
    from claimtrack.render.worddiff import word_difference

    shown = line(screen, *word_difference("what stands", "the parser's reading", screen))
    return f" ({shown})"


def _told(result: Result, screen: Screen) -> Iterator[str]:
    from claimtrack.render.marked import folded
    from claimtrack.render.worddiff import word_difference

    words = shorten(safe.terminal(result.words), 70)
    why = f" ({safe.terminal(result.why)})" if result.why else ""
    yield f"  {result.claim}{why}: {words}"
    for field, mine, theirs in result.differences:
        pieces = [Piece(f"{field}: ", "faint"), *word_difference(mine, theirs, screen)]
        yield from folded("    ", pieces, screen)
