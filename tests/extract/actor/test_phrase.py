"""The words of a speaker taken apart, cited, cut in two; each shape beside its neighbour."""

from __future__ import annotations

import pytest

from claimtrack.extract.actor import acronyms, citation_form
from claimtrack.extract.actor.by_office import same_office
from claimtrack.extract.actor.expression import Expression, mentioned, speakers
from claimtrack.extract.actor.people import find_names
from claimtrack.extract.actor.phrase import SpeakerPhrase, parse
from claimtrack.german.document import read
from claimtrack.german.tokens import text_of
from claimtrack.model import Span
from claimtrack.registry import Registry

REGISTRY = Registry.shipped()


def _phrase(text: str) -> SpeakerPhrase:
    return parse(read(text).tokens, REGISTRY)


def _mention(text: str) -> Expression:
    return mentioned(read(text), [Span(0, len(text))], REGISTRY)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # a noun with what hangs behind it, and with a name
        (
            "der Chef des Bündnisses NATO",
            {"determiner": "der", "noun": "Chef", "attribute": "des Bündnisses NATO"},
        ),
        (
            "Chef Max Beck vom Verband",
            {"noun": "Chef", "name": "Max Beck", "attribute": "vom Verband"},
        ),
        (
            "Vorsitzende der SPD Lars Klingbeil",
            {"noun": "Vorsitzende", "name": "Lars Klingbeil", "attribute": "der SPD"},
        ),
        (
            "Vizekanzler und Finanzminister Lars Klingbeil",
            {"noun": "Finanzminister", "name": "Lars Klingbeil"},
        ),
        ("General al-Masri", {"noun": "General", "name": "al-Masri"}),
        ("Seismologin Dr. Maria Lehner", {"noun": "Seismologin", "name": "Maria Lehner"}),
        # a title before a name, and alone
        ("Professorin Lehner", {"name": "Lehner"}),
        ("die Professorin", {"determiner": "die", "noun": "Professorin"}),
        # whose somebody is: behind the noun, before it
        (
            "der Präsident Frankreichs",
            {"determiner": "der", "noun": "Präsident", "attribute": "Frankreichs"},
        ),
        ("der Sprecher Kolbe", {"determiner": "der", "noun": "Sprecher", "name": "Kolbe"}),
        ("ein Sprecher Kolbes", {"determiner": "ein", "noun": "Sprecher", "attribute": "Kolbes"}),
        (
            "ein Sprecher der Stadträtin Eva Roth",
            {"determiner": "ein", "noun": "Sprecher", "attribute": "der Stadträtin Eva Roth"},
        ),
        (
            "Südkoreas Präsident Yoon Suk Yeol",
            {"owner": "Südkoreas", "noun": "Präsident", "name": "Yoon Suk Yeol"},
        ),
        (
            "Hannovers früherer Bürgermeister",
            {"adjectives": "früherer", "owner": "Hannovers", "noun": "Bürgermeister"},
        ),
        ("Hannovers Hügel", {"name": "Hannovers Hügel"}),
        ("Hubers Ansicht", {"owner": "Hubers", "noun": "Ansicht"}),
        ("Carla Botts Kollege", {"owner": "Carla Botts", "noun": "Kollege"}),
        ("Carla Bott Kollege", {"name": "Carla Bott Kollege"}),
        # adjectives, in a row too; an age and an adverb are none
        (
            "der neue und alte Chef",
            {"determiner": "der", "adjectives": "neue und alte", "noun": "Chef"},
        ),
        ("der sehr alte Chef", {"determiner": "der", "adjectives": "alte", "noun": "Chef"}),
        ("die erst 29-jährige Anna Roth", {"determiner": "die", "name": "Anna Roth"}),
        ("US-amerikanische Beamte", {"adjectives": "US-amerikanische", "noun": "Beamte"}),
        ("Deutsche Beamte", {"adjectives": "Deutsche", "noun": "Beamte"}),
        ("der Deutsche", {"determiner": "der", "noun": "Deutsche"}),
        # a long attribute is dropped
        ("der 2004 verstorbene Präsident", {"determiner": "der", "noun": "Präsident"}),
        ("die in Bonn geborene Meier", {"determiner": "die", "name": "Meier"}),
        (
            "der als Held gefeierte Trainer Max Beck",
            {"determiner": "der", "noun": "Trainer", "name": "Max Beck"},
        ),
        # what counts
        ("47 Ärzte", {"determiner": "47", "noun": "Ärzte"}),
        ("viele Ärzte", {"determiner": "viele", "noun": "Ärzte"}),
        # where somebody is from, and a name alone
        ("Notburga Steiner aus Huben", {"name": "Notburga Steiner", "attribute": "aus Huben"}),
        ("Lula da Silva", {"name": "Lula da Silva"}),
        ("Bewertung von Experten", {"name": "Bewertung", "attribute": "von Experten"}),
        # a name in marks goes with the noun right before it
        (
            "das Bündnis „Klinik bleibt“",
            {"determiner": "das", "noun": "Bündnis", "name": "Klinik bleibt"},
        ),
    ],
)
def test_the_parts_of_a_phrase(text: str, parts: dict[str, str]) -> None:
    phrase = _phrase(text)
    found = {
        "determiner": phrase.determiner,
        "adjectives": " ".join(phrase.adjectives),
        "owner": phrase.owner,
        "noun": phrase.noun,
        "name": phrase.name,
        "attribute": phrase.attribute,
    }
    assert {part: words for part, words in found.items() if words} == parts


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Südkoreas Präsident Yoon Suk Yeol", True),
        ("die südkoreanische Nachrichtenagentur Yonhap", False),
        ("Notburga Steiner aus Huben", True),
        ("Notburga Steiner in Huben", False),
        ("die Steiner aus Huben", False),
        ("Dr. Lehner", True),
        ("Lehner", False),
        ("Gemeindevorstand Gian Caviezel", True),
        ("ein Sprecher Kolbes", False),
    ],
)
def test_a_name_is_surely_a_person_s(text: str, person: bool) -> None:
    assert _phrase(text).person is person


