# ruff: noqa: E501 - the tables are easier to read with a case to a line
"""Odd files are read as every YAML tool reads them, or what is odd is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.ledger import load
from claimtrack.ledger.document.ledger_file import open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.files.paths import decode
from claimtrack.ledger.files.read_ledger import load_file
from tests.conftest import Run
from tests.ledger.odd_files import EVERY, GOOD, HIDDEN, A, B
from tests.ledger.other_tools import sees_the_same

HEAD = "version: 1\n\nclaims:\n  - id: a-1\n"
END = "    claim: eins\n"


@pytest.mark.parametrize("case", EVERY)
def test_what_is_read_is_what_other_tools_read(case: str) -> None:
    sees_the_same(decode(EVERY[case].encode("utf-8", "surrogateescape")))


@pytest.mark.parametrize("case", EVERY)
def test_the_index_says_what_the_file_says(case: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_bytes(EVERY[case].encode("utf-8", "surrogateescape"))
    assert load(path) == load_file(path)
    assert load(path) == load_file(path)


NOT_SEEN = {
    "U+00A0 as indentation": (f"{HEAD}\xa0 \xa0 \xa0 \xa0 actor: A\n{END}", "5:1 U+00A0 (no-break space) where YAML needs a space"),
    "U+00A0 in the indentation": (f"{HEAD}  \xa0 actor: A\n{END}", "5:3 U+00A0 (no-break space) where YAML needs a space"),
    "U+00A0 behind a colon": (f"{HEAD}    actor:\xa0 A\n{END}", "5:11 U+00A0 (no-break space) where YAML needs a space"),
    "U+202F behind a dash": (f"{HEAD}{END}  -\u202fid: b\n", "6:4 U+202F (narrow no-break space) where YAML needs a space"),
    "U+3000 before a comment": (f"{HEAD}{END}    \u3000# sure\n", "6:5 U+3000 (ideographic space) where YAML needs a space"),
    "U+200B on a line of its own": (f"{HEAD}{END}     \u200b\n", "6:6 U+200B (zero width space) where YAML needs a space"),
    "U+200E in a name": (f"{HEAD}    ac\u200etor: A\n{END}", "5:7 U+200E (left-to-right mark) in the name of a field"),
    "U+2028 in words": (f"{HEAD}    actor: A\n    claim: eins\u2028zwei\n", "6:16 U+2028 (line separator), at which only some tools end the line"),
    "U+2028 in a comment": (f"# x\u2028{HIDDEN}\n{HEAD}{END}", "1:4 U+2028 (line separator), at which only some tools end the line"),
    "U+2029 in quotes": (f"{HEAD}    claim: 'eins\u2029zwei'\n", "5:17 U+2029 (paragraph separator), at which only some tools end the line"),
    "U+0085 between claims": (f"{HEAD}{END}  # x\x85\n{B}", "6:6 U+0085 (next line), at which only some tools end the line"),
    "CR alone": ((HEAD + END).replace("\n", "\r"), "1:11 a lone carriage return (U+000D) as line ending"),
    "CR alone, a comment first": (f"# Ledger\n{HEAD}{END}".replace("\n", "\r"), "1:9 a lone carriage return (U+000D) as line ending"),
    "CR once": (f"{HEAD}    claim: eins\r    note: x\n", "5:16 a lone carriage return (U+000D) as line ending"),
    "U+000B": (f"{HEAD}    claim: eins\x0b\n", "5:16 an unprintable character (U+000B)"),
    "U+FEFF in a comment": (f"# x\ufeff\n{HEAD}{END}", "1:4 an unprintable character (U+FEFF)"),
}  # fmt: skip
MISPLACED = {
    "an end between claims": (f"claims:\n{A}...\n{B}", "5:1 the document ends here (...), and there is more below"),
    "an end above rulings": (f"claims:\n{A}...\nrulings: []\n", "5:1 the document ends here (...), and there is more below"),
    "an end before the beginning": (f"# x\n...\n{GOOD}", "2:1 a document ends here (...) that has not begun"),
    "a second document": (f"{GOOD}---\n{GOOD}", "10:1 a second document"),
    "an empty document before it": (f"''\n---\n{GOOD}", "2:1 a second document"),
    "two beginnings": (f"---\n\n---\n{GOOD}", "3:1 a second document"),
    "a directive alone": (f"%YAML 1.1\n{GOOD}", "3:1 a directive (%) that YAML does not know, or without “---” below it"),
    "a dash too far left": (f"{HEAD}{END}- claim: zwei\n", "6:1 a list item that does not line up with those above it"),
    "a dash too far right": (f"{HEAD}{END}    - claim: zwei\n", "6:5 a list item that does not line up with those above it"),
    "a field too far left": (f"{HEAD}{END}  note: x\n", "6:3 this does not line up with what is above it"),
    "a comment that takes a bracket": (f"{HEAD}{END}    tags: [a, #b, c]\n{B}", "6:15 a comment begins here and swallows the closing bracket"),
    "a comment that takes a brace": (f"claims:\n- {{id: a, claim: Platz #1}}\n{B}", "2:24 a comment begins here and swallows the closing bracket"),
    "a comment behind brackets is fine": (f"{HEAD}{END}    tags: [a] # [b]\n    via: [c\n{B}", "7:10 a bracket [ that is not closed, or a comma missing in it"),
    "a field in the first column": (f"{HEAD}{END}änderung: x\n", "6:1 unknown field “änderung”"),
}  # fmt: skip


@pytest.mark.parametrize("case", NOT_SEEN | MISPLACED)
def test_the_place_of_what_is_odd(case: str) -> None:
    text, expected = (NOT_SEEN | MISPLACED)[case]
    problem = open_book("c.yaml", [read(text)]).problems[0]
    assert f"{problem.line}:{problem.column} {problem.message}" == expected
    assert problem.hint or problem.code in ("syntax", "unknown-field")


def problems(text: str) -> list[str]:
    found = open_book("c.yaml", [read(text)]).problems
    return [f"{one.line}:{one.column} {one.message}" for one in found]


def test_both_sides_of_a_conflict_are_told_and_the_rest_is_read() -> None:
    sides = "<<<<<<< ours\n    claim: eins\n=======\n    claim: zwei\n>>>>>>> theirs\n"
    text = f"claims:\n  - id: a\n{sides}{B}"
    assert problems(text) == [
        "3:1 a merge conflict begins here",
        "5:1 the other side of a merge conflict begins here",
        "7:1 a merge conflict ends here",
    ]
    assert [claim.id for claim in open_book("c.yaml", [read(text)]).ledger.claims] == ["b"]


@pytest.mark.parametrize(
    "command",
    [
        ("add", "--claim", "drei"),
        ("set", "b", "note=x"),
        ("accept", "b"),
        ("note", "b", "x"),
        ("tag", "b", "x"),
        ("rule", "b", "c", "--verdict", "update", "--why", "x"),
        ("ingest", "z.txt"),
    ],
)
def test_nothing_is_written_beside_a_conflict_inside_a_claim(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("z.txt").write_text("Der Rat sagte, es gehe voran.", encoding="utf-8")
    sides = "<<<<<<< ours\n    claim: eins\n=======\n    claim: zwei\n>>>>>>> theirs\n"
    text = f"version: 1\n\nclaims:\n  - id: a\n{sides}{B}{B.replace('id: b', 'id: c')}"
    Path("claims.yaml").write_text(text, encoding="utf-8")
    assert run("list").code == 0  # the index is there
    ran = run(*command)
    assert (ran.code, "5:1: a merge conflict begins here; fix this first" in ran.err) == (2, True)
    assert Path("claims.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "words",
    [
        "'=======\n      x'",
        "|\n      <<<<<<< ours\n      =======\n",
        "<<<<<<< x",
        "x # =======",
        "'\n\n      \xa0x'",
        "|\n      \xa0x\n",
        "10\xa0000 Menschen",
        "„\u200bJa“",
        "x # \xa0y",
        "...",
        "x ...",
        "'%x'",
    ],
)
def test_words_may_hold_it(words: str) -> None:
    assert problems(f"claims:\n  - id: a\n    claim: {words}\n") == []


def test_a_piece_of_the_top_level_hides_no_field() -> None:
    """A field whose name is written with an escape is there for every YAML tool."""
    assert problems('version: 1\n"to\\x70ics": x\n') == ["2:14 topics: expected a list"]
