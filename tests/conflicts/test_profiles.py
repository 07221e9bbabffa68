"""Which articles tell of one event, by what little is kept of each: both sides of each limit."""

from __future__ import annotations

import math
from typing import Any

import pytest

from claimtrack.conflicts.event_profiles import Profile, profiles
from claimtrack.conflicts.events import likenesses, linked, needed
from claimtrack.conflicts.statement.statement import Days
from claimtrack.model import Source
from tests.conflicts.building import statement

LINZ, KREMS, PERU = {"scene": {"linz"}}, {"scene": {"krems"}}, {"scenes": {"Peru"}}
FIRE, VOTE = {"title_kinds": {"fire"}}, {"title_kinds": {"election"}}


def profile(shared: int = 0, own: str = "", size: int = 0, **given: Any) -> Profile:
    """An article with so many names of the first three or more, and others up to a size."""
    names = [f"name{at}" for at in range(shared)]
    names += [f"{own}{at}" for at in range(size - len(names))]
    sets = {key: frozenset(value) if isinstance(value, set) else value
            for key, value in given.items()}  # fmt: skip
    return Profile(names=frozenset(names), **sets)


def are_linked(left: Profile, right: Profile) -> bool:
    return "b" in linked({"a": left, "b": right})["a"]


@pytest.mark.parametrize(
    ("shared", "left", "right", "tied"),
    [
        (2, {}, {}, True),
        (1, {}, {}, False),
        # Titles that name other places, or other kinds of event.
        (3, LINZ, KREMS, False),
        (4, LINZ, KREMS, True),
        (3, FIRE, VOTE, False),
        (4, FIRE, VOTE, True),
        (2, LINZ, LINZ, True),
        (2, LINZ, {}, True),
        # One name, which is of a title or a place: half of all names of the shorter one.
        (1, {"scenes": {"linz"}}, {"scenes": {"linz"}}, True),
        (1, {"scenes": {"linz"}, "size": 2}, {"scenes": {"linz"}, "size": 9}, True),
        (1, {"scenes": {"linz"}, "size": 3}, {"scenes": {"linz"}, "size": 3}, False),
        (1, {"scenes": {"linz"}, "day": 1}, {"scenes": {"linz"}, "day": 99}, True),
        (1, {"scenes": {"linz"}}, {"scenes": {"krems"}}, False),
        # A state alone, soon after each other.
        (1, PERU, PERU, True),
        (1, {**PERU, "day": 1}, {**PERU, "day": 8}, True),
        (1, {**PERU, "day": 1}, {**PERU, "day": 9}, False),
        (1, {**PERU, "day": 9}, {**PERU, "day": 1}, False),
        (1, {**PERU, "day": 1}, PERU, True),
        # One name, and one kind of event within days.
        (1, {"kinds": {"fire"}, "day": 1}, {"kinds": {"fire"}, "day": 8}, True),
        (1, {"kinds": {"fire"}, "day": 1}, {"kinds": {"fire"}, "day": 9}, False),
        (1, {"kinds": {"fire"}, "day": 1}, {"kinds": {"fire"}}, False),
        (1, {"kinds": {"fire"}}, {"kinds": {"fire"}, "day": 1}, False),
        (1, {"kinds": {"fire"}, "day": 1}, {"kinds": {"flood"}, "day": 1}, False),
        (1, {"kinds": {"fire"}, "day": 1}, {"day": 1}, False),
        (0, {"kinds": {"fire"}, "day": 1}, {"kinds": {"fire"}, "day": 1}, False),
        # One town, and the same came of those who are counted.
        (1, {"scenes": {"linz"}, "outcomes": {"killed"}, "day": 1, "size": 9},
         {"scenes": {"linz"}, "outcomes": {"killed"}, "day": 8, "size": 9}, True),
        (1, {"scenes": {"linz"}, "outcomes": {"killed"}, "day": 1, "size": 9},
         {"scenes": {"linz"}, "outcomes": {"wounded"}, "day": 8, "size": 9}, False),
        (1, {"scenes": {"Peru"}, "outcomes": {"killed"}, "day": 1, "size": 9},
         {"scenes": {"Peru"}, "outcomes": {"killed"}, "day": 8, "size": 9}, False),
        (1, {"scenes": {"linz"}, "outcomes": {"killed"}, "kinds": {"fire"}, "day": 1, "size": 9},
         {"scenes": {"linz"}, "outcomes": {"killed"}, "kinds": {"flood"}, "day": 1, "size": 9},
         False),
    ],
)  # fmt: skip
def test_names_that_tie_two_articles(
    shared: int, left: dict[str, Any], right: dict[str, Any], tied: bool
) -> None:
    assert are_linked(profile(shared, "a", **left), profile(shared, "b", **right)) is tied


