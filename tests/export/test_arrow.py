"""Parquet and Arrow files: typed, nested, the same bytes each time, asked by other programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests import needs
from tests.conftest import Run

ROOT = Path(__file__).parents[2]
LEDGER = str(ROOT / "data" / "claims.yaml")
TABLES = ("claims", "articles", "conflicts")
pytestmark = needs.package("pyarrow")


@pytest.fixture
def tables(run: Run, tmp_path: Path) -> Path:
    for form in ("parquet", "arrow"):
        assert run("export", form, "-o", str(tmp_path / form), "--ledger", LEDGER).code == 0
    return tmp_path


def test_types_and_metadata(tables: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    found = parquet.read_schema(tables / "parquet" / "claims.parquet")
    assert found.metadata[b"claimtrack"] == b"claimtrack.claim/1"
    assert found.field("said_first").type == pa.date32()
    assert pa.types.is_dictionary(found.field("stance").type)
    assert pa.types.is_list(found.field("figures").type)
    assert found.field("quote").type.field("spans").type.value_type.names == ["start", "end"]
    with parquet.ParquetFile(tables / "parquet" / "claims.parquet") as file:
        assert file.metadata.row_group(0).column(0).compression == "ZSTD"
        assert b"pandas" not in file.schema_arrow.metadata


@pytest.mark.parametrize("name", TABLES)
def test_both_forms_hold_the_same(tables: Path, name: str) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    one = parquet.read_table(tables / "parquet" / f"{name}.parquet").to_pylist()
    with pa.ipc.open_file(str(tables / "arrow" / f"{name}.arrow")) as reader:
        assert reader.read_all().to_pylist() == one
    assert one


def test_the_rows_are_the_records(run: Run, tables: Path) -> None:
    from pyarrow import parquet

    records = {one["id"]: one for one in json.loads(
        run("list", "--format", "json", "--ledger", LEDGER).out)}  # fmt: skip
    for row in parquet.read_table(tables / "parquet" / "claims.parquet").to_pylist():
        record = records.pop(row["id"])
        same = record.keys() - {"schema", "figures", "within", "quote", "speaker", "cue"}
        assert {name: row[name] for name in same} == {name: record[name] for name in same}
        bounds = [(one["value"], one["min"], one["far_max"]) for one in row["figures"]]
        assert bounds == [(one["value"], one["min"], one["far"][1] if one["far"] else None)
                          for one in record["figures"]]  # fmt: skip
        spans = [[one["start"], one["end"]] for one in row["quote"]["spans"]]
        assert spans == record["quote"]["spans"]
    assert records == {}


def test_the_same_ledger_gives_the_same_bytes(run: Run, tables: Path, tmp_path: Path) -> None:
    for form in ("parquet", "arrow"):
        before = {file.name: file.read_bytes() for file in (tables / form).iterdir()}
        assert set(before) == {f"{name}.{form}" for name in TABLES}
        assert run("export", form, "-o", str(tables / form), "--ledger", LEDGER).code == 0
        assert {file.name: file.read_bytes() for file in (tables / form).iterdir()} == before


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_a_file_that_is_not_ours_is_left_alone(run: Run, tmp_path: Path, form: str) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    file = tmp_path / f"articles.{form}"
    mine = pa.table({"id": ["a"]})
    if form == "parquet":
        parquet.write_table(mine, file)
    else:
        with pa.ipc.new_file(str(file), mine.schema) as writer:
            writer.write_table(mine)
    before = file.read_bytes()
    ran = run("export", form, "-o", str(tmp_path), "--ledger", LEDGER)
    assert ran.code == 2 and "is not as claimtrack wrote it" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert file.read_bytes() == before


def test_a_ledger_with_nothing_in_it(run: Run, tmp_path: Path) -> None:
    from pyarrow import parquet

    (tmp_path / "claims.yaml").write_text("version: 1\nclaims: []\n", encoding="utf-8")
    ledger = str(tmp_path / "claims.yaml")
    assert run("export", "parquet", "-o", str(tmp_path), "--ledger", ledger).code == 0
    assert parquet.read_table(tmp_path / "claims.parquet").num_rows == 0


@needs.package("duckdb")
def test_duckdb_unnests_figures(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    monkeypatch.chdir(tables / "parquet")
    rows = duckdb.sql(
        "SELECT actor, said_last, figure.value FROM (SELECT actor, said_last, unnest(figures)"
        " AS figure FROM 'claims.parquet') WHERE figure.state = 'sent' ORDER BY figure.value"
    ).fetchall()
    assert [(actor, value) for actor, _, value in rows] == [
        ("NIS", 1500.0), ("USA", 3000.0), ("westliche Quellen", 11000.0)]  # fmt: skip
    conflicts = duckdb.sql(
        "SELECT a.actor, b.actor FROM 'conflicts.parquet' WHERE shown AND verdict = 'conflict'"
    ).fetchall()
    assert ("ISW", "NIS") in conflicts


@needs.package("pandas")
def test_pandas_reads_days_and_words(tables: Path) -> None:
    import pandas as pd

    frame = pd.read_parquet(tables / "parquet" / "claims.parquet")
    assert str(frame["stance"].dtype) == "category"
    assert frame.set_index("id").loc["yonhap-fagq1y", "said_first"].isoformat() == "2024-07-21"


def test_without_pyarrow(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("claimtrack.export")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = run("export", "parquet", "-o", str(tmp_path / "x"), "--ledger", LEDGER)
    assert (ran.code, "pip install 'claimtrack[arrow]'" in ran.err) == (2, True)
    assert not (tmp_path / "x").exists()
