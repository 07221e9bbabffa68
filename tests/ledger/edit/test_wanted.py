# ruff: noqa: E501 - the tables are easier to read with a case to a line
"""What a user typed, as what a claim is to hold."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.ledger.edit.wanted import as_typed, with_note, with_tags, without_tags
from claimtrack.ledger.errors import EditError
from claimtrack.ledger.format.entries import ClaimEntry
from claimtrack.model import Figure

ENTRY = ClaimEntry.model_validate(
    {
        "claim": "x",
        "actor": ["Amt", "Stadt"],
        "tags": ["eins"],
        "note": "so",
        "figures": [
            {"text": "40", "what": "Opfer", "min": "30", "max": "50", "scope": ["in Linz"]},
            {"text": "rund 7", "state": "sent"},
        ],
    }
)
FIRST = {"text": "40", "what": "Opfer", "scope": ["in Linz"], "min": "30", "max": "50"}
SECOND = {"text": "rund 7", "state": "sent"}

TYPED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a word": ({"stance": "denies"}, {"stance": "denies"}),
    "nothing": ({"stance": " "}, {"stance": None}),
    "one actor is no list": ({"actor": "Amt"}, {"actor": "Amt"}),
    "two are": ({"actor": "Amt, Stadt"}, {"actor": ["Amt", "Stadt"]}),
    "one via is a list": ({"via": "dpa"}, {"via": ["dpa"]}),
    "more of a list": ({"tags+": "zwei,eins"}, {"tags": ["eins", "zwei"]}),
    "more of nothing": ({"via+": "dpa"}, {"via": ["dpa"]}),
    "no more": ({"via+": ""}, {"via": None}),
    "the first figure": ({"figures.0.state": "killed"}, {"figures": [{**FIRST, "state": "killed"}, SECOND]}),
    "the last figure": ({"figures.1.what": "Boote"}, {"figures": [FIRST, {**SECOND, "what": "Boote"}]}),
    "two of one": (
        {"figures.1.what": "Boote", "figures.1.state": ""},
        {"figures": [FIRST, {"text": "rund 7", "what": "Boote"}]},
    ),
    "a scope": ({"figures.1.scope": "am Tag, 2024"}, {"figures": [FIRST, {**SECOND, "scope": ["am Tag", "2024"]}]}),
    "figures as values": ({"figures": [Figure("40", "Opfer")]}, {"figures": [{"text": "40", "what": "Opfer"}]}),
    "figures as in the file": ({"figures": "[{text: 40}]"}, {"figures": [{"text": "40"}]}),
    "no figures": ({"figures": ()}, {"figures": None}),
}  # fmt: skip


@pytest.mark.parametrize("case", TYPED)
def test_as_typed(case: str) -> None:
    typed, expected = TYPED[case]
    assert as_typed(typed)(ENTRY) == expected


REFUSED = {
    "one figure too far": ({"figures.2.state": "x"}, "figures.2: the claim has figures.0 to figures.1"),
    "no field of a figure": ({"figures.state": "x"}, "“figures.state” is not a field"),
    "a part of another field": ({"note.0.x": "x"}, "“note.0.x” is not a field"),
    "no YAML": ({"figures": "[{"}, "figures: not written as in a ledger"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    typed, message = REFUSED[case]
    with pytest.raises(EditError) as caught:
        as_typed(typed)(ENTRY)
    assert message in str(caught.value)


def test_without_figures_none_can_change() -> None:
    with pytest.raises(EditError, match="the claim has no figures"):
        as_typed({"figures.0.state": "x"})(ClaimEntry(claim="x"))


def test_remarks_and_tags() -> None:
    assert with_note("neu")(ENTRY) == {"note": "so; neu"}
    assert with_note("so")(ENTRY) == with_note(" ")(ENTRY) == {}
    assert with_note("neu")(ClaimEntry(claim="x")) == {"note": "neu"}
    assert with_tags(["zwei", "eins", "zwei"])(ENTRY) == {"tags": ["eins", "zwei"]}
    assert with_tags(["eins"])(ENTRY) == without_tags(["zwei"])(ENTRY) == {}
    assert without_tags(["eins"])(ENTRY) == {"tags": None}
