from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from inspect import getdoc
from pathlib import Path

import pytest
import yaml

import claimtrack
from claimtrack.cli.app import COMMANDS, function
from tests.conftest import Run

TOOL = [sys.executable, "-c", "from claimtrack.cli import main; main()"]
HOME = {**os.environ, "PYTHONPATH": str(Path(claimtrack.__file__).parents[1])}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"  claimtrack {command}" in ran.out.partition("Examples:")[2]


def test_help_lists_every_command_on_one_line(run: Run) -> None:
    ran = run("--help")
    lines = {line.split()[0]: line for line in ran.out.splitlines() if line.strip()}
    assert set(COMMANDS) <= set(lines)
    assert not any(lines[command].endswith("...") for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_says_what_their_own_help_does(command: str) -> None:
    text = getdoc(function(command)) or ""
    assert COMMANDS[command].brief == text.partition("\n\n")[0]


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        (["--help"], set()),
        (["-h"], set()),
        ([], set()),
        (["schema", "--help"], {"upkeep.keeping"}),
        (["list", "--help"], {"looking.listing"}),
        (["lst"], {place.rpartition(".")[0] for place, _ in COMMANDS.values()}),
    ],
)
def test_only_the_module_of_the_command_is_imported(words: list[str], loaded: set[str]) -> None:
    groups = {place.rpartition(".")[0] for place, _ in COMMANDS.values()} - {"looking.browsing"}
    script = (
        f"import sys; sys.argv[1:] = {words}\n"
        "from claimtrack.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print(*(name for name in {groups} if f'claimtrack.cli.{{name}}' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=HOME)
    assert {*done.stdout.splitlines()[-1].split()} == loaded & groups


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['claimtrack', '--help']\n"
        "from claimtrack.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'pydantic', 'yaml', 'rich', 'dateutil'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=HOME)
    assert done.stdout.splitlines()[-1] == "[]"


def test_piped_output_loads_no_rich(quake: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *TOOL[1:], "list"],
        capture_output=True,
        text=True,
        env=HOME,
    )
    assert "afad-000001" in done.stdout
    assert "rich.console" not in done.stderr
    assert "dateutil" not in done.stderr


def test_list_has_a_line_a_claim(run: Run, quake: Path) -> None:
    ran = run("list")
    heading, *rows = ran.out.splitlines()
    assert heading.split() == [
        "ID", "SAID", "ACTOR", "VIA", "STANCE", "CONFIDENCE", "FIGURES", "SOURCE", "WORDS",
    ]  # fmt: skip
    assert [row.split()[0] for row in rows] == [
        "afad-000001",
        "gouverneur-000003",
        "kammer-000002",
        "hand-000004",
    ]
    assert "≤2023-02-08" in rows[1]
    assert "(2023-02-08)" in rows[2]
    assert rows[2].endswith("höchstens 900 Menschen ums Leben gekommen")
    assert "4 claims" in ran.err
    assert "date of the report" in ran.err


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["--actor", "arztekammer"], ["kammer-000002"]),
        (["--actor", "innenministerium"], ["gouverneur-000003"]),
        (["--stance", "denies", "--stance", "accuses"], ["gouverneur-000003", "kammer-000002"]),
        (["--min-confidence", "likely"], ["afad-000001", "gouverneur-000003", "kammer-000002"]),
        (["--min-confidence", "70"], ["afad-000001", "gouverneur-000003"]),
        (["--since", "2023-02-08"], ["gouverneur-000003", "kammer-000002"]),
        (["--until", "2023-02-07"], ["afad-000001"]),
        (["--topic", "Beben"], ["afad-000001", "kammer-000002"]),
        (["--state", "killed", "--article", "abendpost"], ["kammer-000002"]),
        (["--via", "halk"], ["kammer-000002"]),
        (["--tag", "hilfe"], ["gouverneur-000003"]),
        (["--status", "accepted"], ["gouverneur-000003"]),
        (["--reliability", "B"], ["afad-000001"]),
        (["--text", "Leben", "--sort", "-confidence", "--limit", "1"], ["afad-000001"]),
        (["--kind", "direct"], ["gouverneur-000003"]),
    ],
)
def test_filters(run: Run, quake: Path, filters: list[str], ids: list[str]) -> None:
    ran = run("list", "--format", "jsonl", *filters)
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ids


