"""Passages read whole: who denies what, who puts which number, what narrows a number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimtrack.extract import extract
from claimtrack.model import Article, Claim, Figure

CASES = Path(__file__).parents[1] / "cases" / "reading"


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{name}{number}") for number, case in enumerate(found)]


def read(text: str) -> list[Claim]:
    claims = extract(Article("a", text, published="2024-10-28"))
    return [claim for claim in claims if claim.within is None]


def words(claim: Claim) -> str:
    return claim.quote.text if claim.quote else ""


def fits(claim: Claim, want: dict[str, Any], claims: list[Claim]) -> bool:
    """Whether a claim is what is wanted."""
    if "who" in want and not any(name.endswith(want["who"]) for name in claim.actors):
        return False
    if want.get("stance", claim.stance) != claim.stance:
        return False
    if want.get("words", "") not in words(claim):
        return False
    if "answers" not in want:
        return True
    answered = [words(one) for one in claims if one.id in claim.answers[:1]]
    return (
        answered == [] if want["answers"] is None else any(want["answers"] in w for w in answered)
    )


def shown(claims: list[Claim]) -> str:
    by_id = {claim.id: words(claim) for claim in claims}
    return "\n".join(
        f"{c.actors} {c.stance} {words(c)!r} → {[by_id.get(i) for i in c.answers]}"
        f" {[(f.text, f.what, f.state, f.scope) for f in c.figures]}"
        for c in claims
    )


@pytest.mark.parametrize("case", cases("answers") + cases("second") + cases("contrary"))
def test_denials_and_what_they_answer(case: dict[str, Any]) -> None:
    claims = read(case["text"])
    missing = [w for w in case["claims"] if not any(fits(one, w, claims) for one in claims)]
    wrong = [w for w in case.get("not", ()) if any(fits(one, w, claims) for one in claims)]
    assert not missing and not wrong, f"{case['text']}\n{shown(claims)}"


@pytest.mark.parametrize("case", cases("numbers") + cases("second_numbers") + cases("told_numbers"))
def test_numbers_and_who_puts_them(case: dict[str, Any]) -> None:
    claims = read(case["text"])
    found = [
        (name, figure) for claim in claims for name in claim.actors for figure in claim.figures
    ]
    assert not (claims and case.get("none")), shown(claims)
    for who, text, what in case["figures"]:
        assert any(
            name.endswith(who) and text in figure.text and what in (figure.what or "")
            for name, figure in found
        ), f"{case['text']}\n{shown(claims)}"


@pytest.mark.parametrize("case", cases("scopes"))
def test_what_narrows_a_figure(case: dict[str, Any]) -> None:
    claims = read(case["text"])
    figures: list[Figure] = [figure for claim in claims for figure in claim.figures]
    for text, scope in case["scopes"].items():
        told = [figure.scope for figure in figures if text in figure.text]
        assert told == [tuple(scope)], f"{case['text']}\n{shown(claims)}"
