"""In which order disputes are shown, under which heading, and what an analyst's word does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimtrack.about.matters import Matter
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.results.aside import set_aside
from claimtrack.conflicts.results.disputes import Cited, Disputes, arranged
from claimtrack.conflicts.results.event_titles import Event
from claimtrack.conflicts.results.headings import as_written, headings
from claimtrack.conflicts.results.order import ordered
from claimtrack.conflicts.results.origins import name_of, named
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.results.outcomes import present
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.conflicts.verdicts import Gap
from claimtrack.ids import ruling_stamp
from claimtrack.model import Claim, Ledger, Ruling, Source
from claimtrack.model import Event as Told
from tests.conflicts.building import count, exact, statement, vague
from tests.conflicts.test_blocks import outcome

LINKS = {place: frozenset("ab") for place in "ab"} | {"c": frozenset("c")}


def order(*outcomes: Outcome) -> str:
    shown = ordered(outcomes, lambda each: each.verdict in ("conflict", "tension"), {})
    backwards = ordered(outcomes[::-1], lambda each: each.verdict in ("conflict", "tension"), {})
    assert shown == backwards
    return " ".join("".join(each.claims) for each in shown)


A, B = Event("a", "Brand"), Event("b", "Sturm")


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        # What is shown, before what is not, whatever else.
        ({"verdict": "tension"}, {"verdict": "update", "event": A}, "xx yy"),
        ({"verdict": "tension", "event": B}, {"verdict": "update", "event": A}, "xx yy"),
        # Events by their worst, then by name.
        ({"verdict": "tension", "event": A}, {"event": B}, "yy xx"),
        ({"event": B}, {"event": A}, "yy xx"),
        ({"event": None}, {"event": A}, "xx yy"),
        # Topics by their worst, then by name.
        ({"verdict": "tension", "topic": "A"}, {"topic": "B"}, "yy xx"),
        ({"topic": "B"}, {"topic": "A"}, "yy xx"),
        ({"topic": None}, {"topic": "A"}, "xx yy"),
        # Figures before changes of mind, these before stances and what is told twice.
        ({"kind": "reversal"}, {"kind": "figure"}, "yy xx"),
        ({"kind": "stance"}, {"kind": "reversal"}, "yy xx"),
        ({"kind": "retelling"}, {"kind": "stance"}, "yy xx"),
        ({"kind": "reversal"}, {"kind": "figure", "verdict": "tension"}, "yy xx"),
        # By verdict, then by how far apart, then by id.
        ({"verdict": "tension"}, {}, "yy xx"),
        ({"gap": Gap(1, 2.0)}, {"gap": Gap(1, 3.0)}, "yy xx"),
        ({"gap": Gap(9, None)}, {"gap": Gap(1, 1.5)}, "yy xx"),
        ({"gap": None}, {"gap": Gap(1, 1.5)}, "yy xx"),
        ({}, {}, "xx yy"),
        ({"claims": ("z", "z")}, {}, "yy zz"),
    ],
)
def test_the_order_of_disputes(first: dict[str, Any], second: dict[str, Any], shown: str) -> None:
    own = (outcome(name, name)._replace(figures=None) for name in "xy")
    given = zip(own, (first, second), strict=True)
    assert order(*(each._replace(**fields) for each, fields in given)) == shown


STANCE = {"kind": "stance", "figures": None}


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ({"faint": 1}, {"faint": 0}, "ny nx"),
        ({"faint": 0}, {"faint": 1}, "nx ny"),
        # Of two alike that which more say.
        ({"backers": (("A",), ("B",))}, {"backers": (("A",), ("B", "C"))}, "ny nx"),
        ({"backers": (("A", "C"), ("B",))}, {"backers": (("A",), ("B", "C"))}, "ny nx"),
        ({}, {}, "nx ny"),
    ],
)
def test_what_stands_against_one_denial_comes_plainest_first(
    first: dict[str, Any], second: dict[str, Any], shown: str
) -> None:
    plain = {**STANCE, "stands": (-1, 1)}
    own = outcome("n", "x", **{**plain, **first}), outcome("n", "y", **{**plain, **second})
    assert order(*own) == shown
    turned = [each._replace(claims=each.claims[::-1], stands=(1, -1), backers=each.backers[::-1])
              for each in own]  # fmt: skip
    assert order(*turned) == " ".join(pair[::-1] for pair in shown.split())


def test_one_denial_stays_together_and_blocks_do() -> None:
    plain = {**STANCE, "stands": (-1, 1)}
    own = [outcome("n", "x", **plain), outcome("m", "y", **plain), outcome("n", "z", **plain)]
    assert order(*own) == "my nx nz"
    figures = [outcome("a", "b"), outcome("c", "d"), outcome("b", "e")]
    blocks = {figures[0].pair: "block-1", figures[2].pair: "block-1"}
    shown = ordered(figures, lambda _: True, blocks)
    assert ["".join(each.claims) for each in shown] == ["ab", "be", "cd"]


FIRE, PEOPLE = Matter("fire", "Brände", "thing"), Matter("people", "Menschen", "people")
ULM = frozenset({"ulm"})


def heading(
    first: dict[str, Any], second: dict[str, Any], kind: str = "stance", figures: bool = False
) -> str | None:
    if figures:
        pair = (count("a0", exact("40", 40), **first), count("b0", exact("55", 55), **second))
        own = Finding(kind, "conflict", "", (pair[0].statement, pair[1].statement), pair)
    else:
        own = Finding(kind, "conflict", "", (statement("a0", **first), statement("b0", **second)))
    (topic,) = headings([own])
    return topic


TITLE = {"source": Source("a", title="Feuer in Ulm")}


@pytest.mark.parametrize(
    ("first", "second", "topic"),
    [
        ({"topic": "Werk"}, {}, "Werk"),
        ({}, {"topic": "Werk"}, "Werk"),
        ({"matters": (PEOPLE,)}, {"matters": (PEOPLE,)}, "Menschen"),
        ({"matters": (PEOPLE,), "places": ULM}, {"matters": (PEOPLE,), "places": ULM},
         "Menschen (ulm)"),
        ({"matters": (PEOPLE,), "places": ULM, **TITLE}, {"matters": (PEOPLE,), "places": ULM},
         "Menschen (Ulm)"),
        ({"matters": (PEOPLE,), "places": ULM}, {"matters": (PEOPLE,)}, "Menschen"),
        ({"matters": (replace(PEOPLE, owners=frozenset({"Peru"})),), "places": ULM},
         {"matters": (replace(PEOPLE, owners=frozenset({"Peru"})),), "places": ULM},
         "Menschen (Peru)"),
        # What is only done, nobody knows where, is named by the title of the one article.
        ({"acts": frozenset({"closure"})}, {"acts": frozenset({"closure"})}, "Schließung"),
        ({"acts": frozenset({"closure"}), **TITLE},
         {"acts": frozenset({"closure"})}, "Feuer in Ulm"),
        ({"acts": frozenset({"closure"}), **TITLE},
         {"acts": frozenset({"closure"}), "article": "b"},
         "Schließung"),
        ({"acts": frozenset({"closure"}), "places": ULM, **TITLE},
         {"acts": frozenset({"closure"}), "places": ULM}, "Schließung (Ulm)"),
        ({"gist": frozenset({"damm"}), "claim": "Der Damm breche"},
         {"gist": frozenset({"damm"}), "article": "b"}, "Damm"),
        ({"gist": frozenset({"damm"}), "claim": "Damm breche"},
         {"gist": frozenset({"damm"}), "article": "b"}, None),
        ({"gist": frozenset({"breche"}), "claim": "Der Damm breche"},
         {"gist": frozenset({"breche"}), "article": "b"}, None),
        ({}, {"article": "b"}, None),
    ],
)  # fmt: skip
def test_what_a_dispute_is_filed_under(
    first: dict[str, Any], second: dict[str, Any], topic: str | None
) -> None:
    assert heading(first, second) == topic


def test_places_are_handed_on_from_claim_to_claim() -> None:
    """But not by a claim that stands under two places."""
    none, ulm, bonn = ({"places": frozenset(where)} for where in ((), ("ulm",), ("bonn",)))
    own = {name: statement(name, matters=(PEOPLE,), **given)
           for name, given in (("a", ulm), ("b", ulm), ("c", none), ("d", none), ("e", bonn),
                               ("f", bonn))}  # fmt: skip
    pairs = ["ab", "bc", "cd", "ef"]
    found = [Finding("stance", "conflict", "", (own[one], own[two])) for one, two in pairs]
    assert headings(found) == ["Menschen (ulm)"] * 3 + ["Menschen (bonn)"]
    both = {**own, "b": statement("b", matters=(PEOPLE,), places=frozenset({"ulm", "bonn"}))}
    pairs = ["ab", "bc", "eb"]
    found = [Finding("stance", "conflict", "", (both[one], both[two])) for one, two in pairs]
    assert headings(found) == ["Menschen (ulm)", "Menschen", "Menschen (bonn)"]


def test_a_place_as_it_is_written() -> None:
    own = [statement(claim="Ulmer sagen, in Ulm sei es"), statement(**TITLE)]
    assert as_written("ulm", own) == "Ulm"
    assert as_written("graz", own) == "graz"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"actors": ("Berg", "Vogt")}, "Berg und Vogt"),
        ({"actors": ("Berg",), "cites": ("Amt", "Rat")}, "Rat"),
        ({"actors": ("Berg",), "cites": ("Amt", "Experten")}, "Amt"),
        ({"actors": ("Experten",)}, "Experten (a)"),
        ({"actors": ("Experten", "Berg")}, "Experten und Berg"),
        ({"actors": ("Experten",), "via": ("dpa", "AFP")}, "Experten (AFP)"),
        ({"actors": ("Experten",), "source": Source("a", outlet="Kurier")}, "Experten (Kurier)"),
        ({"actors": ("Experten",), "source": Source("a", outlet="Kurier", agencies=("dpa",))},
         "Experten (dpa)"),
        ({"actors": (), "article": None}, "(nobody named)"),
        ({"actors": ()}, "(nobody named) (a)"),
    ],
)  # fmt: skip
def test_the_name_of_an_origin(given: dict[str, Any], name: str) -> None:
    assert name_of(statement(**given)) == name


def test_each_origin_is_named_once() -> None:
    own = [
        statement("a", actors=("Berg",), origin="berg"),
        statement("b", actors=("Berg",), origin="berg"),
        statement("c", actors=("Vogt",), origin="vogt", speaks_for=frozenset({"Amt"})),
    ]
    assert named(own) == ("Berg", "Vogt")
    body = statement("d", actors=("Amt",), origin="amt")
    assert named([*own, body]) == ("Berg", "Vogt")
    assert named([body, *own]) == ("Amt", "Berg")


def claims(**status: str) -> dict[str, Claim]:
    return {name: Claim(name, article=name, actors=(name.upper(),), status=status.get(name, "new"))
            for name in "abcd"}  # fmt: skip


def disputes(*outcomes: Outcome, rulings: tuple[Ruling, ...] = (), **status: str) -> Disputes:
    known = claims(**status)
    book = Ledger("x.yaml", rulings=rulings, events=())
    return arranged(outcomes, book, lambda ident: Cited(known[ident], 0, None))


def ruling(one: str, other: str, verdict: str, *, stale: bool = False) -> Ruling:
    known = claims()
    stamps = tuple("old" if stale else ruling_stamp(known[name]) for name in (one, other))
    return Ruling((one, other), verdict, stamps=stamps)


@pytest.mark.parametrize(
    ("verdict", "stale", "shown", "opened", "as_what"),
    [
        ("no conflict", False, False, False, "ruled"),
        ("conflict", False, True, False, "ruled"),
        ("tension", False, True, False, "ruled"),
        ("update", False, False, False, "ruled"),
        ("no conflict", True, True, True, "conflict"),
    ],
)
def test_what_a_ruling_does(
    verdict: str, stale: bool, shown: bool, opened: bool, as_what: str
) -> None:
    by_hand = ruling("a", "b", verdict, stale=stale)
    found = disputes(outcome("a", "b", figures=None), rulings=(by_hand,))
    (own,) = found.outcomes
    assert (found.is_shown(own), found.is_open(own), found.told_as(own)) == (shown, opened, as_what)
    assert found.verdict(own) == (own.verdict if stale else verdict)
    assert found.conflict(own).stale is stale


def test_the_last_of_two_rulings_holds() -> None:
    both = (ruling("a", "b", "conflict"), ruling("b", "a", "no conflict"))
    found = disputes(outcome("a", "b", figures=None), rulings=both)
    assert found.verdict(found.outcomes[0]) == "no conflict"


@pytest.mark.parametrize(
    ("own", "status", "listed"),
    [
        (ruling("c", "d", "conflict"), {}, True),
        (ruling("c", "d", "tension"), {}, True),
        (ruling("c", "d", "update"), {}, False),
        (ruling("c", "d", "no conflict"), {}, False),
        (ruling("c", "d", "conflict"), {"d": "rejected"}, False),
        (ruling("a", "b", "conflict"), {}, False),
        (Ruling(("c", "c"), "conflict"), {}, False),
        (Ruling(("c", "z"), "conflict"), {}, False),
    ],
)
def test_a_pair_that_an_analyst_alone_calls_a_contradiction(
    own: Ruling, status: dict[str, str], listed: bool
) -> None:
    found = disputes(outcome("a", "b", figures=None), rulings=(own,), **status)
    told = [each for each in found.outcomes if each.ids == {"c", "d"}]
    assert len(found.outcomes) == 1 + listed
    assert [(each.kind, each.backers) for each in told] == [("stance", (("C",), ("D",)))] * listed


def test_an_event_is_called_as_an_analyst_calls_it() -> None:
    known = claims()
    book = Ledger("x.yaml", events=(Told("Großbrand", ("b", "z")),))
    own = outcome("a", "b", figures=None), outcome("c", "d", figures=None, event=B)
    found = arranged(own, book, lambda ident: Cited(known[ident], 0, None))
    assert [found.event(each) for each in own] == ["Großbrand", "Sturm"]


def counted(name: str, number: int, **given: Any) -> Any:
    figure = given.pop("figure", exact(str(number), number))
    plain = {"article": name[0], "actors": (name,), "gist": frozenset("abc"), "layout": None,
             "claim": f"{figure.text} Brände"}  # fmt: skip
    return count(name, figure, **{**plain, **given})


def disputed(verdict: str = "conflict") -> Finding:
    one, other = counted("a0", 40), counted("b0", 55)
    return Finding("figure", verdict, "", (one.statement, other.statement), (one, other))


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"scope": ""}, None),
        ({"claim": "weitere 90 Brände"}, "one is a figure in all, the other of further ones"),
        ({"claim": "weitere 90 Brände", "article": "c"}, None),
        (
            {"claim": "weitere 40 Brände", "number": 40},
            "one is a figure in all, the other of further ones",
        ),
        ({"claim": "weitere 45 Brände", "figure": vague("30 bis 60", 30, 60)}, None),
        ({"state": "damaged"}, "different things happened to them: nothing told and damaged"),
    ],
)
def test_what_stands_aside(given: dict[str, Any], reason: str | None) -> None:
    finding = disputed()
    third = counted("b9", given.pop("number", 90), **given)
    own = [each.statement for each in (*(finding.counts or ()), third)]
    found = [*set_aside([finding], own, LINKS)]
    assert [(each.verdict, each.reason) for _, each in found] == (
        [("not compared", reason)] if reason else []
    )


def test_nothing_stands_aside_of_what_is_not_disputed() -> None:
    finding = disputed("update")
    third = counted("b9", 90, claim="weitere 90 Brände")
    own = [each.statement for each in (*(finding.counts or ()), third)]
    assert [*set_aside([finding], own, LINKS)] == []


def test_the_dead_are_not_held_against_the_injured() -> None:
    one, other = counted("a0", 40, state="killed"), counted("b0", 55, state="killed")
    finding = Finding("figure", "conflict", "", (one.statement, other.statement), (one, other))
    for state, aside in (("wounded", 0), ("damaged", 1)):
        third = counted("b9", 90, state=state)
        own = [each.statement for each in (one, other, third)]
        assert len([*set_aside([finding], own, LINKS)]) == aside


def backed(first: dict[str, Any], third: dict[str, Any]) -> tuple[str, ...]:
    """Who says what the first side of a clash says, with a third statement beside."""
    plain = {"layout": None, "gist": frozenset("abc")}
    denial = statement("n", actors=("Vogt",), side=-1, stance="denies", **plain)
    berg = {"actors": ("Berg",), "origin": "berg", **plain}
    kern = {"actors": ("Kern",), "origin": "kern", "article": "b", **plain}
    own, more = statement("a", **{**berg, **first}), statement("b", **{**kern, **third})
    clash = Finding("stance", "conflict", "", (own, denial))
    (told,) = present([clash], [denial, own, more], LINKS)
    return told.backers[0]


def tells_of(*states: str) -> dict[str, Any]:
    """So many people in each of some states."""
    figures = tuple(exact(str(number), number) for number in range(1, len(states) + 1))
    return {"figures": figures, "counted": tuple(replace(PEOPLE, state=each) for each in states)}


@pytest.mark.parametrize(
    ("first", "third", "backers"),
    [
        ({}, {}, ("Berg", "Kern")),
        ({}, {"gist": frozenset("abxyz")}, ("Berg",)),
        ({}, {"gist": frozenset("xyz")}, ("Berg",)),
        ({}, {"origin": "berg"}, ("Berg",)),
        ({}, {"actors": ()}, ("Berg",)),
        ({}, {"side": -1}, ("Berg",)),
        ({}, {"article": "c"}, ("Berg",)),
        ({"stance": "confirms"}, {"stance": "asserts"}, ("Berg", "Kern")),
        ({"stance": "doubts"}, {"stance": "denies"}, ("Berg",)),
        ({"stance": "denies"}, {"stance": "denies"}, ("Berg", "Kern")),
        (tells_of("active"), {}, ("Berg",)),
        (tells_of("active"), tells_of("active"), ("Berg", "Kern")),
        (tells_of("killed"), {}, ("Berg", "Kern")),
        (tells_of("active", "killed"), {}, ("Berg", "Kern")),
    ],
)  # fmt: skip
def test_who_says_the_same(
    first: dict[str, Any], third: dict[str, Any], backers: tuple[str, ...]
) -> None:
    assert backed(first, third) == backers


@pytest.mark.parametrize(
    ("stance", "faint"), [("confirms", 0), ("announces", 1), ("accuses", 2), ("asserts", 3)]
)
def test_how_faintly_a_denial_is_opposed(stance: str, faint: int) -> None:
    own: list[Statement] = [
        statement("a", stance=stance, actors=("Berg",)),
        statement("n", stance="denies", side=-1, actors=("Vogt",)),
    ]
    for pair in (own, own[::-1]):
        (told,) = present([Finding("stance", "conflict", "", (pair[0], pair[1]))], own, LINKS)
        assert told.faint == faint


def test_two_events_that_a_topic_holds_together_are_none() -> None:
    own = [statement("a0", source=Source("a", title="Brand in Ulm"), layout=None),
           statement("c0", article="c", source=Source("c", title="Sturm in Bonn"), layout=None),
           statement("b0", article="b", layout=None)]  # fmt: skip
    pairs = [(own[0], own[1]), (own[0], own[2])]
    told = present([Finding("stance", "conflict", "", pair) for pair in pairs], own, LINKS)
    assert [bool(each.event) for each in told] == [False, True]
