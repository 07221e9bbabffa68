"""Commands that read articles and those that write the ledger."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.conftest import ARTICLE, Run

ENGLISH = "The minister said on Monday that the bridge would be closed for the whole week. " * 3


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory without a ledger, with a folder of articles: one good, two bad."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "texte"
    folder.mkdir()
    (folder / "beben.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "latin.txt").write_bytes("Über Brücken gehen Bürger".encode("latin-1"))
    (folder / "english.txt").write_text(ENGLISH, encoding="utf-8")
    return folder


def test_ingest_makes_a_ledger_and_goes_on_after_bad_files(run: Run, articles: Path) -> None:
    ran = run("ingest", "texte")
    assert ran.code == 2
    assert "latin.txt" in ran.err
    assert "english.txt" in ran.err
    assert "Traceback" not in ran.err
    assert ran.out.splitlines() == ["claims.yaml", "  beben  1 new"]
    text = Path("claims.yaml").read_text(encoding="utf-8")
    assert "file: texte/beben.md" in text
    assert "AFAD" in run("list").out


def test_ingest_twice_is_ingest_once(run: Run, articles: Path) -> None:
    run("ingest", "texte/beben.md")
    before = Path("claims.yaml").read_bytes()
    ran = run("ingest", "texte/beben.md")
    assert ran == (0, "claims.yaml: unchanged\n  beben  1 unchanged\n", "")
    assert Path("claims.yaml").read_bytes() == before


def test_a_dry_run_writes_nothing(run: Run, articles: Path) -> None:
    ran = run("ingest", "texte/beben.md", "--dry-run")
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "claims.yaml: dry run, nothing was written"
    assert not Path("claims.yaml").exists()


def test_nothing_read_is_nothing_written(run: Run, articles: Path) -> None:
    ran = run("ingest", "texte/english.txt")
    assert ran.code == 2
    assert "so nothing was written" in ran.err
    assert not Path("claims.yaml").exists()


def test_what_a_person_did_stays(run: Run, articles: Path) -> None:
    run("ingest", "texte/beben.md")
    path = Path("claims.yaml")
    text = path.read_text(encoding="utf-8")
    assert text.count("actor: AFAD") == 1
    path.write_text(text.replace("actor: AFAD", "actor: Afad  # sic"), encoding="utf-8")
    ran = run("ingest", "texte/beben.md")
    assert "1 left alone" in ran.out
    assert "actor: [-Afad-]{+AFAD+}" in ran.out
    assert "# sic" in path.read_text(encoding="utf-8")


def test_a_dry_run_shows_what_a_correction_changes(run: Run, articles: Path) -> None:
    run("ingest", "texte/beben.md")
    path = articles / "beben.md"
    body = path.read_text(encoding="utf-8")
    path.write_text(body.replace("Es war", "Heute war es so: Es war"), encoding="utf-8")
    moved = run("ingest", "texte/beben.md", "--dry-run").out
    assert moved.splitlines()[1:] == ["  beben  1 brought up to date"]
    path.write_text(body.replace("mindestens", "höchstens"), encoding="utf-8")
    told = run("ingest", "texte/beben.md", "--dry-run").out
    assert "brought up to date ([-what stands-]{+the parser's reading+}):" in told
    assert "[-mindestens-]{+höchstens+}" in told


@pytest.mark.parametrize("known", [True, False])
def test_extract_says_what_a_claim_is_about_as_list_does(
    run: Run, articles: Path, known: bool
) -> None:
    if known:
        topics = "topics:\n  - {name: Lage, words: [ums Leben gekommen]}\n"
        Path("claims.yaml").write_text(topics, encoding="utf-8")
    extracted = run("extract", "texte/beben.md", "--format", "jsonl").out
    about = {one["id"]: one["topic"] for one in map(json.loads, extracted.splitlines())}
    assert run("ingest", "texte/beben.md").code == 0
    listed = run("list", "--format", "jsonl").out
    assert {one["id"]: one["topic"] for one in map(json.loads, listed.splitlines())} == about
    assert any(about.values())
    assert ("Lage" in about.values()) == known
    columns = run("extract", "texte/beben.md", "--columns", "id,topic", "--format", "csv").out
    for ident, topic in about.items():
        assert f"{ident},{topic or ''}" in columns


def test_extract_needs_no_ledger(run: Run, articles: Path) -> None:
    ran = run("extract", "texte/beben.md", "--format", "jsonl")
    claim = json.loads(ran.out)
    assert ran.code == 0
    assert (claim["actor"], claim["reported"]) == ("AFAD", "2023-02-07")
    (start, end), *_ = claim["quote"]["spans"]
    body = ARTICLE.split("---\n", 2)[2]
    assert body[start:end] == claim["quote"]["text"]
    assert body[slice(*claim["speaker"]["spans"][0])] == claim["speaker"]["text"]
    assert not Path("claims.yaml").exists()


def test_several_processes_read_the_same(run: Run, articles: Path) -> None:
    alone = run("extract", "texte/beben.md", "--format", "json")
    assert run("extract", "texte/beben.md", "--format", "json", "--jobs", "2") == alone


def test_standard_input_with_a_day(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Der Bürgermeister sagte am Montag, die Brücke bleibe die ganze Woche gesperrt.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    ran = run("extract", "-", "--published", "2024-05-07", "--format", "jsonl")
    assert json.loads(ran.out)["said"] == "2024-05-06"


def test_explain_shows_the_rule_and_its_words(run: Run, articles: Path) -> None:
    ran = run("explain", "Die Polizei sagte am Montag, rund 300 Menschen seien verletzt worden.",
              "--published", "2024-05-07")  # fmt: skip
    assert ran.code == 0
    found = [line.split(maxsplit=1) for line in ran.out.splitlines()]
    assert ["date", "Montag = 2024-05-06"] in found
    assert ["figure", "rund 300 = 270–330"] in found
    assert ["cue", "sagte"] in found
    assert any(label == "rule" for label, *_ in found)


@pytest.mark.parametrize("name", ["nowhere.md", "texte/latin.txt"])
def test_what_cannot_be_explained(run: Run, articles: Path, name: str) -> None:
    ran = run("explain", name)
    assert (ran.code, ran.out) == (2, "")
    assert Path(name).name in ran.err


@pytest.mark.parametrize(
    "arguments",
    [["extract", "texte/beben.md", "--published", "gestern"], ["extract"], ["ingest"]],
)
def test_wrong_usage(run: Run, articles: Path, arguments: list[str]) -> None:
    assert run(*arguments).code == 2


def test_set_changes_one_line(run: Run, quake: Path) -> None:
    path = quake / "claims.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    ran = run("set", "kammer", "confidence=possible")
    after = path.read_text(encoding="utf-8").splitlines()
    assert ran.code == 0
    assert "kammer-000002 changed" in ran.out
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [("    confidence: likely", "    confidence: possible")]
    assert "already so" in run("set", "kammer", "confidence=possible").out


@pytest.mark.parametrize(("command", "status"), [("accept", "accepted"), ("reject", "rejected")])
def test_accept_and_reject(run: Run, quake: Path, command: str, status: str) -> None:
    assert run(command, "afad", "kammer").code == 0
    listed = run("list", "--status", status, "--format", "jsonl").out.splitlines()
    ids = {json.loads(line)["id"] for line in listed}
    assert {"afad-000001", "kammer-000002"} <= ids


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("confidence", "expected FIELD=VALUE"),
        ("confidence=sicher", "confirmed"),
        ("confidense=likely", "confidence"),
    ],
)
def test_set_refuses(run: Run, quake: Path, field: str, expected: str) -> None:
    before = (quake / "claims.yaml").read_bytes()
    ran = run("set", "afad", field)
    assert ran.code == 2
    assert expected in ran.err
    assert (quake / "claims.yaml").read_bytes() == before


def test_check_finds_and_mends(run: Run, quake: Path) -> None:
    path = quake / "claims.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("at: 41-126", "at: 1-9"), encoding="utf-8")
    ran = run("check")
    assert ran.code == 1
    assert "claims.yaml:29:9: error: " in ran.out
    assert run("check", "--format", "json").code == 1
    assert run("check", "--fix").code == 0
    assert path.read_text(encoding="utf-8") == text


def test_an_article_cannot_harm_the_terminal(run: Run, articles: Path) -> None:
    hostile = ARTICLE.replace("mindestens", "\x1b[31m\u202emindestens[bold]")
    Path("texte/beben.md").write_text(hostile, encoding="utf-8")
    run("ingest", "texte/beben.md")
    for form in ("table", "json", "jsonl", "csv", "md", "yaml"):
        ran = run("list", "--format", form)
        assert "mindestens" in ran.out
        assert not {"\x1b", "\u202e"} & set(ran.out + ran.err)
    assert not {"\x1b", "\u202e"} & set(run("explain", "texte/beben.md").out)
    assert not {"\x1b", "\u202e"} & set(run("show", "afad").out)


def test_a_link_to_nothing_is_told(run: Run, articles: Path) -> None:
    for name in ("latin.txt", "english.txt"):
        (articles / name).unlink()
    (articles / "dang.txt").symlink_to("nowhere")
    ran = run("ingest", "texte")
    assert ran.code == 2
    assert "dang.txt: a broken link" in ran.err
    assert "1 new" in ran.out
