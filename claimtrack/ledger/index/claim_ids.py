"""What an index knows of the ids that stand in a ledger's file, without reading a claim."""

from __future__ import annotations

from claimtrack.ledger.index.tables import Tables


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