@pytest.mark.parametrize(
    ("text", "plural", "cited"),
    [
        ("die Minister", True, "Minister"),
        ("der Minister", False, "Minister"),
        ("den Ministern", True, "Minister"),
        ("die Ministerien", True, "Ministerien"),
        ("das Ministerium", False, "Ministerium"),
        ("der Experte", False, "Experte"),
        ("den Experten", True, "Experten"),
        ("dem Experten", False, "Experte"),
        ("Experten", True, "Experten"),
        ("der Angestellte", False, "Angestellter"),
        ("Angestellter", False, "Angestellter"),
        ("Angestellte", True, "Angestellte"),
        ("die Angestellten", True, "Angestellte"),
        ("dem Angestellten", False, "Angestellter"),
        ("neuer Angestellter", False, "neuer Angestellter"),
        ("westlichen Beamten", True, "westliche Beamte"),
        ("neue Chef", False, "neuer Chef"),
        ("die neue Chefin", False, "neue Chefin"),
        ("dem neuen Amt", False, "neues Amt"),
        ("des Uferner Boulevardkuriers", False, "Uferner Boulevardkurier"),
        ("des Uferner Kubus", False, "Uferner Kubus"),
        ("12 Uferner", False, "12 Uferner"),
    ],
)
def test_number_and_citation(text: str, plural: bool, cited: str) -> None:
    phrase = _phrase(text)
    assert (phrase.plural, citation_form.cite(phrase)) == (plural, cited)


@pytest.mark.parametrize(
    ("text", "opens", "cited"),
    [
        ("Deutsche Beamte", False, "Deutsche Beamte"),
        ("Deutsche Beamte", True, "deutsche Beamte"),
        ("die Deutsche Bank", True, "Deutsche Bank"),
        ("Berliner Beamte", True, "Berliner Beamte"),
        ("US-amerikanische Beamte", True, "US-amerikanische Beamte"),
    ],
)
def test_a_capital_that_only_opens_a_sentence(text: str, opens: bool, cited: str) -> None:
    assert citation_form.cite(_phrase(text), opens=opens) == cited


