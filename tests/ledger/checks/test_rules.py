"""What is wrong beyond the format, and what can be mended."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from claimtrack.ids import stamp
from claimtrack.ledger import check
from claimtrack.ledger.checks.checked_ledger import case_of
from claimtrack.ledger.checks.mend import mended
from claimtrack.ledger.format import validation_messages
from claimtrack.ledger.format.validation_messages import did_you_mean
from claimtrack.ledger.index.ledger_index import Index, from_index
from claimtrack.ledger.queries import _problems_of_files
from claimtrack.model import Article, Problem
from tests.laws import examples
from tests.ledger.document.test_fuzz import WOUNDS, wounded
from tests.ledger.readings import book

BODY = "Es regne, sagte Kurt. Nein, es regne nicht, so die Stadt."
ARTICLE = Article("regen", BODY, published="2024-06-03", sha256="aa")
HEAD = "articles:\n- {id: regen, file: regen.txt, published: 2024-06-03, sha256: aa}\nclaims:\n"


def read(path: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    if path.name == "regen.txt":
        return (ARTICLE,), ()
    return (), (Problem(str(path), 0, 0, "no such file"),)


def found(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "claims.yaml"
    file.write_text(text, encoding="utf-8")
    return [f"{one.line}:{one.column} {one.severity} {one.message}" for one in check(file, read)]


CASES = {
    "nothing": (HEAD + "- {id: a, quote: Es regne, at: 0-8, article: regen}\n", []),
    "white space": (HEAD + "- {id: a, quote: 'Es  regne', at: 0-8, article: regen}\n", []),
    "by hand, without a place": (HEAD + "- {id: a, quote: Es regne, article: regen}\n", []),
    "a place of other words": (
        HEAD + "- {id: a, quote: Es regne, at: 0-9, article: regen}\n",
        ["4:32 error the quotation is elsewhere in the article"],
    ),
    "words that are not there": (
        HEAD + "- {id: a, quote: Es schneie, at: 0-8, article: regen}\n",
        ["4:18 error the article “regen” does not have these words"],
    ),
    "two claims with one id": (
        "claims:\n- id: a\n  claim: x\n- claim: y\n  id: a\n",
        ["5:7 error a second claim “a”; the first is {}:2"],
    ),
    "no id": ("claims:\n- claim: x\n", ["2:3 warning no id"]),
    "no such article": (
        HEAD + "- {id: a, claim: x, article: regne}\n",
        ["4:30 error no article “regne”"],
    ),
    "a misspelt actor": (
        "actors:\n- name: Kurt Kaminski\nclaims:\n- {id: a, claim: x, actor: Kurt Kaminsky}\n",
        ["4:28 warning no actor “Kurt Kaminsky” is listed"],
    ),
    "a ruling on nothing": (
        "claims:\n- {id: a, claim: x}\nrulings:\n- {claims: [a, b], verdict: update}\n",
        ["4:16 error no claim “b”"],
    ),
    "an old ruling": (
        "claims:\n- {id: a, quote: x}\n- {id: b, quote: y}\nrulings:\n"
        "- {claims: [a, b], verdict: update, as: 000000 %s}\n",
        ["5:13 warning “a” has changed since this was decided"],
    ),
    "another date": (
        HEAD.replace("2024-06-03", "2024-06-04"),
        ["2:43 warning published 2024-06-04, but the file says 2024-06-03"],
    ),
    "another text": (
        HEAD.replace("sha256: aa", "sha256: bb"),
        ["2:63 warning the text of regen.txt has changed"],
    ),
    "no such file": (
        "articles:\n- {id: x, file: weg.txt}\n",
        ["2:17 warning weg.txt: no such file"],
    ),
    "no such state": (
        "claims:\n- {id: a, claim: x, figures: [{text: zwei, state: kiled}]}\n",
        ["2:51 error “kiled” is not a state"],
    ),
    "bounds the wrong way round": (
        "claims:\n- {id: a, claim: x, figures: [{text: viele, min: 500, max: 300}]}\n"
        "- {id: b, claim: x, figures: [{text: 5, max: 4, min: 4}]}\n",
        ["2:60 error “300”: the upper bound is below the lower one, “min”"],
    ),
    "one bound where the words have two": (
        "claims:\n- id: a\n  claim: x\n  figures:\n"
        "  - {text: rund 300, min: 200}\n  - {text: über 300, max: 500}\n"
        "  - {text: rund 300, min: 200, max: 400}\n",
        [
            "5:27 warning “min” without “max”: no upper bound",
            "6:27 warning “max” without “min”: no lower bound",
        ],
    ),
    "one bound where the words have no other": (
        "claims:\n- id: a\n  claim: x\n  figures:\n  - {text: viele, min: 200}\n"
        "  - {text: viele, max: 400}\n  - {text: mindestens 300, min: 200}\n"
        "  - {text: über 300, min: 250}\n  - {text: bis zu 300, max: 400}\n",
        ["5:24 warning “min” without “max”: no upper bound"],
    ),
    "names with an edge that nobody sees": (
        "claims:\n- {id: a, claim: x, actor: [B, \xa0A], tags: [x\u200b], topic: \u202fT}\n"
        "actors:\n- name: A\u200e\n",
        [
            "2:32 warning U+00A0 (no-break space) at the edge of a name",
            "2:44 warning U+200B (zero width space) at the edge of a name",
            "2:56 warning U+202F (narrow no-break space) at the edge of a name",
            "4:9 warning U+200E (left-to-right mark) at the edge of a name",
        ],
    ),
    "a broken claim is still one": (
        "claims:\n- {id: a, claim: x, stance: sagt}\n- {id: b, claim: y}\n- {id: a, claim: z}\n"
        "rulings:\n- {claims: [a, b], verdict: update}\n",
        ["2:29 error “sagt” is not a stance", "4:8 error a second claim “a”; the first is {}:2"],
    ),
    "its words are held against their article": (
        HEAD + "- {id: a, quote: Es schneie, said: gestern, at: 0-8, article: regen}\n",
        [
            "4:18 error the article “regen” does not have these words",
            "4:36 error “gestern”: not an EDTF date such as 2024-10-14, 2024-10, ../2024-10-25",
        ],
    ),
    "a field that stands twice hides none of the others": (
        "claims:\n- {id: a, claim: x, note: a, note: b, figures: [{text: viele}], stanc: c}\n",
        [
            "2:30 error “note” occurs twice here",
            "2:56 warning no number in “viele”",
            "2:65 error unknown field “stanc”",
        ],
    ),
    "the claims of a broken article have one": (
        HEAD.replace("2024-06-03", "3.6.") + "- {id: a, claim: x, article: regen}\n",
        ["2:43 error “3.6.”: not an EDTF date such as 2024-10-14, 2024-10, ../2024-10-25"],
    ),
    "a claim that is no YAML can be ruled on": (
        "claims:\n- {id: a, claim: x}\n- id: b\n  claim: x: y\n"
        "rulings:\n- {claims: [a, b], verdict: update}\n",
        ["4:11 error a second “: ” on the line"],
    ),
    "a ruling on one": (
        "claims:\n- {id: a, claim: x}\nrulings:\n- {claims: [a], verdict: update}\n",
        ["4:12 error claims: expected two ids"],
    ),
    "no number": (
        "claims:\n- {id: a, claim: x, figures: [{text: viele}]}\n",
        ["2:38 warning no number in “viele”"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_check(case: str, tmp_path: Path) -> None:
    text, problems = CASES[case]
    if "%s" in text:
        text %= stamp(book("claims:\n- {id: b, quote: y}\n").ledger.claims[0])
    assert found(tmp_path, text) == [one.format(tmp_path / "claims.yaml") for one in problems]


@pytest.mark.parametrize(
    ("quote", "at", "codes"),
    [
        ("Es regne … so die Stadt.", "[0-8, 44-57]", []),
        ("Es regne … so die Stadt.", "[0-8, 44-58]", ["moved"]),
        ("Es regne … so die Stadt.", "[1-8, 44-57]", ["moved"]),
        ("Es regne … so das Dorf.", "[0-8, 44-57]", ["misquoted"]),
        ("so die Stadt.", "44-58", ["moved"]),
    ],
)
def test_words_in_pieces(tmp_path: Path, quote: str, at: str, codes: list[str]) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(f"{HEAD}- {{id: a, quote: {quote}, at: {at}, article: regen}}\n")
    for path in (file, file.parent):
        assert [one.code for one in check(path, read)] == codes
    assert [one.code for one in _problems_of_files(file, read)] == codes


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_articles_are_sought_beside_the_ledger(tmp_path: Path, kind: str) -> None:
    asked: list[Path] = []

    def watched(path: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
        asked.append(path)
        return read(path)

    file = tmp_path / "claims.yaml"
    file.write_text(HEAD + "- {id: a, quote: Es regne, article: regen}\n", encoding="utf-8")
    assert check(file if kind == "file" else tmp_path, watched) == ()
    assert asked == [tmp_path / "regen.txt"]


def test_states_that_are_near_and_all_there_are(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    figure = "- {{id: {}, claim: x, figures: [{{text: zwei, state: {}}}]}}\n"
    file.write_text("claims:\n" + figure.format("a", "kiled") + figure.format("b", "xyz"))
    near, far = (one.hint or "" for one in check(file, read))
    assert near.startswith("did you mean “killed”? one of: ")
    assert far.startswith("one of: ")
    assert near.endswith(far)


EVENTS = """articles:
- {id: a, title: A}
- {id: b, title: B}
- {id: c, title: C, published: 3.6.}
claims: []
events:
"""
OF_EVENTS = {
    "an article each": ("- {name: E, articles: [a], apart: [b]}\n- {name: F, articles: [b]}\n", []),
    "the same article twice": ("- {name: E, articles: [a, a]}\n", []),
    "an article of two events": (
        "- {name: E, articles: [a, b]}\n- {name: F, articles: [b]}\n",
        ["8:24 two-events “b” reports “E” already"],
    ),
    "an article that is apart from its event": (
        "- {name: E, articles: [a], apart: [b, a]}\n",
        ["7:39 two-events “a” reports “E” already"],
    ),
    "an unknown article": (
        "- {name: E, articles: [a, d], apart: [bb]}\n",
        ["7:27 unknown-article no article “d”", "7:39 unknown-article no article “bb”"],
    ),
    "an article whose entry is broken": ("- {name: E, articles: [c], apart: [c2]}\n", [
        "7:36 unknown-article no article “c2”",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("case", OF_EVENTS)
def test_articles_of_events(tmp_path: Path, case: str) -> None:
    text, told = OF_EVENTS[case]
    file = tmp_path / "claims.yaml"
    file.write_text(EVENTS + text, encoding="utf-8")
    problems = [one for one in check(file, read) if one.line > 4]
    assert [f"{one.line}:{one.column} {one.code} {one.message}" for one in problems] == told


def test_answers_of_claims(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(
        "claims:\n- {id: a, claim: x, answers: [b, a, bb]}\n- {id: b, claim: y}\n"
        "- {id: c, claim: z, stance: sagt, answers: [d]}\n- {id: d, claim: z, answers: [c]}\n"
    )
    told = [f"{one.line}:{one.column} {one.code}" for one in check(file, read)]
    assert told == ["2:34 own-answer", "2:37 unknown-answer", "4:29 word"]


def test_the_place_where_it_stands_now_is_told(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(HEAD + "- {id: a, quote: es regne nicht, at: 0-14, article: regen}\n")
    assert [one.hint for one in check(file, read)] == ["at: 28-42"]


MENDED = {
    "an id": (
        "claims:\n- claim: x  # c\n  actor: Kurt\n",
        "claims:\n- id: kurt-f3ykf4\n  claim: x  # c\n  actor: Kurt\n",
    ),
    "an id for two": (
        "claims:\n- claim: x\n- claim: x\n",
        "claims:\n- id: claim-f3ykf4\n  claim: x\n- id: claim-f3ykf4k\n  claim: x\n",
    ),
    "a place": (
        HEAD + "- {id: a, quote: es regne nicht, at: 0-14, article: regen}\n",
        HEAD + "- {id: a, quote: es regne nicht, at: 28-42, article: regen}\n",
    ),
    "no place yet": (
        HEAD + "- id: a\n  quote: es regne nicht\n  article: regen\n",
        HEAD + "- id: a\n  quote: es regne nicht\n  article: regen\n  at: 28-42\n",
    ),
    "two places": (HEAD + "- {id: a, quote: regne, at: 0-5, article: regen}\n", None),
    "nothing": (HEAD + "- {id: a, quote: Es regne, at: 0-8, article: regen}\n", None),
    "a ruling": (
        "claims:\n- {id: a, quote: x}\nrulings:\n- {claims: [a, a], verdict: update}\n",
        "claims:\n- {id: a, quote: x}\nrulings:\n"
        "- {claims: [a, a], verdict: update, as: fa4746 fa4746}\n",
    ),
    "a ruling on nothing": ("claims:\nrulings:\n- {claims: [a, b], verdict: update}\n", None),
}


@pytest.mark.parametrize("case", MENDED)
def test_fix(case: str) -> None:
    before, after = MENDED[case]
    result = mended(case_of(book(before), Path("claims.yaml"), read))
    assert [one.text for one in result.documents] == ([] if after is None else [after])
    assert bool(result.remarks) == (after is not None)


TROUBLED = """\
# a comment
version: 1
articles:
- {id: regen, file: regen.txt, published: 2024-06-04, sha256: bb}
- {id: regen, file: gone.txt}
actors:
- {name: Anna Weber}
- {name: Anna Weber}
claims:
- id: a
  quote: es regne nicht
  at: 0-14
  article: regen
