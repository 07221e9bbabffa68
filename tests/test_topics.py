"""What claims are about."""

from __future__ import annotations

import pytest

from claimtrack.about.matters import figure_matter, text_matters
from claimtrack.about.topics import topic_of
from claimtrack.model import Claim, Figure, Mention, Topic


def claim(words: str, *figures: Figure, topic: str | None = None) -> Claim:
    return Claim("c", quote=Mention(words, ()), figures=figures, topic=topic)


@pytest.mark.parametrize(
    ("figure", "words", "name", "unit"),
    [
        (Figure("12.000", "Soldaten", "planned"),
         "Nordkorea habe entschieden, insgesamt 12.000 Soldaten nach Russland zu schicken",
         "Soldaten (Nordkorea)", None),
        (Figure("rund 1.500", "Soldaten", "sent"),
         "rund 1.500 Soldaten zur Unterstützung von Russlands Angriffskrieg entsandt",
         "Soldaten", None),
        (Figure("Tausende", "Nordkoreaner", "deployed"), "Tausende Nordkoreaner seien im Einsatz",
         "Soldaten (Nordkorea)", None),
        (Figure("Tausende", "Nordkoreaner"), "Tausende Nordkoreaner hungerten",
         "Menschen (Nordkorea)", None),
        (Figure("500", "US-Soldaten"), "500 US-Soldaten seien dort", "Soldaten (USA)", None),
        (Figure("300", "Soldaten"), "300 Soldaten aus Frankreich", "Soldaten (Frankreich)", None),
        (Figure("300", "Soldaten"), "300 Soldaten Frankreichs", "Soldaten (Frankreich)", None),
        (Figure("300", "Militärausbilder"), "300 Militärausbilder", "Soldaten", None),
        (Figure("40", "Menschen", "killed"), "40 Menschen starben", "Tote", None),
        (Figure("40", "Tote"), "es gebe 40 Tote", "Tote", None),
        (Figure("40", "Todesopfer"), "es gebe 40 Todesopfer", "Tote", None),
        (Figure("40", "Grenzsoldaten"), "40 Grenzsoldaten", "Soldaten", None),
        (Figure("3 Millionen", "Euro"), "Der Schaden liege bei 3 Millionen Euro", "Schaden",
         "euro"),
        (Figure("6,3"), "Das Beben hatte eine Stärke von 6,3", "Stärke", None),
        (Figure("62", "Prozent"), "die Wahlbeteiligung lag bei 62 Prozent", "Wahlbeteiligung",
         "percent"),
        (Figure("2 Milliarden", "Euro"), "im Haushalt fehlten 2 Milliarden Euro", "Haushalt",
         "euro"),
        (Figure("900", "Haushalte"), "900 Haushalte seien ohne Strom", "Haushalte", None),
        (Figure("20", "Windräder"), "20 Windräder stünden still", "Windräder", None),
    ],
)  # fmt: skip
def test_what_a_figure_counts(figure: Figure, words: str, name: str, unit: str | None) -> None:
    matter = figure_matter(figure, words)
    assert matter is not None
    assert (matter.name, matter.unit) == (name, unit)


@pytest.mark.parametrize(
    ("state", "words", "owners"),
    [
        ("lost", "die ukrainischen Streitkräfte hätten 6.000 Soldaten verloren", {"Ukraine"}),
        ("lost", "Russland habe 6.000 Soldaten verloren", {"Russland"}),
        ("lost", "die Streitkräfte hätten 6.000 Soldaten verloren", set()),
        ("lost", "durch die ukrainischen Angriffe habe man 6.000 Soldaten verloren", set()),
        ("killed", "die ukrainischen Streitkräfte hätten 6.000 Soldaten getötet", set()),
    ],
)
def test_who_loses_soldiers_loses_its_own(state: str, words: str, owners: set[str]) -> None:
    matter = figure_matter(Figure("6.000", "Soldaten", state), words)
    assert matter is not None
    assert matter.owners == owners


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("3 Millionen", "Euro"), "er habe 3 Millionen Euro gesehen"),
        (Figure("drei"), "es waren drei"),
    ],
)
def test_counts_nothing_that_could_be_compared(figure: Figure, words: str) -> None:
    assert figure_matter(figure, words) is None


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("westliche Militärausbilder seien in der Ukraine", {"Westen"}),
        ("eine Präsenz nordkoreanischer Soldaten in Russland", {"Nordkorea"}),
        ("dass Nordkorea Truppen nach Russland geschickt habe", {"Nordkorea"}),
        ("in der Ukraine seien Truppen", set()),
        ("Soldaten seien dort", set()),
    ],
)
def test_whose_soldiers(words: str, owners: set[str]) -> None:
    (matter,) = text_matters(words)
    assert (matter.population, set(matter.owners)) == ("soldiers", owners)


TOPICS = (Topic("Truppen", ("nordkoreanische Soldaten",)), Topic("Brücke", ("Rheinbrücke",)))


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("nordkoreanische Offiziere seien gefallen", "Truppen"),
        ("Nordkorea habe Soldaten entsandt", "Truppen"),
        ("französische Offiziere seien gefallen", "Soldaten (Frankreich)"),
        ("die Rheinbrücken seien gesperrt", "Brücke"),
        ("man sei besorgt", None),
    ],
)
def test_the_ledgers_topics_come_first(words: str, topic: str | None) -> None:
    assert topic_of(claim(words), TOPICS) == topic


def test_the_claims_own_topic_comes_before_all() -> None:
    assert topic_of(claim("Nordkorea habe Soldaten entsandt", topic="X"), TOPICS) == "X"
