"""What is written into a ledger: changed, added, ruled, mended, taken back; all of it or nothing.

As with the doors that read, each imports what it needs when it is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.model import Article, Event, Figure, Problem, Ruling, Span

if TYPE_CHECKING:
    from claimtrack.ledger.document.ledger_file import Book
    from claimtrack.ledger.edit.add_claim import ReadFigures
    from claimtrack.ledger.edit.add_ruling import Ruled
    from claimtrack.ledger.edit.set_entry import EntrySet
    from claimtrack.ledger.edit.set_fields import Edited
    from claimtrack.ledger.edit.wanted import Wanted
    from claimtrack.ledger.files.undo import Undone


def fix(path: Path) -> tuple[str, ...]:
    """Mends what has one right answer, and writes it; what was done, a line each.

    Claims without an id get one; a quotation that stands elsewhere in its article, in one place
    only, gets that place; a ruling notes the stamps of its claims, so that it can be told when one
    of them changes. Raises SaveError when a file cannot be written.
    """
    from claimtrack.ledger.checks.checked_ledger import case_of
    from claimtrack.ledger.checks.mend import mended
    from claimtrack.ledger.files.reach import reach
    from claimtrack.ledger.files.transaction import update

    read = reach(path).read
    return update(path, lambda book: mended(case_of(book, path, read))).remarks


def change(
    path: Path, ids: Sequence[str], wanted: Wanted, *, dry_run: bool = False
) -> tuple[str, ...]:
    """Changes fields of claims on disk; the ids of those that changed. All change, or none.

    Raises EditError for an unknown id, field or value, RefusedError where a comment stands in the
    way, SaveError when the file cannot be written.
    """
    from claimtrack.ledger.edit.set_fields import edited
    from claimtrack.ledger.files.transaction import update
    from claimtrack.ledger.index.fast_edit import quickly

    quick = quickly(path, ids, wanted, dry_run=dry_run)
    if quick is not None:
        return quick
    return update(path, lambda book: edited(book, ids, wanted), dry_run).claims


def set_fields(
    path: Path,
    ids: Sequence[str],
    values: Mapping[str, str | Sequence[Figure]],
    *,
    dry_run: bool = False,
) -> tuple[str, ...]:
    """Sets fields of claims to what a user typed (nothing: takes the field away).

    ``tags+`` adds to a list, ``figures.0.state`` is a field of the first figure. Returns the ids of
    those that changed. All are changed, or none.
    """
    from claimtrack.ledger.edit.wanted import as_typed

    return change(path, ids, as_typed(values), dry_run=dry_run)


def add_note(path: Path, ids: Sequence[str], text: str) -> tuple[str, ...]:
    """Writes a remark behind those that claims have; the ids of those that changed."""
    from claimtrack.ledger.edit.wanted import with_note

    return change(path, ids, with_note(text))


def tag(
    path: Path, ids: Sequence[str], words: Sequence[str], *, dry_run: bool = False
) -> tuple[str, ...]:
    """Gives claims tags beside those that they have; the ids of those that changed."""
    from claimtrack.ledger.edit.wanted import with_tags

    return change(path, ids, with_tags(words), dry_run=dry_run)


def untag(
    path: Path, ids: Sequence[str], words: Sequence[str], *, dry_run: bool = False
) -> tuple[str, ...]:
    """Takes tags away from claims; the ids of those that changed."""
    from claimtrack.ledger.edit.wanted import without_tags

    return change(path, ids, without_tags(words), dry_run=dry_run)


def set_entry(
    path: Path, section: str, name: str, values: Mapping[str, str], *, dry_run: bool = False
) -> EntrySet:
    """Sets fields of an article (by its id), actor or topic (by its name); what came of it.

    ``section`` is the list in the file: "articles", "actors" or "topics". An actor or
    topic that the ledger does not have yet is added. An empty value takes a field away,
    ``aliases+`` adds to a list. Raises EditError for an unknown article, field or value.
    """
    from claimtrack.ledger.edit.set_entry import entry_set
    from claimtrack.ledger.index.fast_change import make_change
    from claimtrack.ledger.index.needed_entries import entries_of

    needed = entries_of([name] if section == "articles" else ())
    return make_change(path, needed, lambda book: entry_set(book, section, name, values), dry_run)


def add(
    path: Path,
    fields: Mapping[str, str | Sequence[str] | Sequence[Figure]],
    figures: ReadFigures | None = None,
) -> str:
    """Writes a claim by hand behind the last one of its article; its id.

    Where none are given, ``figures`` reads them in the words: those that stand within some spans,
    in characters, of a text.

    A ``quote`` is looked up in the ``article`` that is named, and taken from there letter by
    letter; ``at`` says which place is meant when it stands in several. Raises LookupFailedError
    when it does not stand there, EditError when the ledger has it already, or for a value that a
    field does not take.
    """
    from claimtrack.ledger.edit.add_claim import added
    from claimtrack.ledger.files.reach import reach
    from claimtrack.ledger.index.fast_change import make_change
    from claimtrack.ledger.index.needed_entries import claims_of

    read = reach(path).read

    def change(book: Book) -> Edited:
        return added(book, path, fields, read, figures)

    article = fields.get("article", "")
    return make_change(path, claims_of([str(article)] if article else ()), change).claims[0]


def rule(path: Path, ruling: Ruling, *, dry_run: bool = False) -> Ruled:
    """Writes a ruling on two claims; one that is there already on the same two is changed.

    The claims' stamps are noted with it, so that it can be told when one of them says something
    else. Raises RulingError for an unknown claim, RefusedError where a comment stands in the
    way, SaveError when the file cannot be written.
    """
    from claimtrack.ledger.edit.add_ruling import ruled
    from claimtrack.ledger.index.fast_change import make_change
    from claimtrack.ledger.index.needed_entries import claims_with

    needed = claims_with(ruling.claims)
    return make_change(path, needed, lambda book: ruled(book, ruling), dry_run)


def pass_over(path: Path, article: Article, spans: Sequence[Span]) -> bool:
    """Notes that stretches of an article's body hold no claim; whether the ledger changed.

    ``article`` has the ledger's id, ``spans`` are characters of its body, the end exclusive.
    """
    from claimtrack.ledger.edit.pass_over import passed_over
    from claimtrack.ledger.index.fast_change import make_change
    from claimtrack.ledger.index.needed_entries import entries_of

    needed = entries_of([article.id])
    return bool(make_change(path, needed, lambda book: passed_over(book, article, spans)).documents)


def join_event(
    path: Path, articles: Sequence[str], name: str | None = None, *, dry_run: bool = False
) -> Event:
    """Writes that some articles tell of one event; the event as it then is.

    Raises EventError for an unknown article, or where they are in two events, RefusedError where
    a comment stands in the way, SaveError when the file cannot be written.
    """
    from claimtrack.ledger.edit.join_events import joined
    from claimtrack.ledger.index.fast_change import make_change
    from claimtrack.ledger.index.needed_entries import entries_of

    needed = entries_of(articles)
    return make_change(path, needed, lambda book: joined(book, articles, name), dry_run).event


def part_event(
    path: Path, articles: Sequence[str], name: str | None = None, *, dry_run: bool = False
) -> Event:
    """Writes that the first article tells of another event than the others; its event.

    Raises what :func:`join_event` does.
    """
    from claimtrack.ledger.edit.join_events import parted
    from claimtrack.ledger.index.fast_change import make_change
    from claimtrack.ledger.index.needed_entries import entries_of

    needed = entries_of(articles)
    return make_change(path, needed, lambda book: parted(book, articles, name), dry_run).event


def remember(path: Path, given: Iterable[Path]) -> None:
    """Notes for this user which articles outside its folder a ledger may read from now on.

    Raises OSError where the user's state folder cannot be written.
    """
    from claimtrack.ledger.files.reach import remember

    remember(path, given)


def undo(path: Path, *, dry_run: bool = False) -> tuple[Undone, ...]:
    """Takes back the last change that was written here; the files before and after."""
    from claimtrack.ledger.files.undo import undo

    return undo(path, dry_run=dry_run)


def schema() -> dict[str, Any]:
    """The format of a ledger as JSON Schema."""
    from claimtrack.ledger.format.entries import schema

    return schema()


def show_problem(problem: Problem) -> str:
    """A problem with its line, a caret below it, and what would help."""
    from claimtrack.ledger.yaml.lines import show_problem

    return show_problem(problem)
