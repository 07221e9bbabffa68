"""A change that was written, and what is needed to undo it after others have written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model import Claim, Figure, Mention

if TYPE_CHECKING:
    from claimtrack.ledger.edit.wanted import Values
    from claimtrack.ledger.yaml.nodes import Data

SIMPLE = {"status", "credibility", "note", "tags", "stance", "confidence", "topic", "claim"}
"""Fields that can be put back as they were typed."""
USUAL = {"status": "new", "stance": "asserts", "confidence": "stated"}
"""What a claim without the field has."""


class Decision(NamedTuple):
    """A change that was written: the claims before it, what was put into each, where it was made.

    ``what`` is it in words, ``added`` are new claims, ``note`` is that of the ledger's history, by
    which the change is taken back.
    """

    what: str
    on: str
    before: Mapping[str, Claim]
    put: Mapping[str, Values]
    note: Path | None
    added: tuple[str, ...] = ()


def in_words(put: Mapping[str, Values]) -> str:
    """What was put into claims: ``status of weber-17desj``, ``status of 12 claims``."""
    names = dict.fromkeys(name for values in put.values() for name in values if name != "at")
    whose = next(iter(put)) if len(put) == 1 else f"{len(put)} claims"
    return f"{' and '.join(names)} of {whose}"


def restored(decision: Decision, now: Claim | None) -> dict[str, str] | str:
    """The fields of a decision's claim as they were, typed; else why they cannot be put back.

    Only of a single claim, only simple fields, and only those that still hold what was put.
    """
    ((ident, before), *more) = [*decision.before.items(), ("", None)]
    put = decision.put.get(ident, {})
    if before is None or now is None or len(more) > 1 or not put.keys() <= SIMPLE:
        return "undo it by hand"
    if any(_typed(now, name) != _as_put(name, value) for name, value in put.items()):
        return f"{ident} was changed since; undo it by hand"
    return {name: _typed(before, name) for name in put}


def _typed(claim: Claim, name: str) -> str:
    """A simple field as it is typed; "" where it is what a claim without the field has."""
    value = getattr(claim, name)
    if isinstance(value, tuple):
        return ",".join(value)
    return "" if value is None or USUAL.get(name) == value else str(value)


def _as_put(name: str, value: Data | None) -> str:
    """What was put into a simple field, as it is typed."""
    shown = ",".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return "" if USUAL.get(name) == shown else shown


Difference = tuple[str, str, str]
"""A field, what it held, what it holds."""


def differences(old: Claim, new: Claim) -> tuple[Difference, ...]:
    """The fields in which two versions of a claim differ, each with both values."""
    return tuple(
        (field.name, _shown(getattr(old, field.name)), _shown(getattr(new, field.name)))
        for field in fields(Claim)
        if getattr(old, field.name) != getattr(new, field.name)
    )


def _shown(value: object) -> str:
    if isinstance(value, Mention):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    return value.text if isinstance(value, Figure) else "" if value is None else str(value)