@pytest.mark.parametrize(
    ("articles", "carriers", "tied"),
    [(30, 12, True), (30, 13, False), (1300, 13, True), (1300, 14, False)],
)
def test_a_name_that_many_carry_ties_nothing(articles: int, carriers: int, tied: bool) -> None:
    """It is rare in a dozen articles, or in a hundredth of all."""
    near = linked(
        {f"{at:04}": profile(2 if at < carriers else 0, str(at)) for at in range(articles)}
    )
    assert ("0001" in near["0000"]) is tied


def texts(left: dict[str, float], right: dict[str, float], **both: Any) -> dict[str, Profile]:
    return {"a": Profile(terms=left, **both), "b": Profile(terms=right, **both)}


def rarity(holders: int, articles: int) -> float:
    return math.sqrt(math.log((articles + 10) / (holders + 1)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"xa": 1.0, "xb": 1.0}, {"xa": 1.0, "xc": 1.0}),
        ({"xa": 2.0, "xb": 1.0}, {"xa": 3.0, "xc": 1.0}),
        ({"xa": 2.0}, {"xa": 3.0}),
    ],
)
def test_how_alike_two_texts_are(left: dict[str, float], right: dict[str, float]) -> None:
    """The cosine of their terms, each weighed by how few articles have it."""
    both, alone = rarity(2, 2), rarity(1, 2)
    shared = left["xa"] * right["xa"] * both**2
    lengths = [
        math.hypot(*(weight * (both if term == "xa" else alone) for term, weight in terms.items()))
        for terms in (left, right)
    ]
    (alike,) = likenesses(texts(left, right)).values()
    assert alike == pytest.approx(shared / lengths[0] / lengths[1])


@pytest.mark.parametrize(
    ("first", "second", "left_of_it"),
    [
        (100, 100, 1.0),
        (100, 114, math.exp(-1 / 2)),
        (114, 100, math.exp(-1 / 2)),
        (100, 120, math.exp(-((20 / 14) ** 2) / 2)),
        (100, 121, 0.35),
        (100, 500, 0.35),
        (100, 501, 0.1),
        (0, 501, 1.0),
        (100, 0, 1.0),
    ],
)
def test_what_is_left_of_likeness_with_time(first: int, second: int, left_of_it: float) -> None:
    same = {"xa": 1.0}
    told = {"a": Profile(terms=same, day=first), "b": Profile(terms=same, day=second)}
    assert likenesses(told)["a", "b"] == pytest.approx(left_of_it)


@pytest.mark.parametrize(
    ("left", "right", "least"),
    [
        ({}, {}, 0.06),
        ({"scene": {"linz"}}, {"scene": {"krems"}}, 0.12),
        ({"scene": {"linz"}}, {"scene": {"linz", "krems"}}, 0.06),
        ({"title_kinds": {"fire"}}, {"title_kinds": {"flood"}}, 0.12),
        ({"title_kinds": {"fire"}}, {}, 0.06),
    ],
)
def test_how_alike_they_must_be(left: dict[str, Any], right: dict[str, Any], least: float) -> None:
    assert needed(profile(**left), profile(**right)) == pytest.approx(least)


def alike_by(much: float) -> tuple[dict[str, float], dict[str, float]]:
    """Terms of two articles among three that are so much alike; the third shares none of them."""
    both, alone = rarity(2, 3), rarity(1, 3)
    other = math.sqrt((1 - much) / much) * both / alone
    return {"xa": 1.0, "xb": other}, {"xa": 1.0, "xc": other}


