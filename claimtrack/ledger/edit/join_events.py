"""Which articles tell of one event and which do not, written into ``events:`` by splice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrack.ledger.document import Document
from claimtrack.ledger.document.ledger_file import Book, Placed, home
from claimtrack.ledger.edit.changes import Add, Change, Put
from claimtrack.ledger.edit.splice import changed, order
from claimtrack.ledger.errors import EventError
from claimtrack.ledger.yaml.nodes import Data
from claimtrack.model import Event


@dataclass(frozen=True, slots=True)
class Joined:
    """The files that change, and the event as it then is."""

    documents: tuple[Document, ...]
    event: Event


def joined(book: Book, articles: Sequence[str], name: str | None = None) -> Joined:
    """A book in which some articles tell of one event: that which one of them is in, or a new one.

    ``name`` names it. Raises EventError for an unknown article, or where they are in two events.
    """
    wanted = _known(book, articles)
    at = _event_of(book, wanted, name)
    old = book.ledger.events[at] if at is not None else Event(_free_name(book, wanted, name))
    return _written(book, at, _with(old, name, (*old.articles, *wanted), without=wanted))


def parted(book: Book, articles: Sequence[str], name: str | None = None) -> Joined:
    """A book in which the first article does not tell of the event of the others.

    It is set apart from the event that it is in, or that gets ``name`` or the article's title.
    Raises EventError for an unknown article.
    """
    first, *away = _known(book, articles)
    at = _event_of(book, (first,), name)
    old = book.ledger.events[at] if at is not None else Event(_free_name(book, (first,), name))
    event = Event(
        name or old.name,
        tuple(each for each in dict.fromkeys((*old.articles, first)) if each not in away),
        tuple(dict.fromkeys((*old.apart, *away))),
    )
    return _written(book, at, event)


def _with(old: Event, name: str | None, articles: Iterable[str], without: Sequence[str]) -> Event:
    apart = tuple(each for each in old.apart if each not in without)
    return Event(name or old.name, tuple(dict.fromkeys(articles)), apart)


def _known(book: Book, articles: Sequence[str]) -> tuple[str, ...]:
    known = {source.id for source in book.ledger.sources}
    for ident in articles:
        if ident not in known:
            raise EventError(f"no article “{ident}”")
    return tuple(dict.fromkeys(articles))


def _event_of(book: Book, articles: Sequence[str], name: str | None) -> int | None:
    """Which of the ledger's events some articles are in, or has the name; None for none."""
    own = [
        at
        for at, event in enumerate(book.ledger.events)
        if event.name == name or set(event.articles) & set(articles)
    ]
    if len(own) > 1:
        names = " and ".join(f"“{book.ledger.events[at].name}”" for at in own)
        raise EventError(f"they are in two events, {names}")
    return own[0] if own else None


def _free_name(book: Book, articles: Sequence[str], name: str | None) -> str:
    """A name for a new event: the one given, else the title of its first article, else its id."""
    title = next((source.title for source in book.ledger.sources if source.id == articles[0]), None)
    taken = {event.name for event in book.ledger.events}
    return name or (title if title and title not in taken else articles[0])


def _written(book: Book, at: int | None, event: Event) -> Joined:
    fields: dict[str, Data] = {"name": event.name, "articles": list(event.articles)}
    if event.apart:
        fields["apart"] = list(event.apart)
    if at is None:
        document = home(book, book.events[-1] if book.events else _place(book, event), ())
        return Joined((changed(document, [Add("events", fields)]),), event)
    placed, names = book.events[at], order("events")
    puts: list[Change] = [
        Put("events", placed.index, name, fields.get(name), names)
        for name in names
        if getattr(book.ledger.events[at], name) != getattr(event, name)
    ]
    return Joined((changed(placed.document, puts),) if puts else (), event)


def _place(book: Book, event: Event) -> Placed | None:
    """Where the entry of an event's first article stands."""
    own = (placed for source, placed in book.sources() if source.id == event.articles[0])
    return next(own, None)
