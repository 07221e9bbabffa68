"""What an event is called, why two articles tell of one, and what ties articles together."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from claimtrack.about.matters import Matter
from claimtrack.conflicts.event_profiles import Profile
from claimtrack.conflicts.event_reasons import event_reason
from claimtrack.conflicts.explanation import Around, explained
from claimtrack.conflicts.groups import Facts, events, facts, facts_of, line_of
from claimtrack.conflicts.kinds import reversal, stance
from claimtrack.conflicts.results.blocks import Camp, block_ids, camps, questions
from claimtrack.conflicts.results.event_names import _Text, event_of, events_of, name_of
from claimtrack.conflicts.results.event_titles import Event, named
from claimtrack.conflicts.results.packing import packed, unpacked
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.conflicts.statement.statement import Days, Statement
from claimtrack.conflicts.verdicts import Gap
from claimtrack.conflicts.weights import reason, threshold, total, weights
from claimtrack.model import Event as Told
from claimtrack.model import Figure, Ruling, Source
from tests.conflicts.building import about, exact, statement, vague
from tests.conflicts.test_blocks import outcome, side

ULM, BONN = frozenset({"ulm"}), frozenset({"bonn"})


def text(title: str = "", body: str = "", places: frozenset[str] = frozenset()) -> _Text:
    return _Text(title, body, places)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ([text("Brand in Ulm", places=ULM)], "Brand Ulm"),
        # A place that more than half of the articles name.
        ([text("Brand in Ulm", places=ULM)] * 2 + [text("Brand in Ulm")], "Brand Ulm"),
        ([text("Brand in Ulm", places=ULM), text("Brand in Ulm")], "Brand"),
        ([text("Brand in Ulm", places=ULM), text("Brand in Bonn", places=BONN)], "Brand"),
        ([text("Brand in Ulm", places=frozenset({"graz"}))], "Brand Ulm"),
        # A noun weighs more where more articles have it; a kind of event twice as much.
        ([text("Zeuge Kranich"), text("Zeuge Kranich"), text("Zeuge Dackel")], "Zeuge Kranich"),
        ([text("Sturm, Segel")], "Sturm Segel"),
        # No word that says no more than another, is too long, or is a day.
        ([text("Klinikum im Fuldaklinikum")], "Fuldaklinikum"),
        ([text("Donaudampfschifffahrtsgesellschaft kracht")], None),
        ([text("Segelbootsbauverordnungen brechen")], None),
        ([text("Segelbootbauverordnungen")], "Segelbootbauverordnungen"),
        ([text("Montag im Mai")], None),
        ([text("der Mond")], "Mond"),
        ([text("segel, mond")], None),
        # As it is spelled most often, without its ending where it is written so, too.
        ([text("Segels, Segels, Segel")], "Segel"),
        ([text("Segels, Segels")], "Segels"),
    ],
)
def test_the_name_of_an_event(texts: list[_Text], name: str | None) -> None:
    assert name_of(texts) == name


def told(name: str, title: str | None, day: str | None = None, **given: Any) -> Statement:
    source = Source(name, title=title, published=day)
    return statement(f"{name}0", article=name, source=source, layout=None, **given)


def test_the_event_of_some_articles() -> None:
    own = [told("b", "Brand in Ulm", "2024-05-02", places=ULM),
           told("a", "Brand in Ulm", "2024-05-03", places=ULM),
           told("c", "Sturm", None)]  # fmt: skip
    links = {"a": frozenset("ab"), "b": frozenset("ab"), "c": frozenset("c")}
    fire = Event("a", "Brand Ulm", "2024-05-02")
    assert events_of(own, "abc", links) == {"a": fire, "b": fire, "c": Event("c", "Sturm", None)}
    assert event_of(own[:2]) == fire
    assert event_of([statement("x", claim="Der Sturm kam", layout=None)]).name == "Sturm"


def test_what_articles_tell_of() -> None:
    fire, storm, none = Event("a", "Brand"), Event("b", "Brand"), Event("c")
    own = {"a": fire, "b": storm, "c": none}
    assert named(own, []) == {"a": "Brand (a)", "b": "Brand (b)", "c": "c"}
    by_hand = [Told("Großbrand", ("a", "z")), Told("Feuer", ("a",)), Told("Ruhe", ("c",))]
    assert named(own, by_hand) == {"a": "Großbrand", "b": "Brand (b)", "c": "Ruhe"}


TERMS = {"damm": 3.0, "moor": 2.0}


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (Profile(terms=TERMS), Profile(terms=TERMS),
         "events by their texts: alike by 1.00, one event from 0.06 on; shared: damm, moor"),
        (Profile(terms=TERMS, day=100), Profile(terms=TERMS, day=101),
         "events by their texts: alike by 1.00, one event from 0.06 on; shared: damm, moor; "
         "told 1 day apart"),
        (Profile(terms=TERMS, day=103), Profile(terms=TERMS, day=101),
         "events by their texts: alike by 0.99, one event from 0.06 on; shared: damm, moor; "
         "told 2 days apart"),
        (Profile(terms={"damm": 1.0}), Profile(terms={"moor": 1.0}),
         "events by their texts: alike by 0.00, one event from 0.06 on; shared: no rare word"),
        (Profile(terms=TERMS, scene=ULM), Profile(terms=TERMS, scene=BONN),
         "events by their texts: alike by 1.00, one event from 0.12 on; shared: damm, moor"),
        (Profile(terms={f"x{at}": 9.0 - at for at in range(7)}),
         Profile(terms={f"x{at}": 9.0 - at for at in range(7)}),
         "events by their texts: alike by 1.00, one event from 0.06 on; shared: x0, x1, x2, x3, "
         "x4"),
        (Profile(names=ULM | BONN), Profile(names=ULM, terms=TERMS),
         "events by titles and claims, as not both texts are there: names in both: ulm"),
        (Profile(names=BONN), Profile(names=ULM),
         "events by titles and claims, as not both texts are there: names in both: none"),
    ],
)  # fmt: skip
def test_why_two_articles_tell_of_one_event(left: Profile, right: Profile, told: str) -> None:
    own = statement("b0", article="b"), statement("a0", article="a")
    assert event_reason(*own, {"b": left, "a": right}, []) == told
    assert event_reason(own[0], own[0], {}, []) is None
    assert event_reason(*own, {}, [Told("Brand", ("a", "b"))]) == (
        "one event: the ledger says that both articles tell of “Brand”"
    )


@pytest.mark.parametrize(
    ("given", "tied"),
    [
        ({"actors": ("Vogt",), "side": -1}, [("Vogt", "", "a")]),
        ({"actors": ("Vogt",), "side": 1}, []),
        ({"actors": (), "side": -1}, []),
        ({"actors": (), "side": -1, "meant": "x"}, [("x", "", "a")]),
        ({"actors": ("Vogt",), "side": -1, "topic": "T"}, [("Vogt", "T")]),
    ],
)
def test_the_dispute_in_which_one_denial_is_told(
    given: dict[str, Any], tied: list[tuple[str, ...]]
) -> None:
    assert [*stance.ties(statement(**given))] == tied


@pytest.mark.parametrize(
    ("given", "tied"),
    [
        ({"side": -1}, [("Kern", "", "a"), ("Vogt", "", "a")]),
        ({"side": 1}, [("Kern", "", "a"), ("Vogt", "", "a")]),
        ({"side": 0}, []),
        ({"side": 1, "days": Days(None, None)}, []),
    ],
)
def test_who_may_have_changed_sides(given: dict[str, Any], tied: list[tuple[str, ...]]) -> None:
    assert [*reversal.ties(statement(actors=("Vogt", "Kern"), **given))] == tied


def test_what_is_kept_of_an_article() -> None:
    own = statement("a0", topic="T", names=ULM, actors=("Vogt",), side=1, layout=None)
    (known,) = facts([own]).values()
    assert known.ties == {"topic\nT", "reversal\nVogt\nT"}
    assert facts_of(line_of(known)) == known
    assert json.loads(line_of(None)) is None
    with pytest.raises(ValueError, match="unpack"):
        facts_of("[1, {}]")


def test_articles_that_a_tie_holds_together() -> None:
    links = {name: frozenset(name) for name in "abcd"}
    known = {name: Facts(Profile(), frozenset(ties)) for name, ties in
             {"a": "x", "b": "y", "c": "xy", "d": "z"}.items()}  # fmt: skip
    assert events(known, links) == [["a", "b", "c"], ["d"]]


@pytest.mark.parametrize(
    ("given", "denial"),
    [
        ({"kind": "stance", "stands": (-1, 1)}, "a"),
        ({"kind": "stance", "stands": (1, -1)}, "b"),
        ({"kind": "stance", "stands": (1, 1)}, None),
        ({"kind": "stance", "stands": (0, 1)}, None),
        ({"kind": "figure", "stands": (-1, 1)}, None),
    ],
)
def test_which_claim_speaks_against_the_other(given: dict[str, Any], denial: str | None) -> None:
    assert outcome("a", "b", **given).denial == denial
    sides = [side(name, None, stands) for name, stands in zip("ab", given["stands"], strict=True)]
    own = Conflict(given["kind"], "conflict", "", (sides[0], sides[1]))
    assert own.denial == denial
    assert own.ids == {"a", "b"}


@pytest.mark.parametrize(
    ("verdict", "ruled", "stale", "shown", "confirmed", "told"),
    [
        ("conflict", None, False, True, False, "conflict"),
        ("update", None, False, False, False, "update"),
        ("conflict", "update", False, False, False, "update"),
        ("conflict", "update", True, True, False, "conflict"),
        ("update", "tension", False, True, True, "tension"),
        ("update", "tension", True, False, False, "update"),
    ],
)
def test_the_verdict_that_holds(
    verdict: str, ruled: str | None, stale: bool, shown: bool, confirmed: bool, told: str
) -> None:
    own = Conflict("stance", verdict, "", (side("a"), side("b")), stale=stale,
                   ruling=Ruling(("a", "b"), ruled) if ruled else None)  # fmt: skip
    assert (own.shown, own.confirmed, own.told) == (shown, confirmed, told)


def test_an_outcome_with_all_it_has_comes_back() -> None:
    own = outcome("a", "b", gap=Gap(3, 1.5), figures=(1, 2), stands=(-1, 1), faint=2,
                  event=Event("a", "Brand", "2024-05-01"), also=("c", "d"))  # fmt: skip
    (back,) = unpacked(packed([own]))
    assert back == own
    assert isinstance(back.gap, Gap)
    assert unpacked(packed([own._replace(gap=None)]))[0].gap is None


def camp(*sides: Side) -> list[str]:
    clashes = [(one, other) for one in sides for other in sides if one.claim.id < other.claim.id
               and abs(ord(one.claim.id) - ord(other.claim.id)) > 1]  # fmt: skip
    pairs = [Conflict("figure", "conflict", "", pair) for pair in clashes]
    return [" ".join(each.claim.id for each in camp.sides) for camp in camps(pairs)]


def figured(name: str, figure: Figure, said: str | None = None) -> Side:
    own = side(name, figure)
    return replace(own, claim=replace(own.claim, said=said))


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        # The narrowest first, each with the nearest camp that agrees; camps by their middle.
        ([figured("a", exact("12", 12)), figured("b", about("rund 12", 12)),
          figured("d", exact("40", 40))], ["a b", "d"]),
        ([figured("a", exact("40", 40)), figured("b", about("rund 40", 40)),
          figured("d", exact("12", 12))], ["d", "a b"]),
        ([figured("a", vague("10 bis 50", 10, 50)), figured("c", exact("12", 12)),
          figured("e", exact("45", 45)), figured("f", exact("45", 45))], ["c", "a", "e f"]),
        ([figured("a", exact("12", 12)), figured("b", vague("über 10", 10, None)),
          figured("d", exact("40", 40))], ["a b", "d"]),
        # In a camp by the day of saying, the end of what lasts; then by id.
        ([figured("a", exact("12", 12), "2024-05-02"), figured("b", exact("12", 12), "2024-05-01"),
          figured("d", exact("40", 40))], ["b a", "d"]),
        ([figured("a", exact("12", 12), "2024-05-01/2024-05-03"),
          figured("b", exact("12", 12), "2024-05-02"), figured("d", exact("40", 40))],
         ["b a", "d"]),
    ],
)  # fmt: skip
def test_camps_of_figures(sides: list[Side], told: list[str]) -> None:
    assert camp(*sides) == told


def test_who_backs_a_camp() -> None:
    own = Camp((side("a", None, 1, "dpa", "Amt"), side("b", None, 1, "Amt", "Rat")))
    assert own.backers == ("dpa", "Amt", "Rat")


def test_pairs_of_one_block_in_their_order() -> None:
    pair = (side("a"), side("b"))
    own = [Conflict("stance", "conflict", "", pair, block=block)
           for block in ("block-1", "block-1", None, None, "block-1")]  # fmt: skip
    assert [len(each) for each in questions(own)] == [2, 1, 1, 1]


def test_the_id_of_a_block() -> None:
    own = [outcome("a", "b"), outcome("b", "c")]
    (block,) = set(block_ids(own).values())
    assert block == "block-" + block.removeprefix("block-")
    assert len(block) == len("block-") + 6
    more = [outcome("b", "c"), outcome("c", "d")]
    assert set(block_ids(more).values()) != {block}


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ({}, ""),
        ({"answers": 1.0}, "for one thing: {answers}"),
        ({"no_denial": 1.0}, "against it: {no_denial}"),
        ({"answers": 1.0, "no_denial": 1.0}, "for one thing: {answers}; against it: {no_denial}"),
        ({"answers": 1.0, "denies": 0.0}, "for one thing: {answers}"),
    ],
)
def test_the_reason_of_a_match(pieces: dict[str, float], words: str) -> None:
    table = weights("stance")
    assert reason("stance", pieces) == words.format(**{name: table[name].words for name in table})


def test_a_reason_names_three_pieces_on_each_side_the_heaviest_first() -> None:
    table = weights("stance")
    good = [name for name, each in table.items() if each.weight > 0 and each.words]
    good = [name for name in good if name not in ("shown", "start", "possible")]
    heavy = sorted(good, key=lambda name: (-table[name].weight, table[name].words))[:4]
    told = reason("stance", dict.fromkeys(heavy, 1.0))
    assert told == "for one thing: " + ", ".join(table[name].words for name in heavy[:3])
    assert total("stance", {heavy[0]: 0.5}) == pytest.approx(
        table["start"].weight + table[heavy[0]].weight / 2
    )
    assert threshold("stance") == table["shown"].weight


FIRE = Matter("fire", "Brände", "thing")


def compared(first: dict[str, Any], second: dict[str, Any], links: str = "ab") -> tuple[str, ...]:
    plain = {"layout": None, "counted": (FIRE,), "gist": frozenset("abc")}
    own = [
        statement(
            name, **{**plain, "article": name, "actors": (name,), "figures": (figure,), **given}
        )
        for name, figure, given in (("a", exact("40", 40), first), ("b", exact("55", 55), second))
    ]
    near = {name: frozenset(links) | {name} for name in "ab"}
    around = Around(near, {"a": Profile(), "b": Profile()}, [])
    return explained(own, (), around).reasons


EVENT = "events by titles and claims, as not both texts are there: names in both: none"
SIDES = "not on two sides: a said („“); b said („“)"


@pytest.mark.parametrize(
    ("first", "second", "reasons"),
    [
        ({}, {}, ("„40“ and „55“: compared: „40“ (40) and „55“ (55) cannot both hold; not an "
                  "update: this number can fall or is of one day", SIDES, EVENT)),
        ({"stance": "demands", "side": 0}, {},
         ("„40“ and „55“: not compared: „40“ is what somebody demands",
          "not on two sides: a demands („“); b said („“)", EVENT)),
        ({"figures": (), "counted": ()}, {}, (SIDES, EVENT)),
        ({"figures": (), "counted": (), "side": -1, "stance": "denies"}, {},
         ("they are on two sides of one matter, and a plainer pair of the same actors stands for "
          "it", EVENT)),
    ],
)  # fmt: skip
def test_why_two_claims_do_not_contradict_each_other(
    first: dict[str, Any], second: dict[str, Any], reasons: tuple[str, ...]
) -> None:
    assert compared(first, second) == reasons


def test_one_claim_alone_is_not_explained() -> None:
    around = Around({}, {}, [])
    told = explained([statement("a", claim="x")], (), around)
    assert told.reasons == ("one of them was rejected, or is the same claim",)
