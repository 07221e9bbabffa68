import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from unicodedata import category

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimtrack.render import FORMATS, md, renderer, safe, svg
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


INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def unseen() -> list[str]:
    """Every character that is seen as nothing, as blank or not as itself."""
    return [char for char in map(chr, range(0x110000)) if category(char) in INVISIBLE]


def test_whatever_unicode_calls_invisible_is_replaced_or_escaped() -> None:
    chars = unseen()
    assert len(chars) > 2000
    shown = safe.terminal("".join(chars))
    assert not {category(char) for char in shown} & INVISIBLE
    for char in chars:
        for escaped in (
            safe.json_text(json.dumps(char, ensure_ascii=False)),
            safe.yaml_text(json.dumps(char, ensure_ascii=False)),
        ):
            assert not {category(one) for one in escaped} & INVISIBLE, f"{char!a}"


@pytest.mark.parametrize("char", ["\x7f", "\x85", "\xa0", "\u2028", "\ufffe", "\U000e0041"])
def test_what_yaml_does_not_take_as_it_is_reads_back(char: str) -> None:
    assert yaml.safe_load("\n".join(renderer("yaml")(one(char), Screen()))) == [{"words": char}]


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
        ("\t=1", "' =1"),
        (" =1", "' =1"),
        ("\xa0+1", "' +1"),
        ("\u2003\u3000@A1", "'  @A1"),
        ('"=1"', '\'"=1"'),
        ('Preis;=HYPERLINK("http://x")', 'Preis;\'=HYPERLINK("http://x")'),
        ("a, b; \t=1+1", "a, b;'  =1+1"),
        ('a;"=1', "a;'\"=1"),
        (";;@A1;-1", ";;'@A1;'-1"),
        ("1;2", "1;2"),
        ("so = 1; ja", "so = 1; ja"),
        ("＝1", "'＝1"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert safe.csv_cell(text) == cell


FORMULA = re.compile(r"[\s\"]*[=+\-@＝＋－＠]")
CELLS = st.text(st.sampled_from('=+-@;," \t\xa0a1\n\u202e')) | st.text()


@given(st.lists(CELLS, min_size=1, max_size=4))
@settings(derandomize=True)
def test_no_cell_is_a_formula_wherever_a_spreadsheet_splits(cells: list[str]) -> None:
    columns = tuple(Column(f"c{at}") for at in range(len(cells)))
    _, row = renderer("csv")(Listing(columns, (tuple(map(Cell, cells)),), ()), Screen())
    for sign in ",;":
        (parts,) = csv.reader([row], delimiter=sign)
        assert not any(FORMULA.match(part) for part in parts)
    assert not any(FORMULA.match(part) for part in row.split(";"))


def one(text: str) -> Listing:
    return Listing((Column("words", place="body"),), ((Cell(text),),), ({"words": text},))


MARKUP = st.text(st.sampled_from("-+*_=#>~`|\\\\[]()<>&;$!1.) \t\n:/aw")) | st.text()


def inside(markdown: str) -> list[str]:
    """The kinds of what a page in Markdown is made of, and the text that is seen."""
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    kinds = [block.type for block in blocks if block.type != "inline"]
    runs = [run for block in blocks for run in block.children or ()]
    assert {run.type for run in runs} <= {"text", "text_special"}
    return [*kinds, "".join(run.content for run in runs)]


@given(MARKUP)
@settings(derandomize=True)
def test_no_text_is_markup_in_markdown(text: str) -> None:
    seen = safe.terminal(text).strip()
    if seen:
        assert inside(md.paragraph(text)) == ["paragraph_open", "paragraph_close", seen]
        assert inside(md.heading(text)) == ["heading_open", "heading_close", seen]
    page = "\n".join(renderer("md")(one(text), Screen()))
    assert inside(page).count("td_open") == 1
    assert inside(page)[-1] == f"words{seen}"


@given(st.text(), st.text())
@settings(derandomize=True)
def test_an_element_of_svg_holds_text_as_text(text: str, value: str) -> None:
    found = ET.fromstring(svg.element("g", svg.element("text", text, class_=value), "<b>"))
    (child,) = found
    assert (child.text or "", child.get("class"), child.tail) == (
        safe.terminal(text),
        safe.terminal(value),
        "<b>",
    )


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
