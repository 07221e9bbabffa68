"""Long output on a terminal goes through the user's pager, short output does not."""

from __future__ import annotations

import os
import pty
import select
import shutil
import sys
from pathlib import Path

import pytest

from claimtrack.cli.console.pager import PAGED

ROOT = Path(__file__).parents[1]
ROWS = 24


def on_terminal(folder: Path, *words: str, **environment: str) -> tuple[str, str | None, int]:
    """What a terminal of 24 rows shows, what the pager was given (None: none was), the code."""
    record = folder / "paged"
    record.unlink(missing_ok=True)
    tool = folder / "pager"
    tool.write_text(f"#!/bin/sh\ncat > '{record}.new'\nmv '{record}.new' '{record}'\n")
    tool.chmod(0o755)
    process, terminal = pty.fork()
    if not process:
        settings = {"PAGER": str(tool), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
        os.environ.update({"LINES": str(ROWS), "COLUMNS": "100", **settings, **environment})
        code = "from claimtrack.cli import main; main()"
        os.execv(sys.executable, [sys.executable, "-c", code, *words])
    shown = b""
    while select.select([terminal], [], [], 60)[0]:
        try:
            new = os.read(terminal, 65536)
        except OSError:
            break
        if not new:
            break
        shown += new
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    paged = record.read_text("utf-8") if record.exists() else None
    return shown.decode("utf-8", "replace"), paged, os.waitstatus_to_exitcode(status)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMTRACK_LEDGER", raising=False)
    return tmp_path


def test_what_is_long_is_paged_with_its_remarks(shipped: Path) -> None:
    shown, paged, code = on_terminal(shipped, "list")
    assert code == 0 and shown == ""
    assert paged and paged.count("\n") > ROWS
    assert "rutte-" in paged and paged.rstrip().split("\n")[-1].startswith("(date)")
    assert "\x1b[" in paged  # our colours


def test_what_is_short_is_not(shipped: Path) -> None:
    shown, paged, code = on_terminal(shipped, "list", "--limit", "1")
    assert code == 0 and paged is None
    assert "1 claim of" in shown


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (("list", "--no-pager"), {}),
        (("--no-pager", "list"), {}),
        (("list",), {"PAGER": ""}),
        (("list",), {"PAGER": "cat"}),
        (("list",), {"PAGER": "no-such-program-here"}),
        (("list",), {"TERM": "dumb"}),
        (("list",), {"CLAIMTRACK_PAGER": "cat"}),
    ],
)
def test_without_a_pager(
    shipped: Path, words: tuple[str, ...], environment: dict[str, str]
) -> None:
    shown, paged, code = on_terminal(shipped, *words, **environment)
    assert code == 0 and paged is None
    assert shown.count("\n") > ROWS and "claims" in shown


def test_no_colour_in_a_pager_either(shipped: Path) -> None:
    _, paged, _ = on_terminal(shipped, "list", NO_COLOR="1")
    assert paged and "\x1b" not in paged


def test_a_pager_that_is_left_ends_the_command(shipped: Path) -> None:
    shown, _, code = on_terminal(shipped, "list", PAGER="head -n 1")
    assert code == 0
    assert "Traceback" not in shown and shown.count("\n") <= 2


def test_findings_keep_their_exit_code(shipped: Path) -> None:
    _, paged, code = on_terminal(shipped, "conflicts", "--exit-code")
    assert paged and code == 1


def test_only_what_shows_is_paged() -> None:
    from claimtrack.cli.app import COMMANDS

    assert set(COMMANDS) > PAGED
    assert not PAGED & {"review", "edit", "undo", "ingest", "accept", "completion"}
