"""Which articles tell of one event; and that nothing is compared across events."""

from __future__ import annotations

import pytest

from claimtrack.conflicts import find
from claimtrack.conflicts.events import connected, link
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.model import Actor, Ledger, Source
from tests.conflicts.building import claim, exact, ledger


def told(titles: dict[str, str]) -> Ledger:
    claims = [
        claim(name, f"Behörde {name}", f"{at + 3} Menschen seien getötet worden",
              exact(str(at + 3), at + 3, "Menschen", "killed"), article=name)
        for at, name in enumerate(titles)
    ]  # fmt: skip
    sources = tuple(Source(name, title=title, published="2020-05-01")
                    for name, title in titles.items())  # fmt: skip
    return ledger(*claims, sources=sources)


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("Fährunglück vor Sansibar", "Sansibar trauert nach Fährunglück", True),
        ("Fährunglück vor Sansibar", "Lawine im Wallis", False),
        ("Brand in Linz", "Brand in Krems", False),
        ("Polizei meldet Tote am Montag", "Behörden: Tote am Montag", False),
    ],
)
def test_link(one: str, other: str, linked: bool) -> None:
    links = link(prepare(told({"a": one, "b": other}), Actor))
    assert ("b" in links["a"]) == linked
    assert "a" in links["a"]


def test_nothing_across_events() -> None:
    towns = ("Linz", "Graz", "Wels", "Steyr", "Krems")
    titles = {f"{town}{n}": f"Brand im Kaufhaus Weber in {town}" for town in towns for n in (1, 2)}
    for conflict in find(told(titles)):
        one, other = (str(side.claim.article)[:-1] for side in conflict.sides)
        assert one == other


def test_claims_by_hand_need_no_article() -> None:
    held = ledger(
        claim("one", "Polizei", "In Linz demonstrierten 4.000 Menschen",
              exact("4.000", 4000, "Menschen", "attending"), said="2020-05-01"),
        claim("two", "Veranstalter", "In Linz demonstrierten 9.000 Menschen",
              exact("9.000", 9000, "Menschen", "attending"), said="2020-05-01"),
    )  # fmt: skip
    (found,) = find(held)
    assert (found.verdict, found.topic) == ("conflict", "Teilnehmer (Linz)")


def test_a_rejected_claim_is_compared_with_nothing() -> None:
    held = ledger(
        claim("one", "Polizei", "In Linz demonstrierten 4.000 Menschen",
              exact("4.000", 4000, "Menschen", "attending"), said="2020-05-01"),
        claim("two", "Veranstalter", "In Linz demonstrierten 9.000 Menschen",
              exact("9.000", 9000, "Menschen", "attending"), said="2020-05-01", status="rejected"),
    )  # fmt: skip
    assert find(held) == ()


def test_an_empty_ledger() -> None:
    assert find(ledger()) == ()


def test_a_date_that_is_none_does_no_harm() -> None:
    held = ledger(
        claim("one", "Polizei", "In Linz demonstrierten 4.000 Menschen",
              exact("4.000", 4000, "Menschen", "attending"), said="neulich"),
        claim("two", "Veranstalter", "In Linz demonstrierten 9.000 Menschen",
              exact("9.000", 9000, "Menschen", "attending")),
    )  # fmt: skip
    assert [each.verdict for each in find(held)] == ["conflict"]


def test_one_actor_in_two_towns_has_two_disputes() -> None:
    sources = tuple(
        Source(town, title=f"Streit um das Werk in {town}", published="2020-05-01")
        for town in ("Linz", "Graz")
    )
    claims = [
        claim(f"{town}{stance}", actor, f"das Werk in {town} sei geschlossen worden",
              article=town, stance=stance, at=at)
        for town in ("Linz", "Graz")
        for actor, stance, at in (("Konzern", "denies", 0), ("Betriebsrat", "asserts", 90))
    ]  # fmt: skip
    found = find(ledger(*claims, sources=sources))
    assert [(each.kind, each.topic) for each in found] == [
        ("stance", "Schließung (Graz)"),
        ("stance", "Schließung (Linz)"),
    ]


def test_a_pair_is_found_once_whatever_ties_its_articles() -> None:
    topic = "Haus Weber"
    held = ledger(
        claim("a1", "Polizei", "im Kaufhaus Weber seien 40 Menschen verletzt worden",
              exact("40", 40, "Menschen", "wounded"), article="a", topic=topic),
        claim("a2", "Zeuge", "in Linz seien 12 Menschen verletzt worden",
              exact("12", 12, "Menschen", "wounded"), article="a", at=900),
        claim("b1", "Feuerwehr", "im Kaufhaus Weber seien 70 Menschen verletzt worden",
              exact("70", 70, "Menschen", "wounded"), article="b", topic=topic),
        sources=tuple(Source(name, title="Brand im Kaufhaus Weber in Linz", published="2020-05-01")
                      for name in "ab"),
    )  # fmt: skip
    ids = [each.ids for each in find(held)]
    assert len(ids) == len(set(ids))
    assert {"a1", "b1"} in ids


@pytest.mark.parametrize(
    ("articles", "other"), [(60, "Gasleck"), (61, "Gasleck"), (150, "Gasleck")]
)
def test_an_event_that_very_many_articles_tell_of_holds_together(articles: int, other: str) -> None:
    """A word that many have ties none together, unless it is as rare in German as a town's name."""
    about = "In Brunzelmoor brach am Abend der Damm der Quarzelbach-Talsperre."
    texts = {f"a{n:03}": f"{about} Bericht {n}." for n in range(articles)}
    texts |= {f"z{n:03}": f"{other} in einer Schule am Abend, Bericht {n}." for n in range(2)}
    claims = [claim(name, f"Amt {name}", "es sei ernst", article=name) for name in texts]
    sources = tuple(Source(name, title="Am Abend", published="2020-05-01") for name in texts)
    book = ledger(*claims, sources=sources)
    links = link(prepare(book, Actor, lambda source: texts[source.id]))
    groups = [*connected(links, links)]
    assert sorted(map(len, groups)) == [2, articles]
    assert max(map(len, links.values())) <= 121 + 1
