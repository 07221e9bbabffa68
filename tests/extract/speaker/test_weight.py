"""The scale of who can speak, both sides of each of its steps, and which phrases are plural."""

from __future__ import annotations

import pytest

from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker import weight as scale
from claimtrack.extract.speaker.weight import is_abstract, plural, weight
from claimtrack.german.phrases import Phrase
from tests.extract.reading import sentences


def phrase_of(text: str) -> tuple[Sentence, Phrase]:
    """The sentence and the phrase in it that begins with the word behind ">", else its first."""
    (sentence,) = sentences(text.replace(">", ""))
    at = max(text.find(">"), 0)
    found = (phrase for i in range(len(sentence.clauses)) for phrase in sentence.phrases(i))
    return sentence, next(one for one in found if sentence.tokens[one.start].start >= at)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        # pronouns: of nobody, of somebody, before a noun
        ("Niemand kam.", "NOBODY"),
        ("Man kam.", "NOBODY"),
        ("Wir kamen.", "NOBODY"),
        ("Viele kamen.", "NOBODY"),
        ("Viele Ärzte kamen.", "PERSON"),
        ("Keine Partei kam.", "BODY"),
        ("Sie kam.", "PRONOUN"),
        ("Einige kamen.", "PRONOUN"),
        ("Gestern kam >sie.", "PRONOUN"),
        # a share speaks where it is one of people
        ("Ein Drittel der Eltern blieb weg.", "PERSON"),
        ("Ein Drittel der Bäume blieb weg.", "OBJECT"),
        ("Die Hälfte blieb weg.", "OBJECT"),
        ("Die Mehrheit der Bauern blieb weg.", "PERSON"),
        ("Jeder Dritte blieb weg.", "PERSON"),
        ("Der Dritte blieb weg.", "OBJECT"),
        ("Eine von ihnen blieb weg.", "PERSON"),
        # nouns of the lists; the heaviest of a phrase counts, small words do not
        ("Der Arzt kam.", "PERSON"),
        ("Die Ärztin aus Kiel kam.", "PERSON"),
        ("Das Amt kam.", "BODY"),
        ("Der Stadtrat Korn kam.", "BODY"),
        ("Die Zeitung kam.", "BODY"),
        ("Der Verein Moskau kam.", "BODY"),
        ("Der Bericht kam.", "DOCUMENT"),
        ("Moskau kam.", "PLACE"),
        ("Das Moskau von gestern kam.", "PLACE"),
        ("Das ferne Moskau kam.", "LONG_NOUN"),
        ("Das ferne Amt kam.", "BODY"),
        # times are nobody, but in marks a paper
        ("Der Montag kam.", "NOBODY"),
        ("Neu war „>Der Sonntag“ dort.", "LONG_NAME"),
        ("Neu war: „>Der Sonntag kam zu früh.“", "NOBODY"),
        ("„Der Sonntag“ kam.", "LONG_NAME"),
        # names that no list knows
        ("Gregor Wieck kam.", "PERSON"),
        ("Wieck kam.", "NAME"),
        ("Dornau Ufersee kam.", "LONG_NAME"),
        ("WZK kam.", "LONG_NAME"),
        ("Die WZK kam.", "LONG_NOUN"),
        ("Hornung kam.", "NAME"),
        # nouns that no list knows: of things, of what is only talked of, of agents
        ("Terrorismus kam.", "OBJECT"),
        ("Die Freundschaft kam.", "OBJECT"),
        ("Das Geld kam.", "OBJECT"),
        ("Das viele Geld kam.", "OBJECT"),
        ("Der Aufgießer kam.", "AGENT_NOUN"),
        ("Ein Aufgießer kam.", "AGENT_NOUN"),
        ("Die Aufgießer kamen.", "THING"),
        ("Das Aufgießer kam.", "THING"),
        ("Der Aufgießerkran kam.", "THING"),
        ("Der alte Aufgießer kam.", "LONG_NOUN"),
        ("Die alte Wunde kam.", "LONG_NOUN"),
    ],
)  # fmt: skip
def test_how_well_a_phrase_can_speak(text: str, step: str) -> None:
    sentence, phrase = phrase_of(text)
    assert weight(sentence.tokens, phrase) == getattr(scale, step)


RISING = ("Der Montag kam.", "Das Geld kam.", "Die Wunden kamen.", "Der Aufgießer kam.",
          "Der Bericht kam.", "Die alte Wunde kam.", "Wieck kam.", "WZK kam.", "Das Amt kam.",
          "Sie kam.", "Der Arzt kam.")  # fmt: skip


def test_the_steps_stand_in_order() -> None:
    found = [phrase_of(text) for text in RISING]
    weights = [weight(sentence.tokens, phrase) for sentence, phrase in found]
    assert weights == sorted({*weights})
    assert weights[0] < 0 < weights[1]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Die Leitung und der Rat kamen.", True),
        ("Der Rat sowie die Stadt kamen.", True),
        ("Mehrere Ärzte kamen.", True),
        ("Drei Ärzte kamen.", True),
        ("Wir kamen.", True),
        ("Jeder Arzt kam.", False),
        ("Der Leiter des Amtes kam.", False),
        ("Der Arzt kam.", False),
        ("Ein Drittel kam.", False),
        ("Die Leitung kam.", False),
        ("Die Leitungen kamen.", None),
        ("Das Ei kam.", False),
        ("Die Eier kamen.", None),
        ("Diese Leitung kam.", None),
        ("Die Ärzte kamen.", None),
        ("Wieck kam.", None),
    ],
)
def test_which_phrases_are_plural(text: str, many: bool | None) -> None:
    sentence, phrase = phrase_of(text)
    assert plural(sentence.tokens, phrase) is many


@pytest.mark.parametrize(
    ("noun", "abstract"),
    [
        ("Terrorismus", True),
        ("Klarstellung", True),
        ("Warnungen", True),
        ("Neuigkeit", True),
        ("Universität", True),
        ("Jäger", False),
        ("Hafen", False),
    ],
)
def test_nouns_that_nobody_is_called(noun: str, abstract: bool) -> None:
    assert is_abstract(noun) is abstract
