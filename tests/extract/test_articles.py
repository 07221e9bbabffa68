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
    match key:
        case "actor":
            return want in claim.actors if want != "-" else not claim.actors
        case "words":
            return claim.words.rstrip(".") == want.rstrip(".")
        case "holds":
            return want in claim.words
        case "figure":
            return want in figures
        case "no_figure":
            return all(not figure.startswith(want) for figure in figures)
    return bool(getattr(claim, key) == want)


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
