"""The figures of sentences on many matters: their words, what they count, and its state."""

from __future__ import annotations

import pytest

from claimtrack.extract.figure.figures import read_figures
from claimtrack.german.document import read
from claimtrack.german.numbers import read_figure_text
from claimtrack.lexicon.states import phase_of, states
from claimtrack.model import Span

Row = tuple[str, str | None, str]

WAR: list[tuple[str, list[Row]]] = [
    (
        "Belarus habe beschlossen, insgesamt 4.000 Soldaten an die Grenze zu verlegen.",
        [("4.000", "Soldaten", "planned")],
    ),
    (
        "Nach Angaben des Ministeriums sind schon rund 700 Soldaten in den Norden entsandt worden.",
        [("rund 700", "Soldaten", "sent")],
    ),
    (
        "Er warf dem Nachbarland vor, Hunderte Kämpfer für den Angriff vorzubereiten.",
        [("Hunderte", "Kämpfer", "planned")],
    ),
    (
        "Er warf dem Nachbarland vor, Hunderte Kämpfer entsandt zu haben.",
        [("Hunderte", "Kämpfer", "sent")],
    ),
    (
        "Auch Tausende Reservisten sollen für den Einsatz mobilisiert werden.",
        [("Tausende", "Reservisten", "planned")],
    ),
    (
        "Es hieß, dass mehrere hundert ausländische Söldner im Land eingetroffen seien.",
        [("mehrere hundert", "ausländische Söldner", "deployed")],
    ),
    (
        "Das Land verfügt über 1,5 Millionen aktive Soldaten.",
        [("1,5 Millionen", "aktive Soldaten", "active")],
    ),
    (
        "Mindestens 200 der 3.000 entsandten Söldner kamen ums Leben.",
        [("Mindestens 200", "Söldner", "killed"), ("3.000", "entsandten Söldner", "sent")],
    ),
    (
        "Der Minister sagte, dass etwa 900 Freiwillige bereit seien, sich dem Heer anzuschließen.",
        [("etwa 900", "Freiwillige", "ready")],
    ),
    (
        "An der Übung „Nordwind“ werden rund 6.000 Soldaten beteiligt sein.",
        [("rund 6.000", "Soldaten", "exercise")],
    ),
    (
        "Das Land habe mehr als zwei Millionen Granaten an die Armee geliefert.",
        [("mehr als zwei Millionen", "Granaten", "delivered")],
    ),
    (
        "Berlin kündigte die Lieferung von 18 Kampfpanzern an.",
        [("18", "Kampfpanzern", "planned")],
    ),
    (
        "Kiew will bis zu 50 Drohnen in den Süden schicken.",
        [("bis zu 50", "Drohnen", "planned")],
    ),
    (
        "Die Luftabwehr habe 40 von 52 Drohnen abgeschossen.",
        [("40", "Drohnen", "shot_down"), ("52", "Drohnen", "other")],
    ),
    (
        "Die Rebellen töteten zwölf Soldaten und verletzten 30 Zivilisten.",
        [("zwölf", "Soldaten", "killed"), ("30", "Zivilisten", "wounded")],
    ),
    (
        "Der Tod von sechs Offizieren wurde bestätigt.",
        [("sechs", "Offizieren", "killed")],
    ),
    (
        "Die Miliz ließ 15 Geiseln frei.",
        [("15", "Geiseln", "released")],
    ),
    (
        "Rund 80 Kriegsgefangene seien ausgetauscht worden.",
        [("Rund 80", "Kriegsgefangene", "released")],
    ),
    (
        "Der Einsatz Tausender fremder Truppen bereite Sorge.",
        [("Tausender", "fremder Truppen", "deployed")],
    ),
    (
        "Es sei die Rede von 10.000 Soldaten, die nach Osten geschickt worden seien.",
        [("10.000", "Soldaten", "sent")],
    ),
]

