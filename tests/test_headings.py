"""Headings of spreadsheets: each means one field, in any spelling."""

from __future__ import annotations

from collections import Counter

import pytest

from claimtrack.fields import FIELDS, Field
from claimtrack.lexicon import column_names, table
from claimtrack.render.claims import COLUMNS as OF_CLAIMS
from claimtrack.render.figure_table import COLUMNS as OF_FIGURES


def test_no_heading_means_two_fields() -> None:
    meant = Counter(
        (column_names._letters(heading), row[0])
        for row in table("headings")
        for heading in (row[0], row[1], *(row[2].split("|") if len(row) > 2 else ()))
    )
    words = Counter(letters for letters, _ in meant)
    assert [word for word, fields in words.items() if fields > 1] == []


@pytest.mark.parametrize("name", [*OF_FIGURES])
def test_what_is_written_is_read_again(name: str) -> None:
    assert column_names.field_of(column_names.german(name)) == name
    assert column_names.field_of(name) == name
    assert set(OF_CLAIMS) <= set(OF_FIGURES)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Akteur", "actor"), ("AKTEUR ", "actor"), ("Speaker", "actor"), ("Wer?", "actor"),
        ("Schlüssel", "id"), ("schlussel", "id"), ("Said until", "said_last"),
        ("said-last", "said_last"), ("Zahl", "figure"), ("Zahlen", "figures"), ("", None),
        ("Farbe", None),
    ],
)  # fmt: skip
def test_heading(heading: str, field: str | None) -> None:
    assert column_names.field_of(heading) == field


@pytest.mark.parametrize("field", [field for field in FIELDS if field.choices])
def test_every_closed_word_has_german_ones(field: Field) -> None:
    rows = [row for row in table("closed_words") if row[0] == field.name]
    assert {row[1] for row in rows} == set(field.choices)
    assert all(column_names.word_of(field.name, word) == word for word in field.choices)
    names = [name for row in rows for name in row[2].split("|")]
    assert len(set(names)) == len(names)


def test_one_word_may_mean_another_in_another_field() -> None:
    assert column_names.word_of("stance", "Bestätigt") == "confirms"
    assert column_names.word_of("confidence", "bestätigt") == "confirmed"
    assert column_names.word_of("stance", "very likely") is None
