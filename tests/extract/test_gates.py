"""What a sentence is asked before a way reads it never keeps a claim back: with all gates open the
ways find the same, and without a hint that a way asks for it finds nothing. The texts are those of
the tables of claims, and each gate is shut for some."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from claimtrack.extract.candidates.find import CONTINUATIONS, WAYS
from claimtrack.extract.candidates.hint_flags import Hint
from claimtrack.extract.candidates.hints import hints
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.ways import inverted, konjunktiv, numbers, pointing, reckonings, verb_frames
from claimtrack.extract.ways.number_verbs import put_numbers
from tests.extract.reading import sentences

TABLES = Path(__file__).parents[1] / "cases" / "extraction"
GATES = ("has_number", "has_konjunktiv", "has_parts")
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
                assert list(way.find(sentence)) == list(way.find(opened(sentence))), (way, line)


def test_frames_behind_their_words_need_a_verb_there(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [list(inverted.find(s)) for line in LINES for s in sentences(line)]
    monkeypatch.setattr(inverted, "_may_stand_behind", lambda sentence: True)
    assert found == [list(inverted.find(s)) for line in LINES for s in sentences(line)]
    assert 100 < sum(map(bool, found)) < len(found) - 100


class _AnyWord(frozenset[str]):
    """Words of which every sentence has one."""

    def isdisjoint(self, _words: object) -> bool:
        return False


def test_words_that_point_back_are_all_known(monkeypatch: pytest.MonkeyPatch) -> None:
    read = [(a, b) for line in LINES for a, b in pairwise(sentences(line))]
    found = [list(pointing.back(sentence, previous)) for previous, sentence in read]
    monkeypatch.setattr(pointing, "_POINTERS", _AnyWord())
    assert found == [list(pointing.back(sentence, previous)) for previous, sentence in read]
    assert 5 < sum(map(bool, found)) < len(found) - 5


def test_a_way_finds_nothing_where_none_of_its_hints_is() -> None:
    asked, shut = 0, 0
    for line in LINES:
        previous = None
        for sentence in sentences(line):
            hinted = hints(sentence)
            without = [way for way in (*WAYS, *CONTINUATIONS) if not hinted & way.hints]
            asked, shut = asked + len(WAYS), shut + len(without)
            assert not [way for way in without if list(way.find(sentence))], line
            if previous is not None and not hinted & Hint.VERB:
                assert not list(pointing.back(sentence, previous)), line
            if previous is not None and not hinted & (Hint.EITHER | Hint.KONJUNKTIV):
                assert not list(konjunktiv.beside_present(sentence, previous)), line
            previous = sentence
    assert shut > asked / 2


def test_no_verb_puts_a_number_without_its_hint() -> None:
    put, hinted = 0, 0
    for line in LINES:
        for sentence in sentences(line):
            numbers = any(put_numbers(sentence, i) for i in range(len(sentence.clauses)))
            hint = bool(hints(sentence) & Hint.NUMBER_VERB)
            assert hint or not numbers, line
            put, hinted = put + numbers, hinted + hint
    assert 30 < put < hinted


HINTS = {
    "MARKS": ("Er kam „ganz allein“.", "Er kam ganz allein."),
    "VERB": ("Sie teilte es allen mit.", "Sie teilte den Kuchen."),
    "NOUN": ("Die Forderung, zu gehen, blieb.", "Die Forderung blieb."),
    "OPINION": ("Klar war, dass es regnet.", "Klar war der Himmel."),
    "KONJUNKTIV": ("Der Ort sei klein.", "Das liegt in der Nähe."),
    "EITHER": ("Zwei Nächte genügten.", "Zwei Nächte genügen."),
    "SOURCE": ("Nach Angaben der Wirtin regnet es.", "Nach dem Essen regnet es."),
    "HENCE": ("Berichte, nach denen es regnet.", "Nach dem Essen regnet es."),
    "SOLLEN": ("Er soll dort sein.", "Er sollte dort sein."),
    "WOLLEN": ("Er will nichts gesehen haben.", "Er will nichts sehen."),
    "ALLEGEDLY": ("Angeblich regnet es.", "Oft regnet es."),
    "SO": ("Es regnet, so die Wirtin.", "Es regnet, die Wirtin geht."),
    "OPEN": ("Das ist noch unklar.", "Das ist noch da."),
    "DENIAL": ("Ihm ist kein Hinweis bekannt.", "Ihm ist kein Wirt begegnet."),
    "NUMBER_VERB": ("Man kam auf 40 Gäste.", "Man kam mit 40 Gästen."),
    "COUNTING": ("Acht Tote, zählte der Wirt.", "Acht Tote, klagte der Wirt."),
    "ACT": ("Sie kritisierten das.", "Sie betonten das."),
    "WOVEN": ("Sie nannte das „falsch“.", "Das war „falsch“."),
    "FRAME": ("Sie ergänzte, dass es regne.", "Sie ergänzt die Liste."),
    "FOR": ("Für die Wirtin ist das klar.", "Der Wirtin ist das klar."),
    "RECKONING": ("Die Schlussbilanz: acht Tote.", "Der Schluss: acht Tote."),
}
"""For each hint that a way asks for a sentence that has it, and one that nearly has."""


def test_every_hint_of_a_way_has_its_sentences() -> None:
    asked = {way.hints for way in (*WAYS, *CONTINUATIONS)} | {Hint.EITHER}
    bits = {getattr(Hint, name) for name in HINTS}
    assert bits == {1 << n for n in range(64) if any(mask >> n & 1 for mask in asked)}


@pytest.mark.parametrize("name", HINTS)
def test_which_words_give_a_hint(name: str) -> None:
    given = [hints(sentence) for text in HINTS[name] for sentence in sentences(text)]
    assert [bool(hint & getattr(Hint, name)) for hint in given] == [True, False]


@pytest.mark.parametrize("gate", GATES)
def test_each_gate_is_open_for_some_and_shut_for_others(gate: str) -> None:
    found = [getattr(sentence, gate) for line in LINES for sentence in sentences(line)]
    assert 100 < sum(found) < len(found) - 100


@pytest.mark.parametrize(
    ("way", "shut", "through"),
    [
        (numbers.find, "Die Polizei zählte viele.", "Die Polizei zählte 300 Gäste."),
        (reckonings.find, "Das Ergebnis der Prüfer: Blei.", "Das Ergebnis der Prüfer: 3 Tonnen."),
        (verb_frames.find, "Sie sagte wenig.", "Sie sagte dass es regnet."),
        (inverted.find, "Er kam, die Wirtin ging.", "Er kam, sagte die Wirtin."),
        (inverted.find, "Es sei kalt.", "Es sei kalt, brummte die Wirtin."),
        (konjunktiv.find, "Der Ort ist klein.", "Der Ort sei klein."),
        (konjunktiv.find, "Wer kommt, muss zahlen.", "Wer komme, müsse zahlen."),
    ],
)
def test_what_a_gate_lets_through(way, shut: str, through: str) -> None:
    assert [
        len(list(way(sentence))) for text in (shut, through) for sentence in sentences(text)
    ] == [0, 1]
