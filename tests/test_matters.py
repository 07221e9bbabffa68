"""What a claim counts or talks about: the concept, what came of those counted, whose they are."""

from __future__ import annotations

import pytest

from claimtrack.about.matters import Matter, figure_matter, text_matters, unit_of
from claimtrack.about.matters.owners import forces_of, owners_of, subject
from claimtrack.about.terms import alike, held, rarity, terms
from claimtrack.lexicon.concepts import senses
from claimtrack.model import Figure


def told(matter: Matter | None) -> str | None:
    """A matter in few words: "soldiers/forces sent of Nordkorea"."""
    if matter is None:
        return None
    parts = [f"{matter.population}/{matter.sort}", matter.unit and f"in {matter.unit}",
             matter.state, matter.owners and f"of {' '.join(sorted(matter.owners))}",
             None if matter.bare or matter.owners else "narrowed"]  # fmt: skip
    return " ".join(filter(None, parts))


@pytest.mark.parametrize(
    ("text", "number", "what", "state", "matter"),
    [
        ("40 Offiziere kamen", "40", "Offiziere", None, "soldiers/forces"),
        ("40 Tote", "40", "Tote", None, "people/people killed"),
        ("40 Menschen starben", "40", "Menschen", "killed", "people/people killed"),
        # Demonstrators killed are not all the dead; those who come together as such are the crowd.
        ("40 Demonstranten starben", "40", "Demonstranten", "killed",
         "participants/people killed"),
        ("40 Bauern kamen", "40", "Bauern", "attending", "people/people attending"),
        ("40 Bauern starben", "40", "Bauern", "killed", "trades/people killed"),
        ("40 Verdächtige", "40", "Verdächtige", "arrested", "people/people arrested"),
        ("40 Gefangene", "40", "Gefangene", "captured", "prisoners/people"),
        ("40 Gefangene", "40", "Gefangene", "killed", "prisoners/people killed"),
        ("40 Fahrgäste", "40", "Fahrgäste", "other", "fahrga/thing"),
        ("40 Fahrgäste", "40", "Fahrgäste", "wounded", "fahrga/thing wounded"),
        # Who is of a state is a soldier by what armies do.
        ("40 Nordkoreaner kamen", "40", "Nordkoreaner", None, "people/people of Nordkorea"),
        ("40 Nordkoreaner kamen", "40", "Nordkoreaner", "sent",
         "soldiers/forces sent of Nordkorea"),
        # What a sum is for, near it; of a share its whole, of a measure the stuff behind it.
        ("der Schaden liege bei 40", "40", "Euro", None, "damage/sum in euro"),
        ("man zahle 40", "40", "Euro", None, None),
        ("eine Stärke von 6,3", "6,3", None, None, "strength/sum"),
        ("die Inflation stieg im Mai um rund 2,1", "2,1", None, None, None),
        ("der Schaden an a b c d e f 40", "40", "Euro", None, "damage/sum in euro"),
        ("der Schaden an a b c d e f g 40", "40", "Euro", None, None),
        ("40 Euro a b c d e f der Schaden", "40 Euro", "Euro", None, "damage/sum in euro"),
        ("40 Prozent der Soldaten", "40", "Prozent der Soldaten", None,
         "soldiers/sum in percent"),
        ("40 Prozent", "40", "Prozent", "votes", "votes/sum in percent votes"),
        ("40 Prozent", "40", "Prozent", None, None),
        ("12 Tonnen Fisch", "12 Tonnen", "Tonnen", None, "fisch/sum in tonn"),
        ("12 Tonnen toten Fischen", "12 Tonnen", "Tonnen", None, "fisch/sum in tonn"),
        ("12 Tonnen und Fisch", "12 Tonnen", "Tonnen", None, None),
        ("12 Tonnen Fisch", "12 Tonnen", "Tonnen", "damaged", "fisch/sum in tonn damaged"),
        ("12 Tonnen Fisch", "12 Tonnen", "Tonnen", "other", "fisch/sum in tonn"),
        # What a bare number counts, elsewhere in its sentence.
        ("die Zahl der Toten bezifferte man mit 13", "13", None, None, "people/people killed"),
        ("die Anzahl von kranken Kindern sei 13", "13", None, None, "children/people"),
        ("man zählte 13", "13", None, None, None),
        ("man zählte 13 sehr alte kranke Kinder", "13", None, None, "children/people"),
        ("man zählte 13 sehr alte und kranke Kinder", "13", None, None, "children/people"),
        ("man zählte 13 sehr alte und kranke liebe Kinder", "13", None, None, None),
        ("unter den Toten seien 13 Kinder", "13", "Kinder", None, "children/people killed"),
        ("unter den Toten seien 13 Kinder", "13", "Kinder", "wounded",
         "children/people wounded"),
        # Forces are those of the subject, unless something came of them.
        ("Nordkorea habe 40 Soldaten geschickt", "40", "Soldaten", "sent",
         "soldiers/forces sent of Nordkorea"),
        ("Nordkorea habe 40 Soldaten getötet", "40", "Soldaten", "killed",
         "soldiers/forces killed"),
        ("Nordkorea habe 40 Menschen geschickt", "40", "Menschen", "sent", "people/people sent"),
        ("die ukrainischen Streitkräfte hätten 40 Soldaten verloren", "40", "Soldaten", "lost",
         "soldiers/forces lost of Ukraine"),
        ("die ukrainischen Streitkräfte hätten 40 Soldaten geschickt", "40", "Soldaten", "sent",
         "soldiers/forces sent"),
    ],
)  # fmt: skip
def test_what_a_figure_counts(
    text: str, number: str, what: str | None, state: str | None, matter: str | None
) -> None:
    assert told(figure_matter(Figure(number, what, state), text)) == matter


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        (
            "nordkoreanische Soldaten und Tote",
            ["soldiers/forces of Nordkorea", "people/people killed"],
        ),
        ("der Schaden", ["damage/sum"]),
        ("Nordkorea schickt Soldaten", ["soldiers/forces of Nordkorea"]),
        ("Nordkorea schickt Kinder", ["children/people"]),
        ("Russen kämpfen", ["people/people of Russland"]),
        ("Soldaten und Soldaten Nordkoreas", ["soldiers/forces"]),
        ("freiwillige Soldaten", ["soldiers/forces narrowed"]),
        ("40 Meter", []),
        ("die Stadt sei gefallen", []),
    ],
)
def test_what_a_text_talks_about(text: str, matters: list[str]) -> None:
    assert [told(each) for each in text_matters(text)] == matters