def test_no_match_says_what_is_near(run: Run, quake: Path) -> None:
    ran = run("list", "--actor", "Artzekammer", "--stance", "denies")
    assert (ran.code, ran.out) == (0, "")
    assert "none of 4 claims matches" in ran.err
    assert "similar: Ärztekammer" in ran.err
    assert "--stance denies: 1 claim alone" in ran.err


def test_the_json_of_a_claim(run: Run, quake: Path) -> None:
    ran = run("show", "afad", "--format", "jsonl")
    assert json.loads(ran.out) == {
        "schema": "claimtrack.claim/1",
        "id": "afad-000001",
        "article": "beben-morgenblatt",
        "actor": "AFAD",
        "actors": ["AFAD"],
        "via": [],
        "cites": [],
        "kind": "indirect",
        "stance": "asserts",
        "confidence": "stated",
        "hedge": None,
        "answers": [],
        "said": "2023-02-07",
        "reported": "2023-02-07",
        "about": None,
        "claim": None,
        "figures": [
            {
                "text": "mindestens 1.500",
                "value": 1500,
                "min": 1500,
                "max": None,
                "far": [1500, None],
                "what": "Menschen",
                "state": "killed",
                "scope": [],
            }
        ],
        "topic": "Beben",
        "status": "new",
        "credibility": None,
        "tags": [],
        "note": None,
        "within": None,
        "quote": {
            "text": "bei dem Beben in der Provinz Hatay seien mindestens 1.500 Menschen "
            "ums Leben gekommen",
            "spans": [[41, 126]],
        },
        "speaker": {"text": "AFAD", "spans": [[29, 33]]},
        "cue": {"text": "sagte", "spans": [[34, 39]]},
        "read": {"rule": "verb+konjunktiv", "score": 0.93},
    }
    assert list(json.loads(ran.out))[-4:] == ["quote", "speaker", "cue", "read"]
    assert '"value": 1500,' in ran.out


def test_the_formats_agree(run: Run, quake: Path) -> None:
    ids = ["afad-000001", "gouverneur-000003", "kammer-000002", "hand-000004"]
    records = json.loads(run("list", "--format", "json").out)
    assert [record["id"] for record in records] == ids
    assert yaml.safe_load(run("list", "--format", "yaml").out) == records
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv").out)))
    assert [row["id"] for row in rows] == ids
    assert rows[3]["words"].startswith("'=Die")
    table = run("list", "--format", "md").out.splitlines()
    assert len(table) == 2 + len(ids)
    assert table[-1].count(r"\[bold\]") == 1


def test_columns(run: Run, quake: Path) -> None:
    ran = run("list", "--columns", "actor,figures,topic", "--format", "csv", "--actor", "afad")
    assert ran.out.splitlines() == ["actor,figures,topic", "AFAD,mindestens 1.500,Beben"]


def test_show_marks_the_words_in_their_sentence(run: Run, quake: Path) -> None:
    ran = run("show", "afad")
    text = " ".join(ran.out.replace("│", "").split())
    assert "Die AFAD sagte, ⟦bei dem Beben in der Provinz Hatay" in text
    assert "ums Leben gekommen⟧." in text
    assert "regnete" not in text
    assert "articles/beben-morgenblatt.md:5" in text
    assert "claims.yaml:21" in text
    assert "„mindestens 1.500“ Menschen (killed) = ≥ 1,500" in text


def test_show_has_the_chain(run: Run, quake: Path) -> None:
    assert "Halk TV ← Ärztekammer ← Krankenhäuser in Hatay" in run("show", "kammer").out


def test_conflicts(run: Run, quake: Path) -> None:
    ran = run("conflicts", "--exit-code")
    assert ran.code == 1
    assert "CONFLICT · figure (killed) · apart by 600" in ran.out
    assert "⟦mindestens 1.500⟧" in ran.out
    assert "claims.yaml:31" in ran.out
    assert "▶  ≥ 1,500" in ran.out
    assert "1 conflict" in ran.err


