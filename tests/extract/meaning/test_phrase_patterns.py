"""The small language of phrases, and the clause of a claim in which they count."""

from __future__ import annotations

import pytest

from claimtrack.extract.meaning.phrase_patterns import Phrase, Phrases, own_clause

PHRASES = Phrases(
    [
        Phrase("likely", "both", "vermut* … nicht"),
        Phrase("open", "both", "klar/offen , dass"),
        Phrase("never", "both", "nie $"),
        Phrase("never again", "both", "nie mehr"),
        Phrase("-", "both", "nie mehr als"),
        Phrase("none", "both", "kein klarer/fester *beweis"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a star stands for letters, not for what a hyphen ties on
        ("vermutlich nicht", [("likely", "vermutlich nicht")]),
        ("Vermutlich nicht", [("likely", "Vermutlich nicht")]),
        ("es ist Vermutlich nicht", []),
        ("Es war. Vermutlich nicht", [("likely", "Vermutlich nicht")]),
        ("„Vermutlich nicht“", [("likely", "Vermutlich nicht")]),
        ("Vermutungs-Frage nicht", []),
        ("un-vermutlich nicht", []),
        # up to eight words between, of one clause
        ("vermutlich ist es heute nicht", [("likely", "vermutlich ist es heute nicht")]),
        ("vermutlich a b c d e f g h nicht", [("likely", "vermutlich a b c d e f g h nicht")]),
        ("vermutlich a b c d e f g h i nicht", []),
        ("vermutlich, nicht", []),
        # a small letter may be a capital right behind a mark; a hyphen ties on, a stop parts
        ("vermutlich „Nicht“", [("likely", "vermutlich „Nicht")]),
        ("vermutlich Nicht", []),
        ("vermutlich nicht-öffentlich", []),
        ("vermutlich Nr.5 nicht", [("likely", "vermutlich Nr.5 nicht")]),
        # a star in front stands for letters before an ending
        ("kein fester Sachbeweis", [("none", "kein fester Sachbeweis")]),
        ("kein fester Beweis", []),
        ("kein fester Sachbeweisantrag", []),
        ("kein allzu fester Sachbeweis", []),
        # any of several words, a comma, the end
        ("klar, dass", [("open", "klar, dass")]),
        ("offen, dass", [("open", "offen, dass")]),
        ("klar dass", []),
        ("klar. dass", []),
        ("das war nie", [("never", "nie")]),
        ("das war nie, dass", [("never", "nie")]),
        ("das war nie da", []),
        # the longest of several counts, and one that is none before all
        ("nie mehr", [("never again", "nie mehr")]),
        ("nie mehr als", [("-", "nie mehr als")]),
        ("vermutlich nicht, nie", [("likely", "vermutlich nicht"), ("never", "nie")]),
        ("vermutlich nie mehr nicht", [("likely", "vermutlich nie mehr nicht")]),
    ],
)
def test_phrases_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    met = [(one.phrase.value, text[one.start : one.end]) for one in PHRASES.find(text)]
    assert met == found
    assert PHRASES.any_in(text) is bool(found)


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("dass der Damm breche, weil es regne", "dass der Damm breche"),
        ("der Damm breche, wenn es regne", "der Damm breche"),
        ("der Damm breche. Das sei schlimm", "der Damm breche"),
        ("der Damm breche und der Weg sei zu", "der Damm breche"),
        ("den Damm zu bauen, wenn es regne", "den Damm zu bauen"),
        ("„Der Damm bricht“, weil es regnet", "„Der Damm bricht“"),
        ("der Damm breche, sagte er", "der Damm breche"),
        # what announces more is kept, its comma too
        ("Es sei möglich, dass der Damm breche", "Es sei möglich, dass"),
        ("unklar sei, wer komme", "unklar sei, wer"),
        # the main clause behind its subject or condition
        ("ob er komme, sei unklar", "sei unklar"),
        ("wie der Damm breche, sei unklar", "sei unklar"),
        ("Wenn es regnet, könnte der Damm brechen", "könnte der Damm brechen"),
        # a relative clause inside is left out
        ("Der Damm, der alt ist, breche", "Der Damm breche"),
        ("nach dem Regen, der lang war, breche der Damm", "nach dem Regen breche der Damm"),
        ("der alte Damm", "der alte Damm"),
    ],
)
def test_the_own_clause_of_a_claim(words: str, own: str) -> None:
    assert own_clause(words) == own