@pytest.mark.parametrize(("more", "whole"), [(0, True), (1, False)])
def test_what_hangs_behind_is_cut_between_words(more: int, whole: bool) -> None:
    short = "Leiter der Halle"
    name = "K".ljust(citation_form.LONGEST - len(short) - 1 + more, "a")
    cited = citation_form.cite(_phrase(f"der {short} {name}"))
    assert cited == (f"{short} {name}" if whole else short)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mia Lund (34), Chefin der Firma, die neu ist", ["Mia Lund", "Chefin der Firma"]),
        ("Mia Lund (34", ["Mia Lund"]),
        ("die Chefin, die", ["die Chefin"]),
        ("die Chefin, die Neue", ["die Chefin", "die Neue"]),
        ("der Rat, welcher kam", ["der Rat"]),
        ("der Rat, das Amt", ["der Rat", "das Amt"]),
        ("Gesundheits-, Sozial- und Kulturdirektor Veit Lamm, Arzt",
         ["Kulturdirektor Veit Lamm", "Arzt"]),
    ],
)  # fmt: skip
def test_the_pieces_of_a_mention(text: str, parts: list[str]) -> None:
    assert [text_of(phrase) for phrase in _mention(text)._pieces()] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Südkorea und der Ukraine", ["Südkorea", "der Ukraine"]),
        ("sowohl Moskau als auch Kiew", ["Moskau", "Kiew"]),
        ("weder Moskau noch Kiew", ["Moskau", "Kiew"]),
        ("Ärzte wie auch Helfer", ["Ärzte", "Helfer"]),
        ("Trainerin Sofie Lindt und Kapitän Nils Arndt",
         ["Trainerin Sofie Lindt", "Kapitän Nils Arndt"]),
        ("Mia Lund (34), Chefin der Firma, und Tom Berg (40)",
         ["Mia Lund (34), Chefin der Firma", "Tom Berg (40)"]),
        ("Mia Lund, Chefin der Firma, und die Stadt",
         ["Mia Lund, Chefin der Firma", "die Stadt"]),
        ("Mia Lund, Chefin der Firma und der Stadt", None),
        ("US- und Nato-Vertreter", None),
        ("russische und ukrainische Beamte", None),
        ("Polizei und 30", None),
        ("Schülerinnen und Schüler", None),
        ("Vizekanzler und Finanzminister Lars Klingbeil", None),
        ("Chef des Rates und der Stadt", None),
        ("Ärzte ohne Grenzen", None),
    ],
)  # fmt: skip
def test_several_speakers_or_one(text: str, parts: list[str] | None) -> None:
    assert [part.text for part in speakers(_mention(text))] == ([text] if parts is None else parts)


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Das Landesamt für Umwelt (LfU) kam.", "LfU", "Landesamt für Umwelt"),
        ("Das Bundesamt für Flüchtlinge (Bamf) kam.", "Bamf", "Bundesamt für Flüchtlinge"),
        ("Das Institut für Waldbau („IWB“) kam.", "IWB", "Institut für Waldbau"),
        ("Der IWB (Institut für Waldbau) kam.", "IWB", "Institut für Waldbau"),
        ("Institut für Waldbau (IWB)", "IWB", "Institut für Waldbau"),
        ("Das neue Institut für Waldbau im Institut für Waldbau (IWB) kam.", "IWB",
         "Institut für Waldbau"),
        ("Der IWB (Verein) kam.", "", ""),
        ("Anna Roth (SPD) kam.", "", ""),
        ("Das Haus am See (2019) kam.", "", ""),
        ("Die Kommission (siehe oben) kam.", "", ""),
        ("Ein Rat (R) kam.", "", ""),
        ("Der Verband (ABC) kam.", "", ""),
        ("(IWB)", "", ""),
        ("Das Institut\nfür Waldbau (IWB) kam.", "IWB", "Institut für Waldbau"),
        ("Das Institut\n\nfür Waldbau (IWB) kam.", "", ""),
    ],
)  # fmt: skip
def test_short_forms(text: str, short: str, long: str) -> None:
    assert acronyms.introduced(read(text)) == ({short: long} if short else {})


def test_the_first_long_form_of_a_short_one_stands() -> None:
    text = "Das Institut für Waldbau (IWB) kam. Die Inneren Werke Bonn (IWB) kamen."
    assert acronyms.introduced(read(text)) == {"IWB": "Institut für Waldbau"}


