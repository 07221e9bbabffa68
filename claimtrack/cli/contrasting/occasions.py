"""Which articles tell of one event: said by an analyst, and shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from claimtrack.cli import opening
from claimtrack.cli.console import output
from claimtrack.cli.failure import Failure, did_you_mean, one_of
from claimtrack.model import Event, Ledger
from claimtrack.render.show import ToldEvent

JOIN, APART = "join", "apart"
MOST = 500
"""Claims that are read at most to derive events where one claim is shown."""


def write(
    given: Path | None, what: str, typed: Sequence[str], name: str | None, *, dry_run: bool
) -> None:
    """Write into the ledger that articles tell, or do not tell, of one event, and say so."""
    from claimtrack.cli.failure import refusals
    from claimtrack.ledger import join_event, part_event

    one_of(what, (JOIN, APART), "claimtrack event")
    ledger = opening.head(given)
    articles = list(dict.fromkeys(_article(ledger, each) for each in typed))
    if len(articles) < 2:
        raise Failure("expected two articles or more", f"claimtrack event {what} ARTICLE ARTICLE…")
    if name is not None and not name.strip():
        raise Failure("--name is empty", "leave it out: the event takes its first article's title")
    write_it = join_event if what == JOIN else part_event
    with refusals():
        event = write_it(Path(ledger.path), articles, name, dry_run=dry_run)
    would = "would report" if dry_run else "report"
    own = f"{', '.join(event.articles)} {would} “{event.name}”"
    apart = f"; not of it: {', '.join(event.apart)}" if event.apart else ""
    output.write([f"{ledger.path}: {own}{apart}"])


def _article(ledger: Ledger, typed: str) -> str:
    """The id of the article with this id, or of the only one whose id holds what was typed."""
    ids = [source.id for source in ledger.sources]
    part = [typed] if typed in ids else [ident for ident in ids if typed and typed in ident]
    if len(part) == 1:
        return part[0]
    if part:
        raise Failure(
            f"{typed!r} matches {len(part)} articles: {', '.join(part[:5])}", "type more of the id"
        )
    hint = did_you_mean(typed, ids) or "`claimtrack articles` shows ids"
    raise Failure(f"no article {typed!r} in {ledger.path}", hint)


def told_of(ledger: Ledger, articles: Collection[str]) -> dict[str, ToldEvent]:
    """What some articles tell of, by their ids: as an analyst says, and in small ledgers derived.

    ``ledger`` may be a part of its ledger.
    """
    names = _derived(Path(ledger.path))
    by_hand = {ident: event for event in reversed(ledger.events) for ident in event.articles}
    events = {ident: _event(ident, names, by_hand) for ident in articles}
    return {ident: event for ident, event in events.items() if event}


def _event(
    article: str, names: Mapping[str, str], by_hand: Mapping[str, Event]
) -> ToldEvent | None:
    own = by_hand.get(article)
    name = names.get(article) or (own.name if own else None)
    if name is None:
        return None
    said = own.articles if own else ()
    near = dict.fromkeys((*said, *(ident for ident in names if names[ident] == name)))
    near.pop(article, None)
    is_derived = not any(ident in by_hand for ident in (article, *near))
    return ToldEvent(name, tuple(near), own.apart if own else (), is_derived)


def _derived(path: Path) -> dict[str, str]:
    """The name of each article's event; none of what is piped in.

    In a large ledger, none either where little of it was compared before.
    """
    from claimtrack.conflicts import cache, event_names
    from claimtrack.ledger import load
    from claimtrack.ledger.files.article_texts import texts_of

    if not (path.is_file() or path.is_dir()):
        return {}
    names = cache.event_names(path, MOST)
    if names is not None:
        return names
    ledger, _ = load(path)
    return event_names(ledger, texts=texts_of(path)) if len(ledger.claims) <= MOST else {}