DISASTERS: list[tuple[str, list[Row]]] = [
    (
        "Das Grubengas kostete 41 Bergleute das Leben.",
        [("41", "Bergleute", "killed")],
    ),
    (
        "Bei dem Sturz verloren 20 Menschen ihr Leben.",
        [("20", "Menschen", "killed")],
    ),
    (
        "Nach Darstellung des Fanverbands wurden bei dem Einsatz 120 Menschen verletzt.",
        [("120", "Menschen", "wounded")],
    ),
    (
        "In dem Tal seien 900 Hektar Wald verbrannt.",
        [("900 Hektar", "Wald", "damaged")],
    ),
    (
        "Bei dem Erdbeben starben nach ersten Angaben mindestens 120 Menschen.",
        [("mindestens 120", "Menschen", "killed")],
    ),
    (
        "Dabei seien zwölf Menschen getötet und 30 verletzt worden.",
        [("zwölf", "Menschen", "killed"), ("30", None, "wounded")],
    ),
    (
        "Es gab 17 Tote und mehr als 200 Verletzte.",
        [("17", "Tote", "killed"), ("mehr als 200", "Verletzte", "wounded")],
    ),
    # who speaks is not who is counted
    (
        "Überlebende berichteten von 300 Fahrgästen.",
        [("300", "Fahrgästen", "other")],
    ),
    (
        "Gerettet wurden nach einer Stunde 300 Fahrgäste.",
        [("300", "Fahrgäste", "rescued")],
    ),
    (
        "Die Wache meldete 40 Überlebende.",
        [("40", "Überlebende", "rescued")],
    ),
    (
        "Die Zahl der Toten stieg auf 300.",
        [("300", "Toten", "killed")],
    ),
    (
        "Die Opferzahl liege bei 45, teilte die Behörde mit.",
        [("45", "Opferzahl", "killed")],
    ),
    (
        "Mit 30 gab das Amt die Zahl der Toten an.",
        [("30", "Toten", "killed")],
    ),
    ("Mit 30 begann das Amt, die Zahl der Toten nannte es nicht.", []),
    ("Heute mit 30 gab das Amt die Zahl der Toten an.", []),
    (
        "Bei dem Unglück kamen, so die Polizei, neun Bergleute ums Leben.",
        [("neun", "Bergleute", "killed")],
    ),
    ("Noch immer werden 60 Bewohner vermisst.", [("60", "Bewohner", "missing")]),
    (
        "Unter den Trümmern sollen bis zu 40 Menschen verschüttet sein.",
        [("bis zu 40", "Menschen", "trapped")],
    ),
    (
        "Die Helfer retteten acht Kinder aus den Fluten.",
        [("acht", "Kinder", "rescued")],
    ),
    (
        "Rund 5.000 Anwohner mussten ihre Häuser verlassen.",
        [("Rund 5.000", "Anwohner", "evacuated")],
    ),
    (
        "Mehr als 2.000 Menschen seien evakuiert worden.",
        [("Mehr als 2.000", "Menschen", "evacuated")],
    ),
    (
        "Zehntausende sind auf der Flucht.",
        [("Zehntausende", None, "displaced")],
    ),
    (
        "Das Hochwasser zerstörte 350 Häuser.",
        [("350", "Häuser", "destroyed")],
    ),
    (
        "Es entstand ein Schaden von rund zwei Millionen Euro.",
        [("rund zwei Millionen Euro", "Euro", "damaged")],
    ),
    (
        "Das Beben hatte die Stärke 6,4.",
        [("Stärke 6,4", "Stärke", "other")],
    ),
    (
        "Etwa 100.000 Haushalte waren ohne Strom.",
        [("Etwa 100.000", "Haushalte", "affected")],
    ),
    (
        "Die Feuerwehr sprach von vier Toten und einem Dutzend Vermissten.",
        [("vier", "Toten", "killed"), ("einem Dutzend", "Vermissten", "missing")],
    ),
]

