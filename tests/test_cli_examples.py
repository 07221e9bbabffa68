"""Every example that help shows is run, in a copy of the data that ship."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from inspect import getdoc
from pathlib import Path
from typing import Any

import pytest
import typer

from claimtrack.cli.app import COMMANDS, function, program
from tests.conftest import Run

ROOT = Path(__file__).parents[1]
IDS = re.compile(r"(?:(?:rutte|nis|isw|claim)-)?(?=[a-z]*\d)[0-9a-z]{6}")
FINDINGS = {
    "claimtrack conflicts --format json --exit-code": 1,
    "claimtrack coverage --format jsonl --exit-code": 1,
    "claimtrack check --coverage": 1,
}
ELSEWHERE = ("edit", "undo", "merge-file", "review")
"""Commands that need an editor, a change before, files of others or a terminal: own tests."""


def examples() -> Iterator[str]:
    """The lines below ``Examples:`` that call claimtrack and nothing else."""
    for name in COMMANDS:
        below = (getdoc(function(name)) or "").partition("Examples:")[2]
        lines = [line.strip() for line in below.splitlines()]
        yield from (one for one in lines if one.startswith("claimtrack") and name not in ELSEWHERE)


def shipped(word: str, ids: dict[str, str], left: Iterator[str]) -> str:
    """A word of an example, with articles and claims that ship where it names made-up ones."""
    files = {
        "articles/nato.md": "data/articles/nato-bestaetigt-entsendung.md",
        "new.txt": "data/articles/nato-bestaetigt-entsendung.md",
        "archive.jsonl": "data/articles",
        "articles": "data/articles",
        "articles/": "data/articles",
        "old/claims.yaml": "data/claims.yaml",
        "claims.yaml": "data/claims.yaml",
        "parts/*.parquet": "parts/claims.parquet",  # as a shell has it
    }
    if IDS.fullmatch(word):
        return ids.setdefault(word, next(left))
    return files.get(word, word)


def table_of(name: str, run: Run) -> None:
    """Makes the table that an example imports, out of the ledger that ships."""
    if name.endswith(".csv"):
        text = run("list", "--format", "csv", "--locale", "de").out
        Path(name).write_text(text, encoding="utf-8")
    elif name.endswith(".xlsx"):
        book = pytest.importorskip("openpyxl", reason="openpyxl is not installed").Workbook()
        book.active.append(["Behörde", "Aussage"])
        book.active.append(["NATO", "einige Truppen seien bereits in der russischen"])
        book.save(name)
    elif name.endswith(".parquet"):
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
        run("export", "parquet", "-o", str(Path(name).parent))


def test_help_has_examples_that_can_be_run() -> None:
    assert len(list(examples())) > 40


@pytest.mark.parametrize("example", [*examples()])
def test_an_example_of_help_runs(
    run: Run, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    left = iter(["isw-gzfvns", "nis-n2yxge"])
    typed = shlex.split(example.partition(" > ")[0])[1:]
    if {"parquet", "arrow"} & {*typed}:
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    ids: dict[str, str] = {}
    words = [shipped(word, ids, left) for word in typed[1:]]
    if typed[0] == "import":
        table_of(words[0], run)
    ran = run(typed[0], *words)
    assert ran.code == FINDINGS.get(example, 0), ran.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is(name: str) -> None:
    group: Any = typer.main.get_command(program(name))
    params = group.commands[name].params
    assert params or name in ("schema", "man")
    assert [one.name for one in params if not one.help] == []
