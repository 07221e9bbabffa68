"""The explain command: readable in 80 columns, and as JSON."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

TEXT = (
    "Der Förster Karl Amann sagte am Montag, der Wald sei „sehr krank“, wie der Bote berichtet. "
    "Rund 300 Bäume hätten kaum noch Laub."
)


def test_it_fits_in_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("explain", TEXT).out.splitlines()
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    "line",
    [
        "clause    der Wald sei „sehr krank“ = main, Konjunktiv I, sein",
        "marks     „sehr krank“ = a fragment",
        "date      Montag = 2024-10-14",
        "kept      verb+konjunktiv 0.93: Der Förster Karl Amann | der Wald sei „sehr krank“",
        "claim     Bote ← Karl Amann: asserts, stated, said 2024-10-14",
    ],
)
def test_each_finding_is_a_line(line: str, run: Run) -> None:
    shown = run("explain", TEXT, "--published", "2024-10-16").out
    assert line in [one.strip() for one in shown.splitlines()]


def test_a_fall_says_to_what(run: Run) -> None:
    assert "shares its words with verb+konjunktiv, which counts more" in run("explain", TEXT).out


def test_how_an_actor_was_found_is_told(run: Run) -> None:
    text = "Die Ärztin Ute Brand kam. Karl Amann sagte: „Er ist hier.“ Sie sagte, es sei genug."
    lines = [one.strip() for one in run("explain", text).out.splitlines()]
    assert "found   Sie at 59 = pronoun" in lines
    assert "not     Karl Amann = of another gender (m)" in lines


def test_how_an_actor_was_found_in_json(run: Run) -> None:
    text = "Die Ärztin Ute Brand kam. Karl Amann sagte: „Er ist hier.“ Sie sagte, es sei genug."
    read = json.loads(run("explain", text, "--format", "json").out)
    notes = [note for step in read["steps"] for note in step["notes"] if note["what"] == "claim"]
    assert notes[-1]["actors"] == ["Ute Brand"]
    assert notes[-1]["found"] == {
        "mention": "Sie",
        "at": [59, 62],
        "steps": ["pronoun"],
        "carried": False,
        "fallen": [{"actor": "Karl Amann", "why": "of another gender (m)"}],
    }


def test_json(run: Run) -> None:
    read = json.loads(run("explain", TEXT, "--format", "json").out)
    assert (read["schema"], read["article"]) == ("claimtrack.explanation/1", "text")
    assert [step["kind"] for step in read["steps"]] == ["sentence", "sentence"]
    notes = read["steps"][0]["notes"]
    assert {note["what"] for note in notes} == {
        *("clause", "marks", "date", "kept", "fallen", "claim"),
    }
    for step in read["steps"]:
        for note in step["notes"]:
            start, end = note["at"]
            if note["what"] in ("clause", "marks", "date", "figure"):
                assert TEXT[start:end] == note["text"]
    moods = [note["mood"] for note in notes if note["what"] == "clause"]
    assert moods[1] == "Konjunktiv I"
    claim = next(note for note in notes if note["what"] == "claim")
    assert claim["quote"]["text"] == "der Wald sei „sehr krank“"


def test_an_unknown_format_is_a_mistake_of_the_user(run: Run) -> None:
    assert run("explain", TEXT, "--format", "html").code == 2


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_text_reads_no_folder(run: Run, quake: Path, text: str) -> None:
    ran = run("explain", text)
    assert (ran.code, ran.out) == (2, "")
    assert "empty text" in ran.err


def test_an_escape_sequence_tells_no_figure(run: Run) -> None:
    text = "Die Polizei teilte mit, \x1b[31mrund 300 Menschen seien\x1b[0m verletzt worden."
    shown = [one.strip() for one in run("explain", text).out.splitlines()]
    told = [one for one in shown if one.startswith("figure ")]
    assert "figure    rund 300 = 270–330" in told
    assert not any("31 =" in one for one in told)