MORE_DISASTERS: list[tuple[str, list[Row]]] = [
    (
        "Die Zahl der Toten stieg auf 300, 20 weitere wurden verletzt.",
        [("300", "Toten", "killed"), ("20", None, "wounded")],
    ),
    (
        "Der Damm brach 2019. Es starben 300. Die Behörden vermissen 40 Menschen.",
        [("300", None, "killed"), ("40", "Menschen", "missing")],
    ),
    (
        "Etwa 1.500 Anwohner befinden sich auf der Flucht.",
        [("Etwa 1.500", "Anwohner", "displaced")],
    ),
    (
        "Der Sachschaden beläuft sich auf 5.000 Euro.",
        [("5.000 Euro", "Euro", "damaged")],
    ),
    ("Im Krankenhaus starben zwei Kinder.", [("zwei", "Kinder", "killed")]),
    ("Sechs Bewohner wurden ins Krankenhaus gebracht.", [("Sechs", "Bewohner", "hospitalised")]),
    (
        "Man habe gewarnt. Etwa 300 Flüchtlinge seien ertrunken.",
        [("Etwa 300", "Flüchtlinge", "killed")],
    ),
]

DEMONSTRATIONS: list[tuple[str, list[Row]]] = [
    (
        "Nach Angaben der Veranstalter kamen 7.000 Menschen zur Kundgebung.",
        [("7.000", "Menschen", "attending")],
    ),
    ("Die Polizei sprach von 3.500 Teilnehmern.", [("3.500", "Teilnehmern", "attending")]),
    (
        "Die Gewerkschaft sprach dagegen von 9.000 Teilnehmern.",
        [("9.000", "Teilnehmern", "attending")],
    ),
    (
        "Rund 300 Abgeordnete hätten dagegen gestimmt.",
        [("Rund 300", "Abgeordnete", "voted_against")],
    ),
    (
        "In der Hauptstadt gingen Zehntausende auf die Straße.",
        [("Zehntausende", None, "attending")],
    ),
    (
        "An dem Marsch nahmen rund 500 Lehrer teil.",
        [("rund 500", "Lehrer", "attending")],
    ),
    (
        "Für Samstag werden 50.000 Teilnehmer erwartet.",
        [("50.000", "Teilnehmer", "planned")],
    ),
    (
        "Die Polizei nahm 25 Demonstranten fest.",
        [("25", "Demonstranten", "arrested")],
    ),
    (
        "Es habe 40 Festnahmen gegeben.",
        [("40", "Festnahmen", "arrested")],
    ),
    ("Etwa 12.000 Beschäftigte streikten.", [("Etwa 12.000", "Beschäftigte", "striking")]),
    ("70 Beschäftigte legten am Montag die Arbeit nieder.", [("70", "Beschäftigte", "striking")]),
    ("70 Beschäftigte sind im Ausstand.", [("70", "Beschäftigte", "striking")]),
    ("70 Beschäftigte ließen sich dort nieder.", [("70", "Beschäftigte", "employed")]),
]

EPIDEMICS: list[tuple[str, list[Row]]] = [
    (
        "Binnen eines Tages wurden 820 Neuinfektionen gemeldet.",
        [("820", "Neuinfektionen", "infected")],
    ),
    (
        "Bislang hätten sich mehr als 3.000 Menschen infiziert.",
        [("mehr als 3.000", "Menschen", "infected")],
    ),
    (
        "In den Kliniken würden 90 Patienten beatmet.",
        [("90", "Patienten", "hospitalised")],
    ),
    ("Bisher sind 2,4 Millionen Menschen geimpft.", [("2,4 Millionen", "Menschen", "vaccinated")]),
    (
        "Bis Juni sollen 60 Prozent der Bevölkerung geimpft werden.",
        [("60 Prozent", "Bevölkerung", "planned")],
    ),
    ("An der Cholera erkrankten 75 Kinder.", [("75", "Kinder", "infected")]),
]

