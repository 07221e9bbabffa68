"""What Tab offers, out of the commands and the index, and that no name in it can run anything."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shlex
import shutil
import sqlite3
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import pytest

from claimtrack.cli.completion.answer import lines, stored
from claimtrack.cli.completion.option_values import SHELLS, made
from claimtrack.ledger import load
from claimtrack.ledger.index.database import shelf_of
from claimtrack.text import folded
from tests.conftest import Run

EVIL = (
    "Evil $(touch pwned)",
    "Evil `touch pwned`",
    "Evil'; touch pwned; '",
    'Evil"; touch pwned',
    "Evil\\$(touch pwned)",
    "Evil ${IFS}",
    "Evil\nzwei",
    "Evil *",
    "Evil ~",
    "Evil !x",
    "Evil \x1b[5m",
)
LEDGER = {
    "version": "1",
    "articles": [{"id": "a-1", "outlet": "Tiroler Zeitung"}, {"id": "b-2"}],
    "topics": [{"name": "Beben und Flut"}],
    "claims": [
        {"id": "c-01", "claim": "x", "actor": "Südkorea", "via": ["dpa"], "article": "a-1"},
        {"id": "c-02", "claim": "y", "actor": "Mark Rutte", "tags": ["prüfen"]},
        {"id": "d-03", "claim": "z", "actor": ["Rutland", "Südkorea"]},
        *({"id": f"e-{n:02d}", "claim": "e", "actor": name} for n, name in enumerate(EVIL)),
    ],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger whose index is made; it is the working directory."""
    path = tmp_path / "claims.yaml"
    text = "version: 1\n"
    for section in ("articles", "topics", "claims"):
        text += f"{section}:\n" + "".join(f"  - {json.dumps(one)}\n" for one in LEDGER[section])
    path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMTRACK_LEDGER", raising=False)
    load(path)
    assert shelf_of(path).is_file()
    return tmp_path


def offered(*words: str) -> list[str]:
    return [line.removeprefix("=") for line in lines(words)]


def test_the_table_is_that_of_the_commands() -> None:
    text = files("claimtrack.cli.completion").joinpath("table.txt").read_text("utf-8")
    assert text.splitlines() == list(made())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["li"], ["list"]),
        (["un"], ["undo"]),
        (["nothing"], []),
        (["list", "--act"], ["--actor"]),
        (["list", "--actor", "sud"], ["Südkorea"]),
        (["list", "--actor", "SÜD"], ["Südkorea"]),
        (["list", "--actor", "ru"], ["Rutland", "Mark Rutte"]),
        (["list", "--actor=ru"], ["--actor=Rutland", "--actor=Mark Rutte"]),
        (["list", "--actor", "=", "ru"], ["Rutland", "Mark Rutte"]),
        (["list", "--via", ""], ["dpa"]),
        (["list", "--tag", "pruf"], ["prüfen"]),
        (["list", "--topic", ""], ["Beben und Flut"]),
        (["list", "--article", ""], ["a-1", "b-2"]),
        (["conflicts", "--outlet", "tir"], ["Tiroler Zeitung"]),
        (["list", "--stance", "d"], ["demands", "denies", "doubts"]),
        (["list", "--status", "="], ["accepted", "new", "rejected"]),
        (["list", "--format", "j"], ["json", "jsonl"]),
        (["check", "--format", "s"], ["sarif"]),
        (["list", "--limit", ""], []),
        (["list", ""], []),
        (["show", "c"], ["c-01", "c-02"]),
        (["show", "c-01", "d"], ["d-03"]),
        (["accept", "d"], ["d-03"]),
        (["coverage", "b"], ["b-2"]),
        (["set", "c-01", "stat"], ["status="]),
        (["set", "c-01", "status=a"], ["status=accepted"]),
        (["set", "c-01", "status", "=", "a"], ["accepted"]),
        (["set", "c-01", "actor", "=", "sud"], ["Südkorea"]),
        (["completion", "b"], ["bash"]),
        (["export", "s"], ["sqlite"]),
        (["export", "sqlite", "-o", "x"], ["/"]),
        (["ingest", "x"], ["/"]),
        (["import", "x"], ["/"]),
        (["list", "--ledger", "x"], ["/"]),
        (["unknown", "x"], []),
        ([], None),
    ],
)
def test_what_is_offered(folder: Path, words: list[str], found: list[str] | None) -> None:
    shown = offered(*words)
    assert shown == found if found is not None else "list" in shown


def test_every_line_is_one_and_has_no_power(folder: Path) -> None:
    shown = offered("list", "--actor", "Evil")
    assert len(shown) == len(EVIL)
    assert all(word.isprintable() for word in shown)


