"""Speakers that a claim does not name: each sentence that goes on beside one that does not."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article

FREE = "Es sei alles gut."
ROOF = "Das Dach sei dicht."
HOME = "„Wir gehen jetzt alle heim.“"
TWO = "Zwei Männer sollen im Keller gewesen sein."
HE = "Er soll im Keller gewesen sein."


def last_actor(text: str) -> str:
    claims = extract(Article("a", text, published="2024-05-08"))
    return "+".join(claims[-1].actors)


@pytest.mark.parametrize(
    ("before", "words", "actor"),
    [
        # who can go on to speak: a person, or who reports
        ("Der Minister reiste ab.", FREE, "Minister"),
        ("Der Zug fuhr ab.", FREE, ""),
        ("Der Minister soll abreisen.", FREE, ""),
        ("Der Minister wurde gelobt.", FREE, ""),
        ("Ein Opfer reiste ab.", FREE, ""),
        ("Der Bericht kritisiert die Regeln.", FREE, "Bericht"),
        ("Der Bericht lag vor.", FREE, ""),
        # how far a speaker is carried on, and whose view is nobody's
        ("Ina Korn sagte, es regne.", ROOF, "Ina Korn"),
        ("Ina Korn sagte, es regne. Es schneite. Es taute.", ROOF, "Ina Korn"),
        ("Ina Korn sagte, es regne. Es schneite. Es taute. Es stürmte.", ROOF, ""),
        ("Seiner Meinung nach regnet es.", ROOF, ""),
        # what sollen passes on: a report that goes on, not what is said of its speaker
        ("Ina Korn sagte, ein Haus habe gebrannt.", TWO, "Ina Korn"),
        ("Ina Korn sagte, ein Haus habe gebrannt.", HE, ""),
        ("Ina Korn warf ihm vor, ein Haus angezündet zu haben.", HE, "Ina Korn"),
        ("Das Amt sagte, ein Haus habe gebrannt.", HE, "Amt"),
        ("Das Amt sagte, ein Haus habe gebrannt.\n", HE, ""),
        ("Laut Polizei brannte ein Haus.", TWO, "Polizei"),
        ("Laut Polizei brannte ein Haus. Es regnete.", TWO, "Polizei"),
        ("Die Polizei sagte, ein Haus habe gebrannt. Es regnete.", TWO, ""),
    ],
)
def test_who_goes_on(before: str, words: str, actor: str) -> None:
    assert last_actor(f"{before} {words}") == actor


@pytest.mark.parametrize(
    ("behind", "actor"),
    [
        ("Mit diesen Worten schloss Ina Korn.", "Ina Korn"),
        ("Mit dieser Ansage schloss Ina Korn.", "Ina Korn"),
        ("Mit seinen Worten schloss Ina Korn.", ""),
        ("Mit diesen Schuhen schloss Ina Korn.", ""),
        ("Und mit diesen Worten schloss Ina Korn.", ""),
        ("Mit diesen Worten schloss der Abend.", ""),
    ],
)
def test_who_has_just_spoken(behind: str, actor: str) -> None:
    first, *_ = extract(Article("a", f"{HOME} {behind}", published="2024-05-08"))
    assert "+".join(first.actors) == actor


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("Die Zeitung meldete unter Berufung auf Ärzte, sie lebe.", ("Ärzte",)),
        ("Die Zeitung meldete unter Berufung, sie lebe.", ()),
        ("Die Zeitung beruft sich auf Ärzte und meldete, sie lebe.", ("Ärzte",)),
        ("Laut der Zeitung, die sich auf Ärzte beruft, lebt sie.", ("Ärzte",)),
        ("Laut der Zeitung, die sich Ärzten zuwendet, lebt sie.", ()),
        ("Laut der Zeitung, die auf Ärzte wartet, lebt sie.", ()),
        ("Laut der Zeitung, die sich auf Ärzte freut, lebt sie.", ()),
    ],
)
def test_whom_an_outlet_leans_on(text: str, cites: tuple[str, ...]) -> None:
    (claim,) = extract(Article("a", text, published="2024-05-08"))
    assert (claim.actors, claim.via, claim.cites) == (("Zeitung",), ("Zeitung",), cites)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Aus der Sicht der Anwohner ist es laut.", "Anwohner"),
        ("Aus Sicht von Anna ist es laut.", "Anna"),
        ("In Sicht der Anwohner ist es laut.", None),
        ("Aus Sicht ist es laut.", None),
        ("Sicht der Anwohner gab es nicht.", None),
        ("Dem Bild der Lage der WHO zufolge ist es laut.", "WHO"),
        ("Der Studie von Ina Korn zufolge ist es laut.", "Ina Korn"),
        ("Gemäß Paragraf 5 ist es laut.", None),
        ("Gemäß dem Amt ist es laut.", "Amt"),
        ("Das ist zu laut Polizei.", None),
        ("Das ist laut Polizei wahr.", "Polizei"),
        ("Kurz nach Angaben der Polizei war es laut.", None),
        ("Nach Angaben der Polizei war es laut.", "Polizei"),
    ],
)
def test_what_makes_a_phrase_a_source(text: str, actor: str | None) -> None:
    claims = extract(Article("a", text, published="2024-05-08"))
    assert ["+".join(claim.actors) for claim in claims] == ([] if actor is None else [actor])