POLITICS: list[tuple[str, list[Row]]] = [
    (
        "Die Partei kam auf 31,5 Prozent der Stimmen.",
        [("31,5 Prozent", "Stimmen", "votes")],
    ),
    (
        "Für den Antrag stimmten 310 Abgeordnete.",
        [("310", "Abgeordnete", "voted_for")],
    ),
    (
        "Es gab 210 Ja-Stimmen, 95 Gegenstimmen und zwölf Enthaltungen.",
        [
            ("210", "Ja-Stimmen", "voted_for"),
            ("95", "Gegenstimmen", "voted_against"),
            ("zwölf", "Enthaltungen", "abstained"),
        ],
    ),
    (
        "Der Verein kam auf fünf Tonnen Müll.",
        [("fünf Tonnen", "Müll", "other")],
    ),
    (
        "Der Rechnungshof kommt auf 19 Millionen Euro.",
        [("19 Millionen Euro", "Euro", "other")],
    ),
    (
        "Die Liste gewann 30 Mandate.",
        [("30", "Mandate", "votes")],
    ),
    (
        "Die ersatzlos entfallenen Stunden machen 3 Prozent aus.",
        [("3 Prozent", "Prozent", "other")],
    ),
    (
        "Rund 9 Millionen Bürger sind wahlberechtigt.",
        [("Rund 9 Millionen", "Bürger", "eligible")],
    ),
    (
        "Die Wahlbeteiligung lag bei 64 Prozent.",
        [("64 Prozent", "Prozent", "votes")],
    ),
    (
        "Zwei Drittel der Abgeordneten lehnten das Gesetz ab.",
        [("Zwei Drittel", "Abgeordneten", "voted_against")],
    ),
]

MONEY: list[tuple[str, list[Row]]] = [
    (
        "Die Regierung will 500 Millionen Euro zahlen.",
        [("500 Millionen Euro", "Euro", "planned")],
    ),
    ("Der Konzern zahlte 1,2 Milliarden Dollar.", [("1,2 Milliarden Dollar", "Dollar", "paid")]),
    (
        "Die Brücke kostet mindestens 80 Millionen Franken.",
        [("mindestens 80 Millionen Franken", "Franken", "cost")],
    ),
    (
        "Die Firma meldete einen Verlust von 30 Millionen Euro.",
        [("30 Millionen Euro", "Euro", "lost")],
    ),
    (
        "Das Gericht verhängte eine Geldstrafe in Höhe von 20.000 Euro.",
        [("20.000 Euro", "Euro", "fined")],
    ),
    ("Die Preise stiegen um 4,5 Prozent.", [("4,5 Prozent", "Prozent", "rising")]),
    ("Die Löhne seien um drei Prozent gesunken.", [("drei Prozent", "Prozent", "falling")]),
    ("Die Zahl der Gäste stieg auf 12,5 Millionen.", [("12,5 Millionen", "Gäste", "attending")]),
    ("Die Aktie ist um fünf Prozent gefallen.", [("fünf Prozent", "Prozent", "falling")]),
    ("Der Konzern will 1.200 Stellen streichen.", [("1.200", "Stellen", "planned")]),
    (
        "Im Mai waren 2,7 Millionen Menschen arbeitslos.",
        [("2,7 Millionen", "Menschen", "unemployed")],
    ),
    (
        "Das Land habe 20.000 Tonnen Getreide exportiert.",
        [("20.000 Tonnen", "Getreide", "sold")],
    ),
    ("Die Stiftung sagte zehn Millionen Euro zu.", [("zehn Millionen Euro", "Euro", "pledged")]),
    ("Die Diebe erbeuteten 300 Uhren.", [("300", "Uhren", "stolen")]),
]

COURTS: list[tuple[str, list[Row]]] = [
    ("Angeklagt sind sieben Männer.", [("sieben", "Männer", "charged")]),
    (
        "Das Gericht verurteilte drei Männer zu je acht Jahren Haft.",
        [("drei", "Männer", "convicted")],
    ),
    ("Zwei Männer wurden freigesprochen.", [("Zwei", "Männer", "acquitted")]),
    ("Nur 300 Autos konnten verkauft werden.", [("300", "Autos", "sold")]),
    ("Die Behörden ließen 200 Gefangene frei.", [("200", "Gefangene", "released")]),
    ("Man habe 14 Verdächtige verhaftet.", [("14", "Verdächtige", "arrested")]),
]

