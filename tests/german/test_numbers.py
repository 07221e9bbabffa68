"""Numbers in running German text: what is found, of what kind, with which value and unit."""

from __future__ import annotations

import pytest

from claimtrack.german.numbers import find_quantities

VALUES = [
    # digits with German, Swiss and typographic separators
    ("192", "192", 192),
    ("Es kamen 1.500 Gäste.", "1.500", 1500),
    ("Es kamen 1'500 Gäste.", "1'500", 1500),
    ("Es kamen 1’500’000 Gäste.", "1’500’000", 1_500_000),
    ("Es kamen 10‘000 Gäste.", "10‘000", 10_000),
    ("Es kamen 10´000 Gäste.", "10´000", 10_000),
    ("Das ergibt 1'250.50 im Ganzen", "1'250.50", 1250.5),
    ("Das ergibt 1.250,50 im Ganzen", "1.250,50", 1250.5),
    ("Das kostet 10'000.-, hieß es", "10'000.-", 10_000),
    ("Das kostet 20.– im Monat", "20.–", 20),
    ("Das war 2020.- Und dann?", "2020", 2020),
    ("drei viertel Millionen Menschen", "drei viertel Millionen", 750_000),
    ("eine Viertelmillion Menschen", "eine Viertelmillion", 250_000),
    ("eine Dreiviertelmillion Menschen", "eine Dreiviertelmillion", 750_000),
    ("drei Viertel der Menschen", "drei Viertel", 0.75),
    ("Es kamen 1.000.000.000 Gäste.", "1.000.000.000", 10**9),
    ("Es kamen 300 000 Gäste.", "300 000", 300_000),
    ("Es kamen 300\u00a0000 Gäste.", "300\u00a0000", 300_000),
    ("Es kamen 300\u202f000 Gäste.", "300\u202f000", 300_000),
    ("Das ergibt 1.234.567,89 im Ganzen", "1.234.567,89", 1_234_567.89),
    ("Der Wert lag bei 0,8.", "0,8", 0.8),
    ("Der Wert lag bei 2.5, hieß es.", "2.5", 2.5),
    ("Der Wert lag bei 0.125, hieß es.", "0.125", 0.125),
    ("etwas mit 180,25 im Titel", "180,25", 180.25),
    ("bei -1,5 liegt der Index", "-1,5", -1.5),
    ("bei −20 liegt der Index", "−20", -20),
    ("minus fünf ist weniger", "minus fünf", -5),
    ("Minus 7 steht da", "Minus 7", -7),
    ("rechnet mit 1e10 Teilchen", "1e10", 1e10),
    ("rechnet mit 10k Klicks", "10k", 10_000),
    ("das sind 2^10 Zeilen", "2^10", 1024),
    # digits and scale words
    ("1,28 Mio. Menschen", "1,28 Mio.", 1_280_000),
    ("2,5 Mrd. Menschen", "2,5 Mrd.", 2_500_000_000),
    ("5 Mio Menschen", "5 Mio", 5_000_000),
    ("3,2 Millionen Menschen", "3,2 Millionen", 3_200_000),
    ("40 Tsd. Menschen", "40 Tsd.", 40_000),
    ("300 tausend Menschen", "300 tausend", 300_000),
    ("1 Million 200.000 Menschen", "1 Million 200.000", 1_200_000),
    ("7 Billionen Zellen", "7 Billionen", 7 * 10**12),
    ("2 Billiarden Zellen", "2 Billiarden", 2 * 10**15),
    ("eine Trillion Körner", "eine Trillion", 10**18),
    # number words of all sizes
    ("null Tore", "null", 0),
    ("das Zeichen eins", "eins", 1),
    ("zwei Häuser", "zwei", 2),
    ("zwo Häuser", "zwo", 2),
    ("Sieben Häuser brannten", "Sieben", 7),
    ("elf Häuser", "elf", 11),
    ("zwölf Häuser", "zwölf", 12),
    ("zwoelf Häuser", "zwoelf", 12),
    ("siebzehn Häuser", "siebzehn", 17),
    ("dreissig Häuser", "dreissig", 30),
    ("einundzwanzig Häuser", "einundzwanzig", 21),
    ("fünfundfünfzig Häuser", "fünfundfünfzig", 55),
    ("neunundneunzig Häuser", "neunundneunzig", 99),
    ("hundert Häuser", "hundert", 100),
    ("einhundert Häuser", "einhundert", 100),
    ("hunderteins Häuser", "hunderteins", 101),
    ("hundert und eins Häuser", "hundert und eins", 101),
    ("zweihundertfünfzig Häuser", "zweihundertfünfzig", 250),
    ("zwei hundert fünfzig Häuser", "zwei hundert fünfzig", 250),
    ("tausend Häuser", "tausend", 1000),
    ("tausendfünfhundert Häuser", "tausendfünfhundert", 1500),
    ("fünfzehnhundert Häuser", "fünfzehnhundert", 1500),
    ("zwölftausend Häuser", "zwölftausend", 12_000),
    ("zwei hundert tausend Häuser", "zwei hundert tausend", 200_000),
    ("ein tausend neun hundert Häuser", "ein tausend neun hundert", 1900),
    ("zwölf tausend Häuser", "zwölf tausend", 12_000),
    ("hunderttausend Häuser", "hunderttausend", 100_000),
    ("dreihundertfünfundvierzigtausendsechshundertachtundsiebzig", None, 345_678),
    ("eine Million Häuser", "eine Million", 10**6),
    ("zwei Millionen dreihunderttausend Häuser", "zwei Millionen dreihunderttausend", 2_300_000),
    ("eine Milliarde dreihundert Millionen", None, 1_300_000_000),
    ("hundert Millionen Häuser", "hundert Millionen", 10**8),
    ("fünf Billionen Zellen", "fünf Billionen", 5 * 10**12),
    ("zwei hundertfünfzig Häuser", "zwei hundertfünfzig", 250),
    ("zwei hunderttausend Häuser", "zwei hunderttausend", 200_000),
    ("zweieinhalbtausend Häuser", "zweieinhalbtausend", 2500),
    ("20 Dutzend Eier", "20 Dutzend", 240),
    ("1200 blieben", "1200", 1200),
    ("die Aussagen zweier Zeugen", "zweier", 2),
    # halves, dozens, decimals in words
    ("anderthalb Millionen Dosen", "anderthalb Millionen", 1_500_000),
    ("eineinhalb Millionen Dosen", "eineinhalb Millionen", 1_500_000),
    ("dreieinhalb Millionen Dosen", "dreieinhalb Millionen", 3_500_000),
    ("eineinviertel Millionen Dosen", "eineinviertel Millionen", 1_250_000),
    ("eine halbe Million Dosen", "eine halbe Million", 500_000),
    ("einer halben Milliarde Dosen", "einer halben Milliarde", 500_000_000),
    ("ein halbes Dutzend Dosen", "ein halbes Dutzend", 6),
    ("ein Dutzend Dosen", "ein Dutzend", 12),
    ("zwei Dutzend Dosen", "zwei Dutzend", 24),
    ("drei Komma fünf im Schnitt", "drei Komma fünf", 3.5),
    ("null Komma zwei fünf im Schnitt", "null Komma zwei fünf", 0.25),
    ("zwei Komma sieben Millionen", "zwei Komma sieben Millionen", 2_700_000),
    ("zwei und ein Viertel", "zwei und ein Viertel", 2.25),
    # fractions
    ("ein Drittel der Sitze", "ein Drittel", 1 / 3),
    ("zwei Drittel der Sitze", "zwei Drittel", 2 / 3),
    ("drei Viertel der Sitze", "drei Viertel", 0.75),
    ("fünf Achtel der Sitze", "fünf Achtel", 0.625),
    ("drei Zehntel der Sitze", "drei Zehntel", 0.3),
    ("ein Hundertstel davon", "ein Hundertstel", 0.01),
    ("die Hälfte der Sitze", "Hälfte", 0.5),
    ("ein halb mal so groß", "ein halb", 0.5),
    ("jeder dritte Haushalt", "jeder dritte", 1 / 3),
    ("etwa 1/4 davon".removeprefix("etwa "), "1/4", 0.25),
    ("das Maß 2 1/2 gilt", "2 1/2", 2.5),
    ("das Maß 1½ gilt", "1½", 1.5),
    ("das Maß ¾ gilt", "¾", 0.75),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_one_number_and_its_value(text: str, words: str | None, value: float) -> None:
    (found,) = find_quantities(text)
    assert found.text == (words or text)
    assert found.value == pytest.approx(value)


UNITS = [
    ("20 %", "20 %", "percent", 20, "%"),
    ("20% mehr", "20%", "percent", 20, "%"),
    ("20\u00a0Prozent", "20\u00a0Prozent", "percent", 20, "%"),
    ("20\u2007Prozent", "20\u2007Prozent", "percent", 20, "%"),
    ("20 prozent", "20 prozent", "percent", 20, "%"),
    ("zwanzig Prozent", "zwanzig Prozent", "percent", 20, "%"),
    ("minus 3,4 Prozent", "minus 3,4 Prozent", "percent", -3.4, "%"),
    ("einhundert Prozent", "einhundert Prozent", "percent", 100, "%"),
    ("drei Komma fünf Prozent", "drei Komma fünf Prozent", "percent", 3.5, "%"),
    ("2,5 Prozentpunkte", "2,5 Prozentpunkte", "percent", 2.5, "Prozentpunkt"),
    ("0,5 Promille", "0,5 Promille", "percent", 0.5, "‰"),
    ("50 US-Dollar", "50 US-Dollar", "money", 50, "USD"),
    ("Dollar 50", "Dollar 50", "money", 50, "USD"),
    ("$50", "$50", "money", 50, "USD"),
    ("$ 1,5 Milliarden", "$ 1,5 Milliarden", "money", 1.5e9, "USD"),
    ("US$ 30", "US$ 30", "money", 30, "USD"),
    ("zehn Dollar", "zehn Dollar", "money", 10, "USD"),
    ("14,99 €", "14,99 €", "money", 14.99, "EUR"),
    ("99€", "99€", "money", 99, "EUR"),
    ("EUR 1.000", "EUR 1.000", "money", 1000, "EUR"),
    ("500 Mio. Euro", "500 Mio. Euro", "money", 5e8, "EUR"),
    ("eine halbe Milliarde Euro", "eine halbe Milliarde Euro", "money", 5e8, "EUR"),
    ("ein Euro", "ein Euro", "money", 1, "EUR"),
    ("80 Schweizer Franken", "80 Schweizer Franken", "money", 80, "CHF"),
    ("Fr. 4.50", "Fr. 4.50", "money", 4.5, "CHF"),
    ("120 Pfund", "120 Pfund", "money", 120, "GBP"),
    ("7 Milliarden Rubel", "7 Milliarden Rubel", "money", 7e9, "RUB"),
    ("3000 Yen", "3000 Yen", "money", 3000, "JPY"),
    ("zwölf türkische Lira", "zwölf türkische Lira", "money", 12, "TRY"),
    ("60 Cent", "60 Cent", "money", 60, "Cent"),
    ("29 km", "29 km", "length", 29, "Kilometer"),
    ("29km Straße", "29km", "length", 29, "Kilometer"),
    ("fünf Kilometer", "fünf Kilometer", "length", 5, "Kilometer"),
    ("einen Meter", "einen Meter", "length", 1, "Meter"),
    ("1700 Meter", "1700 Meter", "length", 1700, "Meter"),
    ("2,5 Zentimeter", "2,5 Zentimeter", "length", 2.5, "Zentimeter"),
    ("12 Seemeilen", "12 Seemeilen", "length", 12, "Seemeile"),
    ("80 m²", "80 m²", "area", 80, "Quadratmeter"),
    ("4.000 Quadratkilometer", "4.000 Quadratkilometer", "area", 4000, "Quadratkilometer"),
    ("achtzig Hektar", "achtzig Hektar", "area", 80, "Hektar"),
    ("180,25ml Saft", "180,25ml", "volume", 180.25, "Milliliter"),
    ("zwei Liter", "zwei Liter", "volume", 2, "Liter"),
    ("1,2 Millionen Barrel", "1,2 Millionen Barrel", "volume", 1.2e6, "Barrel"),
    ("20.000 Tonnen", "20.000 Tonnen", "mass", 20_000, "Tonne"),
    ("75 kg", "75 kg", "mass", 75, "Kilogramm"),
    ("3 t", "3 t", "mass", 3, "Tonne"),
    ("130 km/h", "130 km/h", "speed", 130, "Kilometer pro Stunde"),
    ("90 Kilometer pro Stunde", "90 Kilometer pro Stunde", "speed", 90, "Kilometer pro Stunde"),
    ("-12 °C", "-12 °C", "temperature", -12, "Grad Celsius"),
    ("38,5 Grad Celsius", "38,5 Grad Celsius", "temperature", 38.5, "Grad Celsius"),
    ("70 Grad Fahrenheit", "70 Grad Fahrenheit", "temperature", 70, "Grad Fahrenheit"),
    ("minus zehn Grad", "minus zehn Grad", "temperature", -10, "Grad"),
    ("35 Jahre alt", "35 Jahre alt", "age", 35, "Jahr"),
    ("ein drei Monate altes Kind".removeprefix("ein "), "drei Monate altes", "age", 3, "Monat"),
    ("im Alter von 81 Jahren", "81 Jahren", "age", 81, "Jahr"),
    ("zehn Tage", "zehn Tage", "duration", 10, "Tag"),
    ("40 Minuten", "40 Minuten", "duration", 40, "Minute"),
    ("3,6 Gigawatt", "3,6 Gigawatt", "power", 3.6, "Gigawatt"),
    ("800 kWh", "800 kWh", "energy", 800, "Kilowattstunde"),
    ("64 GB", "64 GB", "data", 64, "Gigabyte"),
    ("Stärke 7,8", "Stärke 7,8", "magnitude", 7.8, "Stärke"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value", "unit"), UNITS)
def test_a_number_with_its_unit(text: str, words: str, kind: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.text, found.kind, found.unit) == (words, kind, unit)
    assert found.value == pytest.approx(value)


KINDS = [
    ("der dritte Anlauf", "dritte", "ordinal", 3),
    ("zum einundzwanzigsten Mal", "einundzwanzigsten", "ordinal", 21),
    ("die hundertste Folge", "hundertste", "ordinal", 100),
    ("sein 21ster Sieg", "21ster", "ordinal", 21),
    ("der 3. Platz", "3.", "ordinal", 3),
    ("3-mal gewonnen", "3-mal", "multiple", 3),
    ("30 000 Mal geklickt", "30 000 Mal", "multiple", 30_000),
    ("Hans Mayer, 47, kam", "47", "age", 47),
    ("Hans Mayer (47) kam", "47", "age", 47),
    ("Vom Werk „Haus 21“ an", "21", "label", 21),
    ("die 2019 gegründeten Firmen", "2019", "year", 2019),
    ("2015 lehnten Abgeordnete ab", "2015", "year", 2015),
    ("dreimal gewonnen", "dreimal", "multiple", 3),
    ("das Zehnfache", "Zehnfache", "multiple", 10),
    ("Seit 2014 gilt das.", "2014", "year", 2014),
    ("im Jahr 2024 Soldaten schickte", "2024", "year", 2024),
    ("Olympia 2028", "2028", "year", 2028),
    ("am 14. Oktober", "14. Oktober", "date", None),
    ("am 3.10.2024", "3.10.2024", "date", None),
    ("am 2024-10-14", "2024-10-14", "date", None),
    ("um 14.30 Uhr", "14.30 Uhr", "time", None),
    ("um 9:05 gestartet", "9:05", "time", None),
    ("endete 3:1 für Graz", "3:1", "score", None),
    ("unter 030 1234567 melden", "030 1234567", "phone", None),
    ("nach § 129 verfolgt", "129", "label", 129),
    ("nach Artikel 5 gerufen", "5", "label", 5),
    ("weil Tempo 30 Leben rette", "30", "label", 30),
    ("auf der Landesstraße 12", "12", "label", 12),
    ("eine Boeing 747 landete", "747", "label", 747),
    ("ein A320 landete", "320", "label", 320),
    ("gegen Covid-19 geimpft", "19", "label", 19),
    ("eine 81-jährige Frau", "81-jährige", "age", 81),
    ("der Fünfzehnjährige", "Fünfzehnjährige", "age", 15),
    ("die 90-minütige Sitzung", "90", "attribute", 90),
    ("Sie wurde die 11.", "11.", "ordinal", 11),
    ("das Zwei-Prozent-Ziel", "Zwei", "attribute", 2),
    ("die 1990er Jahre", "1990", "attribute", 1990),
    ("der Rechner 192.168.1.2", "192.168.1.2", "code", None),
    ("in der Saison 2023/24", "2023/24", "code", None),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), KINDS)
def test_what_is_not_counted_has_a_kind_of_its_own(
    text: str, words: str, kind: str, value: float | None
) -> None:
    (found,) = find_quantities(text)
    assert (found.text, found.kind, found.value) == (words, kind, value)


INTERVALS = [
    ("500", (500, 500), (500, 500)),
    ("genau 500", (500, 500), (500, 500)),
    ("etwa 10.000", (9000, 11000), (7000, 13000)),
    ("rund 2000", (1800, 2200), (1400, 2600)),
    ("ca. 100", (90, 110), (70, 130)),
    ("an die 100", (90, 110), (70, 130)),
    ("schätzungsweise zehntausend", (9000, 11000), (7000, 13000)),
    ("fast 100", (90, 100), (70, 100)),
    ("knapp zwei Millionen", (1.8e6, 2e6), (1.4e6, 2e6)),
    ("gut 100", (100, 110), (100, None)),
    ("über 300", (300, 330), (300, None)),
    ("mehr als fünf Millionen", (5e6, 5.5e6), (5e6, None)),
    ("deutlich mehr als 50", (50, 55), (50, None)),
    ("weniger als 50", (45, 50), (0, 50)),
    ("mindestens 1.000", (1000, None), (1000, None)),
    ("mindestens ein", (1, None), (1, None)),
    ("500 oder mehr", (500, None), (500, None)),
    ("bis zu 40", (0, 40), (0, 40)),
    ("bis zu etwa 40", (0, 40), (0, 40)),
    ("höchstens 40", (0, 40), (0, 40)),
    ("10 bis 20", (10, 20), (10, 20)),
    ("10–20", (10, 20), (10, 20)),
    ("zwischen 10 und 20", (10, 20), (10, 20)),
    ("zwischen 2 und 3 Millionen", (2e6, 3e6), (2e6, 3e6)),
    ("zwei bis drei Millionen", (2e6, 3e6), (2e6, 3e6)),
    ("zwei- bis dreihundert", (200, 300), (200, 300)),
    ("2- bis 3000", (2000, 3000), (2000, 3000)),
    ("10- bis 15.000", (10_000, 15_000), (10_000, 15_000)),
    ("5- bis 600", (500, 600), (500, 600)),
    ("20- bis 3000", (20, 3000), (20, 3000)),
    ("20- bis 30", (20, 30), (20, 30)),
    ("80.000 bis 100.000", (80_000, 100_000), (80_000, 100_000)),
    ("500.000 bis 2 Millionen", (500_000, 2e6), (500_000, 2e6)),
    ("rund 10 bis 20 Prozent", (9, 22), (7, 26)),
    ("10 Prozent bis 20 Prozent", (10, 20), (10, 20)),
    ("Dutzende", (24, 99), (24, 99)),
    ("mehrere Dutzend", (24, 99), (24, 99)),
    ("Hunderte", (200, 999), (200, 999)),
    ("mehrere hundert", (200, 999), (200, 999)),
    ("mehrere 100", (200, 999), (200, 999)),
    ("Tausende", (2000, 9999), (2000, 9999)),
    ("Tausender", (2000, 9999), (2000, 9999)),
    ("mehrere tausend", (2000, 9999), (2000, 9999)),
    ("einige tausend", (2000, 9999), (2000, 9999)),
    ("ein paar tausend", (2000, 9999), (2000, 9999)),
    ("Zehntausende", (20_000, 99_999), (20_000, 99_999)),
    ("mehrere zehntausend", (20_000, 99_999), (20_000, 99_999)),
    ("Hunderttausende", (200_000, 999_999), (200_000, 999_999)),
    ("Dutzende Millionen", (24e6, 99_999_999), (24e6, 99_999_999)),
    ("mehrere Millionen", (2e6, 9_999_999), (2e6, 9_999_999)),
    ("minus 10", (-10, -10), (-10, -10)),
    ("etwa minus 10", (-11, -9), (-13, -7)),
    ("hohen einstelligen Millionenbereich", (7e6, 9e6), (5e6, 9_999_999)),
    ("niedrigen zweistelligen Millionenbetrag", (10e6, 40e6), (10e6, 59_999_999)),
    ("sechsstelligen Betrag", (100_000, 999_999), (100_000, 999_999)),
    ("unteren dreistelligen Millionenbereich", (100e6, 400e6), (100e6, 599_999_999)),
    ("mittlere zweistellige Zahl", (40, 70), (30, 89)),
    ("mittleren einstelligen Milliardenbetrag", (4e9, 6e9), (3e9, 8_999_999_999)),
    ("hohen fünfstelligen Wert", (70_000, 99_999), (50_000, 99_999)),
    ("einstelliger Millionenbetrag", (1e6, 9e6), (1e6, 9_999_999)),
    ("hoher zweistelliger Prozentbereich", (70, 99), (50, 99)),
    ("hohen siebenstelligen Bereich", (7e6, 9_999_999), (5e6, 9_999_999)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "near", "far"), INTERVALS)
def test_what_the_words_can_mean(
    text: str, near: tuple[float, float | None], far: tuple[float, float | None]
) -> None:
    (found,) = find_quantities(text)
    assert (found.text, tuple(found.near), tuple(found.far)) == (text, near, far)


NONE = [
    "Eine Frau und ein Mann sprachen.",
    "Wir achten auf alles.",
    "Das geriet außer Acht.",
    "Die Elf aus Bremen verlor.",
    "im Viertel nebenan",
    "ein Jahrhundert, ein Jahrtausend".replace("ein ", ""),
    "dreist, zweifelnd, einst, viert",
    "mehrere Menschen",
    "über eines der größten Heere",
    "halb offen",
    "Der Code sei sechsstellig.",
    "eine vierstellige Nummer",
    "eine zweistellige Hausnummer",
    "im zweistelligen Bereich",
]


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_look_like_numbers(text: str) -> None:
    assert find_quantities(text) == ()


SEVERAL = [
    ("verfügt über 1,28 Millionen Soldaten und über 300 Panzer", ["1,28 Millionen", "300"]),
    ("die Berichte über 300 Tote", ["300"]),
    ("Dabei starben über 300 Menschen", ["über 300"]),
    ("die Zahl stieg von 200 auf 300", ["200", "300"]),
    ("fünf und zwanzig Jahre Haft", ["fünf", "zwanzig Jahre"]),
    ("von 2015 bis 2020", ["2015", "2020"]),
    ("schon rund 1.500 und nur 20", ["rund 1.500", "20"]),
]


@pytest.mark.parametrize(("text", "words"), SEVERAL)
def test_several_numbers_and_prepositions(text: str, words: list[str]) -> None:
    assert [quantity.text for quantity in find_quantities(text)] == words


ROLES = [
    ("1.000 der 11.000 Helfer", ["part", "whole"]),
    ("300 von 500 Sitzen", ["part", "whole"]),
    ("ein Drittel der 900 Sitze", ["part", "whole"]),
    ("20 weitere Helfer", ["more"]),
    ("weitere 20 Helfer", ["more"]),
    ("20 Helfer", [None]),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_part_whole_and_more(text: str, roles: list[str | None]) -> None:
    assert [quantity.role for quantity in find_quantities(text)] == roles
