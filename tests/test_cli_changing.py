"""Commands that change claims: by ids, by filters, by hand, in an editor; and back again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from claimtrack.cli.by_hand import editors
from tests.conftest import Run

LEDGER = Path("claims.yaml")


def text() -> str:
    return LEDGER.read_text(encoding="utf-8")


def added_lines(before: str) -> list[str]:
    """The lines that are new; all others have to be as they were."""
    new = text().splitlines()
    old = iter(before.splitlines())
    wanted = next(old, None)
    found = []
    for line in new:
        if line == wanted:
            wanted = next(old, None)
        else:
            found.append(line)
    assert wanted is None
    return found


BULK = {
    "by article and score": (
        ["accept", "--article", "morgenblatt", "--min-score", "0.9"],
        ["    status: accepted"],
        "1 of 1 claim changed",
    ),
    "by actor": (
        ["reject", "--actor", "arztekammer", "--actor", "afad"],
        ["    status: rejected", "    status: rejected"],
        "2 of 2 claims changed",
    ),
    "fields": (
        ["set", "credibility=2", "note=geprüft", "--kind", "indirect"],
        ["    credibility: 2", "    note: geprüft"] * 2,
        "2 of 2 claims changed",
    ),
    "tags": (
        ["tag", "prüfen", "zwei Wörter", "--state", "killed"],
        ["    tags: [prüfen, zwei Wörter]"] * 2,
        "2 of 2 claims changed",
    ),
    "already so": (["accept", "--status", "accepted"], [], "0 of 1 claim changed"),
    "none": (["accept", "--min-score", "1"], [], "--min-score 1.0: 0 claims alone"),
}


@pytest.mark.parametrize("case", BULK)
def test_claims_chosen_by_filters(run: Run, quake: Path, case: str) -> None:
    arguments, expected, told = BULK[case]
    before = text()
    dry = run(*arguments, "--dry-run")
    assert (dry.code, text()) == (0, before)
    ran = run(*arguments)
    assert (ran.code, added_lines(before)) == (0, expected)
    assert told in ran.err
    assert (
        len(ran.out.splitlines())
        == len(dry.out.splitlines())
        == told.startswith("1") + (2 * told.startswith("2"))
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["accept"], "name claims by their ids, or choose them by filters"),
        (["accept", "afad", "--actor", "AFAD"], "not both"),
        (["reject", "--min-score", "viel"], "not a number from 0 to 1"),
        (["accept", "--stance", "lügt"], "--stance"),
        (["set", "afad"], "expected FIELD=VALUE"),
        (["tag", "afad"], "no tag is given"),
        (["tag", "afad", " "], "no tag is given"),
        (["note", "niemand", "x"], "no claim 'niemand'"),
        (["add"], "a claim needs its words"),
        (["add", "beben", "Danach"], "matches 2 articles"),
        (["add", "flut", "Danach"], "no article 'flut'"),
        (
            ["add", "morgenblatt", "Danach schneite es"],
            "similar words at 128-145: Danach regnete es",
        ),
        (["add", "--claim", "x", "--said", "irgendwann"], "--said"),
        (["add", "--claim", "x", "--stance", "deny"], "did you mean “denies”"),
        (["undo"], "nothing to undo"),
        (["edit", "niemand"], "no claim 'niemand'"),
    ],
)
def test_refusals_change_nothing(
    run: Run, quake: Path, arguments: list[str], expected: str
) -> None:
    before = text()
    ran = run(*arguments)
    assert (ran.code, text()) == (2, before)
    assert expected in ran.err


def test_several_are_set_at_once(run: Run, quake: Path) -> None:
    before = text()
    ran = run("set", "afad", "hand", "credibility=3")
    assert ran.out.splitlines() == [
        "claims.yaml:21: afad-000001 changed",
        "claims.yaml:52: hand-000004 changed",
    ]
    assert added_lines(before) == ["    credibility: 3"] * 2


def test_notes_and_tags(run: Run, quake: Path) -> None:
    before = text()
    run("note", "kammer", "zweite Quelle: fehlt")
    run("note", "kammer", "Anruf am Montag")
    run("tag", "kammer", "prüfen", "nato")
    run("tag", "kammer", "nato", "--remove")
    assert added_lines(before) == [
        "    tags: [prüfen]",
        "    note: 'zweite Quelle: fehlt; Anruf am Montag'",
    ]
    assert "already so" in run("tag", "kammer", "prüfen").out


def test_a_claim_by_hand(run: Run, quake: Path) -> None:
    before = text()
    ran = run("add", "morgenblatt", "Danach regnete es", "--actor", "AFAD",
              "--said", "7.2.2023", "--tag", "Wetter", "--confidence", "likely")  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "claims.yaml:31: afad-2n3tf8 added\n"
    assert added_lines(before) == [
        "  - id: afad-2n3tf8",
        "    actor: AFAD",
        "    quote: Danach regnete es",
        "    said: 2023-02-07",
        "    confidence: likely",
        "    article: beben-morgenblatt",
        "    at: 128-145",
        "    tags: [Wetter]",
    ]
    assert run("check").code == 0


def test_undo_takes_the_last_change_back(run: Run, quake: Path) -> None:
    before = LEDGER.read_bytes()
    run("accept", "afad")
    ran = run("undo", "--dry-run")
    assert ran.out == "claims.yaml: dry run, nothing was written\n  -    status: accepted\n"
    assert LEDGER.read_bytes() != before
    assert run("undo").out == "claims.yaml\n  -    status: accepted\n"
    assert LEDGER.read_bytes() == before


def test_an_ingest_is_taken_back(run: Run, quake: Path) -> None:
    before = LEDGER.read_bytes()
    Path("neu.txt").write_text(
        "Der Bürgermeister sagte am Montag, die Brücke bleibe die ganze Woche gesperrt.\n"
    )
    run("ingest", "neu.txt")
    assert LEDGER.read_bytes() != before
    assert all(line[:3] in ("cla", "  -") for line in run("undo").out.splitlines())
    assert LEDGER.read_bytes() == before


EDITORS = {
    "vim": ["vim", "+41", "c.yaml"],
    "/usr/bin/nvim -u NONE": ["/usr/bin/nvim", "-u", "NONE", "+41", "c.yaml"],
    "emacsclient -t": ["emacsclient", "-t", "+41", "c.yaml"],
    "code --wait": ["code", "--wait", "--goto", "c.yaml:41"],
    "hx": ["hx", "c.yaml:41"],
    "subl": ["subl", "--wait", "c.yaml:41"],
    "kate": ["kate", "--block", "--line", "41", "c.yaml"],
    "my-editor": ["my-editor", "c.yaml"],
    "'/opt/my editor/ed' -x": ["/opt/my editor/ed", "-x", "c.yaml"],
}


@pytest.mark.parametrize("editor", EDITORS)
def test_editors_are_told_the_line(editor: str) -> None:
    assert editors.arguments(editor, Path("c.yaml"), 41) == EDITORS[editor]


@pytest.mark.parametrize(
    ("file", "operand"),
    [
        ("+!id.yaml", "./+!id.yaml"),
        ("-cquit.yaml", "./-cquit.yaml"),
        ("/x/-c.yaml", "/x/-c.yaml"),
        ("a/+c.yaml", "a/+c.yaml"),
    ],
)
def test_no_file_is_an_option_of_an_editor(file: str, operand: str) -> None:
    assert editors.arguments("vim", Path(file), 1) == ["vim", "+1", operand]


@pytest.mark.parametrize("unusable", ['"', "'vim", "vim \\", "''", '"" -x'])
def test_an_editor_that_cannot_be_read_is_told(
    run: Run, quake: Path, monkeypatch: pytest.MonkeyPatch, unusable: str
) -> None:
    monkeypatch.setenv("VISUAL", unusable)
    ran = run("edit")
    assert (ran.code, ran.out) == (2, "")
    told, hint = ran.err.splitlines()
    assert told.startswith(f"claimtrack: the editor is set to {unusable}")
    assert hint == "  set VISUAL or EDITOR"


def editor(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that runs a line of Python over the file, given as ``path``."""
    program = Path("editor.py")
    head = "import pathlib, sys; path = pathlib.Path(sys.argv[-1]); text = path.read_text('utf-8')"
    program.write_text(f"{head}\n{script}\n", encoding="utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{program}'")


