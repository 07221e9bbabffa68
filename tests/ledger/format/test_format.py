"""The format as editors see it, and the form in which values are printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import ledger
from claimtrack.ledger.document.relocate import anchored
from claimtrack.ledger.errors import LedgerError
from claimtrack.ledger.format.from_model import number
from claimtrack.ledger.format.quoted import pieces, written
from claimtrack.ledger.yaml.emit import block, inline, item, scalar
from claimtrack.ledger.yaml.nodes import Data
from claimtrack.model import CONFIDENCE, STANCES, Span

SCALARS = {
    "Es regne": "Es regne",
    "../2024-10-25": "../2024-10-25",
    "no": "'no'",
    "NO": "'NO'",
    "nein": "nein",
    "12:30": "'12:30'",
    "2024-10-13": "'2024-10-13'",
    "10.000": "'10.000'",
    "etwa 10.000": "etwa 10.000",
    "300": "'300'",
    "1e3": "'1e3'",
    "true": "'true'",
    "null": "'null'",
    "~": "'~'",
    "a: b": "'a: b'",
    "a:b": "a:b",
    "a #b": "'a #b'",
    "a#b": "a#b",
    "- a": "'- a'",
    "-a": "-a",
    "it's": "it's",
    "'a'": "'''a'''",
    '"Ja", so er': "'\"Ja\", so er'",
    "„Ja“, so er": "„Ja“, so er",
    "a\nb": '"a\\nb"',
    "a\tb": '"a\\tb"',
    "a\u2028b": '"a\\u2028b"',
    " a": "' a'",
    "": "''",
    "[Name]": "'[Name]'",
    "a, b": "a, b",
    "# a": "'# a'",
    "%": "'%'",
    "...": "'...'",
    "… und": "… und",
}


@pytest.mark.parametrize("value", SCALARS)
def test_quotes_only_where_they_are_needed(value: str) -> None:
    assert scalar(value) == SCALARS[value]


INLINE: list[tuple[Data, str]] = [
    (["a", "b, c"], "[a, 'b, c']"),
    ({"text": "10.000", "min": "10.000"}, "{text: '10.000', min: 10.000}"),
    ({"what": "x: y", "as": "1e3"}, "{what: 'x: y', as: 1e3}"),
    ([{"a": "12:30"}, []], "[{a: '12:30'}, []]"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "shown"), INLINE)
def test_lists_and_mappings_on_one_line(value: Data, shown: str) -> None:
    assert inline(value) == shown


def test_a_list_of_mappings_stands_below_its_field() -> None:
    figures: Data = [{"text": "3"}, {"text": "4"}]
    assert block("figures", figures, 4) == "figures:\n      - {text: '3'}\n      - {text: '4'}"
    assert block("tags", ["x", "y"], 4) == "tags: [x, y]"
    assert block("note", "", 4) == "note:"
    assert item({"id": "a", "figures": figures[:1]}, 2, 3) == (
        "  -  id: a\n     figures:\n       - {text: '3'}"
    )


def test_half_a_surrogate_is_refused() -> None:
    with pytest.raises(LedgerError, match="not Unicode"):
        scalar("\ud800")


@pytest.mark.parametrize(
    ("value", "shown"), [(10000.0, "10.000"), (1.5, "1,5"), (0.0, "0"), (1280000, "1.280.000")]
)
def test_numbers_are_written_in_german(value: float, shown: str) -> None:
    assert number(value) == shown


@settings(derandomize=True)
@given(st.lists(st.text(min_size=1, max_size=9) | st.just("a … b"), min_size=1, max_size=4))
def test_a_quotation_in_pieces_comes_apart_again(parts: list[str]) -> None:
    spans, at = [], 0
    for part in parts:
        spans.append(Span(at, at + len(part)))
        at += len(part) + 7
    assert pieces(written(parts), spans) == tuple(parts)


@pytest.mark.parametrize(
    ("quote", "parts"),
    [("Ja … nein", ("Ja", "nein")), ("Ja, nein", ("Ja, nein",)), ("a … b … c", ("a … b … c",))],
)
def test_a_quotation_that_was_changed(quote: str, parts: tuple[str, ...]) -> None:
    assert pieces(quote, [Span(0, 9), Span(20, 29)]) == parts


ANCHORS = [
    (["Ja"], 0, ((0, 2),)),
    (["Ja"], 20, ((16, 18),)),
    (["Ja", "gut"], 20, ((16, 18), (20, 23))),
    (["Nein so"], 0, ((5, 13),)),
    (["gut", "Ja"], 0, None),
    (["nie"], 0, None),
    ([" "], 0, None),
]


@pytest.mark.parametrize(("parts", "near", "spans"), ANCHORS)
def test_words_are_found_again(parts: list[str], near: int, spans: object) -> None:
    assert anchored(parts, "Ja. (Nein\n so). Ja, gut.", near) == spans


def test_the_schema_tells_editors_what_may_stand_where() -> None:
    schema = ledger.schema()
    assert set(schema["properties"]) == {
        "version", "articles", "actors", "topics", "claims", "rulings", "events",
    }  # fmt: skip
    claim = schema["$defs"]["ClaimEntry"]
    assert claim["additionalProperties"] is False
    for name, words in (("stance", STANCES), ("confidence", tuple(CONFIDENCE))):
        assert claim["properties"][name]["anyOf"][0]["enum"] == list(words)
    for mapping in (schema, *schema["$defs"].values()):
        assert all("description" in one for one in mapping["properties"].values())
    state = schema["$defs"]["FigureEntry"]["properties"]["state"]["anyOf"][0]
    assert {"planned", "sent", "killed", "other"} <= set(state["enum"])
    read = schema["$defs"]["ReadEntry"]["properties"]
    assert set(read) == {"rule", "score", "speaker", "cue", "as"}


def test_the_shipped_format_is_that_of_the_program() -> None:
    shipped = Path(__file__).parents[3] / "data" / "claims.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == ledger.schema()
