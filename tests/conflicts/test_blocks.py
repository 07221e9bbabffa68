"""Blocks: which pairs are one dispute, who stands with whom in it, what its event is called."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.conflicts import find, survey
from claimtrack.conflicts.results.blocks import block_ids, camps, questions
from claimtrack.conflicts.results.disputes import arranged
from claimtrack.conflicts.results.event_names import _Text, name_of
from claimtrack.conflicts.results.event_titles import Event
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.results.packing import packed, unpacked
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.model import Claim, Figure, Ledger, Ruling, Source
from tests.conflicts.building import about, claim, exact, ledger, vague


def outcome(one: str, other: str, **fields: object) -> Outcome:
    values: dict[str, object] = {
        "kind": "figure", "verdict": "conflict", "reason": "", "claims": (one, other),
        "figures": (0, 0), "gap": None, "topic": "Tote", "phase": "killed",
        "backers": (("A",), ("B", "C")), "stands": (0, 0), "faint": 0, "event": Event("a", "Brand"),
    }  # fmt: skip
    return Outcome(**(values | fields))  # type: ignore[arg-type]


def test_an_outcome_comes_back_as_it_was() -> None:
    told = [outcome("a", "b", also=("c",)), outcome("a", "c", figures=None, event=None)]
    assert unpacked(packed(told)) == told
    assert told[0].origins == (1, 2)
    assert unpacked(packed([])) == []


def test_many_outcomes_on_few_claims_share_what_they_say() -> None:
    """Hundreds of thousands of pairs of one event are kept, and held, in little room."""
    ids = [f"claim-{at:04}" for at in range(60)]
    told = [outcome(*pair, reason="one origin, the same words") for pair in combinations(ids, 2)]
    line = packed(told)
    assert len(line) < 40 * len(told)
    first, *others = unpacked(line)
    for name in ("reason", "backers", "event", "figures"):
        assert all(getattr(other, name) is getattr(first, name) for other in others), name


@pytest.mark.parametrize(
    "line", ["[", "[[[],0]]", '[[["figure"],"1"]]', '[[["figure"],"0"]]', '[["figure","0"]]']
)
def test_a_damaged_line_of_outcomes_is_an_error(line: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        unpacked(line)


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ({}, True),
        ({"topic": "Verletzte"}, False),
        ({"phase": "wounded"}, False),
        ({"event": Event("x", "Brand")}, False),
        ({"kind": "stance", "figures": None}, False),
        ({"figures": (1, 0)}, False),
    ],
    ids=str,
)
def test_pairs_of_one_question_that_share_a_figure_are_a_block(
    other: dict[str, object], together: bool
) -> None:
    pairs = [outcome("a", "b"), outcome("b", "c", **other)]
    assert (len(set(block_ids(pairs).values())) == 1) is together


def test_a_pair_by_itself_and_those_of_one_actor_are_no_block() -> None:
    assert block_ids([outcome("a", "b"), outcome("c", "d")]) == {}
    told = [outcome("a", "b", kind="reversal"), outcome("b", "c", kind="reversal")]
    assert block_ids(told) == {}


def test_the_id_of_a_block_stays_when_others_join() -> None:
    pairs = [outcome(one, other) for one, other in combinations("abcd", 2)]
    few, many = block_ids(pairs[:3]), block_ids(pairs)
    assert set(few.values()) == set(many.values())
    assert block_ids(pairs[::-1]) == many


def side(name: str, figure: Figure | None = None, stands: int = 0, *backers: str) -> Side:
    figures = (figure,) if figure else ()
    return Side(claim(name, name, name, *figures), figure, stands=stands, backers=backers)


def clash(one: Side, other: Side, kind: str = "figure") -> Conflict:
    return Conflict(kind, "conflict", "", (one, other), block="block-1")


def told(conflicts: list[Conflict]) -> list[str]:
    return [" ".join(side.claim.id for side in camp.sides) for camp in camps(conflicts)]


FIGURES = {
    "a": exact("12", 12), "b": exact("12", 12), "c": about("rund 13", 13), "d": exact("21", 21),
    "e": vague("mindestens 20", 20, None), "f": exact("40", 40),
}  # fmt: skip


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("abd", ["a b", "d"]),
        ("acd", ["a c", "d"]),
        ("adf", ["a", "d", "f"]),
        ("ade", ["a", "d e"]),
        ("aef", ["a", "e f"]),
    ],
)
def test_figures_that_agree_within_their_hedges_are_a_camp(names: str, expected: list[str]) -> None:
    """Each with the nearest; "mindestens 20" goes with 21 as with 40, and not with 12."""
    sides = {name: side(name, FIGURES[name]) for name in names}
    camp_of = {name: at for at, camp in enumerate(expected) for name in camp.split()}
    pairs = [
        clash(sides[one], sides[other])
        for one, other in combinations(names, 2)
        if camp_of[one] != camp_of[other]
    ]
    assert told(pairs) == expected


def test_what_was_found_to_clash_is_never_in_one_camp() -> None:
    assert told([clash(side("a", exact("12", 12)), side("c", about("rund 12", 12)))]) == ["a", "c"]


def test_stances_stand_for_it_or_against_it() -> None:
    yes, also, no = side("yes", None, 1, "A"), side("also", None, 1, "B", "A"), side("no", None, -1)
    pairs = [clash(yes, no, "stance"), clash(also, no, "stance")]
    assert told(pairs) == ["also yes", "no"]
    assert camps(pairs)[0].backers == ("B", "A")


def test_two_who_clash_are_never_in_one_camp_though_both_assert() -> None:
    most, some, no = side("most", None, 1), side("some", None, 1), side("no", None, -1)
    pairs = [clash(most, some, "stance"), clash(most, no, "stance")]
    assert told(pairs) == ["most", "some", "no"]


EDGES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=12)


@given(
    EDGES,
    st.lists(st.integers(1, 40), min_size=7, max_size=7),
    st.sampled_from(["figure", "stance"]),
)
def test_camps_part_all_who_clash_and_lose_nobody(
    edges: list[tuple[int, int]], numbers: list[int], kind: str
) -> None:
    sides = [
        side(f"s{at}", exact(str(number), number) if kind == "figure" else None, number % 2 or -1)
        for at, number in enumerate(numbers)
    ]
    pairs = [clash(sides[one], sides[other], kind) for one, other in edges if one != other]
    if not pairs:
        return
    found = [[one.claim.id for one in camp.sides] for camp in camps(pairs)]
    members = sorted(ident for camp in found for ident in camp)
    assert members == sorted({one.claim.id for pair in pairs for one in pair.sides})
    assert not any(pair.ids <= set(camp) for pair in pairs for camp in found)


def test_questions_are_blocks_and_single_pairs() -> None:
    pair = clash(side("a"), side("b"))
    lone = Conflict("figure", "conflict", "", pair.sides)
    assert [len(each) for each in questions([pair, pair, lone, lone])] == [2, 1, 1]


DAY = "2021-03-04"
DEAD = "Menschen ums Leben gekommen"


def of_a_fire(*rulings: Ruling) -> tuple[Conflict, ...]:
    return find(replace(fire(), rulings=rulings))


def fire(*more: Claim | Source) -> Ledger:
    """A fire, and two numbers of dead; further claims and sources."""
    sources = tuple(Source(name, title="Brand in Lindenburg", published=DAY) for name in "ab")
    claims = (
        claim(f"{source.id}{number}", f"Amt {source.id}", f"in Lindenburg seien {number} {DEAD}",
              exact(str(number), number, "Menschen", "killed"), article=source.id)
        for source, number in zip(sources, (8, 20), strict=True)
    )  # fmt: skip
    others = [one for one in more if isinstance(one, Claim)]
    sources += tuple(one for one in more if isinstance(one, Source))
    return ledger(*claims, *others, sources=sources)


@pytest.mark.parametrize(
    ("words", "figure", "reason"),
    [
        ("in Lindenburg seien 70 Menschen betroffen",
         exact("70", 70, "Menschen", "affected"), "different things happened to them"),
        ("in Lindenburg seien 70 Menschen verletzt worden",
         exact("70", 70, "Menschen", "wounded"), None),
        (f"in Lindenburg seien 1999 insgesamt 70 {DEAD}",
         exact("70", 70, "Menschen", "killed"), "„70“ is of 1999"),
        ("in Lindenburg seien 70 Häuser zerstört worden",
         exact("70", 70, "Häuser", "destroyed"), None),
    ],
)  # fmt: skip
def test_what_was_not_compared_is_told_with_its_reason(
    words: str, figure: Figure, reason: str | None
) -> None:
    """A figure of the same thing in the same event that would not agree; not the injured."""
    found = survey(fire(claim("c", "Klinik", words, figure, article="b")))
    assert [one.reason[: len(reason or "")] for one in found.aside] == ([reason] if reason else [])
    assert all(one.claims[1] == "c" and one.topic == "Tote (Lindenburg)" for one in found.aside)
    assert {one.verdict for one in found} == {"conflict"}


def test_what_is_of_another_event_is_not_told_of() -> None:
    words = "seien 70 Menschen verletzt worden"
    apart = claim("c", "Klinik", words, exact("70", 70, "Menschen", "wounded"), article="z")
    assert (
        survey(fire(apart, Source("z", title="Demo in Krems", published="2019-01-01"))).aside == ()
    )


def test_a_conflict_names_its_event() -> None:
    assert [one.event for one in of_a_fire()] == ["Brand Lindenburg"]


@pytest.mark.parametrize(
    ("events", "names"),
    [
        ([Event("a", "Brand", "2021"), Event("b", "Flut", "2021")], ["Brand", "Flut"]),
        ([Event("a", "Brand", "2021"), Event("b", "Brand", "2022")],
         ["Brand (2021)", "Brand (2022)"]),
        ([Event("a", "Brand", "2021"), Event("b", "Brand", "2021")], ["Brand (a)", "Brand (b)"]),
        ([Event("a", "Brand"), Event("b", "Brand", "2021")], ["Brand (a)", "Brand (2021)"]),
        ([Event("a"), Event("b", "Brand")], [None, "Brand"]),
    ],
)  # fmt: skip
def test_events_of_one_name_are_told_apart(events: list[Event], names: list[str | None]) -> None:
    """By their day, else by an article."""
    told = [outcome(f"{at}", f"{at}b", event=event) for at, event in enumerate(events)]
    found = arranged(told, Ledger("claims.yaml"), lambda ident: None)  # type: ignore[arg-type,return-value]
    assert [found.event(one) for one in told] == names


@pytest.mark.parametrize(
    ("verdict", "shown", "as_what"),
    [
        ("conflict", True, "conflict"),
        ("tension", True, "tension"),
        ("update", False, "update"),
        ("no conflict", False, "no conflict"),
    ],
)
def test_what_a_ruling_confirms_stays_in_view(verdict: str, shown: bool, as_what: str) -> None:
    (first,) = of_a_fire()
    ruling = Ruling(tuple(sorted(first.ids)), verdict, "looked at")  # type: ignore[arg-type]
    (ruled,) = of_a_fire(ruling)
    assert (ruled.shown, ruled.confirmed, ruled.told) == (shown, shown, as_what)


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("Hochwasser in Lindenburg", "Nach dem Hochwasser: Lindenburg räumt auf"),
         "Hochwasser Lindenburg"),
        (("Streit um Wahlrat", "Vorsitz des Wahlrats", "Bilanz des Wahlrats"), "Wahlrat Vorsitz"),
        (("", ""), None),
    ],
)  # fmt: skip
def test_the_name_of_an_event(titles: tuple[str, ...], name: str | None) -> None:
    places = frozenset({"lindenburg"})
    assert name_of([_Text(title, "", places) for title in titles]) == name
