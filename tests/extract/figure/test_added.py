"""The number that is added behind a frame, and what only stands there."""

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Es seien mehr Gäste gekommen als erwartet, so Wirt Jan Tobler, nämlich 85.",
            [("85", "Gäste")],
        ),
        (
            "Die Zahl der Anzeigen sei gestiegen, teilte die Polizei Murnbek mit: auf 412.",
            [("412", "Anzeigen")],
        ),
        (
            "Man habe weniger Besucher gezählt, erklärte der Zoo Linden, und zwar 61.000.",
            [("61.000", "Besucher")],
        ),
        (
            "Der Bau werde teurer, so die Architektin Lea Brühl: rund 7 Millionen Euro.",
            [("rund 7 Millionen Euro", "Euro")],
        ),
        ("Man sei gut besucht gewesen, sagte Wirt Jan Tobler: bis 22.", []),
        ("Es seien mehr Gäste gekommen, sagte Wirt Jan Tobler, 85, am Abend.", []),
    ],
)
def test_what_is_added(text: str, expected: list[tuple[str, str]]) -> None:
    figures = [figure for claim in extract(Article("text", text)) for figure in claim.figures]
    assert [(figure.text, figure.what) for figure in figures] == expected
