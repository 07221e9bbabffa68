"""The guide's example of a new field works as it stands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PARTS = ("tests/__init__.py", "tests/needs.py", "tests/test_fields.py", "tests/ledger/__init__.py",
         "tests/ledger/readings.py", "docs/ledger.md")  # fmt: skip


NAMED = re.compile(
    r"`((?:[\w.-]+/)*[\w-]+\.(?:py|tsv|sql|md|txt|css|js|yaml|yml|lock|toml)|(?:\w+/)+)`"
)
PLACES = (
    ROOT,
    ROOT / "claimtrack",
    ROOT / "claimtrack" / "extract",
    ROOT / "claimtrack" / "lexicon",
)


def is_there(name: str) -> bool:
    """Whether a file or folder is in the project: by its path, or by its name alone."""
    alone = "/" not in name.rstrip("/") and any((ROOT / "claimtrack").rglob(name.rstrip("/")))
    return alone or any((place / name).exists() for place in PLACES)


@pytest.mark.parametrize("name", sorted(set(NAMED.findall(GUIDE))))
def test_what_the_guide_names_is_there(name: str) -> None:
    assert is_there(name)


def test_the_guide_names_every_part() -> None:
    package = ROOT / "claimtrack"
    parts = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    parts |= {path.name for path in package.glob("*.py")} - {"__init__.py"}
    assert parts <= set(NAMED.findall(GUIDE))


def patched(folder: Path, diff: str) -> list[str]:
    """Adds the lines of a diff behind the ones shown before them; the files that it names."""
    files = re.split(r"^--- (.+)\n", diff, flags=re.MULTILINE)[1:]
    for name, body in zip(files[::2], files[1::2], strict=True):
        lines = body.splitlines()
        known = "\n".join(line[1:] for line in lines if line.startswith(" "))
        new = "\n".join(line[1:] for line in lines if line.startswith("+"))
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(f"{known}\n") == 1, f"{name} has not, once: {known}"
        (folder / name).write_text(text.replace(f"{known}\n", f"{known}\n{new}\n"), "utf-8")
    return files[::2]


def test_a_new_field_takes_four_places(tmp_path: Path) -> None:
    """All tests of fields hold for it, and they look at it."""
    shutil.copytree(ROOT / "claimtrack", tmp_path / "claimtrack")
    for part in PARTS:
        (tmp_path / part).parent.mkdir(exist_ok=True, parents=True)
        shutil.copy(ROOT / part, tmp_path / part)
    example = re.search(r"^```diff\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert example
    assert len(patched(tmp_path, example[1])) == 4
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "tests/test_fields.py"]
    ran = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert "goes_all_the_way[urgency]" in ran.stdout
