"""What a conflict is filed under, and who speaks for each of its sides."""

from __future__ import annotations

import pytest

from claimtrack.conflicts import find
from claimtrack.model import Figure, Ledger, Source
from tests.conflicts.building import about, claim, exact, ledger, vague

DAY = "2021-03-04"


def mine() -> Ledger:
    """An accident in a mine: the place is named in the first pair, not in those that go on."""
    sources = (
        Source("a", title="Grubenunglück in Zwickau", published=DAY),
        Source("b", title="Zwickau: Streit um Opfer im Schacht Vesta", published=DAY),
    )
    dead = "Menschen im Schacht Vesta ums Leben gekommen"
    return ledger(
        claim("firma", "Bergbau Vesta", f"in Zwickau seien 8 {dead}",
              exact("8", 8, "Menschen", "killed"), article="a"),
        claim("wehr", "Grubenwehr", f"in Zwickau seien 20 {dead}",
              exact("20", 20, "Menschen", "killed"), article="b"),
        claim("amt", "Bergamt", f"es seien 50 {dead}",
              exact("50", 50, "Menschen", "killed"), article="b"),
        sources=sources,
    )  # fmt: skip


def test_pairs_that_share_a_claim_are_filed_under_one_place() -> None:
    found = find(mine())
    assert len(found) == 3
    assert {one.topic for one in found} == {"Tote (Zwickau)"}


def exactly(value: float) -> Figure:
    return exact(str(value), value, "Menschen", "killed")


def at_least(value: float) -> Figure:
    return vague(f"mindestens {value}", value, None, "Menschen", "killed")


@pytest.mark.parametrize(
    ("figure", "third", "origins"),
    [
        (at_least(90), at_least(18), 1),
        (at_least(90), exactly(112), 2),
        (exactly(90), at_least(18), 1),
        (exactly(90), about("rund 90", 90, "Menschen", "killed"), 2),
        (exactly(90), vague("bis zu 100", 0, 100, "Menschen", "killed"), 1),
        (vague("bis zu 100", 0, 100, "Menschen", "killed"), exactly(90), 2),
        (vague("Dutzende", 24, 99, "Menschen", "killed"), exactly(40), 2),
        (exactly(90), exactly(90), 2),
    ],
    ids=lambda value: value.text if isinstance(value, Figure) else "",
)
def test_who_speaks_for_a_figure(figure: Figure, third: Figure, origins: int) -> None:
    """Whoever says as much; that two figures can both hold makes neither speak for the other."""
    title = "Grubenunglück in Zwickau"
    sources = tuple(Source(name, title=title, published=DAY) for name in "abc")
    assert figure.near
    told = {
        "a": ("Amt", figure),
        "b": ("Firma", exactly(3000 if figure.near.high else 3)),
        "c": ("Wehr", third),
    }
    claims = (
        claim(name, actor, f"{its.text} Menschen seien ums Leben gekommen", its, article=name)
        for name, (actor, its) in told.items()
    )
    found = find(ledger(*claims, sources=sources))
    sides = [side for one in found for side in one.sides if one.ids == {"a", "b"}]
    assert [side.origins for side in sides if side.claim.id == "a"] == [origins]
