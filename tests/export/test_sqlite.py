"""The database: sound, the same bytes each time, and what SQLite and Datasette make of it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run

ROOT = Path(__file__).parents[2]
LEDGER = str(ROOT / "data" / "claims.yaml")


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    """The shipped ledger as a database."""
    file = tmp_path / "claims.db"
    assert run("export", "sqlite", "-o", str(file), "--ledger", LEDGER).code == 0
    return file


def asked(file: Path, question: str, *given: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as db:
        return db.execute(question, given).fetchall()


def test_the_database_is_sound(exported: Path) -> None:
    assert asked(exported, "PRAGMA foreign_key_check") == []
    assert asked(exported, "PRAGMA integrity_check") == [("ok",)]
    with closing(sqlite3.connect(exported)) as db:
        db.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")


def test_every_key_to_another_table_is_declared(exported: Path) -> None:
    question = "SELECT name FROM sqlite_schema WHERE sql LIKE '%REFERENCES%'"
    keys = {
        (name, str(row[3]))
        for (name,) in asked(exported, question)
        for row in asked(exported, f"PRAGMA foreign_key_list({name})")
    }
    assert {
        ("claims", "article"), ("claims", "topic"), ("claim_actors", "claim"),
        ("claim_actors", "actor"), ("claim_tags", "claim"), ("claim_answers", "answers"),
        ("spans", "claim"), ("figures", "claim"), ("conflicts", "a"), ("conflicts", "b"),
        ("rulings", "a"),
    } <= keys  # fmt: skip


def test_the_same_ledger_gives_the_same_bytes(run: Run, exported: Path, tmp_path: Path) -> None:
    again = tmp_path / "other" / "claims.db"
    again.parent.mkdir()
    assert run("export", "sqlite", "-o", str(again), "--ledger", LEDGER).code == 0
    assert again.read_bytes() == exported.read_bytes()
    for file in (exported, again):
        assert list(file.parent.glob(".*")) == []


def test_all_of_the_ledger_is_in_it(run: Run, exported: Path) -> None:
    records = json.loads(run("list", "--format", "json", "--ledger", LEDGER).out)
    held = {str(ident): json.loads(str(record)) for ident, record in asked(
        exported, "SELECT id, record FROM claims")}  # fmt: skip
    assert held == {record["id"]: record for record in records}
    figures = sum(len(record["figures"]) for record in records)
    assert asked(exported, "SELECT count(*) FROM figures") == [(figures,)]
    conflicts = run("conflicts", "--format", "jsonl", "--ledger", LEDGER).out.splitlines()
    assert asked(exported, "SELECT count(*) FROM conflicts WHERE shown") == [(len(conflicts),)]


SMALL = """
articles:
  - {id: a, published: 2024-10, agencies: [dpa, AP]}
actors: [{name: Amt, aliases: [Behörde], of: Land}]
topics: [{name: Lage, words: [Lage]}]
claims:
  - {id: c-1, actor: [Jürgen Weiß, Amt], via: [dpa], claim: Der Fluß steigt, said: ../2024-10-02,
     about: 2024, article: a, confidence: likely, tags: [b, a, b], answers: [c-2, fort],
     figures: [{text: mindestens 3, what: Meter, state: measured, scope: [dort]}]}
  - {id: c-2, claim: "y", article: unknown, answers: [c-1]}
rulings:
  - {claims: [c-2, c-1], verdict: update}
  - {claims: [c-1, c-2], verdict: conflict, by: ab}
  - {claims: [c-1, fort], verdict: conflict}
