"""Who takes up what was said and says that it was not so, without a word of denial."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.conflicts import find
from claimtrack.conflicts.propositions.evidence import stance_evidence
from claimtrack.conflicts.propositions.taking_up import takes_up
from claimtrack.conflicts.propositions.utterance import utterances_of
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.model import Actor
from tests.conflicts.building import exact
from tests.conflicts.test_replies import article, evidence, told

DISOWNING, PENNILESS, DISMISSIVE, UNHARMED = (
    {name} for name in ("disowning", "penniless", "dismissive", "unharmed")
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("einen solchen Auftrag habe er nie erhalten", DISOWNING),
        ("einen solchen Auftrag habe er erhalten", set()),
        ("derartige Mahnungen seien nicht eingegangen", DISOWNING),
        ("beim Amt liegt keine solche Mahnung vor", DISOWNING),
        ("eine solche Mahnung ging nie ein", DISOWNING),
        ("eine solche Mahnung kam nicht an", DISOWNING),
        ("eine solche Mahnung liegt beim Amt vor", set()),
        ("keine solche Mahnung liege auf dem Tisch", set()),
        ("ein Schreiben dieses Inhalts existiere nicht", DISOWNING),
        ("ein Schreiben aus Köln existiere nicht", set()),
        ("diesen Vertrag habe niemand unterschrieben", DISOWNING),
        ("in diesem Jahr habe es keinen Streik gegeben", set()),
        ("solche Fehler dürften nicht bleiben", set()),
        ("ein solches Hochwasser habe es noch nie gegeben", set()),
        ("solche Pläne gebe es, er wolle sie aber nicht zeigen", set()),
        ("mit dem Umzug hätten sie nichts zu tun", DISOWNING),
        ("damit habe er nichts zu schaffen", DISOWNING),
        ("mit Geld habe das nichts zu tun", set()),
        ("an den Berichten sei nichts dran", DISOWNING),
        ("davon habe man nichts gewusst", DISOWNING),
        ("von dem Umzug wisse er nichts", DISOWNING),
        ("von dem Umzug wisse er, mehr aber nicht", set()),
        ("er wisse nichts", set()),
        ("sie habe keinen Cent bekommen", PENNILESS),
        ("kein einziger Euro sei geflossen", PENNILESS),
        ("sie habe einen Cent bekommen", set()),
        ("sie habe keinen Brief bekommen", set()),
        ("Vogt hält das für unnötig", DISMISSIVE),
        ("Vogt halte die Umfrage für nicht belastbar", DISMISSIVE),
        ("das hält Vogt für überflüssig", DISMISSIVE),
        ("das Amt bezeichnete die Probe als wenig aussagekräftig", DISMISSIVE),
        ("das sei verfrüht", DISMISSIVE),
        ("das hält Vogt für Schönfärberei", DISMISSIVE),
        ("Vogt hält diese Zahl für geschönt", DISMISSIVE),
        ("Vogt hält Schönfärberei für gefährlich", set()),
        ("Vogt hält das für nötig", set()),
        ("der Landrat hält beide Brücken für überflüssig", set()),
        ("die Probe sei unbrauchbar", set()),
        ("Vogt hält das Boot, ein Kauf sei unnötig", set()),
        ("Zivilisten seien nicht getroffen worden", UNHARMED),
        ("verletzt worden sei niemand", UNHARMED),
        ("Zivilisten seien getroffen worden", set()),
        ("Häuser seien nicht getroffen worden", set()),
        ("niemand wisse, ob Zivilisten getroffen worden seien", set()),
    ],
)
def test_what_takes_up_something_and_negates_it(words: str, names: set[str]) -> None:
    assert set(takes_up(words)) == names


CLAIMED, DISOWNED = "man habe Vogt den Schaden gemeldet", "eine solche Meldung habe es nie gegeben"


@pytest.mark.parametrize(
    ("first", "second", "between", "much"),
    [
        (CLAIMED, DISOWNED, "", 1.0),
        (CLAIMED, DISOWNED, "\n\n", 1.0),
        (CLAIMED, DISOWNED, " Es regnet.", 1.0),
        (CLAIMED, DISOWNED, " Es regnet. Es schneit. Es taut.", None),
        (DISOWNED, CLAIMED, "", None),
        ("man habe Vogt nichts gemeldet", DISOWNED, "", None),
        ("man würde Vogt den Schaden melden", DISOWNED, "", None),
        (CLAIMED, "man habe keinen Cent bekommen", "", None),
    ],
)
def test_what_is_taken_up_stands_right_before(
    first: str, second: str, between: str, much: float | None
) -> None:
    text = f"{first}, sagte Anna Berg.{between} {second}, sagte Tom Vogt."
    pieces = evidence(first, second, text)
    assert pieces.get("taken_up") == much
    assert ("no_denial" in pieces) is (much is None)


@pytest.mark.parametrize(
    ("first", "second", "is_taken_up"),
    [
        ("man habe den Umzug gefordert", "mit dem Umzug habe er nichts zu tun", True),
        ("man habe 40 Häuser verkauft", "mit dem Umzug habe er nichts zu tun", False),
        ("man habe 40 Häuser verkauft", "damit habe er nichts zu tun", True),
        ("man habe 40 Häuser verkauft", "mit der Sache habe er nichts zu tun", True),
    ],
)
def test_what_somebody_has_no_part_in_was_told(first: str, second: str, is_taken_up: bool) -> None:
    assert ("taken_up" in evidence(first, second)) is is_taken_up


def test_what_is_taken_up_counts_less_with_another_between() -> None:
    assert evidence(CLAIMED, DISOWNED, nearest=False)["taken_up"] == 0.5


@pytest.mark.parametrize(
    ("second", "kinds"), [(DISOWNED, ["stance"]), ("die Meldung habe es 2019 gegeben", [])]
)
def test_what_is_taken_up_and_negated_is_shown(second: str, kinds: list[str]) -> None:
    text = f"{CLAIMED}, sagte Anna Berg. {second}, sagte Tom Vogt."
    held = article(text, ("Anna Berg", CLAIMED, "asserts"), ("Tom Vogt", second, "asserts"))
    assert [each.kind for each in find(held, texts=lambda _: text)] == kinds


@pytest.mark.parametrize(("unit", "shown"), [("Euro", True), ("Liter", False)])
def test_not_a_cent_is_of_money(unit: str, shown: bool) -> None:
    first, second = f"man habe ihm 300 {unit} gegeben", "er habe keinen Cent bekommen"
    text = f"{first}, sagte Anna Berg. {second}, sagte Tom Vogt."
    book = article(text, ("Anna Berg", first, "asserts"), ("Tom Vogt", second, "asserts"))
    counting = replace(book.claims[0], figures=(exact(f"300 {unit}", 300, unit),))
    book = replace(book, claims=(counting, book.claims[1]))
    one, other = utterances_of(prepare(book, Actor, lambda _: text))
    assert ("taken_up" in stance_evidence(one, other, nearest=True)) is shown


ASKED, DISMISSED = "Vogt solle den Damm erhöhen", "das sei überflüssig"


@pytest.mark.parametrize(
    ("first", "stance", "second", "joint", "names"),
    [
        (ASKED, "demands", DISMISSED, " ", {"dismissed"}),
        ("der Damm breche bald", "asserts", DISMISSED, " ", {"dismissed"}),
        (ASKED, "demands", "das sei wichtig", " ", {"demand", "no_denial"}),
        (ASKED, "demands", DISMISSED, "\n\n", {"demand", "no_denial"}),
    ],
)
def test_what_is_dismissed_stands_right_before(
    first: str, stance: str, second: str, joint: str, names: set[str]
) -> None:
    text = f"{first}, sagte Anna Berg.{joint}{second}, sagte Tom Vogt."
    one, other = told(text, ("Anna Berg", first, stance), ("Tom Vogt", second, "asserts"))
    pieces = stance_evidence(one, other, nearest=True)
    assert pieces.keys() & {"dismissed", "demand", "no_denial"} == names


@pytest.mark.parametrize(
    ("second", "dismissed"),
    [
        ("er halte diese Zahl für überzogen", False),
        ("er halte diesen Plan für überzogen", True),
    ],
)
def test_a_number_is_dismissed_where_one_was_told(second: str, dismissed: bool) -> None:
    assert ("dismissed" in evidence("der Damm breche bald", second)) is dismissed


@pytest.mark.parametrize(("second", "kinds"), [(DISMISSED, ["stance"]), ("das sei schwierig", [])])
def test_a_demand_that_is_dismissed_is_shown(second: str, kinds: list[str]) -> None:
    text = f"{ASKED}, sagte Anna Berg. {second}, sagte Tom Vogt."
    held = article(text, ("Anna Berg", ASKED, "demands"), ("Tom Vogt", second, "asserts"))
    assert [each.kind for each in find(held, texts=lambda _: text)] == kinds


@pytest.mark.parametrize(
    ("state", "second", "denied"),
    [
        ("killed", "Zivilisten seien nicht getroffen worden", True),
        ("wounded", "Zivilisten seien nicht getroffen worden", True),
        ("missing", "Zivilisten seien nicht getroffen worden", False),
        ("killed", "Zivilisten seien getroffen worden", False),
    ],
)
def test_nobody_was_harmed_is_said_against_dead_and_injured(
    state: str, second: str, denied: bool
) -> None:
    first = "es gebe 30 Opfer"
    text = f"{first}, sagte Anna Berg. {second}, sagte Tom Vogt."
    book = article(text, ("Anna Berg", first, "asserts"), ("Tom Vogt", second, "asserts"))
    counting = replace(book.claims[0], figures=(exact("30", 30, "Opfer", state),))
    book = replace(book, claims=(counting, book.claims[1]))
    one, other = utterances_of(prepare(book, Actor, lambda _: text))
    for nearest in (True, False):
        assert ("harm_denied" in stance_evidence(one, other, nearest)) is denied


@pytest.mark.parametrize(
    ("words", "summed_up"),
    [
        ("Vogt stufte den Damm als dicht ein", False),
        ("Vogt hält den Damm für dicht", False),
        ("Vogt sprach über den Damm", True),
    ],
)
def test_a_view_is_not_only_summed_up(words: str, summed_up: bool) -> None:
    text = f"{CLAIMED}, sagte Anna Berg. Tom {words}."
    book = article(text, ("Anna Berg", CLAIMED, "asserts"), ("Tom Vogt", words, "asserts"))
    reported = replace(book.claims[1], kind="reported")
    one, other = utterances_of(
        prepare(replace(book, claims=(book.claims[0], reported)), Actor, lambda _: text)
    )
    assert ("summed_up" in stance_evidence(one, other, nearest=True)) is summed_up