def test_the_json_of_a_conflict(run: Run, quake: Path) -> None:
    ran = run("conflicts", "--format", "json")
    assert ran.code == 0
    (conflict,) = json.loads(ran.out)
    assert conflict["schema"] == "claimtrack.conflict/1"
    assert (conflict["kind"], conflict["verdict"]) == ("figure", "conflict")
    assert conflict["gap"]["difference"] == 600
    assert [side["interval"] for side in conflict["sides"]] == [[1500, None], [0, 900]]
    assert '"interval": [0, 900]' in ran.out


def test_conflicts_as_rows(run: Run, quake: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(run("conflicts", "--format", "csv").out))
    assert (row["a_claim"], row["b_claim"]) == ("afad-000001", "kammer-000002")
    assert (row["a_interval"], row["b_figure"]) == ("≥ 1,500", "höchstens 900")
    assert (row["a_min"], row["a_max"], row["b_min"], row["b_max"]) == ("1500", "", "0", "900")
    assert (row["difference"], row["ratio"], row["ruled"]) == ("600", "1.666667", "")
    assert (row["b_via"], row["b_cites"]) == ("Halk TV", "Krankenhäuser in Hatay")
    assert (row["a_outlet"], row["a_line"], row["a_origins"]) == (
        "Morgenblatt", "claims.yaml:21", "1"
    )  # fmt: skip
    assert (row["b_said"], row["b_reported"]) == ("", "2023-02-08")
    (record,) = yaml.safe_load(run("conflicts", "--format", "yaml").out)
    assert record == json.loads(run("conflicts", "--format", "jsonl").out)


@pytest.mark.parametrize(
    ("topic", "ids"),
    [
        ("Beben", ["afad-000001", "kammer-000002"]),
        ("Beben (Hatay)", ["afad-000001", "kammer-000002"]),
        ("beben (provinz)", ["afad-000001", "kammer-000002"]),
        ("Beben (Opferzahlen)", ["kammer-000002"]),
        ("Beben (Izmir)", []),
    ],
)
def test_a_topic_with_its_place(run: Run, quake: Path, topic: str, ids: list[str]) -> None:
    """As conflicts are headed; out of the index too, that knows the topic of a claim alone."""
    for _ in range(2):
        printed = run("list", "--topic", topic, "--format", "jsonl").out
        assert [json.loads(line)["id"] for line in printed.splitlines()] == ids


def test_conflicts_as_a_report(run: Run, quake: Path) -> None:
    text = (quake / "claims.yaml").read_text(encoding="utf-8")
    (quake / "claims.yaml").write_text(text.replace("höchstens 900", "höchstens 900 |*|"))
    lines = run("conflicts", "--format", "md").out.splitlines()
    assert lines[0] == "## Beben Hatay"
    assert lines[2] == "**CONFLICT** · figure (killed) · apart by 600, 1.67 times"
    tables = [line for line in lines if line.startswith("|")]
    assert [line.replace("\\|", "").count("|") for line in tables] == [10] * 4
    assert (
        "Halk TV ← Ärztekammer ← Krankenhäuser in Hatay | (2023-02-08) | accuses, likely"
        in (tables[3])
    )
    assert "Morgenblatt, claims.yaml:21" in tables[2]
    assert "cannot both hold" in lines[-2]


def test_diff_of_two_outlets(run: Run, quake: Path) -> None:
    ran = run("diff", "Morgenblatt", "abend")
    assert ran.code == 0
    assert "Only in beben-abendpost" in ran.out
    assert "only in Morgenblatt" in ran.err
    records = json.loads(run("diff", "morgenblatt", "abendpost", "--format", "json").out)
    assert {record["schema"] for record in records} == {"claimtrack.diff/1"}
    ids = {record[side]["id"] for record in records for side in "ab" if record[side]}
    assert ids == {"afad-000001", "kammer-000002", "gouverneur-000003"}


