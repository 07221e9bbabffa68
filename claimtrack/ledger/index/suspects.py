"""The claims that a check has to look at, asked of the words that the index notes of each.

Each word is asked about once; only claims that have one which is not as it should be are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set

from claimtrack.ledger.format.validation_messages import nearest
from claimtrack.ledger.index.check_marks import ALONE, ANSWERS, CITES, WRONG
from claimtrack.ledger.index.claim_ids import is_nameless
from claimtrack.ledger.index.ledger_index import Index
from claimtrack.ledger.index.tables import among
from claimtrack.lexicon.states import OTHER, states
from claimtrack.model import Ledger


def suspects(
    index: Index, ledger: Ledger, read: Iterable[str], broken: Iterable[str]
) -> Set[int] | None:
    """The rows of claims with which something may be wrong, and of those that a ruling names.

    ``ledger`` is that of the claims, ``read`` are the articles whose text is known, ``broken`` the
    ids of what is no sound claim. None where every claim is to be looked at.
    """
    if is_nameless(index.tables):
        return None
    ruled = {ident for ruling in ledger.rulings for ident in ruling.claims}
    return {
        *index.rows_of(WRONG, (ALONE,)),
        *index.rows_of("article", read),
        *_unlike(index, ledger),
        *_equal(index),
        *_of_ids(index, ruled.union(broken)),
        *_answering(index),
    }


def _unlike(index: Index, ledger: Ledger) -> Iterator[int]:
    """The claims that name an article, an actor or a state that may be another one misspelt."""
    articles = {source.id for source in ledger.sources}
    actors = {name for actor in ledger.actors for name in (actor.name, *actor.aliases)}
    near = nearest(actors, 0.85)
    yield from _with(index, "article", lambda word: word not in articles)
    yield from _with(index, "state", lambda word: word not in states() and word != OTHER)
    for facet in ("actor", "via", CITES):
        yield from _with(index, facet, lambda word: word not in actors and bool(near(word)))


def _with(index: Index, facet: str, passes: Callable[[str], bool]) -> Iterator[int]:
    words = index.db.execute("SELECT word FROM words WHERE facet = ?", (facet,)).fetchall()
    passing = [word for (word,) in words if passes(word)]
    return index.rows_of(facet, passing) if passing else iter(())


def _equal(index: Index) -> Iterator[int]:
    """The claims whose id another one has, too."""
    equal = "SELECT id FROM claims WHERE id NOT NULL GROUP BY id HAVING count(*) > 1"
    return (row for (row,) in index.db.execute(f"SELECT row FROM claims WHERE id IN ({equal})"))


def _of_ids(index: Index, ids: Iterable[str]) -> Iterator[int]:
    where, values = among("id", ids)
    return (row for (row,) in index.db.execute(f"SELECT row FROM claims WHERE {where}", values))


def _answering(index: Index) -> Iterator[int]:
    """The claims that answer one that is not there, or themselves."""
    known = "SELECT 1 FROM claims WHERE id = word"
    itself = "SELECT 1 FROM claims WHERE claims.row = marks.row AND id = word"
    query = (
        "SELECT row FROM marks JOIN words USING (number) "
        f"WHERE facet = ? AND (NOT EXISTS ({known}) OR EXISTS ({itself}))"
    )
    return (row for (row,) in index.db.execute(query, (ANSWERS,)))
