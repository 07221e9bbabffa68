"""Participles before a noun with phrases of their own: attributes, not the verb of the clause."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article
from tests.extract.reading import sentences


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Der von der Opposition kritisierte Minister sagte nichts.", ["sagte"]),
        ("Die von der Stadt bezahlten Gutachter zählten 300 Risse.", ["zählten"]),
        ("Das von den Nachbarn bezahlte Institut hat Sporen gemessen.", ["hat"]),
        ("Die auf Pilze spezialisierte Botanikerin warnte.", ["warnte"]),
        ("Der durch ein Video bekannte Bäcker schließt.", ["schließt"]),
        ("Am Montag bestätigte der von der Firma bezahlte Sprecher den Fund.", ["bestätigte"]),
        ("Der mit dem Fall betraute Kommissar lachte und ging.", ["lachte", "ging"]),
        # no article right before a preposition
        ("Der Vater von Lohse bezahlte Karten und ging.", ["bezahlte", "ging"]),
        ("Die Frau aus Köln bezahlte Karten.", ["bezahlte"]),
        # no other verb
        ("Die von der Stadt bezahlten Karten.", ["bezahlten"]),
        # no noun behind it
        ("Die von der Stadt bezahlten gern, sagte er.", ["bezahlten", "sagte"]),
    ],
)
def test_the_verb_of_a_clause_is_no_attribute(text: str, verbs: list[str]) -> None:
    (sentence,) = sentences(text)
    finite = [
        clause.predicate.finite
        for clause in sentence.clauses
        if clause.predicate is not None and clause.predicate.finite is not None
    ]
    assert [sentence.tokens[i].text for i in finite] == verbs


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Der von der Opposition kritisierte Minister sagte, er gehe.", "Minister"),
        ("Die an der Klinik beschäftigte Ärztin sagte, es fehle Geld.", "Ärztin"),
        ("Der wegen Betrugs angeklagte Wirt bestritt die Tat.", "Wirt"),
        ("Die in der Nacht alarmierte Feuerwehr sprach von drei Verletzten.", "Feuerwehr"),
        ("Der durch ein Video bekannte Bäcker sagte, er schließe.", "Bäcker"),
        ("Die auf Pilze spezialisierte Botanikerin Lea Holm warnte vor dem Verzehr.", "Lea Holm"),
        ("Am Montag lobte der von der Firma bezahlte Sprecher den Fund.", "Sprecher"),
    ],
)
def test_who_speaks_with_an_attribute_before(text: str, actor: str) -> None:
    assert [claim.actors for claim in extract(Article("a", text))] == [(actor,)]