SAID_OF_PEOPLE: list[tuple[str, list[Row]]] = [
    ("In den Gefechten am Fluss fielen 90 Soldaten.", [("90", "Soldaten", "killed")]),
    ("Die Armee räumte den Verlust von 14 Panzern ein.", [("14", "Panzern", "lost")]),
    ("Der Verlust von 14 Soldaten sei bitter.", [("14", "Soldaten", "killed")]),
    ("40 Delegierte sprachen sich dafür aus.", [("40", "Delegierte", "voted_for")]),
    ("Dafür sprächen 70 Briefe.", [("70", "Briefe", "other")]),
    ("Für eine Verlegung sprächen 70 Briefe.", [("70", "Briefe", "other")]),
    ("25 Besucher hätten behandelt werden müssen.", [("25", "Besucher", "wounded")]),
    ("Das Amt habe 25 Anträge behandelt.", [("25", "Anträge", "other")]),
    ("25 Besucher würden im Krankenhaus behandelt.", [("25", "Besucher", "hospitalised")]),
]

NOUNS_LEFT_OUT: list[tuple[str, list[Row]]] = [
    (
        "Gemeldet seien 60 bestätigte und 15 vermutete Fälle.",
        [("60", "bestätigte Fälle", "other"), ("15", "vermutete Fälle", "other")],
    ),
    (
        "Geborgen wurden 2 tote und 9 verletzte Bergleute.",
        [("2", "tote Bergleute", "killed"), ("9", "verletzte Bergleute", "wounded")],
    ),
    (
        "12 schwer verletzte und 24 leicht verletzte Personen lagen dort.",
        [
            ("12", "schwer verletzte Personen", "wounded"),
            ("24", "leicht verletzte Personen", "wounded"),
        ],
    ),
    (
        "Es seien 8 Bewohner tot. 21 weitere würden vermisst.",
        [("8", "Bewohner", "killed"), ("21", "Bewohner", "missing")],
    ),
    (
        "Es gab 8 Tote. 21 weitere würden vermisst.",
        [("8", "Tote", "killed"), ("21", None, "missing")],
    ),
    (
        "Das Amt sprach von 700 Teilnehmern, der Verband von 900.",
        [("700", "Teilnehmern", "attending"), ("900", "Teilnehmern", "attending")],
    ),
    ("Etwa ein Drittel des Waldes brannte.", [("Etwa ein Drittel", "Waldes", "other")]),
    ("Die Stärke gab der Dienst mit 5,4 an.", [("5,4", "Stärke", "other")]),
    ("Ein Beben der Stärke 6.", [("Stärke 6", "Stärke", "other")]),
    ("Die Magnitude 6,6 sei zu hoch.", [("Magnitude 6,6", "Magnitude", "other")]),
    ("Zirka 800 Teilnehmer kamen.", [("Zirka 800", "Teilnehmer", "attending")]),
]

NONE: list[tuple[str, list[Row]]] = [
    ("Nie habe er auch nur einen Euro genommen.", []),
    ("Die zweite Hälfte des Films sei vorbei.", []),
    ("Die Hälfte des Jahres sei vorbei.", []),
    ("Er wurde am 14. Oktober 2024 um 9 Uhr gewählt.", []),
    ("Die 35-jährige Frau war drei Jahre in Haft.", []),
    ("Nach Artikel 5 ist das ein Angriff, hieß es 2022.", []),
    ("Der zweite Anlauf dauerte zwei Wochen.", []),
    ("Der Ort liegt 20 Kilometer östlich.", []),
    ("In drei Städten gab es Proteste.", []),
    ("In drei Städten wurden Waffen gefunden.", []),
    ("In drei Berichten ging es um Fehler.", []),
    ("Eine Frau habe einen Mann gesehen.", []),
    ("Das sagte er zwei Mal.", []),
    ("Der Mann starb bei zwei Angriffen.", []),
    ("Die Männer im Alter von 62, 64 und 66 Jahren wurden verurteilt.", []),
    ("Die B 500 ist gesperrt, ein Mann wurde verletzt.", []),
    ("Der Streit um „Bahnhof 21“ ging weiter, ein Mann wurde verletzt.", []),
    ("Die verletzte Anna Huber, 30, lag im Krankenhaus.", []),
    ("2013 galt Slowenien als gefährdet.", []),
    ("Die 1.800 Kilogramm schwere Bombe wurde entschärft.", []),
]

