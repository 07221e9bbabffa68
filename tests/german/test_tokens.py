"""Words and sentences with their places."""

import pytest

from claimtrack.german.tokens import sentences, span_of, tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Die 81-jährige Frau", "Die 81-jährige Frau"),
        ("Kim Yong-Hyun", "Kim Yong-Hyun"),
        ("Er hat's geahnt", "Er hat's geahnt"),
        ("1.500 Euro, 3,5 Meter", "1.500 Euro , 3,5 Meter"),
        ("um 12.30 Uhr", "um 12.30 Uhr"),
        ("EU-/Nato-Staaten", "EU- / Nato-Staaten"),
        ("„Halt!“, rief er", "„ Halt ! “ , rief er"),
        ("Bund und Länder-Chefs", "Bund und Länder-Chefs"),
        ("Haupt- und Nebenweg", "Haupt- und Nebenweg"),
        ("Und dann...", "Und dann ..."),
        ("Gesund\u00adheits\u00adamt", "Gesund\u00adheits\u00adamt"),
        ("u\u0308ber Nacht", "u\u0308ber Nacht"),
        ("am 3.10. wird", "am 3.10 . wird"),
        ("Straßen.NRW und spiegel.de", "Straßen.NRW und spiegel.de"),
        ("gesagt.Er ging", "gesagt. Er ging"),
        ("bei Ver.di und Node.js", "bei Ver.di und Node.js"),
        ("Sat.1, am Mo.1.3. und in Rom.es", "Sat.1 , am Mo. 1.3 . und in Rom. es"),
        ("das Heft.nur und Blog.beta", "das Heft. nur und Blog.beta"),
        ("das Blog.gamma, in Kap.12", "das Blog. gamma , in Kap . 12"),
        ("in Z..Bonn, in Z..", "in Z.. Bonn , in Z. ."),
        ("am 14. Oktober", "am 14. Oktober"),
        ("Dr. J. Becker (z. B.)", "Dr. J. Becker ( z. B. )"),
        ("Benedikt XVI. reiste.", "Benedikt XVI. reiste ."),
        ("die neue 3. Brigade", "die neue 3. Brigade"),
        ("Bayerns 2. Liga", "Bayerns 2. Liga"),
        ("1. und 2. Preis", "1. und 2. Preis"),
        ("stieg auf 19. Minister Huber", "stieg auf 19 . Minister Huber"),
        ("waren es 76. Er kam", "waren es 76 . Er kam"),
        ("D’Artagnan und O'Neill", "D’Artagnan und O'Neill"),
        ("Recht&Ordnung", "Recht&Ordnung"),
        ("", ""),
    ],
)
def test_tokens(text: str, tokens: str) -> None:
    found = tokenize(text)
    assert [token.text for token in found] == tokens.split()
    assert all(text[token.start : token.end] == token.text for token in found)


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    text = "Gestern. Heute regnet es. Morgen nicht."
    assert [token.text for token in tokenize(text, 9, 25)] == ["Heute", "regnet", "es", "."]
    assert tokenize(text, 9, 25)[0].start == 9


@pytest.mark.parametrize(
    ("spelling", "low"),
    [("U\u0308ber", "über"), ("Ge\u00adsund", "gesund"), ("Zu\u200bstand", "zustand")],
)
def test_spellings_are_one_word(spelling: str, low: str) -> None:
    assert tokenize(spelling)[0].low == low


@pytest.mark.parametrize(
    "text",
    [
        "Am 14. Oktober kam Benedikt XVI. nach Köln.|Es regnete.",
        "Dr. Meier fuhr z. B. nach Bonn.|Dort blieb er.",
        "Der Satz endet...|Dann kommt der nächste.",
        "Er rief: „Halt!“|Niemand hielt.",
        "Das kostet 1.500 Euro.|Viel Geld.",
        "Am 3.10. wird gefeiert.|Alle kommen.",
        "Die A. Müller AG wächst.|Gut so.",
        "Elisabeth II.|Sie war Königin.",
        "Er kam um 8.|Danach ging er.",
        "Was?|Wie bitte!|Na gut.",
        "Seite www.example.org ist offline.|Schade.",
        "Ca. 20 Leute kamen.|Mehr nicht.",
        "Die Straße ist gesperrt.|(Das bleibt so.)|Leider.",
        "Er wohnt in St. Gallen.|Dort ist es schön.",
        "Der Vertrag gilt ab 1. Januar 2025.|Er läuft lang.",
        "Das Haus Nr. 7 brennt.|Alle raus.",
        "Ohne Punkt am Ende",
        "Wirklich?!|Ja.",
        "Brot, Milch usw. …|Dann fuhr er.",
        "Heinrich IV. starb.|Sein Sohn folgte.",
        "Er las z.B. Romane.|Gern.",
        "Sie leitet die Seefels Inc., ein Institut.|Gern.",
        "„Komm!“|, rief er.",
    ],
)
def test_sentences(text: str) -> None:
    body = text.replace("|", " ")
    spans = [span_of(tokens) for tokens in sentences(tokenize(body))]
    assert [body[start:end] for start, end in spans] == text.split("|")
