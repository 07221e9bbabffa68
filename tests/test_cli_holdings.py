"""What a ledger holds, counted: one row for each actor, however it is written."""

from __future__ import annotations

from claimtrack.cli.holdings import actors, of
from claimtrack.model import Actor, Claim, Ledger
from claimtrack.registry import Registry

RECORD = Actor("DLRG", ("Lebensretter", "deutsche Lebensretter"))


def held(
    *claims: tuple[str, str, tuple[str, ...]], declared: tuple[Actor, ...] = (RECORD,)
) -> list[tuple[str, int, int]]:
    found = Ledger(
        path="claims.yaml",
        claims=tuple(Claim(id=name, article=text, actors=who) for name, text, who in claims),
        actors=declared,
    )
    registry = Registry(()).widen(found.actors)
    return [(actor.name, own, texts) for actor, own, texts in actors(found, of(found), registry)]


def test_names_of_one_actor_are_one_row() -> None:
    assert held(("a", "eins", ("DLRG",)), ("b", "zwei", ("Küster", "deutsche Lebensretter"))) == [
        ("DLRG", 2, 2),
        ("Küster", 1, 1),
    ]


def test_a_claim_under_two_names_of_one_actor_counts_once() -> None:
    assert held(("a", "eins", ("DLRG", "Lebensretter"))) == [("DLRG", 1, 1)]


def test_a_declared_actor_without_claims_comes_last() -> None:
    assert held(("a", "eins", ("Küster",))) == [("Küster", 1, 1), ("DLRG", 0, 0)]
