"""A kind of conflict is one line of the table."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from types import SimpleNamespace

import pytest

from claimtrack.conflicts import find
from claimtrack.conflicts.events import Links
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.kinds import KINDS, Kind
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.model import Ledger, Source
from tests.conflicts.building import claim, exact, ledger


def shouting(statements: Sequence[Statement], _: Links) -> Iterator[Finding]:
    """Two claims that both shout."""
    loud = [each for each in statements if each.claim.words.endswith("!")]
    if len(loud) > 1:
        yield Finding("shouting", "tension", "both shout", (loud[0], loud[1]))


def protest() -> Ledger:
    day, title = "2024-05-01", "Demonstration in Kassel"
    sources = (Source("a", title=title, published=day), Source("b", title=title, published=day))
    few, many = exact("300", 300, "Demonstranten"), exact("900", 900, "Demonstranten")
    return ledger(
        claim("p", "Polizei", "es seien 300 Demonstranten gekommen", few, article="a"),
        claim("v", "Veranstalter", "es seien 900 Demonstranten gekommen", many, article="b"),
        claim("x", "Anna Berg", "Wir bleiben!", article="a"),
        claim("y", "Karl Thal", "Ihr geht!", article="b"),
        sources=sources,
    )


def test_a_new_kind_needs_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    module = SimpleNamespace(find=shouting)
    monkeypatch.setitem(sys.modules, "claimtrack.conflicts.kinds.shouting", module)
    monkeypatch.setitem(KINDS, "shouting", Kind("shouting", place=5))
    found = {one.kind: one.ids for one in find(protest())}
    assert found["shouting"] == {"x", "y"}
    assert found["figure"] == {"p", "v"}


def test_each_kind_has_a_place_of_its_own() -> None:
    places = [kind.place for kind in KINDS.values()]
    assert len(set(places)) == len(places)
