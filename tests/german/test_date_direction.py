"""Which way the clause around a date looks, by its verbs."""

import pytest

from claimtrack.german.dates.direction import direction
from claimtrack.german.dates.letters import read_line

BACK = [
    "Die Brücke war am Montag gesperrt",
    "Die Brücke wurde am Montag eröffnet",
    "Der Rat hat am Montag entschieden",
    "Der Rat habe am Montag entschieden",
    "Er soll am Montag geflohen sein",
    "Wie die Polizei am Montag mitteilt",
    "Der am Montag verhaftete Mann wird angeklagt",
]
AHEAD = [
    "Die Brücke wird am Montag eröffnet",
    "Der Rat entscheidet am Montag",
    "Der Rat soll am Montag entscheiden",
    "Die Verhandlungen finden am Montag statt",
    "Die Wahl ist für Montag angesetzt",
    "Er versprach, am Montag zu kommen",
    "Er kündigte an, am Montag zurückzutreten",
    "Das Spiel beginne am Montag",
]
UNKNOWN = ["Montag", "Konzert am Montag im Park", "Der Bericht vom Montag"]


@pytest.mark.parametrize(
    ("text", "way"),
    [(text, "back") for text in BACK]
    + [(text, "ahead") for text in AHEAD]
    + [(text, "unknown") for text in UNKNOWN],
)
def test_direction(text, way):
    line = read_line(text)
    place = line.letters.index("W")
    assert direction(line, place, place) == way


def test_the_sentence_decides_where_the_clause_has_no_verb():
    line = read_line("Am Montag, so die Polizei, fielen Schüsse. Morgen wird verhandelt.")
    place = line.letters.index("W")
    assert direction(line, place, place) == "back"
