"""Who is held against whom as two sides of one matter, and which clash stands for the others."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.conflicts.kinds import stance
from claimtrack.conflicts.kinds.opponents import can_clash, is_one_camp, takes_side
from claimtrack.conflicts.statement.statement import Days, Statement
from claimtrack.model import Mention, Span
from tests.conflicts.building import at, statement

LINKS = {"a": frozenset("ab"), "b": frozenset("ab"), "c": frozenset("c")}


def days(last: int | None) -> dict[str, Any]:
    return {"days": Days(None, last)}


def spans(*bounds: tuple[int, int]) -> dict[str, Any]:
    return {"quote": Mention("x", tuple(Span(*each) for each in bounds))}


@pytest.mark.parametrize(
    ("given", "side"),
    [
        ({}, True),
        ({"actors": ()}, True),
        ({"stance": "demands"}, False),
        ({"stance": "denies"}, True),
        ({"stance": "denies", "actors": ()}, False),
        ({"stance": "denies", "actors": (), "meant": "a9"}, True),
        ({"stance": "doubts"}, True),
        ({"stance": "doubts", "actors": ()}, False),
        ({"stance": "doubts", "claim": "ob in Wien oder in Graz"}, True),
        ({"stance": "withholds"}, True),
        ({"stance": "withholds", "actors": ()}, False),
        ({"stance": "withholds", "claim": "ob in Wien oder in Graz"}, False),
        ({"stance": "withholds", "claim": "ob in Wien, in Graz"}, True),
        ({"stance": "withholds", "claim": "es sei offen, ob in Wien oder in Graz"}, True),
        # A question that is open.
        ({"side": 0, "confidence": "unclear"}, False),
        ({"side": 0, "confidence": "stated"}, True),
        ({"side": 1, "confidence": "unclear"}, True),
    ],
)
def test_who_takes_a_side(given: dict[str, Any], side: bool) -> None:
    own = statement(**{"actors": ("Berg",), **given})
    other = statement("b0", actors=("Vogt",), article="b")
    assert takes_side(own) is side
    assert can_clash(own, other) is can_clash(other, own) is side


CONFIRMS = {"stance": "confirms", "kind": "reported", "article": "b"}
REPEATS = {**CONFIRMS, "claim": "bestätigten die Darstellung von Vogt"}
ALSO = {**CONFIRMS, "claim": "Auch andere bestätigten das"}


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ({}, {}, False),
        ({"actors": ("Vogt", "Berg")}, {}, True),
        ({"actors": ("Sprecher der Vogt",)}, {"actors": ("Vogt",)}, True),
        # Told with the same words of one article.
        ({"article": "b", **spans((0, 9))}, spans((8, 20)), True),
        ({"article": "b", **spans((0, 9))}, spans((9, 20)), False),
        ({"article": "b", **spans((9, 20))}, spans((0, 9)), False),
        ({"article": "b", **spans((0, 3), (12, 20))}, spans((9, 13)), True),
        (spans((0, 9)), spans((0, 9)), False),
        # A body and who belongs to it, on different days.
        ({"bodies": frozenset({"Vogt"}), **days(99)}, days(100), True),
        ({"bodies": frozenset({"Vogt"}), **days(100)}, days(100), False),
        ({"bodies": frozenset({"Amt"}), **days(99)}, days(100), False),
        # One repeats what the other says.
        (REPEATS, {}, True),
        ({**CONFIRMS, "claim": "bestätigten die Darstellung von Kern"}, {}, False),
        ({**REPEATS, "kind": "indirect"}, {}, False),
        ({**REPEATS, "stance": "asserts"}, {}, False),
        ({**ALSO, "quote": at(26)}, {"quote": at(0)}, True),
        ({**CONFIRMS, "claim": "Andere bestätigten das", "quote": at(26)}, {"quote": at(0)}, False),
        ({**ALSO, "quote": at(50)}, {"quote": at(0)}, False),
        ({**ALSO, "quote": at(0)}, {"quote": at(26)}, False),
        ({**ALSO, "quote": at(26), "article": "a"}, {"quote": at(0)}, False),
    ],
)  # fmt: skip
def test_who_is_of_one_camp(left: dict[str, Any], right: dict[str, Any], one: bool) -> None:
    own = statement("a0", **{"actors": ("Berg",), **left})
    other = statement("b0", **{"actors": ("Vogt",), "article": "b", **right})
    assert is_one_camp(own, other) is is_one_camp(other, own) is one


def against(name: str = "no", **given: Any) -> Statement:
    plain = {"actors": ("Vogt",), "stance": "denies", "side": -1, "layout": None}
    return statement(name, **{**plain, **given})


def stands(name: str, actor: str = "Berg", **given: Any) -> Statement:
    return statement(name, **{"actors": (actor,), "article": "b", "layout": None, **given})


def clashes(*own: Statement) -> list[tuple[set[str], str]]:
    return [(set(each.ids), each.verdict) for each in stance.find(own, LINKS)]


BOTH = {"no", "yes"}


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ({}, {}, "conflict"),
        ({"answers": ()}, {}, None),
        ({"article": "c"}, {}, None),
        ({"article": "c", "topic": "A"}, {"topic": "A"}, "conflict"),
        ({"topic": "A"}, {"topic": "B"}, None),
        ({"side": 1}, {}, None),
        ({}, {"side": 0}, None),
        ({"actors": ()}, {}, None),
        ({"actors": (), "meant": "yes"}, {}, "conflict"),
        ({"stance": "withholds"}, {}, "tension"),
        ({"stance": "doubts"}, {}, "conflict"),
        ({}, {"actors": ()}, None),
        ({"meant": "yes", "clear": True}, {"actors": ()}, "conflict"),
        (days(100), days(160), "conflict"),
        (days(100), days(161), None),
        (days(100), days(None), "conflict"),
        ({"answers": (), "meant": "yes", "layout": None}, {}, "tension"),
        # It is known that a denial answers another claim of its article.
        ({"answers": ("maybe",), "meant": "yes"}, {}, "tension"),
        ({"answers": ("maybe",), "meant": "yes", "article": "b"}, {}, None),
        ({"answers": ("maybe",), "meant": "yes", "clear": True, "article": "b"}, {}, "conflict"),
    ],
)  # fmt: skip
def test_two_sides(first: dict[str, Any], second: dict[str, Any], verdict: str | None) -> None:
    own = against(**{"answers": ("yes",), **first}), stands("yes", **second)
    assert clashes(*own) == ([(BOTH, verdict)] if verdict else [])


@pytest.mark.parametrize(
    ("day", "shown"),
    [(99, ["yes"]), (100, ["yes"]), (101, ["yes"]), (110, []), (120, [])],
)
def test_what_was_taken_back_is_held_against_nobody_who_spoke_later(
    day: int, shown: list[str]
) -> None:
    denial = against(answers=("yes", "own"), **days(100))
    own = stands("own", "Vogt", article="a", **days(110))
    told = clashes(denial, own, stands("yes", **days(day)))
    assert [ids for ids, _ in told] == [{"no", name} for name in shown]


def test_the_first_day_on_which_something_was_taken_back_counts() -> None:
    denial = against(answers=("yes", "one", "two"), **days(100))
    own = [stands(name, "Vogt", article="a", **days(day)) for name, day in
           (("two", 120), ("one", 110))]  # fmt: skip
    assert clashes(denial, *own, stands("yes", **days(115))) == []
    assert clashes(denial, *own, stands("yes", **days(109))) == [({"no", "yes"}, "conflict")]


ALL_ANSWERED = ("one", "two", "three")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        # Those who confirm, announce or charge are all told.
        ([{"stance": "confirms"}, {"stance": "announces"}, {"stance": "accuses"}],
         ["one", "two", "three"]),
        # One who merely asserts only where nobody does so, and of those the most alike.
        ([{"stance": "confirms"}, {"stance": "asserts"}], ["one"]),
        ([{"stance": "asserts"}, {"stance": "confirms"}], ["two"]),
        ([{"stance": "asserts"}, {"stance": "asserts"}], ["one"]),
        ([{"stance": "asserts"}, {"stance": "asserts", "gist": frozenset("ab")}], ["two"]),
        ([{"stance": "asserts", "gist": frozenset("a")}, {"gist": frozenset("axyz")}], ["one"]),
        # Of several claims of one actor the plainest.
        ([{"stance": "asserts"}, {"stance": "confirms", "actors": ("one",)}], ["two"]),
        ([{"stance": "confirms"}, {"stance": "confirms", "actors": ("one",)}], ["one"]),
    ],
)  # fmt: skip
def test_the_plainest_clash_is_told(given: list[dict[str, Any]], told: list[str]) -> None:
    denial = against(answers=ALL_ANSWERED, gist=frozenset("ab"))
    own = [stands(name, name, **each) for name, each in zip(ALL_ANSWERED, given, strict=False)]
    assert sorted(clashes(denial, *own), key=str) == sorted(
        (({"no", name}, "conflict") for name in told), key=str
    )


def test_one_surely_meant_stands_before_others_that_may_be() -> None:
    denial = against(answers=("two",), meant="one", gist=frozenset("ab"))
    probably, surely = stands("one", "one", stance="confirms"), stands("two", "two")
    assert clashes(denial, probably, surely) == [({"no", "two"}, "conflict")]
    assert clashes(denial, probably) == [({"no", "one"}, "tension")]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({}, {}, "Vogt denied („es brenne“) what Berg said („es brannte“)"),
        ({"stance": "withholds"}, {"stance": "confirms"},
         "Vogt did not confirm („es brenne“) what Berg confirmed („es brannte“); "
         "not to confirm is not to deny"),
        ({"stance": "asserts"}, {"stance": "accuses"},
         "Vogt spoke against („es brenne“) what Berg charged („es brannte“)"),
        ({"answers": (), "meant": "yes"}, {"stance": "announces"},
         "Vogt denied („es brenne“) what Berg announced („es brannte“); that both mean the same "
         "is likely, not sure"),
        ({"stance": "doubts", "actors": ("Vogt", "Kern")}, {},
         "Vogt und Kern doubted („es brenne“) what Berg said („es brannte“)"),
    ],
)  # fmt: skip
def test_the_words_of_a_clash(first: dict[str, Any], second: dict[str, Any], reason: str) -> None:
    denial = against(**{"answers": ("yes",), "claim": "„es brenne“", **first})
    (found,) = stance.find([denial, stands("yes", **{"claim": "es brannte", **second})], LINKS)
    assert found.reason == reason


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"side": 1}, {}, "not on two sides: Vogt denied („“); Berg said („“)"),
        ({"article": "c"}, {}, "nothing shows that they are told of one event"),
        ({"stance": "withholds", "actors": ()}, {}, "one of them is a demand or an open question"),
        ({"actors": ("Berg",)}, {}, "one actor, or a body and who belongs to it"),
        (days(100), days(161), "they were said 61 days apart"),
        (days(100), days(160), None),
        ({"answers": ()}, {}, "their words do not show that they mean the same"),
    ],
)
def test_why_two_are_no_two_sides(
    first: dict[str, Any], second: dict[str, Any], reason: str | None
) -> None:
    own = against(**{"answers": ("yes",), **first}), stands("yes", **second)
    assert [*stance.reasons(*own, LINKS)] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("„es brenne“", "es brenne"),
        ("x" * 60, "x" * 60),
        ("ab " * 20, "ab " * 20),
        ("ab " * 21, "ab " * 19 + "ab …"),
        ("x" * 40 + " " + "y" * 40, "x" * 40 + " …"),
    ],
)
def test_words_cut_at_a_blank(words: str, shown: str) -> None:
    assert stance.short(words) == shown
