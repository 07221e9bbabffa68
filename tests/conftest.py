from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
"""The same examples at every run, and no clock that a slow machine could fail."""

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""Many tests start the program in a process of its own, which would compile all of it anew."""

CASES = Path(__file__).parent / "cases"
ARTICLE = """---
title: Beben erschüttert die Provinz Hatay
published: 2023-02-07
---
Es war am frühen Morgen. Die AFAD sagte, bei dem Beben in der Provinz Hatay seien mindestens \
1.500 Menschen ums Leben gekommen. Danach regnete es.
"""


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders of users that nobody has been yet; each is there once something is kept in it.

    Few tests keep anything. Folders made for all of them would have to be removed, too, and
    pytest 8 reads the names of those before to find one for the next.
    """
    above = tmp_path_factory.mktemp("users")
    return (above / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_folders(users: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept in the user's folders stays out of the user's folders."""
    folder = next(users)
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(folder / name))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process, as if piped."""
    from claimtrack.cli import main, settings

    for name in ("COLUMNS", "NO_COLOR", "CLAIMTRACK_LEDGER", "CLAIMTRACK_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run_it(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["claimtrack", *arguments])
        for kept in (settings.settings, settings.heeded):
            kept.cache_clear()
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Ran(int(left.value.code or 0), printed.out, printed.err)

    return run_it


@pytest.fixture
def quake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small ledger and one of its articles; it is the working directory."""
    shutil.copy(CASES / "quake.yaml", tmp_path / "claims.yaml")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "beben-morgenblatt.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
