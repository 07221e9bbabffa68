"""The word lists that the ways of reporting read: every row well formed, every class in use."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import claimtrack.extract
from claimtrack.extract.reporting_words import FRAMES, verbs
from claimtrack.german.verbs import read
from claimtrack.lexicon import Row, classes, pairs, table
from claimtrack.lexicon.by_word import by_word
from claimtrack.model import STANCES

EXTRACT = Path(claimtrack.extract.__file__).parent
LOWER = ("reporting_verbs", "reporting_nouns", "reporting_adjectives", "opinion_nouns")
FORMS = pairs("verb_forms")
CLASS_USED = re.compile(r'(?:_WORDS|classes\("speech_words"\))\["(\w+)"\]')


def rows(*names: str) -> list[tuple[str, Row]]:
    return [(name, row) for name in names for row in table(name)]


@pytest.mark.parametrize("name", [*LOWER, "speech_words"])
def test_the_columns_are_explained_before_the_first_entry(name: str) -> None:
    text = (Path(claimtrack.lexicon.__file__).parent / f"{name}.tsv").read_text(encoding="utf-8")
    head = text.split("\n" + table(name)[0][0])[0]
    assert head.startswith("# ") and "Column" in head


@pytest.mark.parametrize(("name", "row"), rows(*LOWER), ids=lambda value: str(value)[:40])
def test_entries_are_lower_case_without_stray_blanks(name: str, row: Row) -> None:
    cells = [row[0], *row[3:]]
    assert cells == [" ".join(cell.lower().split()) for cell in cells]
    assert all(cells)


@pytest.mark.parametrize("name", LOWER[1:])
def test_no_word_stands_twice(name: str) -> None:
    forms = Counter(form for row in table(name) for form in row[0].split())
    assert [form for form, times in forms.items() if times > 1] == []


def test_a_reporting_verb_stands_twice_only_with_other_words_beside_it() -> None:
    by_lemma = {lemma: [cue.beside for cue in cues] for lemma, cues in verbs().items()}
    for lemma, beside in by_lemma.items():
        assert all(beside[:-1]), lemma
        assert len(frozenset().union(*beside)) == sum(map(len, beside)), lemma


@pytest.mark.parametrize(
    ("name", "row"),
    rows("reporting_verbs", "speech_idioms", "reporting_nouns", "reporting_adjectives"),
)
def test_stances_are_those_of_the_model(name: str, row: Row) -> None:
    assert row[1] in STANCES


@pytest.mark.parametrize("row", table("reporting_verbs"), ids=lambda row: row[0])
def test_reporting_verbs_have_known_frames(row: Row) -> None:
    assert 3 <= len(row) <= 5
    assert row[2] and set(row[2]) <= set(FRAMES) and len(set(row[2])) == len(row[2])


@cache
def preterites() -> dict[str, str]:
    """The preterite of each verb of the table of forms, third person singular."""
    readings = [(form, one.split(":")) for form, entry in FORMS.items() for one in entry.split(" ")]
    return {lemma: form for form, (lemma, codes) in readings if "S" in codes}


def preterite(lemma: str) -> str:
    """The form of the table, of the verb behind a prefix, or the regular one."""
    known = preterites()
    parts = [(lemma[:i], known[lemma[i:]]) for i in range(len(lemma)) if lemma[i:] in known]
    weak = lemma.removesuffix("n").removesuffix("e") + "te"
    return "".join(parts[0]) if parts else weak


@pytest.mark.parametrize("row", table("reporting_verbs"), ids=lambda row: row[0])
def test_reporting_verbs_are_read_in_the_preterite(row: Row) -> None:
    verb = read(preterite(row[0]))
    assert verb is not None and row[0] in verb.lemmas


@pytest.mark.parametrize("row", [row for row in table("reporting_verbs") if len(row) == 5])
def test_what_an_act_asks_for_is_said_of_verbs_that_are_acts(row: Row) -> None:
    assert "a" in row[2]
    assert row[4] != "-"


def test_a_cell_left_out_asks_for_nothing() -> None:
    (plain,), (either,) = verbs()["sagen"], verbs()["sprechen"]
    assert plain.beside == plain.act_beside == either.beside == frozenset()
    assert either.act_beside == {"von", "vom"}


@pytest.mark.parametrize(("name", "length"), [("reporting_nouns", 2), ("reporting_adjectives", 2)])
def test_rows_have_all_their_columns(name: str, length: int) -> None:
    assert {len(row) for row in table(name)} == {length}


def test_every_class_of_speech_words_is_explained_once_and_lower_case() -> None:
    found = table("speech_words")
    assert {len(row) for row in found} == {2}
    assert len({row[0] for row in found}) == len(found)
    for name, line in found:
        members = line.split()
        assert members == [member.lower() for member in members], name
        assert len(set(members)) == len(members), name


def test_every_class_of_speech_words_is_used_and_every_used_one_is_there() -> None:
    used = {
        name
        for path in EXTRACT.rglob("*.py")
        if '"speech_words"' in (text := path.read_text(encoding="utf-8"))
        for name in CLASS_USED.findall(text)
    }
    named = {
        word[1:]
        for row in table("reporting_verbs")
        for cell in row[3:]
        for word in cell.split()
        if word[0] == "@"
    }
    assert used | named == set(classes("speech_words"))


def test_what_is_kept_by_word_is_asked_once_and_bounded(monkeypatch) -> None:
    asked: list[str] = []
    size = by_word(lambda word: asked.append(word) or len(word))
    assert [size("Tag"), size("Tag"), size(""), size("")] == [3, 3, 0, 0]
    assert asked == ["Tag", ""]
    monkeypatch.setattr("claimtrack.lexicon.by_word._MOST", 2)
    assert [size("Nacht"), size("Tag")] == [5, 3]
    assert asked == ["Tag", "", "Nacht", "Tag"]
