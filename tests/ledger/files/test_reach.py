"""What a ledger may have read: its own folder, what the user names, what they ingested for it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from claimtrack.article import file_bytes
from claimtrack.ledger.files.reach import VARIABLE, reach, remember
from tests.conftest import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of Unix")

TEXT = "Die Polizei sagte am Montag, rund 300 Menschen seien betroffen. Das war gut.\n"
OUTSIDE = "outside the ledger's folder and not read"
COMMANDS = (
    *(("check",), ("check", "--fix"), ("show", "c1"), ("add", "a", "Das war gut")),
    *(
        ("list",),
        ("articles",),
        ("actors",),
        ("topics",),
        ("timeline",),
        ("timeline", "--by", "about"),
    ),
    *(("conflicts", "--all"), ("conflicts", "c1", "c2"), ("diff", "a", "a1")),
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a ledger of one article, beside a folder that is none of its."""
    for folder in ("book", "private"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "book")
    return tmp_path


def ledger(*names: str) -> None:
    """A ledger whose articles are the files of these names, with a claim of the first and last."""
    articles = [{"id": "a" if at == 0 else f"a{at}", "file": name} for at, name in enumerate(names)]
    place = {"rule": "x", "speaker": "0-11", "cue": "12-17"}
    words = "rund 300 Menschen seien betroffen"
    claim = {"id": "c1", "quote": words, "article": "a", "at": "29-62", "read": place}
    last = {"id": "c2", "actor": "B", "claim": "Es sind 400", "article": articles[-1]["id"]}
    fields = {"version": 1, "articles": articles, "claims": [claim, last]}
    Path("claims.yaml").write_text(json.dumps(fields, indent=1), encoding="utf-8")


def speaker(run: Run) -> str | None:
    """The words of the speaker, which are in the article alone."""
    shown = run("show", "c1", "--format", "jsonl")
    assert shown.code == 0
    words = json.loads(shown.out)["speaker"]["text"]
    assert words is None or isinstance(words, str)
    return words


@pytest.mark.parametrize("name", ["a.md", "./a.md", "sub/../a.md", "link.md", "{home}/book/a.md"])
def test_its_own_folder(name: str, home: Path, run: Run) -> None:
    Path("sub").mkdir()
    Path("link.md").symlink_to("a.md")
    ledger(name.format(home=home))
    assert run("check").out == ""
    assert speaker(run) == "Die Polizei"


@pytest.mark.parametrize(
    "name",
    ["../private/a.md", "{home}/private/a.md", "link.md", "folder/a.md", "../book2/a.md"],
)
def test_not_what_lies_elsewhere(name: str, home: Path, run: Run) -> None:
    Path("link.md").symlink_to("../private/a.md")
    Path("folder").symlink_to("../private")
    shutil.copytree(home / "private", home / "book2")  # its name begins like that of the ledger's
    ledger(name.format(home=home))
    assert OUTSIDE in run("check").out
    assert speaker(run) is None
    added = run("add", "a", "Das war gut")
    assert (added.code, OUTSIDE in added.err) == (2, True)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("pipe.md", "not a regular file"),
        ("/dev/zero", OUTSIDE),
        ("zero.md", OUTSIDE),
        ("/", OUTSIDE),
        (".", "a folder"),
        ("-", "cannot be read"),
        ("", "a folder"),
        ("a\0.md", "not the name of a file"),
        ("ä" * 300, "cannot be read"),
        ("none.md", "cannot be read"),
        ("large.md", "larger than 32 MB"),
        ("large.jsonl", "a line of more than 32 MB"),
        ("notes", "this kind of file cannot be read"),
    ],
)
def test_one_bad_entry_never_fails_the_rest(name: str, says: str, home: Path, run: Run) -> None:
    os.mkfifo("pipe.md")
    Path("zero.md").symlink_to("/dev/zero")
    Path("notes").write_text("geheim", encoding="utf-8")
    for large in ("large.md", "large.jsonl"):
        Path(large).touch()
        os.truncate(large, file_bytes.LARGEST + 1)
    ledger("a.md", name)
    told = run("check").out
    assert says in told if name else told.count("warning") <= 1
    for command in COMMANDS:
        assert run(*command).code in (0, 1), command
    assert speaker(run) == "Die Polizei"


@pytest.mark.parametrize("named", ["a.md", "", "link.md"])
def test_what_was_ingested_for_it_is_read(named: str, home: Path, run: Run) -> None:
    (home / "shared").mkdir()
    (home / "shared" / "link.md").symlink_to(home / "private" / "a.md")
    given = home / "shared" / "link.md" if named == "link.md" else home / "private" / named
    assert run("ingest", str(given)).code == 0
    assert run("check").out == ""
    shutil.copytree(home / "book", home / "stranger")  # the same ledger from somebody else
    assert OUTSIDE in run("check", "--ledger", str(home / "stranger" / "claims.yaml")).out


def test_a_dry_run_notes_nothing(home: Path, run: Run) -> None:
    assert run("ingest", "--dry-run", "../private/a.md").code == 0
    ledger("../private/a.md")
    assert OUTSIDE in run("check").out


def test_folders_that_the_user_names(home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger("../private/a.md")
    monkeypatch.setenv(VARIABLE, os.pathsep.join(["/nowhere", "", str(home / "priv")]))
    assert OUTSIDE in run("check").out
    monkeypatch.setenv(VARIABLE, os.pathsep.join(["/nowhere", "", str(home / "private")]))
    assert run("check").out == ""


def test_a_note_that_is_broken_allows_nothing(home: Path) -> None:
    book = Path("claims.yaml")
    remember(book, [home / "private", Path("a.md")])
    outside = str(home / "private" / "a.md")
    assert reach(book).allows(outside)
    note = next(Path(os.environ["XDG_STATE_HOME"]).rglob("articles/*.json"))
    assert json.loads(note.read_text()) == [str(home / "private")]
    for content in ("[", "{}", "[7, null]", '[""]', '["."]'):
        note.write_text(content)
        assert not reach(book).allows(outside)


def test_a_file_that_is_exchanged_while_it_is_opened(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def exchanging(path: str, flags: int) -> int:
        Path("a.md").unlink()
        Path("a.md").symlink_to("../private/a.md")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", exchanging)
    _, problems = reach(Path("claims.yaml")).read(Path("a.md"))
    assert [problem.message for problem in problems] == ["changed while it was opened"]


@pytest.mark.parametrize(
    ("at", "place", "says"),
    [
        ("0-5", "0-77", None),
        ("0-5", "0-78", "78 is beyond the end of the article “a”"),
        ("5000-5005", "0-11", "does not have these words"),
        ("71-90", "0-11", "the quotation is elsewhere"),
    ],
)
def test_places_behind_the_end(at: str, place: str, says: str | None, home: Path, run: Run) -> None:
    ledger("a.md")
    quote = {"0-5": "Die P", "5000-5005": "Secre", "71-90": "gut."}[at]
    text = Path("claims.yaml").read_text().replace("29-62", at).replace("0-11", place)
    text = text.replace("rund 300 Menschen seien betroffen", quote)
    Path("claims.yaml").write_text(text)
    told = run("check")
    assert (told.code, says is None or says in told.out) == (int(says is not None), True)
    assert (speaker(run) is None) == (says is not None)