@pytest.mark.parametrize(
    ("figure", "unit"),
    [(Figure("40 Euro"), "euro"), (Figure("40", "Meter"), "meter"), (Figure("40", "Kinder"), None),
     (Figure("40", "Prozent"), "percent")],
)  # fmt: skip
def test_the_unit_of_a_figure(figure: Figure, unit: str | None) -> None:
    assert unit_of(figure) == unit


@pytest.mark.parametrize(
    ("phrase", "at", "after", "owners", "left_open"),
    [
        ("nordkoreanische Soldaten", 1, "", {"Nordkorea"}, False),
        ("russische und ukrainische Soldaten", 3, "", {"Russland", "Ukraine"}, False),
        ("Tausende Nordkoreaner", 1, "", {"Nordkorea"}, False),
        ("US-Soldaten", 0, "", {"USA"}, False),
        ("Soldaten Nordkoreas", 0, "", {"Nordkorea"}, False),
        ("Soldaten Nordkorea", 0, "", set(), True),
        ("Soldaten aus Nordkorea", 0, "", {"Nordkorea"}, False),
        ("Soldaten der Ukraine", 0, "", {"Ukraine"}, False),
        ("Soldaten in Nordkorea", 0, "", set(), True),
        ("Soldaten aus der Ukraine", 0, "", {"Ukraine"}, False),
        ("Soldaten aus der schönen Ukraine", 0, "", set(), True),
        ("Soldaten aus", 0, "", set(), True),
        # Behind the noun where it stands again.
        ("Soldaten", 0, "die Soldaten Nordkoreas kamen", {"Nordkorea"}, False),
        ("Soldaten", 0, "die Soldaten aus der Ukraine", {"Ukraine"}, False),
        ("Soldaten", 0, "die Kinder Nordkoreas kamen", set(), True),
        # An adjective narrows down who is meant, a state or not.
        ("freiwillige Soldaten", 1, "", set(), False),
        ("mutige Soldaten", 1, "", set(), False),
        ("städtische Soldaten", 1, "", set(), False),
        ("alte Soldaten", 1, "", set(), True),
        ("Soldaten freiwillige", 0, "", set(), True),
    ],
)
def test_whose_they_are_by_the_noun(
    phrase: str, at: int, after: str, owners: set[str], left_open: bool
) -> None:
    assert owners_of(senses(phrase), at, senses(after)) == (owners, left_open)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Nordkorea habe", {"Nordkorea"}),
        ("Die Ukraine und Russland", {"Ukraine"}),
        ("in Nordkorea habe", set()),
        ("von dem Russland habe", set()),
        ("nach der Ukraine", set()),
        ("Nahe der Ukraine", set()),
        ("unweit Russland", set()),
        ("die nahende Ukraine", {"Ukraine"}),
        ("die schöne Ukraine", {"Ukraine"}),
        ("Nordkoreas Armee habe", set()),
        ("nordkoreanische Truppen", set()),
        ("aus der Ukraine kam Russland", {"Russland"}),
        ("USA", {"USA"}),
        ("man habe", set()),
    ],
)
def test_the_state_that_is_a_subject(text: str, state: set[str]) -> None:
    assert subject(senses(text)) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("die ukrainischen Streitkräfte", {"Ukraine"}),
        ("Das russische Heer", {"Russland"}),
        ("der russischen Armee", set()),
        ("russische Truppen", set()),
        ("gegen die russischen Truppen", set()),
        ("dass die russischen Truppen", {"Russland"}),
        ("durch den Angriff die russischen Truppen", {"Russland"}),
        ("die ukrainischen", set()),
        ("die Ukraine habe", set()),
    ],
)
def test_the_state_of_forces(text: str, state: set[str]) -> None:
    assert forces_of(senses(text)) == state


