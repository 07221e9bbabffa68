"""One claim of a ledger, read by itself, and what the index keeps of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from claimtrack.ledger.format import to_model
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.index.check_marks import check_marks
from claimtrack.ledger.index.claim_json import checksum, packed
from claimtrack.ledger.index.facets import marks
from claimtrack.ledger.yaml import fast_item
from claimtrack.model import Claim, Problem

if TYPE_CHECKING:
    from claimtrack.ledger.yaml.lines import Trouble


class Piece(NamedTuple):
    """What an item of ``claims`` says.

    ``claim`` is None for one that breaks a rule, and has an empty id if it has none. ``line`` is
    where its fields start, counted from 0 at the start of the item, as are the ``problems``.
    """

    claim: Claim | None
    line: int
    problems: tuple[Problem, ...]


def read_piece(raw: bytes) -> Piece | None:
    """An item; None when it is no YAML by itself, so that the whole file has to be asked."""
    text = raw.decode("utf-8", "surrogateescape")
    fields = fast_item.item(text)
    if fields is not None:
        try:
            return Piece(_claim(ClaimEntry.model_validate(fields)), 0, ())
        except ValidationError:
            pass  # what is wrong needs its place, which only the parser knows
    return _parsed(text)


def _claim(entry: ClaimEntry) -> Claim:
    return to_model.claim(entry, entry.id or "")


def _parsed(text: str) -> Piece | None:
    from claimtrack.ledger.document import Entry
    from claimtrack.ledger.document.ledger_file import value_of
    from claimtrack.ledger.yaml.nodes import Items
    from claimtrack.ledger.yaml.parse import compose

    composed = compose(text)
    troubles = list(composed.troubles)
    if composed.broken:
        return None
    items = composed.root
    if not isinstance(items, Items) or len(items) != 1:
        return Piece(None, 0, _problems(text, troubles)) if troubles else None
    node = items[0]
    entry = Entry(node, 0, 0, len(text))
    value = value_of(entry, ClaimEntry, troubles) if not troubles else None
    claim = _claim(value) if isinstance(value, ClaimEntry) else None
    return Piece(claim, text.count("\n", 0, node.start), _problems(text, troubles))


def _problems(text: str, troubles: list[Trouble]) -> tuple[Problem, ...]:
    if not troubles:
        return ()
    from claimtrack.ledger.yaml.lines import Lines, problem

    lines = Lines(text)
    return tuple(problem("", lines, trouble) for trouble in troubles)


class Reading(NamedTuple):
    """What the index keeps of an item; ``ident`` is empty for a claim without an id.

    ``total`` tells whether these are still what was written.
    """

    ident: str | None
    line: int
    total: int
    record: str | None
    problems: str | None
    marks: tuple[tuple[str, str], ...]


def reading(raw: bytes) -> Reading | None:
    """An item read; None when it is no YAML by itself."""
    read = read_piece(raw)
    if read is None:
        return None
    problems = json.dumps([asdict(problem) for problem in read.problems]) if read.problems else None
    claim = read.claim
    if claim is None:
        return Reading(None, read.line, checksum(None, None, problems), None, problems, ())
    record, names = packed(claim), (*marks(claim), *check_marks(claim))
    return Reading(
        claim.id, read.line, checksum(claim.id, record, problems), record, problems, names
    )
