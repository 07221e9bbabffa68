"""Tables that need no cleaning: list as CSV, a row a claim or a figure, read by other programs."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests import needs
from tests.conftest import Run

ROOT = Path(__file__).parents[1]
LEDGER = str(ROOT / "data" / "claims.yaml")
CLAIM = {
    "id": "c-1", "actor": "A", "said": "2024-10", "claim": "x", "via": ["dpa"],
    "figures": [
        {"text": "rund 1,5", "what": "Meter", "state": "measured"},
        {"text": "mindestens 12.000", "what": "Tote", "state": "killed", "scope": ["im Süden"]},
    ],
}  # fmt: skip


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    text = json.dumps({"version": "1", "claims": [CLAIM, {"id": "10-12", "claim": "y"}]})
    (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def test_a_row_a_claim_has_days_that_programs_read(run: Run, small: Path) -> None:
    first, second = table(run("list", "--format", "csv").out)
    assert {name: first[name] for name in ("said", "said_first", "said_last", "figures")} == {
        "said": "2024-10", "said_first": "2024-10-01", "said_last": "2024-10-31",
        "figures": "rund 1,5; mindestens 12.000",
    }  # fmt: skip
    assert (second["actor"], second["source"], second["said"], second["said_last"]) == ("",) * 4
    assert "(nobody named)" in run("list").out


def test_a_row_a_figure(run: Run, small: Path) -> None:
    one, two = table(run("list", "--rows", "figures", "--format", "csv").out)
    assert (one["figure"], one["value"], one["min"], one["max"]) == (
        "rund 1,5",
        "1.5",
        "1.35",
        "1.65",
    )
    assert (two["value"], two["min"], two["max"], two["far_max"]) == ("12000", "12000", "", "")
    assert (two["what"], two["state"], two["scope"]) == ("Tote", "killed", "im Süden")
    assert (two["id"], two["actor"], two["via"], two["said_last"]) == (
        "c-1",
        "A",
        "dpa",
        "2024-10-31",
    )


@pytest.mark.parametrize(
    ("asked", "figures"),
    [
        ([], ["rund 1,5", "mindestens 12.000"]),
        (["--state", "KILLED"], ["mindestens 12.000"]),
        (["--state", "killed", "--state", "measured"], ["rund 1,5", "mindestens 12.000"]),
    ],
)
def test_a_state_chooses_figures_too(
    run: Run, small: Path, asked: list[str], figures: list[str]
) -> None:
    rows = table(run("list", "--rows", "figures", "--format", "csv", *asked).out)
    assert [row["figure"] for row in rows] == figures


def test_figures_as_records_and_on_a_terminal(run: Run, small: Path) -> None:
    one, two = (json.loads(line) for line in run(
        "list", "--rows", "figures", "--format", "jsonl").out.splitlines())  # fmt: skip
    assert one["schema"] == "claimtrack.figure/1"
    assert (one["claim"], one["text"], one["far"], one["said_first"]) == (
        "c-1", "rund 1,5", [1.05, 1.95], "2024-10-01")  # fmt: skip
    assert (two["max"], two["far"], two["scope"]) == (None, [12000, None], ["im Süden"])
    shown = run("list", "--rows", "figures")
    assert "12,000" in shown.out
    assert shown.err.splitlines()[-1] == "2 figures in 2 claims"


def test_the_event_of_a_figure_is_that_of_its_article(run: Run) -> None:
    rows = table(run("list", "--rows", "figures", "--format", "csv", "--ledger", LEDGER).out)
    assert {row["event"] for row in rows} == {"Nordkorea Ukraine"}


def test_an_event_that_an_analyst_named(run: Run, quake: Path) -> None:
    assert run("event", "join", "beben-morgenblatt", "beben-abendpost", "--name", "B").code == 0
    rows = table(run("list", "--rows", "figures", "--format", "csv").out)
    assert [row["event"] for row in rows] == ["B", "B"]


def test_no_match_is_told_as_for_claims(run: Run, small: Path) -> None:
    ran = run("list", "--rows", "figures", "--actor", "Niemand")
    assert (ran.code, ran.out) == (0, "")
    assert "none of 2 claims matches" in ran.err


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--locale", "de"], "add --format csv"),
        (["--format", "csv", "--locale", "fr"], "none of en, de"),
        (["--rows", "figure"], "did you mean figures?"),
        (["--rows", "figures", "--columns", "valu"], "did you mean value?"),
        (["--columns", "value"], "--columns: 'value' is none of"),
    ],
)
def test_what_cannot_be_asked_for(run: Run, small: Path, asked: list[str], told: str) -> None:
    ran = run("list", *asked)
    assert ran.code == 2
    assert told in ran.err


def test_a_table_for_german_settings(run: Run, small: Path) -> None:
    out = run("list", "--format", "csv", "--locale", "de").out
    assert out.startswith("\ufeffKennung;gesagt;Akteur;über;")
    assert all(line.endswith("\r") for line in out.split("\n")[:-1])
    first, second = table(out, ";")
    assert (first["gesagt"], first["gesagt von"]) == ("2024-10", "01.10.2024")
    assert second["\ufeffKennung"] == "'10-12"
    figures = run("list", "--rows", "figures", "--format", "csv", "--locale", "de").out
    assert [(row["Wert"], row["höchstens"]) for row in table(figures, ";")] == [
        ("1,5", "1,65"), ("12000", "")]  # fmt: skip


# Other programs ---------------------------------------------------------------------------------

NUMBERS = ("value", "min", "max", "far_min", "far_max")
IN_GERMAN = ("Wert", "mindestens", "höchstens", "äußerstens ab", "äußerstens bis")


def assert_typed(frame: Any, numbers: tuple[str, ...], days: tuple[str, ...]) -> None:
    """Numbers are numbers, days are days, and all else is text, or empty."""
    from pandas.api import types

    assert len(frame) > 10
    for name in frame.columns:
        kind = frame[name].dtype
        if name in numbers:
            assert types.is_numeric_dtype(kind), name
        elif name in days:
            assert types.is_datetime64_any_dtype(kind), name
        else:
            assert types.is_string_dtype(kind) or frame[name].isna().all(), name


@needs.package("pandas")
def test_pandas_reads_each_column_with_its_type(run: Run, tmp_path: Path) -> None:
    import pandas as pd

    days = ["said_first", "said_last"]
    for rows in ("claims", "figures"):
        out = run("list", "--rows", rows, "--format", "csv", "--ledger", LEDGER).out
        frame = pd.read_csv(io.StringIO(out), parse_dates=days)
        assert_typed(frame, NUMBERS, ("said_first", "said_last"))


@needs.package("pandas")
def test_pandas_reads_the_german_one(run: Run, tmp_path: Path) -> None:
    import pandas as pd

    file = tmp_path / "zahlen.csv"
    arguments = ["list", "--rows", "figures", "--format", "csv", "--locale", "de"]
    file.write_bytes(run(*arguments, "--ledger", LEDGER).out.encode())
    days = ["gesagt von", "gesagt bis"]
    frame = pd.read_csv(
        file, sep=";", decimal=",", encoding="utf-8-sig", parse_dates=days, dayfirst=True
    )
    assert_typed(frame, IN_GERMAN, ("gesagt von", "gesagt bis"))
    row = frame[frame["Kennung"] == "yonhap-fagq1y"].iloc[0]
    assert str(row["gesagt von"].date()) == "2024-07-21"


@needs.office
@needs.package("openpyxl")
def test_libreoffice_reads_the_german_one(run: Run, small: Path) -> None:
    import datetime

    from openpyxl import load_workbook

    arguments = ["list", "--rows", "figures", "--format", "csv", "--locale", "de"]
    (small / "zahlen.csv").write_bytes(run(*arguments).out.encode())
    # 59: semicolon, 34: quotation mark, 76: UTF-8, from line 1, 1031: German
    filter_ = "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1031,false,true"
    profile = f"-env:UserInstallation=file://{small}/profile"
    command = ["soffice", profile, "--headless", filter_, "--convert-to", "xlsx", "zahlen.csv"]
    subprocess.run(command, cwd=small, check=True, capture_output=True, timeout=120)
    sheet = load_workbook(small / "zahlen.xlsx").active
    heads, first, _ = ([cell.value for cell in row] for row in sheet.rows)
    row = dict(zip(heads, first, strict=True))
    assert (row["Wert"], row["höchstens"]) == (1.5, 1.65)
    assert row["gesagt von"] == datetime.datetime(2024, 10, 1)
    assert row["gesagt"] == "2024-10" or row["gesagt"] == datetime.datetime(2024, 10, 1)
