"""Ways of reporting; the tables are ``tests/cases/extraction/*.tsv``."""

from pathlib import Path
from typing import NamedTuple

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article, Claim, Mention, Span

TABLES = Path(__file__).parents[1] / "cases" / "extraction"


class Case(NamedTuple):
    """A text with one claim marked in it: what is expected of that claim."""

    way: str
    kind: str
    stance: str
    actor: str
    text: str


def rows(name: str) -> list[list[str]]:
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def unmarked(text: str) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """A text without its marks, the spans in [brackets] and those in {braces}; ¶ is a new line."""
    body = ""
    opened: dict[str, int] = {}
    found: dict[str, list[Span]] = {"[": [], "{": []}
    for char in text:
        if char in "[{":
            opened[char] = len(body)
        elif char in "]}":
            begin = "[" if char == "]" else "{"
            found[begin].append(Span(opened[begin], len(body)))
        else:
            body += "\n" if char == "¶" else char
    return body, tuple(found["["]), tuple(found["{"])


def claims(body: str) -> list[Claim]:
    return [claim for claim in extract(Article("text", body)) if claim.within is None]


def spans(mention: Mention | None) -> tuple[Span, ...]:
    return mention.spans if mention else ()


def check(case: Case) -> None:
    body, words, speaker = unmarked(case.text)
    touching = [
        claim
        for claim in claims(body)
        if any(a.start < b.end and b.start < a.end for a in spans(claim.quote) for b in words)
    ]
    assert [spans(claim.quote) for claim in touching] == [words]
    claim = touching[0]
    assert (claim.kind, claim.stance) == (case.kind, case.stance)
    assert spans(claim.speaker) == speaker
    if case.actor != "?":
        assert (claim.actor or "-") == case.actor


@pytest.mark.parametrize("case", [Case(*row) for row in rows("wild")], ids=lambda case: case.way)
def test_the_claim_is_read(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(("what", "text"), rows("negative"))
def test_nobody_says_anything(what: str, text: str) -> None:
    assert [claim.words for claim in claims(text)] == [], what


@pytest.mark.parametrize(
    ("way", "kind", "stance", "actor", "text"),
    [
        pytest.param(
            way, kind, stance, actor, text, marks=pytest.mark.xfail(reason=why, strict=True)
        )
        for way, kind, stance, actor, why, text in rows("failures")
    ],
)
def test_known_failures(way: str, kind: str, stance: str, actor: str, text: str) -> None:
    if kind == "none":
        assert [claim.words for claim in claims(text)] == []
    else:
        check(Case(way, kind, stance, actor, text))


def test_no_case_stands_twice() -> None:
    texts = [row[-1] for name in ("wild", "negative", "failures") for row in rows(name)]
    assert len(texts) == len(set(texts)) >= 300


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("Die Lage bleibe „kritisch“, erklärte der Arzt.", ["„kritisch“"]),
        ("Der Wirt sagte, der Ort sei ein „Opfer der Krise“.", ["„Opfer der Krise“"]),
        ("Das Amt teilte mit, es gehe um „Vermeidung“.", ["„Vermeidung“"]),
        ("Der Wirt sagte, die Gruppe „Wut“ sei gekommen.", []),
        ("Der Wirt sagte, er habe den „Kurier“ gelesen.", []),
        ("Der Wirt sagte, es sei „so“.", []),
    ],
)
def test_words_in_marks_inside_a_claim_are_claims_of_their_own(
    text: str, nested: list[str]
) -> None:
    inside = [claim.words for claim in extract(Article("text", text)) if claim.within is not None]
    assert inside == nested