@pytest.mark.parametrize(
    ("one", "other", "shared", "standing"),
    [
        ({"xa", "xb"}, {"xb", "xc"}, 1 / 2, 1 / 2),
        ({"xa", "xb", "xc"}, {"xc"}, 1 / 2, 1.0),
        ({"xa"}, {"xb"}, 0.0, 0.0),
        ({"xa"}, set(), 0.0, 0.0),
        (set(), set(), 0.0, 0.0),
    ],
)
def test_how_much_two_sets_of_stems_share(
    one: set[str], other: set[str], shared: float, standing: float
) -> None:
    pair = frozenset(one), frozenset(other)
    assert (alike(*pair), held(*pair)) == pytest.approx((shared, standing))
    assert (alike(*pair[::-1]), held(*pair[::-1])) == pytest.approx((shared, standing))


def test_rare_words_count_more() -> None:
    assert rarity("haus") < rarity("xa") == pytest.approx(5.0)
    common, rare = frozenset({"haus", "xa"}), frozenset({"xa"})
    assert alike(common, rare) > alike(common, frozenset({"haus"}))


def test_the_terms_of_an_article() -> None:
    """Capitals, titles and the lead count more; of very many the weightiest fifty are kept."""
    own = terms("Quabo", "Der Quibo und quebo. " + "Es war so. " * 30 + "Der Qubo.")
    assert own["quabo"] > own["quibo"] > own["quebo"]
    assert own["quibo"] > own["qubo"]
    assert "der" not in own
    many = terms(
        None, " ".join(f"Wortx{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(80))
    )
    assert len(many) == 50
    assert terms("", "") == {}
