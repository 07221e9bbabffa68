"""Which statements are held against each other by evidence, and what goes with a pair."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.conflicts.kinds import reversal
from claimtrack.conflicts.kinds.reversal import is_tied
from claimtrack.conflicts.propositions.match import (
    Match,
    beside,
    by_place,
    folded,
    last_before,
    match,
    of_one_actor,
    pairs,
    rivalling,
    stances,
)
from claimtrack.conflicts.propositions.utterance import Utterance
from claimtrack.conflicts.statement.statement import Days, Statement
from claimtrack.conflicts.weights import weights
from claimtrack.model import Source
from tests.conflicts.building import at, statement, utterance

LINKS = {"a": frozenset("ab"), "b": frozenset("ab"), "c": frozenset("c")}
AB, BC, CD = (frozenset(letters) for letters in (("xa", "xb"), ("xb", "xc"), ("xc", "xd")))


def said(name: str, actor: str = "", **given: Any) -> Utterance:
    """An utterance of an article, which is the first letter of its name."""
    actors = (actor,) if actor else ()
    names = frozenset(actor.lower().split())
    plain = {"article": name[0], "actors": actors, "names": names, "around": AB}
    return utterance(name, **{**plain, **given})


def ids(found: Any) -> list[str]:
    return ["".join(each.statement.claim.id for each in pair) for pair in found]


@pytest.mark.parametrize(
    ("own", "met"),
    [
        ([said("a0"), said("a1"), said("a2")], ["a0a1", "a0a2", "a1a2"]),
        ([said("a0"), said("b0")], ["a0b0"]),
        ([said("b0"), said("a0")], ["a0b0"]),
        ([said("a0"), said("c0")], []),
        # Statements of two articles share a word, a speaker, or one answers the other.
        ([said("a0"), said("b0", around=BC)], ["a0b0"]),
        ([said("a0"), said("b0", around=CD)], []),
        ([said("a0", "Berg"), said("b0", "Berg", around=CD)], ["a0b0"]),
        ([said("a0"), said("b0", around=CD, answers=("a0",))], ["a0b0"]),
        ([said("a0", answers=("b0",)), said("b0", around=CD)], ["a0b0"]),
        ([said("a0"), said("a1", around=CD)], ["a0a1"]),
    ],
)
def test_which_statements_meet(own: list[Utterance], met: list[str]) -> None:
    assert ids(pairs(own, LINKS)) == met


def test_each_statement_meets_no_more_than_forty() -> None:
    of_one = ids(pairs([said(f"a{at:02}") for at in range(45)], LINKS))
    assert len([pair for pair in of_one if pair.startswith("a00")]) == 39
    assert len([pair for pair in of_one if pair.startswith("a40")]) == 4
    across = ids(pairs([said("a00"), *(said(f"b{at:02}") for at in range(45))], LINKS))
    assert [pair for pair in across if pair.startswith("a00")] == [
        f"a00b{at:02}" for at in range(40)
    ]


@pytest.mark.parametrize(
    ("own", "before"),
    [
        ([said("a0", "Berg", quote=at(0)), said("a1", "Vogt", quote=at(9))], {"a1": "a0"}),
        ([said("a1", "Vogt", quote=at(9)), said("a0", "Berg", quote=at(0))], {"a1": "a0"}),
        ([said("a0", "Berg", quote=at(0)), said("a1", "Berg", quote=at(9))], {}),
        ([said("a0", "Berg", quote=at(9)), said("a1", "Vogt", quote=at(9))], {}),
        ([said("a0", quote=at(0)), said("a1", "Vogt", quote=at(9))], {}),
        ([said("a0", "Berg", quote=at(0)), said("b1", "Vogt", quote=at(9))], {}),
        ([said("a0", "Berg", quote=at(0), sentence=-1), said("a1", "Vogt", quote=at(9))], {}),
        ([said("a0", "Berg", quote=at(0)), said("a1", "Kern", quote=at(5)),
          said("a2", "Vogt", quote=at(9))], {"a1": "a0", "a2": "a1"}),
        ([said("a0", "Berg", quote=at(0)), said("a1", "Vogt", quote=at(5)),
          said("a2", "Vogt", quote=at(9))], {"a1": "a0", "a2": "a0"}),
        # Half the names are enough for one speaker.
        ([said("a0", names=AB, actors=("Ab",), quote=at(0)),
          said("a1", names=BC, actors=("Bc",), quote=at(9))], {}),
        ([said("a0", names=AB | CD, actors=("Ab",), quote=at(0)),
          said("a1", names=frozenset({"xa", "xe", "xf"}), actors=("Bc",), quote=at(9))],
         {"a1": "a0"}),
    ],
)  # fmt: skip
def test_the_last_of_somebody_else_before(own: list[Utterance], before: dict[str, str]) -> None:
    name = {id(each): each.statement.claim.id for each in own}
    found = last_before(own)
    assert {name[key]: each.statement.claim.id for key, each in found.items()} == before


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        # Who denies is the second, in whichever article.
        ({"denies": True}, {"article": "b"}, "a1a0"),
        ({}, {"denies": True, "article": "b"}, "a0a1"),
        ({}, {"denies": True}, "a0a1"),
        ({"answers": ("a1",)}, {}, "a1a0"),
        ({"denies": True}, {}, "a0a1"),
        # Where neither speaks against anything, the order of the text.
        ({}, {}, "a0a1"),
        ({"quote": at(50)}, {}, "a1a0"),
        ({"quote": at(20)}, {"quote": at(20)}, "a0a1"),
    ],
)
def test_which_of_two_is_against_the_other(
    one: dict[str, Any], other: dict[str, Any], way: str
) -> None:
    own = (
        said("a0", "Berg", **{"quote": at(0), **one}),
        said("a1", "Vogt", **{"quote": at(20), **other}),
    )
    assert ids(each.pair for each in stances(own, LINKS)) == [way]


def test_two_sides_that_words_show_to_be_of_one_matter() -> None:
    denial = said("a1", "Vogt", side=-1, stance="denies", denies=True, answers=("a0",))
    (sure,) = stances([said("a0", "Berg"), denial], LINKS)
    assert sure.pieces["surely"] == 1.0
    (unsure,) = stances([said("a0", "Berg", side=-1), denial], LINKS)
    assert "surely" not in unsure.pieces


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ({}, {"article": "b"}, "a0b0"),
        ({}, {"article": "a"}, None),
        ({}, {"article": "b", "actors": ("Vogt",), "names": frozenset({"vogt"})}, None),
        ({}, {"article": "b", "advocate": True}, None),
        ({"advocate": True}, {"article": "b", "advocate": True}, "a0b0"),
        # The earlier article first, then what was said earlier, then by id.
        ({"source": Source("a", published="2024-06-02")},
         {"article": "b", "source": Source("b", published="2024-06-01")}, "b0a0"),
        ({"source": Source("a", published="2024-06-01")},
         {"article": "b", "source": Source("b", published="2024-06-01")}, "a0b0"),
        ({"source": Source("a", published="2024-06-01")}, {"article": "b"}, "b0a0"),
        ({"days": Days(None, 200)}, {"article": "b"}, "b0a0"),
        ({"days": Days(None, None)}, {"article": "b"}, "a0b0"),
    ],
)  # fmt: skip
def test_two_statements_of_one_actor(
    one: dict[str, Any], other: dict[str, Any], order: str | None
) -> None:
    own = said("a0", "Berg", **one), said("b0", "Berg", **other)
    assert ids(each.pair for each in of_one_actor("reversal", own, LINKS)) == (
        [order] if order else []
    )


def scored(*scores: float) -> list[Match]:
    return [Match("stance", (said("a0"), said("b0")), {}, score) for score in scores]


@pytest.mark.parametrize(
    ("score", "best", "lead"),
    [(3.0, 3.0, 0.0), (3.0, 5.0, 2.0), (3.0, 7.0, 4.0), (3.0, 9.0, 4.0)],
)
def test_a_better_partner_counts_up_to_four(score: float, best: float, lead: float) -> None:
    worse, better = rivalling(scored(score, best), lambda _: ("all",))
    assert worse.pieces == ({"rival": lead} if lead else {})
    assert better.score == best
    if lead:
        table = weights("stance")
        assert worse.score == pytest.approx(table["start"].weight + lead * table["rival"].weight)


def test_a_pair_with_several_partners_is_measured_by_the_best() -> None:
    found = scored(1.0, 2.0, 3.0)
    of = dict(zip(map(id, found), [("x", "y"), ("x",), ("y",)], strict=True))
    assert [each.pieces.get("rival") for each in rivalling(found, lambda each: of[id(each)])] == [
        2.0,
        None,
        None,
    ]


def test_a_match_says_what_weighed_most() -> None:
    two = said("a0"), said("b0")
    own = match("stance", *two, {"answers": 1.0})
    table = weights("stance")
    assert own.score == pytest.approx(table["start"].weight + table["answers"].weight)
    assert table["answers"].words in own.why


NEAR = {"sentence": 5, "names": frozenset({"berg"})}


@pytest.mark.parametrize(
    ("given", "goes_with_it"),
    [
        ({}, True),
        ({"sentence": 4}, True),
        ({"sentence": 6}, True),
        ({"sentence": 7}, False),
        ({"sentence": 3}, False),
        ({"paragraph": 1}, False),
        ({"sentence": -1}, False),
        ({"names": frozenset({"kern"})}, False),
        ({"names": frozenset()}, False),
        ({"article": "b"}, False),
    ],
)
def test_what_goes_with_a_pair(given: dict[str, Any], goes_with_it: bool) -> None:
    own = said("a0", **NEAR), said("a9", names=frozenset({"vogt"}), sentence=5)
    third = said("a5", **{**NEAR, **given})
    found = beside([each.statement for each in own], by_place([*own, third]))
    assert [each.claim.id for each in found] == (["a5"] if goes_with_it else [])


@pytest.mark.parametrize(
    ("name", "sentence", "goes_with_it"),
    [("kern", 6, True), ("kern", 7, False), ("kern", 4, False), ("vogt", 6, False)],
)
def test_what_somebody_says_for_who_only_denies(
    name: str, sentence: int, goes_with_it: bool
) -> None:
    denial = said("a0", **NEAR, denies=True, kind="reported", stems=frozenset())
    other = said("a9", names=frozenset({"vogt"}), sentence=2)
    third = said("a5", names=frozenset({name}), sentence=sentence)
    along = beside([denial.statement, other.statement], by_place([denial, other, third]))
    assert [each.claim.id for each in along] == (["a5"] if goes_with_it else [])


def test_no_two_sides_are_told_twice() -> None:
    """The surest first; what goes with it, and with what is known, is not told again."""
    berg, own = said("a0", **NEAR), said("a1", **NEAR)
    vogt = said("a2", names=frozenset({"vogt"}), sentence=9)
    found = [Match("stance", (one, vogt), {}, score) for one, score in ((berg, 1.0), (own, 2.0))]
    (only,) = folded(found, by_place([berg, own, vogt]))
    assert (only[0].score, [each.claim.id for each in only[1]]) == (2.0, ["a0"])
    apart = said("a1", **{**NEAR, "sentence": 20})
    found = [Match("stance", (one, vogt), {}, score) for one, score in ((berg, 1.0), (apart, 2.0))]
    assert [each.score for each, _ in folded(found, by_place([berg, apart, vogt]))] == [2.0, 1.0]


@pytest.mark.parametrize(
    ("pieces", "tied"),
    [
        ({}, True),
        ({"nothing_held": 1.0}, True),
        ({"nothing_shared": 1.0}, True),
        ({"nothing_held": 1.0, "nothing_shared": 1.0}, False),
        ({"nothing_held": 1.0, "nothing_shared": 1.0, "admission": 1.0}, True),
        ({"nothing_held": 1.0, "nothing_shared": 1.0, "kin": 0.1}, True),
        ({"nothing_held": 1.0, "nothing_shared": 1.0, "turning": 1.0}, False),
        ({"nothing_held": 1.0, "nothing_ties": 1.0}, False),
        ({"nothing_held": 1.0, "nothing_ties": 1.0, "both_direct": 1.0}, True),
    ],
)
def test_what_ties_two_statements_of_one_actor(pieces: dict[str, float], tied: bool) -> None:
    assert is_tied(pieces) is tied


def spoken(name: str, stands: int, day: int | None, **given: Any) -> Statement:
    """A statement without a text, by the words alone."""
    plain = {"actors": ("Berg",), "article": name[0], "layout": None, "gist": frozenset("abc")}
    return statement(name, **{**plain, "side": stands, "days": Days(day, day), **given})


@pytest.mark.parametrize(
    ("first", "second", "turned"),
    [
        ({}, {}, ["a0b0 conflict"]),
        ({"side": -1}, {}, []),
        ({"actors": ("Vogt",)}, {}, []),
        ({"actors": ("Vogt", "Berg")}, {}, ["a0b0 conflict"]),
        ({"days": Days(110, 110)}, {}, []),
        ({"days": Days(None, None)}, {}, []),
        ({"days": Days(120, 120)}, {}, ["b0a0 conflict"]),
        ({"stance": "accuses"}, {}, []),
        ({"article": "c"}, {}, []),
        ({"gist": frozenset("xyz")}, {}, []),
        ({"gist": frozenset("abcd")}, {"gist": frozenset("abef")}, []),
        ({"gist": frozenset("abcd"), "acts": frozenset({"close"})},
         {"gist": frozenset("abef"), "acts": frozenset({"close"})}, ["a0b0 tension"]),
    ],
)  # fmt: skip
def test_an_actor_who_takes_the_other_side(
    first: dict[str, Any], second: dict[str, Any], turned: list[str]
) -> None:
    own = spoken("a0", 1, 100, **first), spoken("b0", -1, 110, **second)
    found = reversal.find(own, LINKS)
    assert [
        f"{each.pair[0].claim.id}{each.pair[1].claim.id} {each.verdict}" for each in found
    ] == turned


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([{}, {}], "b0"),
        ([{"stance": "denies"}, {}], "b0"),
        ([{}, {"stance": "denies"}], "b1"),
        ([{}, {"gist": frozenset("abcd"), "acts": frozenset()}], "b0"),
    ],
)
def test_the_clearest_turn_is_kept(given: list[dict[str, Any]], kept: str) -> None:
    own = [spoken(f"b{n}", -1, 110 + n, **each) for n, each in enumerate(given)]
    (found,) = reversal.find([spoken("a0", 1, 100), *own], LINKS)
    assert kept in found.ids


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [(100, 100, "on 0001-04-10"), (None, 100, "by 0001-04-10"), (99, 100, "by 0001-04-10")],
)
def test_the_words_of_a_turn(first: int | None, last: int, words: str) -> None:
    own = spoken("a0", 1, 100, days=Days(first, last), claim="es brenne")
    denial = spoken("b0", -1, 110, stance="denies", claim="es habe gebrannt")
    (found,) = reversal.find([own, denial], LINKS)
    assert found.reason == (
        f"Berg changed sides: {words} Berg said („es brenne“), "
        "on 0001-04-20 Berg denied („es habe gebrannt“)"
    )
