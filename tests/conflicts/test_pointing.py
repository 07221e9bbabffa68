"""What words mean that only point to another claim, and numbers that leave out what they count."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.about.matters import Matter
from claimtrack.conflicts.statement.distance import follows
from claimtrack.conflicts.statement.ellipsis import carry, is_elliptic
from claimtrack.conflicts.statement.pointing import borrow, only_points
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.model import Source
from tests.conflicts.building import at, exact, statement

PEOPLE = Matter("people", "Menschen", "people")


def letters(text: str) -> frozenset[str]:
    return frozenset(text)


@pytest.mark.parametrize(
    ("words", "given", "points"),
    [
        ("bestätigte die Nachricht", {"stance": "confirms"}, True),
        ("bestätigte die Nachricht", {"stance": "asserts"}, False),
        ("was Moskau bestreitet", {"stance": "denies"}, True),
        ("das sei falsch", {"stance": "asserts"}, True),
        ("wies die Vorwürfe zurück", {"stance": "denies"}, True),
        ("wies die schweren neuen Vorwürfe zurück", {"stance": "denies"}, True),
        ("wies die Vorwürfe über den Ausflug zurück", {"stance": "denies"}, False),
        ("bestritt die Tat", {"stance": "denies"}, True),
        ("bestätigte die Tat", {"stance": "confirms"}, False),
        ("bestritt den Ausflug", {"stance": "denies"}, False),
        # Words that tell themselves what is meant.
        ("bestätigte die Nachricht, dass Soldaten kämen", {"stance": "confirms"}, False),
        ("bestritt die Vorwürfe gegen ihn", {"stance": "denies"}, True),
        ("sei gegen sie", {"stance": "denies"}, False),
    ],
)
def test_words_that_only_point(words: str, given: dict[str, Any], points: bool) -> None:
    assert only_points(statement(claim=words, **given)) is points


def said(name: str, **given: Any) -> Statement:
    plain = {"actors": (name,), "gist": frozenset({name, "x", "y"}), "claim": f"{name} sei so"}
    return statement(name, **{**plain, **given})


CHARGE = {"stance": "accuses"}
TITLE = {"source": Source("a", title="Nordkorea entsendet Soldaten")}


def meant(words: str, told: list[Statement], later: list[Statement], **given: Any) -> str:
    """The id of what is meant, "=" behind it where it is the one charge; "-" for nothing."""
    own = statement("own", **{"actors": ("Berg",), "claim": words, "stance": "denies", **given})
    found = borrow(own, told, later)
    if found is own:
        return "-"
    assert found.borrowed
    return f"{found.meant or 'title'}{'=' if found.clear else ''}"


@pytest.mark.parametrize(
    ("words", "told", "later", "whom"),
    [
        # "das" is the claim just before, of somebody else who takes a side.
        ("das bestritt er", [said("a"), said("b")], [], "b"),
        ("das bestritt er", [said("a"), said("b", actors=("Berg",))], [], "a"),
        ("das bestritt er", [said("a"), said("b", side=0)], [], "a"),
        ("das bestritt er", [said("a"), said("b", actors=())], [], "a"),
        ("das bestritt er", [said("a"), said("b", actors=(), **CHARGE)], [], "b"),
        ("das bestritt er", [said("a"), said("b", actors=(), confidence="alleged")], [], "b"),
        ("das bestritt er", [], [said("c")], "-"),
        # Fewer than three words in quotation marks are no proposition.
        ("das bestritt er", [said("a"), said("b", kind="direct", gist=letters("xy"))], [], "a"),
        ("das bestritt er", [said("a"), said("b", kind="direct", gist=letters("xyz"))], [], "b"),
        ("das bestritt er", [said("a"), said("b", kind="indirect", gist=letters("xy"))], [], "b"),
        # A charge, else a rumour, else what is said to be bad; else one that follows.
        ("bestritt den Vorwurf", [said("a", **CHARGE), said("b")], [], "a="),
        ("bestritt den Vorwurf", [said("a", **CHARGE), said("b", **CHARGE)], [], "b"),
        ("bestritt den Vorwurf", [said("a", confidence="alleged"), said("b")], [], "a"),
        ("bestritt den Vorwurf", [said("a", **CHARGE), said("b", confidence="alleged")], [], "a="),
        ("bestritt den Vorwurf",
         [said("a", kind="reported", claim="kritisierte es"), said("b")], [], "a"),
        ("bestritt den Vorwurf", [said("b")], [said("c", **CHARGE)], "c="),
        ("bestritt den Vorwurf", [said("b")], [said("c")], "-"),
        ("bestritt die Tat", [said("a", **CHARGE), said("b")], [], "a="),
        # What is said of all is what most of the claims tell.
        ("bestätigte alle Berichte", [said("a"), said("b")], [], "b"),
        # Whose words they are, anywhere in the article.
        ("bestritt die Vorwürfe der Klinik",
         [said("a", actors=("Klinik",), **CHARGE), said("b")], [],
         "a="),
        ("bestritt die Vorwürfe der Klinik", [said("a")], [said("c", actors=("Klinik",))], "c"),
        ("bestritt die Vorwürfe der Klinik",
         [said("a", actors=("Klinik",), **CHARGE), said("b", actors=("Klinik",), **CHARGE)], [],
         "b"),
        ("bestritt die Vorwürfe der Klinik",
         [said("a", actors=("Klinik",), side=0), said("b", **CHARGE)], [], "b="),
    ],
)  # fmt: skip
def test_what_is_meant(
    words: str, told: list[Statement], later: list[Statement], whom: str
) -> None:
    assert meant(words, told, later) == whom


@pytest.mark.parametrize(
    ("told", "whom"),
    [
        ([said("a", **TITLE)], "title"),
        ([said("a", matters=(PEOPLE,), acts=letters("z"), gist=letters("xy")),
          said("b", matters=(PEOPLE,), acts=letters("z"), gist=letters("pq")),
          said("c", gist=letters("xyq"))], "a"),
        ([said("a", matters=(PEOPLE,), acts=letters("z")), said("b")], "a"),
        ([said("a", matters=(PEOPLE,)), said("b")], "b"),
        ([said("a", acts=letters("z")), said("b")], "b"),
        ([said("a", matters=(PEOPLE,), acts=letters("z"), side=0), said("b")], "b"),
    ],
)  # fmt: skip
def test_what_all_reports_mean(told: list[Statement], whom: str) -> None:
    """What the title says is done, else the claim that shares most with all others."""
    given = TITLE if told[0].source else {}
    assert meant("bestätigte die Berichte", told, [], stance="confirms", **given) == whom


def number(name: str = "b", **given: Any) -> Statement:
    figure = given.pop("figure", exact("90", 90))
    plain = {"figures": (figure,), "counted": (None,), "actors": ("Vogt",), "quote": at(100),
             "claim": f"es seien {figure.text}"}  # fmt: skip
    return statement(name, **{**plain, **given})


@pytest.mark.parametrize(
    ("given", "elliptic"),
    [
        ({}, True),
        ({"counted": (PEOPLE,)}, True),
        ({"counted": (Matter("people", "Tote", "people", state="killed"),)}, False),
        ({"counted": (Matter("fire", "Brände", "thing"),)}, False),
        ({"figures": (exact("90", 90), exact("8", 8)), "counted": (None, None)}, False),
        ({"figures": (), "counted": ()}, False),
        ({"gist": frozenset({"people"})}, True),
        ({"gist": frozenset({"ulm"})}, False),
        ({"figure": exact("90", 90, "Brände"), "gist": frozenset({"fire"})}, True),
    ],
)
def test_a_number_that_leaves_out_what_it_counts(given: dict[str, Any], elliptic: bool) -> None:
    assert is_elliptic(number(**given)) is elliptic


FIRE = Matter("fire", "Brände", "thing")
BEFORE = {
    "figures": (exact("40", 40),),
    "counted": (PEOPLE,),
    "actors": ("Berg",),
    "claim": "x" * 20,
}


@pytest.mark.parametrize(
    ("before", "given", "carried"),
    [
        ({}, {}, "people"),
        ({"counted": (FIRE,)}, {}, "fire"),
        ({"counted": (FIRE,)}, {"counted": (PEOPLE,)}, None),
        ({"counted": (Matter("dead", "Tote", "people"),)}, {"counted": (PEOPLE,)}, "dead"),
        ({"counted": (Matter("damage", "Schaden", "sum", "euro"),)}, {}, None),
        ({"counted": (None,)}, {}, None),
        ({"figures": (exact("8", 8), exact("9", 9)), "counted": (None, FIRE)}, {}, "fire"),
        ({"actors": ("Vogt",)}, {}, None),
        # No more than 150 characters lie between.
        ({}, {"quote": at(170)}, "people"),
        ({}, {"quote": at(171)}, None),
        ({}, {"gist": frozenset({"ulm"})}, None),
    ],
)
def test_what_was_counted_just_before(
    before: dict[str, Any], given: dict[str, Any], carried: str | None
) -> None:
    own = number(**given)
    earlier = statement("a", **{**BEFORE, "quote": at(0), "gist": letters("xy"), **before})
    found = carry(own, [earlier])
    assert (
        found.counted[0].population if found is not own and found.counted[0] else None
    ) == carried
    if carried:
        assert (found.gist, found.acts) == (earlier.gist, earlier.acts)


@pytest.mark.parametrize(
    ("place", "begin", "behind"),
    [("a", 20, True), ("a", 80, True), ("a", 81, False), ("a", 19, False), ("b", 20, False)],
)
def test_what_stands_right_behind(place: str, begin: int, behind: bool) -> None:
    before = statement("a0", claim="x" * 20, quote=at(0))
    after = statement("a1", article=place, quote=at(begin))
    assert follows(before, after) is behind