LEVELS: list[tuple[str, list[Row]]] = [
    (
        "Die Prämie sinke von 30 auf 22 Prozent.",
        [("30", "Prozent", "other"), ("22 Prozent", "Prozent", "other")],
    ),
    ("Die Prämie sinke von Mai auf 22 Prozent.", [("22 Prozent", "Prozent", "other")]),
    ("Es gebe 36 Arten von Enten.", [("36", "Arten", "other")]),
    ("Es gebe zwei Arten von Enten.", []),
    ("In 212 Fällen fehlten Belege.", [("212", "Fällen", "other")]),
    ("In drei Fällen fehlten Belege.", []),
]

CALLED_OFF: list[tuple[str, list[Row]]] = [
    ("Am Morgen wurden 45 Flüge gestrichen.", [("45", "Flüge", "other")]),
    ("Die Reederei strich 12 Abfahrten.", [("12", "Abfahrten", "other")]),
    ("Die Reederei strich 120 Stellen.", [("120", "Stellen", "dismissed")]),
    ("Am Standort fallen 60 Arbeitsplätze weg.", [("60", "Arbeitsplätze", "dismissed")]),
    ("Im Stadttheater fallen 60 Vorstellungen weg.", [("60", "Vorstellungen", "other")]),
    ("In der Werft wurden 900 Hafenjobs abgebaut.", [("900", "Hafenjobs", "dismissed")]),
    ("Die Bank hat 80 Mitarbeiter abgebaut.", [("80", "Mitarbeiter", "dismissed")]),
    ("Am Ufer wurden 80 Zelte abgebaut.", [("80", "Zelte", "other")]),
]
"""Jobs are cut, and so are flights: only with a job somebody is dismissed."""


ALL = [
    *LEVELS,
    *WAR,
    *DISASTERS,
    *MORE_DISASTERS,
    *DEMONSTRATIONS,
    *EPIDEMICS,
    *POLITICS,
    *MONEY,
    *COURTS,
    *SAID_OF_PEOPLE,
    *CALLED_OFF,
    *NOUNS_LEFT_OUT,
    *NONE,
]


@pytest.mark.parametrize(("sentence", "rows"), ALL)
def test_the_figures_of_a_sentence(sentence: str, rows: list[Row]) -> None:
    found = read_figures(read(sentence), [Span(0, len(sentence))])
    assert [(figure.text, figure.what, figure.state) for figure in found] == rows


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in ALL])
def test_a_figure_can_be_read_again_from_its_own_words(sentence: str) -> None:
    for figure in read_figures(read(sentence), [Span(0, len(sentence))]):
        again = read_figure_text(figure.text)
        assert again is not None
        assert (again.value, again.near, again.far) == (figure.value, figure.near, figure.far)


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("Er habe nur ein Boot gesehen.", [("ein", "Boot", 1)]),
        ("Es sei lediglich eine rote Lampe gewesen.", [("eine", "Lampe", 1)]),
        ("Es war ein einzelner Hund.", [("ein einzelner", "Hund", 1)]),
        ("Sie haben einen einzigen Schuss gehört.", [("einen einzigen", "Schuss", 1)]),
        ("Keine einzige Beschwerde lag vor.", [("Keine einzige", "Beschwerde", 0)]),
        ("Er habe ein Boot gesehen.", []),
        ("Er habe kein Boot gesehen.", []),
        ("Er habe nur eine Woche gewartet.", []),
        ("Er habe keinen einzigen gesehen.", []),
    ],
)
def test_a_single_one_and_none_at_all(sentence: str, rows: list[tuple[str, str, float]]) -> None:
    found = read_figures(read(sentence), [Span(0, len(sentence))])
    assert [(figure.text, figure.what, figure.value) for figure in found] == rows


def test_only_figures_within_the_spans_are_read() -> None:
    body = "Dort starben 20 Menschen. Hier starben 30 Menschen."
    assert [figure.text for figure in read_figures(read(body), [Span(25, len(body))])] == ["30"]


def test_states_are_a_closed_list() -> None:
    assert {row[2] for _, rows in ALL for row in rows} <= set(states())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("planned", "ready", True),
        ("sent", "deployed", True),
        ("planned", "sent", False),
        ("sent", "killed", False),
        ("unheard", "unheard", True),
    ],
)
def test_phases(one: str, other: str, same: bool) -> None:
    assert (phase_of(one) == phase_of(other)) is same
