"""Deciding on a pair of claims from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

PAIR = ("afad-000001", "kammer-000002")
DECIDED = ("--verdict", "no conflict", "--why", "zwei Provinzen")


def pairs(run: Run, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("conflicts", "--format", "json", *more).out)
    return found


def test_a_ruled_pair_is_quiet(run: Run, quake: Path) -> None:
    before = Path("claims.yaml").read_text("utf-8")
    assert len(pairs(run)) == 1
    ran = run("rule", "000001", "000002", *DECIDED, "--by", "ab")
    assert ran.code == 0
    assert ran.out.startswith("claims.yaml: afad-000001 and kammer-000002 ruled no conflict")
    assert Path("claims.yaml").read_text("utf-8").startswith(before.rstrip("\n"))
    assert pairs(run) == []
    (told,) = pairs(run, "--all")
    assert told["ruling"]["verdict"] == "no conflict"
    assert (told["ruling"]["by"], told["ruling"]["stale"]) == ("ab", False)
    assert "with --all also 1 ruled" in run("conflicts").err


@pytest.mark.parametrize(
    "change",
    [
        "confidence=stated", "stance=confirms", "said=2023-02-09", "actor=Kammer",
        "claim=In der Provinz Hatay seien höchstens 900 Menschen umgekommen",
        "figures=[{text: 20, what: Tote, state: killed}]",
    ],
)  # fmt: skip
def test_until_one_of_its_claims_changes(run: Run, quake: Path, change: str) -> None:
    run("rule", *PAIR, *DECIDED)
    run("set", "000002", change)
    (told,) = pairs(run)
    assert told["ruling"]["stale"]
    assert "a claim has changed since" in run("conflicts").out
    assert "has changed since this was decided" in run("check").out


def test_until_an_own_wording_changes_again(run: Run, quake: Path) -> None:
    run("set", "000002", "claim=Es gebe mindestens 20 Tote")
    run("rule", *PAIR, *DECIDED)
    assert not any(told["ruling"]["stale"] for told in pairs(run, "--all") if told["ruling"])
    run("set", "000002", "claim=Es gebe mindestens 30 Tote")
    assert "has changed since this was decided" in run("check").out


def test_a_note_changes_nothing(run: Run, quake: Path) -> None:
    run("rule", *PAIR, *DECIDED)
    run("set", "000002", "note=angerufen")
    assert pairs(run) == []


def test_a_second_thought(run: Run, quake: Path) -> None:
    run("rule", *PAIR, *DECIDED)
    ran = run("rule", *reversed(PAIR), "--verdict", "conflict", "--why", "doch eine")
    assert "replacing the earlier ruling" in ran.out
    assert Path("claims.yaml").read_text("utf-8").count("verdict:") == 1


def test_a_dry_run_writes_nothing(run: Run, quake: Path) -> None:
    before = Path("claims.yaml").read_bytes()
    assert "would be ruled" in run("rule", *PAIR, *DECIDED, "--dry-run").out
    assert Path("claims.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("000001", "000001", *DECIDED), "two different claims"),
        (("000001", *DECIDED), "expected two ids, not 1"),
        (("000001", "nobody", *DECIDED), "no claim 'nobody'"),
        ((*PAIR, "--verdict", "updat", "--why", "x"), "did you mean update?"),
        ((*PAIR, "--verdict", "update", "--why", " "), "a ruling needs a reason"),
    ],
)
def test_what_is_refused(run: Run, quake: Path, typed: tuple[str, ...], told: str) -> None:
    ran = run("rule", *typed)
    assert ran.code == 2
    assert told in ran.err
    assert "rulings" not in Path("claims.yaml").read_text("utf-8")
