"""import: rows of all kinds of files become claims, hands are safe, wrong cells are named."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import needs
from tests.conftest import Run

ROOT = Path(__file__).parents[2]
HEAD = "Akteur;Aussage;Artikel;gesagt am;Zahl;Gegenstand;Zustand;Haltung;Schlagwörter\n"
QUOTE = "bei dem Beben in der Provinz Hatay seien mindestens 1.500 Menschen ums Leben gekommen"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped data; the working directory."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data" / "claims.yaml"


def claims(folder: Path) -> dict[str, dict[str, Any]]:
    """The claims of a ledger by id, each value as it is written."""
    held = yaml.load((folder / "claims.yaml").read_text("utf-8"), yaml.BaseLoader)
    return {claim["id"]: claim for claim in held["claims"]}


def new(folder: Path) -> list[dict[str, Any]]:
    """The claims that the small ledger did not have before."""
    before = {"afad-000001", "kammer-000002", "gouverneur-000003", "hand-000004"}
    return [claim for ident, claim in claims(folder).items() if ident not in before]


def written(folder: Path, text: str, name: str = "neu.csv") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


# What comes back -------------------------------------------------------------------------------

FORMS: dict[str, Callable[[Run], str]] = {
    "a.csv": lambda run: run("list", "--format", "csv").out,
    "b.csv": lambda run: run("list", "--format", "csv", "--locale", "de").out,
    "c.csv": lambda run: run("list", "--rows", "figures", "--format", "csv").out,
    "d.csv": lambda run: run("list", "--rows", "figures", "--format", "csv", "--locale", "de").out,
    "e.json": lambda run: run("list", "--format", "json").out,
    "f.jsonl": lambda run: run("list", "--format", "jsonl").out,
}
OF_FIGURES = ("c.csv", "d.csv")
"""They leave out claims without a figure."""


@pytest.mark.parametrize("name", FORMS)
def test_what_was_written_comes_back_without_a_byte_changed(
    run: Run, shipped: Path, name: str
) -> None:
    Path(name).write_bytes(FORMS[name](run).encode())
    before = shipped.read_bytes()
    ran = run("import", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "data/claims.yaml: unchanged"
    assert "new" not in ran.out and "left alone" not in ran.out
    assert shipped.read_bytes() == before


@needs.package("pyarrow")
def test_so_do_parquet_files(run: Run, shipped: Path) -> None:
    assert run("export", "parquet", "-o", "tables").code == 0
    ran = run("import", "tables/claims.parquet")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "data/claims.yaml: unchanged")


@pytest.mark.parametrize("name", [name for name in FORMS if name not in OF_FIGURES])
def test_into_an_empty_ledger_with_its_articles(run: Run, shipped: Path, name: str) -> None:
    """All claims with their words, places and figures, under their ids."""
    Path(name).write_bytes(FORMS[name](run).encode())
    before = claims(shipped.parent)
    head = shipped.read_text("utf-8").partition("\nclaims:")[0]
    lines = (line for line in head.splitlines() if not line.startswith("    wrote:"))
    shipped.write_text("\n".join(lines) + "\nclaims: []\n", encoding="utf-8")
    ran = run("import", name)
    assert ran.code == 0, ran.err
    after = claims(shipped.parent)
    assert set(after) == set(before)
    same = ("article", "at", "quote", "actor", "said", "stance")
    for ident, claim in after.items():
        assert {key: claim.get(key) for key in same} == {
            key: before[ident].get(key) for key in same
        }
    again = shipped.read_bytes()
    assert run("import", name).code == 0
    assert shipped.read_bytes() == again


# What a row becomes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "claim"),
    [
        (
            "Stadt Köln;Die Brücke ist gesperrt;;18.10.2024;;;;;",
            {"actor": "Stadt Köln", "claim": "Die Brücke ist gesperrt", "said": "2024-10-18"},
        ),
        (
            f"AFAD Hatay;{QUOTE[4:40]};beben-morgenblatt;;;;;bestreitet;a, b",
            {
                "actor": "AFAD Hatay", "quote": QUOTE[4:40], "article": "beben-morgenblatt",
                "at": "45-81", "stance": "denies", "tags": ["a", "b"],
            },
        ),
        (
            '"A; B";Es waren viele;;2024-10;1.500;Helfer;active;;',
            {
                "actor": ["A", "B"], "claim": "Es waren viele", "said": "2024-10",
                "figures": [{"text": "1.500", "what": "Helfer", "state": "active"}],
            },
        ),
        (
            "A;Es waren rund 300 Helfer im Einsatz;;;;;;;",
            {
                "actor": "A", "claim": "Es waren rund 300 Helfer im Einsatz",
                "figures": [{"text": "rund 300", "what": "Helfer", "state": "deployed"}],
            },
        ),
        ("A;'=1+1 ist 2;;;;;;;", {"actor": "A", "claim": "=1+1 ist 2"}),
    ],
)  # fmt: skip
def test_a_row(run: Run, quake: Path, row: str, claim: dict[str, Any]) -> None:
    ran = run("import", written(quake, f"{HEAD}{row}\n"))
    assert ran.code == 0, ran.err
    (made,) = new(quake)
    made.pop("id")
    for figure in made.get("figures", ()):
        figure.pop("scope", None)
    assert made == claim
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.csv", "Akteur,Aussage\nA,Büro\n".encode(), ""),
        ("a.csv", "Akteur\tAussage\nA\tBüro\n".encode(), ""),
        ("a.tsv", "Akteur\tAussage\nA\tBüro\n".encode(), ""),
        ("a.csv", '\ufeff\n\nWER?;Aussage\r\n"A";"Büro"\r\n;\r\n'.encode(), ""),
        ("a.csv", "Akteur;Aussage\nA;Büro\n".encode("cp1252"), "read as Windows-1252"),
        ("a.csv", "Akteur;Aussage\nA;Büro\n".encode("utf-16"), ""),
        ("a.json", b'[{"speaker": "A", "statement": "B\\u00fcro"}]', ""),
        ("a.json", b'{"claims": [{"Akteur": ["A"], "claim": "B\\u00fcro"}]}', ""),
        ("a.jsonl", b'\xef\xbb\xbf{"actor": "A", "claim": "B\\u00fcro"}\n\n', ""),
    ],
)
def test_a_kind_of_file(run: Run, quake: Path, name: str, raw: bytes, told: str) -> None:
    (quake / name).write_bytes(raw)
    ran = run("import", name)
    assert ran.code == 0 and told in ran.err, ran.err
    (made,) = new(quake)
    assert (made["actor"], made["claim"]) == ("A", "Büro")


def test_days_in_two_columns_and_an_article_for_all(run: Run, quake: Path) -> None:
    text = "Akteur;Zitat;gesagt von;gesagt bis;Farbe\nA;regnete es;01.02.2023;;rot\n"
    ran = run("import", written(quake, text), "--article", "morgen", "--map", "Farbe=note")
    assert ran.code == 0, ran.err
    (made,) = new(quake)
    assert (made["said"], made["article"], made["note"]) == (
        "2023-02-01/..", "beben-morgenblatt", "rot")  # fmt: skip


def test_a_column_that_nobody_knows_is_told(run: Run, quake: Path) -> None:
    text = "Akteur;Aussage;Farbe\nA;x;rot\n"
    ran = run("import", written(quake, text), "--dry-run")
    assert ran.code == 0
    assert "the column 'Farbe' is ignored" in ran.err and "--map 'Farbe'=FIELD" in ran.err
    assert "dry run, nothing was written" in ran.out and new(quake) == []
    assert "Farbe" not in run("import", "neu.csv", "--map", "Farbe=-").err


# What is wrong ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("A;x;;heute;;;;;", "neu.csv:2:4: D2: “heute” is not a day"),
        ("A;x;;31.02.2024;;;;;", "neu.csv:2:4: D2: “31.02.2024” is not a day"),
        ("A;x;;;viele;;;;", "neu.csv:2:5: E2: 'viele' is not a figure"),
        ("A;x;;;;Helfer;;;", "a figure needs its number"),
        ("A;x;;;;;;nickt;", "neu.csv:2:8: H2: “nickt” is none of asserts"),
        ("A;;;;;;;;", "neu.csv:2:1: a claim needs its words"),
        ("A;x;beben-morgenblat;;;;;;", "did you mean “beben-morgenblatt”?"),
        ("A;x y z;beben-morgenblatt;;;;;;", "neu.csv:2:2: B2: the article does not have these"),
        ("A;x;;;;;;;;extra", "neu.csv:2:10: J2: a cell without a heading"),
        ('A;"x" y;;;;;;;', "no row of a table"),
    ],
)
def test_a_wrong_cell_is_named_and_the_others_come_in(
    run: Run, quake: Path, row: str, told: str
) -> None:
    ran = run("import", written(quake, f"{HEAD}{row}\nB;gut;;;;;;;\n"))
    assert ran.code == 2
    assert told in ran.err
    assert [claim["claim"] for claim in new(quake)] == ["gut"]


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.ods", b"", "this kind of file cannot be imported"),
        ("a.csv", b"a;b\0\n", "not a text file"),
        ("a.json", b"[{]", "not JSON"),
        ("a.json", b"[" * 100_000, "not JSON"),
        ("a.jsonl", b"{]\n3\n", "a.jsonl:2:1: no object with fields"),
        ("a.xlsx", b"PK no zip", "not a workbook"),
        ("a.parquet", b"no parquet", "not a readable Parquet file"),
        ("fehlt.csv", None, "no such file"),
    ],
)
def test_a_file_that_cannot_be_read(
    run: Run, quake: Path, name: str, raw: bytes | None, told: str
) -> None:
    package = {"a.xlsx": "openpyxl", "a.parquet": "pyarrow"}.get(name)
    if package:
        pytest.importorskip(package)
    if raw is not None:
        (quake / name).write_bytes(raw)
    ran = run("import", name, written(quake, f"{HEAD}B;gut;;;;;;;\n"))
    assert ran.code == 2 and told in ran.err
    assert len(new(quake)) == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--map", "Farbe"], "expected HEADING=FIELD"),
        (["--map", "Farbe=colour"], "is none of"),
        (["--article", "nirgends"], "no article 'nirgends'"),
        (["--where", "stanc = 1"], "did you mean stance"),
        (["--where", "1); DROP TABLE x; --"], "--where:"),
        (["--where", "(SELECT count(*) FROM pragma_database_list)"], "--where:"),
        (["--where", "load_extension('x')"], "--where:"),
    ],
)
def test_options_that_mean_nothing(run: Run, quake: Path, options: list[str], told: str) -> None:
    before = (quake / "claims.yaml").read_bytes()
    ran = run("import", written(quake, f"{HEAD}B;gut;;;;;;;\n"), *options)
    assert ran.code == 2 and told in ran.err, ran.err
    assert (quake / "claims.yaml").read_bytes() == before


# What hands did --------------------------------------------------------------------------------


def test_a_second_import_changes_no_byte_and_one_undo_takes_it_back(run: Run, quake: Path) -> None:
    before = (quake / "claims.yaml").read_bytes()
    name = written(quake, f"{HEAD}A;x;;;3;;;;\nB;regnete es;beben-morgenblatt;;;;;;\n")
    assert "2 new" in run("import", name).out
    after = (quake / "claims.yaml").read_bytes()
    assert "2 unchanged" in run("import", name).out
    assert (quake / "claims.yaml").read_bytes() == after
    assert run("undo").code == 0
    assert (quake / "claims.yaml").read_bytes() == before


def test_what_a_person_wrote_stays_and_what_is_empty_is_filled(run: Run, quake: Path) -> None:
    row = "id;stance;status;note;tags\ngouverneur-000003;asserts;rejected;neu;x\n"
    ran = run("import", written(quake, row))
    claim = claims(quake)["gouverneur-000003"]
    assert (claim["stance"], claim["status"], claim["tags"]) == ("denies", "accepted", ["Hilfe"])
    assert claim["note"] == "neu"
    assert "left alone" in ran.out and "stance: [-denies-]{+asserts+}" in ran.out


def test_the_parser_s_own_claim_takes_what_the_table_says(run: Run, shipped: Path) -> None:
    ident = "nis-n2yxge"
    row = f"id;stance;status;Akteur\n{ident};denies;accepted;NIS\n"
    ran = run("import", written(Path(), row))
    assert ran.code == 0 and "1 brought up to date" in ran.out
    claim = claims(shipped.parent)[ident]
    assert (claim["stance"], claim["status"]) == ("denies", "accepted")
    before = shipped.read_bytes()
    assert run("ingest", "data/articles").code == 0
    assert shipped.read_bytes() == before
    assert "1 unchanged" in run("import", "neu.csv").out


def test_what_a_person_deleted_stays_away(run: Run, quake: Path) -> None:
    name = written(quake, f"{HEAD}B;regnete es;beben-morgenblatt;;;;;;\n")
    assert "1 new" in run("import", name).out
    (made,) = new(quake)
    text = (quake / "claims.yaml").read_text("utf-8")
    start = text.index(f"  - id: {made['id']}")
    end = text.find("  - id:", start + 5)
    (quake / "claims.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    assert "1 deleted by hand" in run("import", name).out
    assert new(quake) == []


def test_an_imported_claim_outlives_a_new_reading(run: Run, shipped: Path) -> None:
    row = "Akteur;Zitat;Artikel\nX;seine Regierung habe Informationen;nato-bestaetigt-entsendung\n"
    assert run("import", written(Path(), row)).code == 0
    before = shipped.read_bytes()
    assert run("ingest", "data/articles", "--prune").code == 0
    assert shipped.read_bytes() == before


def test_where_there_is_no_ledger_one_is_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("import", written(tmp_path, f"{HEAD}A;x;;;;;;;\n")).code == 0
    assert [claim["claim"] for claim in claims(tmp_path).values()] == ["x"]


def test_of_two_rows_on_one_claim_the_second_is_told(run: Run, quake: Path) -> None:
    ran = run("import", written(quake, f"{HEAD}A;x;;;;;;;\nA;x;;;;;;denies;\n"))
    assert ran.code == 2 and "neu.csv:3:2: B3: neu.csv:2 is on the same claim" in ran.err
    assert len(new(quake)) == 1


def test_a_comment_that_stands_in_the_way_is_told(run: Run, quake: Path) -> None:
    text = (quake / "claims.yaml").read_text("utf-8")
    held = text.replace("tags: [Hilfe]", "tags: [Hilfe]\n    note:  # offen")
    (quake / "claims.yaml").write_text(held, encoding="utf-8")
    ran = run("import", written(quake, "id;note\ngouverneur-000003;neu\n"))
    assert ran.code in (0, 2)
    assert "# offen" in (quake / "claims.yaml").read_text("utf-8")


# Choosing --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "chosen"),
    [
        ("stance = 'denies'", ["b"]),
        ("said_last >= '2024-10-15'", ["a"]),
        ("value > 100 and actor = 'A; B'", ["a"]),
        ("folded(words) LIKE '%sudkorea%'", ["c"]),
        ("outlet = 'Post'", ["c"]),
        ("article = 'neu'", ["c"]),
        ("1", ["a", "b", "c"]),
    ],
)
def test_where(run: Run, quake: Path, where: str, chosen: list[str]) -> None:
    plain = [
        {"claim": "a", "actor": ["A", "B"], "said": "2024-10",
         "figures": [{"text": "300", "value": 300}]},
        {"claim": "b", "stance": "denies", "said": "2024-10-14"},
    ]  # fmt: skip
    claim = {
        "schema": "claimtrack.claim/1", "id": "c-1", "article": "neu", "actors": ["C"],
        "quote": {"text": "Südkorea sagt", "spans": [[0, 13]]}, "stance": "asserts",
    }  # fmt: skip
    reading = {
        "schema": "claimtrack.reading/1", "claims": [claim],
        "article": {"id": "neu", "outlet": "Post", "published": "2024-10-01", "sha256": "ab"},
    }  # fmt: skip
    lines = "".join(json.dumps(one) + "\n" for one in (*plain, reading))
    ran = run("import", written(quake, lines, "x.jsonl"), "--where", where)
    assert ran.code == 0, ran.err
    found = sorted(claim.get("claim", "c") for claim in new(quake))
    assert found == chosen


def test_a_reading_brings_its_article(run: Run, quake: Path) -> None:
    test_where(run, quake, "outlet = 'Post'", ["c"])
    held = yaml.safe_load((quake / "claims.yaml").read_text("utf-8"))
    (article,) = (one for one in held["articles"] if one["id"] == "neu")
    assert (article["outlet"], str(article["published"])) == ("Post", "2024-10-01")
    assert claims(quake)["c-1"]["at"] == "0-13"
    before = (quake / "claims.yaml").read_bytes()
    assert "1 unchanged" in run("import", "x.jsonl", "--where", "outlet = 'Post'").out
    assert (quake / "claims.yaml").read_bytes() == before
    assert run("check").code == 0


# Workbooks -------------------------------------------------------------------------------------


@needs.package("openpyxl")
def test_a_workbook(run: Run, quake: Path) -> None:
    import datetime

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append([None, None])
    sheet.append(["Akteur", "Aussage", "Datum", "Zahl", "Gegenstand"])
    sheet.append(["A", "eins", datetime.datetime(2024, 10, 18, 9, 30), 1500, "Helfer"])
    sheet.append(["B", "zwei", datetime.date(2024, 10, 19), 1.5, "Meter"])
    sheet.append([])
    sheet.append(["C", "=A1&B1", None, None, None])
    sheet.append(["D", "drei", "20.10.2024", "rund 1.500", "Helfer"])
    book.create_sheet("Rest")
    book.save(quake / "t.xlsx")
    ran = run("import", "t.xlsx")
    assert ran.code == 2
    assert "t.xlsx:6:2: B6: a formula without a saved value" in ran.err
    assert "only the sheet “Sheet” is read, of 2" in ran.err
    made = {claim["actor"]: claim for claim in new(quake)}
    assert {who: claim["said"] for who, claim in made.items()} == {
        "A": "2024-10-18", "B": "2024-10-19", "D": "2024-10-20"}  # fmt: skip
    assert [claim["figures"][0]["text"] for claim in made.values()] == ["1500", "1,5", "rund 1.500"]


@needs.package("openpyxl")
@pytest.mark.parametrize("bomb", ["large", "entities", "wide"])
def test_a_workbook_that_does_harm(run: Run, quake: Path, bomb: str) -> None:
    import zipfile

    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Akteur", "Aussage"])
    book.active.append(["A", "eins"])
    book.save(quake / "t.xlsx")
    with zipfile.ZipFile(quake / "t.xlsx") as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    if bomb == "large":
        parts["xl/media/x.bin"] = bytes(101 * 2**20)
    elif bomb == "entities":
        parts[sheet] = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + parts[sheet]
    else:
        parts[sheet] = parts[sheet].replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    with zipfile.ZipFile(quake / "t.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in parts.items():
            packed.writestr(name, raw)
    ran = run("import", "t.xlsx")
    assert ran.code == (0 if bomb == "wide" else 2)
    told = {"large": "larger than 100 MB", "entities": "is not part of a workbook", "wide": ""}
    assert told[bomb] in ran.err
    assert len(new(quake)) == (bomb == "wide")


@pytest.mark.parametrize(("name", "package"), [("a.xlsx", "openpyxl"), ("a.parquet", "pyarrow")])
def test_without_the_package(
    run: Run, quake: Path, name: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (quake / name).write_bytes(b"")
    for module in [module for module in sys.modules if module.startswith("claimtrack.importing")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    ran = run("import", name)
    assert ran.code == 2 and "pip install 'claimtrack[" in ran.err
