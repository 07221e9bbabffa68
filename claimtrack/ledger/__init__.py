"""The ledger file: read, checked, merged into and edited without disturbing what hands wrote.

These are the ledger's doors. Each imports what it needs when it is called, because a command that
prints its help should pay for neither YAML nor pydantic.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimtrack.model import Ledger, Problem


def load(path: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    """What a ledger (a file or a folder of them) says, and every problem of it; never raises
    for what it holds. Broken entries are set aside (``Ledger.aside`` counts them)."""
    from claimtrack.ledger.store import load

    return load(path)


def schema() -> dict[str, Any]:
    """The format of a ledger as JSON Schema."""
    from claimtrack.ledger.schema import schema

    return schema()
