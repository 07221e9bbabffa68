"""How sure it is that two statements have one proposition: both sides of each decision.

A row gives what is known of a denial and of what stands for something, beside that both are plain
and share half of their words.
"""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.about.matters import Matter
from claimtrack.conflicts.proposition import case_of, places_meet, shared, sureness
from tests.conflicts.building import at, statement

ULM, BONN, PERU, CHILE = (frozenset({name}) for name in ("ulm", "bonn", "Peru", "Chile"))
CLOSE, ARREST = frozenset({"close"}), frozenset({"arrest"})


def letters(text: str) -> frozenset[str]:
    return frozenset(text)


def matter(population: str = "works", sort: str = "thing", **more: Any) -> tuple[Matter, ...]:
    return (Matter(population, population.title(), sort, **more),)


def sure(against: dict[str, Any], of: dict[str, Any]) -> str | None:
    plain = {"claim": "x" * 40}
    one = statement("a0", **{**plain, "side": -1, "stance": "denies", "quote": at(200), **against})
    other = statement("a1", **{**plain, "article": "b", "quote": at(0), **of})
    assert sureness(one, other) == sureness(other, one)
    return sureness(one, other)


POINTING = [
    ({"answers": ("a1",)}, {}, "surely"),
    ({"answers": ("a1",), "plain": False}, {}, None),
    ({"answers": ("a9",)}, {}, None),
    ({}, {"answers": ("a0",)}, "surely"),
    ({"meant": "a1", "clear": True}, {}, "surely"),
    ({"meant": "a1"}, {}, None),
    ({"meant": "a1", "layout": None}, {}, "probably"),
    ({"meant": "a9", "clear": True}, {}, None),
]  # fmt: skip
WORDS = [
    # How much the words are alike, of one content word upon another.
    ({"gist": letters("abc")}, {"gist": letters("abc")}, "surely"),
    ({"gist": letters("abcde")}, {"gist": letters("abcfg")}, "surely"),
    ({"gist": letters("abcdef")}, {"gist": letters("abcghi")}, None),
    ({"gist": letters("abc"), "borrowed": True}, {"gist": letters("abc")}, None),
    ({"gist": letters("abc")}, {"gist": letters("abc"), "borrowed": True}, None),
    ({"gist": letters("abc"), "plain": False}, {"gist": letters("abc")}, "surely"),
    ({"gist": letters("a")}, {"gist": letters("a")}, None),
    ({"gist": letters("ab")}, {"gist": letters("ab")}, "surely"),
    ({"gist": letters("ab")}, {"gist": letters("a")}, None),
    ({"gist": letters("a"), "acts": CLOSE}, {"gist": letters("a"), "acts": CLOSE}, "surely"),
    ({"gist": letters("abc"), "ahead": True}, {"gist": letters("abc")}, None),
    ({"gist": letters("abc"), "acts": CLOSE}, {"gist": letters("abc"), "acts": ARREST}, None),
    ({"gist": letters("abc"), "acts": CLOSE}, {"gist": letters("abc")}, "surely"),
]  # fmt: skip
DEEDS = [
    # One deed, and one who or what it is done to.
    ({"acts": CLOSE, "matters": matter()}, {"acts": CLOSE, "matters": matter()}, "surely"),
    ({"acts": CLOSE, "matters": matter(), "borrowed": True}, {"acts": CLOSE, "matters": matter()},
     "probably"),
    ({"acts": CLOSE, "matters": matter(), "places": ULM},
     {"acts": CLOSE, "matters": matter(), "places": BONN},
     "probably"),
    ({"acts": CLOSE, "matters": matter(), "places": ULM}, {"acts": CLOSE, "matters": matter()},
     "surely"),
    ({"acts": CLOSE, "matters": matter("bridge")}, {"acts": CLOSE, "matters": matter()}, None),
    ({"matters": matter()}, {"matters": matter()}, None),
    ({"matters": matter(), "gist": letters("abcd")}, {"matters": matter(), "gist": letters("abef")},
     "probably"),
    ({"gist": letters("abcd"), "acts": CLOSE}, {"gist": letters("abef"), "acts": CLOSE},
     "probably"),
    ({"gist": letters("abcde"), "acts": CLOSE}, {"gist": letters("abfgh"), "acts": CLOSE},
     "probably"),
    ({"gist": letters("abcdef"), "acts": CLOSE}, {"gist": letters("abghij"), "acts": CLOSE},
     None),
    # A denial that says nothing but the deed, right behind what it denies.
    ({"acts": CLOSE, "gist": CLOSE}, {"acts": CLOSE, "gist": letters("abc")}, "probably"),
    ({"acts": CLOSE, "gist": CLOSE | letters("x")}, {"acts": CLOSE, "gist": letters("abc")},
     None),
    ({"acts": CLOSE, "gist": CLOSE, "article": "b", "quote": at(45)},
     {"acts": CLOSE, "gist": letters("abc")},
     "surely"),
    ({"acts": CLOSE, "gist": CLOSE, "article": "b", "quote": at(101)},
     {"acts": CLOSE, "gist": letters("abc")},
     "probably"),
    ({"acts": CLOSE, "gist": CLOSE, "article": "b", "quote": at(0)},
     {"acts": CLOSE, "gist": letters("abc"), "quote": at(45)},
     "probably"),
]  # fmt: skip
NEAR = [
    # In one article less is enough.
    ({"article": "b", "acts": CLOSE, "gist": letters("abcde")},
     {"acts": CLOSE, "gist": letters("abfgh")},
     "probably"),
    ({"article": "b", "acts": CLOSE, "gist": letters("abcdef")},
     {"acts": CLOSE, "gist": letters("aghijk")},
     None),
    ({"article": "b", "acts": CLOSE, "gist": letters("abc")},
     {"acts": CLOSE, "gist": letters("ade")},
     "probably"),
    ({"article": "b", "acts": CLOSE, "gist": letters("abcd")},
     {"acts": CLOSE, "gist": letters("aefg")},
     "probably"),
    ({"article": "b", "acts": ARREST, "gist": ARREST | letters("abc")},
     {"acts": ARREST, "gist": ARREST | letters("def")},
     None),
    ({"article": "b", "acts": ARREST, "gist": ARREST | letters("abc")},
     {"acts": ARREST, "gist": ARREST | letters("ade")},
     "probably"),
    ({"article": "b", "gist": letters("abcd")}, {"gist": letters("abefghij")}, "probably"),
    ({"article": "b", "gist": letters("abcde")}, {"gist": letters("abfghijk")}, None),
    ({"article": "b", "gist": letters("ab")}, {"gist": letters("acdefghi")}, None),
    ({"article": "b", "gist": letters("abcd"), "stance": "doubts"}, {"gist": letters("abefghij")},
     None),
]  # fmt: skip
NEGATED = [
    # "sei nicht geschehen": nearly all that is negated stands in what the other says.
    ({"plain": False, "acts": CLOSE, "gist": letters("abcdefg")},
     {"acts": CLOSE, "gist": letters("abcdehijklmno")},
     "probably"),
    ({"plain": False, "acts": CLOSE, "gist": letters("abcdefg")},
     {"acts": CLOSE, "gist": letters("abcdhijklmnop")},
     None),
    ({"plain": False, "acts": CLOSE}, {"acts": CLOSE}, None),
    ({"plain": False, "gist": letters("abcdefg")}, {"gist": letters("abcdehijklmno")}, None),
    ({"plain": False, "acts": CLOSE, "gist": letters("abcdefg"), "claim": "es war kein Brand"},
     {"acts": CLOSE, "gist": frozenset({"fire", "h", "i", "j"})},
     "probably"),
    ({"plain": False, "acts": CLOSE, "gist": letters("ab"), "actors": ("Vogt",)},
     {"acts": CLOSE, "gist": letters("cd"), "stance": "accuses", "claim": "Vogt habe gelogen"},
     "probably"),
    ({"plain": False, "acts": CLOSE, "gist": letters("ab"), "actors": ("Vogt",)},
     {"acts": CLOSE, "gist": letters("cd"), "stance": "accuses", "claim": "Berg habe gelogen"},
     None),
    ({"plain": False, "acts": CLOSE, "gist": letters("ab"), "actors": ("Vogt",)},
     {"acts": CLOSE, "gist": letters("cd"), "claim": "Vogt habe gelogen"},
     None),
]  # fmt: skip
OTHERS = [
    # Both talk about something, and it cannot be the same.
    ({"gist": letters("abc"), "matters": matter("bridge")},
     {"gist": letters("abc"), "matters": matter("works")},
     None),
    ({"gist": letters("abc"), "matters": matter("bridge")}, {"gist": letters("abc")}, "surely"),
    ({"gist": letters("abc"), "matters": matter(owners=PERU)},
     {"gist": letters("abc"), "matters": matter(owners=CHILE)},
     None),
    ({"gist": letters("abc"), "matters": matter(owners=PERU)},
     {"gist": letters("abc"), "matters": matter()},
     "surely"),
    ({"gist": letters("abc"), "matters": matter()},
     {"gist": letters("abc"), "matters": matter(owners=PERU)},
     "surely"),
    ({"gist": letters("abc"), "matters": matter(owners=PERU)},
     {"gist": letters("abc"), "matters": matter(owners=PERU | CHILE)},
     "surely"),
    ({"gist": letters("abc"), "matters": matter("bridge") + matter()},
     {"gist": letters("abc"), "matters": matter()},
     "surely"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("against", "of", "how"), [*POINTING, *WORDS, *DEEDS, *NEAR, *NEGATED, *OTHERS]
)
def test_how_sure(against: dict[str, Any], of: dict[str, Any], how: str | None) -> None:
    assert sure(against, of) == how


@pytest.mark.parametrize(
    ("left", "right", "place", "one"),
    [
        (matter(), matter(), "b", True),
        (matter(), matter("bridge"), "b", False),
        (matter(state="sold"), matter(state="sold"), "b", True),
        (matter(state="sold"), matter(), "b", True),
        (matter(), matter(state="sold"), "b", True),
        (matter(state="sold"), matter(state="damaged"), "b", False),
        (matter(owners=PERU), matter(owners=PERU | CHILE), "b", True),
        (matter(owners=PERU), matter(owners=CHILE), "b", False),
        (matter(owners=PERU), matter(), "b", True),
        # Forces without an owner meet within an article only.
        (matter(sort="forces", owners=PERU), matter(sort="forces"), "b", False),
        (matter(sort="forces", owners=PERU), matter(sort="forces"), "a", True),
        (matter(sort="forces", owners=PERU), matter(sort="forces", owners=PERU), "b", True),
    ],
)
def test_what_both_talk_about(
    left: tuple[Matter, ...], right: tuple[Matter, ...], place: str, one: bool
) -> None:
    own = statement("a0", matters=left), statement("b0", article=place, matters=right)
    assert shared(*own) == (left if one else ())


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ({"places": ULM}, {"places": BONN}, False),
        ({"places": ULM}, {"places": ULM | BONN}, True),
        ({"places": ULM}, {}, True),
        ({}, {"places": ULM}, True),
        ({"lands": PERU}, {"lands": CHILE}, False),
        ({"places": ULM, "lands": PERU}, {"places": BONN, "lands": PERU}, True),
        ({"places": PERU}, {"lands": PERU}, True),
    ],
)
def test_places_that_can_be_one(left: dict[str, Any], right: dict[str, Any], meet: bool) -> None:
    assert places_meet(statement(**left), statement(**right)) is meet


@pytest.mark.parametrize(
    ("given", "case"),
    [
        ({"topic": "Werk", "matters": matter()}, ("Werk",)),
        ({"matters": matter(owners=PERU), "acts": CLOSE}, ("Works (Peru)",)),
        ({"matters": matter(), "acts": CLOSE, "places": ULM}, ("Works", "close", "ulm")),
        ({"matters": matter(), "acts": CLOSE | ARREST}, ("Works", "arrest", "close", "a")),
        ({"title_places": ULM, "places": BONN}, ("", "bonn", "ulm")),
        ({}, ("", "a")),
    ],
)
def test_what_a_dispute_is_about(given: dict[str, Any], case: tuple[str, ...]) -> None:
    assert case_of(statement(**given)) == case
