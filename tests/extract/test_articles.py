"""Little articles: what is a claim and what is none; tables in ``tests/cases/extraction``."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claimtrack.extract import extract
from claimtrack.model import Article, Claim, Figure
from tests.extract.test_ways import rows

PUBLISHED = "2024-05-08"


def read(text: str) -> list[Claim]:
    article = Article("text", text.replace("¶", "\n"), published=PUBLISHED)
    return [claim for claim in extract(article) if claim.within is None]


def _figure(figure: Figure) -> str:
    return "|".join((figure.text, figure.what or "-", figure.state))


def has(claim: Claim, key: str, want: str) -> bool:
    """Whether a claim has what a cell of the table asks for."""
    figures = [_figure(figure) for figure in claim.figures]
    scopes = [scope for figure in claim.figures for scope in figure.scope]
    checks = {
        "actor": want in claim.actors if want != "-" else not claim.actors,
        "no_actor": want not in claim.actors,
        "via": want in claim.via,
        "words": claim.words.rstrip(".") == want.rstrip("."),
        "holds": want in claim.words,
        "figure": want in figures,
        "no_figure": all(not figure.startswith(want) for figure in figures),
        "scope": want in scopes,
        "no_scope": want not in scopes,
    }
    return checks[key] if key in checks else bool(getattr(claim, key) == want)


def _answers(claim: Claim, claims: Sequence[Claim], want: str) -> bool:
    """Whether the claim that a claim speaks to first has certain words; "-": it speaks to none."""
    answered = [one.words for one in claims if one.id in claim.answers[:1]]
    return not answered if want == "-" else any(want in words for words in answered)


def unmet(claims: Sequence[Claim], expected: str) -> list[str]:
    """What a cell of the table expects and the claims do not have."""
    return [part for part in expected.split("; ") if not _meets(claims, part)]


def _meets(claims: Sequence[Claim], part: str) -> bool:
    if part == "none":
        return not claims
    key, _, want = part.partition("=")
    if key == "count":
        return len(claims) == int(want)
    place, _, key = key.rpartition(" ")
    asked = {"": claims, "first": claims[:1], "last": claims[-1:]}[place]
    if key == "answers":
        return any(_answers(claim, claims, want) for claim in asked)
    if key.startswith("no_"):
        return bool(asked) and all(has(claim, key, want) for claim in asked)
    return any(has(claim, key, want) for claim in asked)


@pytest.mark.parametrize(("what", "expected", "text"), rows("articles"))
def test_what_is_a_claim(what: str, expected: str, text: str) -> None:
    claims = read(text)
    assert unmet(claims, expected) == [], [(claim.actors, claim.words) for claim in claims]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(expected, text, marks=pytest.mark.xfail(reason=what, strict=True))
        for what, expected, text in rows("articles_failing")
    ],
)
def test_known_failures(expected: str, text: str) -> None:
    assert unmet(read(text), expected) == []
