"""Ids, stamps and traces."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.ids import ALPHABET, article_id, ascii_fold, claim_id, stamp, trace
from claimtrack.model import Claim, Figure, Interval, Mention, Reading, Span

NAMES = {
    "Anna Weber": "weber",
    "Jörg Groß": "gross",
    "Łukasz Żółć": "zolc",
    "Benedikt XVI.": "benedikt",
    "Kurt Vogel jr.": "vogel",
    "Kim Jong-un": "jong-un",
    "Sprecher des Auswärtigen Amtes": "amtes",
    "Verteidigungsministerium (Estland)": "verteidigungsministerium",
    "NATO": "nato",
    "G7": "g7",
    "Donaudampfschifffahrtsgesellschaft": "donaudampfschifffahrtsge",
    "Владимир": "claim",
    "…": "claim",
    "": "claim",
    None: "claim",
}


@pytest.mark.parametrize("actor", NAMES)
def test_an_id_starts_with_a_name(actor: str | None) -> None:
    name, _, code = claim_id(actor, "a", "words", ()).rpartition("-")
    assert name == NAMES[actor]
    assert len(code) == 6
    assert set(code) <= set(ALPHABET)


def test_a_clash_makes_it_longer() -> None:
    short = claim_id("X", "a", "w", ())
    longer = claim_id("X", "a", "w", {short})
    assert longer.startswith(short)
    assert len(longer) == len(short) + 1
    assert claim_id("X", "b", "w", ()) != short != claim_id("X", "a", "v", ())


@pytest.mark.parametrize(
    ("name", "ident"),
    [("Die Lage: Öl & Gas", "die-lage-oel-gas"), ("a_b.c", "a-b-c"), ("…", "article")],
)
def test_article_id(name: str, ident: str) -> None:
    assert article_id(name) == ident


@settings(derandomize=True)
@given(st.text())
def test_folding_leaves_ascii(text: str) -> None:
    assert ascii_fold(text).isascii()


CLAIM = Claim(
    "a",
    actors=("A",),
    quote=Mention("x y", (Span(1, 4),)),
    figures=(Figure("300", "B", "sent"),),
    read=Reading("r", 0.5, "s"),
)
UNSEEN = [
    {"id": "b"},
    {"note": "n"},
    {"status": "accepted"},
    {"tags": ("t",)},
    {"topic": "t"},
    {"reported": "2024"},
    {"read": None},
    {"quote": Mention("x \n y", (Span(9, 12),))},
    {"figures": (Figure("300", "B", "sent", 300.0, Interval(1, 2)),)},
]
SEEN = [
    {"actors": ("A", "B")},
    {"via": ("A",)},
    {"stance": "denies"},
    {"hedge": "wohl"},
    {"said": "2024"},
    {"quote": Mention("x z", (Span(1, 4),))},
    {"quote": None},
    {"answers": ("b",)},
    {"figures": ()},
    {"figures": (Figure("300", "B", "sent", scope=("in Köln",)),)},
    {"figures": (Figure("300", "B", "sent", high=400.0),)},
]


@pytest.mark.parametrize("fields", UNSEEN)
def test_a_stamp_does_not_see(fields: dict[str, object]) -> None:
    assert stamp(replace(CLAIM, **fields)) == stamp(CLAIM)  # type: ignore[arg-type]


@pytest.mark.parametrize("fields", SEEN)
def test_a_stamp_sees(fields: dict[str, object]) -> None:
    assert stamp(replace(CLAIM, **fields)) != stamp(CLAIM)  # type: ignore[arg-type]


def test_a_trace_is_of_the_words_alone() -> None:
    assert trace("x  y\n") == trace("x y") != trace("x z")
    assert len(trace("")) == 6