# between
- quote: es schneit
  article: regn
  actor: Ana Weber

- {id: a, quote: Es regne … Nein, at: [0-8, 22-26], article: regen}
- id: b
  claim: x
  stance: denys
- id: c
  quote: Es regne … es schneie
  at: [0-8, 28-37]
  article: regen
  figures:
    - {text: viele, state: kild}
rulings:
- {claims: [a, z], verdict: update, as: fa4746 fa4746}
wrong: 1
"""


def told(path: Path) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What the index lets check find, and what the files do."""
    return check(path, read), _problems_of_files(path, read)


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_the_index_finds_what_the_file_shows(tmp_path: Path, breaks: str) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(TROUBLED, encoding="utf-8-sig", newline=breaks)
    assert from_index(file, Index.load)
    by_index, by_file = told(file)
    assert by_index == by_file
    assert {one.code for one in by_index} >= {
        "same-id", "moved", "misquoted", "unknown-article", "no-id", "actor", "no-number", "word",
        "unknown-claim", "stale-ruling", "other-text", "other-date", "unknown-field",
    }  # fmt: skip


def test_a_folder_is_checked(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(TROUBLED, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(TROUBLED.replace("# between", ""), encoding="utf-8")
    by_index, by_file = told(tmp_path)
    assert by_index == by_file
    assert {Path(one.file).name for one in by_index} == {"a.yaml", "b.yaml"}


@settings(
    derandomize=True,
    max_examples=examples(150),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(WOUNDS)
def test_whatever_the_file_holds_the_index_finds_the_same(
    tmp_path: Path, wounds: list[tuple[int, int, str]]
) -> None:
    file = tmp_path / "claims.yaml"
    file.write_bytes(wounded(wounds).encode("utf-8", "surrogatepass"))
    by_index, by_file = told(file)
    assert by_index == by_file


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "- {claim: x, article: regne}\n" * 9,
        "actors:\n- {name: Kurt Kaminski}\nclaims:\n" + "- {claim: x, actor: Kurt Kamin}\n" * 9,
        "claims:\n" + "- {claim: x, answers: [a]}\n" * 9,
        "claims:\n- {id: a, claim: x}\nrulings:\n" + "- {claims: [a, b], verdict: update}\n" * 9,
        "claims:\n" + "- {claim: x, figures: [{text: '9', state: kiled}]}\n" * 9,
    ],
)
def test_what_many_entries_name_is_compared_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    asked: list[str] = []

    def watched(word: str, choices: Iterable[str], alike: float = 0.6) -> str | None:
        asked.append(word)
        return did_you_mean(word, choices, alike)

    monkeypatch.setattr(validation_messages, "did_you_mean", watched)
    assert len(found(tmp_path, text)) >= 9
    assert len(asked) == 1
