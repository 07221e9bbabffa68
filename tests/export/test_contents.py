"""Values on their way into a file: days, and text that UTF-8 cannot hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimtrack import edtf
from claimtrack.export.exported import Contents, whole
from claimtrack.model import Claim, Ledger
from tests import needs


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (None, None, None),
        ("2024-10", date(2024, 10, 1), date(2024, 10, 31)),
        ("../2024-10-25", None, date(2024, 10, 25)),
        ("2024-10-25/..", date(2024, 10, 25), None),
        ("2024-10-25~", date(2024, 10, 25), date(2024, 10, 25)),
    ],
)
def test_days(text: str | None, first: date | None, last: date | None) -> None:
    when = edtf.days(text)
    assert (when.first, when.last) == (first, last)


def test_of_claims_with_one_id_the_first_counts() -> None:
    claims = (Claim("b", claim="1"), Claim("a", claim="2"), Claim("b", claim="3"))
    held = Contents(Ledger("x", claims=claims)).claims
    assert [(claim.id, claim.claim) for claim in held] == [("a", "2"), ("b", "1")]


def test_halves_of_characters_are_replaced_wherever_they_are() -> None:
    assert whole({"a": ["ä\ud800", ("b\udfff", 1)], "c": None}) == {
        "a": ["ä\ufffd", ("b\ufffd", 1)], "c": None}  # fmt: skip


@needs.package("pyarrow")
def test_an_arrow_table_takes_them(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    from claimtrack.export.arrow import schema, write_rows

    columns = schema({"a": pa.string()}, "x")
    write_rows(iter([{"a": "ä\ud800"}, {"a": "b"}]), columns, "parquet", tmp_path / "x")
    assert parquet.read_table(tmp_path / "x").to_pylist() == [{"a": "ä\ufffd"}, {"a": "b"}]
