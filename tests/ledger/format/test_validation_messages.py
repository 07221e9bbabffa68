# ruff: noqa: E501 - the tables are easier to read with a case to a line
"""Every problem of a file in one run, each at its place; the rest of the file answers."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from claimtrack import yamlparser
from claimtrack.ledger.document.ledger_file import open_book
from claimtrack.ledger.document.read import read
from claimtrack.ledger.yaml.lines import show_problem
from claimtrack.model import Ledger, Problem

GOOD = "- id: good\n  claim: fine\n"
DEEP = "[" * 3000
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


def load(text: str) -> tuple[Ledger, list[str]]:
    """What a text says, and its problems as ``line:column message``."""
    book = open_book("c.yaml", [read(text, "c.yaml")])
    return book.ledger, [f"{one.line}:{one.column} {one.message}" for one in book.problems]


CLAIMS = {
    "unknown field": ("- claim: x\n  stanc: denies\n", ["2:3 unknown field “stanc”"]),
    "two equal fields": ("- claim: x\n  claim: y\n", ["2:3 “claim” occurs twice here"]),
    "no such word": ("- claim: x\n  stance:  sagt\n", ["2:12 “sagt” is not a stance"]),
    "a list for a word": ("- claim: x\n  stance: [sagt]\n", ["2:11 stance is one word, not a list"]),
    "no date": (
        "- claim: x\n  said: gestern\n",
        ["2:9 “gestern”: not an EDTF date such as 2024-10-14, 2024-10, ../2024-10-25"],
    ),
    "no such day": ("- claim: x\n  said: 2024-02-30\n", ["2:9 “2024-02-30”: no such day: 2024-02-30"]),
    "no range": (
        "- claim: x\n  at: 12\n",
        ["2:7 “12”: not a range of characters such as 4197-4373"],
    ),
    "a range backwards": ("- claim: x\n  at: [1-2, 9-3]\n", ["2:7 the range ends before it begins"]),
    "ranges out of order": ("- claim: x\n  at: [5-9, 1-2]\n", ["2:7 ranges out of order"]),
    "no words": ("- id: x\n", ["1:3 a claim needs its words: “quote” or “claim”"]),
    "only text": ("- just text\n", ["1:3 a claim: expected fields, found “just text”"]),
    "nothing": ("-\n", ["1:2 a claim: expected fields, found “”"]),
    "blanks in an id": ("- claim: x\n  id: a b\n", ["2:7 “a b”: an id has no spaces"]),
    "a mapping for text": ("- claim: {a: b}\n", ["1:10 claim: expected text, found fields"]),
    "figures": (
        "- claim: x\n  figures:\n  - {what: y}\n  - {text: 5, min: 0.8}\n  - {text: 5, mni: 1}\n  - 7\n",
        [
            "3:5 a figure needs “text”",
            "4:20 “0.8”: not a German number such as 10.000, 0,8 or zwölf Millionen",
            "5:15 unknown field “mni”",
            "6:5 figures: expected fields, found “7”",
        ],
    ),
    "score": ("- claim: x\n  read: {score: '0,9'}\n", ["2:17 “0,9”: not a number from 0 to 1 such as 0.93"]),
    "a comma inside braces": (
        "- claim: x\n  figures: [{text: 5, max: 1,5 Millionen}]\n",
        ["2:30 unknown field “5 Millionen”"],
    ),
    "grades": ("- claim: x\n  credibility: 7\n", ["2:16 “7” is not a credibility"]),
    "all in one run": (
        "- claim: x\n  said: nie\n  stance: sagt\n- id: y\n  kind: dircet\n  claim: y\n",
        [
            "2:9 “nie”: not an EDTF date such as 2024-10-14, 2024-10, ../2024-10-25",
            "3:11 “sagt” is not a stance",
            "5:9 “dircet” is not a kind",
        ],
    ),
    "an anchor and its alias": (
        "- claim: &a x\n  note: *a\n",
        ["1:10 an anchor (&a)", "2:9 an alias (*a)"],
    ),
    "a bomb of aliases": (
        "- " + BOMB.replace("\n", "\n  ").rstrip() + "\n",
        [
            "1:6 an anchor (&a)", "2:6 an anchor (&b)", "2:10 an alias (*a)", "2:14 an alias (*a)",
            "3:7 an alias (*b)", "3:11 an alias (*b)",
        ],
    ),
    "a tag": ("- claim: !!str x\n", ["1:10 a tag (tag:yaml.org,2002:str)"]),
    "3000 levels": (f"- claim: {DEEP}\n", ["1:25 nested too deep"]),
    "3000 closed levels": (f"- claim: {DEEP}{']' * 3000}\n", ["1:25 nested too deep"]),
    "a tab that indents": ("- id: x\n\tclaim: y\n", ["2:1 a tab"]),
    "a NUL": ("- claim: a\x00b\n", ["1:11 an unprintable character (U+0000)"]),
    "no UTF-8": ("- claim: a\udce4b\n", ["1:11 byte 0xE4 is not UTF-8"]),
    "an open quotation mark": ("- id: x\n  claim: 'abc\n", ["2:10 a quotation mark that is never closed"]),
    "an open bracket": ("- id: x\n  tags: [a, b\n", ["2:9 a bracket [ that is not closed, or a comma missing in it"]),
    "an open brace": ("- {id: x\n", ["1:3 a brace { that is not closed, or a comma missing in it"]),
    "a second colon": ("- claim: x: y\n", ["1:11 a second “: ” on the line"]),
    "words behind a quotation": (
        "- claim: \"x\" sagte er\n", ["1:14 this does not line up with what is above it"],
    ),
    "crooked indentation": (
        "- id: x\n   claim: y\n", ["2:9 a second “: ” on the line"],
    ),
    "less indentation": ("-  id: x\n  claim: y\n", ["2:3 this does not line up with what is above it"]),
    "a line without a colon": ("- id: x\n  claim\n", ["2:3 a line that is not “field: value”"]),
    "a percent sign": ("- claim: %x\n", ["1:10 a value cannot start with this character"]),
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", CLAIMS)
def test_a_broken_claim_stands_aside(case: str, newline: str) -> None:
    broken, problems = CLAIMS[case]
    text = (f"# head\nclaims:\n{GOOD}{broken}# tail\n{GOOD.replace('good', 'too')}").replace(
        "\n", newline
    )
    ledger, found = load(text)
    assert found == [_down(problem, 4) for problem in problems]
    assert [claim.id for claim in ledger.claims] == ["good", "too"]
    assert ledger.aside == broken.count("\n- ") + 1


def _down(problem: str, lines: int) -> str:
    place, _, message = problem.partition(" ")
    line, column = place.split(":")
    return f"{int(line) + lines}:{column} {message}"


FILES = {
    "unknown section": ("claim:\n" + GOOD, ["1:1 unknown field “claim”"]),
    "two sections": (f"claims:\n{GOOD}\nclaims:\n{GOOD}", ["5:1 “claims” occurs twice here"]),
    "no list": ("claims:\n  id: x\n", ["2:3 claims: expected a list"]),
    "a word for a list": ("claims: none\n", ["1:9 claims: expected a list"]),
    "another version": ("version: 2\n", ["1:10 this version of the format is unknown"]),
    "a list": ("- a\n", ["1:1 this is not a ledger"]),
    "text": ("hello\n", ["1:1 this is not a ledger"]),
    "a second document": ("version: 1\n---\nclaims:\n", ["2:1 a second document"]),
    "old Mac breaks": (
        "claims:\r- claim: x\r- claim: y\r",
        ["1:8 a lone carriage return (U+000D) as line ending"],
    ),
    "a tab below no list": ("claims: # c\n\t", ["2:1 a tab"]),
    "a tab on a line above a list": ("claims:\n\t\n- id: x\n  claim: y\n", ["2:1 a tab"]),
    "a tab before a list": ("claims:\n\t- id: x\n", ["2:1 a tab"]),
    "braces that stay open": ("{claims: [\n", ["2:1 a bracket or a brace that is not closed"]),
    "an article without an id": ("articles:\n- title: x\n", ["2:3 an article needs “id”"]),
    "a ruling on one claim": (
        "rulings:\n- {claims: [a], verdict: updates}\n",
        ["2:12 claims: expected two ids", "2:26 “updates” is not a verdict"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_a_broken_file(case: str) -> None:
    text, problems = FILES[case]
    assert load(text)[1] == problems


FINE = {
    "nothing": ("", 0),
    "blank": ("\n\n", 0),
    "a comment": ("# only", 0),
    "an empty list": ("claims:\n", 0),
    "a tab behind the name of a list": ("claims:\t# c\n- claim: x\n", 1),
    "CRLF and no end": ("claims:\r\n- claim: x", 1),
    "a directive and a document's ends": ("%YAML 1.1\n---\nclaims:\n- claim: x\n...\n", 1),
    "JSON": ('{"version": 1, "claims": [{"id": "a", "claim": "x", "url": null}]}', 0),
    "JSON of a claim": ('{"claims": [{"id": "a",\n "claim": "x", "note": null}]}', 1),
    "brackets over several lines": ("claims: [\n  {claim: x},\n  {claim: y},\n]\n", 2),
    "a quotation over items": ('claims:\n- claim: "a\n- b"\n- claim: c\n', 2),
    "any order of sections": ("claims:\n- claim: x\nversion: 1\ntopics: []\n", 1),
    "quoted sections": ('"claims":\n- claim: x\n', 1),
    "empty fields": ("claims:\n- claim: x\n  said:\n  tags:\n  stance: ~\n  figures: null\n", 1),
}


@pytest.mark.parametrize("case", FINE)
def test_what_can_be_read(case: str) -> None:
    text, count = FINE[case]
    ledger, problems = load(text)
    assert len(ledger.claims) == count
    assert problems == ([] if count or "JSON" not in case else ["1:53 unknown field “url”"])


VALUES = [
    "no",
    "NO",
    "12:30",
    "10.000",
    "0,8",
    "0o7",
    "1e3",
    "2024-10-13",
    "yes",
    "0.50",
    "=",
    "<<",
]


@pytest.mark.parametrize("value", VALUES)
def test_values_stay_what_was_typed(value: str) -> None:
    (claim,) = load(f"claims:\n- claim: {value}\n  tags: ['{value}']\n")[0].claims
    assert (claim.claim, claim.tags) == (value, (value,))


def test_numbers_are_german() -> None:
    text = "claims:\n- claim: x\n  figures: [{text: etwa 10.000}, {text: viele, min: 1.500, max: '1,5 Millionen'}]\n"
    one, two = load(text)[0].claims[0].figures
    assert (one.value, one.near, one.far) == (10_000, (9_000, 11_000), (7_000, 13_000))
    assert (two.value, two.near, two.far) == (None, (1_500, 1_500_000), (1_500, 1_500_000))


def test_a_claim_without_an_id_gets_the_one_that_it_will_have() -> None:
    (claim,) = load("claims:\n- claim: x\n  actor: Jörg Groß\n")[0].claims
    assert claim.id.startswith("gross-")


def test_lines_and_what_an_article_lends() -> None:
    ledger, _ = load(
        "claims:\n\n# c\n- # d\n  id: a\n  quote: x … y\n  at: [3-4, 7-8]\n  article: z\n"
        "articles:\n- {id: z, published: 2024-10}\n"
    )
    (claim,) = ledger.claims
    assert ledger.place("a") == "c.yaml:5"
    assert claim.reported == "2024-10"
    assert claim.quote is not None
    assert (claim.quote.text, claim.quote.spans) == ("x y", ((3, 4), (7, 8)))


HINTS = {
    "a field": ("- claim: x\n  stanc: denies\n", "did you mean “stance”?"),
    "a word": ("- claim: x\n  stance: denys\n", "did you mean “denies”? one of: asserts, confirms"),
    "a word without likeness": ("- claim: x\n  status: qqq\n", "one of: new, accepted, rejected"),
    "a field without likeness": ("- claim: x\n  qqq: y\n", "a claim has: id, actor, via"),
    "an inner field": ("- claim: x\n  read: {ruel: y}\n", "did you mean “rule”?"),
}


@pytest.mark.parametrize("case", HINTS)
def test_hints(case: str) -> None:
    text, hint = HINTS[case]
    book = open_book("c.yaml", [read(f"claims:\n{text}")])
    assert str(book.problems[0].hint).startswith(hint)


def test_a_problem_is_shown_with_its_line_and_a_caret() -> None:
    (problem,) = open_book("c.yaml", [read("claims:\n- claim: x\n  stance: sagt # ?\n")]).problems
    assert show_problem(problem).split("\n") == [
        "claims.yaml:3:11: “sagt” is not a stance",
        "    stance: sagt # ?",
        "            ^",
        "  one of: asserts, confirms, announces, accuses, warns, demands, denies, doubts, withholds",
    ]


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 200 + "\t!" + "y" * 200
    shown = show_problem(Problem("c.yaml", 1, 202, "here", source=line)).split("\n")
    assert len(shown[1]) < 110
    assert shown[1][shown[2].index("^")] == "!"
    assert "\t" not in shown[1]


@pytest.mark.parametrize("case", CLAIMS)
def test_without_libyaml_the_same_is_refused(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlparser, "Parser", yaml.BaseLoader)
    broken, problems = CLAIMS[case]
    ledger, found = load(f"claims:\n{GOOD}{broken}{GOOD.replace('good', 'too')}")
    assert [claim.id for claim in ledger.claims] == ["good", "too"]
    assert [one.split(":")[0] for one in found] == [
        _down(problem, 3).split(":")[0] for problem in problems
    ]


def test_the_doors_import_nothing_heavy() -> None:
    code = (
        "import sys, claimtrack.ledger, claimtrack.ids\n"
        "print([m for m in ('yaml', 'pydantic', 'rich', 'typer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


HURT = {
    "a NUL": "  claim: \x00\n",
    "no UTF-8": "  claim: \udce4\n",
    "3 000 levels": f"  note: {DEEP}\n",
    "a bomb": "  note: &a [x]\n  tags: [*a, *a]\n",
    "no YAML": "  claim: x: y\n",
}


@pytest.mark.parametrize("second", HURT)
@pytest.mark.parametrize("first", HURT)
def test_two_wounds_leave_the_other_claims_alone(first: str, second: str) -> None:
    text = f"claims:\n- id: a\n{HURT[first]}{GOOD}- id: b\n{HURT[second]}rulings: []\n"
    found, problems = load(text)
    assert [claim.id for claim in found.claims] == ["good"]
    assert found.aside == 2
    assert len(problems) >= 2
