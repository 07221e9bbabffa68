"""Standard streams that are closed, full, or no terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import Run
from tests.test_cli import HOME, TOOL

pytestmark = pytest.mark.skipif(os.name == "nt", reason="redirections of a POSIX shell")


def shell(arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs a command with redirections as a shell does."""
    unset = ("VISUAL", "EDITOR", "PYTHONUNBUFFERED")
    clean = {name: value for name, value in HOME.items() if name not in unset}
    return subprocess.run(
        ["sh", "-c", f'"$0" -c "{TOOL[2]}" {arguments}', sys.executable],
        capture_output=True,
        text=True,
        env={**clean, **env},
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("command", ["list", "conflicts", "list --help", "--help", "--version"])
def test_a_closed_standard_output_is_told_in_one_line(quake: Path, command: str) -> None:
    done = shell(f"{command} >&-")
    assert (done.returncode, done.stderr) == (2, "claimtrack: standard output is closed\n")


def test_remarks_to_a_closed_standard_error_go_nowhere(quake: Path) -> None:
    done = shell("list 2>&-")
    assert done.returncode == 0
    assert "afad-000001" in done.stdout


def test_a_closed_standard_input_is_told(quake: Path) -> None:
    done = shell("extract - <&-")
    assert done.returncode == 2
    assert done.stderr.startswith("claimtrack: standard input is closed\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_device_is_told_once(quake: Path) -> None:
    done = shell("list >/dev/full")
    assert (done.returncode, done.stderr) == (2, "claimtrack: No space left on device\n")


def test_no_editor_is_started_where_there_is_no_terminal(quake: Path) -> None:
    done = shell("edit")
    assert done.returncode == 2
    assert "no terminal" in done.stderr
    assert "EDITOR" in done.stderr


def test_an_editor_that_is_named_needs_no_terminal(quake: Path) -> None:
    assert shell("edit", EDITOR="true").returncode == 0


def test_the_picture_is_drawn_though_nobody_reads_the_table(quake: Path) -> None:
    shell("timeline --topic Beben --svg beben.svg | head -n 0")
    assert Path("beben.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("name", ["Ärztekammer", "Krankenhäuser in Hatay", "ärztekammer"])
def test_arguments_are_utf8_in_any_locale(quake: Path, name: str) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    asked = f'list --actor "{name}"'
    assert (
        shell(asked, **ascii_only).stdout.encode() == shell(asked, LC_ALL="C.UTF-8").stdout.encode()
    )
    assert shell('list --actor "Ärztekammer"', **ascii_only).stdout.count("kammer-000002") == 1


@pytest.mark.parametrize("command", [("list",), ("check",), ("show", "c1"), ("conflicts",)])
def test_a_ledger_that_is_piped_in_is_read_once(
    command: tuple[str, ...], tmp_path: Path, run: Run
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    text = "version: 1\nclaims:\n  - {id: c1, claim: Die Brücke ist gesperrt}\n"
    writer = Thread(target=pipe.write_text, args=(text, "utf-8"), daemon=True)
    writer.start()
    result = run(*command, "--ledger", str(pipe))
    writer.join(timeout=10)
    assert result.code == 0
    assert "Die Brücke" in result.out or command[0] in ("check", "conflicts")


@pytest.mark.parametrize(
    "command", [("list",), ("check",), ("set", "status=new", "c1"), ("add", "--claim", "Es regnet")]
)
def test_a_device_is_no_ledger(command: tuple[str, ...], run: Run) -> None:
    result = run(*command, "--ledger", "/dev/zero")
    assert result.code in (1, 2)
    told = result.out + result.err
    assert "larger than 64 MB" in told or "not a regular file" in told
    assert not Path("/dev/zero").is_file()
