"""Accounts that are kept: never the truth, whatever stands in their file or cannot be written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack.coverage.article_survey import Accounts
from claimtrack.coverage.gaps import Account
from claimtrack.model import Article

ARTICLE = Article(id="a", body="Es seien 40 Menschen verletzt worden, sagte Erika Schön.")
MADE = Account("a", {"figure": 1, "quotation": 0, "speech": 1}, ())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "claimtrack" / "coverage"


def times_made(ledger: Path, *, keep: bool = True) -> int:
    """How often the account of the article is made when a ledger's accounts are asked for it."""
    made = []

    def make() -> Account:
        made.append(1)
        return MADE

    accounts = Accounts(ledger)
    assert accounts.account(ARTICLE, (), (), make) == MADE
    if keep:
        accounts.keep()
    return len(made)


def test_an_account_is_made_once(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "claims.yaml"
    assert [times_made(ledger) for _ in range(3)] == [1, 0, 0]
    assert times_made(tmp_path / "other.yaml") == 1
    assert len(list(folder.iterdir())) == 2


def changed(held: str, **parts: object) -> str:
    return json.dumps(json.loads(held) | parts)


@pytest.mark.parametrize(
    "damage",
    [
        lambda held: "",
        lambda held: held[: len(held) // 2],
        lambda held: held.replace('"figure": 1', '"figure": 2').replace("[{", "[ {"),
        lambda held: changed(held, program="another"),
        lambda held: changed(held, sum="0"),
        lambda held: changed(held, accounts={}),
        lambda held: "{}",
        lambda held: "[]",
        lambda held: "null",
        lambda held: '"program"',
        lambda held: json.dumps({"sum": json.loads(held)["sum"]}),
        lambda held: "[" * 100_000,
        lambda held: "\udcff",
    ],
)
def test_a_damaged_or_foreign_file_is_made_anew(
    folder: Path, tmp_path: Path, damage: object
) -> None:
    ledger = tmp_path / "claims.yaml"
    times_made(ledger)
    (file,) = folder.iterdir()
    good = file.read_bytes()
    assert callable(damage)
    file.write_bytes(damage(good.decode()).encode("utf-8", "surrogateescape"))
    assert file.read_bytes() != good
    assert times_made(ledger) == 1
    assert file.read_bytes() == good
    assert times_made(ledger) == 0


def test_a_file_that_cannot_be_written_does_no_harm(folder: Path, tmp_path: Path) -> None:
    """A folder in its place, a file where its folder should be."""
    ledger = tmp_path / "claims.yaml"
    times_made(ledger)
    (file,) = folder.iterdir()
    file.unlink()
    file.mkdir()
    assert [times_made(ledger) for _ in range(2)] == [1, 1]
    assert list(folder.iterdir()) == [file]
    file.rmdir()
    folder.rmdir()
    folder.write_text("no folder")
    assert [times_made(ledger) for _ in range(2)] == [1, 1]
    assert folder.read_text() == "no folder"


def test_a_user_without_a_home_has_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)

    def none() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", none)
    assert [times_made(tmp_path / "claims.yaml") for _ in range(2)] == [1, 1]