@pytest.mark.parametrize(
    ("much", "scene", "tied"),
    [
        (0.061, "linz", True),
        (0.059, "linz", False),
        (0.119, "krems", False),
        (0.121, "krems", True),
    ],
)
def test_texts_that_tie_two_articles(much: float, scene: str, tied: bool) -> None:
    left, right = alike_by(much)
    near = linked(
        {
            "a": Profile(terms=left, scene=frozenset({"linz"})),
            "b": Profile(terms=right, scene=frozenset({scene})),
            "c": Profile(terms={"xz": 1.0}),
        }
    )
    assert ("b" in near["a"]) is tied
    assert near["c"] == {"c"}


def test_names_tie_nothing_where_both_texts_are_there() -> None:
    left, right = ({f"x{own}": 1.0} for own in "ab")
    names = profile(4).names
    assert not are_linked(Profile(names, terms=left), Profile(names, terms=right))
    assert are_linked(Profile(names, terms=left), Profile(names))


@pytest.mark.parametrize(
    ("weight", "scene", "tied"),
    [(0.25, "linz", True), (0.05, "linz", False), (0.25, "graz", False)],
)
def test_texts_less_alike_that_are_so_to_a_third(weight: float, scene: str, tied: bool) -> None:
    """From half the likeness on, where their titles do not name other places."""
    near = linked(
        {
            "a": Profile(terms={"xa": 1.0, "xd": weight}, scene=frozenset({"linz"})),
            "b": Profile(terms={"xb": 1.0, "xd": weight}, scene=frozenset({scene})),
            "c": Profile(terms={"xa": 1.0, "xb": 1.0}),
        }
    )
    assert ("c" in near["a"], "c" in near["b"]) == (True, True)
    assert ("b" in near["a"]) is tied


@pytest.mark.parametrize(
    ("term", "holders", "last"),
    [
        ("xa", 60, "059"),
        ("xa", 62, "060"),  # rare in German: each with sixty after it
        ("haus", 60, "059"),
        ("haus", 61, None),
    ],
)
def test_a_term_that_very_many_articles_have(term: str, holders: int, last: str | None) -> None:
    told = {f"{at:03}": Profile(terms={term: 1.0}, day=at + 1) for at in range(holders)}
    pairs = [right for left, right in likenesses(told) if left == "000"]
    assert max(pairs, default=None) == last


def test_very_many_articles_are_met_in_their_order_of_days() -> None:
    told = {f"{at:03}": Profile(terms={"xa": 1.0}, day=100 - at) for at in range(62)}
    pairs = likenesses(told)
    assert ("000", "060") in pairs
    assert ("000", "061") not in pairs
    assert all(left < right for left, right in pairs)


@pytest.mark.parametrize(
    ("given", "field", "told"),
    [
        ([{"names": frozenset({"linz"}), "seats": frozenset({"graz"})}], "names", {"linz", "graz"}),
        # The state of all who speak, where no words name one, and the event may come but once.
        ([{"seats": frozenset({"Peru"})}], "names", set()),
        ([{"seats": frozenset({"Peru"}), "kinds": frozenset({"quake"})}], "names", {"Peru"}),
        ([{"seats": frozenset({"Peru"}), "kinds": frozenset({"quake"})},
          {"seats": frozenset({"Chile"})}], "names", set()),
        ([{"seats": frozenset({"Peru"}), "kinds": frozenset({"quake"}),
           "names": frozenset({"Chile"})}], "names", {"Chile"}),
        ([{"places": frozenset({"linz"})}, {"places": frozenset({"graz"})}], "scenes",
         {"linz", "graz"}),
        ([{"kinds": frozenset({"fire"})}, {"kinds": frozenset({"flood"})}], "kinds",
         {"fire", "flood"}),
        ([{"days": Days(3, 5)}, {"days": Days(None, 9)}, {"days": Days(None, None)}], "day", 9),
        ([{"days": Days(None, None)}], "day", 0),
        ([{"layout": None}], "terms", {}),
    ],
)  # fmt: skip
def test_what_of_its_statements_decides(
    given: list[dict[str, Any]], field: str, told: object
) -> None:
    own = [statement(f"a{at}", **each) for at, each in enumerate(given)]
    assert getattr(profiles(own)["a"], field) == told


def test_what_of_its_title_decides() -> None:
    (own,) = profiles([statement(source=Source("a", title="Brand in Linz"))]).values()
    assert (own.scene, own.title_kinds) == ({"linz"}, {"fire"})
    assert "linz" in own.scenes
    assert own.terms