def test_diff_of_two_ledgers(run: Run, quake: Path) -> None:
    text = (quake / "claims.yaml").read_text(encoding="utf-8")
    changed = text.replace("confidence: likely", "confidence: possible")
    (quake / "new.yaml").write_text(changed, encoding="utf-8")
    ran = run("diff", "claims.yaml", "new.yaml")
    assert "In both, with differences (1)" in ran.out
    assert "confidence: likely against possible" in ran.out
    printed = run("diff", "claims.yaml", "new.yaml", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [row["where"] for row in rows] == ["both"] * 4
    assert [row["differs"] for row in rows if row["a_claim"] == "kammer-000002"] == ["confidence"]


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("beben", "matches 2 articles"),
        ("Morgenbladt", "did you mean Morgenblatt"),
        ("x.yaml", "no such ledger"),
    ],
)
def test_diff_of_what_is_not_there(run: Run, quake: Path, side: str, expected: str) -> None:
    ran = run("diff", side, "abendpost")
    assert (ran.code, ran.out) == (2, "")
    assert expected in ran.err


@pytest.mark.parametrize(
    "filters", [["--topic", "Wahl"], ["--kind", "reversal"], ["--since", "2024-01-01"]]
)
def test_no_conflict_left(run: Run, quake: Path, filters: list[str]) -> None:
    ran = run("conflicts", "--exit-code", *filters)
    assert (ran.code, ran.out) == (0, "")
    assert "no conflicts" in ran.err


@pytest.mark.parametrize(
    ("typed", "hint"), [("Bebn", "similar: Beben"), ("Wahl", "there are: Beben")]
)
def test_no_conflict_on_a_topic_tells_what_is_near(
    run: Run, quake: Path, typed: str, hint: str
) -> None:
    told = run("conflicts", "--topic", typed).err.splitlines()
    assert told == ["no conflicts", "without these filters: 1 pair", f"  --topic {typed}: {hint}"]


def test_why_two_claims_were_compared(run: Run, quake: Path) -> None:
    assert "cannot both hold" in run("conflicts", "afad", "kammer").out
    assert "no conflict: " in run("conflicts", "afad", "hand").out


