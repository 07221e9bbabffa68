"""Who speaks for whom: a spokesman is one with the body that his article names."""

from __future__ import annotations

import pytest

from claimtrack.conflicts.propositions.nearness import same_person
from claimtrack.conflicts.propositions.utterance import utterances_of
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.model import Actor, Claim, Ledger, Mention, Source, Span
from tests.conflicts.building import ledger


def spoken(name: str, text: str, *said: tuple[str, str, str], day: str = "2024-06-03") -> Ledger:
    """An article of what actors, mentioned by some words, said in others."""
    claims = [
        Claim(
            id=f"{name}{at}", article=name, actors=(actor,), kind="indirect",
            quote=mention(text, words), speaker=mention(text, called),
        )
        for at, (actor, called, words) in enumerate(said)
    ]  # fmt: skip
    return ledger(*claims, sources=(Source(name, published=day),))


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(words, (Span(start, start + len(words)),))


@pytest.mark.parametrize(
    ("called", "body", "one"),
    [
        ("Polizeisprecher Karl Amann", "die Polizei", True),
        ("Werksleiterin Eva Lenz", "das Werk", True),
        ("Konzernchefin Eva Lenz", "der Konzern", True),
        ("Polizeisprechers Karl Amann", "die Polizei", True),
        ("Polizeischüler Karl Amann", "die Polizei", False),
        ("Exchef Karl Amann", "die Ex", False),
        ("Kreissprecher Karl Amann", "die Polizei", False),
    ],
)
def test_a_body_and_an_office_in_one_word(called: str, body: str, one: bool) -> None:
    text = f"Es sei vorbei, sagte {called}. Alles sei gut, teilte {body} mit."
    name = body.partition(" ")[2]
    book = spoken(
        "a",
        text,
        (called.partition(" ")[2], called, "Es sei vorbei"),
        (name, body, "Alles sei gut"),
    )
    assert (same_person(*utterances_of(prepare(book, Actor, lambda _: text))) == 1.0) is one


@pytest.mark.parametrize(
    ("first", "actor", "between", "called", "one"),
    [
        ("Die Bergbahn", "Bergbahn", " ", "Sprecherin Eva Lenz", True),
        ("Der Betreiber Seehof", "Seehof", " ", "Sprecherin Eva Lenz", True),
        ("Die Bergbahn", "Bergbahn", "\n\n", "Sprecherin Eva Lenz", False),
        ("Die Bergbahn", "Bergbahn", " ", "Eva Lenz", False),
        ("Die Bergbahn", "Bergbahn", " ", "Sprecherin der Stadt", False),
        ("Der Gast Karl Amann", "Karl Amann", " ", "Sprecherin Eva Lenz", False),
        ("Die Wirtin", "Wirtin", " ", "Sprecherin Eva Lenz", False),
        ("Bergbahn", "Bergbahn", " ", "Sprecherin Eva Lenz", False),
    ],
)
def test_an_office_without_a_body_is_of_the_body_just_named(
    first: str, actor: str, between: str, called: str, one: bool
) -> None:
    text = f"{first} bestreitet das.{between}Alles sei geprüft, sagte {called}."
    book = spoken(
        "a", text, (actor, first, f"{first} bestreitet das"),
        (called.removeprefix("Sprecherin "), called, "Alles sei geprüft"),
    )  # fmt: skip
    assert (same_person(*utterances_of(prepare(book, Actor, lambda _: text))) == 1.0) is one