"""


@pytest.fixture
def small(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "claims.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("export", "sqlite", "-o", "small.db").code == 0
    return tmp_path / "small.db"


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("SELECT id, published_first, published_last, agencies FROM articles",
         [("a", "2024-10-01", "2024-10-31", "dpa; AP"), ("unknown", None, None, "")]),
        ("SELECT name, member_of, aliases FROM actors",
         [("Amt", "Land", "Behörde"), ("Jürgen Weiß", None, ""), ("dpa", None, "")]),
        ("SELECT said_first, said_last, about_first, about_last, confidence_percent, file, line"
         " FROM claims WHERE id = 'c-1'",
         [(None, "2024-10-02", "2024-01-01", "2024-12-31", 68, "claims.yaml", 7)]),
        ("SELECT role, position, actor FROM claim_actors WHERE claim = 'c-1'",
         [("actor", 0, "Jürgen Weiß"), ("actor", 1, "Amt"), ("via", 0, "dpa")]),
        ("SELECT * FROM claim_tags", [("c-1", "a"), ("c-1", "b")]),
        ("SELECT * FROM claim_answers", [("c-1", 0, "c-2"), ("c-2", 0, "c-1")]),
        ("SELECT text, value, min, max, far_max, what, state, scope FROM figures",
         [("mindestens 3", 3, 3, None, None, "Meter", "measured", "dort")]),
        ("SELECT a, b, verdict, \"by\" FROM rulings", [("c-1", "c-2", "conflict", "ab")]),
        ("SELECT name, named_by_hand FROM topics WHERE words != ''", [("Lage", 1)]),
        ("SELECT actor, figures, article FROM claims_flat WHERE id = 'c-1'",
         [("Jürgen Weiß und Amt", "mindestens 3", None)]),
        ("SELECT value FROM meta WHERE name = 'schema'", [("claimtrack.sqlite/1",)]),
    ],
)  # fmt: skip
def test_rows(small: Path, question: str, rows: list[tuple[object, ...]]) -> None:
    assert asked(small, question) == rows


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Fluß", 1), ("fluss", 1), ("JURGEN", 1), ("juergen", 1), ("Weiss", 1), ("dpa", 1),
        ("steigen", 0), ("jrgen", 0),
    ],
)  # fmt: skip
def test_search_with_umlauts_or_without(small: Path, typed: str, found: int) -> None:
    question = "SELECT id FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts(?))"
    assert len(asked(small, question, typed)) == found


def test_what_somebody_wrote_into_it_is_not_lost(run: Run, small: Path) -> None:
    again = small.read_bytes()
    assert run("export", "sqlite", "-o", "small.db").code == 0
    assert small.read_bytes() == again
    with closing(sqlite3.connect(small)) as db, db:
        db.execute("CREATE TABLE mine (x)")
    before = small.read_bytes()
    ran = run("export", "sqlite", "-o", "small.db")
    assert ran.code == 2 and "is not as claimtrack wrote it" in ran.err
    assert small.read_bytes() == before


@pytest.mark.parametrize("name", ["claims.yaml", "foreign.db", "small.metadata.json", "folder"])
def test_no_other_file_is_replaced(run: Run, small: Path, name: str) -> None:
    file = small.with_name(name)
    with closing(sqlite3.connect(small.with_name("foreign.db"))) as db, db:
        db.execute("CREATE TABLE meta (name, value)")
    small.with_name("folder").mkdir()
    small.with_name("small.metadata.json").write_text('{"title": "mine"}', encoding="utf-8")
    before = file.read_bytes() if file.is_file() else b""
    target = "small.db" if name.endswith(".json") else name
    ran = run("export", "sqlite", "-o", target)
    assert ran.code == 2 and "not overwritten" in ran.err
    assert not file.is_file() or file.read_bytes() == before


def test_where_there_is_no_folder(run: Run, small: Path) -> None:
    ran = run("export", "sqlite", "-o", "nowhere/x.db")
    assert ran.code == 2 and "no such folder" in ran.err


def test_a_link_is_followed(run: Run, small: Path) -> None:
    link = small.with_name("link.db")
    link.symlink_to("small.db")
    small.write_bytes(b"")
    assert run("export", "sqlite", "-o", "link.db").code == 0
    assert link.is_symlink()
    assert asked(small, "SELECT count(*) FROM claims") == [(2,)]


TOOL = shutil.which("datasette") or shutil.which("datasette", path=Path(sys.executable).parent)


@pytest.mark.skipif(TOOL is None, reason="datasette is not installed")
def test_datasette_searches_and_counts(exported: Path) -> None:
    page = "/claims/claims.json?_search=soldaten&_facet=stance&_shape=objects"
    command = [str(TOOL), "claims.db", "-m", "claims.metadata.json", "--get", page]
    ran = subprocess.run(command, cwd=exported.parent, capture_output=True, text=True, check=True)
    answer = json.loads(ran.stdout)
    assert 10 < answer["filtered_table_rows_count"] < 60
    assert all("soldaten" in row["search"] for row in answer["rows"])
    assert {"stance", "confidence", "status", "kind"} <= set(answer["facet_results"])
