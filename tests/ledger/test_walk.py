"""A short walk of commands, hand edits and kills; :mod:`tests.ledger.walking` goes further."""

from __future__ import annotations

import os

import pytest

from tests.ledger.walking import walked


@pytest.mark.parametrize("several", [False, True])
def test_nothing_is_lost_on_a_walk(several: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # processes are killed here, not machines
    counts = walked(60, 3, several=several)
    assert counts["steps"] == 60
    assert min(counts[what] for what in ("killed", "save", "delete", "run")) > 2
