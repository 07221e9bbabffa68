"""A ledger's text taken apart, and comments that two people changed above one item."""

from __future__ import annotations

import pytest

from claimtrack.ledger.errors import UnmergeableError
from claimtrack.ledger.git_merge.ledger_parts import parts
from claimtrack.ledger.git_merge.threeway import merge_texts
from claimtrack.ledger.git_merge.unchanged import LEAST, leave_out

Row = tuple[str, str | None, int, str, str]

CUT: dict[str, list[Row]] = {
    "": [],
    "version: 1\n": [("version", None, 0, "", "version: 1\n")],
    "# a\nclaims:\n# c\n- id: a\n  claim: x\n\n# d\n- id: b # e\n  claim: y\n# f\n": [
        ("", None, 0, "", "# a\n"),
        ("claims", None, 0, "", "claims:\n"),
        ("claims", "a", 0, "# c\n", "- id: a\n  claim: x\n"),
        ("claims", "b", 0, "\n# d\n", "- id: b # e\n  claim: y\n"),
        ("", None, 1, "# f\n", ""),
    ],
    # a list in one line or in brackets is one part, comments below are the next one's
    "rulings: []  # none\n# g\nclaims:\n- {id: a}\n": [
        ("rulings", None, 0, "", "rulings: []  # none\n"),
        ("claims", None, 0, "# g\n", "claims:\n"),
        ("claims", "a", 0, "", "- {id: a}\n"),
    ],
    "topics: [\n  {name: t}\n]\n# x\nevents:\n- name: f\n": [
        ("topics", None, 0, "", "topics: [\n  {name: t}\n]\n"),
        ("events", None, 0, "# x\n", "events:\n"),
        ("events", "f", 0, "", "- name: f\n"),
    ],
    # an item is known by its id, else by its words; two of one name are counted
    "claims:\n- id: a\n- id: a\n- id: a\n- claim: w\n- {quote: v}\n": [
        ("claims", None, 0, "", "claims:\n"),
        ("claims", "a", 0, "", "- id: a\n"),
        ("claims", "a", 1, "", "- id: a\n"),
        ("claims", "a", 2, "", "- id: a\n"),
        ("claims", "w", 0, "", "- claim: w\n"),
        ("claims", "v", 0, "", "- {quote: v}\n"),
    ],
    # a ruling by its claims, in whatever order they stand
    "rulings:\n- {claims: [b, a]}\n": [
        ("rulings", None, 0, "", "rulings:\n"),
        ("rulings", "a, b", 0, "", "- {claims: [b, a]}\n"),
    ],
}


@pytest.mark.parametrize("text", CUT)
def test_the_parts_of_a_text(text: str) -> None:
    cut = parts(text)
    rows = [(*key, part.above, part.text) for key, part in cut.items() if part.whole]
    assert rows == CUT[text]
    assert "".join(part.whole for part in cut.values()) == text


@pytest.mark.parametrize("text", ["# only\n", "{claims: []}", "claims:\n- [", "claims:\n- x\n"])
def test_what_cannot_be_taken_apart(text: str) -> None:
    with pytest.raises(UnmergeableError):
        parts(text)


def with_comments(*lines: str) -> str:
    above = "".join(f"# {line}\n" for line in lines)
    return f"claims:\n- id: a\n  claim: x\n{above}- id: b\n  claim: y\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("m", "m", "mn", "mn"),
        ("m", "mn", "m", "mn"),
        ("m", "mn", "mo", None),
        # who has all lines of the other one has both changes
        ("m", "mn", "mno", "mno"),
        ("m", "mno", "mn", "mno"),
        ("m", "n", "mn", "mn"),
        ("m", "", "m", ""),
        ("m", "m", "", ""),
        ("m", "n", "o", None),
    ],
)
def test_comments_of_both_above_one_item(
    base: str, ours: str, theirs: str, merged: str | None
) -> None:
    texts = [with_comments(*lines) for lines in (base, ours, theirs)]
    # both change the item as well, so that neither of the two is taken as it stands
    texts[1] = texts[1].replace("claim: y", "claim: y\n  note: n")
    texts[2] = texts[2].replace("claim: y", "claim: y\n  actor: A")
    done = merge_texts(texts[0], texts[1], texts[2], ("ours", "theirs"))
    if merged is None:
        assert done.conflicts == ("b: what stands above it",)
        return
    assert done.conflicts == ()
    assert done.text.startswith(with_comments(*merged).removesuffix("  claim: y\n"))


@pytest.mark.parametrize(("items", "is_left_out"), [(LEAST, True), (LEAST - 1, False)])
def test_a_hundred_items_in_a_row_are_worth_leaving_out(items: int, is_left_out: bool) -> None:
    text = "claims:\n" + "".join(f"- {{id: c{n}, claim: x}}\n" for n in range(items))
    assert LEAST == 100
    assert (leave_out(*[text.encode()] * 3) is not None) is is_left_out


def test_items_that_one_of_two_moved_end_a_stretch() -> None:
    def text(names: str) -> bytes:
        return b"claims:\n" + b"".join(b"- id: %c\n" % name for name in names.encode())

    left = leave_out(text("abcdefghijkl"), text("abcdefghijkl"), text("abcghidefjkl"), least=3)
    assert left is not None
    assert [stretch.text for stretch in left.stretches] == [b"- id: %c\n" % n for n in b"behk"]
    assert left.texts == (text("acdfgijl"), text("acdfgijl"), text("acgidfjl"))
