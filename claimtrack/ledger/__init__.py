"""The ledger file: read, checked, merged into and edited without disturbing what hands wrote.

These are the ledger's doors. Each imports what it needs when it is called, because a command that
prints its help should pay for neither YAML nor pydantic. Where a file must not or cannot be
written they raise :class:`LedgerError`, whose words are for the user.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.model import Article, Claim, Ledger, Problem

if TYPE_CHECKING:
    from claimtrack.ledger.book import Book
    from claimtrack.ledger.facets import Predicate
    from claimtrack.ledger.index import Found
    from claimtrack.ledger.report import Merge
    from claimtrack.ledger.reverting import Undone
    from claimtrack.ledger.threeway import Merged
    from claimtrack.ledger.wider_facets import Topics


class LedgerError(Exception):
    """A ledger could not be changed; nothing was written."""


def load(path: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    """What a ledger (a file, or a folder of them) says, and every problem of its files.

    Never raises for what the files hold: a broken entry is set aside (``Ledger.aside`` counts
    them) and the rest answers.
    """
    from claimtrack.ledger.loading import load

    return load(path)


def read_text(text: str, name: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """What a ledger's text says, wherever it is from, and its problems; ``name`` is shown."""
    from claimtrack.ledger.book import open_book
    from claimtrack.ledger.reader import read

    book = open_book(name, [read(text, name)])
    return book.ledger, book.problems


def select(
    path: Path,
    tests: Callable[[Ledger], Mapping[str, Predicate]],
    *,
    every_source: bool,
    text: Sequence[str] = (),
    topics: Topics | None = None,
) -> Found | None:
    """The claims that pass all tests, out of the index; None when only the file can tell.

    The tests go by the names of the filters. They are made for the ledger without its claims, and
    without its articles, unless ``every_source`` is wanted. ``text`` are words that all of these
    claims hold somewhere, by whatever case and accents; ``topics`` derives a claim's topic.
    """
    from claimtrack.ledger.index import from_index

    return from_index(
        path,
        lambda index: index.select(tests, every_source=every_source, text=text, topics=topics),
    )


def named(path: Path, parts: Sequence[str]) -> Found | None:
    """The claims that these ids, or parts of ids, mean, out of the index.

    None when one of them may mean several, or none, or when only the file can tell.
    """
    from claimtrack.ledger.index import from_index

    return from_index(path, lambda index: index.named(parts))


def merge(
    path: Path,
    found: Iterable[tuple[Article, Sequence[Claim]]],
    *,
    texts: Mapping[Path, tuple[bytes | None, bytes]] | None = None,
    restore: bool = False,
    prune: bool = False,
    dry_run: bool = False,
) -> Merge:
    """Merges the claims found in articles into a ledger, and says what became of each.

    A ledger that is not there yet is made. ``texts`` are files of articles that are written with
    it, each with its content before (None: it is not there) and after. ``restore`` writes again
    what a person deleted, ``prune`` removes untouched claims that are no longer found, ``dry_run``
    writes nothing.
    """
    from claimtrack.ledger.merging import merge
    from claimtrack.ledger.update import update

    def change(book: Book) -> Merge:
        return merge(book, found, restore=restore, prune=prune)

    return update(path, change, dry_run, texts)


def check(path: Path) -> tuple[Problem, ...]:
    """Every problem of a ledger, its quotations held against their articles."""
    from claimtrack.ledger.checking import check
    from claimtrack.ledger.reach import reach

    return check(path, reach(path).read)


def fix(path: Path) -> tuple[str, ...]:
    """Mends what has one right answer; what was done, a line each."""
    from claimtrack.ledger.checking import fix
    from claimtrack.ledger.reach import reach

    return fix(path, reach(path).read).told


def set_fields(
    path: Path, ids: Sequence[str], values: Mapping[str, str], *, dry_run: bool = False
) -> tuple[str, ...]:
    """Sets fields of claims to what a user typed (nothing: takes the field away).

    Returns the ids of those that changed. All are changed, or none.
    """
    from claimtrack.ledger.edit import as_typed, change

    return change(path, ids, as_typed(values), dry_run=dry_run)


def add_note(path: Path, ids: Sequence[str], text: str) -> tuple[str, ...]:
    """Writes a remark behind those that claims have; the ids of those that changed."""
    from claimtrack.ledger.edit import change, with_note

    return change(path, ids, with_note(text))


def tag(
    path: Path, ids: Sequence[str], words: Sequence[str], *, dry_run: bool = False
) -> tuple[str, ...]:
    """Gives claims tags beside those that they have; the ids of those that changed."""
    from claimtrack.ledger.edit import change, with_tags

    return change(path, ids, with_tags(words), dry_run=dry_run)


def untag(
    path: Path, ids: Sequence[str], words: Sequence[str], *, dry_run: bool = False
) -> tuple[str, ...]:
    """Takes tags away from claims; the ids of those that changed."""
    from claimtrack.ledger.edit import change, without_tags

    return change(path, ids, without_tags(words), dry_run=dry_run)


def add(path: Path, fields: Mapping[str, str | Sequence[str]]) -> str:
    """Writes a claim by hand; its id. A ``quote`` is looked up in the ``article`` named."""
    from claimtrack.ledger.adding import add
    from claimtrack.ledger.reach import reach

    return add(path, fields, reach(path).read).claims[0]


def remember(path: Path, given: Iterable[Path]) -> None:
    """Notes for this user which articles outside its folder a ledger may read from now on.

    Raises OSError where the user's state folder cannot be written.
    """
    from claimtrack.ledger.reach import remember

    remember(path, given)


def undo(path: Path, *, dry_run: bool = False) -> tuple[Undone, ...]:
    """Takes back the last change that was written here; the files before and after."""
    from claimtrack.ledger.reverting import undo

    return undo(path, dry_run=dry_run)


def merge_texts(base: str, ours: str, theirs: str, names: tuple[str, str]) -> Merged:
    """Ours with what they changed since the base; conflicts stand between markers."""
    from claimtrack.ledger.threeway import merge_texts

    return merge_texts(base, ours, theirs, names)


def schema() -> dict[str, Any]:
    """The format of a ledger as JSON Schema."""
    from claimtrack.ledger.format import schema

    return schema()


def show_problem(problem: Problem) -> str:
    """A problem with its line, a caret below it, and what would help."""
    from claimtrack.ledger.places import show_problem

    return show_problem(problem)