def test_edit_checks_what_was_written(
    run: Run, quake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("path.write_text(text.replace('stance: denies', 'stance: denys'), 'utf-8')", monkeypatch)
    ran = run("edit", "afad")
    assert ran.code == 1
    assert "claims.yaml:47:13: “denys” is not a stance" in ran.err
    assert "did you mean “denies”" in ran.err
    editor("path.write_text(text.replace('denys', 'denies'), 'utf-8')", monkeypatch)
    ran = run("edit")
    assert (ran.code, ran.err) == (0, "claims.yaml: no errors\n")


def test_the_editor_is_opened_again_where_it_is_wrong(
    run: Run, quake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []

    def edit(file: Path, line: int) -> None:
        opened.append(line)
        old, new = [("denies", "denys"), ("denys", "denies")][len(opened) - 1]
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    monkeypatch.setattr(editors, "_run", edit)
    monkeypatch.setattr(editors, "_again", lambda: True)
    assert run("edit", "kammer").code == 0
    assert opened == [31, 47]


@pytest.mark.parametrize(
    ("program", "expected"),
    [("/nowhere/editor", "set VISUAL or EDITOR"), ("false", "exit code 1; nothing was checked")],
)
def test_an_editor_that_fails(
    run: Run, quake: Path, monkeypatch: pytest.MonkeyPatch, program: str, expected: str
) -> None:
    monkeypatch.setenv("VISUAL", program)
    ran = run("edit")
    assert ran.code == 2
    assert expected in ran.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["afad-000001", "id=kammer-000002"], "“kammer-000002” is taken at claims.yaml:"),
        (["afad-000001", "kammer-000002", "id=beide"], "these are several"),
        (["afad-000001", "said=31.02.2024"], "no such day"),
        (["afad-000001", "about=2024-02-31"], "no such day"),
        (["confidence=likely"], "claimtrack set 7k2f9q confidence=likely"),
    ],
)
def test_what_set_refuses(run: Run, quake: Path, words: list[str], why: str) -> None:
    before = Path("claims.yaml").read_bytes()
    ran = run("set", *words)
    assert ran.code == 2
    assert why in ran.err
    assert Path("claims.yaml").read_bytes() == before


