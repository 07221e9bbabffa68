"""Which claims of an index can pass some filters at all, as a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimtrack.ledger import searching, wider_facets
from claimtrack.ledger.facets import FACETS, Predicate, telling
from claimtrack.ledger.wider_facets import WIDER
from claimtrack.model import Claim

if TYPE_CHECKING:
    from claimtrack.ledger.index import Index


def narrowed(
    index: Index, asked: Mapping[str, Predicate], text: Sequence[str]
) -> tuple[str, list[str]]:
    """What the rows of claims must be like, and the values for it; nothing where all may pass."""
    found = [_passing(index, name, FACETS[name].bearer, test) for name, test in telling(asked)]
    found += _wider(index, asked)
    words = _words(index, text)
    if words:
        found.append("SELECT rowid FROM texts WHERE texts MATCH ?")
    return " AND ".join(f"row IN ({one})" for one in found), [words] if words else []


def _passing(index: Index, facet: str, bearer: Callable[[str], Claim], test: Predicate) -> str:
    """The rows of claims that have a word which passes a test."""
    words = index.db.execute("SELECT number, word FROM words WHERE facet = ?", (facet,))
    numbers = (str(number) for number, word in words if test(bearer(word)))
    return f"SELECT row FROM marks WHERE number IN ({', '.join(numbers)})"


def _wider(index: Index, asked: Mapping[str, Predicate]) -> Iterator[str]:
    """The same for facets that hang on more than the claim, where they can be noted."""
    for facet, test in wider_facets.telling(asked):
        head = index.head()
        note = partial(wider_facets.note, index.db, facet, head, index.published)
        if wider_facets.is_noted(index.db, facet, head) or index.writing(note):
            yield _passing(index, facet, WIDER[facet].bearer, test)


def _words(index: Index, text: Sequence[str]) -> str | None:
    """What to ask the texts for; None where they cannot be asked."""
    wanted = searching.asked(text)
    if not wanted or searching.is_ready(index.db):
        return wanted
    return wanted if index.writing(partial(searching.made_ready, index.db)) else None
