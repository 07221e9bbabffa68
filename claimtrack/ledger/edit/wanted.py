"""What a claim is to hold: as a user typed it, or with a remark or tags more or less."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from claimtrack.fields import FIELDS
from claimtrack.ledger.edit.expected import plain
from claimtrack.ledger.errors import ClaimChangedError, EditError
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.format.from_model import Fields, figure_fields, written_figure
from claimtrack.ledger.format.to_model import claim as claim_of
from claimtrack.ledger.yaml.nodes import Data
from claimtrack.ledger.yaml.parse import compose
from claimtrack.model import Claim, Figure

Values: TypeAlias = "Mapping[str, Data | None]"
"""Fields and what they are to hold; None takes a field away."""


Wanted = Callable[[ClaimEntry], Values]
"""What a claim is to hold, seen what it holds."""


def as_typed(values: Mapping[str, str | Sequence[Figure]]) -> Wanted:
    """Fields as a user typed them; an empty value takes the field away.

    Lists (actor, via, cites, answers, tags) are parted by commas, and ``tags+`` adds to those that
    are there. Figures are written as in the file, or are values; ``figures.0.state`` is a field of
    the first of them. Raises EditError for figures that are no YAML and for parts of other fields.
    """
    whole: dict[str, Data | None] = {}
    more: dict[str, list[str]] = {}
    parts: dict[tuple[int, str], str] = {}
    for name, value in values.items():
        if not isinstance(value, str):
            whole[name] = [figure_fields(figure) for figure in value] or None
        elif name.endswith("+") and name[:-1] in _LISTS:
            more[name[:-1]] = _listed(value)
        elif "." in name:
            parts[_part(name)] = value.strip()
        else:
            whole[name] = _typed(name, value)
    return partial(_sorted_out, whole, more, parts)


def _sorted_out(
    whole: Values,
    more: Mapping[str, list[str]],
    parts: Mapping[tuple[int, str], str],
    entry: ClaimEntry,
) -> Values:
    """What a claim is to hold: whole fields, more of its lists, parts of its figures."""
    changed = dict(whole)
    for name, new in more.items():
        known = list(getattr(entry, name))
        changed[name] = [*known, *(word for word in new if word not in known)] or None
    if parts:
        changed["figures"] = _with_parts([*map(written_figure, entry.figures)], parts)
    return changed


def _part(name: str) -> tuple[int, str]:
    """``figures.0.state`` as the number of the figure, from 0, and its field."""
    part = re.fullmatch(r"figures\.(\d{1,4})\.(\w+)", name)
    if not part:
        raise EditError(f"“{name}” is not a field; for a part of one, write figures.0.state=killed")
    return int(part[1]), part[2]


def _with_parts(figures: list[Fields], parts: Mapping[tuple[int, str], str]) -> list[Fields]:
    for (number, name), value in parts.items():
        if number >= len(figures):
            there = f"figures.0 to figures.{len(figures) - 1}" if figures else "no figures"
            raise EditError(f"figures.{number}: the claim has {there}")
        if value:
            figures[number][name] = _listed(value) if name == "scope" else value
        else:
            figures[number].pop(name, None)
    return figures


def _listed(value: str) -> list[str]:
    return [word.strip() for word in value.split(",") if word.strip()]


def with_note(text: str) -> Wanted:
    """A remark behind those that a claim has; one that it has already is not added again."""

    def wanted(entry: ClaimEntry) -> Values:
        if not text.strip() or text in (entry.note or ""):
            return {}
        return {"note": f"{entry.note}; {text}" if entry.note else text}

    return wanted


def with_tags(words: Sequence[str]) -> Wanted:
    """Tags behind those that a claim has."""

    def wanted(entry: ClaimEntry) -> Values:
        new = [word for word in dict.fromkeys(words) if word not in entry.tags]
        return {"tags": [*entry.tags, *new]} if new else {}

    return wanted


def without_tags(words: Sequence[str]) -> Wanted:
    """A claim without some of its tags."""

    def wanted(entry: ClaimEntry) -> Values:
        left = [tag for tag in entry.tags if tag not in words]
        return {} if len(left) == len(entry.tags) else {"tags": left or None}

    return wanted


def _typed(name: str, value: str) -> Data | None:
    """What a user typed for a field as the value to be written; None for nothing."""
    if not value.strip():
        return None
    if name in _LISTS:
        names = _listed(value)
        return names[0] if len(names) == 1 and name == "actor" else names
    if name in _SHAPED:
        composed = compose(value)
        if composed.troubles or composed.root is None:
            raise EditError(f"{name}: not written as in a ledger: {value}")
        typed: Data = plain(composed.root)
        return typed
    return value


_LISTS = frozenset(field.name for field in FIELDS if field.is_list)


_SHAPED = frozenset(field.name for field in FIELDS if field.sort in ("figures", "notes"))


def where_as(seen: Mapping[str, Claim], wanted: Wanted) -> Wanted:
    """A change of claims for as long as each still says what was ``seen``, by its id.

    The file is asked while no other process can write it: raises ClaimChangedError there.
    """

    def checked(entry: ClaimEntry) -> Values:
        before = seen.get(entry.id or "")
        if before is not None:
            now = claim_of(entry, before.id, before.reported)
            if now != before:
                raise ClaimChangedError(before.id, now)
        return wanted(entry)

    return checked
