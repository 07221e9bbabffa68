import pytest

from claimtrack.german import nouns
from claimtrack.lexicon import table


@pytest.mark.parametrize(
    ("word", "lemma", "gender", "singular", "plural"),
    [
        ("Regierungssprecherin", "Regierungssprecherin", "f", True, False),
        ("Regierungssprecherinnen", "Regierungssprecherin", "f", False, True),
        ("Ermittlern", "Ermittler", "m", False, True),
        ("Ermittler", "Ermittler", "m", True, True),
        ("Zeugen", "Zeuge", "m", True, True),
        ("Klimaaktivisten", "Klimaaktivist", "m", True, True),
        ("US-Präsidenten", "US-Präsident", "m", True, True),
        ("Polizeibeamten", "Polizeibeamte", "", True, True),
        ("Polizeibeamtin", "Polizeibeamtin", "f", True, False),
        ("Oberstaatsanwälte", "Oberstaatsanwalt", "m", False, True),
        ("Innenministeriums", "Innenministerium", "n", True, False),
        ("Gesundheitsämtern", "Gesundheitsamt", "n", False, True),
        ("Kirchenvorsteherin", "Kirchenvorsteherin", "f", True, False),
        ("Saaldienerin", "Saaldienerin", "f", True, False),
        ("Chronistinnen", "Chronistin", "f", False, True),
        ("Landeshauptleuten", "Landeshauptmann", "m", False, True),
    ],
)
def test_read(word: str, lemma: str, gender: str, singular: bool, plural: bool) -> None:
    noun = nouns.read(word)
    assert noun is not None
    assert (noun.lemma, noun.gender, noun.singular, noun.plural) == (
        lemma, gender, singular, plural,
    )  # fmt: skip


@pytest.mark.parametrize(
    "word",
    [
        "",
        "Tisch",
        "sprecher",
        "Antwort-",
        "Ü",
        "\u200b",
        "ÄÖÜ",
        "Nitroglycerin",
        "Valentin",
        "Severin",
        "Morin",
        "dienerin",
    ],
)
def test_no_listed_head(word: str) -> None:
    noun = nouns.read(word)
    assert noun is None or noun.kind == "none"


def test_every_listed_noun_reads_as_itself() -> None:
    for name, column in (("person_nouns", 1), ("organisation_nouns", 2)):
        for row in table(name):
            for entry in row[column].split():
                assert nouns.read(entry.partition("=")[0]) is not None
