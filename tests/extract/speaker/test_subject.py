"""The subject of a clause: the phrase in [brackets], which is sought in the clause around it."""

from __future__ import annotations

import pytest

from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.who_speaks import speaking_subject, subject
from tests.extract.reading import sentences, unmarked


def subjects(sentence: Sentence, start: int) -> list[str]:
    """The subject of the clause in which a place of the text lies."""
    clause = next(i for i in range(len(sentence.clauses)) if start < sentence.clause_span(i).end)
    return [sentence.body[slice(*span)] for span in subject(sentence, clause)]


@pytest.mark.parametrize(
    "text",
    [
        # right before the verb, unless what stands there can only be an object
        "[Die Ärztin] lobt der Rat.",
        "Den Rat lobt [die Ärztin].",
        "Die Brücke lobt [der Rat].",
        "Geld fordert [die Ärztin].",
        "Geld fordert [Wieck].",
        "Windräder lehnt [der Gemeinderat] ab.",
        "Die Lücke erklärt [der Förster] mit dem Frost.",
        "[Ina Korn] lobt der Rat.",
        # the number of the verb
        "[Die Ärztin] lobt die Räte.",
        "Die Ärztin loben [die Räte].",
        "Die Brücke lobten [die Ärzte].",
        # right behind the verb
        "Am Montag lobte [Wieck] die Ärztin.",
        "Am Montag lobte [die Ärztin] die Räte.",
        # what can be nothing but a subject
        "Namen wollte [er] nicht nennen.",
        "Ernst wurde [sie] bei der Frage.",
        "[Ernst] fragte sie nach dem Weg.",
        # in a subordinate clause right behind its opener, or one word on
        "Es ist klar, dass [die Ärztin] das Amt lobt.",
        "Es ist klar, dass [das Amt] die Ärztin lobt.",
        "Es ist klar, dass dort [die Ärztin] das Amt lobt.",
        "Es ist klar, dass dort [das Amt] die Ärztin lobt.",
        "Es ist klar, dass die Brücke [die Ärztin] freut.",
        # a first word that only looks like a name
        "Zeitgleich zählte [der Zoo] die Tiere.",
        "Erfreuliches hatte [der Jugendwart] mitzuteilen.",
        "Überraschend sprach sich [Korn] dagegen aus.",
        "Anders sieht es [die Pfarrerin].",
        "[Anders Berg] sieht es.",
        "[Korn] sieht es anders.",
        # with an apposition, and a second speaker for a verb in the plural
        "Es gehe voran, sagten [Ina Korn, Leiterin des Zoos, und Veit Lamm].",
        "Es gehe voran, sagte [Ina Korn, Leiterin des Zoos], und Veit Lamm lachte.",
        "Es gehe voran, sagte [Ina Korn], Veit Lamm schwieg.",
        "Er kam nach Kiel, sagte [der Landrat].",
        "In Kiel – er war dort – sagte [der Landrat], es gehe.",
    ],
)
def test_the_subject_of_a_clause(text: str) -> None:
    body, span = unmarked(text)
    (sentence,) = sentences(body)
    assert subjects(sentence, span.start) == [body[slice(*span)]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # ">" stands in the clause that is asked: the subject stands before it
        ("Der Landrat, der neu ist, >sagte, es gehe.", "Der Landrat"),
        ("Der Landrat – er war dort – >sagte, es gehe.", "Der Landrat"),
        ("Der Landrat (er war dort) >sagte, es gehe.", "Der Landrat"),
        (
            "Ina Korn, Leiterin des Zoos, und >der Tierarzt Veit Lamm erklärten, es gehe.",
            "Ina Korn, Leiterin des Zoos, und der Tierarzt Veit Lamm",
        ),
        ("Der Rat bestätigte das und >fügte hinzu, es gehe.", "Der Rat"),
        ("Eine Sprecherin bestätigte das, >wollte aber keine Details nennen.", "Eine Sprecherin"),
        ("Eine Sprecherin bestätigte das, >berichtet die Bild.", "die Bild"),
        ("Der Sender >zitierte den Minister mit den Worten, es gehe.", "den Minister"),
        ("Gestern >zitierte der Sender den Minister mit den Worten, es gehe.", "den Minister"),
    ],
)
def test_a_subject_that_stands_elsewhere(text: str, found: str) -> None:
    (sentence,) = sentences(text.replace(">", ""))
    assert subjects(sentence, text.index(">")) == [found]


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Es fehlten 90.000 Euro.", False),
        ("3.800 Menschen waren im Stadion.", False),
        ("3.800 Menschen sagten, es gehe.", True),
        ("Die Ärztin half 3.800 Menschen.", True),
    ],
)
def test_what_is_only_counted_does_not_go_on_to_speak(text: str, speaks: bool) -> None:
    (sentence,) = sentences(text)
    assert bool(speaking_subject(sentence, 0)) is speaks
