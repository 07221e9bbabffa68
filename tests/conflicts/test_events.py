"""Articles that have to be looked at together."""

from __future__ import annotations

import pytest

from claimtrack.conflicts import compare, prepared
from claimtrack.conflicts.event_profiles import Profile
from claimtrack.conflicts.events import link
from claimtrack.conflicts.groups import Facts, events, facts, facts_of, line_of
from claimtrack.conflicts.results.packing import packed, unpacked
from claimtrack.model import Ledger, Source
from tests.conflicts.building import claim, exact, ledger


def told(**titles: str) -> tuple[Source, ...]:
    return tuple(Source(name, title=title, published="2020-05-01")
                 for name, title in titles.items())  # fmt: skip


SOLDIERS = "dass nordkoreanische Soldaten entsandt wurden"


def turned(article: str, actor: str) -> Ledger:
    """An actor who confirms in one article what he denied in another, on another event."""
    return ledger(
        claim("x", actor, SOLDIERS, article="a", stance="denies", said="2020-05-01"),
        claim("y", actor, SOLDIERS, article=article, stance="confirms", said="2020-05-09"),
        sources=told(a="Gipfel in Kassel", b="Messe in Bremen"),
    )


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (turned("a", "NIS"), [["a"]]),
        (turned("b", "NIS"), [["a", "b"]]),
        (ledger(claim("x", "Amt", "es regnet", article="a"),
                claim("y", "Amt", "es schneit", article="b"),
                sources=told(a="Regen in Kassel", b="Schnee in Bremen")), [["a"], ["b"]]),
        (ledger(claim("x", "Amt", "es regnet", article="a", topic="Wetter"),
                claim("y", "Amt", "es schneit", topic="Wetter"),
                sources=told(a="Regen in Kassel")), [["a", "y"]]),
        (ledger(claim("x", "Amt", "es regnet", article="a"),
                claim("y", "Amt", "es schneit", article="b"),
                claim("z", "Amt", "es taut", article="c"),
                sources=told(a="Fähre Sansibar", b="Fähre Sansibar", c="Tauwetter am Brenner")),
         [["a", "b"], ["c"]]),
    ],
)  # fmt: skip
def test_events(held: Ledger, expected: list[list[str]]) -> None:
    statements = prepared(held)
    assert events(facts(statements), link(statements)) == expected


def test_a_chain_of_articles_is_one_group() -> None:
    known = {name: Facts(Profile(), frozenset()) for name in "abcd"}
    known["d"] = known["d"]._replace(ties=frozenset({"t"}))
    known["c"] = known["c"]._replace(ties=frozenset({"t"}))
    links = {"a": frozenset("ab"), "b": frozenset("abc"), "c": frozenset("bc"), "d": frozenset("d")}
    assert events(known, links) == [["a", "b", "c", "d"]]


def test_facts_are_kept_as_they_are() -> None:
    (known,) = facts(prepared(turned("a", "NIS"))).values()
    assert known.ties
    assert facts_of(line_of(known)) == known
    assert facts_of(line_of(None)) is None


def test_outcomes_are_kept_as_they_are() -> None:
    held = ledger(
        claim("p", "Polizei", "es seien 300 Demonstranten gekommen",
              exact("300", 300, "Demonstranten"), article="a"),
        claim("v", "Veranstalter", "es seien 900 Demonstranten gekommen",
              exact("900", 900, "Demonstranten"), article="b"),
        claim("x", "NIS", SOLDIERS, article="a", stance="denies"),
        claim("y", "Yonhap", SOLDIERS, article="a", stance="confirms", at=90),
        sources=told(a="Demonstration in Kassel", b="Demonstration in Kassel"),
    )  # fmt: skip
    statements = prepared(held)
    outcomes = compare(statements, link(statements))
    assert {one.kind for one in outcomes} == {"figure", "stance"}
    assert unpacked(packed(outcomes)) == outcomes
