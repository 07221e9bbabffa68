"""Ids of a ledger's claims looked up in the text of all, few or many."""

from __future__ import annotations

import pytest

from claimtrack.ids import Taken
from claimtrack.ledger.index.file_part import SOUGHT, Idents

HELD = Idents("\0amt-1\0wehr-2\0wehr-22\0")


@pytest.mark.parametrize("asked_before", [0, SOUGHT - 1, SOUGHT])
@pytest.mark.parametrize(
    ("ident", "held"),
    [("amt-1", True), ("wehr-22", True), ("wehr-2", True), ("amt", False), ("hr-2", False),
     ("", False), ("amt-1\0wehr-2", False)],
)  # fmt: skip
def test_an_id_is_held_whole(ident: str, held: bool, asked_before: int) -> None:
    idents = Idents("\0amt-1\0wehr-2\0wehr-22\0")
    assert all("amt-1" in idents for _ in range(asked_before))
    assert (ident in idents) is held


def test_of_no_claims_there_are_no_ids() -> None:
    assert "" not in Idents("") and "amt-1" not in Idents("")


def test_an_id_that_was_given_is_taken() -> None:
    taken = Taken(HELD, {"neu-3"})
    assert "amt-1" in taken and "neu-3" in taken and "neu-4" not in taken
    taken.add("neu-4")
    assert "neu-4" in taken and "neu-4" not in HELD
