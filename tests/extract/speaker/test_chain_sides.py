"""Outlets and papers beside a speaker, each shape beside its neighbour that names none."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article

SERIOUS = "Die Lage sei ernst, sagte Moser "


@pytest.mark.parametrize(
    ("told", "via"),
    [
        ("in der ARD-Sendung „Brennpunkt“.", "ARD"),
        ("am ARD-Mikrofon.", "ARD"),
        ("am Seer-Mikrofon.", ""),
        ("am ARD-Brunnen.", ""),
        ("unserer Zeitung.", "Zeitung"),
        ("unserer Mutter.", ""),
        ("dem ORF Tirol.", "ORF Tirol"),
        ("dem ORF Freitag.", "ORF"),
        ("der „Neuen Seer Zeitung“ und ging.", "Neuen Seer Zeitung"),
        ("den Seetaler Nachrichten.", "Seetaler Nachrichten"),
        ("den Seetaler Freunden.", ""),
        ("der Agentur Reuters.", "Reuters"),
        ("der Agentur Korn.", ""),
        ("der Zeitung „Der Bote“.", "Der Bote"),
        ("dem „Falter“.", "Falter"),
        ("dem Falter.", "Falter"),
        ("im Falter.", ""),
        ("beim Falter.", ""),
        ("gegenüber dem Falter.", "Falter"),
        ("dem Landrat.", ""),
        ("auf Bluesky.", "Bluesky"),
        ("auf X am Montag.", "X"),
        ("im Kurznachrichtendienst X am Montag.", "X"),
        ("auf der Plattform Truth Social.", "Truth Social"),
        ("auf der Plattform.", ""),
        ("im X am Montag.", ""),
    ],
)
def test_who_was_told(told: str, via: str) -> None:
    (claim,) = extract(Article("a", SERIOUS + told, published="2024-05-08"))
    assert claim.via == ((via,) if via else ())


@pytest.mark.parametrize(
    ("text", "actor", "via", "cites"),
    [
        # a report that is confirmed, and other things of an outlet
        ("Die Wehr bestätigte einen Bericht des NDR.", "Wehr", "", "NDR"),
        ("Die Wehr bestätigte einen Bericht des NDR über den Brand.", "Wehr", "", "NDR"),
        ("Die Wehr bestätigte ein Gespräch des NDR.", "Wehr", "NDR", ""),
        ("Die Wehr bestätigte nach einem Bericht des NDR den Brand.", "NDR", "NDR", ""),
        # who has seen a paper
        ("Laut einem Brief, der der dpa vorliegt, ist das Lager leer.", "Brief", "dpa", ""),
        ("Laut einem Brief, der der dpa gefällt, ist das Lager leer.", "Brief", "", ""),
        ("Laut einem Brief, aus dem das „Blatt“ zitiert, ist es leer.", "Brief", "Blatt", ""),
        # who speaks in somebody's name
        (
            "Ina Korn ließ über ihre Anwältin mitteilen, es sei leer.",
            "Ina Korn",
            "Anwältin von Ina Korn",
            "",
        ),
        (
            "Ina Korn ließ durch ihre Anwältin mitteilen, es sei leer.",
            "Ina Korn",
            "Anwältin von Ina Korn",
            "",
        ),
        ("Ina Korn ließ über ihre Brücke mitteilen, es sei leer.", "Ina Korn", "", ""),
        ("Ina Korn sprach über ihre Anwältin und sagte, es sei leer.", "Ina Korn", "", ""),
        # who is quoted, with the outlet that quotes
        ("Der Sender zitierte den Rat mit den Worten, es gehe.", "Rat", "Sender", ""),
        ("Der Rat wurde mit den Worten zitiert, es gehe.", "Rat", "", ""),
        # a name in marks as the first part of what an outlet says
        ("Nach „Bild“-Informationen fehlt Wasser.", "Bild", "Bild", ""),
    ],
)
def test_who_carried_it_and_who_is_leant_on(text: str, actor: str, via: str, cites: str) -> None:
    (claim,) = extract(Article("a", text, published="2024-05-08"))
    assert (*claim.actors, *(claim.via or ("",)), *(claim.cites or ("",))) == (actor, via, cites)


@pytest.mark.parametrize(
    ("text", "actor", "words"),
    [
        # several places behind one body: what it tells of is there, not the body
        ("Laut Gesundheitsamt in vier Schulen fehlt Wasser.", "Gesundheitsamt",
         "in vier Schulen fehlt Wasser"),
        ("Nach Angaben des Gesundheitsamtes in vier Schulen fehlt Wasser.", "Gesundheitsamt",
         "in vier Schulen fehlt Wasser"),
        ("Laut Gesundheitsamt in mehreren Schulen fehlt Wasser.", "Gesundheitsamt",
         "in mehreren Schulen fehlt Wasser"),
        ("Laut Gesundheitsamt in einer Schule fehlt Wasser.", "Gesundheitsamt in einer Schule",
         "fehlt Wasser"),
        ("Laut Helfern in drei Orten fehlt Wasser.", "Helfer in drei Orten", "fehlt Wasser"),
        # a source without article ends before a noun that is no name
        ("Laut Helfern Giftgas eingesetzt hat das Heer.", "Helfer",
         "Giftgas eingesetzt hat das Heer"),
        ("Laut Ministerium Kinder und Ältere starben.", "Ministerium",
         "Kinder und Ältere starben"),
        ("Nach ersten Meldungen Straßen gesperrt sind.", "erste Meldungen",
         "Straßen gesperrt sind"),
        # an apposition to the source, and a relative clause
        ("Das stellt nach Angaben des Dekans, Karl Kunz, ein Problem dar.", "Karl Kunz",
         "Das stellt … ein Problem dar"),
        ("Das stellt nach Angaben des Dekans, der Karl heißt, ein Problem dar.", "Dekan",
         "Das stellt … ein Problem dar"),
        # behind a noun that cannot speak the source begins later
        ("Der Zahl der WHO zufolge fehlt Wasser.", "WHO", "Der Zahl … fehlt Wasser"),
        ("Dem Leiter der WHO zufolge fehlt Wasser.", "Leiter der WHO", "fehlt Wasser"),
        # behind a time
        ("In der Nacht nach Angaben der Polizei fehlte Wasser.", "Polizei",
         "In der Nacht … fehlte Wasser"),
        ("Zwei Wochen nach Auskunft des Amtes fehlte Wasser.", None, None),
        ("Noch nach Angaben der Polizei fehlte Wasser.", None, None),
        # one's own words said once are a time, a view is none
        ("Auf Fragen antwortet er nach seiner Meinung nicht.", "",
         "Auf Fragen antwortet er … nicht"),
        ("Auf Fragen antwortete er nach seiner Aussage nicht.", "",
         "Auf Fragen antwortete er nach seiner Aussage nicht."),
    ],
)  # fmt: skip
def test_where_a_source_ends(text: str, actor: str | None, words: str | None) -> None:
    claims = extract(Article("a", text, published="2024-05-08"))
    found = [("+".join(claim.actors), claim.words) for claim in claims]
    assert found == ([] if actor is None else [(actor, words)])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # a paper of whoever spoke before, and a new one
        ("Ute Brand kam. Es sei genug, heißt es in einem Gutachten.", ["Gutachten"]),
        ("Ute Brand kam. Es sei genug, heißt es in einer Stellungnahme.", ["Ute Brand"]),
        (
            "Ute Brand kam. Es sei genug, heißt es in der am Montag gezeigten Stellungnahme.",
            ["Ute Brand"],
        ),
        (
            "Ute Brand kam. Es sei genug, heißt es in der Stellungnahme der Klinik.",
            ["Klinik"],
        ),
        # whom the next sentence names
        (
            "Früher sei die Furcht groß gewesen. Nun hofften alle, sagt Korn.",
            ["Korn", "Korn"],
        ),
        ("Früher sei die Furcht groß gewesen. Nun hofften alle.", [""]),
        ("„Wir gehen jetzt alle heim.“ Mit diesen Worten verließ Ina Korn den Saal.",
         ["Ina Korn"]),
        ("„Wir gehen jetzt alle heim.“ Mit diesen Schuhen verließ Ina Korn den Saal.", [""]),
        ("„Wir gehen jetzt alle heim.“ Dann verließ Ina Korn den Saal.", [""]),
    ],
)  # fmt: skip
def test_whose_words_go_on(text: str, actors: list[str]) -> None:
    claims = extract(Article("a", text, published="2024-05-08"))
    assert ["+".join(claim.actors) for claim in claims] == actors
