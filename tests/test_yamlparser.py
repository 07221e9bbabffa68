"""Too deep is told in our words, at one place, whichever parser reads and wherever it gives up."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimtrack import yamlparser
from claimtrack.article import read
from claimtrack.ledger.yaml.parse import Trouble, compose
from claimtrack.yamlparser import DEPTH, TOO_DEEP

PARSERS = [yaml.BaseLoader, *([yaml.CBaseLoader] if yaml.__with_libyaml__ else [])]
SHAPES = {
    "brackets": ("[", "]", 1),
    "brackets on lines": ("[\n", "]", 2),
    "braces": ("{a: ", "}", 4),
    "braces around brackets": ("[{a: ", "}]", 5),
    "dashes": ("- ", "", 2),
    "question marks": ("? ", "", 2),
}
"""What opens a level or two, what closes it, and its length."""


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__, autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlparser, "Parser", request.param)


def deep(shape: str, levels: int, closed: bool = True) -> str:
    opens, closes, _ = SHAPES[shape]
    times = levels // (2 if shape == "braces around brackets" else 1)
    return opens * times + "x" + closes * times * closed


def troubles(text: str) -> list[Trouble]:
    return [trouble for trouble in compose(text).troubles if trouble.code in ("depth", "syntax")]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_ledger_may_be_as_deep_as_the_limit(shape: str) -> None:
    assert troubles(deep(shape, DEPTH)) == []


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("levels", [DEPTH + 1, 998, 999, 1000, 1001, 1002, 3000])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_deeper_ledger_is_refused_at_its_first_level_too_many(
    shape: str, levels: int, closed: bool
) -> None:
    around = DEPTH // 2 if shape == "braces around brackets" else DEPTH
    at = around * SHAPES[shape][2] + (shape == "braces around brackets")
    levels += levels % 2  # two at a time, or one
    assert troubles(deep(shape, levels, closed)) == [Trouble(at, TOO_DEEP, "depth")]


@pytest.mark.parametrize("text", ["[" * (DEPTH - 1) + "'x", "a: [x\nb: ]", "a: b: c", "\ta: b"])
def test_what_is_no_yaml_is_not_called_deep(text: str) -> None:
    assert [trouble.code for trouble in troubles(text)] == ["syntax"]


@pytest.mark.parametrize(
    ("levels", "problem"),
    [
        (1, None),
        (DEPTH - 1, None),
        (DEPTH, f"front matter: {TOO_DEEP}"),
        (1001, f"front matter: {TOO_DEEP}"),
        (3000, f"front matter: {TOO_DEEP}"),
    ],
)
def test_front_matter_has_the_same_limit(tmp_path: Path, levels: int, problem: str | None) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: A\nx: {deep('brackets', levels)}\n---\nDer Rat tagt.\n")
    articles, problems = read(path)
    told = [(found.line, found.message) for found in problems]
    assert told == ([(3, problem)] if problem else [])
    assert [article.title for article in articles] == ([] if problem else ["A"])
