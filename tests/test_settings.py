"""What a user sets once: which file wins, what is heeded, what is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.fixture
def own(quake: Path) -> Path:
    """The user's file, its folder made; the small ledger is here."""
    file = Path(os.environ["XDG_CONFIG_HOME"]) / "claimtrack" / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def test_nothing_is_set(run: Run, own: Path) -> None:
    ran = run("config")
    assert ran.code == 0 and ran.out.count("(not set)") == 5
    assert ran.out.count("(not there)") == 2


def test_the_file_beside_the_ledger_wins(run: Run, own: Path, quake: Path) -> None:
    own.write_text('by = "ab"\ncolumns = "said,actor"\n[reliability]\nA = "B"\nC = "D"\n')
    (quake / "claimtrack.toml").write_text('by = "cd"\n[reliability]\nA = "C"\n')
    ran = run("config")
    assert ran.code == 0
    assert 'by = "cd"    # claimtrack.toml' in ran.out
    assert f'columns = "said,actor"    # {own}' in ran.out
    assert 'reliability = { "A" = "C", "C" = "D" }' in ran.out


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("by = ab\n", 1, "not TOML"),
        ("\nby = 3\n", 2, "by: expected text in quotes"),
        ('colunms = "x"\n', 1, "colunms: no such setting; did you mean"),
        ('columns = "said,who"\n', 1, "columns: no column “who”"),
        ('colour = "blue"\n', 1, "colour: expected one of: auto, never"),
        ('[reliability]\nA = "G"\n', 1, "reliability: “A”: expected a letter from A to F"),
        ('reliability = "B"\n', 1, "reliability: expected outlets"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(
    run: Run, own: Path, quake: Path, text: str, line: int, told: str
) -> None:
    own.write_text('by = "ab"\n')
    file = quake / "claimtrack.toml"
    file.write_text(text)
    ran = run("config")
    assert ran.code == 1
    assert f"claimtrack.toml:{line}:" in ran.out and told in ran.out
    assert 'by = "ab"' in ran.out
    listed = run("list")
    assert listed.code == 0 and "afad-000001" in listed.out
    assert f"claimtrack.toml:{line}:" in listed.err


def test_a_pager_is_named_in_the_own_file_alone(run: Run, own: Path, quake: Path) -> None:
    own.write_text('pager = "less -S"\n')
    assert run("config").code == 0
    (quake / "claimtrack.toml").write_text('pager = "touch pwned"\n')
    ran = run("config")
    assert ran.code == 1 and "only be set in your own file" in ran.out
    assert 'pager = "less -S"' in ran.out


def test_no_utf8(run: Run, own: Path) -> None:
    own.write_bytes(b'by = "\xff"\n')
    ran = run("config")
    assert ran.code == 1 and "no UTF-8" in ran.out


def test_columns_of_a_table_alone(run: Run, own: Path) -> None:
    own.write_text('columns = "said,actor"\n')
    assert run("list").out.split("\n")[0].split() == ["SAID", "ACTOR"]
    assert run("list", "--columns", "id").out.split("\n")[0].split() == ["ID"]
    assert run("list", "--format", "csv").out.startswith("id,said,actor,via")


def test_who_rules(run: Run, own: Path, quake: Path) -> None:
    own.write_text('by = "ab"\n')
    ids = ("afad-000001", "kammer-000002")
    run("rule", *ids, "--verdict", "update", "--why", "x")
    assert "by: ab" in (quake / "claims.yaml").read_text("utf-8")
    run("rule", *ids, "--verdict", "update", "--why", "x", "--by", "cd")
    assert "by: cd" in (quake / "claims.yaml").read_text("utf-8")


def test_the_letter_of_an_outlet(run: Run, own: Path) -> None:
    """The article's own letter comes first."""
    before = run("list", "--reliability", "C", "--columns", "id").out
    own.write_text('[reliability]\nAbendpost = "C"\nMorgenblatt = "F"\n')
    after = run("list", "--reliability", "C", "--columns", "id").out
    assert set(before.split()) < set(after.split())
    assert "afad-000001" in after
