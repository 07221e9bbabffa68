"""A file that cannot be read piece by piece: where its items stand, and which can be used."""

from __future__ import annotations

import pytest

from claimtrack.ledger.document.read import item_of, read, read_by_pieces

SPLIT = 'claims:\n- note: "a\n- b"\n'
"""An item whose words look like two."""

WHOLE: dict[str, tuple[str, list[tuple[str, bool]]]] = {
    "each item with its lines": (
        SPLIT + "- id: c\n\n# x\n- id: d\n",
        [('- note: "a\n- b"\n', True), ("- id: c\n", True), ("- id: d\n", True)],
    ),
    "an item of nothing": (
        SPLIT + "-\n- id: e", [('- note: "a\n- b"\n', True), ("-\n", True), ("- id: e", True)],
    ),
    "each item is judged by its own troubles": (
        SPLIT + "- id: !t c\n- id: &x d\n- id: e\n",
        [
            ('- note: "a\n- b"\n', True), ("- id: !t c\n", False), ("- id: &x d\n", False),
            ("- id: e\n", True),
        ],
    ),
    "in braces": (
        "{claims: [{id: a}, {id: !t b}]}\n", [("{id: a}", True), ("{id: !t b}", False)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WHOLE)
def test_the_items_of_a_file_that_is_read_whole(case: str) -> None:
    text, expected = WHOLE[case]
    assert read_by_pieces(text) is None
    entries = read(text).entries("claims")
    assert [(text[each.start : each.end], each.sound) for each in entries] == expected


PIECES = {
    "a character that no ledger takes": "claims:\n- id: a\n- \x07\n",
    "a bracket that is not closed": "claims:\n- id: a\n- [\n",
}


@pytest.mark.parametrize("case", PIECES)
def test_one_broken_item_leaves_the_others_readable(case: str) -> None:
    first, broken = read(PIECES[case]).entries("claims")
    assert (first.sound, broken.sound) == (True, False)


def test_an_item_alone_counts_its_lines_as_in_its_file() -> None:
    document = item_of(b"  - id: a\n    claim: x\n", "claims.yaml", 40)
    assert document
    (entry,) = document.entries("claims")
    assert document.lines.at(entry.start) == (40, 1)
    assert document.lines.at(len(document.text) - 2) == (41, 12)
