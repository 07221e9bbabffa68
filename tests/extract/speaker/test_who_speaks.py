"""Who speaks, in pairs: a sentence that names a speaker beside its neighbour that names none or
another one. "-" is a claim that nobody is named for, None no claim at all."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article


def speakers(text: str) -> list[str]:
    """The actors of each claim of a text that stands in no other, "-" for nobody."""
    claims = extract(Article("a", text, published="2024-05-08"))
    return ["+".join(claim.actors) or "-" for claim in claims if claim.within is None]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # the agent of a passive
        ("Die Sperre wurde vom Bauamt bestätigt.", "Bauamt"),
        ("Die Sperre wurde am Abend bestätigt.", None),
        ("Dass die Brücke gesperrt wird, wurde vom Bauamt bestätigt.", "Bauamt"),
        ("Von der Leiterin, Ina Korn, wurde der Vorwurf bestritten.", "Ina Korn"),
        ("Vom Wirt, der neu ist, wurde der Vorwurf bestritten.", "Wirt"),
        ("Gestern wurde der Vorwurf, der neu ist, bestritten.", None),
        # to whom something is known: a body or a person in the dative
        ("Der Polizei sind 40 Fälle bekannt.", "Polizei"),
        ("Der Brücke sind 40 Fälle bekannt.", None),
        ("Dem Amt liegen 40 Hinweise vor.", "Amt"),
        ("Das Amt liegen 40 Hinweise vor.", None),
        ("Vor dem Amt liegen 40 Hinweise vor.", None),
        # whose praise, whom something is about, before a colon
        ("Die Vorwürfe kommen vom Betriebsrat: „So geht es nicht weiter.“", "Betriebsrat"),
        ("Lob kommt von Landrat Ole Brück: „So geht es weiter.“", "Ole Brück"),
        ("Lob gab es von Landrat Ole Brück: „So geht es weiter.“", "Ole Brück"),
        ("Lob gab es am Montag: „So geht es weiter.“", "-"),
        ("Dem Wirt Paul Ames reicht es: „Wir schließen.“", "Paul Ames"),
        ("Dem Haus reicht es: „Wir schließen.“", "-"),
        ("Ein Beamter der Polizei: „Der Deich hält.“", "Beamter der Polizei"),
        ("Die Sorge von Wirt Olaf Henn: „Der Deich hält nicht.“", "Olaf Henn"),
        ("Die Antwort des Ministers: „Der Deich hält.“", "Minister"),
        ("Die Antwort des Wagens: „Der Deich hält.“", "-"),
        # man: where a body or a capital stands for it
        ("Beim Bauernverband geht man von 300 Höfen aus.", "Bauernverband"),
        ("In Moskau geht man von 300 Höfen aus.", "Russland"),
        ("In der Nacht geht man von 300 Höfen aus.", None),
        ("Beim Kanton ist von 300 Höfen die Rede.", "Kanton"),
        ("Bei der Polizei ist von 300 Höfen die Rede.", "Polizei"),
        # the source of an impersonal verb
        ("Aus dem Bericht geht hervor, dass der Deich hält.", "Bericht"),
        ("Aus der Akte, die am Montag kam, geht hervor, dass der Deich hält.", "Akte"),
        ("In der Erklärung heißt es, der Deich halte.", "Erklärung"),
        ("In der Kurzfassung des Berichts heißt es, der Deich halte.", "Kurzfassung des Berichts"),
        ("In der Kurzfassung des Films heißt es, der Deich halte.", "-"),
        ("Aus dem Umfeld des Klubs heißt es, der Trainer gehe.", "Umfeld des Klubs"),
        ("Auf Anfrage heißt es, der Trainer gehe.", "-"),
        ("Auf Anfrage hieß es beim Klub, der Trainer gehe.", "Klub"),
        # who is quoted is an object; without one it is the outlet itself
        ("Der Sender zitierte den Minister mit den Worten, der Deich halte.", "Minister"),
        ("Der Minister wurde mit den Worten zitiert, der Deich halte.", "Minister"),
        # a relative pronoun stands for what it hangs on, where it is the subject
        ("Ein Bericht, der davon ausgeht, dass der Deich hält, liegt vor.", "Bericht"),
        ("Die Ärztin, die sagt, dass der Deich hält, kam.", "Ärztin"),
        ("Das Amt, das die Ärztin lobt, sagt, dass der Deich hält.", "Amt"),
    ],
)
def test_who_speaks(text: str, actor: str | None) -> None:
    assert speakers(text) == ([] if actor is None else [actor])
