"""What is wrong with the entries of articles, actors, topics and events beyond their format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimtrack.ledger.checks.checked_ledger import Case, Finding
from claimtrack.ledger.checks.claims_alone import DELETE, edge_told
from claimtrack.ledger.checks.passed import misplaced
from claimtrack.ledger.document.guard import aside
from claimtrack.ledger.document.ledger_file import Placed
from claimtrack.ledger.format.validation_messages import nearest
from claimtrack.ledger.yaml.characters import at_the_edge


def same_name(case: Case) -> Iterator[Finding]:
    """Two entries with one name: nobody could say which is meant."""
    book = case.book
    for kind, field, placed in (
        ("article", "id", book.articles),
        ("actor", "name", book.actors),
        ("topic", "name", book.topics),
        ("event", "name", book.events),
    ):
        first: dict[str, Placed] = {}
        for entry in placed:
            name = getattr(entry.value, field)
            earlier = first.setdefault(name, entry)
            if earlier is not entry:
                first_at = f"{earlier.document.file}:{earlier.line}"
                message = f"a second {kind} “{name}”; the first is {first_at}"
                yield Finding(entry, entry.trouble(message, "same-id", field))


def article_of_event(case: Case) -> Iterator[Finding]:
    """An event names an article that is not there, or that another event, or its apart, has."""
    known = {source.id for source in case.book.ledger.sources}
    near = nearest(known)
    broken = "\n".join(aside(case.book, "articles"))
    first: dict[str, str] = {}
    for event, placed in zip(case.book.ledger.events, case.book.events, strict=True):
        for field, names in (("articles", event.articles), ("apart", event.apart)):
            for index, ident in enumerate(names):
                if ident not in known and ident not in broken:
                    hint = near(ident)
                    message = f"no article “{ident}”"
                    trouble = placed.trouble(message, "unknown-article", field, index, hint=hint)
                    yield Finding(placed, trouble)
                holder = first.setdefault(ident, event.name) if field == "articles" else None
                both = field == "apart" and ident in event.articles
                if both or holder not in (None, event.name):
                    message = f"“{ident}” reports “{event.name if both else holder}” already"
                    hint = "an article reports one event; remove it from one of the two"
                    trouble = placed.trouble(message, "two-events", field, index, hint=hint)
                    yield Finding(placed, trouble)


def unread_article(case: Case) -> Iterator[Finding]:
    """An article's file is gone or unreadable: nothing can be checked against it."""
    for source, placed in case.book.sources():
        if source.id in case.unread:
            message = f"{source.file}: {case.unread[source.id]}"
            yield Finding(placed, placed.trouble(message, "unread-article", "file"), "warning")


def other_text(case: Case) -> Iterator[Finding]:
    """An article that was corrected since it was last read."""
    for source, placed in case.book.sources():
        article = case.articles.get(source.id)
        if article and source.sha256 and article.sha256 and source.sha256 != article.sha256:
            hint = "ingest it again; its claims are found by their words"
            message = f"the text of {source.file} has changed"
            yield Finding(
                placed, placed.trouble(message, "other-text", "sha256", hint=hint), "warning"
            )


def other_date(case: Case) -> Iterator[Finding]:
    """The ledger's day of publication is not that of the file's front matter."""
    for source, placed in case.book.sources():
        article = case.articles.get(source.id)
        if article and source.published and article.published not in (None, source.published):
            message = f"published {source.published}, but the file says {article.published}"
            hint = "the ledger wins"
            yield Finding(
                placed, placed.trouble(message, "other-date", "published", hint=hint), "warning"
            )


def unseen_edge_of_entry(case: Case) -> Iterator[Finding]:
    """The same of the names of articles, actors, topics and events."""
    book = case.book
    named = (*(("name", entry) for entry in (book.actors, book.topics, book.events)),)
    for field, placed in (("id", book.articles), *named):
        for entry in placed:
            if char := at_the_edge(getattr(entry.value, field)):
                trouble = entry.trouble(edge_told(char), "character", field, hint=DELETE)
                yield Finding(entry, trouble, "warning")


ENTRY_RULES: tuple[Callable[[Case], Iterable[Finding]], ...] = (
    same_name,
    unread_article,
    other_text,
    other_date,
    misplaced,
    unseen_edge_of_entry,
    article_of_event,
)
"""Each yields what it finds in a ledger."""
