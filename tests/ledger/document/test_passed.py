"""Passages that were passed over: noted, checked, moved with the text, merged."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import ledger
from claimtrack.ledger.document import passages
from claimtrack.ledger.files.reach import reach
from claimtrack.model import Article, Source, Span
from tests.conftest import Run

BODY = "Es regnete sechs Wochen lang. Dann, nach sechs Wochen, kam der Sommer.\n"
HEAD = "---\ntitle: Regen\npublished: 2024-05-01\n---\n"
LEDGER = """version: 1
articles:
  - id: regen   # der nasse Mai
    file: regen.txt
    published: 2024-05-01
    {}
claims:
  - {{id: c1, claim: Es regnet}}
"""


def folder(tmp_path: Path, items: str, body: str = BODY) -> Path:
    """A ledger with one article of these passages."""
    (tmp_path / "regen.txt").write_text(body, encoding="utf-8")
    path = tmp_path / "claims.yaml"
    path.write_text(LEDGER.format(items), encoding="utf-8")
    return path


def article(path: Path) -> Article:
    return reach(path).read(path.parent / "regen.txt")[0][0]


def source(path: Path) -> Source:
    return ledger.load(path)[0].sources[0]


@pytest.mark.parametrize(
    ("item", "span", "words"),
    [
        ("11-23 sechs Wochen", (11, 23), "sechs Wochen"),
        ("11-23", (11, 23), ""),
        (" 11 – 23   sechs   Wochen ", (11, 23), "sechs Wochen"),
    ],
)
def test_an_item(item: str, span: tuple[int, int], words: str) -> None:
    assert passages.passage(item) == (span, words)


@pytest.mark.parametrize(
    ("span", "words", "stands"),
    [
        (Span(0, 2), "Es", True),
        (Span(0, 2), "", True),
        (Span(1, 3), "Es", False),
        (Span(3, 8), "regne", True),
        (Span(3, 9), "regne", False),
        (Span(3, 9), "", False),
    ],
)
def test_whether_it_stands(span: Span, words: str, stands: bool) -> None:
    assert passages.Passage(span, words).stands("Es regne") == stands


@pytest.mark.parametrize(
    ("items", "codes"),
    [
        ("passed: [11-23 sechs Wochen]", []),
        ("passed: 11-23", []),
        ("passed: [11-23]", []),
        ("passed: [12-24 sechs Wochen]", ["moved"]),
        ("passed: [11-23 sieben Wochen]", ["misquoted"]),
        ("passed: [900-990]", ["misquoted"]),
        ("passed: [23-11 sechs Wochen]", ["value"]),
        ("passed: [sechs Wochen]", ["value"]),
        ("passed: {at: 11-23}", ["shape"]),
    ],
)
def test_check(tmp_path: Path, items: str, codes: list[str]) -> None:
    assert [one.code for one in ledger.check(folder(tmp_path, items))] == codes


def test_passing_over_changes_that_field_alone(tmp_path: Path) -> None:
    path = folder(tmp_path, "passed: [41-53 sechs Wochen]")
    assert ledger.pass_over(path, article(path), [Span(11, 23)])
    told = "passed: [11-23 sechs Wochen, 41-53 sechs Wochen]"
    assert path.read_text(encoding="utf-8") == LEDGER.format(told)
    assert not ledger.pass_over(path, article(path), [Span(11, 23)])
    ledger.undo(path)
    assert path.read_text(encoding="utf-8") == LEDGER.format("passed: [41-53 sechs Wochen]")


def test_an_unknown_article_is_refused(tmp_path: Path) -> None:
    path = folder(tmp_path, "title: Regen")
    with pytest.raises(ledger.LedgerError, match="no article “schnee”"):
        ledger.pass_over(path, Article("schnee", BODY), [Span(0, 2)])


@pytest.mark.parametrize(
    ("items", "body", "after", "lost"),
    [
        ("[11-23 sechs Wochen]", "Ja. " + BODY, ("15-27 sechs Wochen",), 0),
        ("[41-53 sechs Wochen]", "Ja. " + BODY, ("45-57 sechs Wochen",), 0),
        ("[11-23 sechs Wochen, 41-53 sechs Wochen]", "So nun. " + BODY,
         ("19-31 sechs Wochen", "49-61 sechs Wochen"), 0),
        ("[11-23 sechs Wochen]", "Es schneite.\n", ("11-23 sechs Wochen",), 1),
        ("[11-23]", "Ja. " + BODY, ("11-23",), 1),
    ],
)  # fmt: skip
def test_passages_move_with_the_text(
    tmp_path: Path, items: str, body: str, after: tuple[str, ...], lost: int
) -> None:
    path = folder(tmp_path, f"passed: {items}\n    sha256: 0000")
    (tmp_path / "regen.txt").write_text(body, encoding="utf-8")
    merge = ledger.merge(path, [(article(path), ())])
    assert source(path).passed == after
    assert [one.fate for one in merge.results] == ["lost"] * lost
    assert not ledger.merge(path, [(article(path), ())]).documents


@pytest.mark.parametrize(
    ("items", "after"),
    [
        ("[11-23]", ("11-23 sechs Wochen",)),
        ("[24-28 lang]", ("24-28 lang",)),
        ("[20-24 lang]", ("24-28 lang",)),
        ("[12-24 sechs Wochen]", ("12-24 sechs Wochen",)),  # it stands in two places
        ("[900-990]", ("900-990",)),
    ],
)
def test_fix_mends_what_has_one_answer(tmp_path: Path, items: str, after: tuple[str, ...]) -> None:
    path = folder(tmp_path, f"passed: {items}")
    ledger.fix(path)
    assert source(path).passed == after


def test_a_mended_passage_is_told_alone(tmp_path: Path) -> None:
    path = folder(tmp_path, "passed: [11-23, 24-28 lang]")
    assert ledger.fix(path) == (f"{path}:3: passed: 11-23 sechs Wochen",)
    assert ledger.fix(path) == ()


def test_without_its_article_a_passage_stays_as_it_is(tmp_path: Path) -> None:
    path = folder(tmp_path, "passed: [11-23]")
    (tmp_path / "regen.txt").unlink()
    assert ledger.fix(path) == ()
    assert source(path).passed == ("11-23",)


def test_passages_of_two_people_are_united() -> None:
    base, ours, theirs = (
        LEDGER.format(f"passed: [{one}]") for one in ("1-2", "1-2, 3-4", "1-2, 5-6 x")
    )
    merged = ledger.merge_texts(base, ours, theirs, ("ours", "theirs"))
    assert merged.text == LEDGER.format("passed: [1-2, 3-4, 5-6 x]")
    assert merged.conflicts == ()


def test_the_index_has_them_too(tmp_path: Path, run: Run) -> None:
    path = folder(tmp_path, "passed: 11-23 sechs Wochen")
    for _ in range(2):
        told = run("articles", "--ledger", str(path), "--format", "jsonl").out
        assert '"passed": ["11-23 sechs Wochen"]' in told
