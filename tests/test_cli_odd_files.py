"""Every writing command on every odd file: YAML tools and claimtrack see the same claims after it.

Or the command refuses, says why, and changes no byte.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from claimtrack.ledger.document.ledger_file import open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.edit.splice import UNSURE
from claimtrack.ledger.files.paths import decode
from tests.conftest import Run
from tests.ledger.odd_files import CHARACTERS, ODD
from tests.ledger.other_tools import readable, sees_the_same

WRITTEN = dict(ODD)
for name in ("LS", "NBSP", "ZWSP", "tab"):  # the others are read as one of these
    WRITTEN |= CHARACTERS[name]

EDITOR = "import sys; f = open(sys.argv[1], 'ab'); f.write(b'# edited\\n')"
WRITING: dict[str, tuple[str, ...]] = {
    "set": ("set", "b", "note=neu"),
    "set what it has": ("set", "b", "claim=zwei"),
    "tag": ("tag", "b", "neu"),
    "note": ("note", "b", "neu"),
    "accept": ("accept", "b"),
    "reject all": ("reject", "a", "b"),
    "rule": ("rule", "a", "b", "--verdict", "update"),
    "add": ("add", "--claim", "neu"),
    "ingest": ("ingest", "articles/pegel.md"),
    "check --fix": ("check", "--fix"),
    "undo": ("undo",),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    words = (
        "---\ntitle: Der Pegel\npublished: 2024-05-02\n---\nDer Pegel steige, sagte Anna Weber.\n"
    )
    (tmp_path / "articles" / "pegel.md").write_text(words, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("case", WRITTEN)
def test_whatever_writes_leaves_what_all_tools_read(run: Run, case: str) -> None:
    before = WRITTEN[case].encode("utf-8", "surrogateescape")
    problems = open_book("c.yaml", [read(decode(before))]).problems
    ledger = Path("claims.yaml")
    for name, arguments in WRITING.items():
        ledger.write_bytes(before)
        ran = run(*arguments)
        after = ledger.read_bytes()
        assert ran.code in (0, 1, 2), (name, ran)
        if ran.code == 2:
            assert after == before, name
            assert ran.err, name
        if after != before:
            assert not UNSURE & {one.code for one in problems}, name
            assert readable(decode(after)) or not readable(decode(before)), name
            assert sees_the_same(decode(after)) or problems, name


@pytest.mark.parametrize("case", ODD)
def test_an_editor_changes_what_it_likes(
    run: Run, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ODD[case].encode("utf-8", "surrogateescape")
    monkeypatch.setenv("VISUAL", shlex.join((sys.executable, "-c", EDITOR)))
    Path("claims.yaml").write_bytes(before)
    ran = run("edit")
    assert ran.code in (0, 1, 2)
    assert Path("claims.yaml").read_bytes() == before + b"# edited\n"
