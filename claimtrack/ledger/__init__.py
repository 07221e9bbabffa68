"""The ledger file: read, checked, merged into and edited without disturbing what hands wrote.

These are the ledger's doors. Each imports what it needs when it is called, because a command that
prints its help should pay for neither YAML nor pydantic. Where a file must not or cannot be
written they raise :class:`LedgerError`, whose words are for the user.
"""

from __future__ import annotations

from claimtrack.ledger.errors import LedgerError
from claimtrack.ledger.merges import import_drafts, merge, merge_contents, merge_texts
from claimtrack.ledger.queries import (
    alone,
    check,
    first,
    head,
    holdings,
    load,
    named,
    of_articles,
    read_text,
    select,
)
from claimtrack.ledger.writes import (
    add,
    add_note,
    change,
    fix,
    join_event,
    part_event,
    pass_over,
    remember,
    rule,
    schema,
    set_entry,
    set_fields,
    show_problem,
    tag,
    undo,
    untag,
)

__all__ = [
    "LedgerError",
    "add",
    "add_note",
    "alone",
    "change",
    "check",
    "first",
    "fix",
    "head",
    "holdings",
    "import_drafts",
    "join_event",
    "load",
    "merge",
    "merge_contents",
    "merge_texts",
    "named",
    "of_articles",
    "part_event",
    "pass_over",
    "read_text",
    "remember",
    "rule",
    "schema",
    "select",
    "set_entry",
    "set_fields",
    "show_problem",
    "tag",
    "undo",
    "untag",
]
