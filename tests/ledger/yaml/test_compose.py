"""What a text is as nodes, and what of it no ledger takes: each decision on both sides."""

from __future__ import annotations

import pytest

from claimtrack.ledger.yaml.common_bytes import common_end, common_start
from claimtrack.ledger.yaml.lines import Trouble
from claimtrack.ledger.yaml.markers import conflicts
from claimtrack.ledger.yaml.parse import Composed, compose
from claimtrack.yamlparser import DEPTH

N = "\N{NO-BREAK SPACE}"
TROUBLES: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "inside double quotes white space is the writer's": (f'a: "x\n{N}y"\nb: z\n', []),
    "and in a block": (f"a: |\n  x\n  {N}y\n", []),
    "in plain words it is not": (f"a: x\n {N}y\n", [(6, "character")]),
    "nor before a field": (f"a: x\n{N}b: y\n", [(5, "character")]),
    "nor behind a quotation": (f'a: "x"\n{N}b: y\n', [(7, "character")]),
    "behind a quotation that has some itself": (
        f"a: 'x\n {N}y'\n{N}b: z\n", [(11, "character")],
    ),
    "beside what no ledger takes": (
        f"a: !t x\n{N}b: &c y\n", [(3, "tag"), (12, "anchor"), (8, "character")],
    ),
    "a tab": ("a:\n\tb: c\n", [(3, "syntax")]),
    "an item beside a field": ("a: - b\n", [(3, "syntax")]),
    "a bracket is told where it opens": ("a: [b\n", [(3, "syntax")]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize("case", TROUBLES)
def test_troubles(case: str) -> None:
    text, expected = TROUBLES[case]
    composed = compose(text)
    assert [(trouble.at, trouble.code) for trouble in composed.troubles] == expected
    assert composed.broken == ("syntax" in dict(expected).values())


@pytest.mark.parametrize(
    ("codes", "broken"), [((), False), (("tag",), False), (("tag", "syntax"), True)]
)
def test_a_text_is_broken_where_one_trouble_is_of_syntax(
    codes: tuple[str, ...], broken: bool
) -> None:
    assert Composed(None, tuple(Trouble(0, "", code) for code in codes)).broken == broken


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
@pytest.mark.parametrize(("beyond", "is_too_deep"), [(0, False), (1, True)])
def test_how_deep_a_text_may_nest(
    opening: str, closing: str, beyond: int, is_too_deep: bool
) -> None:
    levels = DEPTH + beyond
    troubles = compose(opening * levels + "x" + closing * levels).troubles
    assert [trouble.code for trouble in troubles] == ["depth"] * is_too_deep


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", [0, 12, 22]),
        ("x\n=======\n", [2]),
        ("x <<<<<<< a\n", []),
        ("========\n", []),
        ("", []),
    ],
)
def test_where_a_merge_left_its_lines(text: str, places: list[int]) -> None:
    assert [trouble.at for trouble in conflicts(text)] == places


LONG = b"x" * (1 << 17)


@pytest.mark.parametrize(
    ("first", "second", "start", "end"),
    [
        (b"", b"", 0, 0), (b"", b"a", 0, 0), (b"ab", b"ab", 2, 0), (b"abc", b"axc", 1, 1),
        (b"aa", b"aaa", 2, 0), (b"xab", b"ab", 0, 2), (LONG, LONG + b"y", 1 << 17, 0),
        (b"y" + LONG, LONG, 0, 1 << 17), (LONG + b"ab", LONG + b"b", 1 << 17, 1),
    ],
)  # fmt: skip
def test_what_two_texts_have_in_common(first: bytes, second: bytes, start: int, end: int) -> None:
    for one_way, other_way in ((first, second), (second, first)):
        assert common_start(one_way, other_way) == start
        assert common_end(one_way, other_way, start) == end
