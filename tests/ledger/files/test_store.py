"""Reading from and writing to the disk."""

from __future__ import annotations

import json
import multiprocessing
import os
import stat
from pathlib import Path

import pytest

from claimtrack import ledger
from claimtrack.ledger.document.ledger_file import Book
from claimtrack.ledger.edit.changes import Add
from claimtrack.ledger.edit.set_fields import Edited
from claimtrack.ledger.edit.splice import changed
from claimtrack.ledger.errors import LedgerError
from claimtrack.ledger.files.transaction import update

TEXT = "claims:  # mine\n- id: a\n  claim: x\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_bytes(TEXT.encode())
    return file


def add(book: Book, ident: str = "b") -> Edited:
    document = book.documents[-1]
    return Edited((changed(document, [Add("claims", {"id": ident, "claim": "y"})]),), (ident,))


def test_a_missing_file_is_a_problem_without_a_line(tmp_path: Path) -> None:
    found, problems = ledger.load(tmp_path / "none.yaml")
    assert (found.claims, [one.line for one in problems]) == ((), [0])


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_every_other_byte_stays(path: Path, mark: bytes, newline: bytes) -> None:
    raw = mark + TEXT.encode().replace(b"\n", newline) + b"# caf\xe9\n"
    path.write_bytes(raw)
    assert [one.line for one in ledger.load(path)[1]] == [4]
    path.write_bytes(raw := mark + TEXT.encode().replace(b"\n", newline))
    assert ledger.load(path)[1] == ()
    update(path, add)
    new = newline.join([b"- id: b", b"  claim: y", b""])
    assert path.read_bytes() == raw + new


def test_utf_16_is_named(path: Path) -> None:
    path.write_bytes(TEXT.encode("utf-16"))
    assert "UTF-16" in ledger.load(path)[1][0].message
    with pytest.raises(LedgerError, match="UTF-16"):
        update(path, add)


def test_mode_and_link_stay(path: Path) -> None:
    path.chmod(0o640)
    link = path.parent / "folder" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(path)
    update(link, add)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert b"id: b" in path.read_bytes()


def test_a_new_ledger_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "data" / "claims.yaml"
    update(path, add)
    assert path.read_text().endswith("claims:\n  - id: b\n    claim: y\n")


def test_the_format_is_put_beside_a_new_ledger(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    update(path, add)
    beside = tmp_path / "claims.schema.json"
    assert path.read_text().startswith("# yaml-language-server: $schema=claims.schema.json\n")
    assert json.loads(beside.read_text(encoding="utf-8")) == ledger.schema()


def test_a_format_that_is_there_stays(tmp_path: Path) -> None:
    beside = tmp_path / "claims.schema.json"
    beside.write_text("mine")
    update(tmp_path / "claims.yaml", add)
    assert beside.read_text() == "mine"


def test_no_format_is_put_beside_a_ledger_that_was_there(path: Path) -> None:
    update(path, add)
    assert [one.name for one in path.parent.iterdir()] == ["claims.yaml"]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "data" / "claims.yaml"
    assert update(path, add, dry_run=True).documents
    assert not path.parent.exists()


def test_a_file_that_an_editor_saved_meanwhile_is_left_alone(path: Path) -> None:
    def slow(book: Book) -> Edited:
        path.write_text("claims: []  # the editor's\n")
        return add(book)

    with pytest.raises(LedgerError, match="changed since it was read"):
        update(path, slow)
    assert path.read_text() == "claims: []  # the editor's\n"


def test_a_read_only_file_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(LedgerError, match="read-only"):
        update(path, add)
    assert path.read_text() == TEXT


def test_a_folder_is_one_ledger(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("articles:\n- {id: z, published: 2024}\n")
    (tmp_path / "b.yml").write_text("claims:\n- {id: c, claim: x, article: z}\n")
    (tmp_path / "note.txt").write_text("claims: [")
    found, problems = ledger.load(tmp_path)
    assert problems == ()
    assert found.claims[0].reported == "2024"
    assert found.place("c") == f"{tmp_path / 'b.yml'}:2"
    ledger.set_fields(tmp_path, ["c"], {"note": "n"})
    assert (tmp_path / "b.yml").read_text() == "claims:\n- {id: c, claim: x, article: z, note: n}\n"


def _adds(path: Path, name: str) -> None:
    for number in range(4):
        update(path, lambda book: add(book, f"{name}-{number}"))  # noqa: B023 - called at once


def test_eight_processes_lose_nothing(path: Path) -> None:
    start = multiprocessing.get_context("fork").Process
    runs = [start(target=_adds, args=(path, f"p{number}")) for number in range(8)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    ids = [claim.id for claim in ledger.load(path)[0].claims]
    assert sorted(ids) == sorted(["a", *(f"p{n}-{i}" for n in range(8) for i in range(4))])
    assert path.read_text().startswith(TEXT)


@pytest.mark.parametrize("before", [None, "", "\n\n"])
def test_the_schema_that_a_new_ledger_names_is_beside_it(
    tmp_path: Path, before: str | None
) -> None:
    path = tmp_path / "claims.yaml"
    if before is not None:
        path.write_text(before)
    update(path, add)
    assert path.read_text().startswith("# yaml-language-server: $schema=claims.schema.json\n")
    assert (tmp_path / "claims.schema.json").exists()
