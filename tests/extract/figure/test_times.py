"""How many times something was done, and what only looks like it."""

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article


def figures(text: str) -> list[tuple[str, str | None, float | None]]:
    claims = extract(Article("text", text))
    return [
        (figure.text, figure.what, figure.value) for claim in claims for figure in claim.figures
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Bergwacht habe im Winter rund 340 Mal geholfen, sagte Sprecherin Ute Ammersin.",
            ("rund 340 Mal", "Mal geholfen", 340),
        ),
        (
            "Der Nachbar habe den Vorfall fünfmal gemeldet, sagte Anwalt Rolf Distler.",
            ("fünfmal", "Mal gemeldet", 5),
        ),
        (
            "Die Behörde habe den Betreiber dreimal gewarnt, teilte das Landratsamt Oberau mit.",
            ("dreimal", "Mal gewarnt", 3),
        ),
        (
            "Nach Angaben der Feuerwehr rückten die Einsatzkräfte 52-mal aus.",
            ("52-mal", "Mal rückten aus", 52),
        ),
        (
            "Die Anlage sei mehr als 20 Mal ausgefallen, sagte der Betriebsleiter.",
            ("mehr als 20 Mal", "Mal ausgefallen", 20),
        ),
        (
            "Die Leitstelle Wiesmoor meldete, der Hubschrauber sei 14 Mal gestartet.",
            ("14 Mal", "Mal gestartet", 14),
        ),
        (
            "Die Anlage musste 30 Mal abgeschaltet werden, sagte ein Sprecher.",
            ("30 Mal", "Mal abgeschaltet", 30),
        ),
    ],
)
def test_times_are_counted(text: str, expected: tuple[str, str, float]) -> None:
    assert figures(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein habe zum vierten Mal gewonnen, sagte Trainer Kai Lohbeck.",
        "Der Preis sei dreimal so hoch wie früher, sagte Händler Bodo Stang.",
        "Diesmal habe die Stadt früh reagiert, sagte Bürgermeisterin Ina Fock.",
        "Die Tiere würden zweimal im Jahr untersucht, sagte ein Arzt.",
        "Er sei dreimal Vater geworden, sagte der Sänger.",
        "Man habe ihn einmal gewarnt, sagte die Chefin.",
    ],
)
def test_what_counts_no_times(text: str) -> None:
    assert figures(text) == []
