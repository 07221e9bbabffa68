"""The figures of a sentence beside its neighbour on the other side of a rule: which numbers are
figures, what they count, in which state, and what narrows them."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.extract.figure.figures import read_figures
from claimtrack.german.document import read
from claimtrack.model import Article, Span

Row = tuple[str, str | None, str]

WHICH: list[tuple[str, list[Row]]] = [
    # adjectives that share a noun with the next number: bound to it, alike in ending, no verb
    (
        "Gemeldet seien 60 bestätigte oder 15 vermutete Fälle.",
        [("60", "bestätigte Fälle", "other"), ("15", "vermutete Fälle", "other")],
    ),
    ("Gemeldet seien 60 bestätigte und 15 Fälle.", [("15", "Fälle", "other")]),
    ("Gemeldet seien 60 bestätigten und 15 vermutete Fälle.", [("15", "vermutete Fälle", "other")]),
    (
        "Man habe 60 getestet, hatte aber 15 vermutete Fälle.",
        [("60", None, "tested"), ("15", "vermutete Fälle", "other")],
    ),
    # a share of a thing; the second half of it and a part of a time are none
    ("Ein Drittel des Waldes brannte.", [("Ein Drittel", "Waldes", "other")]),
    ("Die zweite Hälfte des Waldes brannte.", []),
    ("Ein Drittel des Tages brannte es.", []),
    # no earthquake is stronger than 10
    ("Die Stärke gab der Dienst mit 9,9 an.", [("9,9", "Stärke", "other")]),
    ("Die Stärke gab der Dienst mit 10,0 an.", []),
    ("Die Stärke gab der Dienst mit 5 an.", []),
    # a noun left out behind the same preposition, or before "weitere"
    (
        "Das Amt sprach von 700 Teilnehmern, der Verband ging von 900 aus.",
        [("700", "Teilnehmern", "attending"), ("900", "Teilnehmern", "attending")],
    ),
    (
        "Das Amt sprach von 700 Teilnehmern, der Verband rechnet mit 900.",
        [("700", "Teilnehmern", "attending")],
    ),
    ("Das Amt sprach von 700 Euro, der Verband von 900.", [("700 Euro", "Euro", "other")]),
    (
        "Das Amt zählte 700 Gäste. 21 weitere würden vermisst.",
        [("700", "Gäste", "attending"), ("21", "Gäste", "missing")],
    ),
    # a whole named before, or the same at another time
    (
        "Von den 402 Festgenommenen seien 141 frei.",
        [("402", "Festgenommenen", "arrested"), ("141", "Festgenommenen", "arrested")],
    ),
    (
        "Von den 402 Festgenommenen, so hieß es, seien 141 frei.",
        [("402", "Festgenommenen", "arrested")],
    ),
    (
        "38 Nester habe man gefunden, im Vorjahr seien es elf gewesen.",
        [("38", "Nester", "other"), ("elf", "Nester", "other")],
    ),
    ("38 Nester habe man gefunden, im Vorjahr elf.", [("38", "Nester", "other")]),
    # the noun behind a number that opens its sentence, or before it
    ("Auf rund 300 schätzte die Polizei die Opferzahl.", [("rund 300", "Opferzahl", "killed")]),
    ("Auf rund 300 schätzte die Polizei die Größe.", []),
    ("Auf rund 300 schätzte die Polizei sie, die Opferzahl stieg.", []),
    ("Die Opferzahl steigt, das Amt nennt 45.", []),
    ("Bäume seien 40 gefällt worden.", [("40", "Bäume", "other")]),
    ("Bäume seien 40 Buchen gefällt worden.", [("40", "Buchen", "other")]),
    ("Am Montag seien 40 gefällt worden.", []),
    # numbers without a noun: large ones, headcounts
    ("3,1 Millionen seien geflossen.", [("3,1 Millionen", None, "other")]),
    ("100.000 seien geflossen.", [("100.000", None, "other")]),
    ("99.999 seien geflossen.", []),
    ("Die Hälfte sei geflossen.", []),
    ("Wir sind 7.500.", [("7.500", None, "other")]),
    ("Wir sind 7.500 und bleiben.", [("7.500", None, "other")]),
    ("Wir sind 7.500 Meter gelaufen.", []),
    ("Ihr seid zwölf.", []),
    # what is corrected, and nobody
    ("Statt zehn seien acht Menschen gestorben.", [("acht", "Menschen", "killed")]),
    ("Anstatt der zehn seien acht Menschen gestorben.", [("acht", "Menschen", "killed")]),
    (
        "Mit zehn seien acht Menschen gestorben.",
        [("zehn", None, "killed"), ("acht", "Menschen", "killed")],
    ),
    ("Verletzt wurde niemand.", [("niemand", None, "wounded")]),
    ("Niemand kam.", []),
    # settings are no counts, what something was found in is, and many cases
    ("In 14 Rechnungen fand das Amt Fehler.", [("14", "Rechnungen", "other")]),
    ("In 14 Rechnungen las das Amt.", []),
    ("In 14 Städten fand das Amt Fehler.", []),
    ("In 13 Fällen fehlten Belege.", [("13", "Fällen", "other")]),
    ("In 12 Fällen fehlten Belege.", []),
    ("In rund drei Städten gab es Proteste.", [("rund drei", "Städten", "attending")]),
    ("Truppen kamen aus 14 Ländern.", []),
    ("Acht Soldaten von acht Einheiten kamen.", [("Acht", "Soldaten", "other")]),
    (
        "Acht Soldaten und acht Einheiten kamen.",
        [("Acht", "Soldaten", "other"), ("acht", "Einheiten", "other")],
    ),
    # things in a large number, ways of counting in a small one
    ("Es gebe 13 Arten von Enten.", [("13", "Arten", "other")]),
    ("Es gebe 12 Arten von Enten.", []),
    ("Er schrieb 300 Seiten.", [("300", "Seiten", "other")]),
    ("Er schrieb drei Seiten.", []),
    # sizes
    ("Eine 300 Meter lange Mauer fiel.", []),
    ("Ein 300 Tonnen schwerer Kran fiel.", []),
]

STATES: list[tuple[str, list[Row]]] = [
    # a participle of the noun itself, and an adjective before it
    ("Die getöteten 12 Soldaten lagen dort.", [("12", "Soldaten", "killed")]),
    ("12 getötete Soldaten lagen dort.", [("12", "getötete Soldaten", "killed")]),
    ("Die alten 12 Soldaten lagen dort.", [("12", "Soldaten", "other")]),
    # a noun that governs it, right before it only where no verb says more
    ("Bei dem Einsatz wurden 120 Menschen verletzt.", [("120", "Menschen", "wounded")]),
    ("Der Einsatz von 120 Soldaten beginnt.", [("120", "Soldaten", "deployed")]),
    ("Der Einsatz endete, 120 Soldaten kamen.", [("120", "Soldaten", "other")]),
    ("Der Tod von sechs Offizieren wurde bestätigt.", [("sechs", "Offizieren", "killed")]),
    ("Der Tod wurde bestätigt, sechs Offiziere kamen.", [("sechs", "Offiziere", "other")]),
    ("Der Verlust von weiteren 14 Panzern schmerzt.", [("14", "Panzern", "lost")]),
    ("Der Schaden liegt bei zwei Millionen Euro.", [("zwei Millionen Euro", "Euro", "damaged")]),
    # a relative clause, the sentence behind an insertion, another clause with a subject of its own
    (
        "12.000 Soldaten, die in den Osten geschickt wurden, kamen.",
        [("12.000", "Soldaten", "sent")],
    ),
    (
        "12.000 Soldaten, so hieß es, wurden in den Osten geschickt.",
        [("12.000", "Soldaten", "sent")],
    ),
    (
        "12.000 Soldaten kamen, und ein Bus wurde in den Osten geschickt.",
        [("12.000", "Soldaten", "other")],
    ),
    (
        "12.000 Soldaten kamen, verletzt worden sei niemand.",
        [("12.000", "Soldaten", "other"), ("niemand", None, "wounded")],
    ),
    # a part and its whole
    (
        "45 von 60 Drohnen seien abgefangen worden.",
        [("45", "Drohnen", "shot_down"), ("60", "Drohnen", "other")],
    ),
    # verbs before and behind
    (
        "Verletzt wurden 12 Männer und 3 Frauen.",
        [("12", "Männer", "wounded"), ("3", "Frauen", "wounded")],
    ),
    (
        "12 Männer wurden getötet und 3 verletzt.",
        [("12", "Männer", "killed"), ("3", None, "wounded")],
    ),
    ("12 Männer wurden getötet, 3 verletzt.", [("12", "Männer", "killed"), ("3", None, "wounded")]),
    # a change, a level
    ("Die Preise fielen um 5 Prozent.", [("5 Prozent", "Prozent", "falling")]),
    ("Die Preise fielen um insgesamt 5 Prozent.", [("5 Prozent", "Prozent", "falling")]),
    ("Die Löhne stiegen um 5 Prozent.", [("5 Prozent", "Prozent", "rising")]),
    ("Die Löhne stiegen auf 5 Prozent.", [("5 Prozent", "Prozent", "other")]),
    # people fall, trees do too
    ("In der Schlacht fielen 90 Soldaten.", [("90", "Soldaten", "killed")]),
    ("In der Schlacht fielen 90 Bäume.", [("90", "Bäume", "other")]),
    # votes are shares or mandates, not money or tons
    ("Die Partei kam auf 31 Prozent.", [("31 Prozent", "Prozent", "votes")]),
    ("Die Partei kam auf 31 Millionen Euro.", [("31 Millionen Euro", "Euro", "other")]),
    ("Die Partei kam auf 31 Tonnen.", [("31 Tonnen", "Tonnen", "other")]),
    ("Die Partei gewann 31 Mandate.", [("31", "Mandate", "votes")]),
    # what is still to come is planned
    ("Kiew will 50 Drohnen schicken.", [("50", "Drohnen", "planned")]),
    ("Kiew hat 50 Drohnen geschickt.", [("50", "Drohnen", "sent")]),
    ("Kiew schickte 50 Drohnen.", [("50", "Drohnen", "sent")]),
    ("Kiew soll 50 Drohnen geschickt haben.", [("50", "Drohnen", "sent")]),
    ("Kiew soll 50 Drohnen schicken.", [("50", "Drohnen", "planned")]),
    ("Kiew plant die Entsendung von 50 Drohnen.", [("50", "Drohnen", "planned")]),
    ("Kiew lobt die Entsendung von 50 Drohnen.", [("50", "Drohnen", "sent")]),
    ("Kiew droht, 50 Drohnen zu schicken.", [("50", "Drohnen", "planned")]),
    ("Kiew behauptet, 50 Drohnen geschickt zu haben.", [("50", "Drohnen", "sent")]),
    ("Kiew verspricht, 50 Soldaten einzusetzen.", [("50", "Soldaten", "planned")]),
    ("50 Soldaten sollen eingesetzt werden.", [("50", "Soldaten", "planned")]),
    ("50 Soldaten sollen eingesetzt worden sein.", [("50", "Soldaten", "deployed")]),
    ("50 Soldaten wurden eingesetzt.", [("50", "Soldaten", "deployed")]),
    # scenes and roles, where no verb says more
    ("50 Soldaten nahmen an der Übung teil.", [("50", "Soldaten", "exercise")]),
    ("50 Soldaten nahmen an der Messe teil.", [("50", "Soldaten", "attending")]),
    ("50 Soldaten waren auf der Kundgebung.", [("50", "Soldaten", "attending")]),
    ("50 Soldaten waren in der Stadt.", [("50", "Soldaten", "other")]),
    ("7.000 Demonstranten kamen zu spät.", [("7.000", "Demonstranten", "attending")]),
    ("7.000 Demonstranten wurden verletzt.", [("7.000", "Demonstranten", "wounded")]),
]


@pytest.mark.parametrize(("text", "rows"), [*WHICH, *STATES])
def test_the_figures_of_a_sentence(text: str, rows: list[Row]) -> None:
    found = read_figures(read(text), [Span(0, len(text))])
    assert [(figure.text, figure.what, figure.state) for figure in found] == rows


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Das Amt zählt am Beginn des Krieges 300 Fälle.", [("am Beginn des Krieges",)]),
        ("Das Amt zählt bis Jahresende 300 Fälle.", [("bis Jahresende",)]),
        ("Das Amt zählt in Köln 300 Fälle.", [("in Köln",)]),
        ("Das Amt zählt in Ruhe 300 Fälle.", [()]),
        ("Das Amt zählt in der Provinz Lesk 300 Fälle.", [("in der Provinz Lesk",)]),
        ("Das Amt zählt in der Partei 300 Fälle.", [()]),
        ("Das Amt zählt bundesweit 300 Fälle.", [("bundesweit",)]),
        ("Das Amt zählt gerne 300 Fälle.", [()]),
        ("Das Amt zählt täglich 300 Fälle.", [("täglich",)]),
        ("Das Amt zählt 300 Fälle pro Tag.", [("pro Tag",)]),
        ("Das Amt zählt 300 Fälle pro 1000.", [("pro 1000",)]),
        ("Das Amt zählt 300 Euro je Einwohner.", [("je Einwohner",)]),
        ("Jede Brücke kostet laut Amt 300 Euro.", [("Jede Brücke",)]),
        ("Jede Brücke trägt laut Amt 300 Fahnen.", [()]),
        ("Laut Amt sind 300 der Festgenommenen frei.", [("der Festgenommenen",)]),
        ("Laut Amt sind 300 Festgenommene frei.", [()]),
        (
            "Laut Amt sind von den 402 Festgenommenen 141 frei.",
            [(), ("von den 402 Festgenommenen",)],
        ),
        ("Laut Amt kamen 300 Gäste, darunter 20 Kinder.", [(), ("darunter",)]),
        ("Laut Amt kamen insgesamt 300 Gäste.", [("insgesamt",)]),
        ("Laut Amt sind 300 Stellen geplant.", [("geplant",)]),
        ("Der Rat fordert 300 Stellen.", [("fordert",)]),
        ("Der Rat rechnet mit 300 Gästen.", [("rechnet",)]),
        ("Der Rat rechnet 300 Gäste zusammen.", [()]),
        ("Laut Rat ist Platz für 300 Gäste.", [("Platz",)]),
        ("Laut Rat ist der Platz von 300 Gästen besetzt.", [()]),
        ("Laut Amt kamen innerhalb von drei Monaten 300 Gäste.", [("innerhalb von drei Monaten",)]),
        ("Laut Amt kamen von März bis Mai 300 Gäste.", [("von März bis Mai",)]),
        ("Am Montag zählte die Polizei 300 Gäste.", [()]),
        ("Heute zählte die Polizei 300 Gäste.", [()]),
        ("Laut Polizei kamen am Montag 300 Gäste.", [("am Montag",)]),
        ("Laut Polizei kamen heute 300 Gäste.", [()]),
        ("Laut Amt leben in Seeburg 300 Bären.", [("in Seeburg",)]),
        ("Laut Amt leben in Hoffnung 300 Bären.", [()]),
        ("Laut Amt leben in Sicherheit 300 Bären.", [()]),
        ("Laut Amt leben in dem Landkreis 300 Bären.", [("in dem Landkreis",)]),
        ("Laut Amt leben in dem Kreis 300 Bären.", [()]),
        ("Laut Amt leben in dem Haus 300 Bären.", [()]),
        (
            "Laut Amt leben in Seeburg seit Mai täglich 300 Bären.",
            [("in Seeburg", "seit Mai", "täglich")],
        ),
        ("Der Verein zählt davon 141 Fälle.", [("davon",)]),
        ("Das Amt meldet 300 Fälle, davon 20 Brüche.", [(), ("davon",)]),
        ("Das Amt meldet 300 Fälle, davon in der Stadt 20 Brüche.", [(), ("in der Stadt",)]),
        (
            "Das Amt meldet 300 Fälle, davon in der Stadt am See 20 Brüche.",
            [(), ("in der Stadt am See",)],
        ),
        ("Laut Amt kamen in den Tagen des Festes 300 Gäste.", [("in den Tagen des Festes",)]),
        ("Laut Amt kamen in den Tagen das Fest 300 Gäste.", [("in den Tagen",)]),
        ("Laut Amt kamen seit über zehn Jahren 300 Gäste.", [("seit über zehn Jahren",)]),
        ("Laut Amt kamen über zehn Jahre 300 Gäste.", [("über zehn Jahre",)]),
        (
            "Laut Amt sind unter den 402 Gästen 141 Männer.",
            [(), ("unter den 402 Gästen",)],
        ),
        ("Laut Amt sind unter der Brücke 141 Männer.", [()]),
        ("Das Amt zählt 300 Fälle, davon jetzt wohl auch sicher 20 Brüche.", [(), ()]),
    ],
)
def test_what_narrows_a_figure(text: str, scopes: list[tuple[str, ...]]) -> None:
    claims = extract(Article("a", text, published="2024-05-08"))
    assert [figure.scope for claim in claims for figure in claim.figures] == scopes
