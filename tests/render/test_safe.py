import csv
import io
import json
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.render import FORMATS, renderer, safe
from claimtrack.render.listing import Cell, Column, Listing
from claimtrack.render.screen import Screen

HARMFUL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("grün, weiß, „so“", "grün, weiß, „so“"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x9b31m", "�31m"),
        ("a\x07b\x00c\x7fd", "a␇b␀c␡d"),
        ("line\nline\ttab\r", "line line tab "),
        ("10\xa0000", "10 000"),
        ("\u202egnirts", "�gnirts"),
        ("Sol\xadda\u200bten", "Soldaten"),
        ("[bold]no markup[/bold]", "[bold]no markup[/bold]"),
        ("half \ud83d", "half �"),
    ],
)
def test_on_a_terminal(text: str, shown: str) -> None:
    assert safe.terminal(text) == shown


@given(st.text())
@settings(derandomize=True)
def test_twice_is_once_and_nothing_harmful_is_left(text: str) -> None:
    once = safe.terminal(text)
    assert safe.terminal(once) == once
    assert not HARMFUL.search(once)
    assert "\n" not in once


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(derandomize=True)
def test_json_keeps_every_character(text: str) -> None:
    escaped = safe.json_text(json.dumps(text, ensure_ascii=False))
    assert json.loads(escaped) == text
    assert not HARMFUL.search(escaped)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-5", "'-5"),
        ("+49", "'+49"),
        ("etwa -5", "etwa -5"),
        ("\t=1", " =1"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert safe.csv_cell(text) == cell


def one(text: str) -> Listing:
    return Listing((Column("words", place="body"),), ((Cell(text),),), ({"words": text},))


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@pytest.mark.parametrize("name", FORMATS)
@given(text=TEXTS)
@settings(derandomize=True, max_examples=60)
def test_no_format_lets_anything_harmful_through(name: str, text: str) -> None:
    for screen in (Screen(), Screen(width=20)):
        assert not HARMFUL.search("\n".join(renderer(name)(one(text), screen)))


@given(TEXTS)
@settings(derandomize=True)
def test_json_lines_and_yaml_read_back_as_they_were(text: str) -> None:
    (line,) = renderer("jsonl")(one(text), Screen())
    assert json.loads(line) == {"words": text}
    assert yaml.safe_load("\n".join(renderer("yaml")(one(text), Screen()))) == [{"words": text}]


@given(TEXTS)
@settings(derandomize=True)
def test_csv_reads_back_as_the_cell(text: str) -> None:
    lines = list(renderer("csv")(one(text), Screen()))
    rows = list(csv.reader(io.StringIO("\n".join(lines) + "\n")))
    assert rows == [["words"], [safe.csv_cell(text)] if safe.csv_cell(text) else []]
