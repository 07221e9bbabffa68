"""Where the claims of a ledger contradict each other, and why.

A kind of conflict is a module with a ``find(statements, links)`` that yields findings, and one
line in ``KINDS`` (``kinds``).

What can be imported from here is loaded when it is first asked for: a ledger in which nothing
changed is shown out of its index, and that needs nothing that reads or compares German.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.conflicts.comparison import (
        compare,
        disputes,
        event_names,
        find,
        prepared,
        survey,
    )
    from claimtrack.conflicts.explanation import Comparison, why
    from claimtrack.conflicts.kinds import KINDS
    from claimtrack.conflicts.results.values import Conflict, Side
    from claimtrack.conflicts.verdicts import VERDICTS

__all__ = [
    "KINDS",
    "VERDICTS",
    "Comparison",
    "Conflict",
    "Side",
    "compare",
    "disputes",
    "event_names",
    "find",
    "prepared",
    "survey",
    "why",
]

_HOMES = {
    "comparison": ("compare", "disputes", "event_names", "find", "prepared", "survey"),
    "explanation": ("Comparison", "why"),
    "kinds": ("KINDS",),
    "results.values": ("Conflict", "Side"),
    "verdicts": ("VERDICTS",),
}
"""The modules that have what is imported from here."""

if not TYPE_CHECKING:  # for mypy there would be any name

    def __getattr__(name: str) -> Any:
        """What is first asked for, kept for the next time. Raises AttributeError for the rest."""
        home = next((home for home, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
        return value
