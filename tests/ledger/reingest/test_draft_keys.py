"""By what a draft out of a table is recognised among the claims of a ledger."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.ledger.reingest.draft_keys import (
    cut_at_gaps,
    keys_of_claim,
    keys_of_draft,
    plain,
    same_figures,
    words_of_draft,
)
from claimtrack.model import Claim, Mention, Span

QUOTED = Claim("a", article="z", quote=Mention("Es regne", (Span(0, 8),)))
PUT = Claim("b", article="z", actors=("A", "B"), claim="Es  regnet")

KEYS: list[tuple[Claim, dict[str, Any]]] = [
    (QUOTED, {"id": "a"}),
    (QUOTED, {"article": "z", "at": "0-8"}),
    (QUOTED, {"article": "z", "at": ["0-8"]}),
    (PUT, {"article": "z", "actor": ["A", "B"], "claim": "Es regnet"}),
    (Claim("c", actors=("A",), claim="x"), {"actor": "A", "claim": " x"}),
]
OTHERS: list[tuple[Claim, dict[str, Any]]] = [
    (QUOTED, {"id": "b"}),
    (QUOTED, {"article": "y", "at": "0-8"}),
    (QUOTED, {"article": "z", "at": "0-9"}),
    (QUOTED, {"article": "z"}),
    (PUT, {"article": "z", "actor": ["A"], "claim": "Es regnet"}),
    (PUT, {"article": "z", "actor": ["A", "B"], "claim": "Es schneit"}),
    (Claim("c"), {"claim": ""}),
]


def is_recognised(claim: Claim, fields: dict[str, Any]) -> bool:
    return bool({*keys_of_claim(claim)} & {*keys_of_draft(fields)})


@pytest.mark.parametrize(("claim", "fields"), KEYS)
def test_the_same_claim(claim: Claim, fields: dict[str, Any]) -> None:
    assert is_recognised(claim, fields)


@pytest.mark.parametrize(("claim", "fields"), OTHERS)
def test_another_claim(claim: Claim, fields: dict[str, Any]) -> None:
    assert not is_recognised(claim, fields)


def test_words() -> None:
    assert words_of_draft({"quote": "a … b", "claim": "c"}) == "a b"
    assert words_of_draft({"claim": "c"}) == "c"
    assert words_of_draft({}) == ""
    assert (QUOTED.quoted, PUT.quoted) == ("Es regne", "Es  regnet")
    assert plain("a … b   c") == "a b c"


@pytest.mark.parametrize(
    ("quote", "at", "cut"),
    [
        ("Es regne Nein", ["0-8", "22-26"], "Es regne … Nein"),
        ("Es regne … Nein", ["0-8", "22-26"], "Es regne … Nein"),
        ("Es regne Neinx", ["0-8", "22-26"], "Es regne Neinx"),
        ("Es regne", ["0-8"], "Es regne"),
        ("Es regne", ["x"], "Es regne"),
        ("Es regne", ["0-x"], "Es regne"),
    ],
)
def test_a_quotation_in_pieces(quote: str, at: list[str], cut: str) -> None:
    assert cut_at_gaps({"quote": quote, "at": at}) == cut


OLD = [
    {"text": "3", "what": "Tote", "state": "killed"},
    {"text": "4", "what": "Gäste", "state": "attending"},
]
FIGURES: list[tuple[list[dict[str, str]], bool]] = [
    (OLD, True),
    ([{"text": "3"}, {"text": "4"}], True),
    ([{"text": "3", "state": "other"}, {"text": "4", "what": "Gäste"}], True),
    ([{"text": "3"}], False),
    ([{"text": "3"}, {"text": "5"}], False),
    ([{"text": "3", "what": "Gäste"}, {"text": "4"}], False),
    ([{"text": "3", "state": "wounded"}, {"text": "4"}], False),
    ([{"text": "4"}, {"text": "3"}], False),
]


@pytest.mark.parametrize(("new", "same"), FIGURES)
def test_figures_of_the_same_words(new: list[dict[str, str]], same: bool) -> None:
    old, other = (
        ClaimEntry.model_validate({"claim": "x", "figures": figures}) for figures in (OLD, new)
    )
    assert same_figures("figures", other, old) == same
    assert not same_figures("tags", other, old)
