"""The JSON Schema and the program take the same ledgers, as an editor reads them (YAML 1.2)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from claimtrack import ledger
from tests.ledger.readings import book, ingested

ROOT = Path(__file__).parents[3]


class _Editor(yaml.SafeLoader):
    """YAML 1.2: a date and ``on`` are text."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, words) for tag, words in found if not tag.endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), ["t", "f"])


def underlined(text: str) -> bool:
    data: Any = yaml.load(text, _Editor)
    return not Draft202012Validator(ledger.schema()).is_valid(data)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(ledger.schema())


@pytest.mark.parametrize(
    "text", [(ROOT / "data" / "claims.yaml").read_text(encoding="utf-8"), ingested()]
)
def test_what_the_program_writes(text: str) -> None:
    assert not underlined(text)


GOOD = (
    "{claim: Hand, actor: , said: 2024, about: 2024-10, tags: eins, topic: 5, note: 12}",
    "{id: 2024, claim: true, actor: [A, B], via: A, status: , figures: , credibility: 3}",
    "{claim: x, at: 4-9, figures: [{text: 300, what: Leute, min: 1.000, max: '2.000'}]}",
    "{claim: x, at: '4-9, 12-20', read: {rule: x, score: 1, as: 123456, speaker: 1–3}}",
    "{quote: x, at: [4-9, 12-20], read: {rule: x, score: '0.9', as: 1e2345}}",
)

BAD = (
    "{id: a}",
    "{claim: x, stance: sagt}",
    "{claim: x, stanc: denies}",
    "{claim: x, at: vorn}",
    "{claim: x, credibility: 7}",
    "{claim: [x]}",
    "{claim: x, figures: [{what: Leute}]}",
    "{claim: x, read: {regel: y}}",
    "x",
)


@pytest.mark.parametrize("claim", GOOD)
def test_what_both_take(claim: str) -> None:
    text = f"version: 1\nclaims:\n- {claim}\n"
    assert not book(text).problems
    assert not underlined(text)


@pytest.mark.parametrize("claim", BAD)
def test_what_neither_takes(claim: str) -> None:
    text = f"claims:\n- {claim}\n"
    assert book(text).problems
    assert underlined(text)


@pytest.mark.parametrize(
    ("line", "good"),
    [
        ("rulings: [{claims: [a, b], verdict: update, on: 2024-10-10, as: 123456 99e999}]", True),
        ("rulings: [{claims: [a], verdict: update}]", False),
        ("rulings: [{claims: [a, b], verdict: maybe}]", False),
        ("articles: [{id: 7, published: 2024, url: , wrote: [a, b], reliability: B}]", True),
        ("articles: [{id: a, reliability: G}]", False),
        ("topics: [{name: 5, words: x}]", True),
        ("extra: 1", False),
        ("version: 2", False),
    ],
)
def test_other_sections(line: str, good: bool) -> None:
    assert bool(book(f"{line}\n").problems) is not good
    assert underlined(f"{line}\n") is not good
