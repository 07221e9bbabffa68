"""Dates of saying out of reporting clauses, and the dates that claims name."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import edtf
from claimtrack.extract import extract
from claimtrack.extract.meaning.dates import read_about, read_said
from claimtrack.german.document import read
from claimtrack.model import Article, Span

FRIDAY = "2024-10-18"


def said_in(frame, published, previous):
    return read_said(read(frame, published=published), [Span(0, len(frame))], previous)


@pytest.mark.parametrize(
    ("frame", "published", "previous", "said"),
    [
        # a day that the clause names
        ("Die Polizei teilte am Montag mit", FRIDAY, None, "2024-10-14"),
        ("sagte der Minister am Freitag", FRIDAY, None, "2024-10-18"),
        ("hatte der Verband bereits am Dienstag gewarnt", FRIDAY, None, "2024-10-15"),
        ("sagte sie am vergangenen Freitag", FRIDAY, None, "2024-10-11"),
        ("erklärte das Gericht gestern", FRIDAY, None, "2024-10-17"),
        ("sagte er am 3. Oktober in Bern", FRIDAY, None, "2024-10-03"),
        ("wie das Amt am Mittwochabend mitteilte", FRIDAY, None, "2024-10-16"),
        ("heißt es in einem am Montag veröffentlichten Bericht", FRIDAY, None, "2024-10-14"),
        ("heißt es in einer Mitteilung vom Dienstag", FRIDAY, None, "2024-10-15"),
        ("sagt der Trainer am Mittwoch", FRIDAY, None, "2024-10-16"),
        ("sagte sie am Montag vor der Wahl im November", FRIDAY, None, "2024-10-14"),
        ("teilte die Behörde um 14.30 Uhr mit", FRIDAY, None, "2024-10-18"),
        ("sagte sie am Abend", FRIDAY, "2024-10-17", "2024-10-17"),
        ("sagte sie am Abend", FRIDAY, "2024-09-01", "2024-10-18"),
        ("sagte sie am Abend", FRIDAY, None, "2024-10-18"),
        # a day of something else: an attribute, an event, an object
        ("Der 1961 in Graz geborene Maler sagt", FRIDAY, None, None),
        ("Der gestern gewählte Vorsitzende sagte", FRIDAY, None, None),
        ("Der am Samstag verhaftete Mann sagte", FRIDAY, None, None),
        ("Das am Montag vorgelegte Gutachten besagt", FRIDAY, None, "2024-10-14"),
        ("Die 2019 gegründete Firma erklärte am Montag", FRIDAY, None, "2024-10-14"),
        ("Die Stadt räumte nach dem Brand in der Silvesternacht ein", FRIDAY, None, None),
        ("Nach dem Überfall am Freitag sagte der Minister", FRIDAY, None, None),
        ("Nach der Sitzung am Montag sagte der Minister", FRIDAY, None, "2024-10-14"),
        ("Der Verband rügte den Veranstalter der Spiele 2006", FRIDAY, None, None),
        ("Die Trainerin der Weltmeister von 2003 sagte", FRIDAY, None, None),
        ("Im Jahr 2020 sagte er", FRIDAY, None, "2020"),
        ("Das Ministerium hatte im Jahr 2019 mitgeteilt", FRIDAY, None, "2019"),
        ("Der Mann gab den 3. März 1990 an", FRIDAY, None, None),
        ("Der Mann sagte am Dienstag, den 15. Oktober", FRIDAY, None, "2024-10-15"),
        # a stretch of days
        ("hatte der Sender vergangene Woche berichtet", FRIDAY, None, "2024-10-07/2024-10-13"),
        ("sagte der Direktor Anfang des Monats", FRIDAY, None, "2024-10-01/2024-10-10"),
        ("berichtete die Agentur Ende Juli", FRIDAY, None, "2024-07-21/2024-07-31"),
        ("hatte das Institut im Juni gewarnt", FRIDAY, None, "2024-06"),
        ("hatte die Partei im Jahr 2019 gefordert", FRIDAY, None, "2019"),
        ("sagte er am Wochenende", FRIDAY, None, "2024-10-12/2024-10-13"),
        ("fordert die Gewerkschaft seit Montag", FRIDAY, None, "2024-10-14/2024-10-18"),
        # before the statement told last, else before publication
        ("Sie hatte zuvor gesagt", FRIDAY, "2024-10-14", "../2024-10-14"),
        ("Zuvor hatte es geheißen", FRIDAY, None, "../2024-10-18"),
        ("Er hatte bereits erklärt", FRIDAY, "2024-10-14", "../2024-10-14"),
        ("Er hatte zuvor erklärt", FRIDAY, "../2024-10-14", "../2024-10-14"),
        ("Er hatte zuvor erklärt", FRIDAY, "2024-10-01/2024-10-10", "../2024-10-10"),
        ("Tage vor dem Urteil sagte der Anwalt", FRIDAY, "2024-10-14", "../2024-10-14"),
        ("Drei Tage vor der Rede sagte der Sprecher", FRIDAY, "2024-10-14", "2024-10-11"),
        ("Drei Tage vor der Rede sagte der Sprecher", FRIDAY, "../2024-10-14", "../2024-10-11"),
        ("Am Tag zuvor hatte sie erklärt", FRIDAY, "2024-10-14", "2024-10-13"),
        ("Drei Tage später sagte sie", FRIDAY, "2024-10-11", "2024-10-14"),
        # some time up to publication
        ("Die Opposition fordert seit langem", FRIDAY, "2024-10-14", "../2024-10-18"),
        ("hatte der Verein wiederholt beklagt", FRIDAY, None, "../2024-10-18"),
        ("hatte das Institut kürzlich berichtet", FRIDAY, None, "../2024-10-18"),
        ("Zuletzt meldete die Behörde", FRIDAY, None, "../2024-10-18"),
        ("hatte sie vor einigen Wochen gesagt", FRIDAY, None, "../2024-10-18"),
        ("warnen Ärzte seit vielen Jahren", FRIDAY, None, "../2024-10-18"),
        # no date of saying
        ("sagte der Minister", FRIDAY, "2024-10-14", None),
        ("hatte dazu erklärt", FRIDAY, "2024-10-14", "../2024-10-18"),
        ("hatte Angst und erklärte", FRIDAY, "2024-10-14", None),
        ("hätte dazu erklärt", FRIDAY, "2024-10-14", None),
        ("bislang sagte die Behörde", FRIDAY, None, None),
        ("sagte der Chef noch", FRIDAY, None, None),
        ("sagte sie zur Wahl vom 29. September", FRIDAY, None, None),
        ("forderte er bis Freitag", FRIDAY, None, None),
        ("sagte der frühere Minister", FRIDAY, None, None),
        # without publication
        ("sagte sie am Montag", None, None, None),
        ("sagte sie am 3. Oktober 2023", None, None, "2023-10-03"),
        ("Zuvor hatte sie gesagt", None, None, None),
        ("Zuvor hatte sie gesagt", None, "2024-10-14", "../2024-10-14"),
    ],
)
def test_read_said(frame, published, previous, said):
    assert said_in(frame, published, previous) == said


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("dass die Wahl am 4. November stattfinde", "2024-11-04"),
        ("am Montag seien drei Menschen verletzt worden", "2024-10-14"),
        ("der Bau werde bis Ende 2026 fertig", "2026-10/2026-12"),
        ("das Werk habe 2019 geschlossen und öffne 2025", "2019"),
        ("um 9 Uhr sei der Strom ausgefallen", None),
        ("das Haus stehe leer", None),
    ],
)
def test_read_about(words, about):
    document = read(words, published=FRIDAY)
    assert read_about(document, [Span(0, len(words))]) == about


FRAMES = ("hatte", "bereits", "zuvor", "am", "Montag", "sagte", "Tage vor der Wahl", "im Juni",
          "seit", "kürzlich", "am Tag zuvor", "in drei Tagen", "wird", "übermorgen")  # fmt: skip


def test_the_frames_tell_dates():
    """So that the law below is not empty."""
    told = [" ".join(pair) for pair in product(FRAMES, repeat=2)]
    dated = [frame for frame in told if said_in(frame, FRIDAY, "2024-10-14")]
    assert "sagte am Tag zuvor" in dated
    assert len(dated) > len(told) // 4


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.sampled_from(FRAMES), max_size=6).map(" ".join))
def test_nothing_was_said_after_publication(frame):
    said = said_in(frame, FRIDAY, "2024-10-14")
    if said is not None:
        first = edtf.parse(said).first
        assert first is None or str(first) <= FRIDAY


@pytest.mark.parametrize(
    "text",
    [
        "Das Dach halte, sagte Jens Kolb, der am Montag das Bauamt übernahm.",
        "Das Dach halte, sagte Jens Kolb, Chef des Bauamts, am Montag komme der Bus.",
        "Das Dach halte, sagte Jens Kolb, Chef des Bauamts, am Ende des Weges.",
    ],
)
def test_no_day_of_saying_stands_behind_an_apposition(text: str) -> None:
    claims = extract(Article("text", text, published="2024-05-08"))
    assert claims[0].said is None
