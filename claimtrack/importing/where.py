"""Rows chosen by a condition in SQL: ``stance = 'denies' and said_last >= '2024-10-01'``.

Each row is put to SQLite by itself, so that any number of them takes no memory. The condition can
read the row and call functions, and nothing else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from claimtrack import edtf
from claimtrack.importing.drafts import FIELDS
from claimtrack.importing.row import Row
from claimtrack.text import folded

COLUMNS = (
    *FIELDS, "article", "said_first", "said_last",
    "published", "outlet", "author", "agencies", "url",
)  # fmt: skip
"""What a condition can name: a list is one text with semicolons; ``figures`` are their words,
``value`` is the largest of them, ``published`` and what follows are the article's, whose id is
``article`` (or ``source``, as the columns of tables are called)."""

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION}


class ConditionError(ValueError):
    """A condition that SQLite does not understand."""


def chooser(condition: str, field: Callable[[str], str | None]) -> Callable[[Row], bool]:
    """Tells whether a row passes; ``field`` gives what its headings mean.

    Raises ConditionError. Has also the function ``folded``: without case, accents, umlaut dots.
    """
    db = sqlite3.connect(":memory:")
    db.create_function("folded", 1, lambda text: folded(str(text or "")), deterministic=True)
    db.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED
                      else sqlite3.SQLITE_DENY)  # fmt: skip
    named = ", ".join(f'? AS "{name}"' for name in COLUMNS)
    query = f"SELECT 1 FROM (SELECT {named}) WHERE ({condition}\n)"

    def passes(row: Row) -> bool:
        values = _values(row, field)
        return _asked(db, query, [values.get(name) for name in COLUMNS])

    _asked(db, query, [None] * len(COLUMNS))
    return passes


def _asked(db: sqlite3.Connection, query: str, values: list[Any]) -> bool:
    try:
        return db.execute(query, values).fetchone() is not None
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise ConditionError(str(error)) from error


def _values(row: Row, field: Callable[[str], str | None]) -> dict[str, Any]:
    values = {name: _plain(value) for name, value in (row.article or {}).items()}
    for heading, cell in row.cells.items():
        if name := field(heading):
            values[name] = _plain(cell.value)
            if name == "figures" and isinstance(cell.value, list):
                values["value"] = _largest(cell.value)
    values["article"] = values.get("source")
    with suppress(ValueError):
        when = edtf.days(str(values["said"]) if values.get("said") else None)
        values["said_first"] = when.first and when.first.isoformat()
        values["said_last"] = when.last and when.last.isoformat()
    return values


def _largest(figures: list[Any]) -> float | None:
    values = (figure.get("value") for figure in figures if isinstance(figure, Mapping))
    return max((value for value in values if value is not None), default=None)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(
            str(part.get("text")) if isinstance(part, Mapping) else str(part) for part in value
        )
    return value if isinstance(value, str | int | float) or value is None else str(value)
