"""Items read without a YAML parser: what is read is what the parser would say."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.ledger.yaml.fast_item import item
from claimtrack.ledger.yaml.parse import compose
from tests.laws import examples

PLAIN = {
    "a field": ("- id: a", {"id": "a"}),
    "fields": ("  - id: a\n    note: b c\n", {"id": "a", "note": "b c"}),
    "a deep margin": ("-    id: a\n     note: b", {"id": "a", "note": "b"}),
    "a time and a hash": ("- note: 12:30 #1 a#b", None),
    "a time": ("- note: um 12:30", {"note": "um 12:30"}),
    "a hash in a word": ("- note: a#b", {"note": "a#b"}),
    "words in marks": ("- quote: „Ja“", {"quote": "„Ja“"}),
    "an apostrophe": ("- note: 'it''s'", {"note": "it's"}),
    "double quotes": ('- note: "a: b"', {"note": "a: b"}),
    "an escape": ('- note: "a\\tb"', None),
    "nothing": ("- id: a\n  note:\n  url: ~", {"id": "a", "note": "", "url": ""}),
    "a list": ("- via: [a, 'b, c', \"d\"]", {"via": ["a", "b, c", "d"]}),
    "an empty list": ("- via: []", {"via": []}),
    "a list on lines": ("- via:\n    - a\n    - b", {"via": ["a", "b"]}),
    "a list on lines without margin": ("- via:\n  - a\n  - b", {"via": ["a", "b"]}),
    "a mapping": ("- read: {rule: a, at: [1-2, 3]}", {"read": {"rule": "a", "at": ["1-2", "3"]}}),
    "mappings on lines": ("- f:\n  - {text: 'x'}", {"f": [{"text": "x"}]}),
    "blank lines behind": ("- id: a\n\n  \n", {"id": "a"}),
    "a blank line between": ("- id: a\n\n  note: b", None),
    "a comment": ("- id: a # b", None),
    "a comment on a line": ("- id: a\n  # b", None),
    "a second colon": ("- note: a: b", None),
    "a key twice": ("- id: a\n  id: b", None),
    "a key twice in braces": ("- read: {rule: a, rule: b}", None),
    "a value on the next line": ("- note:\n    a", None),
    "a value that goes on": ("- note: a\n    b", None),
    "a value that goes on with a dash": ("- note: a\n    - b", None),
    "an item that goes on": ("- via:\n    - a\n      b", None),
    "dashes out of line": ("- via:\n    - a\n   - b", None),
    "a folded scalar": ("- note: >\n    a", None),
    "an anchor": ("- note: &a b", None),
    "a tag": ("- note: !b c", None),
    "a tab": ("- note:\ta", None),
    "a line break of Unicode": ("- note: a\u2028b", None),
    "a NUL": ("- note: a\0b", None),
    "a nested mapping": ("- note:\n    a: b", None),
    "a null for a key": ("- null: a", None),
    "a question in a list": ("- via: [a?b]", None),
    "braces in braces": ("- f: {a: {b: c}}", None),
    "a bracket that is not closed": ("- via: [a", None),
    "no dash": ("id: a", None),
    "two items": ("- id: a\n- id: b", None),
}  # fmt: skip


@pytest.mark.parametrize("case", PLAIN)
def test_item(case: str) -> None:
    text, fields = PLAIN[case]
    assert item(text) == fields


SCRAP = st.sampled_from(
    ["a", "b", " ", "  ", "\n", "\n  ", "\n    ", "- ", ": ", ":", ",", "[", "]", "{", "}",
     "'", '"', "#", " #", "id", "null", "~", "ä", "?", "-", "&", "*", "!", "|", ">", "%", "@",
     "`", "\\", "\t", "\xa0", "\x85", "\u2028", "\ufeff", "🙂", "...", "---", "0o7", "<<: "]
)  # fmt: skip
TEXT = st.lists(SCRAP, max_size=8).map("".join)
VALUE = st.one_of(
    TEXT,
    TEXT.map(lambda text: f"'{text}'"),
    TEXT.map(lambda text: f'"{text}"'),
    st.lists(TEXT, max_size=3).map(lambda texts: f"[{', '.join(texts)}]"),
    st.lists(TEXT, max_size=3).map(lambda texts: f"{{a: {', b: '.join(texts)}}}"),
)
LINE = st.tuples(st.sampled_from(["id: ", "note: ", "via:", "  - ", "- ", ""]), VALUE).map("".join)


@settings(derandomize=True, max_examples=examples(3000), deadline=None)
@given(st.lists(LINE, min_size=1, max_size=4))
@example(["via: [a,]"])
@example(["id: a", "  "])
def test_what_is_read_is_what_the_parser_says(lines: list[str]) -> None:
    text = "- " + "\n  ".join(lines)
    fields = item(text)
    if fields is not None:
        composed = compose(text)
        assert not composed.troubles
        assert composed.root == [fields]
