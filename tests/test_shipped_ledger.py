"""The shipped ledger: kept by hand, in step with the parser, with the answers it is for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def records(run: Run, data: Path, *words: str) -> list[Any]:
    ran = run(*words, "--format", "jsonl", "--ledger", str(data / "claims.yaml"))
    assert ran.code == 0
    return [json.loads(line) for line in ran.out.splitlines()]


def sides(conflict: Any) -> list[tuple[str, str]]:
    return [(side["actor"], side["figure"] or "") for side in conflict["sides"]]


def test_ingest_changes_no_byte(run: Run, data: Path) -> None:
    before = (data / "claims.yaml").read_bytes()
    ran = run("ingest", str(data / "articles"), "--ledger", str(data / "claims.yaml"))
    assert "unchanged" in ran.out
    assert (data / "claims.yaml").read_bytes() == before


def test_it_has_no_problem(run: Run, data: Path) -> None:
    ran = run("check", "--ledger", str(data / "claims.yaml"))
    assert (ran.code, ran.out + ran.err) == (0, f"{data / 'claims.yaml'}: no problems\n")


def test_the_schema_beside_it_is_the_one_printed(run: Run, data: Path) -> None:
    assert (data / "claims.schema.json").read_text(encoding="utf-8") == run("schema").out


def test_figures_that_contradict_come_first(run: Run, data: Path) -> None:
    first, second, *_ = records(run, data, "conflicts")
    assert (first["kind"], first["verdict"]) == ("figure", "conflict")
    assert sides(first) == [("ISW", "mehrere tausend"), ("NIS", "rund 1.500")]
    assert (second["kind"], second["verdict"]) == ("figure", "tension")
    assert sides(second) == [("Yonhap", "12.000"), ("Wolodymyr Selenskyj", "etwa 10.000")]


@pytest.mark.parametrize(
    ("verdict", "figures"),
    [
        ("update", {"rund 1.500", "etwa 3.000"}),
        ("update", {"etwa 3.000", "11.000"}),
        ("different phase", {"12.000", "11.000"}),
    ],
)
def test_growth_and_plans_are_no_contradictions(
    run: Run, data: Path, verdict: str, figures: set[str]
) -> None:
    shown = [c for c in records(run, data, "conflicts", "--all") if c["kind"] == "figure"]
    found = [c["verdict"] for c in shown if {text for _, text in sides(c)} == figures]
    assert found == [verdict]


@pytest.mark.parametrize("figure", ["rund 2.000", "1,28 Millionen", "fünf Millionen"])
def test_other_figures_are_in_no_conflict(run: Run, data: Path, figure: str) -> None:
    told = [text for c in records(run, data, "conflicts", "--all") for _, text in sides(c)]
    assert not [text for text in told if figure in text]


@pytest.mark.parametrize("actor", ["Mark Rutte", "Russland", "Nordkorea"])
def test_who_changed_sides(run: Run, data: Path, actor: str) -> None:
    changed = records(run, data, "conflicts", "--kind", "reversal")
    assert [c for c in changed if actor in c["reason"]]


def test_what_rutte_said(run: Run, data: Path) -> None:
    said = {(c["stance"], c["confidence"], c["reported"]) for c in
            records(run, data, "list", "--actor", "Rutte")}  # fmt: skip
    assert {("doubts", "stated", "2024-10-18"), ("confirms", "confirmed", "2024-10-28")} <= said
