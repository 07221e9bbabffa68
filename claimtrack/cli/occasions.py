"""Saying which articles tell of one event."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimtrack.cli import opening, output
from claimtrack.cli.failure import Failure, did_you_mean, one_of
from claimtrack.model import Ledger

JOIN, APART = "join", "apart"


def write(
    given: Path | None, what: str, typed: Sequence[str], name: str | None, *, dry_run: bool
) -> None:
    """Write into the ledger that articles tell, or do not tell, of one event, and say so."""
    from claimtrack.cli.failure import refusals
    from claimtrack.ledger import join_event, part_event

    one_of(what, (JOIN, APART), "claimtrack event")
    found = opening.ledger(given)
    articles = list(dict.fromkeys(_article(found, each) for each in typed))
    if len(articles) < 2:
        raise Failure("expected two articles or more", f"claimtrack event {what} ARTICLE ARTICLE…")
    if name is not None and not name.strip():
        raise Failure("--name is empty", "leave it out: the event takes its first article's title")
    write_it = join_event if what == JOIN else part_event
    with refusals():
        event = write_it(Path(found.path), articles, name, dry_run=dry_run)
    would = "would tell" if dry_run else "tell"
    own = f"{', '.join(event.articles)} {would} of “{event.name}”"
    others = f"; apart from it: {', '.join(event.apart)}" if event.apart else ""
    output.write([f"{found.path}: {own}{others}"])


def _article(found: Ledger, typed: str) -> str:
    """The id of the article with this id, or of the only one whose id holds what was typed."""
    ids = [source.id for source in found.sources]
    part = [typed] if typed in ids else [ident for ident in ids if typed and typed in ident]
    if len(part) == 1:
        return part[0]
    if part:
        raise Failure(f"{typed!r} may be {len(part)} articles: {', '.join(part[:5])}", "type more")
    hint = did_you_mean(typed, ids) or "`claimtrack articles` shows ids"
    raise Failure(f"no article {typed!r} in {found.path}", hint)
