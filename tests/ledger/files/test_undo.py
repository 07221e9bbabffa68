"""Changes taken back."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from claimtrack import ledger
from claimtrack.ledger.errors import LedgerError, LedgerWarning
from claimtrack.ledger.files import staging
from claimtrack.ledger.files.history import KEPT, patch, steps

TEXT = "\ufeffclaims:\r\n- id: a\r\n  claim: ä  # mine\r\n- id: b\r\n  claim: y"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_bytes(TEXT.encode())
    return file


def test_changes_are_taken_back_one_by_one(path: Path) -> None:
    states = [path.read_bytes()]
    for note in ("eins", "zwei"):
        ledger.set_fields(path, ["a"], {"note": note})
        states.append(path.read_bytes())
    ledger.tag(path, ["a", "b"], ["t"])
    for state in reversed(states):
        ledger.undo(path)
        assert path.read_bytes() == state
    with pytest.raises(LedgerError, match="nothing to undo"):
        ledger.undo(path)


def test_what_is_taken_back_is_shown(path: Path) -> None:
    ledger.set_fields(path, ["a", "b"], {"status": "accepted"})
    before = path.read_bytes()
    (undone,) = ledger.undo(path, dry_run=True)
    assert list(undone.lines()) == ["-  status: accepted", "-  status: accepted"]
    assert path.read_bytes() == before


def test_a_file_that_changed_since_is_left_alone(path: Path) -> None:
    ledger.set_fields(path, ["a"], {"note": "x"})
    edited = path.read_bytes() + b"\r\n# mine"
    path.write_bytes(edited)
    with pytest.raises(LedgerError, match="changed since"):
        ledger.undo(path)
    assert path.read_bytes() == edited


def test_a_file_put_back_by_hand_is_no_change_to_take_back(path: Path) -> None:
    ledger.set_fields(path, ["a"], {"note": "x"})
    once = path.read_bytes()
    ledger.set_fields(path, ["a"], {"note": "y"})
    path.write_bytes(once)
    ledger.undo(path)
    assert path.read_bytes() == TEXT.encode()


def test_a_change_that_was_not_written_is_passed_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.set_fields(path, ["a"], {"note": "x"})
    with monkeypatch.context() as patched:
        patched.setattr(staging, "write", lambda *_: (_ for _ in ()).throw(OSError("full")))
        with pytest.raises(LedgerError):
            ledger.set_fields(path, ["a"], {"note": "y"})
    ledger.undo(path)
    assert path.read_bytes() == TEXT.encode()


def test_a_ledger_that_was_made_goes(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    ledger.add(path, {"claim": "x"})
    ledger.undo(path)
    assert not path.exists()


def test_a_folder_of_files(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text(f"claims:\n- {{id: {name}, claim: x}}\n")
    ledger.tag(tmp_path, ["a", "b"], ["t"])
    assert len(ledger.undo(tmp_path)) == 2
    assert (tmp_path / "b.yaml").read_text() == "claims:\n- {id: b, claim: x}\n"


def test_a_link_and_its_target_are_one_ledger(path: Path) -> None:
    link = path.parent / "link.yaml"
    link.symlink_to(path)
    ledger.set_fields(link, ["a"], {"note": "x"})
    ledger.undo(path)
    assert link.is_symlink()
    assert path.read_bytes() == TEXT.encode()


def test_damaged_notes_are_none(path: Path) -> None:
    ledger.set_fields(path, ["a"], {"note": "x"})
    for step in steps(path):
        step.note.write_text("[{")
    with pytest.raises(LedgerError, match="nothing to undo"):
        ledger.undo(path)


def test_without_a_folder_to_note_it_in_the_change_is_made_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(path))  # a file
    with pytest.warns(LedgerWarning, match="undo` cannot undo this: Not a directory"):
        ledger.set_fields(path, ["a"], {"note": "x"})
    assert b"note: x" in path.read_bytes()


def test_without_room_for_a_note_the_change_is_made_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.set_fields(path, ["a"], {"note": "x"})

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        with pytest.warns(LedgerWarning, match="cannot undo this: No space left"):
            ledger.set_fields(path, ["a"], {"note": "y"})
    assert [step.note.name for step in steps(path)] == ["00000001.json"]
    assert len(list(next(steps(path)).note.parent.iterdir())) == 1


def test_the_oldest_are_forgotten(path: Path) -> None:
    for number in range(KEPT + 3):
        ledger.set_fields(path, ["a"], {"note": f"n{number}"})
    assert len(list(steps(path))) == KEPT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, b"abc"), (b"", b"abc"), (b"abc", b""), (b"aaa", b"aaaa"), (b"abab", b"ab"),
        (b"a\x00\xff\r\n", b"a\x00\xfe\r\n"), (b"abcdef", b"abXXef"), (b"xabc", b"abc"),
    ],
)  # fmt: skip
def test_a_patch_gives_the_old_bytes_back(old: bytes | None, new: bytes) -> None:
    parts = patch(Path("x"), old, new).undone(new)
    assert (None if parts is None else b"".join(parts)) == old
