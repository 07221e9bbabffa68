"""Durations, degrees, days and the like: what a claim's words measure beside its figures."""

from __future__ import annotations

import pytest

from claimtrack.conflicts.figures.measures import measures
from tests.conflicts.test_evidence import DAY, article, shown

MEASURED = [
    ("Das Bad sei in drei Minuten geräumt worden.", [("drei Minuten", "Sekunde", 180)]),
    ("Die Reparatur daure zwei Tage.", [("zwei Tage", "Sekunde", 172800)]),
    ("Der Zug fuhr 120 Kilometer pro Stunde.",
     [("120 Kilometer pro Stunde", "Kilometer pro Stunde", 120)]),
    ("Die Welle war zwei Kilometer breit.", [("zwei Kilometer", "Meter", 2000)]),
    ("Es habe 36 Grad gehabt.", [("36 Grad", "Grad", 36)]),
    ("Warnstufe 3 habe gegolten.", [("3", "stufe", 3)]),
    ("Der Wagen Nummer 3 habe gebrannt.", []),
    ("Man habe dreimal angerufen.", [("dreimal", "times", 3)]),
    ("Es sei das Dreifache gewesen.", [("Dreifache", "fold", 3)]),
    ("Um 6.40 Uhr sei das Schiff ausgelaufen.", [("6.40 Uhr", "clock", 400)]),
    ("Um 22 Uhr sei geöffnet worden.", [("22 Uhr", "clock", 1320)]),
    ("Am 12. Mai habe er davon erfahren.", [("12. Mai", "day", 739018)]),
    ("Im Mai habe er davon erfahren.", []),
    ("Es seien zwölf Menschen verletzt worden.", []),
    ("In keinem Raum seien es mehr als 29 Grad gewesen.", [("mehr als 29 Grad", "Grad", 0)]),
    ("In einem Raum seien es mehr als 29 Grad gewesen.", [("mehr als 29 Grad", "Grad", 29)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), MEASURED)
def test_what_is_measured(words: str, wanted: list[tuple[str, str, float]]) -> None:
    found = [
        (one.figure.text, one.dimension, round(one.near.low, 2)) for one in measures(words, DAY)
    ]
    assert found == wanted


def test_a_weekday_hangs_on_the_day_of_print() -> None:
    words = "Am Montag sei das Team benachrichtigt worden."
    assert [one.value for one in measures(words, "2024-06-05")] == ["2024-06-03"]
    assert measures(words, None) == ()


def test_no_more_than_is_at_most() -> None:
    (held,) = measures("Kein Kind habe länger als fünf Minuten gewartet.", DAY)
    assert held.near.high == 300


LEFT = "Die Halle bei Brennitz sei in drei Minuten geräumt worden, sagte Leiterin Anna Berg. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Besucher Jan Holm sprach dagegen von 20 Minuten.", [("drei Minuten", "20 Minuten")]),
        ("Besucher Jan Holm sprach dagegen von 180 Sekunden.", []),
        ("Besucher Jan Holm sprach dagegen von 20 Metern.", []),
    ],
)
def test_measures_of_one_thing_are_held_against_each_other(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    told = article(
        "a", LEFT + text,
        [("Anna Berg", "Die Halle bei Brennitz sei in drei Minuten geräumt worden", "asserts", ""),
         ("Jan Holm", text, "asserts", "")],
        DAY,
    )  # fmt: skip
    found = shown(told)
    assert [tuple(side.figure.text for side in one.sides if side.figure) for one in found] == wanted
    assert all(side.figure and side.figure.near is None for one in found for side in one.sides)
    assert all(one.gap is None for one in found)


@pytest.mark.parametrize(("said", "wanted"), [("2024-06-01", ["figure"]), ("2024-06-02", [])])
def test_a_day_of_saying_is_none_of_what_is_said(said: str, wanted: list[str]) -> None:
    from dataclasses import replace

    text = (
        "Vom Leck bei Brennitz habe man am 31. Mai erfahren, sagte Werksleiter Jan Holm. "
        "Das Umweltamt von Brennitz widersprach dagegen: Es habe das Werk am 2. Juni gewarnt."
    )
    source, body, (one, other) = article(
        "a", text,
        [("Jan Holm", "Vom Leck bei Brennitz habe man am 31. Mai erfahren", "asserts", ""),
         ("Umweltamt", "Es habe das Werk am 2. Juni gewarnt", "asserts", "")],
        DAY,
    )  # fmt: skip
    assert [each.kind for each in shown((source, body, [one, replace(other, said=said)]))] == wanted


@pytest.mark.parametrize(
    ("words", "measured"),
    [
        ("um 6 Uhr 40 sei es", ["6 Uhr 40: clock 400-400"]),
        ("um 6.05 Uhr sei es", ["6.05 Uhr: clock 365-365"]),
        ("mindestens drei Minuten", ["mindestens drei Minuten: Sekunde 180-"]),
        ("rund drei Minuten", ["rund drei Minuten: Sekunde 162-198"]),
        ("drei bis vier Minuten", ["drei bis vier Minuten: Sekunde 180-240"]),
        # At most so much, where nothing is more.
        ("es dauerte nie länger als drei Minuten", ["drei Minuten: Sekunde 0-180"]),
        ("nicht höher als 29 Grad", ["höher als 29 Grad: Grad 0-29"]),
        ("nie. Es waren drei Minuten", ["drei Minuten: Sekunde 180-180"]),
        # "einmal" is a number behind some words alone.
        ("er kam nur einmal", ["einmal: times 1-1"]),
        ("er kam einmal", []),
        ("dies war nicht einmal so", []),
        ("zweimal und dreimal", ["zweimal: times 2-2", "dreimal: times 3-3"]),
        ("das 120-Fache", ["120: fold 120-120"]),
        ("der dreifache Preis", ["dreifache: fold 3-3"]),
        ("Stufe 3", ["3: stufe 3-3"]),
        ("auf Rang 3", []),
        ("drei Euro", []),
        # Single days, those of a year that stands behind the next, too.
        ("am 12. Mai und am 13. Mai 2023",
         ["12. Mai: day 738652-738652", "13. Mai 2023: day 738653-738653"]),
        ("am 31. Februar 2024", []),
        ("Anfang Mai 2024", []),
        ("am Dienstag um 9 Uhr", ["9 Uhr: clock 540-540", "Dienstag: day 739041-739041"]),
    ],
)  # fmt: skip
def test_the_bounds_of_what_is_measured(words: str, measured: list[str]) -> None:
    found = measures(words, "2024-06-05")
    assert [
        f"{each.figure.text}: {each.dimension} {each.near.low:.0f}-"
        + ("" if each.near.high is None else f"{each.near.high:.0f}")
        for each in found
    ] == measured
    assert all(each.far.low <= each.near.low for each in found)
    assert all((each.value is None) is (each.dimension != "day") for each in found)


def test_twenty_measures_of_a_claim_are_read() -> None:
    words = " und ".join(f"{number} Minuten" for number in range(3, 40))
    assert len(measures(words, None)) == 20
