"""Which conflicts a run has shown, kept for ``--since-last`` in the user's state folder.

A conflict is known by its kind, its two claims and its verdict: one that turns from a tension into
a conflict is new again. What is gone from the ledger is forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.ledger.files.user_folder import key_of, user_folder, write_note

_DIGITS = 16
"""Hex digits of a hash that stand for a conflict."""


def mark(outcome: Outcome, verdict: str) -> str:
    """What a conflict is known by from run to run."""
    text = "\n".join((outcome.kind, *sorted(outcome.claims), repr(outcome.figures), verdict))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def seen(ledger: Path) -> frozenset[str] | None:
    """The marks that earlier runs have noted of a ledger; None where there was none.

    A note that is damaged is none.
    """
    try:
        marks = json.loads(_file(ledger).read_text("ascii"))
    except (OSError, ValueError):
        return None
    return frozenset(map(str, marks)) if isinstance(marks, list) else None


def note(ledger: Path, marks: Iterable[str]) -> None:
    """Notes what there is, whole or not at all. Raises OSError where that cannot be written."""
    write_note(_file(ledger), json.dumps(sorted(marks)))


def _file(ledger: Path) -> Path:
    return user_folder("state") / "seen" / f"{key_of(ledger)}.json"
