"""Which claims of an index can pass some filters at all, as a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimtrack.ledger.index import fulltext, wider_facets
from claimtrack.ledger.index.facets import FACETS, Predicate, telling
from claimtrack.ledger.index.wider_facets import Topics, Wider, Work
from claimtrack.model import Claim

if TYPE_CHECKING:
    from claimtrack.ledger.index.ledger_index import Index


def narrowed(
    index: Index, asked: Mapping[str, Predicate], text: Sequence[str], topics: Topics | None = None
) -> tuple[str, list[str]]:
    """What the rows of claims must be like, and the values for it; nothing where all may pass."""
    found = [_passing(index, name, FACETS[name].bearer, test) for name, test in telling(asked)]
    found += _wider(index, asked, topics)
    words = _words(index, text)
    if words:
        found.append("SELECT rowid FROM texts WHERE texts MATCH ?")
    return " AND ".join(f"row IN ({one})" for one in found), [words] if words else []


def _passing(index: Index, facet: str, bearer: Callable[[str], Claim], test: Predicate) -> str:
    """The rows of claims that have a word which passes a test."""
    words = index.db.execute("SELECT number, word FROM words WHERE facet = ?", (facet,))
    numbers = (str(number) for number, word in words if test(bearer(word)))
    return f"SELECT row FROM marks WHERE number IN ({', '.join(numbers)})"


def _wider(index: Index, asked: Mapping[str, Predicate], topics: Topics | None) -> Iterator[str]:
    """The same for facets that hang on more than the claim, where they can be noted."""
    for facet, wider in wider_facets.facets(topics).items():
        tests = list(wider_facets.telling(asked, wider))
        if tests and _is_noted(index, facet, wider):
            yield from (_passing(index, facet, wider.bearer, test) for test in tests)


def noted_facet(index: Index, facet: str, topics: Topics | None = None) -> bool:
    """Notes a wider facet of all claims, unless it is noted already; whether it is now."""
    return _is_noted(index, facet, wider_facets.facets(topics)[facet])


def _is_noted(index: Index, facet: str, wider: Wider) -> bool:
    head = index.head()
    basis = wider.basis(head)
    if wider_facets.is_noted(index.db, facet, basis):
        return True
    work = Work(facet, basis, wider.word(head), index.published)
    return index.noting(lambda: wider_facets.note(index.db, work))


def _words(index: Index, text: Sequence[str]) -> str | None:
    """What to ask the texts for; None where they cannot be asked."""
    wanted = fulltext.asked(text)
    if not wanted or fulltext.is_ready(index.db):
        return wanted
    return wanted if index.noting(partial(fulltext.make_ready, index.db)) else None
