"""What can be done to a ledger's text: changes, as values, and the splices that they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from claimtrack.ledger.errors import RefusedError
from claimtrack.ledger.yaml.nodes import Data


class Edit(NamedTuple):
    """Characters of a text (end exclusive) and what stands there instead."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Add:
    """A new item in a section's list, behind item ``after``, or at its end."""

    section: str
    fields: Mapping[str, Data]
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """A field of item ``index`` gets a value; None takes the field away.

    ``order`` lists the fields of such an item: a field that is not there yet goes behind the
    nearest of those before it.
    """

    section: str
    index: int
    field: str
    value: Data | None
    order: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Remove:
    """Item ``index`` of a section's list goes."""

    section: str
    index: int


Change: TypeAlias = Add | Put | Remove


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """The text after its edits. Those at one place follow each other.

    Raises RefusedError when two edits overlap.
    """
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for first, following in pairwise(ordered):
        if first.end > following.start:
            raise RefusedError("two changes in one place")
    parts: list[str] = []
    at = 0
    for edit in ordered:
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*parts, text[at:]))