@pytest.mark.parametrize(
    ("command", "first"),
    [
        ("articles", "beben-morgenblatt"),
        ("actors", "AFAD"),
        ("topics", "Beben"),
        ("timeline", "2023-02-07"),
    ],
)
def test_what_the_ledger_holds(run: Run, quake: Path, command: str, first: str) -> None:
    ran = run(command)
    assert ran.code == 0
    assert first in ran.out.splitlines()[1]
    assert json.loads(run(command, "--format", "json").out)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["list", "--stance", "assert"], "did you mean asserts?"),
        (["list", "--format", "tabel"], "did you mean table?"),
        (["list", "--sort", "date"], "none of said, reported"),
        (["list", "--columns", "id,hegde"], "did you mean hedge?"),
        (["list", "--min-confidence", "sure"], "none of confirmed"),
        (["list", "--reliability", "G"], "none of A, B, C, D, E, F"),
        (["list", "--since", "whenever"], "is not a date"),
        (["list", "--colour"], "--colour"),
        (["lits"], "list"),
        (["show", "adaf-000001"], "did you mean afad-000001"),
        (["show", "00000"], "4 claims"),
        (["conflicts", "afad"], "expected two ids"),
        (["conflicts", "--kind", "figures"], "did you mean figure?"),
        (["list", "--ledger", "nowhere.yaml"], "nowhere.yaml: no such ledger"),
        (["check", "--format", "xml"], "none of text, json, sarif"),
    ],
)
def test_wrong_usage(run: Run, quake: Path, arguments: list[str], expected: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert expected in ran.err
    assert "Traceback" not in ran.err


def test_no_ledger_anywhere(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("list")
    assert ran.code == 2
    assert "claimtrack ingest" in ran.err


def test_the_ledger_is_found_above(run: Run, quake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (quake / "data").mkdir()
    (quake / "claims.yaml").rename(quake / "data" / "claims.yaml")
    (quake / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(quake / "a" / "b")
    assert "4 claims" in run("list").err
    monkeypatch.setenv("CLAIMTRACK_LEDGER", "elsewhere.yaml")
    assert "elsewhere.yaml" in run("list").err


def test_broken_entries_are_counted_and_the_rest_answers(run: Run, quake: Path) -> None:
    path = quake / "claims.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("stance: denies", "stance: leugnet"), encoding="utf-8")
    ran = run("list")
    assert ran.code == 0
    assert "afad-000001" in ran.out
    assert "gouverneur-000003" not in ran.out
    assert "claimtrack check" in ran.err


@pytest.mark.parametrize("content", [b"claims: [", b"\xff\xfe\x00", b"- a\n- b\n", b"claims: 3\n"])
def test_a_ledger_of_which_nothing_can_be_read(run: Run, quake: Path, content: bytes) -> None:
    (quake / "claims.yaml").write_bytes(content)
    ran = run("list")
    assert (ran.code, ran.out) == (2, "")
    assert "claims.yaml:" in ran.err
    assert "Traceback" not in ran.err
    assert run("check").code == 1


def test_an_empty_ledger_is_fine(run: Run, quake: Path) -> None:
    (quake / "claims.yaml").write_text("", encoding="utf-8")
    ran = run("list")
    assert (ran.code, ran.out) == (0, "")
    assert "no claims yet" in ran.err


def test_a_bug_is_one_line(run: Run, quake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LookupError("lost")

    monkeypatch.setattr("claimtrack.cli.opening.locate", broken)
    ran = run("list")
    assert ran.code == 3
    assert "a bug in claimtrack: LookupError: lost" in ran.err
    assert "please report it" in ran.err
    assert "Traceback" not in ran.err


def test_an_interruption_is_quiet(run: Run, quake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimtrack.cli.opening.locate", interrupted)
    assert run("list") == (130, "", "")


def test_a_closed_pipe_is_quiet(quake: Path) -> None:
    process = subprocess.Popen(
        [*TOOL, "list", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=HOME,
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141


@pytest.mark.parametrize("language", ["C", "POSIX", "de_DE.ISO-8859-1"])
def test_any_locale_will_do(quake: Path, language: str) -> None:
    environment = {**HOME, "LC_ALL": language, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([*TOOL, "list"], capture_output=True, env=environment)
    assert done.returncode == 0
    assert "Ärztekammer" in done.stdout.decode("utf-8")


def test_a_terminal_without_unicode_gets_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    from claimtrack.cli.console import output
    from claimtrack.render.screen import ASCII

    narrow = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", narrow)
    assert output.glyphs() is ASCII


def test_a_folder_can_be_the_ledger(run: Run, quake: Path) -> None:
    folder = quake / "ledger"
    folder.mkdir()
    (quake / "claims.yaml").rename(folder / "quake.yaml")
    (quake / "articles").rename(folder / "articles")
    (folder / "actors.yaml").write_text("actors:\n  - name: AFAD\n", encoding="utf-8")
    ran = run("show", "afad", "--ledger", "ledger")
    assert "ledger/quake.yaml:21" in ran.out
    assert "⟦bei dem Beben" in ran.out


def test_a_limit_of_none(run: Run, quake: Path) -> None:
    ran = run("list", "--limit", "0")
    assert (ran.code, ran.out) == (0, "")
    assert "0 claims of 4; 4 more match" in ran.err


def test_a_width_stacks_the_rows(run: Run, quake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("list")
    assert all(len(line) <= 80 for line in ran.out.splitlines())
    assert "  afad-000001 · beben-morgenblatt" in ran.out.splitlines()


def test_the_schema_names_every_word(run: Run) -> None:
    ran = run("schema")
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(ran.out)
    assert {"articles", "actors", "topics", "claims", "rulings"} <= set(schema["properties"])


@pytest.mark.parametrize(
    ("filters", "hint"),
    [
        (["--actor", "Gouvernör"], "similar: Gouverneur von Hatay"),
        (["--actor", "Afat"], "similar: AFAD"),
        (["--article", "beben-morgn"], "similar: beben-morgenblatt"),
        (["--state", "kiled"], "similar: killed"),
        (["--state", "foo"], "there are: killed"),
        (["--tag", "xyz"], "there are: Hilfe"),
    ],
)
def test_an_empty_answer_says_what_is_near(
    run: Run, quake: Path, filters: list[str], hint: str
) -> None:
    ran = run("list", *filters)
    assert ran.code == 0
    assert hint in ran.err


def test_help_offers_no_confidence_that_is_refused(run: Run) -> None:
    shown = " ".join(run("list", "--help").out.split())
    offered = shown.partition("At least this confident: ")[2].partition(".")[0].split(", ")
    assert len(offered) > 5
    assert "unclear" not in offered
