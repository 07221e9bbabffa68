"""Many articles at once: the same output by any number of processes, a bar on a terminal."""

import io
import json
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from claimtrack.cli import progress, workers
from claimtrack.model import Article
from tests.conftest import Run

NOUNS = ("Brücke", "Schule", "Halle", "Mühle", "Straße")


def sentence(number: int) -> str:
    return (
        f"Die Bürgermeisterin von Ort {number} sagte, die {NOUNS[number % 5]} werde erst "
        f"im nächsten Jahr fertig. Das Wetter war gut."
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archiv.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": sentence(n)}) for n in range(30)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_order_of_output_is_that_of_the_input(archive: Path, run: Run) -> None:
    alone = run("extract", str(archive), "--format", "jsonl")
    assert [json.loads(line)["article"] for line in alone.out.splitlines()] == [
        f"a{n}" for n in range(30)
    ]
    for jobs in ("2", "3"):
        assert run("extract", str(archive), "--format", "jsonl", "--jobs", jobs) == alone


def test_articles_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Article]:
        for number in range(10_000):
            taken.append(number)
            yield Article(f"a{number}", sentence(number))

    found = workers.read(endless(), (), (), jobs=2)
    first, claims = next(found)
    assert first.id == "a0"
    assert [claim.article for claim in claims] == ["a0"]
    assert len(taken) < 200


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("patience", "total", "seen"), [(0.0, 3, "3/3"), (0.0, None, "3/?"), (60.0, 3, "")]
)
def test_a_bar_shows_when_it_takes_long(
    patience: float, total: int | None, seen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert list(progress.shown("abc", lambda: total)) == ["a", "b", "c"]
    assert seen in terminal.getvalue()
    assert bool(terminal.getvalue()) is bool(seen)


def test_no_bar_but_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    assert list(progress.shown("abc", lambda: 3)) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""


def test_a_process_that_is_ended_from_outside(
    archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> None:
        raise BrokenExecutor

    monkeypatch.setattr(workers, "spread", ended)
    result = run("extract", str(archive), "--jobs", "2")
    assert result.code == 2
    assert "ended from outside" in result.err
    assert "--jobs 1" in result.err
