"""Every command that the README shows is run, in a copy of the data it speaks of."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (claimtrack .+)$", README, re.MULTILINE)
RECORDS = re.findall(
    r"^<!-- what `([^`\n]+)` printed -->\n```json\n(.*?)```$", README, re.MULTILINE | re.DOTALL
)
SCRIPT = f"""#!/bin/sh
exec '{sys.executable}' -c 'from claimtrack.cli import main; main()' "$@"
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped data and a ``claimtrack`` to call."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "data", folder / "data")
    tool = folder / "bin" / "claimtrack"
    tool.parent.mkdir()
    tool.write_text(SCRIPT, encoding="utf-8")
    tool.chmod(0o755)
    return folder


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) > 20
    assert len(RECORDS) == 2


def in_shell(command: str, copy: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": f"{copy / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(copy / "cache"),
        "XDG_STATE_HOME": str(copy / "state"),
    }
    return subprocess.run(
        ["sh", "-c", command], cwd=copy, env=environment, capture_output=True, text=True
    )


def test_the_screen_is_what_is_printed(copy: Path) -> None:
    """Runs first: the commands below change the ledger."""
    told = re.search(r"^<!-- what `(.+)` printed -->\n```text\n(.*?)```$", README, re.M | re.S)
    assert told
    assert in_shell(told[1], copy).stdout.strip() == told[2].strip()


@pytest.mark.parametrize(("command", "record"), RECORDS, ids=[one for one, _ in RECORDS])
def test_the_record_is_what_is_printed(command: str, record: str, copy: Path) -> None:
    """Runs before the ledger is changed, too."""
    printed = json.loads(in_shell(command, copy).stdout)
    assert_shown(json.loads(record), printed)


def assert_shown(told: object, printed: object) -> None:
    """Whether a record is as printed: same keys, same values, but for what ``…`` leaves out."""
    if isinstance(told, dict):
        assert isinstance(printed, dict)
        assert "…" in told or list(told) == list(printed)
        for name in told.keys() - {"…"}:
            assert_shown(told[name], printed[name])
    elif isinstance(told, list):
        assert isinstance(printed, list) and len(told) == len(printed)
        for one, other in zip(told, printed, strict=True):
            assert_shown(one, other)
    elif isinstance(told, str) and told.endswith("…"):
        assert str(printed).startswith(told.removesuffix("…"))
    else:
        assert told == printed


def test_the_readme_names_claims_that_are_there() -> None:
    ledger = (ROOT / "data" / "claims.yaml").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:isw|nis|selenskyj|yonhap)-[0-9a-z]{6}\b", README))
    assert named
    assert {name for name in named if f"id: {name}\n" not in ledger} == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_command(command: str, copy: Path) -> None:
    done = in_shell(command, copy)
    assert done.returncode == 0, done.stderr
    assert "no claims yet" not in done.stderr
    assert "claimtrack: " not in done.stderr


def test_every_command_and_format_is_told_of() -> None:
    from claimtrack.cli.app import COMMANDS as COMMAND_NAMES
    from claimtrack.render import FORMATS

    for name in COMMAND_NAMES:
        assert re.search(rf"claimtrack {name}\b|`{name}`", README), name
    for form in FORMATS:
        assert f"`{form}`" in README