@pytest.mark.parametrize(
    ("text", "name", "gender", "office", "of"),
    [
        ("Der ukrainische Präsident Karl Beck kam.", "Karl Beck", "m", "Präsident", "ukrainische"),
        ("Südkoreas Präsident Karl Beck kam.", "Karl Beck", "m", "Präsident", "Südkoreas"),
        ("Der Chef der Stadt, Karl Beck, kam.", "Karl Beck", "m", "Chef", "der Stadt"),
        ("Karl Beck, Leiter des Zoos, kam.", "Karl Beck", "m", "Leiter", "des Zoos"),
        ("Karl Beck, ein Leiter, kam.", "Karl Beck", "m", "", ""),
        ("Karl Beck ist seit 2010 Trainer.", "Karl Beck", "m", "Trainer", ""),
        ("Karl Beck ist seit 2010 Trainer des Klubs.", "Karl Beck", "m", "Trainer", "des Klubs"),
        ("Karl Beck war krank, der Trainer kam.", "Karl Beck", "m", "", ""),
        ("Vizekanzler und Finanzminister Karl Beck kam.", "Karl Beck", "m", "Finanzminister", ""),
        # gender by first name, by title, by office
        ("Frau Karla Beck kam.", "Karla Beck", "f", "", ""),
        ("Herr Kim Beck kam.", "Kim Beck", "m", "", ""),
        ("Frau Kim Beck kam.", "Kim Beck", "f", "", ""),
        ("Kim Beck kam.", "Kim Beck", "", "", ""),
        ("Die Leiterin Kim Beck kam.", "Kim Beck", "f", "Leiterin", ""),
        ("Der Leiter Kim Beck kam.", "Kim Beck", "", "Leiter", ""),
        # where a name ends
        ("Karl Beck Fehler kam.", "Karl Beck", "m", "", ""),
        ("Karl Beck 3. März kam.", "Karl Beck", "m", "", ""),
        ("Karl März kam.", "Karl März", "m", "", ""),
        ("Peter Meiers Anwalt kam.", "Peter Meier", "m", "", ""),
        ("Peter Meiers kam.", "Peter Meiers", "m", "", ""),
        ("Joe Stork von der Polizei kam.", "Joe Stork", "m", "", ""),
        ("Otto Graf von Lahn kam.", "Otto Graf von Lahn", "m", "", ""),
        ("Otto Graf von der Polizei kam.", "Otto Graf", "m", "", ""),
        ("Dilma Souza da Costa kam.", "Dilma Souza da Costa", "f", "", ""),
        # no full name
        ("Frau Beck kam.", None, "", "", ""),
        ("Landrat Brück Fehler kam.", None, "", "", ""),
        ("Gemeinderat Sankt Moritz kam.", None, "", "", ""),
        ("Gemeinderat Gian Caviezel kam.", "Gian Caviezel", "", "", ""),
    ],
)  # fmt: skip
def test_people_of_a_text(text: str, name: str | None, gender: str, office: str, of: str) -> None:
    names = [(one.text, one.gender, one.office, one.of) for one in find_names(read(text), REGISTRY)]
    assert names == ([] if name is None else [(name, gender, office, of)])


@pytest.mark.parametrize(
    ("office", "given", "same"),
    [
        ("Minister", "Außenminister", True),
        ("Außenminister", "Minister", True),
        ("Minister", "Ministerin", False),
        ("Kanzler", "Bundeskanzler", True),
        ("Kanzler", "Regierungssprecher", False),
        ("Verbandsvize", "Vizepräsidentin", True),
        ("Verbandsvize", "Präsidentin", False),
        ("Staatschef", "Präsident", True),
        ("Staatschef", "US-Präsident", True),
        ("Staatschefin", "US-Präsident", False),
        ("Staatschefin", "Präsidentin", True),
        ("Ressortchef", "Verkehrsminister", True),
        ("Trainer", "Leiter", False),
    ],
)
def test_one_office_by_two_words(office: str, given: str, same: bool) -> None:
    assert same_office(office, given) is same
