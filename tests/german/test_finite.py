"""Which words are finite verbs, by what they are and by where they stand."""

import pytest

from claimtrack.german.finite import finite_indices
from claimtrack.german.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Die Stadt plant eine Brücke", "plant"),
        ("Er hat lange gewartet", "hat"),
        ("Der Sender berichtet über den Brand", "berichtet"),
        ("die gestern genannte Zahl stimmt", "stimmt"),
        ("Sie stützt sich auf nicht näher bezeichnete Quellen", "stützt"),
        ("ohne die Akten zu kennen", ""),
        ("Das bestätigte Weber am Abend", "bestätigte"),
        ("Er kam und berichtet davon", "kam berichtet"),
        ("Sie kam, sah und siegte", "kam sah siegte"),
        ("Die Kosten sollen sinken", "sollen"),
        ("Der Betrieb soll ruhen und später enden", "soll"),
        ("Hat er recht", "Hat"),
        ("Essen hilft", "hilft"),
        ("mit großer Sorge", ""),
        ("Das Meine und das Deine", ""),
        ("bestimmte Techniken zu lernen", ""),
        ("glaube ich", "glaube"),
        ("Er meldete 3 tote und 5 verletzte Soldaten", "meldete"),
        ("Sie zählte vier bestätigte Fälle", "zählte"),
        ("Im Jahr 2019 bestätigte Wien den Plan", "bestätigte"),
        ("Artikel 5 schützte Minderheiten", "schützte"),
    ],
)
def test_finite_verbs(text: str, verbs: str) -> None:
    tokens = tokenize(text)
    found = finite_indices(tokens, 0, len(tokens))
    assert [tokens[i].text for i in found] == verbs.split()


def test_only_the_stretch_counts() -> None:
    tokens = tokenize("Er kam, sie ging")
    assert finite_indices(tokens, 3, 5) == [4]
    assert finite_indices(tokens, 3, 3) == []
