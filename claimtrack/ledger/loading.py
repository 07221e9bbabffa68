"""A ledger as everything but its own keeping wants it: what it says, and what is wrong in it."""

from __future__ import annotations

from pathlib import Path

from claimtrack.ledger.index import Index, from_index
from claimtrack.model import Ledger, Problem


def load(path: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    """What a ledger says, and every problem of its files. Never raises for what they hold.

    A broken entry is set aside and the rest answers. A file that cannot be read at all is one
    problem without a line.
    """
    found = from_index(path, Index.load)
    if found:
        return found.ledger, found.problems
    return load_file(path)


def load_file(path: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    """The same from the files alone, every claim read anew."""
    from claimtrack.ledger.opened import open_path

    book, problems = open_path(path)
    return book.ledger, problems