def test_many_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = (f"  - {{id: c{n:04d}, claim: x, actor: Amt {n}}}\n" for n in range(500))
    (tmp_path / "claims.yaml").write_text("claims:\n" + "".join(claims), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    load(tmp_path / "claims.yaml")
    assert len(offered("show", "c")) == len(offered("list", "--actor", "amt")) == 200


@pytest.mark.parametrize("harm", ["none", "empty", "foreign", "damaged", "locked", "folder"])
def test_without_a_sound_index_nothing_is_said(folder: Path, harm: str) -> None:
    shelf = shelf_of(folder / "claims.yaml")
    db = None
    if harm == "locked":
        db = sqlite3.connect(shelf, isolation_level=None)
        db.execute("BEGIN EXCLUSIVE")
    else:
        shelf.unlink()
    if harm == "foreign":
        with sqlite3.connect(shelf) as other:
            other.execute("CREATE TABLE words (a, b)")
    elif harm in ("empty", "damaged"):
        shelf.write_bytes(b"" if harm == "empty" else b"no database at all" * 99)
    elif harm == "folder":
        shelf.mkdir()
    ran = claimtrack("_complete", "list", "--actor", "")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    if db:
        db.close()


def test_nothing_is_written_by_asking(folder: Path) -> None:
    shelf = shelf_of(folder / "claims.yaml")
    before = shelf.read_bytes(), sorted(shelf.parent.iterdir())
    assert stored("actor", "", None)
    assert (shelf.read_bytes(), sorted(shelf.parent.iterdir())) == before


def claimtrack(*words: str) -> subprocess.CompletedProcess[str]:
    code = "from claimtrack.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"},
    )


