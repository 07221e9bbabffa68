"""A claim changed alone: the same bytes as when the whole file is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import ledger
from claimtrack.ledger.edit import set_fields
from claimtrack.ledger.edit.wanted import as_typed, with_note, with_tags, without_tags
from claimtrack.ledger.errors import LedgerError
from claimtrack.ledger.files import history, rewrite, transaction
from claimtrack.ledger.index import fast_edit
from claimtrack.ledger.index.fast_edit import quickly
from tests.laws import examples
from tests.ledger.edit.test_splice import HOSTILE, ledgers
from tests.ledger.index.test_index import FILES, TEXT, UNUSUAL

WANTED = {
    "a word": as_typed({"status": "accepted"}),
    "a field goes": as_typed({"stance": ""}),
    "several": as_typed({"note": "x: y\n# z", "said": "2024-05"}),
    "a tag": with_tags(["- eins", "zwei"]),
    "no tag": without_tags(["eins"]),
    "a note": with_note("\u2028é"),
    "an error": as_typed({"stance": "sagt"}),
    "nothing": as_typed({"note": ""}),
}


def _outcome(path: Path, ids: list[str], wanted: set_fields.Wanted) -> tuple[bytes, object]:
    """What a change comes to: the bytes of the file, and what is told."""
    told: object
    try:
        told = ledger.change(path, ids, wanted)
    except LedgerError as error:
        told = str(error)
    return path.read_bytes(), told


@pytest.mark.parametrize("case", WANTED)
@pytest.mark.parametrize("file", [*FILES, *UNUSUAL])
def test_alone_or_as_a_whole_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, case: str
) -> None:
    path = tmp_path / "claims.yaml"
    raw = {**FILES, **UNUSUAL}[file].encode("utf-8", "surrogateescape")
    path.write_bytes(raw)
    alone = _outcome(path, ["b", "a"], WANTED[case])
    path.write_bytes(raw)
    monkeypatch.setattr(fast_edit, "quickly", lambda *_, **__: None)
    assert _outcome(path, ["b", "a"], WANTED[case]) == alone


@settings(
    derandomize=True,
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_every_other_byte_stays(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "claims.yaml"
    raw = data.draw(ledgers()).encode()
    value = data.draw(HOSTILE)
    path.write_bytes(raw)
    try:
        changed = quickly(path, ["i0"], as_typed({"claim": "x", "note": value}), dry_run=False)
    except LedgerError:
        changed = None
    if not changed:
        assert path.read_bytes() == raw
        return
    claims = {claim.id: claim for claim in ledger.load(path)[0].claims}
    assert claims["i0"].note == value
    ledger.undo(path)
    assert path.read_bytes() == raw


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_only_the_claim_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ledger.load(path)[1] == ()
    monkeypatch.setattr(transaction, "update", lambda *_: pytest.fail("the whole file was read"))
    assert ledger.set_fields(path, ["c", "b"], {"note": "n"}) == ("c", "b")
    assert path.read_text(encoding="utf-8") == TEXT.replace(
        "  tags: [eins]\n", "  tags: [eins]\n  note: n\n"
    ).replace("  article: y\n# end", "  article: y\n  note: n\n# end")


def test_a_dry_run_writes_nothing(path: Path) -> None:
    assert ledger.set_fields(path, ["a"], {"note": "n"}, dry_run=True) == ("a",)
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_file_that_an_editor_saves_meanwhile_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = history.note

    def slow(*given: object) -> None:
        noted(*given)  # type: ignore[arg-type]
        path.write_text("claims: []  # the editor's\n")

    monkeypatch.setattr(rewrite, "note", slow)
    with pytest.raises(LedgerError, match="changed since it was read"):
        ledger.set_fields(path, ["a"], {"note": "n"})
    assert path.read_text() == "claims: []  # the editor's\n"
