"""Who carried words to the article, and whom the speaker leans on."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.extract.candidate import Candidate
from claimtrack.extract.candidates.find import candidates
from claimtrack.extract.speaker.chain import cited, outer_frames, relays
from claimtrack.model import Article, Span
from claimtrack.registry import Registry
from tests.extract.reading import sentences


def texts(body: str, spans: tuple[Span, ...]) -> list[str]:
    return [body[slice(*span)] for span in spans]


@pytest.mark.parametrize(
    ("body", "relay"),
    [
        ("Der Sprecher sagte der Nachrichtenagentur Reuters, das Lager sei leer.", ["Reuters"]),
        ("Eine Ärztin sagte gegenüber CNN, die Betten seien belegt.", ["CNN"]),
        ("Der Trainer sagte im „Spiegel“, er bleibe.", ["Spiegel"]),
        ("Sie sagte der Zeitung „Die Welt“, der Streik gehe weiter.", ["Die Welt"]),
        (
            "Ein Sprecher des Ministeriums der Nachrichtenagentur Reuters sagte, es eile.",
            ["Reuters"],
        ),
        ("Laut einem Experten, der vom Sender MDR befragt wurde, war das Lager leer.", ["MDR"]),
        ("Laut einem Experten, der vom Sender MDR kommt, war das Lager leer.", []),
        ("Der Sprecher sagte am Montag in Hannover, das Lager sei leer.", []),
        ("Die Ministerin sagte den Abgeordneten, es gebe Geld.", []),
        ("Die Nachrichtenagentur Reuters meldete, das Lager sei leer.", []),
    ],
)
def test_the_outlet_that_was_told_is_a_relay(body: str, relay: list[str]) -> None:
    found = sentences(body)
    claim = next(one for one in candidates(found) if one.within is None)
    spans = texts(body, relays(found[claim.sentence], claim, Registry.shipped()))
    assert len(spans) == len(relay)
    assert all(name in span for name, span in zip(relay, spans, strict=True))


@pytest.mark.parametrize(
    ("body", "leant_on"),
    [
        (
            "Die Zeitung meldete unter Berufung auf das Gericht, er sei frei.",
            ["das Gericht"],
        ),
        ("Der Sender berichtete mit Verweis auf Ärzte, sie lebe.", ["Ärzte"]),
        ("Das Amt teilte mit Bezug auf die Klinik mit, sie lebe.", ["die Klinik"]),
        (
            "Laut dem Sender, der sich unter Hinweis auf Zeugen meldete, brennt das Lager.",
            ["Zeugen"],
        ),
        ("Laut der Zeitung, die sich auf Zeugen beruft, brennt das Lager.", ["Zeugen"]),
        ("Die Wehr bestätigte einen Bericht des NDR.", ["NDR"]),
        ("Die Wehr bestätigte einen Bericht des Ministeriums.", []),
        (
            "Ute Brand kam. Es sei genug, heißt es in dem am Montag gezeigten Bericht.",
            ["dem am Montag gezeigten Bericht"],
        ),
        ("Es sei genug, heißt es in einer Mitteilung.", []),
        ("Der Lohn sinke, wie der Rat in einem Aushang mitteilt.", ["einem Aushang"]),
        (
            "Der Wert sei hoch, heißt es in einem Zwischenbericht des Amts.",
            ["einem Zwischenbericht"],
        ),
        ("Der Wert sei hoch, heißt es in einer Mitteilung des Amts.", []),
        ("Der Lohn sinke, wie der Rat in einem Gespräch mitteilt.", []),
        ("Der Lohn sinke, wie der Rat in seinem Aushang mitteilt.", []),
        ("Die Zeitung meldete, er sei frei.", []),
        ("Sie sagte, der Verweis auf das Gericht sei falsch.", []),
    ],
)
def test_whom_the_speaker_leans_on(body: str, leant_on: list[str]) -> None:
    found = sentences(body)
    claim = candidates(found)[0]
    assert texts(body, cited(found[claim.sentence], claim)) == leant_on


def frame(rule: str, at: Span, words: Span, speaker: str = "") -> Candidate:
    """A candidate whose frame is one stretch; the speaker stands at its start."""
    who = (Span(at.start, at.start + len(speaker)),) if speaker else ()
    return Candidate("indirect", rule, (words,), 0, 0.9, frame=(at,), speaker=who)


INNER = frame("verb+dass", Span(20, 40), Span(41, 80), "X")


@pytest.mark.parametrize(
    ("candidate", "other", "expected"),
    [
        (INNER, frame("wie", Span(0, 18), Span(20, 80), "CNN"), ((Span(0, 3),),)),
        (INNER, frame("according", Span(0, 18), Span(20, 80), "CNN"), ((Span(0, 3),),)),
        (INNER, frame("so", Span(81, 90), Span(0, 80), "CNN"), ((Span(81, 84),),)),
        (INNER, frame("verb+dass", Span(0, 18), Span(20, 80), "CNN"), ()),
        (INNER, frame("wie", Span(0, 18), Span(20, 80)), ()),
        (INNER, frame("wie", Span(0, 18), Span(41, 80), "CNN"), ()),
        (INNER, INNER, ()),
        (
            frame("wie", Span(20, 40), Span(41, 80), "X"),
            frame("according", Span(0, 18), Span(20, 80), "CNN"),
            (),
        ),
    ],
)
def test_frames_around_a_frame_are_relays(
    candidate: Candidate, other: Candidate, expected: tuple[tuple[Span, ...], ...]
) -> None:
    assert outer_frames(candidate, [candidate, other]) == expected


@pytest.mark.parametrize(
    ("text", "actor", "via", "words"),
    [
        ("Die Halle sei dicht, so Lohse laut APA.", "Lohse", ("APA",), "Die Halle sei dicht"),
        ("Die Halle sei dicht, sagte Lohse laut APA.", "Lohse", ("APA",), "Die Halle sei dicht"),
        (
            "Die Halle sei dicht, sagte Lohse nach Angaben der APA.",
            "Lohse",
            ("APA",),
            "Die Halle sei dicht",
        ),
        (
            "Die Halle sei dicht, erklärte der Rat einem Bericht der APA zufolge.",
            "Rat",
            ("APA",),
            "Die Halle sei dicht",
        ),
        (
            "Die Brücke, so der Ingenieur laut dem Sender, sei alt.",
            "Ingenieur",
            ("Sender",),
            "Die Brücke … sei alt",
        ),
        ("Laut APA sagte Lohse, die Halle sei dicht.", "Lohse", ("APA",), "die Halle sei dicht"),
        # a source that stands before the frame is no relay of its speaker
        (
            "Laut Polizei war der Fahrer, so der Anwalt, müde.",
            "Anwalt",
            (),
            "Laut Polizei war der Fahrer",
        ),
        ("Die Halle sei dicht, so Lohse am Montag.", "Lohse", (), "Die Halle sei dicht"),
    ],
)
def test_a_source_inside_a_closing_frame_is_its_relay(
    text: str, actor: str, via: tuple[str, ...], words: str
) -> None:
    (claim,) = extract(Article("a", text, published="2024-05-08"))
    quote = claim.quote.text if claim.quote else ""
    assert (claim.actors, claim.via, quote) == ((actor,), via, words)