def test_typer_is_not_loaded() -> None:
    code = (
        "import sys; sys.argv = ['claimtrack', '_complete', 'list', '--actor', '']\n"
        "from claimtrack.cli import main; main()\n"
        "print(sorted({'typer', 'pydantic', 'yaml', 'rich'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


# In real shells ----------------------------------------------------------------------------------


@pytest.fixture
def tool(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ``claimtrack`` on the path that writes its arguments down, but for what shells ask."""
    binary = folder / "bin" / "claimtrack"
    binary.parent.mkdir()
    code = "from claimtrack.cli import main; main()"
    binary.write_text(
        "#!/bin/sh\n"
        f'case "$1" in _*) exec {shlex.quote(sys.executable)} -c "{code}" "$@" ;; esac\n'
        f'for word; do printf "%s\\n" "$word"; done > {shlex.quote(str(folder / "typed"))}.new\n'
        f"mv {shlex.quote(str(folder / 'typed'))}.new {shlex.quote(str(folder / 'typed'))}\n"
    )
    binary.chmod(0o755)
    monkeypatch.setenv("PATH", f"{binary.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TERM", "vt100")
    return folder


STARTS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source {}\n"),
    "zsh": (["zsh", "-f", "-i"], "autoload -U compinit; compinit -u -d {}.dump; source {}\n"),
    "fish": (["fish", "--no-config", "-i"], "source {}\n"),
}


def in_shell(shell: str, folder: Path, typed: str) -> list[str]:
    """What the program was called with, when some keys are typed in a shell on a terminal."""
    command, begin = STARTS[shell]
    script = folder / f"script.{shell}"
    script.write_text(files("claimtrack.cli.completion").joinpath(f"{shell}.sh").read_text("utf-8"))
    process, terminal = pty.fork()
    if not process:
        os.execvp(command[0], command)
    written = folder / "typed"
    try:
        _read(terminal, 1.0)
        os.write(terminal, begin.replace("{}", shlex.quote(str(script))).encode())
        _read(terminal, 1.0)
        os.write(terminal, f"{typed}\t".encode())
        _read(terminal, 2.0)
        os.write(terminal, b"\n")
        until = time.monotonic() + 60
        while not written.exists() and time.monotonic() < until:
            _read(terminal, 0.2)
    finally:
        os.close(terminal)
        os.kill(process, 9)
        os.waitpid(process, 0)
    return written.read_text("utf-8").splitlines()


def _read(terminal: int, quiet: float) -> bytes:
    """What a terminal shows until it has been quiet for so many seconds."""
    shown = b""
    while select.select([terminal], [], [], quiet)[0]:
        try:
            shown += os.read(terminal, 65536)
        except OSError:
            break
    return shown


def _needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


EACH = [pytest.param(shell, marks=_needs(shell)) for shell in SHELLS]


@pytest.mark.parametrize("shell", EACH)
def test_a_name_is_completed(tool: Path, shell: str) -> None:
    assert in_shell(shell, tool, "claimtrack list --actor Mark") == [
        "list",
        "--actor",
        "Mark Rutte",
    ]


@pytest.mark.parametrize("shell", EACH)
@pytest.mark.parametrize(
    ("names", "typed", "left"),
    [
        (("Südkorea", "Amt in Südkorea"), "sud", "sud"),
        (("Mark Rutte", "Mark Weber"), "Mar", "Mark"),
        (("Südkorea", "Südkoreas Geheimdienst"), "Sü", "Südkorea"),
    ],
)
def test_of_several_names_no_typed_word_is_lost(
    tool: Path, shell: str, names: tuple[str, ...], typed: str, left: str
) -> None:
    path = tool / "claims.yaml"
    entries = ({"id": f"x{at}", "claim": "x", "actor": name} for at, name in enumerate(names))
    path.write_text("claims:\n" + "".join(f"  - {json.dumps(entry)}\n" for entry in entries))
    load(path)
    found = in_shell(shell, tool, f"claimtrack list --actor {typed}")
    assert found[2:] and folded(found[2]).startswith(folded(left))


@_needs("fish")
@pytest.mark.parametrize(
    ("option", "name"),
    [
        ("--actor ", "Südkorea"),
        ("--actor ", "Amt in Südkorea"),
        ("--actor ", "Ägypten"),
        ("--actor=", "Südkorea"),
    ],
)
def test_fish_keeps_names_with_umlauts(tool: Path, option: str, name: str) -> None:
    """fish drops what does not hold the letters that were typed; filters know names by these."""
    path = tool / "claims.yaml"
    entries = [{"id": "x", "claim": "x", "actor": name}, {"id": "y", "claim": "y", "actor": "Su"}]
    path.write_text("claims:\n" + "".join(f"  - {json.dumps(entry)}\n" for entry in entries))
    load(path)
    typed = "agy" if name == "Ägypten" else "sud"
    found = in_shell("fish", tool, f"claimtrack list {option}{typed}")
    given = " ".join(found[1:]).replace("=", " ").removeprefix("--actor ")
    assert folded(given) == folded(name) and typed in given


@pytest.mark.parametrize("command", ["list", "add"])
def test_what_is_written_into_a_ledger_is_spelled_as_it_is(folder: Path, command: str) -> None:
    found = claimtrack("_complete_fish", command, "--actor", "sud").stdout
    expected = "=sudkorea\n~Südkorea\n" if command == "list" else "=Südkorea\n"
    assert expected in found


@pytest.mark.parametrize("shell", EACH)
@pytest.mark.parametrize("number", range(6))
def test_a_hostile_name_runs_nothing(tool: Path, shell: str, number: int) -> None:
    """The one claim of its name, whatever is in it, comes through as an argument or not at all."""
    name = EVIL[number]
    path = tool / "claims.yaml"
    path.write_text(f"claims:\n  - {json.dumps({'id': 'x', 'claim': 'x', 'actor': name})}\n")
    load(path)
    found = in_shell(shell, tool, "claimtrack list --actor Ev")
    assert not (tool / "pwned").exists()
    assert found[:2] == ["list", "--actor"]
    assert found[2:] == [name]


@_needs("bash")
@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("number", range(6))
def test_a_hostile_name_in_quotes(tool: Path, quote: str, number: int) -> None:
    """Asked without a terminal: the word that bash would put on the line, read by bash."""
    name = EVIL[number]
    path = tool / "claims.yaml"
    path.write_text(f"claims:\n  - {json.dumps({'id': 'x', 'claim': 'x', 'actor': name})}\n")
    load(path)
    script = tool / "script.bash"
    script.write_text(files("claimtrack.cli.completion").joinpath("bash.sh").read_text("utf-8"))
    asked = (
        f"source {shlex.quote(str(script))}\n"
        f"COMP_WORDS=(claimtrack list --actor {shlex.quote(quote + 'Ev')}); COMP_CWORD=3\n"
        '_claimtrack; printf "%s\\n" "${#COMPREPLY[@]}" "${COMPREPLY[0]}"'
    )
    ran = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
    count, reply = ran.stdout.split("\n", 1)
    assert count == "1"
    line = f"printf '%s' {quote}{reply.rstrip(chr(10))}{quote}"
    back = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert back.stdout == name
    assert not (tool / "pwned").exists()


# Scripts and page --------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(run: Run, shell: str) -> None:
    ran = run("completion", shell)
    script = files("claimtrack.cli.completion").joinpath(f"{shell}.sh").read_text("utf-8")
    assert ran.code == 0 and ran.out == script
    assert "eval" not in re.sub("(?m)^#.*", "", script)


def test_another_shell(run: Run) -> None:
    ran = run("completion", "tcsh")
    assert ran.code == 2 and "bash" in ran.err


def test_the_man_page(run: Run) -> None:
    page = run("man").out
    assert page.startswith(".TH CLAIMTRACK 1")
    from claimtrack.cli.app import COMMANDS

    for name in COMMANDS:
        assert f".SS claimtrack {name}".replace("-", r"\-") in page
    requests = set(re.findall(r"(?m)^\.(\S+)", page))
    assert requests == {"TH", "SH", "SS", "B", "PP", "nf", "fi", "TP"}
