"""What an index knows of the ids that stand in a ledger's file, without reading a claim."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from claimtrack.ledger.index.tables import Tables


class Ids(Collection[str]):
    """The ids of all claims; of those that stand in the file each is looked up when asked for.

    ``others`` are the names of claims that have no id there, or that are no sound claims.
    """

    def __init__(self, tables: Tables, others: Callable[[], Iterable[str]]) -> None:
        self._db = tables.db
        self._named_otherwise = others

    @cached_property
    def _others(self) -> frozenset[str]:
        return frozenset(self._named_otherwise())

    def __contains__(self, ident: object) -> bool:
        written = self._db.execute("SELECT 1 FROM claims WHERE id = ?", (ident,)).fetchone()
        return written is not None or ident in self._others

    def __iter__(self) -> Iterator[str]:
        yield from (ident for (ident,) in self._db.execute("SELECT id FROM claims WHERE id != ''"))
        yield from self._others

    def __len__(self) -> int:
        return sum(1 for _ in self)


def written_ids(tables: Tables) -> str:
    """The ids that stand in the file, in no order, each with a NUL before and behind it."""
    query = "SELECT group_concat(id, char(0)) FROM claims WHERE id != ''"
    (written,) = tables.db.execute(query).fetchone()
    return f"\0{written}\0" if written else ""


def is_nameless(tables: Tables) -> bool:
    """True where a claim has no id: what it is called hangs on all others."""
    return bool(tables.count("id = ''"))


def has_equal_ids(tables: Tables) -> bool:
    """True where several claims have one id in the file."""
    query = "SELECT 1 FROM claims WHERE id != '' GROUP BY id HAVING count(*) > 1 LIMIT 1"
    return tables.db.execute(query).fetchone() is not None
