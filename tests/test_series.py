"""The figures of one topic over time."""

from __future__ import annotations

import pytest

from claimtrack.analysis.timeline_figures import Series, series, surroundings
from claimtrack.model import Ledger, Source, Topic
from tests.conflicts.building import about, claim, exact, ledger, vague

TITLE = "Hochwasser in Passau"
SOURCES = tuple(
    Source(name, title=TITLE, published=day)
    for name, day in (("a", "2013-06-03"), ("b", "2013-06-05"))
)
CLAIMS = (
    claim("plan", "Landrat", "in Passau sollten 400 Menschen evakuiert werden",
          exact("400", 400, "Menschen", "planned"), article="a", at=0),
    claim("erste", "Feuerwehr", "in Passau seien rund 200 Menschen evakuiert worden",
          about("rund 200", 200, "Menschen", "evacuated"), article="a", at=100),
    claim("zweite", "Feuerwehr", "in Passau seien mindestens 350 Menschen evakuiert worden",
          vague("mindestens 350", 350, None, "Menschen", "evacuated"),
          article="b", at=0, said="../2013-06-04"),
    claim("boote", "THW", "in Passau seien zwölf Boote im Einsatz",
          exact("zwölf", 12, "Boote", "deployed"), article="b", at=100),
    claim("nein", "Bürgermeister", "dass der Damm in Passau gebrochen sei",
          article="a", at=300, stance="denies"),
    claim("ja", "Bürgermeister", "dass der Damm in Passau gebrochen sei",
          article="b", at=300, stance="confirms"),
)  # fmt: skip


@pytest.fixture(scope="module")
def flood() -> Ledger:
    return ledger(*CLAIMS, sources=SOURCES)


def told(flood: Ledger, *ids: str) -> Series | None:
    return series(surroundings(flood), set(ids) or {one.id for one in flood.claims})


def test_the_thing_that_most_figures_count(flood: Ledger) -> None:
    found = told(flood)
    assert found
    assert [point.claim.id for point in found.points] == ["plan", "erste", "zweite"]
    assert found.phases == ("planned", "evacuated")
    assert found.topic == "Evakuierte (Passau)"


@pytest.mark.parametrize(("ids", "counted"), [(("boote",), ["boote"]), (("plan",), ["plan"])])
def test_only_claims_that_were_chosen(
    flood: Ledger, ids: tuple[str, ...], counted: list[str]
) -> None:
    found = told(flood, *ids)
    assert found
    assert [point.claim.id for point in found.points] == counted


@pytest.mark.parametrize("chosen", ["plan", "erste", "zweite"])
def test_a_part_of_the_topic_shows_the_whole(flood: Ledger, chosen: str) -> None:
    everybody = {one.id for one in flood.claims}
    assert series(surroundings(flood), {chosen}, among=everybody) == told(flood)


def test_others_are_told_of_what_the_chosen_count(flood: Ledger) -> None:
    found = series(surroundings(flood), {"boote"}, among={one.id for one in flood.claims})
    assert found
    assert [point.claim.id for point in found.points] == ["boote"]


ELSEWHERE = (
    Source("c", title="Lawine bei Galtür", published="2013-06-04"),
    Source("d", title="Galtür: Suche nach der Lawine geht weiter", published="2013-06-05"),
)
AVALANCHE = (
    claim("hang", "Bergrettung", "bei Galtür seien 30 Menschen evakuiert worden",
          exact("30", 30, "Menschen", "evacuated"), article="c"),
    claim("tal", "Bergrettung", "bei Galtür seien 7 Menschen getötet worden",
          exact("7", 7, "Menschen", "killed"), article="c", at=100),
    claim("tote", "Gendarmerie", "in Galtür seien 9 Menschen getötet worden",
          exact("9", 9, "Menschen", "killed"), article="d"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("ids", "points", "topic", "elsewhere"),
    [
        (("erste", "zweite", "hang"), ["plan", "erste", "zweite"], "Evakuierte (Passau)", 1),
        (("hang",), ["hang"], "Evakuierte (Galtür)", 0),
        (("tal",), ["tal", "tote"], "Tote (Galtür)", 0),
        (("erste", "tal", "tote"), ["tal", "tote"], "Tote (Galtür)", 1),
    ],
)
def test_one_event_and_what_goes_on_in_it(
    ids: tuple[str, ...], points: list[str], topic: str, elsewhere: int
) -> None:
    """The dead of one event are not drawn beside those of another, nor beside the evacuated."""
    held = ledger(*CLAIMS, *AVALANCHE, sources=(*SOURCES, *ELSEWHERE))
    found = series(surroundings(held), ids, among={one.id for one in held.claims})
    assert found
    assert [point.claim.id for point in found.points] == points
    assert (found.topic, found.elsewhere) == (topic, elsewhere)


def test_what_an_analyst_filed_under_one_topic_is_told_wherever_it_is() -> None:
    topics = (Topic("Opfer", ("getötet",)), Topic("Rettung", ("evakuiert",)))
    held = ledger(*CLAIMS, *AVALANCHE, sources=(*SOURCES, *ELSEWHERE), topics=topics)
    found = series(surroundings(held), {"hang"}, among={one.id for one in held.claims})
    assert found
    assert found.topic == "Rettung"
    assert {point.claim.id for point in found.points} == {"plan", "erste", "zweite", "hang"}


def test_nothing_is_counted(flood: Ledger) -> None:
    for found in (
        told(flood, "nein", "ja"),
        series(surroundings(flood), {"nein"}, among={one.id for one in flood.claims}),
    ):
        assert found
        assert not found.points
        assert [turn.before.id for turn in found.turns] == ["nein"]


def test_nothing_is_counted_and_nobody_changes_sides() -> None:
    assert (
        told(ledger(claim("nein", "Amt", "dass der Damm breche", stance="denies")), "nein") is None
    )


def test_where_nothing_is_counted_changes_of_side_are_told() -> None:
    words = "dass der Damm in Passau gebrochen sei"
    held = ledger(
        claim("nein", "Landrätin Berger", words, said="2020-01-02", stance="denies", topic="Damm"),
        claim("ja", "Landrätin Berger", words, said="2020-02-02", stance="confirms", topic="Damm"),
    )
    found = told(held, "nein")
    assert found
    assert found.points == ()
    assert [(turn.before.id, turn.after.id) for turn in found.turns] == [("nein", "ja")]


def test_how_many_there_are_at_all_is_another_matter() -> None:
    held = ledger(
        claim("heer", "Verteidigungsministerium", "Polen habe 120.000 aktive Soldaten",
              exact("120.000", 120000, "aktive Soldaten", "active"), said="2020-01-02"),
        claim("einsatz", "Verteidigungsministerium", "2.500 polnische Soldaten seien entsandt",
              exact("2.500", 2500, "polnische Soldaten", "sent"), said="2020-01-02"),
    )  # fmt: skip
    found = told(held)
    assert found
    assert [point.claim.id for point in found.points] == ["einsatz"]
    alone = told(held, "heer")
    assert alone
    assert alone.phases == ("active",)


def test_changes_of_side_on_the_topic() -> None:
    words = "2.500 polnische Soldaten seien nach Mali entsandt worden"
    figure = exact("2.500", 2500, "polnische Soldaten", "sent")
    held = ledger(
        claim("nein", "Ministerin Nowak", words, figure, said="2020-01-02", stance="denies"),
        claim("ja", "Ministerin Nowak", words, figure, said="2020-02-02", stance="confirms"),
    )
    found = told(held)
    assert found
    assert [(turn.before.id, turn.after.id) for turn in found.turns] == [("nein", "ja")]
