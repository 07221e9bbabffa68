"""What an index answers: claims with their ledger, and where each stands."""

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


class Kept(NamedTuple):
    """A claim as the index has it: its id as it stands in the file, if any, its item, its line."""

    claim: Claim
    ident: str
    item: Item
    line: int
