"""What a sentence is asked before a way reads it never keeps a claim back: with all gates open the
ways find the same. The texts are those of the tables of claims, and each gate is shut for some."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.extract.candidates.find import WAYS
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.ways import konjunktiv, numbers, reckonings
from tests.extract.reading import sentences

TABLES = Path(__file__).parents[1] / "cases" / "extraction"
GATES = ("has_number", "has_konjunktiv")
LINES = [
    line.rpartition("\t")[2].translate(str.maketrans("¶", "\n", "[]{}"))
    for table in sorted(TABLES.glob("*.tsv"))
    for line in table.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def opened(sentence: Sentence) -> Sentence:
    """The sentence with all its gates open, nothing of it read."""
    whole = Sentence(sentence, sentence.document)
    vars(whole).update(dict.fromkeys(GATES, True))
    return whole


def test_open_gates_find_nothing_more() -> None:
    for line in LINES:
        for sentence in sentences(line):
            for way in WAYS:
                assert list(way(sentence)) == list(way(opened(sentence))), (way, line)


@pytest.mark.parametrize("gate", GATES)
def test_each_gate_is_open_for_some_and_shut_for_others(gate: str) -> None:
    found = [getattr(sentence, gate) for line in LINES for sentence in sentences(line)]
    assert 100 < sum(found) < len(found) - 100


@pytest.mark.parametrize(
    ("way", "shut", "through"),
    [
        (numbers.find, "Die Polizei zählte viele.", "Die Polizei zählte 300 Gäste."),
        (reckonings.find, "Das Ergebnis der Prüfer: Blei.", "Das Ergebnis der Prüfer: 3 Tonnen."),
        (konjunktiv.find, "Der Ort ist klein.", "Der Ort sei klein."),
        (konjunktiv.find, "Wer kommt, muss zahlen.", "Wer komme, müsse zahlen."),
    ],
)
def test_what_a_gate_lets_through(way, shut: str, through: str) -> None:
    assert [
        len(list(way(sentence))) for text in (shut, through) for sentence in sentences(text)
    ] == [0, 1]
