"""Broken entries without what is broken in them, so that a check can go on.

A claim with a misspelt stance is still a claim: others may point to it, its words can be held
against their article. Only a check reads so; everything else leaves such an entry aside.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from claimtrack.ledger.document import Entry
from claimtrack.ledger.format.entries import Strict
from claimtrack.ledger.format.validation_messages import faults
from claimtrack.ledger.yaml.lines import Trouble
from claimtrack.ledger.yaml.nodes import Map

_NAMES = frozenset({"id", "name"})
"""Fields without which an entry could not be told from others."""


def remains(entry: Entry, shape: type[Strict], troubles: list[Trouble]) -> Strict | None:
    """What an entry says in its sound fields; None when it is no mapping, or not to be named.

    ``troubles`` gets what is wrong with the others.
    """
    if entry.node is None:
        return None
    try:
        return shape.model_validate(entry.node)
    except ValidationError as error:
        troubles += faults(error, shape, entry.node, entry.base)
        return _without(entry.node, error, shape) if isinstance(entry.node, Map) else None


def _without(node: Map, error: ValidationError, shape: type[Strict]) -> Strict | None:
    faulty = {fault["loc"][0] for fault in error.errors() if fault["loc"]}
    left: dict[str, Any] = {name: value for name, value in node.items() if name not in faulty}
    try:
        return None if faulty & _NAMES else shape.model_validate(left)
    except ValidationError:
        return None
