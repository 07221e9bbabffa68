"""The five articles on North Korean soldiers: what must be found, and what must not."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.conflicts import Conflict, find, why
from claimtrack.model import Ledger, Ruling, Topic
from claimtrack.render.contract import conflict_record
from tests.conflicts.building import claim, ledger


@pytest.fixture(scope="module")
def found(five: Ledger) -> tuple[Conflict, ...]:
    return find(five)


def among(found: tuple[Conflict, ...], one: str, other: str) -> Conflict:
    return next(each for each in found if each.ids == {one, other})


def test_contradictory_figures_come_first(found: tuple[Conflict, ...]) -> None:
    first, second = found[:2]
    assert first.ids == {"s-isw", "b-nis"}
    assert second.ids == {"b-yonhap", "n-zehntausend"}
    assert (first.verdict, second.verdict) == ("conflict", "tension")
    assert first.topic == second.topic == "Soldaten (Nordkorea)"


def test_the_reason_names_phrases_intervals_and_days(found: tuple[Conflict, ...]) -> None:
    reason = found[0].reason
    for part in ("„mehrere tausend“", "2,000 to 9,999", "„rund 1.500“", "2024-10-14", "2024-10-18"):
        assert part in reason
    gap = found[0].gap
    assert gap
    assert gap.difference == 350
    assert gap.ratio == pytest.approx(1.2121, abs=1e-4)


@pytest.mark.parametrize(
    ("one", "other", "kind", "verdict"),
    [
        ("b-nis", "n-usa", "figure", "update"),
        ("n-usa", "k-verluste", "figure", "update"),
        ("b-yonhap", "k-verluste", "figure", "different phase"),
        ("b-yonhap", "b-nis", "figure", "different phase"),
        ("s-dementi", "n-nato", "stance", "conflict"),
        ("s-vorwurf", "b-rutte", "stance", "conflict"),
        ("n-lawrow", "n-nato", "stance", "tension"),
        ("s-bestreiten", "s-raketen", "stance", "tension"),
        ("s-dementi", "k-russland", "reversal", "conflict"),
        ("b-rutte", "n-rutte", "reversal", "tension"),
        ("f-fake", "k-nordkorea", "reversal", "tension"),
        ("s-kim", "f-kim", "retelling", "conflict"),
        ("s-allianz", "f-transfer", "retelling", "conflict"),
        ("s-kyivpost", "f-offiziere", "retelling", "tension"),
    ],
)
def test_found(found: tuple[Conflict, ...], one: str, other: str, kind: str, verdict: str) -> None:
    conflict = among(found, one, other)
    assert (conflict.kind, conflict.verdict) == (kind, verdict)
    assert conflict.shown == (verdict in ("conflict", "tension"))


@pytest.mark.parametrize(
    "name", ["s-manoever", "b-aktiv", "f-granaten", "n-ausbilder", "b-sybiha", "n-beamte"]
)
def test_in_none_of_it(found: tuple[Conflict, ...], name: str) -> None:
    assert [each.ids for each in found if name in each.ids] == []


def test_a_body_and_its_head_are_two(found: tuple[Conflict, ...]) -> None:
    assert not [each for each in found if each.ids == {"b-rutte", "n-nato"}]


@pytest.mark.parametrize(
    "actor",
    ["Nordkorea und Russland", "offizielle Quellen in Nordkorea und Russland"],
)
def test_who_is_named_with_others_is_bound_too(five: Ledger, actor: str) -> None:
    fake = claim(
        "f-liste", actor, 'Die Berichte wurden als "Fake News" abgetan',
        article="front", at=1100, kind="reported", stance="denies",
    )  # fmt: skip
    others = [each for each in five.claims if each.id not in ("f-fake", "s-dementi")]
    found = find(ledger(*others, fake, sources=five.sources))
    for later in ("k-nordkorea", "k-russland"):
        assert among(found, "f-liste", later).kind == "reversal"


def test_unshown_ones_come_last(found: tuple[Conflict, ...]) -> None:
    shown = [each.shown for each in found]
    assert shown == sorted(shown, reverse=True)


def test_the_order_of_the_ledger_does_not_matter(five: Ledger, found: tuple[Conflict, ...]) -> None:
    turned = ledger(*reversed(five.claims), sources=tuple(reversed(five.sources)))
    assert [(each.ids, each.kind, each.verdict) for each in find(turned)] == [
        (each.ids, each.kind, each.verdict) for each in found
    ]


def test_the_analysts_topic_names_the_group(five: Ledger) -> None:
    topic = Topic("nordkoreanische Soldaten", ("nordkoreanische Truppen", "Nordkoreaner"))
    named = ledger(*five.claims, sources=five.sources, topics=(topic,))
    assert [each.topic for each in find(named)[:2]] == ["nordkoreanische Soldaten"] * 2


def test_a_ruled_pair_is_quiet_but_kept(five: Ledger) -> None:
    ruling = Ruling(("b-nis", "s-isw"), "update", "NIS meant the first wave", "ab", "2024-11-02")
    ruled = find(ledger(*five.claims, sources=five.sources, rulings=(ruling,)))
    conflict = among(ruled, "s-isw", "b-nis")
    assert conflict.ruling == ruling
    assert not conflict.shown
    assert ruled[0].ids == {"b-yonhap", "n-zehntausend"}


def test_json(found: tuple[Conflict, ...]) -> None:
    told: dict[str, Any] = conflict_record(found[0])
    assert told["schema"] == "claimtrack.conflict/1"
    assert told["phase"] == "sent"
    isw, nis = told["sides"]
    assert (isw["claim"], isw["interval"], isw["reported"]) == ("s-isw", [2000, 9999], "2024-10-14")
    assert type(isw["interval"][0]) is int
    assert (nis["figure"], nis["origins"], nis["said"]) == ("rund 1.500", 1, None)


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ("b-aktiv", "b-yonhap", "one says how many are active, the other planned"),
        ("f-granaten", "b-yonhap", "they count different things"),
        ("s-manoever", "s-isw", "how many are"),
        ("b-nis", "b-vorbereiten", "compared"),
        ("b-sybiha", "b-rutte", "not on two sides"),
    ],
)
def test_why_not(five: Ledger, one: str, other: str, part: str) -> None:
    assert part in " | ".join(why(five, one, other).reasons)


def test_why_of_an_unknown_claim(five: Ledger) -> None:
    with pytest.raises(KeyError):
        why(five, "b-nis", "nobody")
