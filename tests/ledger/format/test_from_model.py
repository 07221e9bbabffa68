"""Claims and articles as the parser writes them: which fields, and in which form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.ledger.format import from_model, to_model
from claimtrack.ledger.format.entries import ClaimEntry, FigureEntry
from claimtrack.ledger.format.from_model import (
    annotated,
    by_parser,
    figure_fields,
    proposal,
    ranges,
    shown,
    untouched,
    with_places,
    written_figure,
)
from claimtrack.model import Claim, Figure, Interval, Mention, Reading, Span
from tests.ledger.readings import BODY, FIRST, SECOND, claim, claims


def test_a_claim_in_the_fields_that_it_has() -> None:
    told = proposal(claims()[0], "pegel", BODY, "weber-1")
    assert {name: value for name, value in told.fields.items() if name != "read"} == {
        "id": "weber-1",
        "actor": "Anna Weber",
        "quote": FIRST,
        "figures": [{"text": "300", "what": "Gästen", "state": "attending"}],
        "kind": "indirect",
        "stance": "asserts",
        "confidence": "stated",
        "article": "pegel",
        "at": "0-31",
    }
    assert told.fields["read"] == {
        "rule": "verb+konjunktiv", "score": "0.9", "as": from_model.stamp(told.claim),
    }  # fmt: skip
    assert untouched(told.claim)


@pytest.mark.parametrize(
    ("actors", "written"),
    [((), []), (("A",), "A"), (("A", "B"), ["A", "B"])],
)
def test_one_actor_or_several(actors: tuple[str, ...], written: object) -> None:
    told = proposal(replace(claims()[0], actors=actors), "pegel", BODY, "a")
    assert told.fields.get("actor", []) == written
    assert told.claim.actors == actors


def test_words_in_pieces_and_words_of_no_place() -> None:
    pieces = proposal(claim(BODY, *SECOND), "pegel", BODY, "a").fields
    assert pieces["quote"] == " … ".join(SECOND)
    assert isinstance(pieces["at"], list)
    assert len(pieces["at"]) == 2
    own = replace(claims()[0], quote=None, claim="Es regnet")
    fields = proposal(own, "pegel", BODY, "a").fields
    assert fields["quote"] == "Es regnet"
    assert "at" not in fields


@pytest.mark.parametrize(
    ("spans", "written"),
    [((), []), ((Span(1, 2),), "1-2"), ((Span(1, 2), Span(4, 6)), ["1-2", "4-6"])],
)
def test_ranges(spans: tuple[Span, ...], written: object) -> None:
    assert ranges(spans) == written


def test_the_place_of_speaker_and_cue() -> None:
    there = replace(
        claims()[0],
        speaker=Mention("", (Span(1, 4),)),
        cue=Mention("", (Span(5, 9), Span(11, 12))),
    )
    read = proposal(there, "pegel", BODY, "a").fields["read"]
    assert isinstance(read, dict)
    assert (read["speaker"], read["cue"]) == ("1-4", ["5-9", "11-12"])
    old = {"rule": "x", "score": "0.5", "as": "abc", "speaker": "90-91"}
    assert with_places(old, there) == {
        "rule": "x", "score": "0.5", "speaker": "1-4", "cue": ["5-9", "11-12"], "as": "abc",
    }  # fmt: skip
    assert with_places(old, None) == {"rule": "x", "score": "0.5", "as": "abc"}
    assert with_places({"as": "abc"}, claims()[0]) == {"as": "abc"}


FIGURES = [
    (Figure("300"), {"text": "300"}),
    (Figure("300", value=300, near=Interval(300, 300)), {"text": "300"}),
    (Figure("300", value=310), {"text": "300", "value": "310"}),
    (
        Figure("viele", "Gäste", "attending", near=Interval(5, 9), scope=("Linz",)),
        {
            "text": "viele", "what": "Gäste", "state": "attending", "scope": ["Linz"],
            "min": "5", "max": "9",
        },
    ),
    (Figure("viele", near=Interval(5, None)), {"text": "viele", "min": "5"}),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "fields"), FIGURES)
def test_a_figure_in_its_words_where_they_say_it(figure: Figure, fields: dict[str, object]) -> None:
    assert figure_fields(figure) == fields


BOUNDS = [
    ({"text": "300"}, Interval(300, 300)),
    ({"text": "300", "min": "200", "max": "400"}, Interval(200, 400)),
    ({"text": "300", "min": "200"}, Interval(200, None)),
    ({"text": "300", "max": "400"}, Interval(0, 400)),
]


@pytest.mark.parametrize(("fields", "near"), BOUNDS)
def test_the_bounds_of_an_analyst_take_the_place_of_the_words(
    fields: dict[str, str], near: Interval
) -> None:
    assert to_model.figure(FigureEntry.model_validate(fields)).near == near


def test_a_figure_that_was_read() -> None:
    fields = {"text": "viele", "what": "Gäste", "scope": ["Linz"], "min": "0", "max": "1.000"}
    assert written_figure(FigureEntry.model_validate(fields)) == fields
    assert written_figure(FigureEntry.model_validate({"text": "3"})) == {"text": "3"}


@pytest.mark.parametrize(
    ("fields", "name", "told"),
    [
        ({"at": ["1-2", "4-6"]}, "at", "1-2, 4-6"),
        ({}, "at", ""),
        ({"tags": ["a", "b"]}, "tags", "a, b"),
        ({"note": "x"}, "note", "x"),
        ({}, "note", ""),
        (
            {"figures": [{"text": "viele", "what": "Gäste", "min": "5"}, {"text": "3"}]},
            "figures",
            "viele Gäste min 5; 3",
        ),
    ],
)
def test_a_value_in_a_few_words(fields: dict[str, object], name: str, told: str) -> None:
    assert shown(ClaimEntry.model_validate({"quote": "x", **fields}), name) == told


READ = Reading("x", 0.5, "abc123")


@pytest.mark.parametrize(
    ("found", "parser", "analyst"),
    [
        (Claim("a"), False, False),
        (Claim("a", read=Reading("x", 0.5)), False, False),
        (Claim("a", read=READ), True, False),
        (Claim("a", read=READ, status="accepted"), True, False),
        (Claim("a", read=READ, note="n"), True, True),
        (Claim("a", tags=("t",)), False, True),
    ],
)
def test_who_wrote_a_claim(found: Claim, parser: bool, analyst: bool) -> None:
    assert by_parser(found) == parser
    assert annotated(found) == analyst
    assert not untouched(found)


def test_a_claim_that_was_decided_is_touched() -> None:
    told = proposal(claims()[0], "pegel", BODY, "a").claim
    assert untouched(told)
    assert not untouched(replace(told, status="accepted"))
    assert not untouched(replace(told, actors=("B",)))
