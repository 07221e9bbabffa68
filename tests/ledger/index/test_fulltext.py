"""Search in texts: what holds the words is found, by whatever case, umlaut or part of a word."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.ledger.index import database, fulltext
from claimtrack.ledger.index.facets import narrowed
from claimtrack.ledger.index.ledger_index import Index, from_index
from claimtrack.ledger.yaml.emit import scalar
from claimtrack.text import folded
from tests import needs


def written(path: Path, *texts: str) -> Path:
    path.write_text("claims:\n" + "".join(f"- claim: {scalar(text)}\n" for text in texts))
    return path


def rows(path: Path, *words: str) -> list[int] | None:
    """The rows that the texts alone find for words; None where they cannot be asked."""

    def ask(index: Index) -> list[int] | None:
        wanted = narrowed(index, {}, words)[1]
        if not wanted:
            return None
        found = index.db.execute("SELECT rowid FROM texts WHERE texts MATCH ?", wanted)
        return sorted(row for (row,) in found)

    return from_index(path, ask)


@needs.trigrams
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("soldaten",), [1, 2]),
        (("SOLDAT",), [1, 2]),
        (("elitesoldaten",), [1]),
        (("süd",), [2]),
        (("sud",), [2]),
        (("soldaten", "süd"), [2]),
        (("12.000",), [1]),
        (('"ja"',), [3]),
        (("nein",), []),
        (("so",), None),
        ((), None),
    ],
)
def test_parts_of_words(tmp_path: Path, words: tuple[str, ...], found: list[int] | None) -> None:
    path = written(tmp_path / "c.yaml", "12.000 Elitesoldaten", "Soldaten in Südkorea", 'er: "Ja"')
    assert rows(path, *words) == found


@needs.trigrams
@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from("aäAßs \"'.-*()ńé:^"), max_size=12),
    st.integers(0, 9),
    st.integers(3, 6),
)
def test_every_part_of_a_text_finds_it(text: str, start: int, length: int) -> None:
    part = folded(text)[start : start + length]
    db = sqlite3.connect(":memory:")
    db.execute(fulltext.TABLE)
    db.execute("INSERT INTO texts (rowid, text) VALUES (1, ?)", (folded(text),))
    wanted = fulltext.asked([part])
    if wanted is not None:
        assert db.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (wanted,)).fetchall()


@needs.trigrams
def test_a_change_is_found(tmp_path: Path) -> None:
    path = written(tmp_path / "c.yaml", "eins", "zwei", "drei", "vier")
    assert rows(path, "zwei") == [2]
    written(path, "eins", "zweifel", "drei", "vier")
    assert rows(path, "zweif") == [5]
    for word in ("fünf", "sechs", "sieben", "acht", "neun"):  # until what is gone is cleared away
        written(path, word, "zweifel", word * 2, "vier")
        assert rows(path, "zweif") == [5]
        assert len(rows(path, word) or ()) >= 2


def test_where_texts_cannot_be_searched_the_claims_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fulltext, "TABLE", "CREATE VIRTUAL TABLE texts USING nothing_like_it(t)")
    path = written(tmp_path / "c.yaml", "eins", "zwei")
    assert rows(path, "zwei") is None

    def ask(index: Index) -> list[str]:
        tests = {"text": lambda claim: "zwei" in claim.words}
        found = index.select(lambda _: tests, every_source=False, text=["zwei"])
        return [claim.words for claim in found.ledger.claims]

    assert from_index(path, ask) == ["zwei"]
    assert database.shelf_of(path).exists()
