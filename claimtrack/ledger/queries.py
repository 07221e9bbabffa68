"""What is asked of a ledger: out of its index where that can tell, else out of its files.

As with the doors that write, each imports what it needs when it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.model import Claim, Ledger, Problem

if TYPE_CHECKING:
    from claimtrack.ledger.document.article_files import Reader
    from claimtrack.ledger.index.alone import Alone
    from claimtrack.ledger.index.facets import Predicate, Topics
    from claimtrack.ledger.index.selection import Found
    from claimtrack.ledger.index.tally import Holding


def load(path: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    """What a ledger (a file, or a folder of them) says, and every problem of its files.

    Never raises for what the files hold: a broken entry is set aside (``Ledger.aside`` counts
    them) and the rest answers. A file that cannot be read at all is one problem without a line.
    """
    from claimtrack.ledger.index.ledger_index import Index, from_index

    indexed = from_index(path, Index.load)
    if indexed:
        return indexed.ledger, indexed.problems
    from claimtrack.ledger.files.read_ledger import load_file

    return load_file(path)


def read_text(text: str, name: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """What a ledger's text says, wherever it is from, and its problems; ``name`` is shown."""
    from claimtrack.ledger.document.ledger_file import open_book
    from claimtrack.ledger.document.read import read

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
    from claimtrack.ledger.index.ledger_index import from_index

    return from_index(
        path,
        lambda index: index.select(tests, every_source=every_source, text=text, topics=topics),
    )


def alone(
    path: Path,
    tests: Callable[[Ledger], Mapping[str, Predicate]],
    text: Sequence[str] = (),
    topics: Topics | None = None,
) -> Alone | None:
    """What each filter finds by itself, out of the index; None when only the file can tell.

    The arguments are those of :func:`select`.
    """
    from claimtrack.ledger.index.alone import alone
    from claimtrack.ledger.index.ledger_index import from_index

    return from_index(path, lambda index: alone(index, tests, text, topics))


def head(path: Path, ids: Collection[str] = ()) -> Found | None:
    """The ledger with no claims but those with some ids; None when only the file can tell."""
    from claimtrack.ledger.index.ledger_index import from_index

    return from_index(path, lambda index: index.with_few_claims(ids))


def of_articles(path: Path, articles: Iterable[str], ids: Iterable[str] = ()) -> Found | None:
    """The claims of some articles and those with some ids, in order, out of the index.

    None when only the file can tell.
    """
    from claimtrack.ledger.index.ledger_index import from_index

    return from_index(path, lambda index: index.of_articles(articles, ids))


def first(path: Path, limit: int, key: Callable[[Claim], Any], *, backwards: bool) -> Found | None:
    """The first claims by the day of saying, out of the index; None when only the file can tell.

    ``key`` sorts a claim of which that day is known and nothing else.
    """
    from claimtrack.ledger.index.facets import noted_facet
    from claimtrack.ledger.index.ledger_index import Index, from_index

    def ask(index: Index) -> Found | None:
        if not noted_facet(index, "day"):
            return None
        return index.first(limit, key, backwards=backwards)

    return from_index(path, ask)


def holdings(path: Path, topics: Topics | None = None) -> tuple[Holding, ...] | None:
    """Of each claim what is counted: actors, article, topic; None when only the file can tell."""
    from claimtrack.ledger.index.ledger_index import from_index
    from claimtrack.ledger.index.tally import holdings

    return from_index(path, lambda index: holdings(index, topics))


def named(path: Path, parts: Sequence[str]) -> Found | None:
    """The claims that these ids, or parts of ids, mean, out of the index.

    None when one of them may mean several, or none, or when only the file can tell.
    """
    from claimtrack.ledger.index.ledger_index import from_index

    return from_index(path, lambda index: index.named(parts))


def check(path: Path, read: Reader | None = None) -> tuple[Problem, ...]:
    """Every problem of a ledger in the order of its files and lines.

    Quotations are held against their articles, which ``read`` reads, else what a ledger may reach.
    """
    from claimtrack.ledger.checks.mend import problems
    from claimtrack.ledger.files.reach import reach
    from claimtrack.ledger.index.check_subject import case_of_index
    from claimtrack.ledger.index.ledger_index import from_index

    reader = read or reach(path).read
    # claim by claim: a ledger of any length is checked in little memory
    indexed = from_index(path, lambda index: problems(*case_of_index(index, path, reader)))
    return _problems_of_files(path, reader) if indexed is None else indexed


def _problems_of_files(path: Path, read: Reader) -> tuple[Problem, ...]:
    from claimtrack.ledger.checks.checked_ledger import case_of
    from claimtrack.ledger.checks.mend import problems
    from claimtrack.ledger.checks.salvage import remains
    from claimtrack.ledger.files.read_ledger import open_path

    book, known = open_path(path, remains)
    return problems(case_of(book, path, read), known)
