"""What an index answers: claims with their ledger, what is counted of one, where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from claimtrack.ledger.index.tables import Item
from claimtrack.model import Claim, Ledger, Problem


@dataclass(frozen=True, slots=True)
class Found:
    """Claims that were asked for, in a ledger that holds ``count``, and its problems."""

    ledger: Ledger
    count: int
    problems: tuple[Problem, ...]


class Holding(NamedTuple):
    """What is counted of a claim."""

    actors: tuple[str, ...]
    article: str | None
    topic: str | None


class Kept(NamedTuple):
    """A claim as the index has it: its id as it stands in the file, if any, its item, its line."""

    claim: Claim
    ident: str
    item: Item
    line: int
