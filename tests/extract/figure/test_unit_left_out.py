"""Sums that leave out the currency of the sum before them, and what counts something else."""

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Bund zahle 50 Millionen Euro, das Land 20 Millionen, sagte Minister Ivo Trenz.",
            ["Euro", "Euro"],
        ),
        (
            "Der Gewinn sei von 80 Millionen Dollar auf 65 Millionen gesunken, sagte der Wirt.",
            ["Dollar", "Dollar"],
        ),
        (
            "Der Film habe 30 Millionen Euro gekostet, 2 Millionen Zuschauer hätten ihn gesehen, "
            "sagte der Verleiher.",
            ["Euro", "Zuschauer"],
        ),
        (
            "9 Millionen Menschen seien gekommen, 6 Millionen seien geblieben, sagte der Wirt.",
            ["Menschen", None],
        ),
    ],
)
def test_the_currency_left_out(text: str, expected: list[str | None]) -> None:
    assert [
        figure.what for claim in extract(Article("text", text)) for figure in claim.figures
    ] == expected