def test_an_id_that_a_ruling_names_stays(run: Run, quake: Path) -> None:
    run("rule", "afad-000001", "kammer-000002", "--verdict", "update", "--why", "später gezählt")
    ran = run("set", "afad-000001", "id=afad-neu")
    assert ran.code == 2
    assert "a ruling names afad-000001" in ran.err
    assert run("set", "hand-000004", "id=hand-neu").code == 0
    assert run("show", "hand-neu").code == 0


def test_set_takes_a_day_as_add_does(run: Run, quake: Path) -> None:
    assert run("set", "afad-000001", "said=18.10.2024").code == 0
    assert "said: 2024-10-18" in Path("claims.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--actor", "--tag", "--note", "--via"])
def test_add_writes_no_empty_values(run: Run, quake: Path, option: str) -> None:
    before = Path("claims.yaml").read_bytes()
    ran = run("add", "--claim", "Die Brücke ist gesperrt", option, " ")
    assert ran.code == 2
    assert f"{option} is empty" in ran.err
    assert Path("claims.yaml").read_bytes() == before


def test_a_folder_of_one_file_names_the_file(run: Run, quake: Path) -> None:
    Path("ordner").mkdir()
    Path("claims.yaml").rename("ordner/eins.yaml")
    ran = run("set", "afad-000001", "note=x", "--ledger", "ordner")
    assert ran.out.startswith(f"{Path('ordner/eins.yaml')}:")
