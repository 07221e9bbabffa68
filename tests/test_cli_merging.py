"""The merge driver, by itself and under git."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import claimtrack
from tests import needs
from tests.conftest import Run
from tests.test_cli import HOME, TOOL

BASE = "claims:\n  - id: a\n    claim: x\n    stance: asserts\n  - id: b\n    claim: y\n"
OURS = BASE.replace("stance: asserts", "stance: denies  # sure")
THEIRS = BASE.replace("claim: x", "claim: xx").replace("claim: y", "claim: yy")
BOTH = OURS.replace("claim: x", "claim: xx").replace("claim: y", "claim: yy")


def versions(*texts: str) -> list[str]:
    names = ["base", "ours", "theirs"]
    for name, text in zip(names, texts, strict=True):
        Path(name).write_bytes(text.encode())
    return names


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_ours_is_replaced(run: Run) -> None:
    ran = run("merge-file", *versions(BASE, "\ufeff" + OURS, THEIRS))
    assert ran == (0, "", "")
    assert Path("ours").read_text(encoding="utf-8") == "\ufeff" + BOTH


def test_conflicts_are_told_with_the_name_of_the_ledger(run: Run) -> None:
    theirs = BASE.replace("asserts", "doubts")
    ran = run("merge-file", *versions(BASE, OURS, theirs), "--name", "data/claims.yaml")
    assert (ran.code, ran.err) == (1, "data/claims.yaml: both changed a: stance\n")
    assert "<<<<<<< ours\n    stance: denies  # sure\n=======\n" in Path("ours").read_text()


@needs.git
def test_a_broken_ledger_is_merged_by_lines(run: Run) -> None:
    ran = run("merge-file", *versions(BASE, "# mine\n" + BASE, BASE + "- ["))
    assert ran.code == 0
    assert "merged line by line" in ran.err
    assert Path("ours").read_text() == "# mine\n" + BASE + "- ["


@pytest.mark.parametrize("column", [0, 1, 4, 8])
def test_a_list_at_another_indentation_is_merged_by_claim(run: Run, column: int) -> None:
    lines = (line.removeprefix("  ") for line in f"{BASE}    note: neu\n".splitlines())
    theirs = "".join(f"{'' if at == 0 else ' ' * column}{one}\n" for at, one in enumerate(lines))
    ours = BASE.replace("claim: x", "claim: x!")
    assert run("merge-file", *versions(BASE, ours, theirs)) == (0, "", "")
    assert Path("ours").read_text() == f"{ours}    note: neu\n"


@needs.git
def test_no_file_is_an_option_of_git(run: Run) -> None:
    names = [f"-{name}" for name in versions(BASE, "# mine\n" + BASE, BASE + "- [")]
    for name in names:
        Path(name[1:]).rename(name)
    ran = run("merge-file", "--", *names)
    assert (ran.code, ran.out) == (0, "")
    assert Path("-ours").read_text() == "# mine\n" + BASE + "- ["


@needs.git
def test_what_git_says_of_a_file_is_made_harmless() -> None:
    base, ours, theirs = versions(BASE, "\0", BASE + "- [")
    Path(ours).rename("a\x1b[5m")
    done = subprocess.run(
        [*TOOL, "merge-file", base, "a\x1b[5m", theirs], env=HOME, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "binary" in done.stderr
    assert "a␛[5m" in done.stderr
    assert "\x1b" not in done.stderr


def git(*arguments: str) -> int:
    names = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    environment = {**os.environ, **names, "PYTHONPATH": str(Path(claimtrack.__file__).parents[1])}
    done = subprocess.run(["git", *arguments], env=environment, capture_output=True, check=False)
    return done.returncode


@needs.git
def test_git_merges_two_branches(tmp_path: Path) -> None:
    tool = f"'{sys.executable}' -c 'from claimtrack.cli import main; main()'"
    driver = f"{tool} merge-file %O %A %B --name %P"
    ledger = Path("claims.yaml")
    git("init", "-q", "-b", "main")
    git("config", "merge.claimtrack.driver", driver)
    Path(".gitattributes").write_text("claims.yaml merge=claimtrack\n")
    for branch, text in (("main", BASE), ("theirs", THEIRS), ("ours", OURS)):
        if branch != "main":
            git("checkout", "-q", "-b", branch, "main")
        ledger.write_text(text)
        git("add", ".")
        assert git("commit", "-q", "-m", branch) == 0
    assert git("merge", "-q", "theirs") == 0
    assert ledger.read_text() == BOTH


@needs.git
def test_two_revisions_are_compared_by_claim(run: Run) -> None:
    git("init", "-q", "-b", "main")
    for text in (BASE, BASE.replace("claim: y", "claim: Die Brücke bleibt gesperrt")):
        Path("claims.yaml").write_text(text, encoding="utf-8")
        git("add", ".")
        git("commit", "-q", "-m", "x")
    ran = run("diff", "HEAD~1:claims.yaml", "claims.yaml", "--format", "jsonl")
    assert ran.code == 0
    assert "Die Brücke bleibt gesperrt" in ran.out
    for a, b in (
        ("HEAD~1:claims.yaml", "HEAD:claims.yaml"),
        ("HEAD~1", "HEAD"),
        ("HEAD~1", "main"),
    ):
        assert run("diff", a, b, "--format", "jsonl").out == ran.out


@needs.git
def test_a_revision_that_is_not_there(run: Run) -> None:
    git("init", "-q", "-b", "main")
    Path("claims.yaml").write_text(BASE)
    ran = run("diff", "HEAD~9:claims.yaml", "claims.yaml")
    assert ran.code == 2
    assert "HEAD~9" in ran.err


@needs.git
@pytest.mark.parametrize("typed", ["-Odrawn:claims.yaml", "-p:claims.yaml", "-p", "--all"])
def test_what_is_typed_as_a_revision_is_no_option_of_git(run: Run, typed: str) -> None:
    git("init", "-q", "-b", "main")
    Path("claims.yaml").write_text(BASE)
    git("add", ".")
    git("commit", "-q", "-m", "x")
    before = sorted(Path().iterdir())
    for words in ([typed, "claims.yaml"], ["claims.yaml", typed]):
        ran = run("diff", "--", *words)
        assert ran.code == 2
        assert typed in ran.err
    assert sorted(Path().iterdir()) == before


@needs.git
def test_a_revision_without_the_ledger(run: Run) -> None:
    git("init", "-q", "-b", "main")
    Path("other").touch()
    git("add", ".")
    git("commit", "-q", "-m", "x")
    Path("claims.yaml").write_text(BASE)
    ran = run("diff", "HEAD", "claims.yaml")
    assert (ran.code, ran.err) == (2, "claimtrack: claims.yaml is not in the revision HEAD\n")
    assert "is not an article, outlet, ledger file or revision" in run("diff", "HEAD~1", "HEAD").err
