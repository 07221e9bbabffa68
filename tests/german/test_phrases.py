"""Noun phrases: ``words`` of each, ``core + rest`` where something hangs on it."""

import pytest

from claimtrack.german.phrases import phrases
from claimtrack.german.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "core", "whole"),
    [
        ("der Sprecher des Ministeriums", "der Sprecher", "der Sprecher des Ministeriums"),
        ("die Kritiker der Reform", "die Kritiker", "die Kritiker der Reform"),
        ("das Amt für Umwelt", "das Amt", "das Amt für Umwelt"),
        ("die Chefin der Bank lachte", "die Chefin", "die Chefin der Bank"),
        ("westliche Beamte", "westliche Beamte", "westliche Beamte"),
        ("Südkoreas Präsident Yoon Suk Yeol", *["Südkoreas Präsident Yoon Suk Yeol"] * 2),
        ("ein in Wien lebender Autor", *["ein in Wien lebender Autor"] * 2),
        ("die Kanzlerin", "die Kanzlerin", "die Kanzlerin"),
        ("er kam", "er", "er"),
        ("drei Polizisten", "drei Polizisten", "drei Polizisten"),
        ("der Minister (SPD)", "der Minister (SPD)", "der Minister (SPD)"),
        ("Anna Weber", "Anna Weber", "Anna Weber"),
        ("viele Eltern", "viele Eltern", "viele Eltern"),
        ("gestern keine Partei", "keine Partei", "keine Partei"),
        ("mit dem Bürgermeister", "dem Bürgermeister", "dem Bürgermeister"),
        ("sehr oft und gern", "", ""),
    ],
)
def test_the_first_phrase(text: str, core: str, whole: str) -> None:
    tokens = tokenize(text)
    found = next(phrases(tokens, 0, len(tokens)), None)
    if found is None:
        assert whole == ""
        return
    begin = tokens[found.start].start
    assert text[begin : tokens[found.core - 1].end] == core
    assert text[begin : tokens[found.end - 1].end] == whole


@pytest.mark.parametrize(
    ("text", "nominative"),
    [
        ("der Mann", True),
        ("die Frau", True),
        ("den Mann", False),
        ("dem Zeugen", False),
        ("des Ministers", False),
        ("der Regierung", False),
        ("westlichen Beamten", False),
        ("ein Sprecher", True),
        ("einem Sprecher", False),
        ("er", True),
        ("mit Freude", False),
    ],
)
def test_case(text: str, nominative: bool) -> None:
    tokens = tokenize(text)
    assert next(phrases(tokens, 0, len(tokens))).nominative(tokens) is nominative


@pytest.mark.parametrize(
    ("text", "governed"), [("mit dem Zug", "mit"), ("der Zug", None), ("laut Polizei", "laut")]
)
def test_prepositions(text: str, governed: str | None) -> None:
    tokens = tokenize(text)
    assert next(phrases(tokens, 0, len(tokens))).governed == governed


def test_no_phrase_runs_across_a_verb() -> None:
    tokens = tokenize("sagte Merkel Reportern")
    assert [p.start for p in phrases(tokens, 0, 3, verbs=[0])][:1] == [1]


@pytest.mark.parametrize(
    ("text", "head", "core"),
    [
        ("der Präsident Jonas Becker kam", "Becker", "der Präsident Jonas Becker"),
        ("die Abgeordnete Eva Klein (Grüne) rief", "Klein", "die Abgeordnete Eva Klein (Grüne)"),
        ("die Zeitschrift „Der Turm“ meldete", "Zeitschrift", "die Zeitschrift „Der Turm“"),
        ("Anna von der Heide fehlte", "Heide", "Anna von der Heide"),
        ("Peter J. Wolf fuhr", "Wolf", "Peter J. Wolf"),
        ("Berlins früherer Bürgermeister", "Bürgermeister", "Berlins früherer Bürgermeister"),
        ("rund 500 Menschen", "Menschen", "rund 500 Menschen"),
        ("US-amerikanische Soldaten", "Soldaten", "US-amerikanische Soldaten"),
        ("die gestern gesunkene Fähre", "Fähre", "die gestern gesunkene Fähre"),
        ("die Brücke (sie war alt)", "Brücke", "die Brücke"),
        ("dieser sprach", "dieser", "dieser"),
        ("das genügt", "das", "das"),
    ],
)
def test_heads(text: str, head: str, core: str) -> None:
    tokens = tokenize(text)
    found = next(phrases(tokens, 0, len(tokens)))
    assert tokens[found.head].text == head
    assert text[tokens[found.start].start : tokens[found.core - 1].end] == core


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Angaben westlicher Staaten", "Angaben westlicher Staaten"),
        ("der Minister und die Ministerin", "der Minister und die Ministerin"),
        ("ein Sprecher am Montag", "ein Sprecher"),
        ("die Leiterin der Schule in Bonn", "die Leiterin der Schule in Bonn"),
        ("der Rat der Stadt (CDU)", "der Rat der Stadt (CDU)"),
        ("die Zahl der in Rom lebenden Katzen", "die Zahl der in Rom lebenden Katzen"),
    ],
)
def test_what_belongs_to_a_noun(text: str, whole: str) -> None:
    tokens = tokenize(text)
    found = next(phrases(tokens, 0, len(tokens)))
    assert text[tokens[found.start].start : tokens[found.end - 1].end] == whole
