"""Pairs of claims on many kinds of events, and what their comparison comes to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimtrack.conflicts import find, why
from claimtrack.german.numbers import read_figure_text
from claimtrack.model import Claim, Figure, Ledger, Source
from tests.conflicts.building import claim, ledger

CASE_FILES = Path(__file__).parents[1] / "cases"
CASES = yaml.safe_load((CASE_FILES / "conflicts.yaml").read_text("utf-8"))


def figure(words: str, what: str | None, state: str | None) -> Figure:
    read = read_figure_text(words)
    assert read, words
    return Figure(words, what, state, read.value, read.near, read.far)


def side(name: str, case: dict[str, Any]) -> Claim:
    told = dict(case[name])
    figures = [figure(*told.pop("figure"))] if "figure" in told else []
    told["kind"] = told.pop("read_as", None)
    told["said"] = str(told["said"])
    article = "a" if case.get("one_article") else name
    told.setdefault("at", 0 if name == "a" else len(case["a"]["words"]) + 2)
    topic = case.get("topic")
    return claim(
        name, told.pop("actor"), told.pop("words"), *figures, article=article, topic=topic, **told
    )


def sources(case: dict[str, Any]) -> tuple[Source, ...]:
    titles = {"a": case["title"], "b": case.get("b_title", case["title"])}
    return tuple(
        Source(name, title=title, published=str(case[name]["said"]))
        for name, title in titles.items()
    )


def pair(case: dict[str, Any]) -> Ledger:
    return ledger(side("a", case), side("b", case), sources=sources(case))


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{at}-{case['event']}" for at, case in enumerate(CASES)]
)
def test_pair(case: dict[str, Any]) -> None:
    held = pair(case)
    found = find(held)
    told = [(one.kind, one.verdict) for one in found]
    if case["verdict"] == "none":
        assert told == []
        reasons = " | ".join(why(held, "a", "b").reasons)
    else:
        assert told == [(case.get("kind", "figure"), case["verdict"])]
        reasons = found[0].reason
    assert case.get("why", "") in reasons
