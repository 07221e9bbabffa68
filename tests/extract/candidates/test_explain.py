"""What became of each candidate."""

import pytest

from claimtrack.extract import sentences_of
from claimtrack.extract.candidates.explain import Fate, fates
from claimtrack.extract.candidates.find import candidates
from claimtrack.model import Article


def of(text: str) -> list[Fate]:
    return [fate for row in fates(sentences_of(Article("text", text))) for fate in row]


@pytest.mark.parametrize(
    ("text", "kept", "fallen"),
    [
        ("Der Förster sagte, der Wald sei krank.", {"verb+konjunktiv"}, {"konjunktiv+governed"}),
        (
            "Wie der Bote berichtet, sagte der Förster, der Wald sei krank.",
            {"verb+konjunktiv"},
            {"wie", "konjunktiv+governed"},
        ),
        ("Der Wald ist groß.", set(), set()),
        ("Es regnet.\nDie Fähre fährt wieder. Das gab die Reederei bekannt.", {"back"}, set()),
    ],
)
def test_what_stands_and_what_fell(text: str, kept: set[str], fallen: set[str]) -> None:
    found = of(text)
    assert {fate.candidate.rule for fate in found if fate.kept} == kept
    assert {fate.candidate.rule for fate in found if not fate.kept} == fallen


def test_a_fall_names_its_rival() -> None:
    (fallen,) = [fate for fate in of("Der Förster sagte, der Wald sei krank.") if not fate.kept]
    assert fallen.rival is not None
    assert fallen.rival.rule == "verb+konjunktiv"
    assert fallen.why == "shares its words with verb+konjunktiv, which counts more"


def test_a_report_that_goes_on_is_told() -> None:
    last = of("Der Förster sagte, der Wald sei krank. Man müsse ihn schonen.")[-1]
    assert (last.kept, last.why) == (True, "goes on with the last speaker")


def test_all_that_stands_is_told_where_it_stands() -> None:
    text = (
        "Die Ärztin sagte: „Es geht ihm gut.“ Er habe Glück gehabt. Laut Polizei war die Straße "
        "glatt. Die Stadt sprach von „einem schwarzen Tag“ und kündigte an, zu streuen."
    )
    sentences = sentences_of(Article("text", text))
    told = {fate.candidate.spans for row in fates(sentences) for fate in row if fate.kept}
    assert told == {one.spans for one in candidates(sentences)}
