"""Prepositional phrases that name a source: where they stand, and what is none."""

from __future__ import annotations

import pytest

from claimtrack.extract.speaker.source_phrase import find_sources
from tests.extract.reading import sentences, unmarked


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("[Laut der Feuerwehr] ist der Keller leer.", "der Feuerwehr"),
        ("Der Keller ist [laut Feuerwehr] leer.", "Feuerwehr"),
        ("[Laut „Abendblatt“] ist der Keller leer.", "„Abendblatt“"),
        ("[Laut abendblatt.de] ist der Keller leer.", "abendblatt.de"),
        ("[Gemäß dem Gutachten] hält die Brücke.", "dem Gutachten"),
        ("[Nach Angaben der Klinik] lebt sie.", "Angaben der Klinik"),
        ("Am Montag [nach Angaben der Klinik] lebte sie.", "Angaben der Klinik"),
        ("Sie wurde am Montag [nach Klinikangaben] entlassen.", "Klinikangaben"),
        ("Er kam in der Nacht [nach Einschätzung der Polizei] um.", "Einschätzung der Polizei"),
        ("In diesem Jahr gingen [nach Angaben der Bank] zwei Filialen ein.", "Angaben der Bank"),
        ("Sie lebt [nach Auskunft von Ärzten].", "Auskunft von Ärzten"),
        ("[Nach UN-Schätzungen] fehlt Getreide.", "UN-Schätzungen"),
        ("[Seiner Meinung nach] fehlt Getreide.", "Seiner Meinung"),
        ("Es fehlt [ihren Angaben nach] Getreide.", "ihren Angaben"),
        ("[Dem Bericht zufolge] fehlt Getreide.", "Dem Bericht"),
        ("[Ihm zufolge] fehlt Getreide.", "Ihm"),
        ("Das ist [aus Sicht der Anwohner] zu laut.", "der Anwohner"),
        ("Das ist [aus der Sicht der Anwohner] zu spät.", "der Anwohner"),
        (
            "[Nach Angaben von Frau Holm, der Dekanin], lebt sie.",
            "Angaben von Frau Holm, der Dekanin",
        ),
    ],
)
def test_a_source_is_found_with_its_speaker(text: str, speaker: str) -> None:
    body, phrase = unmarked(text)
    (sentence,) = sentences(body)
    (found,) = find_sources(sentence)
    assert body[slice(*sentence.span(found.start, found.end))] == body[slice(*phrase)]
    assert body[slice(*found.speaker)] == speaker


@pytest.mark.parametrize(
    "body",
    [
        "Die Musik war zu laut für die Nachbarn.",
        "Gemäß Artikel 5 ist das verboten.",
        "Zwei Monate nach dem Urteil kam er frei.",
        "Er kam am Sonntag nach der Erklärung des Ministers frei.",
        "Zwei Wochen nach Bekanntgabe der Ergebnisse kam er frei.",
        "Erst nach langen Angaben der Zeugen schwieg er.",
        "Der Zug fährt nach Erfurt.",
        "Nach dem Essen ging er.",
        "Aus der Ferne war die Stadt gut in Sicht.",
        "Der Keller ist leer.",
    ],
)
def test_other_phrases_name_no_source(body: str) -> None:
    (sentence,) = sentences(body)
    assert list(find_sources(sentence)) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nach der Bekanntgabe des Ergebnisses sangen sie.", False),
        ("Nach Bekanntgabe des Ergebnisses sangen sie.", False),
        ("Nach der Veröffentlichung der Studie stieg der Kurs.", False),
        ("Nach einer Bekanntgabe des Amtes sind drei Fälle bekannt.", True),
        ("Nach der Ankündigung des Ministers sank der Kurs.", False),
        ("Nach der Ankündigung des Ministers soll der Kurs sinken.", True),
        ("Nach der Ankündigung des Ministers werde der Kurs sinken.", True),
        ("Nach Ankündigung des Ministers sinkt die Steuer.", True),
        ("Laut der Ankündigung des Ministers sinkt die Steuer.", True),
        ("Nach der Darstellung des Ministers sank der Kurs.", True),
    ],
)
def test_what_was_made_known_is_a_time_or_a_source(text: str, source: bool) -> None:
    (sentence,) = sentences(text)
    assert bool(list(find_sources(sentence))) is source
