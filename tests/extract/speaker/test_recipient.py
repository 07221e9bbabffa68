"""Whom words were told: a relay, and no part of the speaker."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article


@pytest.mark.parametrize(
    ("text", "actor", "via"),
    [
        ("„Ja, gut“, sagte der Trainer dem „Blick“.", "Trainer", "Blick"),
        ("„Wir bleiben ruhig“, sagte Trainer Max Ebner der APA.", "Max Ebner", "APA"),
        ("Es sei gut, sagte ein Sprecher der Polizei der dpa.", "Sprecher der Polizei", "dpa"),
        ("Es sei gut, sagte Moser der Deutschen Presse-Agentur.", "Moser", "dpa"),
        ("Die Lage sei ernst, sagte Moser dem Norddeutschen Rundfunk.", "Moser", "NDR"),
        ("Die Lage sei ernst, sagte Moser im Deutschlandfunk.", "Moser", "Deutschlandfunk"),
        ("Die Lage sei ernst, so Moser zur APA.", "Moser", "APA"),
        ("Es sei gut, sagte Moser den „Seer Nachrichten“.", "Moser", "Seer Nachrichten"),
        ("In der ARD sagte Moser, die Lage sei ernst.", "Moser", "ARD"),
        ("Gegenüber dem Bayerischen Rundfunk sagte Moser, die Lage sei ernst.", "Moser", "BR"),
        ("Im Gespräch mit der Agentur Reuters sagte Moser, es sei ernst.", "Moser", "Reuters"),
    ],
)  # fmt: skip
def test_an_outlet_that_was_told_is_a_relay(text: str, actor: str, via: str) -> None:
    (claim,) = extract(Article("a", text, published="2024-05-08"))
    assert (claim.actors, claim.via) == ((actor,), (via,))


@pytest.mark.parametrize(
    "text",
    [
        "Die Lage sei ernst, sagte der Chefredakteur der ARD.",
        "Der Sender sagte, die Lage sei ernst.",
        "Zur Zeit sei nichts geplant, sagte die Sprecherin.",
        "Mit Blick auf den Winter warnte der Verband, die Speicher seien leer.",
        "In der Welt von heute sei das normal, sagte Moser.",
    ],
)
def test_owners_and_nouns_like_any_other_are_none(text: str) -> None:
    assert [claim.via for claim in extract(Article("a", text, published="2024-05-08"))] == [()]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Die ARD meldete, die Lage sei ernst.", "ARD"),
        ("Nach Informationen der „Rheinischen Post“ soll der Chef gehen.", "Rheinische Post"),
    ],
)
def test_an_outlet_carries_its_own_report_and_no_other_does(text: str, outlet: str) -> None:
    (claim,) = extract(Article("a", text, published="2024-05-08"))
    assert (claim.actors, claim.via) == ((outlet,), (outlet,))


def test_who_goes_on_to_speak_still_speaks_to_the_same_outlet() -> None:
    text = "Die Lage sei ernst, sagte Moser der APA. Man müsse rasch handeln."
    claims = extract(Article("a", text, published="2024-05-08"))
    assert [claim.via for claim in claims] == [("APA",), ("APA",)]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Die Halle sei sicher, sagte Dora Plath, die den Bau geprüft hatte, der dpa.", ("dpa",)),
        ("Die Halle sei sicher, sagte Dora Plath, die den Bau geprüft hatte, der Wirtin.", ()),
        ("Die Halle sei sicher, sagte Dora Plath, die beim NDR arbeitet.", ()),
    ],
)
def test_an_outlet_behind_a_relative_clause_is_a_relay(text: str, via: tuple[str, ...]) -> None:
    assert [claim.via for claim in extract(Article("text", text))] == [via]
